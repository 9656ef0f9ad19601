//! The parts of the plan.

use super::facts::Facts;
use super::hits::Hits;
use super::places::place;
use crate::model::Owner;
use crate::plan::quoted;
use crate::text::is_to_be_confirmed;

pub(crate) fn workstream_without_lead(facts: &Facts<'_>, hits: &mut Hits) {
    for workstream in facts.plan.workstreams() {
        let lead = workstream.record().lead.as_ref();
        let message = match lead.and_then(Owner::as_str) {
            Some(words) if is_to_be_confirmed(words) => format!("the lead is {}", quoted(words)),
            Some(_) => continue,
            None => "no lead is named".to_owned(),
        };
        let location = place(workstream.location(), "lead", lead.is_some());
        hits.add(location, workstream.subject(), message);
    }
    hits.fold_if_all(facts.plan.workstreams().len(), "workstreams", |n| {
        format!("none of the {n} workstreams has a lead")
    });
}

pub(crate) fn workstream_empty(facts: &Facts<'_>, hits: &mut Hits) {
    for workstream in facts.plan.empty_workstreams() {
        let message = match workstream.parts().len() {
            0 => "no action sits in it".to_owned(),
            1 => "no action sits in it or in its part".to_owned(),
            parts => format!("no action sits in it or in any of its {parts} parts"),
        };
        hits.add(workstream.location(), workstream.subject(), message);
    }
    hits.fold_if_all(facts.plan.workstreams().len(), "workstreams", |n| {
        format!("none of the {n} workstreams has an action")
    });
}
