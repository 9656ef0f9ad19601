//! Dates as councils write them: a table of phrases and what each says, then laws that hold for any words.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on should stop there"
)]

use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate};
use improvement_plan::due_date::{
    DateContext, DateReading, DateSpan, DueDate, Quarters, Unreadable,
};
use proptest::prelude::*;

/// The plan of the table: a year from 1 September 2017, its work begun on 2 October 2017.
fn plan() -> DateContext {
    DateContext::new()
        .with_period(day("2017-09-01"), day("2018-08-31"))
        .with_start(DateSpan::day(day("2017-10-02")))
}

fn day(iso: &str) -> NaiveDate {
    iso.parse().unwrap()
}

fn read(words: &str) -> DateReading {
    DueDate::new(words).read(&plan())
}

/// A reading in the notation of the table.
fn said(reading: DateReading) -> String {
    let span = |word: &str, span: DateSpan| {
        if span.earliest() == span.latest() {
            format!("{word} {}", span.latest())
        } else {
            format!("{word} {}..{}", span.earliest(), span.latest())
        }
    };
    match reading {
        DateReading::Due(days) => span("due", days),
        DateReading::From(days) => span("from", days),
        DateReading::WeekCommencing(days) => span("week", days),
        other => format!("{other:?}"),
    }
}

/// Every row that differs is shown, so that one change of a rule is seen whole.
fn check(rows: &[(&str, &str)], context: &DateContext) {
    let mut wrong = String::new();
    for (words, expected) in rows {
        let found = said(DueDate::new(*words).read(context));
        if found != *expected {
            writeln!(wrong, "{words:?}: expected {expected}, found {found}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[rustfmt::skip]
const PHRASES: &[(&str, &str)] = &[
    // Nothing written.
    ("", "Missing"),
    (" \t\u{a0}\n ", "Missing"),
    // Days in figures: day first, always.
    ("2018-04-03", "due 2018-04-03"),
    ("2018/04/03", "due 2018-04-03"),
    ("2018.4.3", "due 2018-04-03"),
    ("03/04/2018", "due 2018-04-03"),
    ("3/4/18", "due 2018-04-03"),
    ("03-04-2018", "due 2018-04-03"),
    ("03.04.18", "due 2018-04-03"),
    ("03 / 04 / 2018", "due 2018-04-03"),
    ("31.03.2018.", "due 2018-03-31"),
    ("29/02/2016", "due 2016-02-29"),
    ("31/03/00", "due 2000-03-31"),
    ("31\u{2011}03\u{2013}2018", "due 2018-03-31"),
    ("2017-11-07T00:00:00Z", "due 2017-11-07"),
    ("2017-11-07T00:00:00", "due 2017-11-07"),
    ("2017-11-07 00:00:00", "due 2017-11-07"),
    ("2017-11-07T09:30:00.000+01:00", "due 2017-11-07"),
    ("07/11/2017 00:00", "due 2017-11-07"),
    ("Friday 31/03/2017", "due 2017-03-31"),
    ("04/13/2018", "Unreadable(NotADay)"),
    ("31/02/2018", "Unreadable(NotADay)"),
    ("2018-02-31", "Unreadable(NotADay)"),
    ("29/02/2018", "Unreadable(NotADay)"),
    ("00/03/2018", "Unreadable(NotADay)"),
    ("03/04-2018", "Unreadable(Words)"),
    ("31/03", "Unreadable(Words)"),
    ("2017-11-07T99:00", "Unreadable(Words)"),
    // A year in figures that no plan can mean, whatever its length and whatever the day.
    ("31/03/2918", "OutOfRange"),
    ("31/03/1899", "OutOfRange"),
    ("2200-01-01", "OutOfRange"),
    ("31/03/218", "OutOfRange"),
    ("31/03/8", "OutOfRange"),
    ("31/03/20188", "OutOfRange"),
    ("31/03/02018", "OutOfRange"),
    ("31/03/201820182018", "OutOfRange"),
    ("31/03/2018201820182018201820182018201820182018", "OutOfRange"),
    ("2018201820182018201820182018201820182018-03-31", "OutOfRange"),
    ("99/99/9999", "OutOfRange"),
    ("31/02/3000", "OutOfRange"),
    ("0000-00-00", "OutOfRange"),
    ("+12018-03-31", "OutOfRange"),
    ("completed 31/03/3018 as agreed", "OutOfRange"),
    ("31/03/2018 and 30/06/3018", "OutOfRange"),
    ("31 March 1850", "OutOfRange"),
    ("March 3000", "OutOfRange"),
    ("March 20188", "OutOfRange"),
    ("2300/01", "OutOfRange"),
    ("3000", "OutOfRange"),
    ("03/3000", "OutOfRange"),
    ("Q3 3017/18", "OutOfRange"),
    ("from March 3000", "OutOfRange"),
    ("w/c 9 October 3017", "OutOfRange"),
    ("version 1.2.3", "Unreadable(Words)"),
    ("12.12.192.10", "Unreadable(Words)"),
    ("123-45-678", "Unreadable(Words)"),
    // Days with the month in words.
    ("23 October 2017", "due 2017-10-23"),
    ("23rd October 2017", "due 2017-10-23"),
    ("1st of April 2018", "due 2018-04-01"),
    ("2nd April, 2018", "due 2018-04-02"),
    ("  3RD\u{a0}april   2018 ", "due 2018-04-03"),
    ("Monday 23 October 2017", "due 2017-10-23"),
    ("Monday, 23 October 2017", "due 2017-10-23"),
    ("Mon 23rd Oct", "due 2017-10-23"),
    ("Weds. 4 Sept. 2017", "due 2017-09-04"),
    ("23-Oct-17", "due 2017-10-23"),
    ("23-Oct-2017", "due 2017-10-23"),
    ("23/Oct/17", "due 2017-10-23"),
    ("23 Oct '17", "due 2017-10-23"),
    ("23 Oct 17", "due 2017-10-23"),
    ("October 23, 2017", "due 2017-10-23"),
    ("October 23 2017", "due 2017-10-23"),
    ("October 23rd 2017", "due 2017-10-23"),
    ("October 23rd", "due 2017-10-23"),
    ("Mon, Oct 23, 2017", "due 2017-10-23"),
    ("31 February 2018", "Unreadable(NotADay)"),
    ("31 February", "Unreadable(NotADay)"),
    ("29 February", "YearUnstated"),
    ("23 October 20 17", "Unreadable(Words)"),
    // Months fall due on their last day.
    ("March 2018", "due 2018-03-01..2018-03-31"),
    ("March 18", "due 2018-03-01..2018-03-31"),
    ("Mar-18", "due 2018-03-01..2018-03-31"),
    ("Mar '18", "due 2018-03-01..2018-03-31"),
    ("Mar \u{2019}18", "due 2018-03-01..2018-03-31"),
    ("Mar/18", "due 2018-03-01..2018-03-31"),
    ("Mar. 2018", "due 2018-03-01..2018-03-31"),
    ("03/2018", "due 2018-03-01..2018-03-31"),
    ("3-2018", "due 2018-03-01..2018-03-31"),
    ("Sept 2017", "due 2017-09-01..2017-09-30"),
    ("Dec 2016", "due 2016-12-01..2016-12-31"),
    ("Feb 2016", "due 2016-02-01..2016-02-29"),
    ("Mar 2017 (LOGI)", "due 2017-03-01..2017-03-31"),
    ("13/2018", "Unreadable(NotADay)"),
    ("Oct 3", "Unreadable(Words)"),
    ("03/18", "Unreadable(Words)"),
    ("Mar 2017 (was Dec 2016)", "Unreadable(SeveralDates)"),
    // Parts of months.
    ("early March 2018", "due 2018-03-01..2018-03-10"),
    ("mid March 2018", "due 2018-03-11..2018-03-20"),
    ("mid-Nov", "due 2017-11-11..2017-11-20"),
    ("late Feb 2018", "due 2018-02-21..2018-02-28"),
    ("End Oct 03", "due 2003-10-31"),
    ("end of February 2016", "due 2016-02-29"),
    ("by the end of March 2018", "due 2018-03-31"),
    ("mid 2018", "Unreadable(Words)"),
    // Ranges.
    ("June/July 2012", "due 2012-06-01..2012-07-31"),
    ("June - July 2012", "due 2012-06-01..2012-07-31"),
    ("June\u{2013}July 2012", "due 2012-06-01..2012-07-31"),
    ("June to July 2012", "due 2012-06-01..2012-07-31"),
    ("June and July 2012", "due 2012-06-01..2012-07-31"),
    ("June & July 2012", "due 2012-06-01..2012-07-31"),
    ("Dec 2016/Jan 2017", "due 2016-12-01..2017-01-31"),
    ("Dec/Jan 2017", "due 2016-12-01..2017-01-31"),
    ("Dec/Jan", "due 2017-12-01..2018-01-31"),
    ("Dec 2016 - Jan", "due 2016-12-01..2017-01-31"),
    ("Mar 18-Apr 18", "due 2018-03-01..2018-04-30"),
    ("1-5 October 2017", "due 2017-10-01..2017-10-05"),
    ("1st to 5th October 2017", "due 2017-10-01..2017-10-05"),
    ("1st to 5th October", "due 2017-10-01..2017-10-05"),
    ("30 Sept - 2 Oct 2017", "due 2017-09-30..2017-10-02"),
    ("30 Sept - 12 Oct 2017", "due 2017-09-30..2017-10-12"),
    ("30 Dec to 2 Jan 2018", "due 2017-12-30..2018-01-02"),
    ("01/10/2017 - 05/10/2017", "due 2017-10-01..2017-10-05"),
    ("early March to mid April 2018", "due 2018-03-01..2018-04-20"),
    ("from 1 to 5 October 2017", "due 2017-10-01..2017-10-05"),
    ("5-1 October 2017", "Unreadable(Words)"),
    ("July 2012 - June 2012", "Unreadable(Words)"),
    ("5 and 26 October 2017", "Unreadable(SeveralDates)"),
    ("March and September 2018", "Unreadable(SeveralDates)"),
    // Quarters, of the financial year.
    ("Q1 2017/18", "due 2017-04-01..2017-06-30"),
    ("Q2 2017/18", "due 2017-07-01..2017-09-30"),
    ("Q3 2017/18", "due 2017-10-01..2017-12-31"),
    ("Q4 2017/18", "due 2018-01-01..2018-03-31"),
    ("Q3 17/18", "due 2017-10-01..2017-12-31"),
    ("Q3 2017-18", "due 2017-10-01..2017-12-31"),
    ("Q3, 2017-2018", "due 2017-10-01..2017-12-31"),
    ("Quarter 3 2017/18", "due 2017-10-01..2017-12-31"),
    ("quarter three of 2017/18", "due 2017-10-01..2017-12-31"),
    ("3rd quarter 2017/18", "due 2017-10-01..2017-12-31"),
    ("third quarter of 2017/18", "due 2017-10-01..2017-12-31"),
    ("Q3 FY17/18", "due 2017-10-01..2017-12-31"),
    ("2017/18 Q3", "due 2017-10-01..2017-12-31"),
    ("Q3 2017", "due 2017-10-01..2017-12-31"),
    ("2017 Q3", "due 2017-10-01..2017-12-31"),
    ("Q3", "due 2017-10-01..2017-12-31"),
    ("Qtr 3", "due 2017-10-01..2017-12-31"),
    ("Q2", "YearUnstated"),
    ("end of Q3 2017/18", "due 2017-12-31"),
    ("Q1-Q2 2017/18", "due 2017-04-01..2017-09-30"),
    ("Q3/Q4 2017/18", "due 2017-10-01..2018-03-31"),
    ("Q5 2017/18", "Unreadable(NotADay)"),
    ("Q0", "Unreadable(NotADay)"),
    ("Q3 2017/19", "Unreadable(Words)"),
    // Years.
    ("2017/18", "due 2017-04-01..2018-03-31"),
    ("2017/2018", "due 2017-04-01..2018-03-31"),
    ("2017-18", "due 2017-04-01..2018-03-31"),
    ("1999/00", "due 1999-04-01..2000-03-31"),
    ("FY 2017-18", "due 2017-04-01..2018-03-31"),
    ("FY2017/18", "due 2017-04-01..2018-03-31"),
    ("FY17/18", "due 2017-04-01..2018-03-31"),
    ("financial year 2017/18", "due 2017-04-01..2018-03-31"),
    ("end of 2017/18", "due 2018-03-31"),
    ("2018", "due 2018-01-01..2018-12-31"),
    ("end of 2018", "due 2018-12-31"),
    ("by end 2018", "due 2018-12-31"),
    ("17/18", "Unreadable(Words)"),
    ("FY 2017", "Unreadable(Words)"),
    ("2017/19", "Unreadable(Words)"),
    ("2017-20", "Unreadable(Words)"),
    ("2018-03", "Unreadable(Words)"),
    ("300", "Unreadable(Words)"),
    // A missing year, from the period 1 September 2017 to 31 August 2018.
    ("23 October", "due 2017-10-23"),
    ("31 March", "due 2018-03-31"),
    ("31 August", "due 2018-08-31"),
    ("1 September", "due 2017-09-01"),
    ("March", "due 2018-03-01..2018-03-31"),
    ("end of May", "due 2018-05-31"),
    // Lengths, from the start 2 October 2017.
    ("for 6 months", "due 2018-04-02"),
    ("6 months", "due 2018-04-02"),
    ("within 6 months", "due 2018-04-02"),
    ("within six months", "due 2018-04-02"),
    ("in 12 months", "due 2018-10-02"),
    ("for a period of 3 weeks", "due 2017-10-23"),
    ("10 days", "due 2017-10-12"),
    ("two years", "due 2019-10-02"),
    ("for 6000 months", "Unreadable(Words)"),
    ("for 99999999999999999999 months", "Unreadable(Words)"),
    ("4294967295 years", "Unreadable(Words)"),
    // From a day, with and without an end.
    ("From Oct 03", "from 2003-10-01..2003-10-31"),
    ("from 2nd October", "from 2017-10-02"),
    ("starting April 2018", "from 2018-04-01..2018-04-30"),
    ("with effect from 1 April 2018", "from 2018-04-01"),
    ("April 2018 onwards", "from 2018-04-01..2018-04-30"),
    ("from April 2018 onwards", "from 2018-04-01..2018-04-30"),
    ("from 2nd October for 6 months", "due 2018-04-02"),
    ("from 2nd October 2017 for 6 months", "due 2018-04-02"),
    ("from 31 August 2017 for six months", "due 2018-02-28"),
    ("6 months from 2 October 2017", "due 2018-04-02"),
    ("from October 2017 for 6 months", "due 2018-04-01..2018-04-30"),
    // Weeks.
    ("w/c 9 October 2017", "week 2017-10-09..2017-10-15"),
    ("w.c. 9th Oct", "week 2017-10-09..2017-10-15"),
    ("week commencing 9 October", "week 2017-10-09..2017-10-15"),
    ("Week beginning Monday 9 October 2017", "week 2017-10-09..2017-10-15"),
    ("w/b 09/10/2017", "week 2017-10-09..2017-10-15"),
    ("w/e 13 October 2017", "due 2017-10-13"),
    ("week ending 13 October 2017", "due 2017-10-13"),
    ("w/c 31/02/2018", "Unreadable(NotADay)"),
    // States.
    ("Ongoing", "Ongoing"),
    ("on-going", "Ongoing"),
    ("On going.", "Ongoing"),
    ("continuous", "Ongoing"),
    ("Continuing", "Ongoing"),
    ("rolling", "Ongoing"),
    ("Rolling programme", "Ongoing"),
    ("Ongoing (monthly)", "Ongoing"),
    ("TBC", "ToBeConfirmed"),
    ("(TBC)", "ToBeConfirmed"),
    ("t.b.c.", "ToBeConfirmed"),
    ("tba", "ToBeConfirmed"),
    ("tbd", "ToBeConfirmed"),
    ("date tbc", "ToBeConfirmed"),
    ("Target: TBC", "ToBeConfirmed"),
    ("to be confirmed", "ToBeConfirmed"),
    ("Date to be agreed", "ToBeConfirmed"),
    ("to be determined", "ToBeConfirmed"),
    ("to be decided", "ToBeConfirmed"),
    ("to be advised", "ToBeConfirmed"),
    ("to be arranged", "ToBeConfirmed"),
    ("to be announced", "ToBeConfirmed"),
    ("ASAP", "AsSoonAsPossible"),
    ("a.s.a.p.", "AsSoonAsPossible"),
    ("As soon as possible", "AsSoonAsPossible"),
    ("Immediate", "AsSoonAsPossible"),
    ("immediately", "AsSoonAsPossible"),
    ("with immediate effect", "AsSoonAsPossible"),
    ("Immediate effect", "AsSoonAsPossible"),
    ("to be frank", "Unreadable(Words)"),
    ("as and when", "Unreadable(Words)"),
    ("urgent", "Unreadable(Words)"),
    // Leads.
    ("by 31 March 2018", "due 2018-03-31"),
    ("Due 31/03/2018", "due 2018-03-31"),
    ("due by: 31/03/2018", "due 2018-03-31"),
    ("by the 31st March 2018", "due 2018-03-31"),
    ("by end March 2018", "due 2018-03-31"),
    ("by end of March 2018", "due 2018-03-31"),
    ("no later than 31 March 2018", "due 2018-03-31"),
    ("Target: March 2018", "due 2018-03-01..2018-03-31"),
    ("target date: 31 March 2018.", "due 2018-03-31"),
    ("by", "Unreadable(Words)"),
    // Phases: the last with a day counts.
    ("Phase 1 completed / Phase 2 Mar 2017", "due 2017-03-01..2017-03-31"),
    ("Phase 1 Dec 2016 / Phase 2 TBC", "due 2016-12-01..2016-12-31"),
    ("Phase 1 Dec 2016\nPhase 2 Mar 2017", "due 2017-03-01..2017-03-31"),
    ("Phase 1: Dec 2016; Phase 2: Mar 2017", "due 2017-03-01..2017-03-31"),
    ("Stage 1 - Dec 2016, Stage 2 - 31/03/17", "due 2017-03-31"),
    ("Phase 1 Dec 2016 Phase 2 Mar 2017", "due 2017-03-01..2017-03-31"),
    ("Phase one Dec 2016 and phase two Mar 2017", "due 2017-03-01..2017-03-31"),
    ("Phase 2 Mar 2017 / Phase 1 Dec 2016", "due 2016-12-01..2016-12-31"),
    ("Phase 1 October 23, 2017", "due 2017-10-23"),
    ("Phase 1 completed, Mon, Oct 23, 2017", "due 2017-10-23"),
    ("Phase 1 completed / Phase 2 ongoing", "Ongoing"),
    ("Phase 1 TBC / Phase 2 completed", "ToBeConfirmed"),
    ("Phase 1 completed / Phase 2 completed", "Unreadable(Words)"),
    ("Phase 1 Mar 2017 / Phase 2 31/02/2018", "due 2017-03-01..2017-03-31"),
    ("Phase 2 31/02/2018", "Unreadable(Words)"),
    ("Phase 1 31/03/3017 / Phase 2 Mar 2017", "OutOfRange"),
    ("Phase 1 done 31/03/20177; Phase 2 Mar 2017", "OutOfRange"),
    ("Phase 1-2 Mar 2017", "Unreadable(Words)"),
    ("Dec 2016 for phase 1", "Unreadable(Words)"),
    // What is not one date.
    ("31/03/2018 and 30/06/2018", "Unreadable(SeveralDates)"),
    ("31/03/2018\n30/06/2018", "Unreadable(SeveralDates)"),
    ("31/03/2018, 30/06/2018", "Unreadable(SeveralDates)"),
    ("March 2018\nJune 2018", "Unreadable(SeveralDates)"),
    ("Report 31 March 2018, review 30 June 2018", "Unreadable(SeveralDates)"),
    ("Spring 2018", "Unreadable(Season)"),
    ("summer", "Unreadable(Season)"),
    ("by Autumn 2017", "Unreadable(Season)"),
    ("Winter 2017/18", "Unreadable(Season)"),
    ("October half term", "Unreadable(SchoolTerm)"),
    ("Half-term", "Unreadable(SchoolTerm)"),
    ("Autumn term 2017", "Unreadable(SchoolTerm)"),
    ("Easter", "Unreadable(SchoolTerm)"),
    ("Christmas 2017", "Unreadable(SchoolTerm)"),
    ("academic year", "Unreadable(SchoolTerm)"),
    ("2017/18 academic year", "Unreadable(SchoolTerm)"),
    ("long term", "Unreadable(Words)"),
    ("quarterly", "Unreadable(Words)"),
    ("completed", "Unreadable(Words)"),
    ("n/a", "Unreadable(Words)"),
    ("-", "Unreadable(Words)"),
    (".", "Unreadable(Words)"),
    ("()", "Unreadable(Words)"),
    ("next month", "Unreadable(Words)"),
    ("may 2018 or may not", "Unreadable(Words)"),
    ("Marsh 2018", "Unreadable(Words)"),
    ("by Q3", "due 2017-10-01..2017-12-31"),
    ("End-Oct", "due 2017-10-31"),
    ("end of Mar-18", "due 2018-03-31"),
    ("31st March '18", "due 2018-03-31"),
    ("Phase 1\nDec 2016\nPhase 2\nMar 2017", "due 2017-03-01..2017-03-31"),
    ("Phase 1 Dec 2016 / Phase 2 w/c 9 October 2017", "due 2016-12-01..2016-12-31"),
    ("Phase 1 completed / Phase 2 w/c 9 October 2017", "week 2017-10-09..2017-10-15"),
    ("31/03/2018 to 30/06/3018", "OutOfRange"),
    ("end of the financial year", "Unreadable(Words)"),
    ("Spring/Summer 2018", "Unreadable(Season)"),
    ("Oct\u{e9} 2017", "Unreadable(Words)"),
    ("\u{661}/\u{662}/2018", "Unreadable(Words)"),
];

#[test]
fn each_phrase_says_what_the_table_says() {
    assert!(PHRASES.len() >= 120);
    check(PHRASES, &plan());
}

#[test]
fn without_a_context_nothing_that_is_missing_is_made_up() {
    let rows = [
        ("23 October", "YearUnstated"),
        ("March", "YearUnstated"),
        ("mid-Nov", "YearUnstated"),
        ("Dec/Jan", "YearUnstated"),
        ("Q3", "YearUnstated"),
        ("w/c 9 October", "YearUnstated"),
        ("from 2nd October", "YearUnstated"),
        ("from 2nd October for 6 months", "YearUnstated"),
        ("from 2nd October 2017 for 6 months", "due 2018-04-02"),
        ("for 6 months", "Unreadable(NoKnownStart)"),
        ("31 February", "Unreadable(NotADay)"),
        ("Phase 1 March / Phase 2 June", "YearUnstated"),
    ];
    check(&rows, &DateContext::new());
}

#[test]
fn calendar_quarters_count_from_january_but_a_financial_label_stays_financial() {
    let rows = [
        ("Q1 2017", "due 2017-01-01..2017-03-31"),
        ("Q3 2017", "due 2017-07-01..2017-09-30"),
        ("Q4", "due 2017-10-01..2017-12-31"),
        ("Q3 2017/18", "due 2017-10-01..2017-12-31"),
        ("2017/18", "due 2017-04-01..2018-03-31"),
    ];
    check(&rows, &plan().with_quarters(Quarters::Calendar));
}

#[test]
fn a_missing_year_needs_a_period_that_leaves_one_choice() {
    let two_years = DateContext::new().with_period(day("2017-09-01"), day("2019-08-31"));
    let rows =
        [("31 March", "YearUnstated"), ("Q3", "YearUnstated"), ("29 February", "YearUnstated")];
    check(&rows, &two_years);

    let a_week_over_two_years =
        DateContext::new().with_period(day("2017-12-28"), day("2018-01-04"));
    let rows = [
        ("30 Dec - 2 Jan", "due 2017-12-30..2018-01-02"),
        ("January", "due 2018-01-01..2018-01-31"),
        ("Dec/Jan", "due 2017-12-01..2018-01-31"),
        ("w/c 1 January", "week 2018-01-01..2018-01-07"),
        ("Q3", "due 2017-10-01..2017-12-31"),
        ("March", "YearUnstated"),
    ];
    check(&rows, &a_week_over_two_years);

    let a_leap_year_in_three = DateContext::new().with_period(day("2015-01-01"), day("2017-12-31"));
    check(
        &[("29 February", "due 2016-02-29"), ("28 February", "YearUnstated")],
        &a_leap_year_in_three,
    );

    let both_ends_overlap = DateContext::new().with_period(day("2017-10-15"), day("2018-10-14"));
    check(&[("October", "YearUnstated")], &both_ends_overlap);

    let backwards = DateContext::new().with_period(day("2018-08-31"), day("2017-09-01"));
    check(&[("31 March", "YearUnstated")], &backwards);
}

#[test]
fn a_length_moves_both_ends_of_the_start() {
    let august = DateSpan::new(day("2017-08-01"), day("2017-08-31")).unwrap();
    check(
        &[("for 6 months", "due 2018-02-01..2018-02-28")],
        &DateContext::new().with_start(august),
    );
    let end_of_time = DateContext::new().with_start(DateSpan::day(NaiveDate::MAX));
    check(&[("1 day", "Unreadable(Words)"), ("6 months", "Unreadable(Words)")], &end_of_time);
}

#[test]
fn the_years_believed_are_the_callers() {
    let narrow = DateContext::new().with_years(2016..=2018);
    let rows = [
        ("2015-12-31", "OutOfRange"),
        ("2016-01-01", "due 2016-01-01"),
        ("31/12/18", "due 2018-12-31"),
        ("01/01/19", "OutOfRange"),
        ("2018/19", "OutOfRange"),
        ("w/c 31 December 2018", "week 2018-12-31..2019-01-06"),
    ];
    check(&rows, &narrow);
    let all = DateContext::new().with_years(i32::MIN..=i32::MAX);
    let rows = [
        ("31/03/8", "due 0008-03-31"),
        ("9999/10000", "Unreadable(Words)"),
        ("Q4 9999", "OutOfRange"),
        ("31/03/10000", "OutOfRange"),
        ("w/c 31/12/9999", "week 9999-12-31..+10000-01-06"),
    ];
    check(&rows, &all);
}

#[test]
fn phases_are_kept_as_written() {
    let phases = |words: &str| -> Vec<String> {
        DueDate::new(words).phases().into_iter().map(str::to_owned).collect()
    };
    assert_eq!(
        phases("Phase 1 completed / Phase 2  Mar 2017"),
        ["Phase 1 completed", "Phase 2  Mar 2017"]
    );
    assert_eq!(
        phases("Phase 1 Dec 2016 (LOGI)\n- Phase 2: TBC."),
        ["Phase 1 Dec 2016 (LOGI)", "Phase 2: TBC."]
    );
    assert_eq!(phases("Pilot done; Phase 1 Oct 23, 2017"), ["Pilot done", "Phase 1 Oct 23, 2017"]);
    assert_eq!(
        phases("Phase 1 March 2017 and phase 2 June 2017"),
        ["Phase 1 March 2017", "phase 2 June 2017"]
    );
    assert_eq!(phases(" 31/03/2018 "), [" 31/03/2018 "]);
    assert_eq!(phases(""), [""]);
}

#[test]
fn each_reading_answers_only_what_it_knows() {
    let ends = |words: &str| {
        let reading = read(words);
        let text = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
        format!(
            "{} {} {}",
            text(reading.due_day()),
            text(reading.earliest()),
            text(reading.latest())
        )
    };
    assert_eq!(ends("March 2018"), "2018-03-31 2018-03-01 2018-03-31");
    assert_eq!(ends("from March 2018"), "- 2018-03-01 -");
    assert_eq!(ends("w/c 9 October 2017"), "- 2017-10-09 2017-10-15");
    assert_eq!(ends("ongoing"), "- - -");
    assert_eq!(read("from March 2018").span(), None);
    assert_eq!(read("31/03/2018").span(), Some(DateSpan::day(day("2018-03-31"))));
}

#[test]
fn each_reason_is_a_fragment_anyone_can_read() {
    let reasons = [
        (Unreadable::NotADay, "there is no such day"),
        (Unreadable::Season, "a season has no agreed last day"),
        (Unreadable::SchoolTerm, "it names a school term or a holiday, and not a day"),
        (Unreadable::NoKnownStart, "it counts from a start that is not known"),
        (Unreadable::SeveralDates, "it gives several dates where one is needed"),
        (Unreadable::Words, "the words do not give one clear date"),
    ];
    for (reason, words) in reasons {
        assert_eq!(reason.to_string(), words);
    }
}

#[test]
fn very_long_words_are_read_without_delay() {
    let unit_and_expected = [
        ("1", "Unreadable(Words)"),
        ("/", "Unreadable(Words)"),
        ("1/", "Unreadable(Words)"),
        ("3.2018.", "Unreadable(Words)"),
        ("(", "Unreadable(Words)"),
        ("(a)", "Unreadable(Words)"),
        ("by ", "Unreadable(Words)"),
        ("end of ", "Unreadable(Words)"),
        ("the ", "Unreadable(Words)"),
        ("q1 ", "Unreadable(SeveralDates)"),
        ("March ", "Unreadable(SeveralDates)"),
        ("phase 1 ", "Unreadable(Words)"),
        ("phase 1 a, b;", "Unreadable(Words)"),
        ("31/03/2018 ", "Unreadable(SeveralDates)"),
        (".", "Unreadable(Words)"),
        (",", "Unreadable(Words)"),
        ("é", "Unreadable(Words)"),
    ];
    for (unit, expected) in unit_and_expected {
        let words = unit.repeat(200_000 / unit.len());
        assert_eq!(said(read(&words)), expected, "{unit:?}");
        assert_eq!(
            said(read(&format!("31/03/{} {words}", "9".repeat(10)))),
            "OutOfRange",
            "{unit:?}"
        );
        let _phases = DueDate::new(words).phases().len();
    }
    assert_eq!(read(&format!("31/03/{}", "2018".repeat(250_000))), DateReading::OutOfRange);
    assert_eq!(read(&format!("{}-03-31", "2018".repeat(250_000))), DateReading::OutOfRange);
}

#[cfg(feature = "json")]
#[test]
fn a_date_key_is_a_json_string_and_comes_back_unaltered() {
    let due: DueDate = serde_json::from_str("\" End\\u00a0Oct  03\"").unwrap();
    assert_eq!(due.as_str(), " End\u{a0}Oct  03");
    assert_eq!(serde_json::to_string(&due).unwrap(), "\" End\u{a0}Oct  03\"");
    for wrong in ["2018", "null", "[]", "{}", "true"] {
        assert!(serde_json::from_str::<DueDate>(wrong).is_err(), "{wrong}");
    }
    for quarters in Quarters::ALL {
        let json = format!("\"{quarters}\"");
        assert_eq!(serde_json::to_string(quarters).unwrap(), json);
        assert_eq!(serde_json::from_str::<Quarters>(&json).unwrap(), *quarters);
    }
}

#[test]
fn the_quarters_are_a_closed_word() {
    let words: Vec<_> = Quarters::ALL.iter().map(|quarters| quarters.as_str()).collect();
    assert_eq!(words, ["financial", "calendar"]);
    assert_eq!("calendar".parse(), Ok(Quarters::Calendar));
    assert_eq!(
        "school".parse::<Quarters>().unwrap_err().to_string(),
        "unknown word \"school\", expected one of financial, calendar"
    );
}

/// The last day of a month by the rule children are taught.
fn last_day(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        _ => 31,
    }
}

#[test]
fn every_month_from_1900_to_2199_ends_on_its_last_day() {
    for year in 1900..=2199 {
        for month in 1..=12 {
            let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
            let last = NaiveDate::from_ymd_opt(year, month, last_day(year, month)).unwrap();
            let expected = DateReading::Due(DateSpan::new(first, last).unwrap());
            assert_eq!(read(&first.format("%B %Y").to_string()), expected);
            assert_eq!(read(&first.format("%m/%Y").to_string()), expected);
            assert_eq!(
                read(&first.format("end of %b %Y").to_string()),
                DateReading::Due(DateSpan::day(last))
            );
        }
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..109_573).prop_map(|days| day("1900-01-01") + Days::new(days))
}

fn any_phrase() -> impl Strategy<Value = &'static str> {
    (0..PHRASES.len()).prop_map(|row| PHRASES[row].0)
}

/// Text that is nearly a date more often than not.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any_phrase().prop_map(str::to_owned),
        any::<String>(),
        "[0-9]{1,5}[-/. ][0-9]{1,3}[-/. ]?[0-9]{0,6}",
        "(phase|stage|q|fy|end of|mid|w/c|from|to|and|for|-|/|;|,|\\(|\\)|\n)",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.join(" "))
}

fn ordinal(day: u32) -> &'static str {
    match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}

proptest! {
    #[test]
    fn no_words_make_it_panic_or_put_the_latest_day_first(words in any_text()) {
        let due = DueDate::new(words.as_str());
        for context in [plan(), DateContext::new(), plan().with_years(i32::MIN..=i32::MAX)] {
            let reading = due.read(&context);
            if let (Some(earliest), Some(latest)) = (reading.earliest(), reading.latest()) {
                prop_assert!(earliest <= latest);
            }
            prop_assert_eq!(reading.due_day(), reading.span().map(DateSpan::latest));
        }
        prop_assert_eq!(due.as_str(), words.as_str());
    }

    #[test]
    fn phases_are_pieces_of_the_words_in_order(words in any_text()) {
        let due = DueDate::new(words.as_str());
        let mut rest = words.as_str();
        for phase in due.phases() {
            let place = rest.find(phase);
            prop_assert!(place.is_some());
            rest = &rest[place.unwrap() + phase.len()..];
        }
    }

    #[test]
    fn a_real_day_reads_back_however_it_is_written(day in any_day()) {
        let expected = DateReading::Due(DateSpan::day(day));
        let ordinal = format!("%-d{} %B %Y", ordinal(day.day()));
        for form in [
            "%-d/%-m/%Y", "%d/%m/%Y", "%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d-%b-%Y", "%A %-d %B %Y", "%B %-d, %Y",
            "by %a %d %b %Y.", "%Y-%m-%dT00:00:00Z", &ordinal,
        ] {
            let words = day.format(form).to_string();
            prop_assert_eq!(read(&words), expected, "{}", words);
        }
        prop_assert_eq!(DueDate::from(day).read(&plan()), expected);
    }

    #[test]
    fn two_digit_years_are_of_this_century(days in 0_u64..36_525) {
        let day = day("2000-01-01") + Days::new(days);
        for form in ["%d.%m.%y", "%d/%m/%y", "%-d-%b-%y", "%a %-d %b %y", "%-d %B '%y"] {
            let words = day.format(form).to_string();
            prop_assert_eq!(read(&words), DateReading::Due(DateSpan::day(day)), "{}", words);
        }
    }

    #[test]
    fn case_and_space_make_no_difference(words in any_phrase(), space in "[ \t\u{a0}\n]{1,3}") {
        let expected = read(words);
        prop_assert_eq!(read(&words.to_ascii_uppercase()), expected);
        prop_assert_eq!(read(&words.to_ascii_lowercase()), expected);
        prop_assert_eq!(read(&format!("{space}{words}{space}")), expected);
        let phased = ["phase", "stage"].iter().any(|word| words.to_lowercase().contains(word));
        if !phased {
            prop_assert_eq!(read(&words.replace(' ', &space)), expected);
        }
    }

    #[test]
    fn a_day_in_figures_with_an_impossible_year_is_out_of_range(
        day in 0_u32..100,
        month in 0_u32..100,
        year in "[1-9]|[3-9][0-9]{3}|[0-9]{3}|[0-9]{5,60}",
        separator in "[-/.]",
    ) {
        let written = format!("{day}{separator}{month}{separator}{year}");
        prop_assert_eq!(read(&written), DateReading::OutOfRange, "{}", written);
        if year.len() > 2 {
            let iso = format!("{year}{separator}{month}{separator}{day}");
            prop_assert_eq!(read(&iso), DateReading::OutOfRange, "{}", iso);
        }
    }

    #[test]
    fn in_a_plan_of_one_year_every_day_finds_its_year(start in any_day(), ahead in 0_u64..365) {
        let end = start + Days::new(364);
        let day = start + Days::new(ahead);
        let context = DateContext::new().with_period(start, end).with_years(1900..=2300);
        let words = DueDate::new(day.format("%-d %B").to_string());
        prop_assert_eq!(words.read(&context).due_day(), Some(day), "{}", words);
    }
}
