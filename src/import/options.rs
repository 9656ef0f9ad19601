//! What a council can specify about its own tables.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{BlankCells, ColumnMeaning, RowOptions, SheetKind};
use crate::cells::SheetLimits;
use crate::due_date::{DueDate, Quarters};
use crate::model::{LegendEntry, LegendMeaning, Period, Recommendation, Source, setters};
use crate::text::same;
use crate::vocabulary::closed_words;

/// Options for reading a council's own tables: facts the tables do not give, and how to read them. A
/// council writes them once, as JSON, and reuses them every month. Every option is optional; whatever is
/// not given is worked out from the table and listed in the interpretation.
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
///     "fills": { "blue": "completed" }, "days": { "HT5": "26 May 2027" }, "separators": [";", ",", "and"]
/// }"#)?;
/// assert_eq!(options.tables[0].columns["What?"], ColumnMeaning::Action);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "reading options: an object with authority, title and tables"
)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The authority that owns the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// The authority's nine-character code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority_code: Option<String>,
    /// The plan's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The plan's title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The title of the report that the recommendations come from, where the table does not name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The status date: the date the facts were gathered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_date: Option<DueDate>,
    /// The first and last dates of the plan. A date without a year is placed within this period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Which quarters Q1 to Q4 mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarters: Option<Quarters>,
    /// Where the tables are and what their columns mean.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<TableOptions>,
    /// What the words of the status and RAG columns mean in this council.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub legend: Vec<LegendEntry>,
    /// What the fill colours of cells mean in this council, by the name of the colour (red, orange, yellow,
    /// green, blue, purple, pink, brown, grey) or its six hexadecimal digits (`0070C0`). A fill without an
    /// entry is red, amber or green if it is one plainly.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fills: BTreeMap<String, LegendMeaning>,
    /// The days that words of date columns stand for, such as the last days of school terms. The document
    /// gets the day.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub days: BTreeMap<String, DueDate>,
    /// The separators between several references in one cell. By default: line breaks, `;`, `,`, `&` and
    /// `and`. Text in brackets is never split, nor is a cell that as a whole is a known reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separators: Option<Vec<String>>,
    /// The size limits of the file.
    pub limits: SheetLimits,
    /// The file name, which supplies a title if nothing else does.
    #[serde(skip)]
    pub file_name: Option<String>,
    /// Recommendations from another file, to resolve the table's references.
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
    /// Creates empty options: everything is worked out from the table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what a fill colour means, by its name or its hexadecimal digits.
    #[must_use]
    pub fn with_fill(mut self, colour: impl Into<String>, means: LegendMeaning) -> Self {
        self.fills.insert(colour.into(), means);
        self
    }

    /// Sets the day that words of date columns stand for.
    #[must_use]
    pub fn with_day(mut self, words: impl Into<String>, day: impl Into<DueDate>) -> Self {
        self.days.insert(words.into(), day.into());
        self
    }

    /// Returns the position of the options for a sheet: those that name it, else those that name none.
    pub(super) fn table_of(&self, sheet: Option<&str>) -> Option<usize> {
        let is_named = |table: &TableOptions| {
            table.sheet.as_deref().zip(sheet).is_some_and(|(own, name)| same(own, name))
        };
        let named = self.tables.iter().position(is_named);
        named.or_else(|| self.tables.iter().position(|table| table.sheet.is_none()))
    }

    /// Sets the separators between several references in one cell.
    #[must_use]
    pub fn with_separators(
        mut self,
        separators: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.separators = Some(separators.into_iter().map(Into::into).collect());
        self
    }
}

closed_words! {
    /// What happens to the columns of a table that its options do not list.
    #[derive(Default)]
    #[non_exhaustive]
    OtherColumns {
        /// Their meaning is worked out.
        #[default]
        WorkOut = "work-out",
        /// Their meaning is worked out, and they are reported: the options listed every column there was.
        Report = "report",
    }
}

closed_words! {
    /// Whether a blank cell below a recommendation stands for it.
    #[derive(Default)]
    #[non_exhaustive]
    CarryDown {
        /// It does, unless the file shows that it does not.
        #[default]
        On = "on",
        /// It never does.
        Off = "off",
    }
}

closed_words! {
    /// Whether the revised dates of a table are agreed.
    #[derive(Default)]
    #[non_exhaustive]
    RevisedDates {
        /// They are requests, and move no due date.
        #[default]
        Requested = "requested",
        /// They are agreed, on the plan's status date.
        Agreed = "agreed",
    }
}

closed_words! {
    /// Which way dates written in figures run.
    #[derive(Default)]
    #[non_exhaustive]
    DateOrder {
        /// The day first: `5/6/2026` is 5 June.
        #[default]
        DayFirst = "day-first",
        /// The month first: `5/6/2026` is 6 May. The document gets the date as `2026-05-06`.
        MonthFirst = "month-first",
    }
}

/// Where one table is, and what its columns mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    default,
    deny_unknown_fields,
    expecting = "a table: an object with sheet, header_row and columns"
)]
#[non_exhaustive]
pub struct TableOptions {
    /// The name of the sheet. By default, every sheet that no other entry names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// What it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holds: Option<SheetKind>,
    /// The row of the headings, as a spreadsheet numbers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// What the columns mean, by heading or by letter. Columns not listed are worked out.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, ColumnMeaning>,
    /// How many rows the headings take, from `header_row` down: the texts above one another are joined, and a
    /// heading over several columns stands for each of them. By default one row, or two if the second
    /// completes the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading_rows: Option<u32>,
    /// The first row of records. By default the row below the headings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_row: Option<u32>,
    /// The last row of records. By default the last row of the sheet, or the row above the next table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_row: Option<u32>,
    /// Rows that are something else than they look, or look like: sections, guidance, milestones, and rows
    /// that continue the record above them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowOptions>,
    /// What a blank cell means, by the heading or the letter of its column. By default nothing is read from
    /// it, except that a recommendation, a workstream and an owner stand for the blank cells below them where
    /// the table shows that they do.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub blanks: BTreeMap<String, BlankCells>,
    /// The time that a column is of, by heading or letter, where several columns have one meaning.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub times: BTreeMap<String, String>,
    /// The columns that hold two things, by heading or letter. The second part is read, and named in
    /// messages, as a column right of the table.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub split: BTreeMap<String, SplitColumn>,
    /// Whether a blank cell below a recommendation stands for it.
    #[serde(skip_serializing_if = "is_default")]
    pub carry_down: CarryDown,
    /// Whether the revised dates of the table are agreed.
    #[serde(skip_serializing_if = "is_default")]
    pub revised_dates: RevisedDates,
    /// Which way dates such as `5/6/2026` run.
    #[serde(skip_serializing_if = "is_default")]
    pub dates: DateOrder,
    /// Whether the columns listed are all that the table had when the options were written. If so, a column
    /// that is new, missing or renamed since is reported (`mapping-drifted`).
    #[serde(skip_serializing_if = "is_default")]
    pub other_columns: OtherColumns,
    /// What a person should look at before relying on these options, by column. It is written where options
    /// are suggested from a file, and changes nothing.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub doubts: BTreeMap<String, String>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// How to split a column that holds two things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    deny_unknown_fields,
    expecting = "how to split a column: an object with at, first and second"
)]
#[non_exhaustive]
pub struct SplitColumn {
    /// The text between the two things, such as a line break; a cell without it holds only the first.
    pub at: String,
    /// What the first thing means.
    pub first: ColumnMeaning,
    /// What the second thing means.
    pub second: ColumnMeaning,
}

impl SplitColumn {
    /// Creates the split at the first occurrence of a text.
    #[must_use]
    pub fn new(at: impl Into<String>, first: ColumnMeaning, second: ColumnMeaning) -> Self {
        Self { at: at.into(), first, second }
    }
}

setters!(TableOptions {
    option with_sheet(sheet: String);
    option with_holds(holds: SheetKind);
    option with_header_row(header_row: u32);
    option with_heading_rows(heading_rows: u32);
    option with_first_row(first_row: u32);
    option with_last_row(last_row: u32);
    list with_rows(rows: RowOptions);
    value with_carry_down(carry_down: CarryDown);
    value with_revised_dates(revised_dates: RevisedDates);
    value with_dates(dates: DateOrder);
    value with_other_columns(other_columns: OtherColumns);
});

impl TableOptions {
    /// Creates empty options for a table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the time that a column is of, by its heading or its letter.
    #[must_use]
    pub fn with_time(mut self, column: impl Into<String>, time: impl Into<String>) -> Self {
        self.times.insert(column.into(), time.into());
        self
    }

    /// Sets how a column that holds two things is split, by its heading or its letter.
    #[must_use]
    pub fn with_split(mut self, column: impl Into<String>, split: SplitColumn) -> Self {
        self.split.insert(column.into(), split);
        self
    }

    /// Sets what a blank cell of a column means, by its heading or its letter.
    #[must_use]
    pub fn with_blank(mut self, column: impl Into<String>, means: BlankCells) -> Self {
        self.blanks.insert(column.into(), means);
        self
    }

    /// Sets what a column means, by its heading or its letter.
    #[must_use]
    pub fn with_column(mut self, column: impl Into<String>, means: ColumnMeaning) -> Self {
        self.columns.insert(column.into(), means);
        self
    }
}
