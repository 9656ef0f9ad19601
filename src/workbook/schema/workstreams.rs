//! The parts of the plan, words and money on an action, and checks that are accepted.

use crate::model::{Resource, Update, Waiver, Workstream};
use crate::workbook::column::{Parent, Sheet, Table, columns};

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

pub(in crate::workbook) static UPDATES: Table<Update> = Table {
    sheet: Sheet::Updates,
    list: "actions",
    inner: "updates",
    parent: Parent::Action,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Date" 13 date: "The day of the update.";
        "Kind of update" 18 kind: "What sort of update it is.";
        "Update" 80 text = Update: "How it goes. No child's or family's details.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};

pub(in crate::workbook) static RESOURCES: Table<Resource> = Table {
    sheet: Sheet::Resources,
    list: "actions",
    inner: "resources",
    parent: Parent::Action,
    has_ids: false,
    holds: None,
    columns: columns! {
        "Amount" 13 amount: "How much, in pounds.";
        "Basis" 14 basis: "What the amount is for.";
        "Funding" 17 funding: "Whether the money is there.";
        "Funding source" 30 funding_source: "Who pays.";
        "Ring-fenced" 12 ring_fenced: "Whether it may be spent on nothing else: yes or no.";
        "Spent" 13 spent: "How much is spent so far, in pounds.";
        "In words" 45 words = Resources: "What it pays for.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};

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
