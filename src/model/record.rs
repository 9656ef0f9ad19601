//! What every record has, whatever its kind: a reference, words, perhaps an id. So naming, linking
//! and reporting are written once for all of them.

use uuid::Uuid;

use super::{Action, Measure, Milestone, Recommendation, Source, Workstream};
use crate::text::written;

/// What a record of any kind can be asked.
pub(crate) trait Record {
    /// Its kind.
    fn kind(&self) -> RecordKind;
    /// The id that the document gives it.
    fn explicit_id(&self) -> Option<Uuid>;
    /// What people quote it by, where there is anything to read in it.
    fn reference(&self) -> Option<&str>;
    /// The words it is known by: its title, name or text.
    fn words(&self) -> &str;
    /// Whether it is kept out of what is published.
    fn is_restricted(&self) -> bool;
}

macro_rules! records {
    ($($record:ident, $name:literal, $list:ident, $words:ident;)+) => {
        /// The kinds of record that have a reference and an id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum RecordKind { $($record,)+ }

        impl RecordKind {
            /// Every kind, in the order of the document.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$record,)+];

            /// The noun, as messages and ids use it.
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$record => $name,)+ }
            }

            /// The key of the list that holds such records.
            pub(crate) const fn list(self) -> &'static str {
                match self { $(Self::$record => stringify!($list),)+ }
            }

            /// The key of the words a record is known by.
            pub(crate) const fn words_key(self) -> &'static str {
                match self { $(Self::$record => stringify!($words),)+ }
            }
        }

        /// One value for each kind of record.
        #[derive(Debug, Clone, Default)]
        pub(crate) struct ByKind<T> { $(pub(crate) $list: T,)+ }

        impl<T> ByKind<T> {
            /// The value of a kind.
            pub(crate) const fn of(&self, kind: RecordKind) -> &T {
                match kind { $(RecordKind::$record => &self.$list,)+ }
            }

            /// The value of a kind, to be changed.
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
    Source, "source", sources, title;
    Recommendation, "recommendation", recommendations, text;
    Workstream, "workstream", workstreams, name;
    Action, "action", actions, title;
    Milestone, "milestone", milestones, title;
    Measure, "measure", measures, name;
}

impl RecordKind {
    /// The kinds that links may name, each with a list of its own in the document.
    pub(crate) const LISTED: [Self; 5] =
        [Self::Source, Self::Recommendation, Self::Workstream, Self::Action, Self::Measure];
}
