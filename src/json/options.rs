//! Reads the options for reading a table from JSON.

use super::JsonError;
use super::diagnose::record_error;
use super::strict::read_strictly;
use crate::import::ReadOptions;

/// # JSON (feature `json`)
impl ReadOptions {
    /// Reads the options that a council keeps for its own tables from JSON. A leading byte-order
    /// mark is skipped.
    ///
    /// ```
    /// use improvement_plan::import::ReadOptions;
    ///
    /// let options = ReadOptions::from_json(
    ///     r#"{ "authority": "Anyshire", "tables": [ { "columns": { "What?": "action" } } ] }"#,
    /// )?;
    /// assert_eq!(options.authority.as_deref(), Some("Anyshire"));
    ///
    /// let error = ReadOptions::from_json(r#"{ "tables": [ { "columns": { "F": "deu" } } ] }"#);
    /// let message = error.unwrap_err().to_string();
    /// assert!(message.starts_with(
    ///     "tables[0].columns.F (line 1, column 35): the word \u{201c}deu\u{201d} is not known here. \
    ///      Did you mean \u{201c}due\u{201d}?"
    /// ));
    /// # Ok::<(), improvement_plan::json::JsonError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`JsonError`] with every problem, each with its place and what to do.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        read_strictly(text).map_err(|_| record_error::<Self>(text))
    }
}

#[cfg(test)]
mod tests {
    use super::ReadOptions;

    #[test]
    fn errors_are_worded_in_plain_english() {
        let of = |text| ReadOptions::from_json(text).unwrap_err().to_string();
        assert_eq!(
            of(r#"{ "tables": [ { "columns": "F" } ] }"#),
            "tables[0].columns (line 1, column 28): found the text \u{201c}F\u{201d} where columns and \
             what they mean was expected (an object with What?). Write it in braces, as in \
             { \"What?\": \"action\" }."
        );
        assert_eq!(
            of(r#"{ "limits": { "columns": 70000 } }"#),
            "limits.columns (line 1, column 26): found the number 70000 where a whole number from 0 \
             to 65535 was expected. Write a whole number in digits, without quotation marks."
        );
        assert_eq!(
            of("[]"),
            "the document (line 1, column 1): found a list in square brackets where reading options \
             was expected (an object with authority, title and tables). Write it in braces, each \
             value after its key, as in { \"authority\": \"\u{2026}\" }."
        );
        assert_eq!(
            of(r#"{ "athority": "Anyshire" }"#),
            "athority (line 1, column 3): the key \u{201c}athority\u{201d} is not known here. Did you \
             mean \u{201c}authority\u{201d}?"
        );
    }
}
