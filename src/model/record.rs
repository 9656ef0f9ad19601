//! What every kind of record has in common: a reference, a text and an optional id. Naming, linking
//! and reporting use this trait, so they are written once for all kinds.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::{Action, Measure, Milestone, Recommendation, Source, Workstream};
use crate::id::{
    ActionId, ItemId, MeasureId, MilestoneId, RecommendationId, SourceId, WorkstreamId,
};
use crate::text::written;

/// A record of any kind.
pub(crate) trait Record {
    /// Returns its kind.
    fn kind(&self) -> RecordKind;
    /// Returns the id the document gives it.
    fn explicit_id(&self) -> Option<Uuid>;
    /// Returns its reference, unless blank.
    fn reference(&self) -> Option<&str>;
    /// Returns its title, name or text.
    fn words(&self) -> &str;
    /// Returns whether it is withheld from the published plan.
    fn is_restricted(&self) -> bool;
}

macro_rules! records {
    ($($record:ident, $id:ident, $name:literal, $list:ident, $words:ident;)+) => {
        /// The kinds of record that have a reference and an id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum RecordKind { $($record,)+ }

        impl RecordKind {
            /// Every kind, in document order.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$record,)+];

            /// Returns the noun used in messages and in derived ids.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$record => $name,)+ }
            }

            /// Returns the key of the list of these records.
            pub(crate) const fn list(self) -> &'static str {
                match self { $(Self::$record => stringify!($list),)+ }
            }

            /// Returns the key of the title, name or text.
            pub(crate) const fn words_key(self) -> &'static str {
                match self { $(Self::$record => stringify!($words),)+ }
            }
        }

        /// The id of a record of any kind.
        ///
        /// Displays with its kind, `action 5d4ab05b-…`, and is serialised as
        /// `{ "kind": "action", "id": "5d4ab05b-…" }`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum RecordId {
            $(
                #[doc = concat!("The id of a ", $name, ".")]
                $record($id),
            )+
        }

        impl RecordId {
            /// Creates the id of a record of a kind.
            pub(crate) const fn new(kind: RecordKind, id: Uuid) -> Self {
                match kind { $(RecordKind::$record => Self::$record($id::from_uuid(id)),)+ }
            }

            /// Returns the kind as a word: `source`, `recommendation`, `workstream`, `action`,
            /// `milestone` or `measure`.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$record(_) => $name,)+ }
            }

            /// Returns the UUID.
            #[must_use]
            pub const fn as_uuid(&self) -> &Uuid {
                match self { $(Self::$record(id) => id.as_uuid(),)+ }
            }
        }

        $(impl From<$id> for RecordId {
            fn from(id: $id) -> Self {
                Self::$record(id)
            }
        })+

        /// One value for each kind of record.
        #[derive(Debug, Clone, Default)]
        pub(crate) struct ByKind<T> { $(pub(crate) $list: T,)+ }

        impl<T> ByKind<T> {
            /// Returns the value for a kind.
            pub(crate) const fn of(&self, kind: RecordKind) -> &T {
                match kind { $(RecordKind::$record => &self.$list,)+ }
            }

            /// Returns the value for a kind, mutably.
            pub(crate) const fn of_mut(&mut self, kind: RecordKind) -> &mut T {
                match kind { $(RecordKind::$record => &mut self.$list,)+ }
            }
        }

        $(impl Record for $record {
            fn kind(&self) -> RecordKind {
                RecordKind::$record
            }

            fn explicit_id(&self) -> Option<Uuid> {
                self.id.map(|id| *id.as_uuid())
            }

            fn reference(&self) -> Option<&str> {
                written(self.reference.as_ref())
            }

            fn words(&self) -> &str {
                &self.$words
            }

            fn is_restricted(&self) -> bool {
                self.restricted
            }
        })+
    };
}

records! {
    Source, SourceId, "source", sources, title;
    Recommendation, RecommendationId, "recommendation", recommendations, text;
    Workstream, WorkstreamId, "workstream", workstreams, name;
    Action, ActionId, "action", actions, title;
    Milestone, MilestoneId, "milestone", milestones, title;
    Measure, MeasureId, "measure", measures, name;
}

impl From<ItemId> for RecordId {
    fn from(id: ItemId) -> Self {
        match id {
            ItemId::Action(id) => Self::Action(id),
            ItemId::Milestone(id) => Self::Milestone(id),
        }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind(), self.as_uuid())
    }
}

impl Serialize for RecordId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("RecordId", 2)?;
        object.serialize_field("kind", self.kind())?;
        object.serialize_field("id", self.as_uuid())?;
        object.end()
    }
}

impl RecordKind {
    /// The kinds that links can name. Each has a top-level list in the document.
    pub(crate) const LISTED: [Self; 5] =
        [Self::Source, Self::Recommendation, Self::Workstream, Self::Action, Self::Measure];
}
