//! The error of reading a document from JSON, in plain English.

use std::fmt;

use serde::Serialize;

use super::codes;
use crate::diagnostic::{CodeEntry, Diagnostic, Diagnostics};

/// The error of reading a document from JSON: everything that is wrong with the text.
///
/// Each problem is a [`Diagnostic`] with a code, its path, its line and column, what was found, what
/// was expected and what to do. They are in the order of the text. At most 100 are listed; the last,
/// `json-more`, then gives the number of the others. A text that is not JSON or is in another format
/// has one problem, because nothing else can be known of it.
///
/// One problem displays as one paragraph, several as a list. Serialised as
/// `{ "diagnostics": [ … ] }`.
///
/// ```
/// use improvement_plan::PlanDoc;
///
/// let text = r#"{ "format": 1, "reference": "p", "title": 2018, "authority": { "name": "Anyshire" } }"#;
/// let error = PlanDoc::from_json(text).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "title (line 1, column 43): found the number 2018 where text was expected. \
///      Write it in quotation marks."
/// );
/// assert_eq!(error.path(), Some("title"));
/// assert_eq!((error.line(), error.column()), (1, 43));
/// assert_eq!(error.help(), "Write it in quotation marks.");
///
/// let text = r#"{ "format": 1, "reference": "p", "titel": "Plan", "authority": "Anyshire" }"#;
/// let error = PlanDoc::from_json(text).unwrap_err();
/// let codes: Vec<_> = error.diagnostics().iter().map(|one| one.code().as_str()).collect();
/// assert_eq!(codes, ["json-missing-key", "json-unknown-key", "json-wrong-type"]);
/// ```
#[derive(Clone, PartialEq, Eq, thiserror::Error, Serialize)]
pub struct JsonError {
    #[serde(skip)]
    path: Option<String>,
    diagnostics: Diagnostics,
}

impl JsonError {
    /// Creates the error from its problems, of which there is at least one.
    pub(super) fn new(diagnostics: Diagnostics) -> Self {
        let location = diagnostics.iter().next().map(Diagnostic::location);
        let path = location.filter(|first| !first.steps().is_empty()).map(ToString::to_string);
        Self { path, diagnostics }
    }

    /// Returns every problem, in the order of the text.
    pub fn diagnostics(&self) -> &Diagnostics {
        &self.diagnostics
    }

    /// Returns every code of reading JSON, with its explanation.
    #[must_use]
    pub fn codes() -> &'static [CodeEntry] {
        codes::TABLE
    }

    /// Returns the path of the first problem, such as `actions[1].due`, with indexes counted from 0
    /// as JSON tools do; `None` for the document itself.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Returns the line of the first problem, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.first().and_then(Diagnostic::line).unwrap_or(1)
    }

    /// Returns the column of the first problem, counted from 1 in characters, as an editor shows it. A
    /// byte-order mark is not counted.
    #[must_use]
    pub fn column(&self) -> usize {
        self.first().and_then(Diagnostic::column).unwrap_or(1)
    }

    /// Returns what was found first and what was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        self.first().map_or("", Diagnostic::message)
    }

    /// Returns what to do about the first problem.
    #[must_use]
    pub fn help(&self) -> &str {
        self.first().map_or("", Diagnostic::help)
    }

    fn first(&self) -> Option<&Diagnostic> {
        self.diagnostics.iter().next()
    }
}

/// Shows the codes and the places, and no text of the document.
impl fmt::Debug for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonError").field("diagnostics", &self.diagnostics).finish_non_exhaustive()
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.diagnostics.len();
        if count > 1 {
            write!(f, "the text has {count} problems to correct before it can be read")?;
        }
        for diagnostic in &self.diagnostics {
            if count > 1 {
                writeln!(f)?;
            }
            write!(f, "{}", diagnostic.location())?;
            if let (Some(line), Some(column)) = (diagnostic.line(), diagnostic.column()) {
                write!(f, " (line {line}, column {column})")?;
            }
            match diagnostic.restricted_note() {
                Some(note) => write!(f, ": {} ({note}).", diagnostic.code())?,
                None => write!(f, ": {}. {}", diagnostic.message(), diagnostic.help())?,
            }
        }
        Ok(())
    }
}
