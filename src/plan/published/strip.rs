//! The document of a published plan: what stays of each record.

use super::hidden::Hidden;
use super::links::{Linked, one};
use super::waivers;
use super::withheld::Withheld;
use crate::model::{Action, Measure, Recommendation, Workstream};
use crate::plan::index::Index;
use crate::plan::links::Kind;
use crate::plan::{Plan, PlanDoc};

/// The document without what is kept out, which is counted.
pub(super) fn strip(plan: &Plan, hidden: &Hidden, withheld: &mut Withheld) -> PlanDoc {
    let doc = plan.doc();
    let mut strip = Strip { index: plan.index(), hidden, linked: Linked::new(plan), withheld };
    let mut sources = doc.sources.clone();
    keep(&mut sources, &mut strip.withheld.sources, |source| !source.restricted);
    // Every key is named, so that a new kind of record is not published by oversight.
    PlanDoc {
        format: doc.format,
        id: doc.id,
        reference: doc.reference.clone(),
        title: doc.title.clone(),
        purpose: doc.purpose.clone(),
        version: doc.version.clone(),
        authority: doc.authority.clone(),
        status_date: doc.status_date.clone(),
        period: doc.period.clone(),
        quarters: doc.quarters,
        roles: doc.roles.clone(),
        rag_policy: doc.rag_policy,
        legend: doc.legend.clone(),
        sources,
        recommendations: each(&doc.recommendations, |at, one| strip.recommendation(at, one)),
        workstreams: each(&doc.workstreams, |at, one| strip.workstream(at, one)),
        actions: each(&doc.actions, |at, one| strip.action(at, one)),
        measures: each(&doc.measures, |at, one| strip.measure(at, one)),
        waivers: waivers::staying(plan, hidden, &mut strip.withheld.waivers),
    }
}

struct Strip<'p> {
    index: &'p Index,
    hidden: &'p Hidden,
    linked: Linked<'p>,
    withheld: &'p mut Withheld,
}

impl Strip<'_> {
    fn recommendation(&mut self, at: usize, record: &Recommendation) -> Option<Recommendation> {
        if is_at(&self.hidden.recommendations, at) {
            self.withheld.recommendations += 1;
            self.withheld.assessments += record.assessments.len();
            return None;
        }
        let mut record = record.clone();
        keep(&mut record.assessments, &mut self.withheld.assessments, |one| !one.restricted);
        // Its source and its whole stay, or it would not.
        Some(record)
    }

    fn workstream(&mut self, at: usize, record: &Workstream) -> Option<Workstream> {
        if is_at(&self.hidden.workstreams, at) {
            self.withheld.workstreams += 1;
            return None;
        }
        let part_of = record.part_of.as_ref();
        let whole = one(&self.hidden.workstreams, part_of, (&self.index.workstream_whole, at));
        Some(Workstream { part_of: whole, ..record.clone() })
    }

    fn action(&mut self, at: usize, record: &Action) -> Option<Action> {
        self.withheld.updates += record.updates.len();
        if is_at(&self.hidden.actions, at) {
            self.withheld.actions += 1;
            self.withheld.milestones += record.milestones.len();
            self.withheld.evidence += record.evidence.len();
            self.withheld.resources += record.resources.len();
            return None;
        }
        let Self { index, hidden, linked, withheld } = self;
        let answers = (&index.answers, at);
        let enables = (&index.enables, at);
        let depends_on = (&index.depends_on, at);
        let measures = (&index.action_measures, at);
        let succeeded_by = record.succeeded_by.as_ref();
        let workstream = record.workstream.as_ref();
        let mut stays = Action {
            answers: linked.many(
                Kind::Recommendation,
                &hidden.recommendations,
                &record.answers,
                answers,
            ),
            enables: linked.many(Kind::Source, &hidden.sources, &record.enables, enables),
            depends_on: linked.many(Kind::Action, &hidden.actions, &record.depends_on, depends_on),
            measures: linked.many(Kind::Measure, &hidden.measures, &record.measures, measures),
            succeeded_by: one(&hidden.actions, succeeded_by, (&index.succeeded_by, at)),
            workstream: one(&hidden.workstreams, workstream, (&index.workstream_of, at)),
            updates: Vec::new(),
            ..record.clone()
        };
        keep(&mut stays.milestones, &mut withheld.milestones, |one| !one.restricted);
        keep(&mut stays.evidence, &mut withheld.evidence, |one| !one.restricted);
        keep(&mut stays.resources, &mut withheld.resources, |one| !one.restricted);
        Some(stays)
    }

    fn measure(&mut self, at: usize, record: &Measure) -> Option<Measure> {
        if is_at(&self.hidden.measures, at) {
            self.withheld.measures += 1;
            return None;
        }
        let Self { index, hidden, linked, .. } = self;
        let answers = (&index.measure_answers, at);
        let workstreams = (&index.measure_workstreams, at);
        Some(Measure {
            answers: linked.many(
                Kind::Recommendation,
                &hidden.recommendations,
                &record.answers,
                answers,
            ),
            workstreams: linked.many(
                Kind::Workstream,
                &hidden.workstreams,
                &record.workstreams,
                workstreams,
            ),
            ..record.clone()
        })
    }
}

/// What stays of each record of a list.
fn each<T>(records: &[T], mut stays: impl FnMut(usize, &T) -> Option<T>) -> Vec<T> {
    records.iter().enumerate().filter_map(|(at, record)| stays(at, record)).collect()
}

/// Keeps the records that stay, and counts the others.
fn keep<T>(records: &mut Vec<T>, withheld: &mut usize, stays: impl FnMut(&T) -> bool) {
    let before = records.len();
    records.retain(stays);
    *withheld += before - records.len();
}

fn is_at(hidden: &[bool], at: usize) -> bool {
    hidden.get(at).copied().unwrap_or_default()
}
