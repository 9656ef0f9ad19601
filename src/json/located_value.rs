//! Reads a text that could not be read, again and slowly, to say exactly what is wrong with it: each
//! value is known by its own piece of the text, so that an error has its place and what was written.
//!
//! The text is JSON (that was looked at before); only what it says may be wrong. It refuses whatever
//! [`ObjectsOnly`](super::objects_only::ObjectsOnly) refuses.

use serde::de::value::StrDeserializer;
use serde::de::{Deserializer, Error as _, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;

use super::objects_only::Word;
use super::slowly_access::{Elements, Entries, Entry};
use super::told::Told;

/// One value of the text, as written.
#[derive(Clone, Copy)]
pub(super) struct Value<'de> {
    pub(super) text: &'de str,
    pub(super) raw: &'de str,
}

impl<'de> Value<'de> {
    /// The whole of a text.
    pub(super) fn whole(text: &'de str) -> Result<Self, Told> {
        let raw: &RawValue = serde_json::from_str(text).map_err(Told::custom)?;
        Ok(Self { text, raw: raw.get() })
    }

    /// A value inside this one.
    pub(super) fn inner(self, raw: &'de RawValue) -> Self {
        Self { text: self.text, raw: raw.get() }
    }

    /// Where it begins.
    pub(super) fn offset(self) -> usize {
        offset_in(self.text, self.raw)
    }

    /// Places an error here, unless it has a place.
    fn place(self, error: Told) -> Told {
        error.at(self.offset(), self.raw)
    }

    fn parsed<T: serde::de::Deserialize<'de>>(self) -> Result<T, Told> {
        serde_json::from_str(self.raw).map_err(Told::custom)
    }

    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Told> {
        match self.raw.as_bytes().first() {
            Some(b'{') => self.visit_object(visitor),
            Some(b'[') => visitor.visit_seq(Elements::new(self, self.parsed()?)),
            Some(b'"') => visitor.visit_string(self.parsed()?),
            Some(b't' | b'f') => visitor.visit_bool(self.parsed()?),
            Some(b'n') => visitor.visit_unit(),
            _ => self.visit_number(visitor),
        }
    }

    fn visit_object<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Told> {
        let Entries(entries) = self.parsed()?;
        let mut object = Entry::new(self, entries);
        let read = visitor.visit_map(&mut object);
        read.map_err(|error| object.place(error))
    }

    fn visit_number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Told> {
        if let Ok(number) = self.parsed::<u64>() {
            visitor.visit_u64(number)
        } else if let Ok(number) = self.parsed::<i64>() {
            visitor.visit_i64(number)
        } else {
            visitor.visit_f64(self.parsed()?)
        }
    }
}

/// Where a piece of a text begins in it.
pub(super) fn offset_in(text: &str, piece: &str) -> usize {
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Told;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Told> {
        self.visit(visitor).map_err(|error| self.place(error))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Told> {
        if self.raw == "null" { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Told> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Told> {
        if self.raw.starts_with('[') {
            let found = serde::de::Unexpected::Seq;
            return Err(self.place(Told::invalid_type(found, &visitor)));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Told> {
        self.deserialize_any(Word(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// Reads a key as the name it is.
pub(super) fn key_deserializer(key: &str) -> StrDeserializer<'_, Told> {
    key.into_deserializer()
}
