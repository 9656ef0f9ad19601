//! The dated steps of an action, and later due dates.

use crate::model::{Milestone, Revision};
use crate::workbook::column::{Parent, Sheet, Table, columns};

pub(in crate::workbook) static MILESTONES: Table<Milestone> = Table {
    sheet: Sheet::Milestones,
    list: "actions",
    inner: "milestones",
    parent: Parent::Action,
    has_ids: true,
    holds: None,
    columns: columns! {
        "Reference" 11 reference: "What people quote the milestone by. No two of one action may share one.";
        "Milestone" 50 title = Milestones: "What will have happened.";
        "Owners" 30 owners = Owners: "Who does it, where that is not the owner of the action. One a line.";
        "Due" 13 due = Due: "The first due date. A later one goes on the sheet Date changes.";
        "Status" 17 status = Status: "How far it has got. Choose from the list.";
        "Completed" 13 completed = Completed: "The day it was completed.";
        "Signed off on" 13 signed_off.date, rare: "The day its completion was accepted.";
        "Signed off by" 25 signed_off.by, rare: "Who accepted it.";
        "Stopped on" 13 stopped.date, rare: "If it was suspended or withdrawn: since when.";
        "Reason for stopping" 35 stopped.reason, rare: "Why it was stopped.";
        "Stop approved by" 25 stopped.approved_by, rare: "Who agreed to that.";
        "Stop reviewed on" 13 stopped.review, rare: "The day on which a suspension is looked at again.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};

pub(in crate::workbook) static DATE_CHANGES: Table<Revision> = Table {
    sheet: Sheet::DateChanges,
    list: "actions",
    inner: "revisions",
    parent: Parent::Step,
    has_ids: false,
    holds: None,
    columns: columns! {
        "New due date" 15 due = RevisedDue: "The later due date.";
        "Agreed on" 13 agreed: "The day it was agreed. Blank while it is only asked for: then it moves nothing.";
        "Reason" 50 reason: "Why it was moved.";
        "Approved by" 30 approved_by: "Who agreed to it: a board or a post.";
    },
};
