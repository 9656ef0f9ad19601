//! Assembles a document from a draft: first the names, then the links, and finally a new order of
//! the lists.

use std::collections::HashMap;

use super::Dates;
use super::actions::Reach;
use super::choices::Choices;
use super::draft::{Draft, Numbers};
use super::targets::{Name, Target};
use crate::model::Recommendation;
use crate::plan::{Namespaces, PlanDoc};

/// Returns the valid document that a draft encodes.
pub(super) fn assemble(draft: &Draft, dates: Dates) -> PlanDoc {
    let choices = |numbers| Choices::new(numbers, dates);
    let mut plan = choices(&draft.plan);
    let mut doc = plan.particulars();
    let ids = Namespaces::new(&doc);

    let rows = draft.sources.iter().enumerate();
    doc.sources = rows.map(|(place, numbers)| choices(numbers).source(place)).collect();
    let sources: Vec<Target> = doc
        .sources
        .iter()
        .map(|source| Target {
            id: *ids.source(source).as_uuid(),
            names: written(source.reference.as_ref()).into_iter().collect(),
        })
        .collect();

    let recommendations = recommend(&draft.recommendations, dates, &mut doc, &sources, &ids);

    let mut workstreams = Vec::new();
    for (place, numbers) in draft.workstreams.iter().enumerate() {
        let (workstream, name) = choices(numbers).workstream(place, &workstreams);
        workstreams.push(target(*ids.workstream(&workstream).as_uuid(), &name));
        doc.workstreams.push(workstream);
    }

    let mut measures = Vec::new();
    for (place, numbers) in draft.measures.iter().enumerate() {
        let (measure, name) = choices(numbers).measure(place, &recommendations, &workstreams);
        measures.push(target(*ids.measure(&measure).as_uuid(), &name));
        doc.measures.push(measure);
    }

    // An action must answer a recommendation or enable a source.
    let has_purpose = !sources.is_empty() || !recommendations.is_empty();
    let mut before = Vec::new();
    for (place, (numbers, steps)) in draft.actions.iter().enumerate().filter(|_| has_purpose) {
        let reach = Reach {
            sources: &sources,
            recommendations: &recommendations,
            workstreams: &workstreams,
            measures: &measures,
            before: &before,
        };
        let (mut action, name) = choices(numbers).action(place, &reach);
        let steps = steps.iter().enumerate();
        action.milestones =
            steps.map(|(step, numbers)| choices(numbers).milestone(place, step)).collect();
        before.push(target(*ids.action(&action).as_uuid(), &name));
        doc.actions.push(action);
    }

    doc.waivers = draft.waivers.iter().map(|numbers| choices(numbers).waiver(&doc)).collect();
    doc.sources = plan.shuffled(doc.sources);
    doc.recommendations = plan.shuffled(doc.recommendations);
    doc.workstreams = plan.shuffled(doc.workstreams);
    doc.actions = plan.shuffled(doc.actions);
    doc.measures = plan.shuffled(doc.measures);
    doc
}

/// A recommendation that has a name but no links yet.
struct Named {
    name: Name,
    /// The position of its source.
    source: Option<usize>,
    /// The position of the recommendation it is a part of.
    whole: Option<usize>,
}

/// Adds the recommendations and returns the targets for links to them.
fn recommend(
    rows: &[Numbers],
    dates: Dates,
    doc: &mut PlanDoc,
    sources: &[Target],
    ids: &Namespaces,
) -> Vec<Target> {
    let mut choices: Vec<Choices<'_>> =
        rows.iter().map(|numbers| Choices::new(numbers, dates)).collect();
    let mut named: Vec<Named> = Vec::new();
    let mut numbers: HashMap<Option<usize>, usize> = HashMap::new();
    for (place, choices) in choices.iter_mut().enumerate() {
        let is_elsewhere = choices.once_in(8);
        let places: Vec<usize> = (0..named.len()).collect();
        let whole = choices.one_of(&places).copied();
        let whole = choices.rarely(2, |_| whole).flatten();
        let places: Vec<usize> = (0..sources.len()).collect();
        let own = choices.one_of(&places).copied();
        let own = if choices.once_in(6) { None } else { own };
        let of_whole = whole.and_then(|whole| named.get(whole)).map(|whole| whole.source);
        let source = if is_elsewhere { own } else { of_whole.unwrap_or(own) };
        let number = numbers.entry(source).or_default();
        *number += 1;
        named.push(Named { name: choices.name(2, *number, place), source, whole });
    }
    let mut found: Vec<Target> = Vec::new();
    for (place, (choices, one)) in choices.iter_mut().zip(&named).enumerate() {
        let link = one.source.and_then(|source| sources.get(source));
        let link = link.map(|source| choices.link(source));
        // Within one source the reference of the whole is enough.
        let whole = one.whole.and_then(|whole| Some((named.get(whole)?, found.get(whole)?)));
        let part_of = whole.map(|(whole, target)| {
            let mut target = target.clone();
            if whole.source == one.source {
                target.names.splice(0..0, whole.name.names());
            }
            choices.link(&target)
        });
        let record = record(choices, one, link, part_of);
        let source = one.source.and_then(|source| doc.sources.get(source));
        let id = ids.id(&record, source);
        found.push(Target { id, names: names(place, one, &named, sources) });
        doc.recommendations.push(record);
    }
    found
}

fn record(
    choices: &mut Choices<'_>,
    one: &Named,
    source: Option<String>,
    part_of: Option<String>,
) -> Recommendation {
    let name = Name {
        reference: one.name.reference.clone(),
        explicit_id: one.name.explicit_id,
        title: one.name.title.clone(),
    };
    let mut record = choices.recommendation(name);
    record.source = source;
    record.part_of = part_of;
    record
}

/// Returns the texts that name a recommendation from anywhere: its reference, if no other source
/// uses it, and `source/reference`.
fn names(place: usize, one: &Named, all: &[Named], sources: &[Target]) -> Vec<String> {
    let compared = |named: &Named| {
        let reference = named.name.written();
        reference.map(|reference| crate::text::fold_reference(reference).into_owned())
    };
    let Some(own) = one.name.written() else { return Vec::new() };
    let others = all.iter().enumerate().filter(|(other, _)| *other != place);
    let is_shared = others.map(|(_, other)| compared(other)).any(|other| other == compared(one));
    let source = one.source.and_then(|source| sources.get(source)?.names.first());
    let plain = Some(own.to_owned()).filter(|_| !is_shared);
    let qualified = source.map(|source| format!("{source}/{own}"));
    plain.into_iter().chain(qualified).collect()
}

fn target(id: uuid::Uuid, name: &Name) -> Target {
    Target { id, names: name.names() }
}

fn written(reference: Option<&String>) -> Option<String> {
    reference.filter(|reference| !reference.trim().is_empty()).cloned()
}
