//! Groups recommendations by source and by the body they are addressed to. A board reads each
//! source separately.

use std::collections::HashMap;

use super::line::isolated;
use super::names::source_name;
use crate::analysis::{Coverage, Ladder, RecommendationCoverage};
use crate::model::Addressee;
use crate::plan::SourceRef;
use crate::text::fold;

/// The recommendations of one source that are addressed to one body.
pub(super) struct SourceGroup<'c, 'p> {
    pub(super) source: Option<SourceRef<'p>>,
    pub(super) addressee: Option<Addressee>,
    pub(super) recommendations: Vec<RecommendationCoverage<'c, 'p>>,
}

impl SourceGroup<'_, '_> {
    pub(super) fn ladder(&self) -> Ladder {
        Ladder::of(self.recommendations.iter().map(RecommendationCoverage::rung))
    }

    /// Returns the name of the group: `Ofsted (ofsted-2017), to the council`.
    pub(super) fn name(&self) -> String {
        let source = self.source.map_or_else(|| "No source".to_owned(), source_name);
        match &self.addressee {
            Some(addressee) => format!("{source}, to {}", isolated(addressee.label())),
            None => format!("{source}, addressed to nobody by name"),
        }
    }
}

/// Groups the counted recommendations by source and body.
///
/// These are the groups of [`Coverage::by_source_and_addressee`], which the headline uses, with
/// their recommendations. One that is addressed to several bodies is in the group of each.
pub(super) fn source_groups<'c, 'p>(coverage: &'c Coverage<'p>) -> Vec<SourceGroup<'c, 'p>> {
    let mut found = Vec::new();
    let (mut places, mut places_by_name) = (HashMap::new(), HashMap::new());
    for group in coverage.by_source_and_addressee() {
        let (source, addressee) = (group.source(), group.addressee().cloned());
        let position = source.map(SourceRef::position);
        let name = folded(addressee.as_ref());
        places.entry((position, addressee.clone())).or_insert(found.len());
        places_by_name.entry((position, name)).or_insert(found.len());
        found.push(SourceGroup { source, addressee, recommendations: Vec::new() });
    }
    for one in coverage.recommendations() {
        let position = one.recommendation().source().map(SourceRef::position);
        let named = &one.recommendation().record().addressed_to;
        let nobody = named.is_empty().then_some(None);
        let mut mine: Vec<usize> = Vec::new();
        for addressee in named.iter().map(Some).chain(nobody) {
            let place = places.get(&(position, addressee.cloned()));
            // Two spellings of one body share the first one's group.
            let place = place.or_else(|| places_by_name.get(&(position, folded(addressee))));
            mine.extend(place);
        }
        mine.sort_unstable();
        mine.dedup();
        for place in mine {
            if let Some(body) = found.get_mut(place) {
                body.recommendations.push(one);
            }
        }
    }
    found
}

fn folded(addressee: Option<&Addressee>) -> Option<String> {
    addressee.map(|addressee| fold(addressee.label()).into_owned())
}

/// Returns whether any recommendation is addressed to several bodies, and so is in several groups.
pub(super) fn some_are_shared(groups: &[SourceGroup<'_, '_>]) -> bool {
    let mut recommendations = groups.iter().flat_map(|group| &group.recommendations);
    recommendations.any(|one| one.recommendation().record().addressed_to.len() > 1)
}
