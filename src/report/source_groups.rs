//! Recommendations by the source they come from and the body they are addressed to: how a board
//! reads them, never mixing two sources.

use std::collections::HashMap;

use super::names::source_name;
use crate::analysis::{Coverage, Group, Ladder, RecommendationCoverage};
use crate::model::Addressee;
use crate::plan::SourceRef;
use crate::text::fold;

/// The recommendations of one source to one body.
pub(super) struct SourceGroup<'c, 'p> {
    pub(super) source: Option<SourceRef<'p>>,
    pub(super) addressee: Option<Addressee>,
    pub(super) recommendations: Vec<RecommendationCoverage<'c, 'p>>,
}

impl SourceGroup<'_, '_> {
    pub(super) fn ladder(&self) -> Ladder {
        Ladder::of(self.recommendations.iter().map(RecommendationCoverage::rung))
    }

    /// `Ofsted (ofsted-2017), to the council`.
    pub(super) fn name(&self) -> String {
        let source = self.source.map_or_else(|| "No source".to_owned(), source_name);
        match &self.addressee {
            Some(addressee) => format!("{source}, to {}", addressee.label()),
            None => format!("{source}, addressed to nobody by name"),
        }
    }
}

/// The counted recommendations by source and body: the groups of
/// [`Coverage::by_source_and_addressee`], which the headline speaks of, with the recommendations in
/// each. One that is addressed to several bodies stands under each.
pub(super) fn source_groups<'c, 'p>(coverage: &'c Coverage<'p>) -> Vec<SourceGroup<'c, 'p>> {
    let mut found = Vec::new();
    let (mut places, mut places_by_name) = (HashMap::new(), HashMap::new());
    for group in coverage.by_source_and_addressee() {
        let position = group.source.map(SourceRef::position);
        let name = folded(group.addressee.as_ref());
        places.entry((position, group.addressee.clone())).or_insert(found.len());
        places_by_name.entry((position, name)).or_insert(found.len());
        let Group { source, addressee, .. } = group;
        found.push(SourceGroup { source, addressee, recommendations: Vec::new() });
    }
    for one in coverage.recommendations() {
        let position = one.recommendation().source().map(SourceRef::position);
        let named = &one.recommendation().record().addressed_to;
        let nobody = named.is_empty().then_some(None);
        let mut mine: Vec<usize> = Vec::new();
        for addressee in named.iter().map(Some).chain(nobody) {
            let place = places.get(&(position, addressee.cloned()));
            // Two spellings of one body share the group of the first of them.
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

/// Whether a recommendation is addressed to several bodies, and so stands under each.
pub(super) fn some_are_shared(groups: &[SourceGroup<'_, '_>]) -> bool {
    let mut recommendations = groups.iter().flat_map(|group| &group.recommendations);
    recommendations.any(|one| one.recommendation().record().addressed_to.len() > 1)
}
