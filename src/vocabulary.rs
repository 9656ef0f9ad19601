//! The two kinds of vocabulary: closed, where an unknown word is an error, and open, where an
//! unknown word is kept as written.

/// The error for a word that is not in a closed vocabulary.
///
/// ```
/// use improvement_plan::RagStatus;
///
/// let unknown = "blue".parse::<RagStatus>().unwrap_err();
/// assert_eq!(unknown.to_string(), "unknown word \"blue\", expected one of green, amber, red");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("unknown word {word:?}, expected one of {}", .expected.join(", "))]
pub struct UnknownWord {
    word: String,
    expected: &'static [&'static str],
}

/// Shows the words that were expected, and not the unknown one, which is text of the input.
impl std::fmt::Debug for UnknownWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnknownWord").field("expected", &self.expected).finish_non_exhaustive()
    }
}

impl UnknownWord {
    pub(crate) fn new(word: &str, expected: &'static [&'static str]) -> Self {
        Self { word: word.to_owned(), expected }
    }

    /// Returns the unknown word.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Returns the words of the vocabulary.
    #[must_use]
    pub fn expected(&self) -> &'static [&'static str] {
        self.expected
    }
}

/// Defines what every enum of fixed words has: its values, and each as a word and from a word.
macro_rules! fixed_words {
    ($name:ident { $($variant:ident = $word:literal,)+ }) => {
        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Returns the word for it in documents and for programs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;

            /// Reads the word for it in documents and for programs.
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::vocabulary::UnknownWord::new(word, &[$($word,)+])),
                }
            }
        }
    };
}

/// Defines a closed vocabulary: an enum whose variants are written as kebab-case words.
macro_rules! closed_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+ }

        $crate::vocabulary::fixed_words!($name { $($variant = $word,)+ });
    };
}

/// Returns the schema of an open vocabulary, from that of its known words.
#[cfg(feature = "schema")]
pub(crate) fn any_other_word(mut known: schemars::Schema) -> schemars::Schema {
    let words = known.remove("oneOf");
    let description = known.remove("description");
    schemars::json_schema!({
        "description": description,
        "anyOf": [
            { "description": "A known word.", "oneOf": words },
            { "description": "Any other word, which is kept as written.", "type": "string" },
        ],
    })
}

/// Defines an open vocabulary: an enum of the known words, with `Other` for any other word.
macro_rules! open_words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        ///
        /// An open vocabulary: a word not listed here is kept as written in `Other`. Convert text
        /// with `from`, so that a known word never ends up in `Other`.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
            /// Any other word, as written.
            Other(String),
        }

        impl $name {
            /// Every known word of this vocabulary.
            pub const KNOWN: &'static [&'static str] = &[$($word,)+];

            /// Returns the word as the document writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }

            fn known(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::known(word).unwrap_or_else(|| Self::Other(word.to_owned()))
            }
        }

        impl From<String> for $name {
            fn from(word: String) -> Self {
                Self::known(&word).unwrap_or(Self::Other(word))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer).map(Self::from)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $(#[$doc])*
                #[derive(schemars::JsonSchema)]
                #[expect(dead_code, reason = "only its schema is used")]
                enum Known { $($(#[$variant_doc])* #[schemars(rename = $word)] $variant,)+ }

                $crate::vocabulary::any_other_word(Known::json_schema(generator))
            }
        }
    };
}

pub(crate) use {closed_words, fixed_words, open_words};
