//! Dates as councils write them: the words kept as written, and what they say.
//!
//! The due-date column of an improvement plan holds `31/03/2018`, `Dec 2016`, `End Oct 03`, `June/July 2012`,
//! `Q3 2017/18`, `From Oct 03`, `Ongoing`, `TBC`. [`DueDate`] keeps those words untouched; [`DueDate::read`] says what
//! they mean, given the few things that the words leave out ([`DateContext`]): the period of the plan, how its quarters
//! are counted, the day something started, and which years are believable.
//!
//! ```
//! use improvement_plan::due_date::{DateContext, DateReading, DueDate};
//!
//! let context = DateContext::new();
//! let due = DueDate::new("Q3 2017/18");
//! assert_eq!(due.read(&context).due_day().map(|day| day.to_string()).as_deref(), Some("2017-12-31"));
//! assert_eq!(DueDate::new("Ongoing").read(&context), DateReading::Ongoing);
//! ```
//!
//! # The rules
//!
//! - The **day comes first**, always: `03/04/2018` is 3 April. `04/13/2018` is no day, and is never read the American
//!   way round. Two-digit years are 20yy.
//! - A stretch of time falls due on its **last day**: a month, a quarter, a financial year (31 March), a year
//!   (31 December). Early, mid, late and end of a month are its 1st to 10th, 11th to 20th, 21st to last, and last day.
//! - Quarters are those of the **financial year** (Q1 is April to June) unless the plan says otherwise; a `2017/18`
//!   label is a financial year whatever the plan says.
//! - A **missing year** is filled in only when the plan's period leaves one choice.
//! - **Nothing is guessed.** Seasons, school terms, several dates in one cell and anything else become
//!   [`DateReading::Unreadable`], with a reason a council officer can act on.
//!
//! This module knows text and the calendar. It must not know plans, actions, what today is, or who is late.

mod context;
mod phrase;
mod read;
mod reading;
mod unreadable;

pub use context::{DateContext, Quarters};
pub use phrase::DueDate;
pub use reading::{DateReading, DateSpan};
pub use unreadable::Unreadable;

/// The number of a month by its name, in full or as it is shortened, in any case.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) fn month_named(text: &str) -> Option<u32> {
    read::month_named(text)
}
