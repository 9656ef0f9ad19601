//! Finds errors in the JSON syntax of a text, such as an extra comma or a missing quotation mark.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::codes;
use super::position::offset_of;
use super::problem::Problem;
use crate::diagnostic::{Step, quoted_key as quoted};

/// Returns the problem of a text that is not JSON; `None` if it is JSON.
pub(super) fn syntax_problem(text: &str) -> Option<Problem> {
    let problem = |path, offset, message: String, help: &str| {
        let help = help.to_owned();
        Problem { entry: &codes::SYNTAX, path, offset, message, help }
    };
    if text.trim().is_empty() {
        let help = "Check that the right file was chosen.";
        return Some(problem(Vec::new(), 0, "the text is empty".to_owned(), help));
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let read = Shape::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track));
    let (error, path) = match read.and_then(|Shape| json.end()) {
        Ok(()) => return None,
        Err(error) => (error, steps(&track.path())),
    };
    let at =
        if error.is_eof() { text.len() } else { offset_of(text, error.line(), error.column()) };
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = said.strip_suffix(&place).unwrap_or(&said);
    let (message, help) = explain(said, text.get(at..).unwrap_or_default());
    Some(problem(path, at, message, help))
}

/// Converts the path that `serde_path_to_error` tracked.
fn steps(path: &serde_path_to_error::Path) -> Vec<Step> {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Index(*index)),
            Segment::Map { key } => Some(Step::UnknownKey(key.as_str().into())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// Returns the message and the help for an error of `serde_json`, given the rest of the text from
/// the error on.
fn explain(problem: &str, rest: &str) -> (String, &'static str) {
    let next = next_character(rest);
    let (message, help) = match problem {
        "EOF while parsing a list" => (
            "the text ends inside a list",
            "Close the list with ], or check that the whole file has arrived.",
        ),
        "EOF while parsing an object" => (
            "the text ends inside an object",
            "Close the object with }, or check that the whole file has arrived.",
        ),
        "EOF while parsing a string" => (
            "the text ends inside quotation marks",
            "Close the quotation marks, or check that the whole file has arrived.",
        ),
        "EOF while parsing a value" => {
            ("the text ends where a value was expected", "Check that the whole file has arrived.")
        }
        "trailing comma" => ("there is a comma after the last entry", "Remove the comma."),
        "trailing characters" => {
            return (
                format!("there is more after the end of the document, beginning with {next}"),
                "Remove what follows the last brace.",
            );
        }
        "expected `:`" => {
            return (
                format!("found {next} where a colon was expected after a key"),
                "Write a colon between the key and its value.",
            );
        }
        "expected `,` or `]`" => {
            return (
                format!("found {next} where a comma or the end of the list was expected"),
                "Write a comma between two entries, and ] after the last.",
            );
        }
        "expected `,` or `}`" => {
            return (
                format!("found {next} where a comma or the end of the object was expected"),
                "Write a comma between two entries; inside a text, write a quotation mark as \\\".",
            );
        }
        "key must be a string" | "expected `\"`" => {
            return (
                format!("found {next} where a key in quotation marks was expected"),
                "Write the key in straight double quotation marks.",
            );
        }
        "expected value" | "expected ident" => {
            return (
                format!("found {next} where a value was expected"),
                "Write text in straight double quotation marks; numbers, true, false and null \
                 need none.",
            );
        }
        "number out of range" => ("the number is too large", "Check its digits."),
        "invalid number" => (
            "the number is not written as a number",
            "Write it in digits, without leading zeros or commas, or as text in quotation marks.",
        ),
        "invalid escape" => (
            "a backslash in a text is not followed by a valid escape",
            "Write a backslash itself as \\\\.",
        ),
        "lone leading surrogate in hex escape"
        | "unexpected end of hex escape"
        | "invalid unicode code point" => {
            ("a text holds half a character, as \\u and four digits", "Write the character itself.")
        }
        "control character (\\u0000-\\u001F) found while parsing a string" => (
            "a text holds a line break, a tab or another control character",
            "Check that the quotation marks are closed; inside a text, write a line break as \\n \
             and a tab as \\t.",
        ),
        "recursion limit exceeded" => (
            "lists and objects are nested too deeply for a plan",
            "Check that the right file was chosen.",
        ),
        other => return (format!("it is not JSON: {other}"), "Correct it at this place."),
    };
    (message.to_owned(), help)
}

/// Returns the name of the next character.
fn next_character(rest: &str) -> String {
    match rest.chars().next() {
        None => "the end of the text".to_owned(),
        Some('"') => "a quotation mark".to_owned(),
        Some('\'') => "a single quotation mark".to_owned(),
        Some('\u{201c}' | '\u{201d}') => "a curly quotation mark".to_owned(),
        Some(',') => "a comma".to_owned(),
        Some('\n' | '\r') => "the end of the line".to_owned(),
        Some(character) => quoted(character.encode_utf8(&mut [0; 4])),
    }
}

/// Any JSON value, read to its end and discarded.
struct Shape;

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = Shape;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Shape, E> {
        Ok(Shape)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Shape, E> {
        Ok(Shape)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Shape, E> {
        Ok(Shape)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Shape, E> {
        Ok(Shape)
    }

    fn visit_str<E>(self, _: &str) -> Result<Shape, E> {
        Ok(Shape)
    }

    fn visit_unit<E>(self) -> Result<Shape, E> {
        Ok(Shape)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Shape, A::Error> {
        while let Some(Shape) = list.next_element()? {}
        Ok(Shape)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Shape, A::Error> {
        while let Some((_, Shape)) = object.next_entry::<String, Shape>()? {}
        Ok(Shape)
    }
}
