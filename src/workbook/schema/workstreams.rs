//! The sheet of workstreams.

use super::column::{Table, columns};
use super::sheet::{Parent, Sheet};
use crate::model::Workstream;

pub(in crate::workbook) static WORKSTREAMS: Table<Workstream> = Table {
    sheet: Sheet::Workstreams,
    list: "workstreams",
    inner: "",
    parent: Parent::None,
    has_ids: true,
    holds: None,
    columns: columns! {
        "Reference" 11 reference: "What people quote the workstream by.";
        "Workstream" 50 name = Workstream: "Its name.";
        "Part of" 11 part_of -> Workstreams: "If it is part of a larger workstream: the reference of that.";
        "Lead" 35 lead = Owners: "Who leads it, by post.";
        "Team" 35 team: "The board or team that looks after it.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};
