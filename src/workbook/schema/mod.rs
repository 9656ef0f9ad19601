//! The schema of the working workbook: its sheets, their columns, and the form of values in cells. The
//! writer and the reader share it, so what is written reads back.

mod actions;
mod blank_records;
mod column;
mod cover_sheet;
mod escape;
mod headings;
mod list_item;
mod lists_sheet;
mod measures;
mod numbers;
mod recommendations;
mod sheet;
mod value;
mod waivers;
mod word_list;
mod workstreams;

pub(super) use actions::{ACTIONS, DATE_CHANGES, EVIDENCE, MILESTONES, RESOURCES, UPDATES};
pub(super) use column::{Blank, Column, Table, cells};
pub(super) use cover_sheet::{
    ABOUT_THE_PLAN, COVER, HOW_TO, LEGEND, LISTS_ABOUT, LegendRow, PLAN_KEY, PLAN_LINES, RAG_HINT,
    RAG_WORDS, ROLES, THE_SHEETS, TITLE, WHO_ANSWERS, is_heading,
};
pub(super) use escape::{PRESENT, exact_words, exactly, plainly};
pub(super) use headings::headings;
pub(super) use lists_sheet::{HINT, LISTS, Lists, MARK, RAG, YES_OR_NO};
pub(super) use measures::{COMPARATORS, MEASURES, READINGS, TARGETS};
pub(super) use numbers::shown;
pub(super) use recommendations::{ASSESSMENTS, RECOMMENDATIONS, SOURCES};
pub(super) use sheet::{PARENT_KEY, Parent, ROW_KEY, Sheet};
pub(super) use value::{Entry, Kind, Remark, Unread, Value, Written, words_of};
pub(super) use waivers::WAIVERS;
pub(super) use word_list::{Vocabulary, Word};
pub(super) use workstreams::WORKSTREAMS;
