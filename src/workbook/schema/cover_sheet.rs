//! The lines of the cover: what is known of the plan as a whole; and its two small tables.

use crate::model::Role;
use crate::plan::PlanDoc;
use crate::workbook::column::{Column, columns};
use crate::workbook::value::LegendRow;

/// The lines of the cover.
pub(in crate::workbook) static PLAN: &[&[Column<PlanDoc>]] = &[
    columns! {
        "Reference" 40 reference: "A short name for the plan that stays the same every month, such as anyshire-2026.";
        "Title" 40 title: "The title of the plan.";
        "Purpose" 40 purpose: "What the plan is for. Choose from the list, or write your own words.";
        "Version" 40 version: "The version of the plan, as you count.";
    },
    &[
        Column {
            heading: "Authority",
            comment: "The council or trust whose plan it is.",
            width: 40,
            key: "authority",
            inner_key: "name",
            path: "authority.name",
            offers: None,
            is_rare: false,
            means: None,
            get: |doc| Some(&doc.authority.name),
            set: |doc| &mut doc.authority.name,
        },
        Column {
            heading: "Authority code",
            comment: "Its nine-character code, such as E10000099.",
            width: 40,
            key: "authority",
            inner_key: "code",
            path: "authority.code",
            offers: None,
            is_rare: false,
            means: None,
            get: |doc| Some(&doc.authority.code),
            set: |doc| &mut doc.authority.code,
        },
    ],
    columns! {
        "As-at date" 40 status_date: "The day on which the facts in this workbook were gathered. Change it every month.";
        "Plan starts" 40 period.start: "The first day of the plan. A date without a year is read between this day and the next.";
        "Plan ends" 40 period.end: "The last day of the plan.";
        "Quarters" 40 quarters: "Financial: Q1 is April to June. Calendar: Q1 is January to March. Blank means financial.";
        "Red after days late" 40 rag_policy.red_after_days: "Red when more than this many days late. Blank means 28.";
        "Amber if not started within days" 40 rag_policy.not_started_within_days: "Amber when not started this many days before it is due. Blank means 14.";
        "Amber if moved by more than days" 40 rag_policy.moved_by_more_than_days: "Amber when its due date was moved by more than this in all. Blank means 28.";
        "Amber if moved this many times" 40 rag_policy.moved_times: "Amber when its due date was moved this often. Blank means 2.";
    },
];

/// Who answers for the plan.
pub(in crate::workbook) static ROLES: &[Column<Role>] = columns! {
    "Role in the plan" 30 role: "What the post does for the plan, such as accountable.";
    "Post" 40 post: "The post, never a person's name.";
    "Body" 60 body: "The body it belongs to, where that is not the authority.";
};

/// What the words of the RAG column mean.
pub(in crate::workbook) static LEGEND: &[Column<LegendRow>] = columns! {
    "Word in the RAG column" 30 word: "A word your council uses, such as Blue.";
    "What the word means" 40 means: "A colour or a status, from the list.";
};
