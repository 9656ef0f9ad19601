//! The error of reading a document from JSON, in plain English.

use std::fmt;

use super::position::{Step, as_path, line_and_column};

/// The error of reading a document from JSON: where it is, what was found, what was expected, and
/// what to do.
///
/// Its `Display` is one paragraph:
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
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct JsonError {
    path: Option<String>,
    line: usize,
    column: usize,
    message: String,
    help: String,
}

impl JsonError {
    /// Creates an error at a byte offset of the text.
    pub(super) fn new(
        text: &str,
        offset: usize,
        path: &[Step],
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (line, column) = line_and_column(text, offset);
        let path = (!path.is_empty()).then(|| as_path(path));
        Self { path, line, column, message: message.into(), help: help.into() }
    }

    /// Returns the path of the value, such as `actions[1].due`, with indexes counted from 0 as JSON
    /// tools do; `None` for the document itself.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.path.as_deref()
    }

    /// Returns the line, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Returns the column, counted from 1 in characters, as an editor shows it. A byte-order mark
    /// is not counted.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }

    /// Returns what was found and what was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.as_deref().unwrap_or("the document");
        let Self { line, column, message, help, .. } = self;
        write!(f, "{path} (line {line}, column {column}): {message}. {help}")
    }
}
