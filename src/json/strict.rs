//! Reads records from objects only, and closed words from text only, and watches the texts that go by.
//!
//! A derived `Deserialize` also takes a record as a JSON list, with its fields in the order of the
//! source code: such a document would be unreadable, and would break when a field is added. It also
//! takes a word as an object, `{"completed": null}`.
//!
//! Everything else passes through unchanged: errors keep their type, and text stays borrowed.
//!
//! Building a plan checks every text. A text is checked most cheaply as it is read, so a plan read from JSON needs no
//! further look at its texts unless there was something to look at.

use std::cell::Cell;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::due_date::{DateContext, DueDate, is_day_in_range};
use crate::plan::{Limits, Texts, is_surely_right};

/// Reads a valid text; its error says only that the text is not valid.
pub(super) fn read_strictly<'de, T: Deserialize<'de>>(text: &'de str) -> serde_json::Result<T> {
    read_watching(text, &Limits::default()).map(|(value, _)| value)
}

/// Reads a valid text, and says whether every text and date in it is surely within the limits.
pub(super) fn read_watching<'de, T: Deserialize<'de>>(
    text: &'de str,
    limits: &Limits,
) -> serde_json::Result<(T, Texts)> {
    let watch = Watch {
        limits,
        context: DateContext::new().with_years(limits.years.clone()),
        texts: Cell::new(Texts::SurelyRight),
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict::new(&mut json, &watch))?;
    json.end()?;
    Ok((value, watch.texts.get()))
}

/// What has been found out about the texts read so far.
struct Watch<'l> {
    limits: &'l Limits,
    /// A day in figures needs nothing of the context but the years.
    context: DateContext,
    texts: Cell<Texts>,
}

impl Watch<'_> {
    fn look(&self, text: &str, is_date: bool) {
        let is_right = if is_date {
            is_day_in_range(text, &self.context)
        } else {
            is_surely_right(text, self.limits)
        };
        if !is_right {
            self.texts.set(Texts::Unknown);
        }
    }
}

/// Wraps a deserializer, or anything it hands out, so that records are read from objects only.
struct Strict<'w, T> {
    inner: T,
    watch: &'w Watch<'w>,
    /// Whether the text that follows is a date.
    is_date: bool,
}

impl<'w, T> Strict<'w, T> {
    fn new(inner: T, watch: &'w Watch<'w>) -> Self {
        Self { inner, watch, is_date: false }
    }
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_any(Strict::new(visitor, self.watch))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_str(Text { visitor, watch: self.watch, is_date: self.is_date })
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_string(Text { visitor, watch: self.watch, is_date: self.is_date })
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_identifier(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_ignored_any(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_option(Strict::new(visitor, self.watch))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let is_date = name == DueDate::NAME;
        let visitor = Strict { inner: visitor, watch: self.watch, is_date };
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_seq(Strict::new(visitor, self.watch))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Strict::new(visitor, self.watch))
    }

    /// Reads a record as a map, so that a list is refused.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Strict::new(visitor, self.watch))
    }

    /// Reads a word of a closed vocabulary from text only.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_str(ClosedWord(visitor))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct
        tuple tuple_struct
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<V::Value, E> {
        self.inner.visit_bool(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<V::Value, E> {
        self.inner.visit_i64(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<V::Value, E> {
        self.inner.visit_u64(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<V::Value, E> {
        self.inner.visit_f64(value)
    }

    /// Called for a text that a type takes beside values of other kinds, as an owner or a figure.
    fn visit_str<E: Error>(self, value: &str) -> Result<V::Value, E> {
        self.watch.look(value, self.is_date);
        self.inner.visit_str(value)
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<V::Value, E> {
        self.watch.look(value, self.is_date);
        self.inner.visit_borrowed_str(value)
    }

    fn visit_string<E: Error>(self, value: String) -> Result<V::Value, E> {
        self.watch.look(&value, self.is_date);
        self.inner.visit_string(value)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Strict::new(inner, self.watch))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let inner = Strict { inner, watch: self.watch, is_date: self.is_date };
        self.inner.visit_newtype_struct(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Strict::new(list, self.watch))
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Strict::new(object, self.watch))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_element_seed(Strict::new(seed, self.watch))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    /// Keys are text and need no wrapper.
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.inner.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(Strict::new(seed, self.watch))
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Strict::new(inner, self.watch))
    }
}

/// A visitor of a text, which is looked at before it is handed on.
struct Text<'w, V> {
    visitor: V,
    watch: &'w Watch<'w>,
    is_date: bool,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Text<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.watch.look(text, self.is_date);
        self.visitor.visit_str(text)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        self.watch.look(text, self.is_date);
        self.visitor.visit_borrowed_str(text)
    }
}

/// A visitor that accepts a word of a closed vocabulary as text only.
pub(super) struct ClosedWord<V>(pub(super) V);

impl<'de, V: Visitor<'de>> Visitor<'de> for ClosedWord<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word in quotation marks")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<V::Value, E> {
        self.0.visit_enum(StrDeserializer::new(word))
    }
}
