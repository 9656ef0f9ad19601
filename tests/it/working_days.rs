//! Working days, against cases counted by another program and against a slow count.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use improvement_plan::NaiveDate;
use improvement_plan::json::BankHolidaysError;
use improvement_plan::working_days::{OutsideRange, WorkingDays};
use proptest::prelude::*;
use serde_json::Value;

const CASES: &str = include_str!("data/working_days_cases.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn days() -> WorkingDays {
    WorkingDays::england_and_wales()
}

fn cases(name: &str) -> Vec<Value> {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    cases[name].as_array().unwrap().clone()
}

fn day_of(case: &Value, key: &str) -> NaiveDate {
    day(case[key].as_str().unwrap())
}

/// The events of a file such as GOV.UK's.
fn gov_uk<'a>(events: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let events = events.into_iter().map(|(date, title)| {
        serde_json::json!({ "title": title, "date": date, "notes": "", "bunting": true })
    });
    let events: Vec<Value> = events.collect();
    let division = serde_json::json!({ "division": "england-and-wales", "events": events });
    serde_json::json!({ "england-and-wales": division, "scotland": 3 }).to_string()
}

#[test]
fn the_table_has_the_149_bank_holidays_from_monday_to_friday() {
    let held: Vec<_> = days().bank_holidays().map(|(day, title)| (day, title.to_owned())).collect();
    let expected = cases("bank_holidays");
    let expected: Vec<_> = expected
        .iter()
        .map(|case| (day_of(case, "date"), case["title"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(held.len(), 149);
    assert_eq!(held, expected);
    assert_eq!(days().range(), day("2010-01-01")..=day("2027-12-31"));
}

#[test]
fn the_cases_of_20_30_and_70_days_are_counted_as_another_program_counts_them() {
    let cases = cases("cases");
    assert_eq!(cases.len(), 30);
    for case in &cases {
        let received = day_of(case, "received");
        for n in [20, 30, 70] {
            let expected = day_of(case, &format!("days_{n}"));
            assert_eq!(days().after(received, n), Ok(expected), "{case}");
            assert_eq!(days().between(received, expected), Ok(n), "{case}");
        }
    }
}

#[test]
fn differences_are_counted_in_working_days_and_signed() {
    let cases = cases("difference");
    assert_eq!(cases.len(), 8);
    for case in &cases {
        let (computed, stated) = (day_of(case, "computed"), day_of(case, "stated"));
        let expected = case["working_days"].as_i64().unwrap();
        assert_eq!(days().between(computed, stated), Ok(expected), "{case}");
        assert_eq!(days().between(stated, computed), Ok(-expected), "{case}");
    }
}

#[test]
fn the_one_off_holidays_are_no_working_days_and_the_days_they_replaced_are() {
    let is_working_day = |text| days().is_working_day(day(text)).unwrap();
    for holiday in [
        "2011-04-29",
        "2012-06-04",
        "2012-06-05",
        "2020-05-08",
        "2022-06-02",
        "2022-06-03",
        "2022-09-19",
        "2023-05-08",
        "2017-04-14",
        "2021-12-25",
        "2017-05-06",
        "2017-05-07",
    ] {
        assert!(!is_working_day(holiday), "{holiday}");
    }
    for ordinary in ["2012-05-28", "2020-05-04", "2022-05-30", "2024-02-29", "2017-05-03"] {
        assert!(is_working_day(ordinary), "{ordinary}");
    }
}

#[test]
fn what_needs_a_day_outside_the_range_is_refused_with_the_day_and_the_range() {
    for case in &cases("outside_range") {
        let received = day_of(case, "received");
        let outside = days().after(received, case["days"].as_i64().unwrap()).unwrap_err();
        assert_eq!(outside.range(), days().range(), "{case}");
        assert!(!days().range().contains(&outside.day()), "{case}");
    }
    let message = |error: OutsideRange| error.to_string();
    let known = "is outside the range of known bank holidays, 1 January 2010 to 31 December 2027";
    let first_beyond = days().after(day("2027-09-23"), 70).unwrap_err();
    assert_eq!(message(first_beyond), format!("1 January 2028 {known}"));
    let before = days().is_working_day(day("2009-12-31")).unwrap_err();
    assert_eq!(message(before), format!("31 December 2009 {known}"));
    assert_eq!(days().after(day("2010-01-04"), -1).unwrap_err().day(), day("2009-12-31"));
    assert_eq!(
        days().between(day("2010-01-01"), day("2028-01-01")).unwrap_err().day(),
        day("2028-01-01")
    );
}

#[test]
fn the_edges_of_the_range_count() {
    assert_eq!(days().is_working_day(day("2010-01-01")), Ok(false));
    assert_eq!(days().is_working_day(day("2027-12-31")), Ok(true));
    assert_eq!(days().after(day("2010-01-01"), 1), Ok(day("2010-01-04")));
    assert_eq!(days().after(day("2027-12-30"), 1), Ok(day("2027-12-31")));
    assert!(days().after(day("2027-12-31"), 1).is_err());
    assert_eq!(days().after(day("2027-12-31"), 0), Ok(day("2027-12-31")));
    assert_eq!(days().after(day("2010-01-05"), -1), Ok(day("2010-01-04")));
    assert!(days().after(day("2010-01-01"), -1).is_err());
    let all = days().between(day("2010-01-01"), day("2027-12-31")).unwrap();
    assert_eq!(days().after(day("2010-01-01"), all), Ok(day("2027-12-31")));
}

#[test]
fn days_before_are_counted_backwards() {
    assert_eq!(days().after(day("2017-05-03"), -70), Ok(day("2017-01-20")));
    assert_eq!(days().after(day("2017-05-07"), -1), Ok(day("2017-05-05")));
    assert_eq!(days().after(day("2017-05-07"), 0), Ok(day("2017-05-07")));
}

#[test]
fn extreme_days_and_counts_are_refused() {
    let inside = day("2017-01-24");
    for n in [i64::MIN, i64::MIN + 1, -1_000_000, 1_000_000, i64::MAX - 1, i64::MAX] {
        assert!(days().after(inside, n).is_err(), "{n}");
        for extreme in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(days().after(extreme, n).unwrap_err().day(), extreme);
        }
    }
    for extreme in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(days().is_working_day(extreme).is_err());
        assert!(days().between(inside, extreme).is_err());
        assert!(days().between(extreme, inside).is_err());
        assert!(
            extreme.to_string().len() > 10
                && days().after(extreme, 1).unwrap_err().to_string().len() > 10
        );
    }
}

#[test]
fn the_file_of_gov_uk_reads_as_the_table() {
    let held = days();
    let held: Vec<_> = held.bank_holidays().map(|(day, title)| (day.to_string(), title)).collect();
    let text = gov_uk(held.iter().rev().map(|(day, title)| (day.as_str(), *title)));
    assert_eq!(WorkingDays::from_gov_uk_json(&text), Ok(days()));
    assert_eq!(WorkingDays::from_gov_uk_json(&format!("\u{feff}{text}")), Ok(days()));
}

#[test]
fn christmas_day_and_good_friday_need_not_be_listed() {
    let read =
        |date: &str| WorkingDays::from_gov_uk_json(&gov_uk([(date, "New Year's Day")])).unwrap();
    let added = |days: &WorkingDays| -> Vec<_> {
        days.bank_holidays().map(|(day, title)| format!("{day} {title}")).collect()
    };
    assert_eq!(
        added(&read("2024-01-01")),
        ["2024-01-01 New Year's Day", "2024-03-29 Good Friday", "2024-12-25 Christmas Day"]
    );
    // Christmas Day is on a Saturday, and the substitute day is nowhere but in the file.
    assert_eq!(added(&read("2027-01-01")), ["2027-01-01 New Year's Day", "2027-03-26 Good Friday"]);
    let good_fridays = days();
    let good_fridays = good_fridays.bank_holidays().filter(|(_, title)| *title == "Good Friday");
    for (good_friday, _) in good_fridays {
        let year = good_friday.format("%Y").to_string();
        let days = read(&format!("{year}-01-01"));
        assert_eq!(days.is_working_day(good_friday), Ok(false), "{good_friday}");
        assert_eq!(days.after(good_friday, 0), Ok(good_friday));
    }
}

#[test]
fn newer_years_replace_those_there_are_and_a_gap_is_refused() {
    let of = |date: &str| WorkingDays::from_gov_uk_json(&gov_uk([(date, "Proclaimed")])).unwrap();
    let longer = days().then(of("2028-06-01")).unwrap();
    assert_eq!(longer.range(), day("2010-01-01")..=day("2028-12-31"));
    assert_eq!(longer.is_working_day(day("2028-06-01")), Ok(false));
    assert_eq!(longer.is_working_day(day("2027-12-28")), Ok(false));
    assert!(longer.after(day("2027-09-23"), 70).is_ok());

    let replaced = days().then(of("2026-06-01")).unwrap();
    assert_eq!(replaced.range(), days().range());
    assert_eq!(replaced.is_working_day(day("2026-06-01")), Ok(false));
    // The file of that year has no 4 May, and it is the newer one.
    assert_eq!(replaced.is_working_day(day("2026-05-04")), Ok(true));
    assert_eq!(replaced.is_working_day(day("2027-05-03")), Ok(false));

    let older = days().then(of("2009-06-01")).unwrap();
    assert_eq!(older.range(), day("2009-01-01")..=day("2027-12-31"));
    assert_eq!(of("2009-06-01").then(days()).unwrap(), older);

    let gap = days().then(of("2030-06-03")).unwrap_err();
    assert_eq!(gap.years(), 2028..=2029);
    assert_eq!(
        gap.to_string(),
        "the bank holidays of 2028 to 2029 are missing; add a file that has them"
    );
    let gap = of("2008-06-02").then(days()).unwrap_err();
    assert_eq!(gap.to_string(), "the bank holidays of 2009 are missing; add a file that has them");
}

#[test]
fn a_text_that_is_not_gov_uks_file_is_refused_with_its_place() {
    let message = |text: &str| WorkingDays::from_gov_uk_json(text).unwrap_err().to_string();
    for (text, expected) in [
        ("", "the document (line 1, column 1): "),
        ("{ \"england-and-wales\": [", "(line 1, column "),
        ("{}", "england-and-wales"),
        (r#"{ "scotland": { "events": [] } }"#, "england-and-wales"),
        (
            r#"{ "england-and-wales": { "events": [ 3 ] } }"#,
            "england-and-wales.events[0] (line 1, column ",
        ),
        (r#"{ "england-and-wales": { "events": [ { "title": "New Year" } ] } }"#, "date"),
        (
            r#"{ "england-and-wales": { "events": [] } }"#,
            "england-and-wales.events: there is no bank holiday",
        ),
    ] {
        assert!(message(text).contains(expected), "{text}: {}", message(text));
    }
    for date in
        ["3 January 2028", "2028-02-30", "2028-1-3", "+2028-1-03", "12028-01-03", "2028-01-03 "]
    {
        assert_eq!(
            message(&gov_uk([("2027-01-01", "New Year's Day"), (date, "New Year's Day")])),
            format!(
                "england-and-wales.events[1].date: \u{201c}{date}\u{201d} is not a day; write it like 2028-01-03"
            )
        );
    }
    assert_eq!(
        WorkingDays::from_gov_uk_json(&gov_uk([("2030-01-01", "A"), ("2027-01-01", "B")])),
        Err(BankHolidaysError::YearWithoutEvents { year: 2028 })
    );
}

/// A count day by day, with nothing clever in it.
struct Slow {
    holidays: BTreeMap<NaiveDate, String>,
    range: RangeInclusive<NaiveDate>,
}

impl Slow {
    fn new() -> Self {
        let held = cases("bank_holidays");
        let holidays = held.iter().map(|case| (day_of(case, "date"), case["title"].to_string()));
        Self { holidays: holidays.collect(), range: day("2010-01-01")..=day("2027-12-31") }
    }

    fn is_working_day(&self, day: NaiveDate) -> bool {
        let weekday = day.format("%a").to_string();
        weekday != "Sat" && weekday != "Sun" && !self.holidays.contains_key(&day)
    }

    fn after(&self, mut day: NaiveDate, n: i64) -> Option<NaiveDate> {
        let mut left = n;
        while left != 0 {
            day = if n > 0 { day.succ_opt() } else { day.pred_opt() }?;
            if !self.range.contains(&day) {
                return None;
            }
            left -= if self.is_working_day(day) { n.signum() } else { 0 };
        }
        Some(day)
    }

    fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let after = from.iter_days().skip(1).take_while(|day| *day <= to);
        i64::try_from(after.filter(|day| self.is_working_day(*day)).count()).unwrap()
    }
}

proptest! {
    #[test]
    fn working_days_are_counted_as_one_would_on_a_calendar(
        from in 0_i64..6574, to in 0_i64..6574, n in -300_i64..300,
    ) {
        let slow = Slow::new();
        let at = |days| day("2010-01-01") + chrono::TimeDelta::days(days);
        let (from, to) = (at(from), at(to));
        prop_assert_eq!(days().is_working_day(from), Ok(slow.is_working_day(from)));
        prop_assert_eq!(days().after(from, n).ok(), slow.after(from, n));
        prop_assert_eq!(days().between(from, to), Ok(slow.between(from, to)));
        prop_assert_eq!(days().between(to, from), Ok(slow.between(to, from)));
    }
}
