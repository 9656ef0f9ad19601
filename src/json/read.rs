//! Reads documents and plans from JSON, and writes them.
//!
//! A valid text is read once, straight into the records. Only an invalid one is read again, to find
//! everything that is wrong with it.

use super::diagnose::{alone, document_error, with_positions};
use super::problem::Problem;
use super::strict::{read_strictly, read_watching};
use super::{JsonError, LoadError, codes};
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
    ///
    /// Either lists everything that is wrong, in the order of the text. The structural problems of a
    /// text that is not a document are listed as far as they can be judged: a value that cannot be
    /// read counts as missing, and nothing is reported that would only follow from its absence. So a
    /// link is not reported if the value could be the name of its target. A key that the format does
    /// not have stands for the absent key that it resembles. With more than 100 problems, the
    /// structure is not checked.
    pub fn from_json(text: &str) -> Result<Self, LoadError> {
        Self::from_json_with(text, &Limits::default())
    }

    /// Reads a plan from JSON, within the given limits.
    ///
    /// # Errors
    ///
    /// The same as for [`from_json`](Self::from_json).
    pub fn from_json_with(text: &str, limits: &Limits) -> Result<Self, LoadError> {
        let text = without_mark(text);
        match read_watching(text, limits) {
            Ok((doc, texts)) => Self::build_knowing(doc, texts, limits)
                .map_err(|rejected| with_positions(text, rejected).into()),
            Err(_) => Err(document_error(text, Some(limits)).into()),
        }
    }

    /// Reads a plan from the bytes of a JSON file, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// The same as for [`from_json`](Self::from_json), and [`LoadError::Json`] if the bytes are not
    /// UTF-8.
    pub fn from_json_bytes(bytes: &[u8]) -> Result<Self, LoadError> {
        Self::from_json(utf8(bytes)?)
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
    /// [`JsonError`] with every problem: unknown and missing keys, unknown words and wrong values. A
    /// text in another format than 1 has only that problem, and one that is not JSON only its first
    /// error of syntax. A record written as a list, and a key written twice, are errors. `null` counts
    /// as absent for an optional key, and is an error for a list. Links and names are not checked: see
    /// [`Plan::from_json`].
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let text = without_mark(text);
        read_strictly(text).map_err(|_| document_error(text, None))
    }

    /// Reads a document from the bytes of a JSON file.
    ///
    /// # Errors
    ///
    /// The same as for [`from_json`](Self::from_json), and if the bytes are not UTF-8, with the
    /// position of the first invalid byte.
    pub fn from_json_bytes(bytes: &[u8]) -> Result<Self, JsonError> {
        Self::from_json(utf8(bytes)?)
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

/// Returns the text without a leading byte-order mark.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Returns the bytes as text.
fn utf8(bytes: &[u8]) -> Result<&str, JsonError> {
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error.valid_up_to()))
}

/// Returns the error for bytes that are valid UTF-8 only up to `valid`.
fn not_utf8(bytes: &[u8], valid: usize) -> JsonError {
    let text = String::from_utf8_lossy(bytes.get(..valid).unwrap_or_default());
    let text = without_mark(&text);
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let help = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            "The file is in UTF-16. Save it again with the encoding UTF-8."
        }
        _ => "Save the file again with the encoding UTF-8.",
    };
    let message = format!("the byte {byte:#04X} is not text in UTF-8");
    let (entry, help) = (&codes::ENCODING, help.to_owned());
    alone(text, Problem { entry, path: Vec::new(), offset: text.len(), message, help })
}

#[cfg(test)]
mod tests {
    use super::super::located_value::read_located;
    use super::super::syntax::syntax_problem;
    use super::read_strictly;
    use crate::plan::PlanDoc;

    /// Returns whether the second reading finds nothing wrong with a text, and what it makes of it.
    fn read_again(text: &str) -> Option<PlanDoc> {
        if syntax_problem(text).is_some() {
            return None;
        }
        let (doc, findings) = read_located::<PlanDoc>(text);
        let (found, _) = findings.into_parts();
        doc.filter(|_| found.is_empty())
    }

    /// The strict and the located reading accept and refuse the same texts.
    #[test]
    fn the_two_readings_agree() {
        let text = include_str!("../../tests/it/data/every-key.json");
        let mut bytes = text.as_bytes().to_vec();
        for (at, change) in (0..bytes.len()).zip(b"\"[}:5n\\ ".iter().cycle()) {
            let Some(before) = bytes.get(at).copied() else { continue };
            bytes.splice(at..=at, [*change]);
            if let Ok(changed) = std::str::from_utf8(&bytes) {
                assert_eq!(read_strictly(changed).ok(), read_again(changed), "{changed}");
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
                let read = read_strictly(&changed).ok();
                assert_eq!(read, read_again(&changed), "{changed}");
                if read.is_none() && syntax_problem(&changed).is_none() {
                    let (doc, _) = read_located::<PlanDoc>(&changed);
                    assert!(doc.is_some(), "the rest can be read: {changed}");
                }
            }
        }
    }
}
