//! What every record has alike: its `with_…` methods, from one macro, and how keys with a default are
//! read and written.

use serde::{Deserialize, Deserializer};

/// Writes `with_…` methods by value: `option` for one thing that may be missing, `list` for many,
/// `value` for a field that always has one.
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
        #[doc = concat!("Sets `", stringify!($field), "`, replacing what was there.")]
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

/// Reads a key that has a default, for which `null` is as good as leaving it out.
pub(crate) fn null_is_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Whether a flag is down, so that it need not be written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(crate) fn is_false(flag: &bool) -> bool {
    !*flag
}
