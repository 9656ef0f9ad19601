//! The sheet of waivers.

use super::column::{Table, columns};
use super::sheet::{Parent, Sheet};
use crate::model::Waiver;

pub(in crate::workbook) static WAIVERS: Table<Waiver> = Table {
    sheet: Sheet::Waivers,
    list: "waivers",
    inner: "",
    parent: Parent::None,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Check" 28 code: "The name of the check that is accepted, such as owner-missing.";
        "About" 28 subject: "What it is about, such as action 3.0. Blank for the whole plan.";
        "Reason" 50 reason: "Why it is accepted.";
        "Approved by" 30 approved_by: "Who accepts it.";
        "Until" 13 expires: "The last day on which it is accepted.";
    },
};
