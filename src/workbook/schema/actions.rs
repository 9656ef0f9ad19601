//! The sheets of actions, milestones, date changes, evidence, updates and resources.

use super::column::{Group as _, Table, columns};
use super::sheet::{Parent, Sheet};
use crate::import::SheetKind;
use crate::model::{Action, Evidence, Milestone, Resource, Revision, Update};

pub(in crate::workbook) static ACTIONS: Table<Action> = Table {
    sheet: Sheet::Actions,
    list: "actions",
    inner: "",
    parent: Parent::None,
    has_ids: true,
    holds: Some(SheetKind::Actions),
    columns: columns! {
        "Reference" 11 reference = ActionReference: "What people quote the action by. No two actions may share one.";
        "Action" 50 title = Action: "What will be done, in one sentence.";
        "Answers" 14 answers -> Recommendations = Answers: "The recommendations it answers, by reference. Put ; between several.";
        "Workstream" 14 workstream -> Workstreams = Workstream: "The workstream it sits in, by reference.";
        "Owners" 30 owners = Owners: "Who does it, by post: the lead first, one a line. Where it matters write post | body | role, or | body for a body alone.";
        "Start" 13 start = Start: "The day it starts.";
        "Due" 13 due = Due: "The first due date. Never change it: a later one goes on the sheet Date changes. Words such as Ongoing are allowed.";
        "Status" 17 status = Status: "How far it has got. Choose from the list.";
        "RAG" 10 rag = Rag: "Its colour as you see it: always the word, never a fill alone.";
        "Completed" 13 completed = Completed: "The day it was completed.";
        "Success looks like" 40 success = Success: "How you will know that it worked.";
        "Measures" 18 measures -> Measures: "The measures that show its effect, by reference. Put ; between several.";
        "Waits for" 14 depends_on -> Actions = DependsOn: "The actions it waits for, by reference. Put ; between several.";
        "Enables" 14 enables -> Sources, rare: "If it answers no single recommendation but serves a whole report (a board, a programme team): the reference of the source.";
        "Signed off on" 13 signed_off.date, rare: "The day its completion was accepted.";
        "Signed off by" 25 signed_off.by, rare: "Who accepted it.";
        "Repeats every" 14 recurs.every, rare: "How often it recurs, if it is work that goes on.";
        "Next review" 13 recurs.next_review, rare: "The next day on which somebody asks whether it should go on.";
        "In force from" 13 in_force.from, rare: "For an interim arrangement: its first day.";
        "In force until" 13 in_force.until, rare: "For an interim arrangement: its last day.";
        "In force, in words" 22 in_force.words, rare: "The words of the plan, such as for 6 months.";
        "Followed by" 14 succeeded_by -> Actions, rare: "The action that takes its place.";
        "Stopped on" 13 stopped.date, rare: "If it was suspended or withdrawn: since when.";
        "Reason for stopping" 35 stopped.reason, rare: "Why it was stopped.";
        "Stop approved by" 25 stopped.approved_by, rare: "Who agreed to that.";
        "Stop reviewed on" 13 stopped.review, rare: "The day on which a suspension is looked at again.";
        "Tags" 18 tags, rare: "Your own words to group it by. Put ; between several.";
        "Restricted" 11 restricted, rare: "Write yes to keep this row out of everything that is published.";
    },
};

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
