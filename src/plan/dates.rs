//! The dates of a plan, read once with the plan's period and quarters.

use std::ops::Range;

use chrono::NaiveDate;

use super::PlanDoc;
use super::adjacency::position;
use super::limits::Limits;
use crate::due_date::{DateContext, DateReading, DateSpan, DueDate};
use crate::model::{Action, DeliveryStatus, Evidence, RecordKind, Revision, Stopped};

/// The dates that actions and milestones have in common.
#[derive(Debug, Clone)]
pub(crate) struct ItemDates {
    pub(crate) due: DateReading,
    pub(crate) completed: DateReading,
    pub(crate) stopped: DateReading,
    revisions: Range<u32>,
    /// Whether the item has no revisions and its status is one of work that goes on, so that nothing but its due date
    /// and its action decides whether it is late. Most items are, and few questions then need their record.
    pub(crate) is_plain: bool,
}

/// The dates of an action.
#[derive(Debug, Clone)]
pub(crate) struct ActionDates {
    pub(crate) item: ItemDates,
    pub(crate) start: DateReading,
    pub(crate) from: DateReading,
    pub(crate) until: DateReading,
    pub(crate) next_review: DateReading,
    milestones: u32,
    evidence: u32,
}

/// The dates of a revision. One whose due date is blank or cannot be read moves nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RevisionDates {
    pub(crate) due: DateReading,
    pub(crate) agreed: DateReading,
}

impl RevisionDates {
    /// Returns whether it was agreed on or before a date.
    pub(crate) fn is_agreed(self, as_of: NaiveDate) -> bool {
        self.agreed.latest().is_some_and(|day| day <= as_of)
    }

    /// Returns whether it moves the due date as of a date: it was agreed by then, and its due date can
    /// be read, even if it gives no day.
    pub(crate) fn is_move(self, as_of: NaiveDate) -> bool {
        self.is_agreed(as_of) && self.due.is_readable()
    }
}

/// The dates of a piece of evidence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EvidenceDates {
    pub(crate) date: DateReading,
    pub(crate) expires: DateReading,
}

/// Every date that the analysis needs, in document order.
#[derive(Debug, Clone, Default)]
pub(crate) struct PlanDates {
    pub(crate) context: DateContext,
    pub(crate) status_date: Option<NaiveDate>,
    actions: Vec<ActionDates>,
    milestones: Vec<ItemDates>,
    evidence: Vec<EvidenceDates>,
    revisions: Vec<RevisionDates>,
}

impl PlanDates {
    pub(crate) fn new(doc: &PlanDoc, limits: &Limits) -> Self {
        let context = context(doc, limits);
        let mut dates = Self {
            context,
            status_date: read(doc.status_date.as_ref(), context).latest(),
            actions: Vec::with_capacity(doc.actions.len()),
            milestones: Vec::with_capacity(doc.count(RecordKind::Milestone)),
            ..Self::default()
        };
        for action in &doc.actions {
            dates.add(action);
        }
        dates
    }

    pub(crate) fn action(&self, action: usize) -> Option<&ActionDates> {
        self.actions.get(action)
    }

    /// Returns the dates of the milestones of the action at a position, in order.
    pub(crate) fn milestones(&self, action: usize) -> &[ItemDates] {
        let first = self.actions.get(action).map(|action| action.milestones as usize);
        let next = self.actions.get(action + 1).map(|action| action.milestones as usize);
        let range = first.unwrap_or_default()..next.unwrap_or(self.milestones.len());
        self.milestones.get(range).unwrap_or(&[])
    }

    pub(crate) fn milestone(&self, action: usize, milestone: usize) -> Option<&ItemDates> {
        self.milestones.get(self.milestone_position(action, milestone)?)
    }

    /// Returns the position among all milestones of a milestone of the action at a position.
    pub(crate) fn milestone_position(&self, action: usize, milestone: usize) -> Option<usize> {
        Some(self.actions.get(action)?.milestones as usize + milestone)
    }

    /// Returns the position of the action of a milestone, and that of the milestone in it, from its position among all
    /// milestones.
    pub(crate) fn milestone_place(&self, milestone: usize) -> Option<(usize, usize)> {
        let begin_by = self.actions.partition_point(|one| one.milestones as usize <= milestone);
        let action = begin_by.checked_sub(1)?;
        let first = self.actions.get(action)?.milestones as usize;
        (milestone < self.milestones.len()).then_some((action, milestone - first))
    }

    pub(crate) fn evidence(&self, action: usize, evidence: usize) -> Option<EvidenceDates> {
        let first = self.actions.get(action)?.evidence as usize;
        self.evidence.get(first + evidence).copied()
    }

    pub(crate) fn revisions(&self, item: &ItemDates) -> &[RevisionDates] {
        let range = item.revisions.start as usize..item.revisions.end as usize;
        self.revisions.get(range).unwrap_or(&[])
    }

    fn add(&mut self, action: &Action) {
        let plain = self.context;
        let in_force = action.in_force.as_ref();
        let start = read(action.start.as_ref(), plain);
        let from = read(in_force.and_then(|interim| interim.from.as_ref()), plain);
        let known_start = anchor(start).or_else(|| anchor(from));
        let started = known_start.map_or(plain, |span| plain.with_start(span));
        let in_force_from = anchor(from).map_or(started, |span| plain.with_start(span));
        let until = in_force.and_then(|interim| interim.until.as_ref());
        let next_review = action.recurs.as_ref().and_then(|recurs| recurs.next_review.as_ref());
        let item = self.item(
            action.status,
            action.due.as_ref(),
            action.completed.as_ref(),
            action.stopped.as_ref(),
            &action.revisions,
            started,
        );
        self.actions.push(ActionDates {
            item,
            start,
            from,
            until: read(until, in_force_from),
            next_review: read(next_review, started),
            milestones: position(self.milestones.len()),
            evidence: position(self.evidence.len()),
        });
        for milestone in &action.milestones {
            let item = self.item(
                milestone.status,
                milestone.due.as_ref(),
                milestone.completed.as_ref(),
                milestone.stopped.as_ref(),
                &milestone.revisions,
                started,
            );
            self.milestones.push(item);
        }
        self.evidence
            .extend(action.evidence.iter().map(|evidence| evidence_dates(evidence, plain)));
    }

    fn item(
        &mut self,
        status: DeliveryStatus,
        due: Option<&DueDate>,
        completed: Option<&DueDate>,
        stopped: Option<&Stopped>,
        revisions: &[Revision],
        started: DateContext,
    ) -> ItemDates {
        let first = position(self.revisions.len());
        self.revisions.extend(revisions.iter().map(|revision| RevisionDates {
            due: read(revision.due.as_ref(), started),
            agreed: read(revision.agreed.as_ref(), started),
        }));
        let completed = read(completed, started);
        let is_at_work = match status {
            DeliveryStatus::NotStarted | DeliveryStatus::InProgress => true,
            // What is dated as completed and states no status is completed.
            DeliveryStatus::NotStated => completed.earliest().is_none(),
            _ => false,
        };
        ItemDates {
            due: read(due, started),
            completed,
            stopped: read(stopped.and_then(|stopped| stopped.date.as_ref()), started),
            revisions: first..position(self.revisions.len()),
            is_plain: is_at_work && revisions.is_empty(),
        }
    }
}

/// Reads a date that may be missing.
pub(crate) fn read(date: Option<&DueDate>, context: DateContext) -> DateReading {
    date.map_or(DateReading::Missing, |date| date.read(&context))
}

/// Returns the context for reading dates: the plan's period and quarters, and the years allowed. A period that ends
/// before it begins is no period.
pub(crate) fn context(doc: &PlanDoc, limits: &Limits) -> DateContext {
    let plain = DateContext::new()
        .with_quarters(doc.quarters.unwrap_or_default())
        .with_years(limits.years.clone());
    let period = doc.period.as_ref();
    let start = read(period.and_then(|period| period.start.as_ref()), plain).earliest();
    let end = read(period.and_then(|period| period.end.as_ref()), plain).latest();
    match (start, end) {
        (Some(start), Some(end)) if start <= end => plain.with_period(start, end),
        _ => plain,
    }
}

/// Returns the days from which a length of time is counted.
fn anchor(reading: DateReading) -> Option<DateSpan> {
    match reading {
        DateReading::Due(span) | DateReading::From(span) | DateReading::WeekCommencing(span) => {
            Some(span)
        }
        _ => None,
    }
}

fn evidence_dates(evidence: &Evidence, context: DateContext) -> EvidenceDates {
    EvidenceDates {
        date: read(evidence.date.as_ref(), context),
        expires: read(evidence.expires.as_ref(), context),
    }
}
