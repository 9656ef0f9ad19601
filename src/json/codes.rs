//! The table of codes reported while JSON is read.

use crate::diagnostic::code_table;

code_table! {
    /// Every code reported while JSON is read.
    TABLE;
    SYNTAX = "json-syntax", Error,
        "The text is not JSON from this place on, so nothing else in it could be checked.",
        "Correct it at this place, and read the text again.";
    ENCODING = "json-encoding", Error,
        "The file is not encoded in UTF-8, so it cannot be read as JSON.",
        "Save the file again with the encoding UTF-8.";
    UNKNOWN_FORMAT = "json-unknown-format", Error,
        "The document says that it is in a format that this library does not read, so nothing else in it was checked.",
        "Write it in format 1, or read it with a version of the library that knows its format.";
    UNKNOWN_KEY = "json-unknown-key", Error,
        "An object has a key that the format does not have, so its value would be lost.",
        "Correct the spelling of the key, or remove it.";
    MISSING_KEY = "json-missing-key", Error,
        "An object lacks a key that it must have.",
        "Add the key.";
    DUPLICATE_KEY = "json-duplicate-key", Error,
        "A key is written twice in one object, so nobody knows which value is meant. The first was checked.",
        "Keep one of the two.";
    WRONG_TYPE = "json-wrong-type", Error,
        "A value is of the wrong type, such as a number where text is expected, or outside the range that its key allows.",
        "Write a value of the type that is expected.";
    UNKNOWN_WORD = "json-unknown-word", Error,
        "A word is not one of those that its key allows.",
        "Use one of the words of the key.";
    MORE = "json-more", Error,
        "The text has more problems than are listed, and its links and references were not checked.",
        "Correct the problems that are listed, and read the text again.";
}
