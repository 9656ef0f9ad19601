//! What shows that an action happened.

use crate::model::Evidence;
use crate::workbook::column::{Parent, Sheet, Table, columns};

pub(in crate::workbook) static EVIDENCE: Table<Evidence> = Table {
    sheet: Sheet::Evidence,
    list: "actions",
    inner: "evidence",
    parent: Parent::Action,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Kind of evidence" 20 kind: "What sort of evidence.";
        "Evidence" 55 title = Evidence: "What it is called, so that somebody can find it. No child's or family's details.";
        "Date" 13 date: "Its day.";
        "Verified by" 30 verified_by: "Who checked it: somebody other than the owners.";
        "Counts until" 13 expires: "The last day on which it counts.";
        "Whose voice" 22 voice: "Whose voice it carries. Put ; between several.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};
