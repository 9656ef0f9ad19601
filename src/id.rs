//! Owns the typed ids of records and the recipe that makes one from a reference. It knows the names
//! of the kinds and nothing of what the records hold.
//!
//! An id is a UUID. A document may give one; where it does not, the id is a **UUID version 5** made
//! from the references that people already use, by a recipe that never changes. So next month's
//! version of a plan, and the plan that succeeds it, have the same ids for the same records.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::text::fold_reference;

/// The namespace under which every id of this crate is made. It must never change.
const ROOT: Uuid = Uuid::from_u128(0x6f7e_0b52_31c4_5d0a_9c3e_2b8d_41f6_a7e9);

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// Written and read exactly as the UUID it holds. A nil UUID can be held, and is refused
        /// when a plan is built (`nil-id`).
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID as the id of this kind of record.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself.
            #[must_use]
            pub const fn as_uuid(&self) -> &Uuid {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

typed_ids! {
    /// The id of a plan.
    PlanId;
    /// The id of a source of recommendations.
    SourceId;
    /// The id of a recommendation, or of a part of one.
    RecommendationId;
    /// The id of a workstream.
    WorkstreamId;
    /// The id of an action.
    ActionId;
    /// The id of a milestone.
    MilestoneId;
    /// The id of a measure.
    MeasureId;
}

/// The namespace of an authority: its code, or its name where it has none.
pub(crate) fn authority(name: &str) -> Uuid {
    Uuid::new_v5(&ROOT, fold_reference(name).as_bytes())
}

/// The id of a `kind` of record inside the record or authority it belongs to. Its name is its
/// reference, or its words where it has none, in the compared form.
pub(crate) fn derive(within: &Uuid, kind: &str, name: &str) -> Uuid {
    let compared = fold_reference(name);
    let mut recipe = String::with_capacity(kind.len() + 1 + compared.len());
    recipe.push_str(kind);
    recipe.push('/');
    recipe.push_str(&compared);
    Uuid::new_v5(within, recipe.as_bytes())
}

/// A link in the 36-character hyphenated form of an id.
pub(crate) fn parse_link(text: &str) -> Option<Uuid> {
    let text = text.trim();
    (text.len() == 36).then(|| Uuid::try_parse(text).ok())?
}
