//! Reads documents and plans from JSON, and writes them.
//!
//! A valid text is read once, straight into the records. An invalid one is read again to find the
//! first error: first its format, from the keys of the document alone; then its JSON syntax; then
//! its values, one by one. These are three passes because each must have seen the whole text before
//! the next may report anything, and because only a pass that keeps nothing can follow broken JSON
//! to the place where it breaks.

use serde::Deserialize;

use super::format::format_error;
use super::located_value::LocatedValue;
use super::message::explain;
use super::strict::Strict;
use super::syntax::syntax_error;
use super::{JsonError, LoadError};
use crate::plan::{Limits, Plan, PlanDoc};

/// # JSON (feature `json`)
impl Plan {
    /// Reads a plan from JSON, within the default [`Limits`].
    ///
    /// ```
    /// use improvement_plan::Plan;
    ///
    /// let plan = Plan::from_json(
    ///     r#"{ "format": 1, "reference": "sample-2026", "title": "Sample improvement plan",
    ///          "authority": { "name": "Anyshire" },
    ///          "sources": [ { "reference": "ofsted", "title": "Inspection" } ],
    ///          "recommendations": [ { "reference": "2", "source": "ofsted", "text": "Reduce caseloads." } ],
    ///          "actions": [ { "reference": "3.4", "title": "Cap caseloads at 16", "answers": ["2"] } ] }"#,
    /// )?;
    /// assert_eq!(plan.action_count(), 1);
    /// assert_eq!(Plan::from_json(&plan.to_json())?, plan);
    /// # Ok::<(), improvement_plan::LoadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`LoadError::Json`] if the text is not a document, as for [`PlanDoc::from_json`];
    /// [`LoadError::Rejected`] if the document has structural problems, as for [`Plan::build`].
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        Self::from_json_with(text, &Limits::default())
    }

    /// Reads a plan from JSON, within the given limits.
    ///
    /// # Errors
    ///
    /// The same as for [`from_json`](Self::from_json).
    pub fn from_json_with(text: &str, limits: &Limits) -> Result<Self, LoadError> {
        Ok(Self::build_with(PlanDoc::from_json(text)?, limits)?)
    }

    /// Reads a plan from the bytes of a JSON file, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// The same as for [`from_json`](Self::from_json), and [`LoadError::Json`] if the bytes are not
    /// UTF-8.
    pub fn from_json_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        Ok(Self::build(PlanDoc::from_json_bytes(bytes)?)?)
    }

    /// Returns the plan's document as JSON: see [`PlanDoc::to_json`].
    #[must_use]
    pub fn to_json(&self) -> String {
        self.doc().to_json()
    }
}

/// # JSON (feature `json`)
impl PlanDoc {
    /// Reads a document from JSON. A leading byte-order mark is skipped.
    ///
    /// # Errors
    ///
    /// [`JsonError`] for the first problem: a `format` that is missing or not 1 comes before
    /// anything else, then invalid JSON, then an unknown key, an unknown word or a wrong value. A
    /// record written as a list, and a key written twice, are errors. `null` counts as absent for
    /// an optional key, and is an error for a list.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        read_strictly(text).or_else(|_| find_error(text))
    }

    /// Reads a document from the bytes of a JSON file.
    ///
    /// # Errors
    ///
    /// The same as for [`from_json`](Self::from_json), and if the bytes are not UTF-8, with the
    /// position of the first invalid byte.
    pub fn from_json_bytes(bytes: &[u8]) -> Result<Self, JsonError> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::from_json(text),
            Err(error) => Err(not_utf8(bytes, error.valid_up_to())),
        }
    }

    /// Returns the document as JSON.
    ///
    /// It is indented by two spaces a level and ends with a line break. The keys are in the order
    /// of the format. The same document always gives the same bytes, and reading them returns the
    /// same document.
    ///
    /// ```
    /// use improvement_plan::PlanDoc;
    ///
    /// let doc = PlanDoc::new("sample-2026", "Sample improvement plan", "Anyshire");
    /// let json = doc.to_json();
    /// assert!(json.starts_with("{\n  \"format\": 1,\n  \"reference\": \"sample-2026\",\n"));
    /// assert_eq!(PlanDoc::from_json(&json)?, doc);
    /// # Ok::<(), improvement_plan::json::JsonError>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing to memory fails only for a map whose keys are not text, or for a record that
        // refuses to be written: the format has no maps, and none of its records refuses.
        let mut json = serde_json::to_string_pretty(self)
            .unwrap_or_else(|error| unreachable!("every document can be written: {error}"));
        json.push('\n');
        json
    }
}

/// Reads a valid text; its error says only that the text is not valid.
fn read_strictly(text: &str) -> serde_json::Result<PlanDoc> {
    let mut json = serde_json::Deserializer::from_str(text);
    let doc = PlanDoc::deserialize(Strict(&mut json))?;
    json.end()?;
    Ok(doc)
}

/// Reads an invalid text again to find its first error.
fn find_error(text: &str) -> Result<PlanDoc, JsonError> {
    match format_error(text) {
        Some(error) => Err(error),
        None => read_located(text),
    }
}

/// Reads any record of the format, with errors that have a position and an explanation.
pub(super) fn read_located<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, JsonError> {
    match syntax_error(text) {
        Some(error) => Err(error),
        None => T::deserialize(LocatedValue::of(text)).map_err(|error| explain(text, error)),
    }
}

/// Returns the error for bytes that are valid UTF-8 only up to `valid`.
fn not_utf8(bytes: &[u8], valid: usize) -> JsonError {
    let text = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let help = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            "The file is in UTF-16. Save it again with the encoding UTF-8."
        }
        _ => "Save the file again with the encoding UTF-8.",
    };
    let message = format!("the byte {byte:#04X} is not text in UTF-8");
    JsonError::new(text, text.len(), &[], message, help)
}

#[cfg(test)]
mod tests {
    use super::{find_error, read_strictly};

    /// The strict and the located reading accept and refuse the same texts.
    #[test]
    fn the_two_readings_agree() {
        let text = include_str!("../../tests/it/data/every-key.json");
        let mut bytes = text.as_bytes().to_vec();
        for (at, change) in (0..bytes.len()).zip(b"\"[}:5n\\ ".iter().cycle()) {
            let Some(before) = bytes.get(at).copied() else { continue };
            bytes.splice(at..=at, [*change]);
            if let Ok(changed) = std::str::from_utf8(&bytes) {
                assert_eq!(read_strictly(changed).ok(), find_error(changed).ok(), "{changed}");
            }
            bytes.splice(at..=at, [before]);
        }
    }

    #[test]
    fn the_two_readings_agree_on_values_of_every_sort() {
        let text = include_str!("../../tests/it/data/every-key.json");
        let values = ["null", "5", "-0", "1.5", "true", "\"x\"", "[]", "[null]", "{}", "{\"x\":1}"];
        let places: Vec<usize> = text.match_indices(": ").map(|(at, _)| at + 2).collect();
        assert!(places.len() > 150);
        for at in places {
            let (before, after) = text.split_at(at);
            let end = after.find([',', '\n']).unwrap_or_default();
            for value in values {
                let changed = format!("{before}{value}{}", after.split_at(end).1);
                assert_eq!(read_strictly(&changed).ok(), find_error(&changed).ok(), "{changed}");
            }
        }
    }
}
