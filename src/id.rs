//! The typed ids of records, and the derivation of an id from a reference. Knows the kinds of
//! record by name only, not their fields.
//!
//! An id is a UUID. If the document does not give one, the id is a **UUID version 5** derived from
//! the references that people already use. The derivation never changes, so the same record has the
//! same id in next month's version of a plan and in the plan that succeeds it.

use std::fmt;
use std::str::FromStr;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use uuid::Uuid;

use crate::text::{fold_reference, with_folded_reference};

/// The root namespace of every derived id. It must never change.
const ROOT: Uuid = Uuid::from_u128(0x6f7e_0b52_31c4_5d0a_9c3e_2b8d_41f6_a7e9);

/// The forms of a UUID that are read: 32 digits, with or without hyphens, and the hyphenated form in
/// braces or as a URN.
#[cfg(feature = "schema")]
const UUID_FORMS: &str = concat!(
    "^([0-9a-fA-F]{32}",
    "|(urn:uuid:)?[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
    r"|\{[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\})$",
);

macro_rules! typed_ids {
    ($($(#[doc = $doc:literal])* $name:ident;)+) => {$(
        $(#[doc = $doc])*
        ///
        /// Serialised, parsed and displayed as its UUID. A nil UUID is accepted here but rejected
        /// when a plan is built (`nil-id`).
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Creates an id from a UUID.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Returns the UUID.
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

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "description": concat!($($doc),*).trim_start(),
                    "type": "string",
                    "pattern": UUID_FORMS,
                })
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

/// The id of an action or of a milestone: the records that have a due date and can be late.
///
/// Displays as the kind and the id, `action 5d4ab05b-…`. Serialises as an object with both:
/// `{ "kind": "action", "id": "5d4ab05b-…" }`.
///
/// ```
/// use improvement_plan::ActionId;
/// use improvement_plan::ids::ItemId;
///
/// let id: ActionId = "5d4ab05b-8d4e-5d83-8f7a-6a1c1f2f6f0e".parse()?;
/// assert_eq!(ItemId::from(id).to_string(), "action 5d4ab05b-8d4e-5d83-8f7a-6a1c1f2f6f0e");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    /// The id of an action.
    Action(ActionId),
    /// The id of a milestone.
    Milestone(MilestoneId),
}

impl ItemId {
    /// Returns the UUID.
    #[must_use]
    pub const fn as_uuid(&self) -> &Uuid {
        match self {
            Self::Action(id) => id.as_uuid(),
            Self::Milestone(id) => id.as_uuid(),
        }
    }

    /// Returns the kind of record, as messages and JSON name it.
    const fn kind(self) -> &'static str {
        match self {
            Self::Action(_) => "action",
            Self::Milestone(_) => "milestone",
        }
    }
}

impl From<ActionId> for ItemId {
    fn from(id: ActionId) -> Self {
        Self::Action(id)
    }
}

impl From<MilestoneId> for ItemId {
    fn from(id: MilestoneId) -> Self {
        Self::Milestone(id)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind(), self.as_uuid())
    }
}

impl Serialize for ItemId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("ItemId", 2)?;
        object.serialize_field("kind", self.kind())?;
        object.serialize_field("id", self.as_uuid())?;
        object.end()
    }
}

/// Returns the namespace of an authority, from its code or, without one, its name.
pub(crate) fn authority(name: &str) -> Uuid {
    Uuid::new_v5(&ROOT, fold_reference(name).as_bytes())
}

/// Derives the id of a record from its kind, the record or authority it belongs to, and its name:
/// its reference or, without one, its text. Names are folded first.
pub(crate) fn derive(within: &Uuid, kind: &str, name: &str) -> Uuid {
    with_folded_reference(name, |compared| {
        Uuid::new_v5(within, &[kind.as_bytes(), b"/", compared].concat())
    })
}

/// Parses a link written as an id: 36 characters, hyphenated.
pub(crate) fn parse_link(text: &str) -> Option<Uuid> {
    let text = text.trim();
    (text.len() == 36).then(|| Uuid::try_parse(text).ok())?
}
