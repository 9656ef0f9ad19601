//! The two days that are no working days by statute, whether a list of bank holidays has them or not.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use super::bank_holidays::BankHoliday;

/// Returns Christmas Day, whichever day of the week it is.
pub(super) fn christmas_day(year: i32) -> Option<BankHoliday> {
    let day = NaiveDate::from_ymd_opt(year, 12, 25)?;
    Some(BankHoliday { day, title: Cow::Borrowed("Christmas Day") })
}

/// Returns Good Friday: two days before Easter Sunday of the Gregorian calendar.
pub(super) fn good_friday(year: i32) -> Option<BankHoliday> {
    let day = easter_sunday(year)?.checked_sub_days(Days::new(2))?;
    Some(BankHoliday { day, title: Cow::Borrowed("Good Friday") })
}

/// Returns Easter Sunday of a year of the Gregorian calendar, by the algorithm that J.-M. Oudin published in 1940.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let century = year.div_euclid(100);
    let golden = year.rem_euclid(19);
    let skipped = century - century / 4 - (8 * century + 13) / 25;
    let epact = (skipped + 19 * golden + 15).rem_euclid(30);
    let moon =
        epact - (epact / 28) * (1 - (epact / 28) * (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4).rem_euclid(7);
    let from_march = moon - weekday;
    let month = 3 + (from_march + 40) / 44;
    let day = from_march + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}
