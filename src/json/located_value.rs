//! Reads an invalid text a second time to find everything that is wrong with its values, and where.
//! Each value keeps its own slice of the text, so that a problem has a position and what was written
//! there.
//!
//! The JSON syntax has been checked before (see [`syntax`](super::syntax)), so only values can be
//! wrong here. A value that cannot be read is noted and replaced by a [`StandIn`], and the reading
//! goes on. This reading finds something wrong with every text that
//! [`Strict`](super::strict::Strict) refuses, and with no other; tests compare the two.
//!
//! Only the type of a record knows which keys it requires, and it tells by failing. The text is then
//! read again, with stand-ins for the missing keys of every record of that type. The number of
//! readings therefore depends on the format and not on the text.

use std::borrow::Cow;
use std::fmt;
use std::iter::Enumerate;
use std::ops::Range;
use std::sync::Arc;
use std::vec;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;

use super::findings::{Findings, Hint};
use super::known_keys::nearest_key;
use super::leaf::{self, expected};
use super::position::offset_in;
use super::stand_in::StandIn;
use super::value_error::{ErrorKind, ValueError};
use crate::diagnostic::Step;
use crate::plan::Omission;

/// The white space that JSON allows around a value.
const SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The most readings of one text. No record of the format needs as many.
const MOST_READINGS: usize = 64;

/// Reads a text that is valid JSON, and notes everything that is wrong with its values. There is no
/// value if too much is wrong to make one.
pub(super) fn read_located<'de, T: Deserialize<'de>>(text: &'de str) -> (Option<T>, Findings) {
    let findings = Findings::default();
    let mut value = None;
    for _ in 0..MOST_READINGS {
        let root = LocatedValue { text, raw: text.trim_matches(SPACE), findings: &findings };
        value = T::deserialize(root).map_err(|error| root.give_up(error)).ok();
        if !findings.start_again() {
            break;
        }
    }
    (value, findings)
}

/// Returns the entry of a key of an object as written: its value. It is `None` if there is no such
/// key, and an error if the text is not an object or its JSON breaks before the key.
pub(super) fn value_of<'de>(text: &'de str, wanted: &str) -> Result<Option<&'de str>, ()> {
    let (entries, end) = entries(text.trim_matches(SPACE));
    match entries.into_iter().find(|(key, _)| key.0 == wanted) {
        Some((_, value)) => Ok(Some(value.get())),
        None => end.map(|()| None).map_err(|_| ()),
    }
}

/// Returns the entries of an object, up to its end or to the place where its JSON breaks.
pub(super) fn entries(raw: &str) -> (Vec<Entry<'_>>, serde_json::Result<()>) {
    let mut entries = Vec::new();
    let mut json = serde_json::Deserializer::from_str(raw);
    let end = json.deserialize_map(Entries(&mut entries));
    (entries, end)
}

/// A value of the text, as written.
#[derive(Clone, Copy)]
struct LocatedValue<'de, 'f> {
    text: &'de str,
    raw: &'de str,
    findings: &'f Findings,
}

impl<'de> LocatedValue<'de, '_> {
    /// Returns a value inside this one.
    fn inner(self, raw: &'de RawValue) -> Self {
        Self { raw: raw.get(), ..self }
    }

    /// Returns the byte offset where the value begins.
    fn offset(self) -> usize {
        offset_in(self.text, self.raw)
    }

    fn bytes(self) -> Range<usize> {
        self.offset()..self.offset() + self.raw.len()
    }

    /// Notes a problem with this value.
    fn report(self, kind: ErrorKind) {
        self.findings.add(kind, self.bytes());
    }

    /// Notes an error after which this value and those around it cannot be made.
    fn give_up(self, error: ValueError) -> ValueError {
        if !matches!(error.kind, ErrorKind::Again) {
            self.report(error.kind);
        }
        ErrorKind::Again.into()
    }

    /// Notes that something else was expected here, and visits a stand-in.
    fn instead<V: Visitor<'de>>(
        self,
        visitor: V,
        visit: impl FnOnce(StandIn, V) -> Result<V::Value, ValueError>,
    ) -> Result<V::Value, ValueError> {
        self.report(ErrorKind::Value(expected(&visitor)));
        visit(StandIn, visitor)
    }

    fn parsed<T: Deserialize<'de>>(self) -> Result<T, ValueError> {
        serde_json::from_str(self.raw).map_err(ValueError::custom)
    }

    fn starts_with(self, first: u8) -> bool {
        self.raw.as_bytes().first() == Some(&first)
    }

    fn visit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.raw.as_bytes().first() {
            Some(b'{') => self.visit_object(visitor, None),
            Some(b'[') => visitor.visit_seq(ElementAccess::new(self, self.parsed()?)),
            Some(b'"') => visitor.visit_string(self.parsed()?),
            Some(b't' | b'f') => visitor.visit_bool(self.parsed()?),
            Some(b'n') => visitor.visit_unit(),
            _ => self.visit_number(visitor),
        }
    }

    fn visit_object<V: Visitor<'de>>(
        self,
        visitor: V,
        fields: Option<&'static [&'static str]>,
    ) -> Result<V::Value, ValueError> {
        let (entries, end) = entries(self.raw);
        end.map_err(ValueError::custom)?;
        let expected = expected(&visitor);
        let mut hint = self.findings.hint(&expected);
        hint.is_record |= fields.is_some();
        hint.fields = hint.fields.or(fields);
        visitor.visit_map(EntryAccess::new(self, entries, hint)).map_err(|error| {
            let note: &dyn Fn(&mut Hint) = match &error.kind {
                ErrorKind::MissingKey(key) => &|hint| hint.required.push(key),
                ErrorKind::UnknownKey(_, known) => &|hint| hint.fields = Some(known),
                ErrorKind::DuplicateKey(_) => &|hint| hint.is_record = true,
                _ => return self.give_up(error),
            };
            self.findings.learn(&expected, note);
            ErrorKind::Again.into()
        })
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

    /// Reads a whole number up to a maximum.
    fn visit_whole<V: Visitor<'de>>(self, most: u64, visitor: V) -> Result<V::Value, ValueError> {
        let wrong = leaf::problem(&expected(&visitor), self.raw);
        match self.raw.parse::<u64>() {
            Ok(number) if number <= most && wrong.is_none() => visitor.visit_u64(number),
            _ => self.instead(visitor, Deserializer::deserialize_u64),
        }
    }
}

impl<'de> Deserializer<'de> for LocatedValue<'de, '_> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if let Some(wrong) = leaf::problem(&expected(&visitor), self.raw) {
            self.report(wrong);
            return StandIn.deserialize_any(visitor);
        }
        self.visit(visitor).map_err(|error| self.give_up(error))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if !self.starts_with(b'"') {
            return self.instead(visitor, Deserializer::deserialize_str);
        }
        if let Some(wrong) = leaf::problem(&expected(&visitor), self.raw) {
            self.report(wrong);
            return StandIn.deserialize_str(visitor);
        }
        self.visit(visitor).map_err(|error| self.give_up(error))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.raw {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => self.instead(visitor, Deserializer::deserialize_bool),
        }
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.visit_whole(u16::MAX.into(), visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.visit_whole(u32::MAX.into(), visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.visit_whole(u64::MAX, visitor)
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

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if self.starts_with(b'[') {
            return self.visit(visitor).map_err(|error| self.give_up(error));
        }
        self.instead(visitor, Deserializer::deserialize_seq)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        if self.starts_with(b'{') {
            return self.visit_object(visitor, None);
        }
        self.instead(visitor, Deserializer::deserialize_map)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        if self.starts_with(b'{') {
            return self.visit_object(visitor, Some(fields));
        }
        self.instead(visitor, |it, visitor| it.deserialize_struct(name, fields, visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        if !self.starts_with(b'"') {
            self.report(ErrorKind::Value("a word in quotation marks".to_owned()));
            return StandIn.deserialize_enum(name, variants, visitor);
        }
        let word: String = self.parsed()?;
        if !variants.contains(&word.as_str()) {
            self.report(ErrorKind::UnknownWord(word, variants));
            return StandIn.deserialize_enum(name, variants, visitor);
        }
        visitor.visit_enum(StrDeserializer::new(&word))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u128 f32 f64 char bytes byte_buf unit unit_struct tuple
        tuple_struct identifier ignored_any
    }
}

/// The elements of a list.
struct ElementAccess<'de, 'f> {
    list: LocatedValue<'de, 'f>,
    left: Enumerate<vec::IntoIter<&'de RawValue>>,
}

impl<'de, 'f> ElementAccess<'de, 'f> {
    fn new(list: LocatedValue<'de, 'f>, elements: Vec<&'de RawValue>) -> Self {
        Self { list, left: elements.into_iter().enumerate() }
    }
}

impl<'de> SeqAccess<'de> for ElementAccess<'de, '_> {
    type Error = ValueError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ValueError> {
        let Some((index, raw)) = self.left.next() else { return Ok(None) };
        self.list.findings.enter(Step::Index(index));
        let read = seed.deserialize(self.list.inner(raw));
        self.list.findings.leave();
        read.map(Some)
    }
}

/// Hands out the entries of an object, one by one, then a stand-in for each required key that it has
/// not.
struct EntryAccess<'de, 'f> {
    object: LocatedValue<'de, 'f>,
    left: vec::IntoIter<Entry<'de>>,
    hint: Hint,
    seen: Vec<Cow<'de, str>>,
    /// The step to the current value, and the value as written unless it is missing.
    current: Option<(Step, Option<&'de RawValue>)>,
}

impl<'de, 'f> EntryAccess<'de, 'f> {
    fn new(object: LocatedValue<'de, 'f>, entries: Vec<Entry<'de>>, mut hint: Hint) -> Self {
        // They are taken from the end.
        let order = hint.fields.unwrap_or_default();
        let place = |key: &&str| order.iter().position(|one| one == key);
        hint.required.sort_by_key(|key| std::cmp::Reverse(place(key)));
        Self { object, left: entries.into_iter(), hint, seen: Vec::new(), current: None }
    }

    /// Returns the next entry that the record can have, and notes those that it cannot.
    fn next_entry(&mut self) -> Option<(Step, Entry<'de>)> {
        loop {
            let (key, value) = self.left.next()?;
            let known = |fields: &[&'static str]| fields.iter().copied().find(|one| *one == key.0);
            let step = match self.hint.fields.map(known) {
                Some(Some(known)) => Step::Key(known),
                Some(None) => {
                    self.note_unknown(&key, value);
                    continue;
                }
                None => Step::UnknownKey(Arc::from(key.0.as_ref())),
            };
            if self.hint.is_record && self.seen.contains(&key.0) {
                let kind = ErrorKind::DuplicateKey(key.0.as_ref().to_owned());
                let bytes = self.bytes_of(&key, value);
                self.object.findings.add_key(kind, step.clone(), bytes, |mut path| {
                    path.push(step);
                    Omission::Value(path)
                });
                continue;
            }
            if self.hint.is_record {
                self.seen.push(key.0.clone());
            }
            return Some((step, (key, value)));
        }
    }

    /// Notes a key that the record cannot have.
    fn note_unknown(&self, key: &Key<'de>, value: &'de RawValue) {
        let fields = self.hint.fields.unwrap_or_default();
        let kind = ErrorKind::UnknownKey(key.0.as_ref().to_owned(), fields);
        let step = Step::UnknownKey(Arc::from(key.0.as_ref()));
        self.object.findings.add_key(kind, step, self.bytes_of(key, value), |mut path| {
            let is_absent = |near: &&str| {
                let later = self.left.as_slice().iter().any(|(key, _)| key.0 == **near);
                !later && !self.seen.iter().any(|seen| seen == near)
            };
            match nearest_key(&key.0, fields).filter(is_absent) {
                Some(near) => {
                    path.push(Step::Key(near));
                    Omission::Value(path)
                }
                None => Omission::unclear(path, value.get()),
            }
        });
    }

    /// Returns the bytes of the text from the quotation mark before a key to the end of its value, or
    /// of the value alone where the key is written with escapes.
    fn bytes_of(&self, key: &Key<'de>, value: &'de RawValue) -> Range<usize> {
        let value = self.object.inner(value);
        match key.0 {
            Cow::Borrowed(key) => offset_in(value.text, key).saturating_sub(1)..value.bytes().end,
            Cow::Owned(_) => value.bytes(),
        }
    }
}

impl<'de> MapAccess<'de> for EntryAccess<'de, '_> {
    type Error = ValueError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, ValueError> {
        if let Some((step, (key, value))) = self.next_entry() {
            self.current = Some((step, Some(value)));
            return seed.deserialize(key_as_name(&key.0)).map(Some);
        }
        while let Some(key) = self.hint.required.pop() {
            if self.seen.iter().all(|seen| seen != key) {
                self.object.report(ErrorKind::MissingKey(key));
                self.current = Some((Step::Key(key), None));
                return seed.deserialize(key_as_name(key)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, ValueError> {
        match self.current.take() {
            Some((step, Some(value))) => {
                self.object.findings.enter(step);
                let read = seed.deserialize(self.object.inner(value));
                self.object.findings.leave();
                read
            }
            Some((_, None)) => seed.deserialize(StandIn),
            None => Err(ValueError::custom("a value is asked for before its key")),
        }
    }
}

/// Returns a deserializer of the key's name.
fn key_as_name(key: &str) -> StrDeserializer<'_, ValueError> {
    key.into_deserializer()
}

/// A key with its value, as written.
pub(super) type Entry<'de> = (Key<'de>, &'de RawValue);

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
