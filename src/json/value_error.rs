//! Keeps the errors of serde as data, so that they can be worded in plain English later.

use std::fmt::{self, Display};

use serde::de::{self, Expected, Unexpected};

/// An error in a value.
#[derive(Debug)]
pub(super) struct ValueError {
    pub(super) kind: ErrorKind,
}

/// The kind of an error.
#[derive(Debug)]
pub(super) enum ErrorKind {
    /// A value of the wrong type or out of range, with what was expected.
    Value(String),
    UnknownKey(String, &'static [&'static str]),
    UnknownWord(String, &'static [&'static str]),
    MissingKey(&'static str),
    DuplicateKey(String),
    /// The message of a type's own `Deserialize`.
    Other(String),
    /// What is wrong is noted, or the next reading will note it.
    Again,
}

impl From<ErrorKind> for ValueError {
    fn from(kind: ErrorKind) -> Self {
        Self { kind }
    }
}

impl de::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        ErrorKind::Other(message.to_string()).into()
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        ErrorKind::Value(expected.to_string()).into()
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        ErrorKind::Value(expected.to_string()).into()
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        ErrorKind::Value(expected.to_string()).into()
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        ErrorKind::UnknownWord(word.to_owned(), known).into()
    }

    fn unknown_field(key: &str, known: &'static [&'static str]) -> Self {
        ErrorKind::UnknownKey(key.to_owned(), known).into()
    }

    fn missing_field(key: &'static str) -> Self {
        ErrorKind::MissingKey(key).into()
    }

    fn duplicate_field(key: &'static str) -> Self {
        ErrorKind::DuplicateKey(key.to_owned()).into()
    }
}

impl Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for ValueError {}
