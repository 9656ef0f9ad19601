//! Creates the document of a published plan.

use super::hidden::Hidden;
use super::kept_links::KeptLinks;
use super::waivers;
use super::withheld::Withheld;
use crate::model::{Action, Measure, Recommendation, RecordKind, Workstream};
use crate::plan::index::Index;
use crate::plan::{Plan, PlanDoc};

/// Returns the document without withheld records, and counts those.
pub(super) fn strip(plan: &Plan, hidden: &Hidden, withheld: &mut Withheld) -> PlanDoc {
    let doc = plan.doc();
    let links = KeptLinks::new(plan, hidden);
    let mut strip = Strip { index: plan.index(), hidden, links, withheld };
    let mut sources = doc.sources.clone();
    keep(&mut sources, &mut strip.withheld.sources, |source| !source.restricted);
    // Every key is named, so that a new kind of record cannot be published by accident.
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
    links: KeptLinks<'p>,
    withheld: &'p mut Withheld,
}

impl Strip<'_> {
    fn recommendation(&mut self, at: usize, record: &Recommendation) -> Option<Recommendation> {
        if self.hidden.holds(RecordKind::Recommendation, at) {
            self.withheld.recommendations += 1;
            self.withheld.assessments += record.assessments.len();
            return None;
        }
        let mut record = record.clone();
        keep(&mut record.assessments, &mut self.withheld.assessments, |one| !one.restricted);
        // Its source and its whole are published, or it would be withheld.
        Some(record)
    }

    fn workstream(&mut self, at: usize, record: &Workstream) -> Option<Workstream> {
        if self.hidden.holds(RecordKind::Workstream, at) {
            self.withheld.workstreams += 1;
            return None;
        }
        let whole = (&self.index.workstream_whole, at);
        let part_of = self.links.one(RecordKind::Workstream, record.part_of.as_ref(), whole);
        Some(Workstream { part_of, ..record.clone() })
    }

    fn action(&mut self, at: usize, record: &Action) -> Option<Action> {
        use RecordKind::{Action as AnAction, Measure, Recommendation, Source, Workstream};
        self.withheld.updates += record.updates.len();
        if self.hidden.holds(AnAction, at) {
            self.withheld.actions += 1;
            self.withheld.milestones += record.milestones.len();
            self.withheld.evidence += record.evidence.len();
            self.withheld.resources += record.resources.len();
            return None;
        }
        let Self { index, links, withheld, .. } = self;
        let many = |kind, written: &[String], targets| links.many(kind, written, (targets, at));
        let one = |kind, written: &Option<String>, target| {
            links.one(kind, written.as_ref(), (target, at))
        };
        let mut stays = Action {
            answers: many(Recommendation, &record.answers, &index.answers),
            enables: many(Source, &record.enables, &index.enables),
            depends_on: many(AnAction, &record.depends_on, &index.depends_on),
            measures: many(Measure, &record.measures, &index.action_measures),
            succeeded_by: one(AnAction, &record.succeeded_by, &index.succeeded_by),
            workstream: one(Workstream, &record.workstream, &index.workstream_of),
            updates: Vec::new(),
            ..record.clone()
        };
        keep(&mut stays.milestones, &mut withheld.milestones, |one| !one.restricted);
        keep(&mut stays.evidence, &mut withheld.evidence, |one| !one.restricted);
        keep(&mut stays.resources, &mut withheld.resources, |one| !one.restricted);
        Some(stays)
    }

    fn measure(&mut self, at: usize, record: &Measure) -> Option<Measure> {
        if self.hidden.holds(RecordKind::Measure, at) {
            self.withheld.measures += 1;
            return None;
        }
        let Self { index, links, .. } = self;
        let many = |kind, written: &[String], targets| links.many(kind, written, (targets, at));
        let answers = many(RecordKind::Recommendation, &record.answers, &index.measure_answers);
        let workstreams =
            many(RecordKind::Workstream, &record.workstreams, &index.measure_workstreams);
        Some(Measure { answers, workstreams, ..record.clone() })
    }
}

/// Collects the published form of each record in a list.
fn each<T>(records: &[T], mut stays: impl FnMut(usize, &T) -> Option<T>) -> Vec<T> {
    records.iter().enumerate().filter_map(|(at, record)| stays(at, record)).collect()
}

/// Keeps the published records and counts the others.
fn keep<T>(records: &mut Vec<T>, withheld: &mut usize, stays: impl FnMut(&T) -> bool) {
    let before = records.len();
    records.retain(stays);
    *withheld += before - records.len();
}
