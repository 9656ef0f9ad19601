//! Reads an invalid text a second time to find what exactly is wrong, and where. Each value keeps
//! its own slice of the text, so that an error has a position and what was written there.
//!
//! The JSON syntax has been checked before (see [`syntax`](super::syntax)), so only values can be
//! wrong here. This reading refuses everything that [`Strict`](super::strict::Strict) refuses;
//! tests compare the two.

use std::borrow::Cow;
use std::fmt;
use std::iter::Enumerate;
use std::vec;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;

use super::position::{Step, offset_in};
use super::strict::ClosedWord;
use super::value_error::{ErrorKind, ValueError};

/// The white space that JSON allows around a value.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// A value of the text, as written.
#[derive(Clone, Copy)]
pub(super) struct LocatedValue<'de> {
    text: &'de str,
    raw: &'de str,
}

impl<'de> LocatedValue<'de> {
    /// The only value of a text that is valid JSON.
    pub(super) fn of(text: &'de str) -> Self {
        Self { text, raw: text.trim_matches(SPACE) }
    }

    /// Returns a value inside this one.
    fn inner(self, raw: &'de RawValue) -> Self {
        Self { text: self.text, raw: raw.get() }
    }

    /// Returns the byte offset where the value begins.
    fn offset(self) -> usize {
        offset_in(self.text, self.raw)
    }

    /// Places an error at this value, unless it already has a place.
    fn place(self, error: ValueError) -> ValueError {
        error.at(self.offset(), self.raw)
    }

    /// Returns the value of a key of this object, as written.
    ///
    /// It is `None` if the object has no such key, and an error if this is not an object or if its
    /// JSON breaks before the key.
    pub(super) fn value_of(self, wanted: &str) -> Result<Option<&'de str>, ValueError> {
        let (entries, end) = self.entries();
        match entries.into_iter().find(|(key, _)| key.0 == wanted) {
            Some((_, value)) => Ok(Some(value.get())),
            None => end.map(|()| None),
        }
    }

    /// Returns the entries of this object, up to its end or to the place where its JSON breaks.
    fn entries(self) -> (Vec<Entry<'de>>, Result<(), ValueError>) {
        let mut entries = Vec::new();
        let mut json = serde_json::Deserializer::from_str(self.raw);
        let end = json.deserialize_map(Entries(&mut entries)).map_err(ValueError::custom);
        (entries, end)
    }

    fn parsed<T: Deserialize<'de>>(self) -> Result<T, ValueError> {
        serde_json::from_str(self.raw).map_err(ValueError::custom)
    }

    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.raw.as_bytes().first() {
            Some(b'{') => self.visit_object(visitor),
            Some(b'[') => visitor.visit_seq(ElementAccess::new(self, self.parsed()?)),
            Some(b'"') => visitor.visit_string(self.parsed()?),
            Some(b't' | b'f') => visitor.visit_bool(self.parsed()?),
            Some(b'n') => visitor.visit_unit(),
            _ => self.visit_number(visitor),
        }
    }

    fn visit_object<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        let (entries, end) = self.entries();
        end?;
        let mut object = EntryAccess::new(self, entries);
        let read = visitor.visit_map(&mut object);
        read.map_err(|error| object.place(error))
    }

    fn visit_number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if let Ok(number) = self.parsed::<u64>() {
            visitor.visit_u64(number)
        } else if let Ok(number) = self.parsed::<i64>() {
            visitor.visit_i64(number)
        } else {
            visitor.visit_f64(self.parsed()?)
        }
    }
}

impl<'de> Deserializer<'de> for LocatedValue<'de> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.visit(visitor).map_err(|error| self.place(error))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if self.raw == "null" { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        if self.raw.starts_with('[') {
            let found = Unexpected::Seq;
            return Err(self.place(ValueError::invalid_type(found, &visitor)));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.deserialize_any(ClosedWord(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The elements of a list.
struct ElementAccess<'de> {
    list: LocatedValue<'de>,
    left: Enumerate<vec::IntoIter<&'de RawValue>>,
}

impl<'de> ElementAccess<'de> {
    fn new(list: LocatedValue<'de>, elements: Vec<&'de RawValue>) -> Self {
        Self { list, left: elements.into_iter().enumerate() }
    }
}

impl<'de> SeqAccess<'de> for ElementAccess<'de> {
    type Error = ValueError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ValueError> {
        let Some((index, raw)) = self.left.next() else { return Ok(None) };
        let read = seed.deserialize(self.list.inner(raw));
        read.map(Some).map_err(|error| error.inside(Step::Index(index)))
    }
}

/// A key with its value, as written.
type Entry<'de> = (Key<'de>, &'de RawValue);

/// Reads the entries of an object in the order of the text, with duplicates. Entries before broken
/// JSON are kept.
struct Entries<'v, 'de>(&'v mut Vec<Entry<'de>>);

impl<'de> Visitor<'de> for Entries<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        while let Some(entry) = object.next_entry()? {
            self.0.push(entry);
        }
        Ok(())
    }
}

/// A key. If it has no escapes it is a slice of the text, and so has a position.
struct Key<'de>(Cow<'de, str>);

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

/// Hands out the entries of an object, one by one.
struct EntryAccess<'de> {
    object: LocatedValue<'de>,
    left: vec::IntoIter<Entry<'de>>,
    current: Option<Entry<'de>>,
}

impl<'de> EntryAccess<'de> {
    fn new(object: LocatedValue<'de>, entries: Vec<Entry<'de>>) -> Self {
        Self { object, left: entries.into_iter(), current: None }
    }

    /// Places an error about a key at that key. Any other error without a place is left to the
    /// object.
    fn place(&self, error: ValueError) -> ValueError {
        let is_of_key =
            matches!(error.kind, ErrorKind::UnknownKey(..) | ErrorKind::DuplicateKey(_));
        match &self.current {
            Some((key, value)) if is_of_key && error.place.is_none() => {
                let value = self.object.inner(value);
                // The value begins at the quotation mark before the key.
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

impl<'de> MapAccess<'de> for EntryAccess<'de> {
    type Error = ValueError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ValueError> {
        self.current = self.left.next();
        let Some((key, _)) = &self.current else { return Ok(None) };
        seed.deserialize(key_as_name(&key.0)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, ValueError> {
        let Some((key, value)) = &self.current else {
            return Err(ValueError::custom("a value is asked for before its key"));
        };
        let read = seed.deserialize(self.object.inner(value));
        read.map_err(|error| error.inside(Step::Key(key.0.to_string())))
    }
}

/// Returns a deserializer of the key's name.
fn key_as_name(key: &str) -> StrDeserializer<'_, ValueError> {
    key.into_deserializer()
}
