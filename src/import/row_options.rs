//! What the options say of the rows and the blank cells of a table.

use serde::{Deserialize, Serialize};

use crate::vocabulary::closed_words;

closed_words! {
    /// What a row of a table is.
    #[derive(Default)]
    #[non_exhaustive]
    RowKind {
        /// No record: guidance, a total, a note.
        #[default]
        Guidance = "guidance",
        /// The name of the section that the rows below it are in.
        Section = "section",
        /// A recommendation that the rows below it answer.
        Recommendation = "recommendation",
        /// A record, even if it looks like something else.
        Record = "record",
        /// A milestone of the action above it, with its own day, owner and status.
        Milestone = "milestone",
        /// More of the record above it: each cell goes on with the cell above it.
        Continuation = "continuation",
    }
}

closed_words! {
    /// What a blank cell of a column means.
    #[derive(Default)]
    #[non_exhaustive]
    BlankCells {
        /// Nothing is known, and no cell above stands for it.
        #[default]
        NotKnown = "not-known",
        /// The same as the nearest cell above it that holds something, as if the two were merged. A row of a
        /// section, and a row that is no record, end that.
        SameAsAbove = "same-as-above",
        /// No: where the heading asks for yes or no, such as `Agreed`, as if `No` stood in the cell.
        No = "no",
    }
}

/// Which rows of a table are of one kind: by their numbers, or by what a column says in them.
///
/// Of several entries for one row the first counts.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use improvement_plan::import::{ReadOptions, RowKind};
///
/// let options = ReadOptions::from_json(r#"{ "tables": [ { "rows": [
///     { "are": "section", "numbers": [4, 19] },
///     { "are": "milestone", "column": "Type", "says": "Milestone" },
///     { "are": "continuation", "column": "Ref", "says": "" }
/// ] } ] }"#)?;
/// assert_eq!(options.tables[0].rows[1].are, RowKind::Milestone);
/// # }
/// # Ok::<(), improvement_plan::json::JsonError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    deny_unknown_fields,
    expecting = "rows of one kind: an object with are, and numbers or column and says"
)]
#[non_exhaustive]
pub struct RowOptions {
    /// What the rows are.
    pub are: RowKind,
    /// Their numbers, as a spreadsheet shows them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<u32>,
    /// The heading or the letter of the column that shows which rows they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What that column says in them, whatever its case; an empty text stands for a blank cell. By default,
    /// anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

impl RowOptions {
    /// Creates the options of rows with these numbers, as a spreadsheet shows them.
    #[must_use]
    pub fn numbered(are: RowKind, numbers: impl IntoIterator<Item = u32>) -> Self {
        Self { are, numbers: numbers.into_iter().collect(), ..Self::default() }
    }

    /// Creates the options of rows in which a column, given by its heading or its letter, says something; an
    /// empty text stands for a blank cell.
    ///
    /// A record begins where its reference stands, and other rows continue it:
    ///
    /// ```
    /// use improvement_plan::import::{RowKind, RowOptions, TableOptions};
    ///
    /// let table = TableOptions::new()
    ///     .with_rows([RowOptions::saying(RowKind::Continuation, "Ref", "")]);
    /// assert_eq!(table.rows[0].says.as_deref(), Some(""));
    /// ```
    #[must_use]
    pub fn saying(are: RowKind, column: impl Into<String>, says: impl Into<String>) -> Self {
        Self { are, column: Some(column.into()), says: Some(says.into()), ..Self::default() }
    }
}
