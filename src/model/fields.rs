//! Shared parts of the records: the macro for their `with_…` methods, and serde helpers for keys
//! with a default.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Generates `with_…` methods that take and return `self`: `option` for an optional field, `list`
/// for a list, `value` for a required field and `flag` for a boolean.
macro_rules! setters {
    ($record:ident { $($kind:ident $method:ident($field:ident: $type:ty);)+ }) => {
        impl $record { $(setters!(@$kind $method $field $type);)+ }
    };
    (@option $method:ident $field:ident $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $method(mut self, $field: impl Into<$type>) -> Self {
            self.$field = Some($field.into());
            self
        }
    };
    (@list $method:ident $field:ident $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`, replacing any previous value.")]
        #[must_use]
        pub fn $method(mut self, $field: impl IntoIterator<Item = impl Into<$type>>) -> Self {
            self.$field = $field.into_iter().map(Into::into).collect();
            self
        }
    };
    (@value $method:ident $field:ident $type:ty) => {
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $method(mut self, $field: $type) -> Self {
            self.$field = $field;
            self
        }
    };
    (@flag $method:ident $field:ident $type:ty) => {
        #[doc = concat!("Marks the record as `", stringify!($field), "`.")]
        #[must_use]
        pub fn $method(mut self) -> Self {
            self.$field = true;
            self
        }
    };
}

pub(crate) use setters;

/// Deserialises a key that has a default, treating `null` like a missing key.
pub(crate) fn null_is_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// How many entries a list of at least two is given space for before they are read.
const SPACE: usize = 4;

/// Up to this length a growing list is given four times its space, which moves large records a third as often as
/// twice would. What is not used is given back.
const MANY: usize = 4_096;

/// Deserialises a list into no more space than it needs.
///
/// Most lists of a record have one entry. A `Vec` that grows by itself makes space for four at the first, which
/// would take more memory than everything else in a plan.
pub(crate) fn list<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_seq(List(PhantomData))
}

struct List<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Vec<T>, A::Error> {
        let Some(first) = entries.next_element()? else { return Ok(Vec::new()) };
        let Some(second) = entries.next_element()? else { return Ok(vec![first]) };
        let mut list = Vec::with_capacity(SPACE);
        list.push(first);
        list.push(second);
        while let Some(entry) = entries.next_element()? {
            if list.len() == list.capacity() && list.len() < MANY {
                list.reserve(list.len() * 3);
            }
            list.push(entry);
        }
        if list.len() > SPACE {
            list.shrink_to_fit();
        }
        Ok(list)
    }
}

/// Returns whether a flag is false and so can be omitted.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(crate) fn is_false(flag: &bool) -> bool {
    !*flag
}
