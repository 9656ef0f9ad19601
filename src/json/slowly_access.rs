//! The elements of a list and the entries of an object, each a piece of the text.

use std::borrow::Cow;
use std::fmt;
use std::vec;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor,
};
use serde_json::value::RawValue;

use super::place::Step;
use super::slowly::{Value, key_deserializer, offset_in};
use super::told::{Told, Wrong};

/// The elements of a list.
pub(super) struct Elements<'de> {
    list: Value<'de>,
    left: std::iter::Enumerate<vec::IntoIter<&'de RawValue>>,
}

impl<'de> Elements<'de> {
    pub(super) fn new(list: Value<'de>, elements: Vec<&'de RawValue>) -> Self {
        Self { list, left: elements.into_iter().enumerate() }
    }
}

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Told;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Told> {
        let Some((index, raw)) = self.left.next() else { return Ok(None) };
        let read = seed.deserialize(self.list.inner(raw));
        read.map(Some).map_err(|error| error.inside(Step::Index(index)))
    }
}

/// A key with its value, as written.
type KeyAndValue<'de> = (Key<'de>, &'de RawValue);

/// The entries of an object, in the order of the text and with every repetition.
pub(super) struct Entries<'de>(pub(super) Vec<KeyAndValue<'de>>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Entries<'de>, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = object.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

/// A key. One written without escapes is a piece of the text, and so has a place.
pub(super) struct Key<'de>(pub(super) Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor).map(Key)
    }
}

struct KeyVisitor;

impl<'de> Visitor<'de> for KeyVisitor {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: serde::de::Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }
}

/// The entries of an object, one after the other.
pub(super) struct Entry<'de> {
    object: Value<'de>,
    left: vec::IntoIter<KeyAndValue<'de>>,
    current: Option<KeyAndValue<'de>>,
}

impl<'de> Entry<'de> {
    pub(super) fn new(object: Value<'de>, entries: Vec<KeyAndValue<'de>>) -> Self {
        Self { object, left: entries.into_iter(), current: None }
    }

    /// Places an error about a key at the key; any other without a place belongs to the object.
    pub(super) fn place(&self, error: Told) -> Told {
        let is_of_key = matches!(error.wrong, Wrong::UnknownKey(..) | Wrong::DuplicateKey(_));
        match &self.current {
            Some((key, value)) if is_of_key && error.place.is_none() => {
                let value = self.object.inner(value);
                // The quotation mark stands before the key.
                let offset = match key.0 {
                    Cow::Borrowed(key) => offset_in(value.text, key).saturating_sub(1),
                    Cow::Owned(_) => value.offset(),
                };
                error.at(offset, value.raw).inside(Step::Key(key.0.to_string()))
            }
            _ => error,
        }
    }
}

impl<'de> MapAccess<'de> for Entry<'de> {
    type Error = Told;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Told> {
        self.current = self.left.next();
        let Some((key, _)) = &self.current else { return Ok(None) };
        seed.deserialize(key_deserializer(&key.0)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Told> {
        let Some((key, value)) = &self.current else {
            return Err(Told::custom("a value is asked for before its key"));
        };
        let read = seed.deserialize(self.object.inner(value));
        read.map_err(|error| error.inside(Step::Key(key.0.to_string())))
    }
}
