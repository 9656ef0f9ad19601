//! What a council says once about its own tables.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ColumnMeaning, SheetKind};
use crate::cells::SheetLimits;
use crate::due_date::{DueDate, Quarters};
use crate::model::{LegendEntry, Period, Recommendation, Source, setters};

/// What a table cannot say, and how to read this council's own: a council writes it once, as JSON, and
/// uses it every month. Everything may be left out; what is left out is worked out from the table and
/// said in what was understood.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use improvement_plan::import::{ColumnMeaning, ReadOptions};
///
/// let options: ReadOptions = serde_json::from_str(r#"{
///     "authority": "Anyshire", "reference": "anyshire-2026", "title": "Improvement plan",
///     "source": "Inspection of children's services", "status_date": "2026-10-30",
///     "period": { "start": "2026-09-01", "end": "2027-08-31" },
///     "tables": [ { "sheet": "Plan", "header_row": 4, "columns": { "What?": "action", "F": "due" } } ],
///     "legend": [ { "word": "Blue", "means": "completed" }, { "word": "3 Slipped", "means": "red" } ],
///     "separators": [";", ",", "and"]
/// }"#)?;
/// assert_eq!(options.tables[0].columns["What?"], ColumnMeaning::Action);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "reading options: an object with authority, title and tables"
)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Whose plan it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The authority's nine-character code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority_code: Option<String>,
    /// What people quote the plan by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The plan's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The title of the report that the recommendations come from, where the table does not name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The day the facts were gathered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_date: Option<DueDate>,
    /// The first and last day of the plan: a date without its year is read inside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Which quarters are meant by Q1 to Q4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarters: Option<Quarters>,
    /// Where the tables are and what their columns mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TableOptions>,
    /// What the words of the status and RAG columns mean in this council.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legend: Vec<LegendEntry>,
    /// What stands between several references in one cell; none given: line breaks, `;`, `,`, `&`
    /// and `and`. Never inside brackets; a cell that is a known reference as a whole is never split.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separators: Option<Vec<String>>,
    /// How large the file may be.
    pub limits: SheetLimits,
    /// The name of the file, from which a title is taken where nothing else gives one.
    #[serde(skip)]
    pub file_name: Option<String>,
    /// Recommendations from another file, which the table's references are looked up in.
    #[serde(skip)]
    pub recommendations: Vec<Recommendation>,
    /// The sources of those recommendations.
    #[serde(skip)]
    pub sources: Vec<Source>,
}

setters!(ReadOptions {
    option with_authority(authority: String);
    option with_authority_code(authority_code: String);
    option with_reference(reference: String);
    option with_title(title: String);
    option with_source(source: String);
    option with_status_date(status_date: DueDate);
    option with_period(period: Period);
    option with_quarters(quarters: Quarters);
    list with_tables(tables: TableOptions);
    list with_legend(legend: LegendEntry);
    value with_limits(limits: SheetLimits);
    option with_file_name(file_name: String);
    list with_recommendations(recommendations: Recommendation);
    list with_sources(sources: Source);
});

impl ReadOptions {
    /// Nothing said: everything is worked out from the table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what stands between several references in one cell.
    #[must_use]
    pub fn with_separators(
        mut self,
        separators: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.separators = Some(separators.into_iter().map(Into::into).collect());
        self
    }
}

/// Where one table is and what its columns mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "a table: an object with sheet, header_row and columns"
)]
#[non_exhaustive]
pub struct TableOptions {
    /// The name of its sheet; left out, every sheet that no other entry names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// What it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<SheetKind>,
    /// The row of its headings, as a spreadsheet numbers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// What its columns mean, by heading or by letter. A column left out is worked out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, ColumnMeaning>,
}

setters!(TableOptions {
    option with_sheet(sheet: String);
    option with_holds(holds: SheetKind);
    option with_header_row(header_row: u32);
});

impl TableOptions {
    /// A table of which nothing is said yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what a column means, by its heading or its letter.
    #[must_use]
    pub fn with_column(mut self, column: impl Into<String>, means: ColumnMeaning) -> Self {
        self.columns.insert(column.into(), means);
        self
    }
}
