//! The plans whose pages are looked at: shipped, empty, small, large and hostile.

use improvement_plan::model::{
    Addressee, AssessmentKind, Comparator, InForce, Judgement, Polarity, Reading, Resource, Target,
};
use improvement_plan::{
    Action, Assessment, DeliveryStatus, Evidence, Measure, Milestone, NaiveDate, Owner, Plan,
    PlanDoc, Recommendation, Revision, Source, Workstream,
};

const CROYDON: &str = include_str!("../../../examples/data/croydon-2017.json");
const WORCESTERSHIRE: &str = include_str!("../../../examples/data/worcestershire-2017.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn croydon() -> (Plan, NaiveDate) {
    (Plan::from_json(CROYDON).unwrap(), day("2017-11-07"))
}

pub(super) fn worcestershire() -> (Plan, NaiveDate) {
    (Plan::from_json(WORCESTERSHIRE).unwrap(), day("2018-09-14"))
}

/// Recommendations without any action.
pub(super) fn no_actions() -> (Plan, NaiveDate) {
    let doc = PlanDoc::new("empty-2026", "A plan that begins", "Anyshire")
        .with_status_date("2026-10-30")
        .with_sources([inspection()])
        .with_recommendations((1..=21).map(|number| {
            Recommendation::new("Do what the inspectors ask.")
                .with_reference(number.to_string())
                .with_source("ofsted-2026")
                .with_addressed_to([Addressee::Council])
        }));
    (Plan::build(doc).unwrap(), day("2026-11-02"))
}

/// One recommendation and one action, late by one day.
pub(super) fn one_action() -> (Plan, NaiveDate) {
    let doc = PlanDoc::new("one-2026", "A plan of one action", "Anyshire")
        .with_status_date("2026-11-02")
        .with_sources([inspection()])
        .with_workstreams([Workstream::new("Practice").with_reference("A")])
        .with_recommendations([Recommendation::new("Reduce caseloads.")
            .with_reference("1")
            .with_source("ofsted-2026")
            .with_addressed_to([Addressee::Council])])
        .with_actions([Action::new("Cap caseloads")
            .with_reference("A1")
            .with_answers(["1"])
            .with_workstream("A")
            .with_due("2026-11-01")])
        .with_measures([Measure::new("Average caseload")
            .with_unit("cases")
            .with_readings([Reading::new("2026-10-01", 19)])]);
    (Plan::build(doc).unwrap(), day("2026-11-02"))
}

fn inspection() -> Source {
    Source::new("Inspection of services for children")
        .with_reference("ofsted-2026")
        .with_kind("inspection")
        .with_body("Ofsted")
}

/// A plan of a size, with everything that a page shows.
pub(super) fn sized(actions: usize, recommendations: usize) -> Plan {
    const TITLE: &str =
        "Review how the service plans, supervises and records its work with families";
    let months =
        ["2026-06-30", "2026-09-15", "2026-10-31", "2026-11-20", "2027-01-31", "2027-03-31"];
    let action = |at: usize| {
        let mut action = Action::new(format!("{TITLE}, step {at}"))
            .with_reference(format!("A{at}"))
            .with_answers([(at * 7 % recommendations + 1).to_string()])
            .with_workstream(format!("W{}", at % 8));
        if !at.is_multiple_of(5) {
            action = action.with_due(months[at % months.len()]);
        }
        if !at.is_multiple_of(3) {
            action = action.with_owners([Owner::post(format!("Head of Service {}", at % 12))]);
        }
        if at.is_multiple_of(4) {
            action = action
                .with_status(DeliveryStatus::Completed)
                .with_completed("2026-09-20")
                .with_evidence([
                    Evidence::new("audit", "Audit of 20 case files").with_date("2026-10-01")
                ]);
        } else if at.is_multiple_of(6) {
            action = action.with_revisions([Revision::new("2027-02-28")
                .with_agreed("2026-09-01")
                .with_approved_by("Improvement Board")]);
        } else if at.is_multiple_of(7) {
            action = action.with_revisions([Revision::new("2027-02-28")]);
        }
        if at.is_multiple_of(9) {
            action = action.with_milestones([
                Milestone::new("Draft agreed").with_due("2026-10-10"),
                Milestone::new("Staff trained").with_due("2026-12-10"),
            ]);
        }
        if at.is_multiple_of(10) { action.with_rag("green") } else { action }
    };
    let doc = PlanDoc::new("sized-2026", "A plan of a size", "Anyshire")
        .with_status_date("2026-10-20")
        .with_sources([inspection()])
        .with_workstreams(
            (0..8).map(|at| {
                Workstream::new(format!("Workstream {at}")).with_reference(format!("W{at}"))
            }),
        )
        .with_recommendations((1..=recommendations).map(|at| {
            Recommendation::new(format!("Make sure that {at} is done well and that it is checked."))
                .with_reference(at.to_string())
                .with_source("ofsted-2026")
                .with_addressed_to([Addressee::Council])
        }))
        .with_actions((0..actions).map(action))
        .with_measures((0..6).map(measure));
    Plan::build(doc).unwrap()
}

fn measure(at: usize) -> Measure {
    let values = [61, 64, 58, 70, 73, 75];
    let readings = values.iter().zip(1..).map(|(value, month)| {
        Reading::new(
            format!("2026-{:02}-28", month + 3).as_str(),
            value + i32::try_from(at).unwrap(),
        )
    });
    Measure::new(format!("Visits on time, team {at}"))
        .with_unit("%")
        .with_polarity(Polarity::Higher)
        .with_targets([Target::new(85).with_by("2027-03-31")])
        .with_comparators([Comparator::new("England", 79)])
        .with_readings(readings)
}

/// A word that stands in every hostile text.
pub(super) const MARK: &str = "QQ";

/// Texts that try to become markup, to break out of attributes, or to change the direction of writing.
pub(super) const HOSTILE: [&str; 6] = [
    "QQ <script>alert(1)</script> & \"quoted\" 'single' </style><!-- --> ]]> {{x}} ${y}",
    "QQ\" onmouseover=\"alert(1)\" x=\"' autofocus onfocus='alert(2)",
    "QQ \u{202e}reversed\u{2066} עברית مرحبا \u{200f}mixed 123 with numbers",
    "QQ javascript:alert(1) <svg/onload=alert(1)> <a href='//x.example'>x</a>",
    "QQoneunbrokenwordoneunbrokenwordoneunbrokenwordoneunbrokenwordoneunbrokenwordoneunbrokenwordoneunbrokenword",
    "QQ </title></text></svg></td></table><h1>x</h1> &lt;b&gt; &amp; 😀👩‍👧 e\u{301}",
];

const PLAIN: [&str; 6] = [
    "QQ plain words",
    "QQ other words",
    "QQ third words",
    "QQ fourth words",
    "QQ fifth words",
    "QQ sixth words",
];

/// A plan whose every text tries to break the page.
pub(super) fn hostile() -> Plan {
    filled(&HOSTILE)
}

/// The same plan with harmless texts.
pub(super) fn plain() -> Plan {
    filled(&PLAIN)
}

fn filled(texts: &[&str; 6]) -> Plan {
    let [first, second, third, fourth, fifth, sixth] = *texts;
    let doc = PlanDoc::new(first, second, third)
        .with_version(fourth)
        .with_status_date("2026-10-01")
        .with_sources([
            Source::new(first).with_reference("s").with_body(second).with_kind("inspection"),
            Source::new(sixth).with_kind(third),
        ])
        .with_workstreams([Workstream::new(fifth).with_reference("w"), Workstream::new(sixth)])
        .with_recommendations([
            Recommendation::new(first)
                .with_reference("1 <&>\"'")
                .with_source("s")
                .with_addressed_to([Addressee::from(fourth)])
                .with_assessments([Assessment::new(
                    AssessmentKind::SelfView,
                    Judgement::SomeProgress,
                )
                .with_by(third)
                .with_date("2026-09-01")]),
            Recommendation::new(fifth).with_source("s").with_reference("2"),
            Recommendation::new(third).with_source("s").with_part_of("2"),
            Recommendation::new(sixth),
        ])
        .with_actions([
            Action::new(first)
                .with_answers(["1 <&>\"'"])
                .with_reference("A\"><x")
                .with_workstream("w")
                .with_owners([Owner::post(second)])
                .with_due("2026-09-01")
                .with_rag("green")
                .with_revisions([Revision::new("2026-09-20")
                    .with_agreed("2026-08-01")
                    .with_approved_by(sixth)])
                .with_milestones([Milestone::new(third).with_due("2026-10-20")])
                .with_evidence([Evidence::new("audit", fourth).with_verified_by(fifth)]),
            Action::new(sixth)
                .with_answers(["2"])
                .with_due(second)
                .with_owners([Owner::body(third)])
                .with_in_force(InForce::new().with_words(first)),
            Action::new(third)
                .with_answers(["2"])
                .with_reference("A3")
                .with_status(DeliveryStatus::Completed)
                .with_resources([Resource::new().with_amount(1_500).with_words(first)]),
        ])
        .with_measures([
            Measure::new(first)
                .with_unit(second)
                .with_polarity(Polarity::Lower)
                .with_answers(["2"])
                .with_targets([Target::new(12).with_by(third)])
                .with_comparators([Comparator::new(fourth, 17)])
                .with_readings([Reading::new("2026-09-01", 3), Reading::new(fifth, 4)]),
            Measure::new(sixth)
                .with_unit(second)
                .with_readings([Reading::new("2026-07-01", 5), Reading::new("2026-09-01", 9)]),
        ]);
    Plan::build(doc).unwrap_or_else(|rejected| panic!("{rejected}"))
}
