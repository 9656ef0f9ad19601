//! The cover: the lines about the plan as a whole, and two small tables.

use super::column::{Column, Group as _, columns};
use crate::model::{LegendMeaning, Role};
use crate::plan::PlanDoc;
use crate::text::same;

/// The name of the sheet.
pub(in crate::workbook) const COVER: &str = "Cover";

pub(in crate::workbook) const TITLE: &str = "Improvement plan: working copy";

/// Instructions for officers.
pub(in crate::workbook) const HOW_TO: &[&str] = &[
    "Fill in the boxes below, then the sheets from left to right. Rows may be added, sorted and filtered; columns may be moved or hidden.",
    "The first sheets are for every month. The grey tabs hold what is seldom needed. Point at a heading to read what belongs under it.",
    "Rows belong together by reference: the sheet Milestones says in its column Action which action a step belongs to.",
    "Dates are days such as 31/03/2027; where there is no day, words such as Ongoing or End March 2027 are kept as you write them.",
    "Hidden columns say which row is which, so that next month's copy is about the same things: please leave them. Words between \u{27e6} and \u{27e7} are kept exactly.",
    "Write posts, not people's names, and no details of any child or family.",
];

pub(in crate::workbook) const ABOUT_THE_PLAN: &str = "About the plan";
pub(in crate::workbook) const THE_SHEETS: &str = "The sheets";
pub(in crate::workbook) const WHO_ANSWERS: &str = "Who answers for the plan";
pub(in crate::workbook) const RAG_WORDS: &str = "What the words of the RAG column mean";
pub(in crate::workbook) const RAG_HINT: &str =
    "Red, Amber and Green need no line here. Any other word your council uses does.";
pub(in crate::workbook) const LISTS_ABOUT: &str = "The words of the drop-down lists.";

/// The label of the hidden id of the plan.
pub(in crate::workbook) const PLAN_KEY: &str = "Plan key (leave as it is)";

/// A word of the legend, and its meaning if one is given.
#[derive(Debug, Default)]
pub(in crate::workbook) struct LegendRow {
    pub(in crate::workbook) word: String,
    pub(in crate::workbook) means: Option<LegendMeaning>,
}

/// The lines about the plan.
pub(in crate::workbook) static PLAN_LINES: &[Column<PlanDoc>] = columns! {
        "Reference" 40 reference: "A short name for the plan that stays the same every month, such as anyshire-2026.";
        "Title" 40 title: "The title of the plan.";
        "Purpose" 40 purpose: "What the plan is for. Choose from the list, or write your own words.";
        "Version" 40 version: "The version of the plan, as you count.";
        "Authority" 40 authority.name: "The council or trust whose plan it is.";
        "Authority code" 40 authority.code: "Its nine-character code, such as E10000099.";
        "As-at date" 40 status_date: "The day on which the facts in this workbook were gathered. Change it every month.";
        "Plan starts" 40 period.start: "The first day of the plan. A date without a year is read between this day and the next.";
        "Plan ends" 40 period.end: "The last day of the plan.";
        "Quarters" 40 quarters: "Financial: Q1 is April to June. Calendar: Q1 is January to March. Blank means financial.";
        "Red after days late" 40 rag_policy.red_after_days: "Red when more than this many days late. Blank means 28.";
        "Amber if not started within days" 40 rag_policy.not_started_within_days: "Amber when not started this many days before it is due. Blank means 14.";
        "Amber if moved by more than days" 40 rag_policy.moved_by_more_than_days: "Amber when its due date was moved by more than this in all. Blank means 28.";
        "Amber if moved this many times" 40 rag_policy.moved_times: "Amber when its due date was moved this often. Blank means 2.";
};

/// Who answers for the plan.
pub(in crate::workbook) static ROLES: &[Column<Role>] = columns! {
    "Role in the plan" 30 role: "What the post does for the plan, such as accountable.";
    "Post" 40 post: "The post, never a person's name.";
    "Body" 60 body: "The body it belongs to, where that is not the authority.";
};

/// The meanings of the words in the RAG column.
pub(in crate::workbook) static LEGEND: &[Column<LegendRow>] = columns! {
    "Word in the RAG column" 30 word: "A word your council uses, such as Blue.";
    "What the word means" 40 means: "A colour or a status, from the list.";
};

/// Returns whether text is the heading of a section of the cover.
pub(in crate::workbook) fn is_heading(text: &str) -> bool {
    let roles = ROLES.iter().map(|column| column.heading);
    let legend = LEGEND.iter().map(|column| column.heading);
    let sections = [ABOUT_THE_PLAN, THE_SHEETS, WHO_ANSWERS, RAG_WORDS, RAG_HINT, PLAN_KEY];
    roles.chain(legend).chain(sections).any(|heading| same(heading, text))
}
