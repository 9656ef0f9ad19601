//! Working days in England and Wales, as the statutory deadlines for answering an inspection count them.
//!
//! A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday. [`WorkingDays`]
//! holds the bank holidays of a range of whole years. A question that needs a day outside that range gives
//! [`OutsideRange`], never an estimate: bank holidays are proclaimed, moved and added, as in 2020, 2022 and 2023.
//!
//! ```
//! use improvement_plan::NaiveDate;
//! use improvement_plan::working_days::WorkingDays;
//!
//! let days = WorkingDays::england_and_wales();
//! let received: NaiveDate = "2017-01-20".parse()?;
//! assert_eq!(days.after(received, 70)?, "2017-05-03".parse()?);
//! assert!(!days.is_working_day("2022-09-19".parse()?)?); // the State Funeral
//!
//! let outside = days.after("2027-12-01".parse()?, 70).unwrap_err();
//! assert_eq!(
//!     outside.to_string(),
//!     "1 January 2028 is outside the range of known bank holidays, 1 January 2010 to 31 December 2027"
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `WorkingDays::from_gov_uk_json` (feature `json`) reads newer years from the file that GOV.UK publishes.

mod bank_holidays;
mod error;
#[cfg(feature = "json")]
mod good_friday;
#[expect(clippy::module_inception, reason = "the noun after which the room is named")]
mod working_days;

#[cfg(feature = "json")]
pub(crate) use bank_holidays::BankHoliday;
pub use error::{MissingYears, OutsideRange};
pub use working_days::WorkingDays;
