//! References to records of another sheet: splits those that an officer put into one cell, and follows
//! records that were renamed since the workbook was written.

use std::collections::HashMap;

use uuid::Uuid;

use super::reader::Reader;
use crate::diagnostic::Location;
use crate::diagnostic::import_codes::OLD_NAME_USED;
use crate::import::values::references;
use crate::model::{Action, Measure, Recommendation, Record, RecordKind, Source, Workstream};
use crate::plan::{Namespaces, PlanDoc, quoted};
use crate::workbook::row_names::Names;

/// Returns the ids that a record with a reference would have.
type Made<'d> = Box<dyn Fn(&str) -> Vec<Uuid> + 'd>;

/// The records that a column may name.
struct Target<'d> {
    /// `recommendation`, for messages.
    kind: &'static str,
    names: Names,
    /// The records whose id is not derived from their reference.
    pinned: HashMap<Uuid, usize>,
    made: Made<'d>,
}

impl Target<'_> {
    /// Finds the record that formerly had a reference, if no record has it now.
    fn renamed(&self, link: &str) -> Option<usize> {
        if self.pinned.is_empty() || self.names.has(link) {
            return None;
        }
        (self.made)(link).iter().find_map(|id| self.pinned.get(id)).copied()
    }

    fn knows(&self, link: &str) -> bool {
        self.names.has(link) || self.renamed(link).is_some()
    }

    /// Splits several references in one cell, if the parts refer to records.
    fn apart(&self, link: String) -> Vec<String> {
        let knows = |link: &str| self.knows(link);
        if knows(&link) {
            return vec![link];
        }
        let parts = references(&link, None, &knows);
        // The source of a reference comes before a slash, by any of its names.
        let strokes = |text: &str| text.matches('/').count();
        let is_found = if strokes(&link) == 0 {
            parts.iter().any(|part| knows(part))
        } else {
            let kept: usize = parts.iter().map(|part| strokes(part)).sum();
            kept == strokes(&link) && parts.iter().all(|part| knows(part))
        };
        if is_found { parts } else { vec![link] }
    }
}

impl<'d> Target<'d> {
    fn new<R: Record>(
        kind: RecordKind,
        records: &[R],
        names: Names,
        made: impl Fn(&str) -> Vec<Uuid> + 'd,
    ) -> Self {
        let pinned = records.iter().enumerate();
        let pinned = pinned.filter_map(|(at, one)| Some((one.explicit_id()?, at))).collect();
        Self { kind: kind.name(), names, pinned, made: Box::new(made) }
    }

    /// Returns a target for records whose ids depend only on their reference. `blank` makes a record from a
    /// reference.
    fn simple<R: Record + 'd>(records: &[R], ids: Namespaces, blank: fn(&str) -> R) -> Self {
        let kind = blank("").kind();
        let made = move |link: &str| vec![ids.id(&blank(link), None)];
        Self::new(kind, records, Names::new(records), made)
    }
}

fn of_sources(sources: &[Source], ids: Namespaces) -> Target<'_> {
    Target::simple(sources, ids, |link| Source::new("").with_reference(link))
}

/// Follows the links of recommendations to their sources, which determine their ids.
pub(super) fn follow_sources(
    reader: &mut Reader<'_>,
    doc: &PlanDoc,
    recommendations: &mut [Recommendation],
) {
    let sources = of_sources(&doc.sources, Namespaces::new(doc));
    for (at, one) in recommendations.iter_mut().enumerate() {
        follow(reader, one.source.as_mut(), &sources, ("recommendations", at, "source"));
    }
}

/// Splits and follows the other links of a document.
pub(super) fn follow_links(reader: &mut Reader<'_>, doc: &mut PlanDoc) {
    let ids = Namespaces::new(doc);
    let PlanDoc { sources, recommendations, workstreams, actions, measures, .. } = doc;
    let of_sources = of_sources(sources, ids);
    let names = Names::of_recommendations(recommendations);
    let of_recommendations =
        Target::new(RecordKind::Recommendation, recommendations, names, |link| {
            let one = Recommendation::new("").with_reference(link);
            let within = sources.iter().map(Some).chain([None]);
            within.map(|source| ids.id(&one, source)).collect()
        });
    let of_workstreams =
        Target::simple(workstreams, ids, |link| Workstream::new("").with_reference(link));
    let of_actions = Target::simple(actions, ids, |link| Action::new("").with_reference(link));
    let of_measures = Target::simple(measures, ids, |link| Measure::new("").with_reference(link));
    for (at, one) in recommendations.iter_mut().enumerate() {
        let place = ("recommendations", at, "part_of");
        follow(reader, one.part_of.as_mut(), &of_recommendations, place);
    }
    for (at, one) in workstreams.iter_mut().enumerate() {
        follow(reader, one.part_of.as_mut(), &of_workstreams, ("workstreams", at, "part_of"));
    }
    for (at, one) in actions.iter_mut().enumerate() {
        let place = |key| ("actions", at, key);
        follow(reader, one.workstream.as_mut(), &of_workstreams, place("workstream"));
        follow_all(reader, &mut one.answers, &of_recommendations, place("answers"));
        follow_all(reader, &mut one.enables, &of_sources, place("enables"));
        follow_all(reader, &mut one.depends_on, &of_actions, place("depends_on"));
        follow_all(reader, &mut one.measures, &of_measures, place("measures"));
    }
    for (at, one) in measures.iter_mut().enumerate() {
        let place = |key| ("measures", at, key);
        follow_all(reader, &mut one.answers, &of_recommendations, place("answers"));
        follow_all(reader, &mut one.workstreams, &of_workstreams, place("workstreams"));
    }
}

fn follow_all(
    reader: &mut Reader<'_>,
    links: &mut Vec<String>,
    target: &Target<'_>,
    place: (&'static str, usize, &'static str),
) {
    if links.iter().all(|link| target.names.has(link)) {
        return;
    }
    *links = std::mem::take(links).into_iter().flat_map(|link| target.apart(link)).collect();
    for link in links {
        follow(reader, Some(link), target, place);
    }
}

/// Replaces the old reference of a renamed record by the new one, and reports it.
fn follow(
    reader: &mut Reader<'_>,
    link: Option<&mut String>,
    target: &Target<'_>,
    (list, at, key): (&'static str, usize, &'static str),
) {
    let Some(link) = link else { return };
    let Some(renamed) = target.renamed(link) else { return };
    let Some(now) = target.names.of(renamed) else { return };
    let location = Location::element(list, at).key(key);
    let place = reader.places.locate(&location).unwrap_or(location);
    // Once for each name in each list.
    if reader.is_first_link(list, target.kind, link) {
        let (kind, was, now) = (target.kind, quoted(link), quoted(now));
        let message = format!(
            "the {kind} {was} is now called {now}; cells here that say {was} were read as {now}"
        );
        reader.problems.report(&OLD_NAME_USED, place, "the workbook", message);
    }
    now.clone_into(link);
}
