//! Counting working days.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::bank_holidays::{BankHoliday, ENGLAND_AND_WALES, YEARS};
use super::error::{MissingYears, OutsideRange};

/// The working days of a range of whole years.
///
/// A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday. Every question about
/// a day outside [`range`](Self::range) gives [`OutsideRange`].
///
/// ```
/// use improvement_plan::NaiveDate;
/// use improvement_plan::working_days::WorkingDays;
///
/// let days = WorkingDays::england_and_wales();
/// let day = |text: &str| text.parse::<NaiveDate>();
///
/// // Received on 4 September 2017: 30 working days to publish, 70 for the statement of action.
/// assert_eq!(days.after(day("2017-09-04")?, 30)?, day("2017-10-16")?);
/// assert_eq!(days.after(day("2017-09-04")?, 70)?, day("2017-12-11")?);
/// assert_eq!(days.between(day("2017-05-05")?, day("2017-05-03")?)?, -2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    first: NaiveDate,
    last: NaiveDate,
    /// Monday to Friday only, in order, one a day.
    bank_holidays: Cow<'static, [BankHoliday]>,
}

impl WorkingDays {
    /// Returns the working days of England and Wales from 1 January 2010 to 31 December 2027.
    ///
    /// The bank holidays were compiled on 30 November 2026 and agree with GOV.UK's own file. A bank holiday
    /// proclaimed later is not among them: read the newer file with `WorkingDays::from_gov_uk_json` and put it
    /// after these with [`then`](Self::then).
    #[must_use]
    pub fn england_and_wales() -> Self {
        Self::of_years(YEARS.0, YEARS.1, Cow::Borrowed(&ENGLAND_AND_WALES))
    }

    /// Creates the working days of whole years from their bank holidays, which are from Monday to Friday, in
    /// order, and one a day.
    fn of_years(first: i32, last: i32, bank_holidays: Cow<'static, [BankHoliday]>) -> Self {
        let first = NaiveDate::from_ymd_opt(first, 1, 1).unwrap_or(NaiveDate::MIN);
        let last = NaiveDate::from_ymd_opt(last, 12, 31).unwrap_or(NaiveDate::MAX);
        Self { first, last, bank_holidays }
    }

    /// Creates the working days of whole years from the bank holidays of a list, in any order. Christmas Day
    /// and Good Friday are added where the list does not have them.
    #[cfg(feature = "json")]
    pub(crate) fn from_list(years: RangeInclusive<i32>, mut list: Vec<BankHoliday>) -> Self {
        use super::good_friday::{christmas_day, good_friday};
        for year in years.clone() {
            list.extend([good_friday(year), christmas_day(year)].into_iter().flatten());
        }
        list.retain(|holiday| holiday.day.weekday().number_from_monday() <= 5);
        // The sort is stable, so the title of the list stays and not the added one.
        list.sort_by_key(|holiday| holiday.day);
        list.dedup_by_key(|holiday| holiday.day);
        Self::of_years(*years.start(), *years.end(), Cow::Owned(list))
    }

    /// Joins the years of two ranges. The years of `newer` replace those that both have.
    ///
    /// # Errors
    ///
    /// [`MissingYears`] if there are years between the two ranges that neither has.
    pub fn then(self, newer: Self) -> Result<Self, MissingYears> {
        let (ours, theirs) = (self.years(), newer.years());
        for (before, after) in [(&ours, &theirs), (&theirs, &ours)] {
            if before.end() + 1 < *after.start() {
                return Err(MissingYears::new(before.end() + 1, after.start() - 1));
            }
        }
        let (first, last) = (self.first.min(newer.first), self.last.max(newer.last));
        let mut bank_holidays = newer.bank_holidays.into_owned();
        let kept = self.bank_holidays.iter().filter(|one| !theirs.contains(&one.day.year()));
        bank_holidays.extend(kept.cloned());
        bank_holidays.sort_by_key(|holiday| holiday.day);
        Ok(Self { first, last, bank_holidays: Cow::Owned(bank_holidays) })
    }

    fn years(&self) -> RangeInclusive<i32> {
        self.first.year()..=self.last.year()
    }

    /// Returns the days that can be asked about, both ends included: whole years.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<NaiveDate> {
        self.first..=self.last
    }

    /// Iterates over the bank holidays from Monday to Friday with their titles, in order.
    ///
    /// ```
    /// use improvement_plan::working_days::WorkingDays;
    ///
    /// let days = WorkingDays::england_and_wales();
    /// let (day, title) = days.bank_holidays().next().unwrap();
    /// assert_eq!((day.to_string().as_str(), title), ("2010-01-01", "New Year's Day"));
    /// ```
    #[must_use]
    pub fn bank_holidays(&self) -> impl ExactSizeIterator<Item = (NaiveDate, &str)> {
        self.bank_holidays.iter().map(|holiday| (holiday.day, &*holiday.title))
    }

    /// Returns whether a day is a working day.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] for a day outside the range, even a Sunday.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, OutsideRange> {
        let day = self.known(day)?;
        Ok(self.count_to(day) > self.count_to(day - 1))
    }

    /// Returns the `n`-th working day after a day, which is not counted and need not be a working day itself.
    ///
    /// For `n` below zero it is the working day that many before the day, and for zero the day itself.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if the day is outside the range, or the working day sought is.
    pub fn after(&self, day: NaiveDate, n: i64) -> Result<NaiveDate, OutsideRange> {
        let number = self.known(day)?;
        match n.signum() {
            0 => Ok(day),
            1 => self.nth(self.count_to(number).saturating_add(n)),
            _ => self.nth(self.count_to(number - 1).saturating_add(n).saturating_add(1)),
        }
    }

    /// Returns the number of working days after `from` up to and including `to`. If `to` is the earlier day it is
    /// the number from `to` to `from`, counted in the same way and negative.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if either day is outside the range.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> Result<i64, OutsideRange> {
        let (from, to) = (self.known(from)?, self.known(to)?);
        Ok(self.count_to(to) - self.count_to(from))
    }

    /// Returns the number of a day (1 January of the year 1 is 1), if it is in the range.
    fn known(&self, day: NaiveDate) -> Result<i32, OutsideRange> {
        if self.range().contains(&day) { Ok(number(day)) } else { Err(self.outside(day)) }
    }

    fn outside(&self, day: NaiveDate) -> OutsideRange {
        OutsideRange::new(day, self.first, self.last)
    }

    /// Returns the number of working days up to a numbered day from a fixed day before the range. Only the
    /// difference of two such numbers means something.
    fn count_to(&self, day: i32) -> i64 {
        // Day 1 is a Monday.
        let weekdays = i64::from(day.div_euclid(7)) * 5 + i64::from(day.rem_euclid(7).min(5));
        let holidays = self.bank_holidays.partition_point(|holiday| number(holiday.day) <= day);
        weekdays - i64::try_from(holidays).unwrap_or(i64::MAX)
    }

    /// Returns the first day up to which there are `count` working days.
    fn nth(&self, count: i64) -> Result<NaiveDate, OutsideRange> {
        let (mut low, mut high) = (number(self.first), number(self.last));
        if count <= self.count_to(low - 1) {
            return Err(self.outside(self.first.pred_opt().unwrap_or(self.first)));
        }
        let beyond = self.last.succ_opt().unwrap_or(self.last);
        if count > self.count_to(high) {
            return Err(self.outside(beyond));
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.count_to(middle) < count {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        NaiveDate::from_num_days_from_ce_opt(low).ok_or_else(|| self.outside(beyond))
    }
}

fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}
