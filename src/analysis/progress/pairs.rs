//! Who is whom: the pairs of records of an earlier and a later plan.
//!
//! Three passes, each over what the passes before left over: the same id, the same reference, the same words where
//! at least one of the two has no reference.

use hashbrown::{DefaultHashBuilder, HashTable};
use uuid::Uuid;

use super::identity::{Identity, name};
use super::pairing::{By, Pairing};
use crate::model::{ByKind, Record, RecordKind};
use crate::plan::Plan;
use crate::text::same_reference;

/// The pairs of two plans.
#[derive(Debug, Clone)]
pub(super) struct Pairs {
    pub(super) sources: Pairing,
    pub(super) recommendations: Pairing,
    pub(super) actions: Pairing,
    pub(super) milestones: Pairing,
    /// The later actions with a reference that another action had, each with that action.
    pub(super) reused: Vec<(usize, usize)>,
}

impl Pairs {
    pub(super) fn new(earlier: &Plan, later: &Plan) -> Self {
        let two = Two { earlier: Side(earlier), later: Side(later), ids: Ids::new(earlier, later) };
        let sources = two.pairing(RecordKind::Source, None);
        let recommendations = two.pairing(RecordKind::Recommendation, Some(&sources));
        let actions = two.pairing(RecordKind::Action, None);
        let milestones = two.pairing(RecordKind::Milestone, Some(&actions));
        let reused = two.reused_references(&actions);
        Self { sources, recommendations, actions, milestones, reused }
    }
}

/// One of the two plans.
struct Side<'p>(&'p Plan);

impl<'p> Side<'p> {
    fn count(&self, kind: RecordKind) -> usize {
        self.0.doc().count(kind)
    }

    fn record(&self, kind: RecordKind, at: usize) -> Option<&'p dyn Record> {
        let doc = self.0.doc();
        if kind != RecordKind::Milestone {
            return doc.record(kind, at);
        }
        let (action, within) = self.0.index().dates.milestone_place(at)?;
        let milestone = doc.actions.get(action)?.milestones.get(within)?;
        Some(milestone)
    }

    fn reference(&self, kind: RecordKind, at: usize) -> Option<&'p str> {
        self.record(kind, at)?.reference()
    }

    /// Returns the position of the source of a recommendation, or of the action of a milestone.
    fn parent(&self, kind: RecordKind, at: usize) -> Option<usize> {
        match kind {
            RecordKind::Recommendation => {
                self.0.index().source_of.of(at).map(|source| source as usize)
            }
            RecordKind::Milestone => {
                self.0.index().dates.milestone_place(at).map(|(action, _)| action)
            }
            _ => None,
        }
    }

    /// Returns what the id of every record of a kind is made from, given the number of its parent if the ids of the
    /// two parents are equal.
    fn names(
        &self,
        kind: RecordKind,
        within: impl Fn(Option<usize>) -> Option<u32>,
    ) -> Vec<Option<Identity<'p>>> {
        if kind != RecordKind::Milestone {
            let identity = |at| {
                let within = within(self.parent(kind, at))?;
                Some(Identity::Name(within, name(self.record(kind, at)?)))
            };
            return (0..self.count(kind)).map(identity).collect();
        }
        let mut names = Vec::with_capacity(self.count(kind));
        for (at, action) in self.0.doc().actions.iter().enumerate() {
            let within = within(Some(at));
            let milestones = action.milestones.iter();
            names.extend(milestones.map(|one| Some(Identity::Name(within?, name(one)))));
        }
        names
    }
}

/// How ids are compared.
enum Ids {
    /// Neither plan writes any, so equal names under equal parents stand for equal ids.
    Made { same_authority: bool, same_plan: bool },
    /// The ids themselves.
    Written(Box<[ByKind<Vec<Uuid>>; 2]>),
}

impl Ids {
    fn new(earlier: &Plan, later: &Plan) -> Self {
        if writes_any(earlier) || writes_any(later) {
            return Self::Written(Box::new([earlier.ids(), later.ids()]));
        }
        Self::Made {
            same_authority: earlier.authority_id() == later.authority_id(),
            same_plan: earlier.id() == later.id(),
        }
    }
}

/// Returns whether a plan writes the id of a record that is paired.
fn writes_any(plan: &Plan) -> bool {
    let doc = plan.doc();
    doc.sources.iter().any(|one| one.id.is_some())
        || doc.recommendations.iter().any(|one| one.id.is_some())
        || doc.actions.iter().any(|one| {
            one.id.is_some() || one.milestones.iter().any(|milestone| milestone.id.is_some())
        })
}

struct Two<'p> {
    earlier: Side<'p>,
    later: Side<'p>,
    ids: Ids,
}

impl<'p> Two<'p> {
    /// Pairs the records of a kind, within the pairs of what they belong to.
    fn pairing(&self, kind: RecordKind, parents: Option<&Pairing>) -> Pairing {
        let (earlier, later) = (&self.earlier, &self.later);
        let mut pairing = Pairing::new(earlier.count(kind), later.count(kind));
        // Records without a parent are all within 0.
        let within_earlier = |at| match earlier.parent(kind, at).zip(parents) {
            None => Some(0),
            Some((parent, parents)) => parents.later(parent).map(|_| number(parent)),
        };
        let within_later = |at| match later.parent(kind, at).zip(parents) {
            None => Some(0),
            Some((parent, parents)) => parents.earlier(parent).map(number),
        };
        self.pair_by_id(kind, parents, &mut pairing);
        let by_reference = |within: Option<u32>, side: &Side<'p>, at| {
            Some((Identity::Name(within?, side.reference(kind, at)?), true))
        };
        pairing.by(
            By::Reference,
            |at| by_reference(within_earlier(at), earlier, at),
            |at| by_reference(within_later(at), later, at),
        );
        let by_words = |within: Option<u32>, side: &Side<'p>, at| {
            let record = side.record(kind, at)?;
            Some((Identity::Words(within?, record.words()), record.reference().is_some()))
        };
        pairing.by(
            By::Words,
            |at| by_words(within_earlier(at), earlier, at),
            |at| by_words(within_later(at), later, at),
        );
        pairing
    }

    fn pair_by_id(&self, kind: RecordKind, parents: Option<&Pairing>, pairing: &mut Pairing) {
        let (same_authority, same_plan) = match &self.ids {
            Ids::Written(ids) => {
                let [earlier, later] = ids.each_ref().map(|ids| {
                    let ids = ids.of(kind).iter();
                    ids.map(|id| Some(Identity::Id(*id))).collect::<Vec<_>>()
                });
                return pairing.by_id(&earlier, &later);
            }
            Ids::Made { same_authority, same_plan } => (*same_authority, *same_plan),
        };
        let is_of_plan = matches!(kind, RecordKind::Action | RecordKind::Milestone);
        if !(if is_of_plan { same_plan } else { same_authority }) {
            return;
        }
        // Ids are made within the id of the parent, so only parents with equal ids count.
        let within_earlier = |parent: Option<usize>| match parent.zip(parents) {
            None => Some(0),
            Some((parent, parents)) => {
                let pair = parents.later(parent).filter(|pair| parents.has_same_id(*pair));
                pair.map(|_| number(parent))
            }
        };
        let within_later = |parent: Option<usize>| match parent.zip(parents) {
            None => Some(0),
            Some((parent, parents)) => {
                let pair = parents.earlier(parent).filter(|_| parents.has_same_id(parent));
                pair.map(number)
            }
        };
        let earlier = self.earlier.names(kind, within_earlier);
        let later = self.later.names(kind, within_later);
        pairing.by_id(&earlier, &later);
    }

    /// Returns the later actions with a reference that an action had which is not their pair.
    fn reused_references(&self, actions: &Pairing) -> Vec<(usize, usize)> {
        let kind = RecordKind::Action;
        let keeps = |earlier: usize, later: usize| {
            let references =
                self.earlier.reference(kind, earlier).zip(self.later.reference(kind, later));
            references.is_some_and(|(earlier, later)| same_reference(earlier, later))
        };
        let hasher = DefaultHashBuilder::default();
        let mut free: HashTable<(Identity<'p>, usize)> = HashTable::new();
        for at in 0..self.earlier.count(kind) {
            if actions.later(at).is_some_and(|later| keeps(at, later)) {
                continue;
            }
            let Some(reference) = self.earlier.reference(kind, at) else { continue };
            let name = Identity::Name(0, reference);
            let rehash = |entry: &(Identity<'p>, usize)| entry.0.hash(&hasher);
            free.insert_unique(name.hash(&hasher), (name, at), rehash);
        }
        let mut reused = Vec::new();
        if free.is_empty() {
            return reused;
        }
        for at in 0..self.later.count(kind) {
            if actions.earlier(at).is_some_and(|earlier| keeps(earlier, at)) {
                continue;
            }
            let Some(reference) = self.later.reference(kind, at) else { continue };
            let name = Identity::Name(0, reference);
            let bearer = free.find(name.hash(&hasher), |(one, _)| one.is(name));
            reused.extend(bearer.map(|(_, bearer)| (at, *bearer)));
        }
        reused
    }
}

/// Returns the number that stands for an earlier parent, which is never 0.
fn number(parent: usize) -> u32 {
    u32::try_from(parent + 1).unwrap_or(u32::MAX)
}
