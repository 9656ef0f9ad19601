//! Limits on the size of a document.

use std::ops::RangeInclusive;

use crate::model::setters;
use crate::text::CELL_UNITS;

/// Limits on the size of a document and on the years of its dates.
///
/// ```
/// use improvement_plan::plan::Limits;
///
/// let limits = Limits::default().with_text_units(1_000);
/// assert_eq!(limits.text_units, 1_000);
/// assert_eq!(limits.years, 1900..=2199);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Limits {
    /// The longest text in UTF-16 code units, as spreadsheets count (default 32,767).
    pub text_units: usize,
    /// The most records of one kind (default 10 million).
    pub records: usize,
    /// The years a date may be in (default 1900 to 2199). Years that
    /// [`NaiveDate`](chrono::NaiveDate) cannot represent are never read.
    pub years: RangeInclusive<i32>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { text_units: CELL_UNITS, records: 10_000_000, years: 1900..=2199 }
    }
}

setters!(Limits {
    value with_text_units(text_units: usize);
    value with_records(records: usize);
    value with_years(years: RangeInclusive<i32>);
});
