//! Shared parts of the records: the macro for their `with_…` methods, and serde helpers for keys
//! with a default.

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

/// Returns whether a flag is false and so can be omitted.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(crate) fn is_false(flag: &bool) -> bool {
    !*flag
}
