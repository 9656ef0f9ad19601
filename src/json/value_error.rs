//! What is wrong with a value: the errors of serde kept as what they are, not as sentences of its
//! own, so that they can be told in plain words. It knows the place, and not how anything is said.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

use super::place::Step;

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) wrong: Wrong,
    pub(super) place: Option<Place>,
}

/// Where it is wrong: the byte where the value begins, the value as written, and the path to it from
/// the innermost step outwards.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) offset: usize,
    pub(super) written: String,
    pub(super) inside_out: Vec<Step>,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum Wrong {
    /// A value of another sort, or beyond what can be held, and what was expected.
    Value(String),
    UnknownKey(String, &'static [&'static str]),
    UnknownWord(String, &'static [&'static str]),
    MissingKey(&'static str),
    DuplicateKey(&'static str),
    /// What a type says in words of its own.
    Other(String),
}

impl Told {
    fn new(wrong: Wrong) -> Self {
        Self { wrong, place: None }
    }

    /// The same error with its place, unless an inner value gave it one.
    pub(super) fn at(mut self, offset: usize, written: &str) -> Self {
        self.place.get_or_insert_with(|| Place {
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

impl de::Error for Told {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(Wrong::Other(message.to_string()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Wrong::Value(expected.to_string()))
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(Wrong::Value(expected.to_string()))
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::new(Wrong::Value(expected.to_string()))
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(Wrong::UnknownWord(word.to_owned(), known))
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        Self::new(Wrong::UnknownKey(key.to_owned(), known))
    }

    fn missing_field(key: &'static str) -> Self {
        Self::new(Wrong::MissingKey(key))
    }

    fn duplicate_field(key: &'static str) -> Self {
        Self::new(Wrong::DuplicateKey(key))
    }
}

impl Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.wrong)
    }
}

impl std::error::Error for Told {}
