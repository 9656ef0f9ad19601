//! Due dates as councils write them, and the days they mean.
//!
//! The due-date column of an improvement plan holds `31/03/2018`, `Dec 2016`, `End Oct 03`, `June/July 2012`,
//! `Q3 2017/18`, `From Oct 03`, `Ongoing`, `TBC`. [`DueDate`] keeps that text unchanged. [`DueDate::read`] interprets
//! it, using a [`DateContext`] for what the text does not state: the period of the plan, how its quarters are counted,
//! the day a length of time starts from, and which years are plausible.
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
//! - The **day always comes first**: `03/04/2018` is 3 April. `04/13/2018` is not a date; the American order is never
//!   tried. Two-digit years are 20yy.
//! - A period is due on its **last day**: a month, a quarter, a financial year (31 March), a calendar year
//!   (31 December). *Early*, *mid* and *late* in a month are its 1st to 10th, 11th to 20th and 21st to last day; *end*
//!   is its last day.
//! - Quarters are those of the **financial year** (Q1 is April to June) unless the context says otherwise. A label such
//!   as `2017/18` is always a financial year.
//! - A **missing year** is filled in only if the plan's period allows exactly one.
//! - **Nothing is guessed.** Seasons, school terms, several dates in one cell and any other text give
//!   [`DateReading::Unreadable`], with a reason a council officer can act on.

mod context;
mod phrase;
mod read;
mod reading;
mod unreadable;

#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) use read::month_named;
pub(crate) use read::{is_day_in_range, reading};

pub use context::{DateContext, Quarters};
pub use phrase::DueDate;
pub use reading::{DateReading, DateSpan};
pub use unreadable::Unreadable;

// This module depends on text and the calendar only: not on plans, actions or today's date.
