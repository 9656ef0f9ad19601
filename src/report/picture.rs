//! What the pictures of a report show, as labels and numbers. Where the marks go is for a layout to say.

use chrono::NaiveDate;

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Picture {
    /// Bars that share one full length, outlined as a track.
    Ladder(Vec<Share>),
    /// Counts by month.
    Timeline(Timeline),
    /// How far due dates moved, one line for each item.
    Moves(Vec<DateMove>),
    /// Measures of one unit, on one scale.
    Measures(MeasureScale),
    /// Counts of actions over time.
    BurnUp(BurnUp),
}

/// A labelled part of a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Share {
    pub(super) label: String,
    pub(super) part: usize,
    pub(super) whole: usize,
}

/// Counts by month, and the date to mark between two of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Timeline {
    pub(super) months: Vec<Month>,
    /// How many of the months are before the month of the date.
    pub(super) before: usize,
    pub(super) today: String,
}

/// What falls due in one month.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Month {
    pub(super) label: String,
    pub(super) done: usize,
    pub(super) late: usize,
    pub(super) asked: usize,
    pub(super) coming: usize,
}

impl Month {
    pub(super) fn add(&mut self, other: &Self) {
        self.done += other.done;
        self.late += other.late;
        self.asked += other.asked;
        self.coming += other.coming;
    }

    pub(super) fn total(&self) -> usize {
        self.done + self.late + self.asked + self.coming
    }
}

/// A due date that moved, or that somebody asked to move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DateMove {
    pub(super) name: String,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// The day asked for, if a request is not agreed.
    pub(super) asked: Option<NaiveDate>,
    pub(super) words: String,
}

/// Measures that share a scale.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MeasureScale {
    pub(super) panels: Vec<MeasurePanel>,
}

/// The readings of a measure, and what they are compared with.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct MeasurePanel {
    pub(super) name: String,
    /// A line under the name: which way is better, and the target in words.
    pub(super) words: String,
    pub(super) readings: Vec<PicturedReading>,
    /// The value and its words.
    pub(super) target: Option<(f64, String)>,
    pub(super) comparator: Option<(f64, String)>,
    /// Whether it describes demand, and so is neither good nor bad.
    pub(super) is_context: bool,
}

/// A reading: its day, its value with words, and its range.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PicturedReading {
    pub(super) day: NaiveDate,
    pub(super) value: f64,
    pub(super) words: String,
    pub(super) range: Option<(f64, f64)>,
}

/// Counts of actions on several days, earliest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BurnUp {
    pub(super) points: Vec<BurnUpPoint>,
}

/// The counts of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BurnUpPoint {
    pub(super) day: NaiveDate,
    pub(super) total: usize,
    pub(super) completed: usize,
    pub(super) open: usize,
}
