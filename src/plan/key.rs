//! Finds the one record of a document that an id or a reference names.

use std::fmt;
use std::marker::PhantomData;

use uuid::Uuid;

use super::PlanDoc;
use super::build::resolver;
use super::ids::Namespaces;
use crate::id::{
    ActionId, MeasureId, MilestoneId, RecommendationId, SourceId, WorkstreamId, parse_link,
};
use crate::model::{
    Action, Measure, Milestone, Recommendation, Record, RecordKind, Source, Workstream,
};
use crate::text::same_reference;

/// How many `/` of a key are tried as the separator. No real reference has as many.
const MOST_SLASHES: usize = 32;

/// What names a record of a [`PlanDoc`]: its id, or its reference as in a link.
///
/// A text of 36 characters in the form of an id is an id first, and else a reference. References are
/// compared without case, extra spaces and leading zeros (`R02` is `r2`). A recommendation may be named
/// `source/reference` and a milestone `action/milestone`, each with a reference or an id before the `/`; the
/// whole text is tried as a reference first. A record without a reference is named by its id.
///
/// The type of the id says which kind of record is meant:
///
/// ```
/// use improvement_plan::plan::Key;
/// use improvement_plan::{Action, ActionId, PlanDoc};
///
/// let mut doc = PlanDoc::new("p", "Plan", "Anyshire")
///     .with_actions([Action::new("Cap caseloads").with_reference("2.4.8")]);
/// let key: Key<ActionId> = "2.04.8".into();
/// assert_eq!(doc.action(key).map(|action| action.title.as_str()), Some("Cap caseloads"));
///
/// doc.action_mut("2.4.8").ok_or("no action 2.4.8")?.title = "Cap caseloads at 16".to_owned();
/// assert!(doc.action("2.4.9").is_none());
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Key<I> {
    named: Named,
    of: PhantomData<fn() -> I>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Named {
    Id(Uuid),
    Text(String),
}

/// Shows an id, and no reference: it may be that of a restricted record.
impl<I> fmt::Debug for Key<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.named {
            Named::Id(id) => f.debug_tuple("Key").field(id).finish(),
            Named::Text(_) => f.debug_struct("Key").finish_non_exhaustive(),
        }
    }
}

impl<I> From<&str> for Key<I> {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<I> From<&String> for Key<I> {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl<I> From<String> for Key<I> {
    fn from(text: String) -> Self {
        Self { named: Named::Text(text), of: PhantomData }
    }
}

macro_rules! listed_records {
    ($($record:ident, $id:ident, $name:literal, $one:ident, $one_mut:ident, $list:ident;)+) => {$(
        impl From<$id> for Key<$id> {
            fn from(id: $id) -> Self {
                Self { named: Named::Id(*id.as_uuid()), of: PhantomData }
            }
        }

        impl PlanDoc {
            #[doc = concat!("Finds the ", $name, " that an id or a reference names, or `None` if it names none or")]
            /// more than one. Takes time linear in the size of the document.
            #[must_use]
            pub fn $one(&self, key: impl Into<Key<$id>>) -> Option<&$record> {
                let at = position(self, RecordKind::$record, &key.into().named)?;
                self.$list.get(at)
            }

            #[doc = concat!("Finds the ", $name, " that an id or a reference names, to change it, or `None` if it names")]
            /// none or more than one. Takes time linear in the size of the document.
            #[must_use]
            pub fn $one_mut(&mut self, key: impl Into<Key<$id>>) -> Option<&mut $record> {
                let at = position(self, RecordKind::$record, &key.into().named)?;
                self.$list.get_mut(at)
            }
        }
    )+};
}

listed_records! {
    Source, SourceId, "source", source, source_mut, sources;
    Recommendation, RecommendationId, "recommendation or part", recommendation, recommendation_mut, recommendations;
    Workstream, WorkstreamId, "workstream", workstream, workstream_mut, workstreams;
    Action, ActionId, "action", action, action_mut, actions;
    Measure, MeasureId, "measure", measure, measure_mut, measures;
}

impl From<MilestoneId> for Key<MilestoneId> {
    fn from(id: MilestoneId) -> Self {
        Self { named: Named::Id(*id.as_uuid()), of: PhantomData }
    }
}

impl PlanDoc {
    /// Finds the milestone that an id or a reference names, or `None` if it names none or more than one.
    /// `2.1/b` is milestone b of action 2.1. Takes time linear in the size of the document.
    #[must_use]
    pub fn milestone(&self, key: impl Into<Key<MilestoneId>>) -> Option<&Milestone> {
        let (action, at) = milestone_position(self, &key.into().named)?;
        self.actions.get(action)?.milestones.get(at)
    }

    /// Finds the milestone that an id or a reference names, to change it, or `None` if it names none or
    /// more than one. `2.1/b` is milestone b of action 2.1. Takes time linear in the size of the document.
    #[must_use]
    pub fn milestone_mut(&mut self, key: impl Into<Key<MilestoneId>>) -> Option<&mut Milestone> {
        let (action, at) = milestone_position(self, &key.into().named)?;
        self.actions.get_mut(action)?.milestones.get_mut(at)
    }
}

/// What a key names among the records that were looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Match<T> {
    None,
    One(T),
    Several,
}

impl<T> Match<T> {
    fn among(found: impl IntoIterator<Item = T>) -> Self {
        let mut found = found.into_iter();
        match (found.next(), found.next()) {
            (None, _) => Self::None,
            (Some(one), None) => Self::One(one),
            (Some(_), Some(_)) => Self::Several,
        }
    }

    fn one(self) -> Option<T> {
        match self {
            Self::One(one) => Some(one),
            Self::None | Self::Several => None,
        }
    }
}

/// Returns the position in its list of the one record of a kind that a key names.
fn position(doc: &PlanDoc, kind: RecordKind, key: &Named) -> Option<usize> {
    let text = match key {
        Named::Id(id) => return with_id(doc, kind, id).one(),
        Named::Text(text) => text,
    };
    if let Some(id) = parse_link(text) {
        match with_id(doc, kind, &id) {
            Match::None => {}
            found => return found.one(),
        }
    }
    match Match::among(called(doc.records(kind), text)) {
        Match::None if kind == RecordKind::Recommendation => within(text, |source, reference| {
            let source = position(doc, RecordKind::Source, &Named::Text(source.to_owned()))?;
            let names_it = links_to_source(doc, source)?;
            let of_source = called(doc.records(kind), reference).filter(|at| {
                let record = doc.recommendations.get(*at);
                record.and_then(|one| one.source.as_deref()).is_some_and(&names_it)
            });
            Some(Match::among(of_source))
        }),
        found => found.one(),
    }
}

/// Returns the position of the action and, in it, of the one milestone that a key names.
fn milestone_position(doc: &PlanDoc, key: &Named) -> Option<(usize, usize)> {
    let text = match key {
        Named::Id(id) => return milestone_with_id(doc, id).one(),
        Named::Text(text) => text,
    };
    if let Some(id) = parse_link(text) {
        match milestone_with_id(doc, &id) {
            Match::None => {}
            found => return found.one(),
        }
    }
    let of_action = |at: usize, action: &Action, reference: &str| -> Vec<(usize, usize)> {
        let milestones = action.milestones.iter().map(|one| one as &dyn Record);
        called(milestones, reference).map(|step| (at, step)).collect()
    };
    let actions = doc.actions.iter().enumerate();
    match Match::among(actions.flat_map(|(at, action)| of_action(at, action, text))) {
        Match::None => within(text, |action, reference| {
            let at = position(doc, RecordKind::Action, &Named::Text(action.to_owned()))?;
            Some(Match::among(of_action(at, doc.actions.get(at)?, reference)))
        }),
        found => found.one(),
    }
}

/// Finds the one record that a text split at one of its `/` names. Both sides may contain a `/` themselves.
fn within<T: PartialEq>(text: &str, find: impl Fn(&str, &str) -> Option<Match<T>>) -> Option<T> {
    let mut only: Option<T> = None;
    for (slash, _) in text.match_indices('/').take(MOST_SLASHES) {
        let Some((holder, rest)) = text.split_at_checked(slash) else { continue };
        match find(holder, rest.strip_prefix('/').unwrap_or(rest)) {
            Some(Match::One(found)) if only.as_ref().is_none_or(|known| *known == found) => {
                only = Some(found);
            }
            Some(Match::One(_) | Match::Several) => return None,
            Some(Match::None) | None => {}
        }
    }
    only
}

/// Iterates over the positions of the records with a reference.
fn called<'d>(
    records: impl Iterator<Item = &'d dyn Record>,
    reference: &str,
) -> impl Iterator<Item = usize> {
    let is_called = move |record: &dyn Record| {
        record.reference().is_some_and(|own| same_reference(own, reference))
    };
    records.enumerate().filter(move |(_, record)| is_called(*record)).map(|(at, _)| at)
}

/// Returns a test of whether a link names the source at a position, which its reference names alone.
fn links_to_source(doc: &PlanDoc, source: usize) -> Option<impl Fn(&str) -> bool> {
    let kind = RecordKind::Source;
    let names = Namespaces::new(doc);
    let record = doc.sources.get(source)?;
    let own_id = *names.source(record).as_uuid();
    let reference = record.reference();
    // A reference in the form of the id of another source names that one.
    let names_another = reference
        .and_then(parse_link)
        .is_some_and(|id| !matches!(with_id(doc, kind, &id), Match::None) && id != own_id);
    let is_unique = reference
        .is_some_and(|own| matches!(Match::among(called(doc.records(kind), own)), Match::One(_)));
    Some(move |link: &str| {
        parse_link(link) == Some(own_id)
            || (is_unique
                && !names_another
                && reference.is_some_and(|reference| same_reference(link, reference)))
    })
}

/// Finds the record of a kind with an id, given or as `build` would derive it.
fn with_id(doc: &PlanDoc, kind: RecordKind, id: &Uuid) -> Match<usize> {
    if kind == RecordKind::Recommendation {
        let resolver = resolver(doc);
        let all = doc.recommendations.iter().enumerate();
        return Match::among(all.filter_map(|(at, record)| {
            let is_known = resolver.has_known_id(record, at);
            (is_known && resolver.id(kind, at) == Some(*id)).then_some(at)
        }));
    }
    let names = Namespaces::new(doc);
    let records = doc.records(kind).enumerate();
    Match::among(records.filter(|(_, record)| names.id(*record, None) == *id).map(|(at, _)| at))
}

/// Finds the milestone with an id, given or as `build` would derive it.
fn milestone_with_id(doc: &PlanDoc, id: &Uuid) -> Match<(usize, usize)> {
    let names = Namespaces::new(doc);
    let all = doc.actions.iter().enumerate().flat_map(|(at, action)| {
        let milestones = action.milestones.iter().enumerate();
        milestones.map(move |(step, milestone)| (at, action, step, milestone))
    });
    Match::among(all.filter_map(|(at, action, step, milestone)| {
        (names.milestone(action, milestone).as_uuid() == id).then_some((at, step))
    }))
}
