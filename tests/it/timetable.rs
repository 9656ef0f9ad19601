//! The statutory timetable: verified dates, what explains a stated one, and what cannot be counted.

use improvement_plan::due_date::DateSpan;
use improvement_plan::facts::{StatutoryTimetable, TimetableBasis};
use improvement_plan::model::{Framework, SourceKind, Tier, Waiver};
use improvement_plan::plan::Limits;
use improvement_plan::working_days::WorkingDays;
use improvement_plan::{NaiveDate, Plan, PlanDoc, Recommendation, Rules, Source};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::examples::{folder, out, reason, run};

const CASES: &str = include_str!("data/working_days_cases.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn days() -> WorkingDays {
    WorkingDays::england_and_wales()
}

/// A plan with one source.
fn plan(source: Source) -> Plan {
    let doc = PlanDoc::new("p", "Plan", "Anyshire").with_sources([source.with_reference("s")]);
    Plan::build(doc).unwrap()
}

fn with<T>(source: Source, ask: impl FnOnce(StatutoryTimetable<'_>) -> T) -> T {
    let plan = plan(source);
    ask(plan.sources().next().unwrap().timetable(&days()))
}

fn inspection() -> Source {
    Source::new("Inspection").with_kind(SourceKind::Inspection)
}

fn shipped(json: &str) -> Value {
    let plan = Plan::from_json(json).unwrap();
    serde_json::to_value(plan.sources().next().unwrap().timetable(&days())).unwrap()
}

#[test]
fn worcestershires_stated_deadline_follows_from_receipt_before_the_weekend() {
    let timetable = shipped(include_str!("../../examples/data/worcestershire-2017.json"));
    assert_eq!(timetable["basis"], "published");
    assert_eq!(timetable["published"], "2017-01-24");
    assert_eq!(timetable["received"], Value::Null);
    assert_eq!(timetable["statement"], "2017-05-05");
    assert_eq!(
        (&timetable["stated"], &timetable["stated_words"]),
        (&json!("2017-05-03"), &json!("3 May 2017"))
    );
    assert_eq!(timetable["difference"], -2);
    assert_eq!(timetable["explained_by"], json!(["2017-01-20", "2017-01-22"]));
    assert_eq!(timetable["outside_range"], Value::Null);
}

#[test]
fn croydon_had_until_16_october_for_the_report_and_11_december_for_its_statement() {
    let timetable = shipped(include_str!("../../examples/data/croydon-2017.json"));
    assert_eq!(timetable["report"], "2017-10-16");
    assert_eq!(timetable["statement"], "2017-12-11");
    // Its inspection was no focused visit, so no draft is due.
    assert_eq!(timetable["draft"], Value::Null);
    assert_eq!(timetable["stated"], Value::Null);
    assert_eq!(timetable["explained_by"], Value::Null);
}

#[test]
fn the_days_of_receipt_that_explain_a_stated_deadline_are_found() {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    let cases = cases["explained_by_receipt"].as_array().unwrap();
    assert_eq!(cases.len(), 11);
    let mut of_70 = 0;
    for case in cases {
        let stated = case["stated"].as_str().unwrap();
        let n = case["days"].as_i64().unwrap();
        if let Some(receipt) = case["received"].as_array() {
            let at = |end: usize| day(receipt[end].as_str().unwrap());
            for (receipt, is_right) in [
                (at(0), true),
                (at(1), true),
                (at(0).pred_opt().unwrap(), false),
                (at(1).succ_opt().unwrap(), false),
            ] {
                assert_eq!(days().after(receipt, n) == Ok(day(stated)), is_right, "{case}");
            }
        } else {
            assert_eq!(days().is_working_day(day(stated)), Ok(false), "{case}");
        }
        if n == 70 {
            of_70 += 1;
            let source = inspection().with_stated_deadline(stated);
            let explained = with(source, |timetable| timetable.explained_by()).unwrap();
            let explained = explained.map(|span| [span.earliest(), span.latest()]);
            assert_eq!(serde_json::to_value(explained).unwrap(), case["received"], "{case}");
        }
    }
    assert_eq!(of_70, 8);
}

#[test]
fn the_day_of_receipt_is_the_basis_where_it_is_a_single_day() {
    let basis = |received: Option<&str>, published: Option<&str>| {
        let mut source = inspection();
        source.received = received.map(Into::into);
        source.published = published.map(Into::into);
        with(source, |timetable| (timetable.basis(), timetable.statement().unwrap()))
    };
    let (received, published) = (TimetableBasis::Received, TimetableBasis::Published);
    let may = |number: &str| Some(day(&format!("2017-05-0{number}")));
    assert_eq!(basis(Some("20 January 2017"), Some("24/01/2017")), (Some(received), may("3")));
    assert_eq!(basis(Some("January 2017"), Some("24/01/2017")), (Some(published), may("5")));
    assert_eq!(basis(Some("TBC"), Some("24/01/2017")), (Some(published), may("5")));
    assert_eq!(basis(Some("w/c 23 January 2017"), Some("24/01/2017")), (Some(published), may("5")));
    assert_eq!(basis(Some("20 January 2017"), None), (Some(received), may("3")));
    assert_eq!(basis(None, Some("January 2017")), (None, None));
    assert_eq!(basis(None, None), (None, None));
}

#[test]
fn a_draft_is_due_only_after_a_focused_visit_with_an_area_for_priority_action() {
    let applies = |kind: SourceKind, framework: Option<Framework>, tier: Option<Tier>| {
        let mut source = Source::new("Report").with_reference("s").with_kind(kind);
        source.framework = framework;
        source.published = Some("2017-09-04".into());
        let mut one = Recommendation::new("Act at once.").with_source("s");
        one.tier = tier;
        let doc = PlanDoc::new("p", "Plan", "Anyshire").with_sources([source]);
        let plan = Plan::build(doc.with_recommendations([one])).unwrap();
        let timetable = plan.sources().next().unwrap().timetable(&days());
        (timetable.applies(), timetable.draft().unwrap())
    };
    let draft = Some(day("2017-10-02"));
    let priority = || Some(Tier::PriorityAction);
    assert_eq!(applies(SourceKind::FocusedVisit, None, priority()), (true, draft));
    assert_eq!(applies(SourceKind::FocusedVisit, None, None), (false, None));
    let improvement = Some(Tier::AreaForImprovement);
    assert_eq!(applies(SourceKind::FocusedVisit, None, improvement), (false, None));
    assert_eq!(applies(SourceKind::Inspection, None, priority()), (true, None));
    assert_eq!(applies(SourceKind::Inspection, Some(Framework::Sif), None), (true, None));
    assert_eq!(applies(SourceKind::Inspection, Some(Framework::Jtai), None), (false, None));
    assert_eq!(applies(SourceKind::Inspection, Some(Framework::AreaSend), None), (false, None));
    for kind in [SourceKind::MonitoringVisit, SourceKind::PeerReview, SourceKind::LocalPriority] {
        assert_eq!(applies(kind, None, priority()), (false, None));
    }
}

#[test]
fn a_stated_deadline_of_several_days_is_kept_and_not_compared() {
    let source = inspection().with_received("2017-01-20").with_stated_deadline("May 2017");
    with(source, |timetable| {
        let stated = timetable.stated().unwrap();
        assert_eq!((stated.earliest(), stated.latest()), (day("2017-05-01"), day("2017-05-31")));
        assert_eq!(timetable.difference(), Ok(None));
        assert_eq!(timetable.explained_by(), Ok(None));
    });
}

#[test]
fn what_falls_outside_the_range_is_named_in_a_sentence() {
    let known = "is outside the range of known bank holidays, 1 January 2010 to 31 December 2027";
    let sentence = |source| with(source, |timetable| timetable.outside_range());
    let inside = inspection().with_received("2017-01-20").with_stated_deadline("2017-05-03");
    assert_eq!(sentence(inside), None);
    assert_eq!(sentence(inspection()), None);
    assert_eq!(
        sentence(inspection().with_received("2009-12-31")),
        Some(format!(
            "Not counted: the publication of the report and the statement, because 31 December 2009 {known}."
        ))
    );
    let source = inspection().with_received("2027-09-23").with_stated_deadline("2028-01-10");
    assert_eq!(
        sentence(source),
        Some(format!(
            "Not counted: the statement, because 1 January 2028 {known}. Not counted: the days of receipt that \
             explain the stated deadline, because 10 January 2028 {known}."
        ))
    );
    let source = inspection().with_received("2027-09-16").with_stated_deadline("2028-01-10");
    assert_eq!(
        sentence(source),
        Some(format!(
            "Not counted: the difference from the stated deadline and the days of receipt that explain the stated \
             deadline, because 10 January 2028 {known}."
        ))
    );
    // The days of receipt would be in 2009.
    let source = inspection().with_stated_deadline("2010-02-01");
    with(source, |timetable| {
        assert_eq!(timetable.explained_by().unwrap_err().day(), day("2009-12-31"));
    });
    // No fallback to publication, which would be in the range.
    let source = inspection().with_received("2009-12-31").with_published("2010-01-04");
    with(source, |timetable| {
        assert_eq!(timetable.basis(), Some(TimetableBasis::Received));
        assert!(timetable.report().is_err());
    });
}

#[test]
fn a_waiver_sets_the_rules_about_deadlines_aside() {
    let check = |code: &str, source: Source| {
        let waiver = Waiver::new(code)
            .with_subject("source s")
            .with_reason("Agreed with the Department")
            .with_approved_by("Board");
        let mut doc =
            PlanDoc::new("p", "Plan", "Anyshire").with_sources([source.with_reference("s")]);
        let of_code = |doc: &PlanDoc| {
            let plan = Plan::build(doc.clone()).unwrap();
            plan.check(&Rules::standard(), day("2017-11-07")).of_code(code).count()
        };
        assert_eq!(of_code(&doc), 1, "{code}");
        doc.waivers.push(waiver);
        assert_eq!(of_code(&doc), 0, "{code}");
    };
    check("receipt-day-missing", inspection().with_published("2017-01-24"));
    let differs = inspection().with_received("2017-01-24").with_stated_deadline("2017-05-03");
    check("stated-deadline-differs", differs);
}

/// The keys of the timetable, in their order.
const KEYS: [&str; 10] = [
    "published",
    "received",
    "basis",
    "draft",
    "report",
    "statement",
    "stated",
    "difference",
    "explained_by",
    "outside_range",
];

fn timetable(arguments: &[&str]) -> (Option<i32>, Value) {
    let arguments = [arguments, &["--format", "json"]].concat();
    let output = run("timetable", &folder("timetable-json"), &arguments);
    let text = out(&output);
    let at: Vec<_> = KEYS.iter().map(|key| text.find(&format!("\n  \"{key}\": "))).collect();
    assert!(at.is_sorted() && at.iter().all(Option::is_some), "{text}{}", reason(&output));
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(value.as_object().unwrap().len(), KEYS.len(), "{text}");
    (output.status.code(), value)
}

#[test]
fn the_example_prints_the_timetable_as_json() {
    assert_eq!(
        timetable(&["2017-01-24", "--stated", "3 May 2017"]),
        (
            Some(0),
            json!({
                "published": "2017-01-24", "received": null, "basis": "published", "draft": null,
                "report": "2017-03-07", "statement": "2017-05-05", "stated": "2017-05-03",
                "difference": -2, "explained_by": ["2017-01-20", "2017-01-22"], "outside_range": null
            })
        )
    );
    assert_eq!(
        timetable(&["--focused-visit", "2018-08-13", "--received", "2018-08-10"]),
        (
            Some(0),
            json!({
                "published": "2018-08-13", "received": "2018-08-10", "basis": "received",
                "draft": "2018-09-10", "report": "2018-09-24", "statement": "2018-11-19", "stated": null,
                "difference": null, "explained_by": null, "outside_range": null
            })
        )
    );
    for (arguments, beyond) in [
        (&["2009-12-31"][..], "31 December 2009"),
        (&["2028-01-03"], "3 January 2028"),
        (&["9999-12-31"], "31 December 9999"),
        (&["0001-01-01"], "1 January 0001"),
        (&["2027-09-23"], "1 January 2028"),
        (&["2017-01-24", "--stated", "2031-05-01"], "1 May 2031"),
    ] {
        let (code, value) = timetable(arguments);
        let sentence = value["outside_range"].as_str().unwrap();
        assert_eq!(code, Some(1), "{arguments:?}");
        assert!(sentence.contains(&format!("because {beyond} is outside")), "{sentence}");
    }
}

#[test]
fn the_example_prints_the_timetable_for_people() {
    let run = |arguments: &[&str]| run("timetable", &folder("timetable-text"), arguments);
    let output = run(&["24 January 2017", "--stated", "2017-05-03"]);
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert_eq!(
        out(&output),
        "Published             24 January 2017\n\
         Received              not known\n\
         \x20                     counted from publication: the day of receipt is not known\n\
         Report published      by 7 March 2017 (30 working days)\n\
         Statement of action   by 5 May 2017 (70 working days)\n\
         Stated deadline       3 May 2017, 2 working days earlier\n\
         \x20                     follows from receipt from 20 January 2017 to 22 January 2017\n"
    );
    let output = run(&["2027-09-23", "--received", "2027-09-23", "--focused-visit"]);
    assert_eq!(output.status.code(), Some(1));
    let ending = "Not counted: the statement, because 1 January 2028 is outside the range of known bank holidays, \
                  1 January 2010 to 31 December 2027.\n";
    assert!(out(&output).contains("Draft to Ofsted       by 21 October 2027 (20 working days)\n"));
    assert!(
        out(&output).contains("Statement of action   not counted\n")
            && out(&output).ends_with(ending)
    );
    assert!(!out(&output).contains("counted from publication"));
}

#[test]
fn the_example_refuses_arguments_that_it_cannot_use() {
    for (arguments, words) in [
        (&[][..], "error: give the day on which the report was published, like 2017-01-24"),
        (&["soon"], "error: soon: that is not a single date; write it like 2017-01-24"),
        (&["January 2017"], "error: January 2017: that is not a single date"),
        (&["2017-02-30"], "error: 2017-02-30: that is not a single date"),
        (&["2017-01-24", "2017-01-25"], "error: the day of publication is given twice"),
        (&["2017-01-24", "--received", "TBC"], "error: --received TBC: that is not a single date"),
        (&["2017-01-24", "--stated", "May 2017"], "error: --stated May 2017: that is not"),
        (&["2017-01-24", "--format", "markdown"], "error: --format markdown: use text or json"),
        (&["2017-01-24", "--focused"], "error: invalid option '--focused'"),
        (&["2017-01-24", "--received"], "error: missing argument for option '--received'"),
    ] {
        let output = run("timetable", &folder("timetable-refused"), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(reason(&output).contains(words), "{arguments:?}: {}", reason(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
    let help = run("timetable", &folder("timetable-help"), &["--help"]);
    assert!(help.status.success() && out(&help).starts_with("timetable DATE"));
}

proptest! {
    #[test]
    fn a_timetable_agrees_with_itself_wherever_it_starts(
        published in -400_i64..7000, received in proptest::option::of(-400_i64..7000),
        stated in proptest::option::of(-400_i64..7000),
    ) {
        let at = |days| day("2010-01-01") + chrono::TimeDelta::days(days);
        let mut source = inspection().with_reference("s").with_published(at(published).to_string().as_str());
        source.received = received.map(|days| at(days).to_string().into());
        source.stated_deadline = stated.map(|days| at(days).to_string().into());
        let doc = PlanDoc::new("p", "Plan", "Anyshire").with_sources([source]);
        let plan = Plan::build_with(doc, &Limits::default()).unwrap();
        let timetable = plan.sources().next().unwrap().timetable(&days());
        let basis = at(received.unwrap_or(published));
        prop_assert_eq!(timetable.report(), days().after(basis, 30).map(Some));
        prop_assert_eq!(timetable.statement(), days().after(basis, 70).map(Some));
        prop_assert_eq!(timetable.draft(), Ok(None));
        if let (Ok(Some(statement)), Some(stated)) = (timetable.statement(), stated.map(at)) {
            prop_assert_eq!(timetable.difference(), days().between(statement, stated).map(Some));
        }
        // Tried day by day.
        let explains = |receipt: &NaiveDate| days().after(*receipt, 70).ok() == stated.map(at);
        let tried: Vec<NaiveDate> = stated.map_or(Vec::new(), |stated| {
            (0..150).map(|back| at(stated - 150 + back)).filter(explains).collect()
        });
        match timetable.explained_by() {
            Ok(explained) => {
                prop_assert_eq!(explained.map(DateSpan::earliest), tried.first().copied());
                prop_assert_eq!(explained.map(DateSpan::latest), tried.last().copied());
            }
            Err(outside) => prop_assert!(!days().range().contains(&outside.day())),
        }
    }
}
