//! How an answer is serialised as an object: the keys that name the record it is about, then its own.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::plan::{ActionRef, Item, MeasureRef, MilestoneRef, RecommendationRef, SourceRef};

/// A record that an answer is about: what names it to programs and to people.
pub(super) trait Named {
    /// How many keys [`write_keys`](Self::write_keys) writes.
    const KEYS: usize;

    /// Writes the keys that name the record.
    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error>;
}

impl Named for RecommendationRef<'_> {
    const KEYS: usize = 4;

    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("id", &self.id())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("source", &self.source())?;
        object.serialize_field("text", self.text())
    }
}

impl Named for ActionRef<'_> {
    const KEYS: usize = 3;

    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("id", &self.id())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("title", self.title())
    }
}

impl Named for MilestoneRef<'_> {
    const KEYS: usize = 4;

    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("id", &self.id())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("action", &self.action())?;
        object.serialize_field("title", self.title())
    }
}

impl Named for Item<'_> {
    const KEYS: usize = 5;

    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("kind", &self.kind())?;
        object.serialize_field("id", self.id().as_uuid())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("action", &self.action_of_milestone())?;
        object.serialize_field("title", self.title())
    }
}

impl Named for SourceRef<'_> {
    const KEYS: usize = 3;

    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("id", &self.id())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("title", self.title())
    }
}

impl Named for MeasureRef<'_> {
    const KEYS: usize = 3;

    fn write_keys<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("id", &self.id())?;
        object.serialize_field("reference", &self.reference())?;
        object.serialize_field("name", self.name())
    }
}

/// Serialises as the keys that name a record, and no others.
pub(super) struct NameOf<T>(pub(super) T);

impl<T: Named> Serialize for NameOf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("NameOf", T::KEYS)?;
        self.0.write_keys(&mut object)?;
        object.end()
    }
}

/// Returns how many keys name a record.
pub(super) const fn keys_of<T: Named>(_: &T) -> usize {
    T::KEYS
}

/// Implements `Serialize` for an answer: an object with the keys that name a record, given in brackets,
/// if the answer is about one, and then the keys listed.
macro_rules! answer_object {
    (
        $answer:ident $(<$($lifetime:lifetime),+>)?, |$this:ident|
        $([$record:expr])?
        $($key:ident = $value:expr),+ $(,)?
    ) => {
        impl serde::Serialize for $answer $(<$($lifetime),+>)? {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                let $this = self;
                let keys = [$(stringify!($key)),+].len()
                    $(+ $crate::analysis::answer_object::keys_of(&$record))?;
                let mut object = serializer.serialize_struct(stringify!($answer), keys)?;
                $($crate::analysis::answer_object::Named::write_keys(&$record, &mut object)?;)?
                $(object.serialize_field(stringify!($key), &$value)?;)+
                object.end()
            }
        }
    };
}

pub(super) use answer_object;
