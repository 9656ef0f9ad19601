//! Coverage broken down by source, addressee, tier, workstream or lead.

use super::answer_object::answer_object;
use super::coverage::{Coverage, RecommendationCoverage};
use super::ladder::Ladder;
use crate::model::Addressee;
use crate::plan::SourceRef;
use crate::text::fold;

/// A group of recommendations. A recommendation that belongs to several groups counts in each.
///
/// Serialises as `name`; `source` (its `id` and `reference`) and `addressee` (the word of the document),
/// each null unless the group is by it; `total`, the number of its recommendations; and `addressed`,
/// `planned`, `completed` and `assured`, each a [`Ratio`](crate::facts::Ratio).
#[derive(Clone)]
pub struct Group<'p> {
    name: String,
    source: Option<SourceRef<'p>>,
    addressee: Option<Addressee>,
    ladder: Ladder,
}

/// Shows no text of the plan.
impl std::fmt::Debug for Group<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Group")
            .field("source", &self.source)
            .field("ladder", &self.ladder)
            .finish_non_exhaustive()
    }
}

impl<'p> Group<'p> {
    /// Returns the printed label of the group.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the source, if the group is one source.
    #[must_use]
    pub const fn source(&self) -> Option<SourceRef<'p>> {
        self.source
    }

    /// Returns the addressee, if the group is by addressee.
    #[must_use]
    pub const fn addressee(&self) -> Option<&Addressee> {
        self.addressee.as_ref()
    }

    /// Returns the ladder of the group.
    #[must_use]
    pub const fn ladder(&self) -> Ladder {
        self.ladder
    }
}

answer_object!(
    Group<'_>,
    |this| name = this.name,
    source = this.source,
    addressee = this.addressee,
    total = this.ladder.addressed().whole(),
    addressed = this.ladder.addressed(),
    planned = this.ladder.planned(),
    completed = this.ladder.completed(),
    assured = this.ladder.assured(),
);

/// The label of a group that the document does not name.
const NOT_STATED: &str = "not stated";

impl<'p> Coverage<'p> {
    /// Groups by source, in document order; recommendations without a source last.
    #[must_use]
    pub fn by_source(&self) -> Vec<Group<'p>> {
        self.grouped(|one| vec![Key::source(one.recommendation().source())])
    }

    /// Groups by addressee, in the order of first mention.
    #[must_use]
    pub fn by_addressee(&self) -> Vec<Group<'p>> {
        self.grouped(|one| addressees(one).into_iter().map(Key::addressee).collect())
    }

    /// Groups by source and addressee, never mixing two sources.
    #[must_use]
    pub fn by_source_and_addressee(&self) -> Vec<Group<'p>> {
        self.grouped(|one| {
            let source = one.recommendation().source();
            let name = source.map_or("no source", SourceRef::name);
            addressees(one)
                .into_iter()
                .map(|addressee| Key {
                    sort: source_sort(source),
                    name: format!("{name}, to {}", addressee_name(addressee.as_ref())),
                    source,
                    addressee,
                })
                .collect()
        })
    }

    /// Groups by tier, in the order of first mention.
    #[must_use]
    pub fn by_tier(&self) -> Vec<Group<'p>> {
        self.grouped(|one| {
            let tier = one.recommendation().record().tier.as_ref();
            vec![Key::named(tier.map_or(NOT_STATED, |tier| tier.as_str()))]
        })
    }

    /// Groups by the workstreams of the linked actions. A recommendation without actions is in no
    /// group.
    #[must_use]
    pub fn by_workstream(&self) -> Vec<Group<'p>> {
        self.grouped(|one| {
            let actions = one.actions().into_iter();
            actions
                .map(|action| match action.workstream() {
                    Some(workstream) => {
                        let reference = workstream.reference();
                        let name = workstream.name();
                        let name = reference.as_str().map_or_else(
                            || name.to_owned(),
                            |reference| format!("{reference} {name}"),
                        );
                        Key { sort: workstream.position(), ..Key::named(&name) }
                    }
                    None => Key { sort: usize::MAX, ..Key::named("no workstream") },
                })
                .collect()
        })
    }

    /// Groups by the leads of the linked actions. A recommendation without actions is in no group.
    #[must_use]
    pub fn by_lead(&self) -> Vec<Group<'p>> {
        self.grouped(|one| {
            let actions = one.actions().into_iter();
            actions.map(|action| Key::named(&action.lead().to_string())).collect()
        })
    }

    /// Returns the group for a headline: one source and one addressee.
    ///
    /// The source is the first written by an inspectorate, else the first that is not the council's
    /// own; the addressee is the council, else the first. Returns `None` if the plan has only the
    /// council's own priorities.
    #[must_use]
    pub fn headline(&self) -> Option<Group<'p>> {
        let groups = self.by_source_and_addressee();
        let kind = |group: &Group<'p>| group.source.and_then(|source| source.record().kind.clone());
        let inspected = groups
            .iter()
            .find(|group| kind(group).is_some_and(|kind| kind.is_inspectorate()))
            .or_else(|| {
                groups.iter().find(|group| {
                    group.source.is_some() && !kind(group).is_some_and(|kind| kind.is_own())
                })
            })?;
        let of_source = || groups.iter().filter(|group| group.source == inspected.source);
        let council = of_source().find(|group| group.addressee == Some(Addressee::Council));
        council.or_else(|| of_source().next()).cloned()
    }

    fn grouped(
        &self,
        keys: impl Fn(&RecommendationCoverage<'_, 'p>) -> Vec<Key<'p>>,
    ) -> Vec<Group<'p>> {
        let mut found: Vec<(Key<'p>, Vec<RecommendationCoverage<'_, 'p>>)> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for recommendation in self.recommendations() {
            let mut mine: Vec<usize> = Vec::new();
            for key in keys(&recommendation) {
                let folded = (key.sort, fold(&key.name).into_owned());
                let place = *places.entry(folded).or_insert(found.len());
                if place == found.len() {
                    found.push((key, Vec::new()));
                }
                mine.push(place);
            }
            mine.sort_unstable();
            mine.dedup();
            for place in mine {
                if let Some((_, members)) = found.get_mut(place) {
                    members.push(recommendation);
                }
            }
        }
        found.sort_by_key(|(key, _)| key.sort);
        found
            .into_iter()
            .map(|(key, members)| Group {
                name: key.name,
                source: key.source,
                addressee: key.addressee,
                ladder: Ladder::of(members.into_iter().map(|one| one.rung())),
            })
            .collect()
    }
}

/// The key by which a recommendation is grouped. Groups are ordered by `sort`, then by first mention.
struct Key<'p> {
    sort: usize,
    name: String,
    source: Option<SourceRef<'p>>,
    addressee: Option<Addressee>,
}

impl<'p> Key<'p> {
    fn named(name: &str) -> Self {
        Self { sort: 0, name: name.to_owned(), source: None, addressee: None }
    }

    fn source(source: Option<SourceRef<'p>>) -> Self {
        let name = source.map_or("no source", SourceRef::name);
        Self { sort: source_sort(source), source, ..Self::named(name) }
    }

    fn addressee(addressee: Option<Addressee>) -> Self {
        let name = addressee_name(addressee.as_ref()).to_owned();
        Self { addressee, ..Self::named(&name) }
    }
}

fn source_sort(source: Option<SourceRef<'_>>) -> usize {
    source.map_or(usize::MAX, SourceRef::position)
}

fn addressee_name(addressee: Option<&Addressee>) -> &str {
    addressee.map_or(NOT_STATED, Addressee::label)
}

/// Returns a key for each addressee of a recommendation, or the key for no addressee.
fn addressees(one: &RecommendationCoverage<'_, '_>) -> Vec<Option<Addressee>> {
    let named = &one.recommendation().record().addressed_to;
    if named.is_empty() { vec![None] } else { named.iter().cloned().map(Some).collect() }
}
