//! What is wrong with a value: the errors of serde as data and not as sentences, so that they can be
//! worded in plain English later. It knows where the value stands, and not how anything is worded.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::position::Step;

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct ValueError {
    pub(super) kind: ErrorKind,
    pub(super) place: Option<ValuePlace>,
}

/// Where it is wrong: the byte where the value begins, the value as written, and the path to it from
/// the innermost step outwards.
#[derive(Debug)]
pub(super) struct ValuePlace {
    pub(super) offset: usize,
    pub(super) written: String,
    pub(super) inside_out: Vec<Step>,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum ErrorKind {
    /// A value of another sort, or beyond what can be held, and what was expected.
    Value(String),
    UnknownKey(String, &'static [&'static str]),
    UnknownWord(String, &'static [&'static str]),
    MissingKey(&'static str),
    DuplicateKey(&'static str),
    /// What a type says in words of its own.
    Other(String),
}

impl ValueError {
    fn new(kind: ErrorKind) -> Self {
        Self { kind, place: None }
    }

    /// The same error with its place, unless an inner value gave it one.
    pub(super) fn at(mut self, offset: usize, written: &str) -> Self {
        self.place.get_or_insert_with(|| ValuePlace {
            offset,
            written: written.to_owned(),
            inside_out: Vec::new(),
        });
        self
    }

    /// The same error, one step further out.
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
