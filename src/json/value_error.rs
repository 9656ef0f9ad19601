//! Keeps the errors of serde as data, so that they can be worded in plain English later. A
//! [`ValueError`] knows where the value is, but not how the error is worded.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::position::Step;

/// An error in a value, with its place once that is known.
#[derive(Debug)]
pub(super) struct ValueError {
    pub(super) kind: ErrorKind,
    pub(super) place: Option<ValuePlace>,
}

/// The place of an error: the byte offset where the value begins, the value as written, and the
/// path to it, innermost step first.
#[derive(Debug)]
pub(super) struct ValuePlace {
    pub(super) offset: usize,
    pub(super) written: String,
    pub(super) inside_out: Vec<Step>,
}

/// The kind of an error.
#[derive(Debug)]
pub(super) enum ErrorKind {
    /// A value of the wrong type or out of range, with what was expected.
    Value(String),
    UnknownKey(String, &'static [&'static str]),
    UnknownWord(String, &'static [&'static str]),
    MissingKey(&'static str),
    DuplicateKey(&'static str),
    /// The message of a type's own `Deserialize`.
    Other(String),
}

impl ValueError {
    fn new(kind: ErrorKind) -> Self {
        Self { kind, place: None }
    }

    /// Sets the place of the error, unless an inner value has set it.
    pub(super) fn at(mut self, offset: usize, written: &str) -> Self {
        self.place.get_or_insert_with(|| ValuePlace {
            offset,
            written: written.to_owned(),
            inside_out: Vec::new(),
        });
        self
    }

    /// Adds an outer step to the path.
    pub(super) fn inside(mut self, step: Step) -> Self {
        if let Some(place) = &mut self.place {
            place.inside_out.push(step);
        }
        self
    }
}

impl de::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(ErrorKind::Other(message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(ErrorKind::Value(expected.to_string()))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(ErrorKind::Value(expected.to_string()))
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::new(ErrorKind::Value(expected.to_string()))
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(ErrorKind::UnknownWord(word.to_owned(), known))
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(ErrorKind::UnknownKey(key.to_owned(), known))
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(ErrorKind::MissingKey(key))
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::new(ErrorKind::DuplicateKey(key))
    }
}

impl Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for ValueError {}
