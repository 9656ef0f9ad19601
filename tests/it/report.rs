//! What people are given: the whole text of a small plan, and layouts that no plan can break.

use improvement_plan::model::{Addressee, Decision, Polarity, Reading, Response, SignOff, Waiver};
use improvement_plan::report::ProgressReport;
use improvement_plan::{
    Action, CheckReport, CoverageReport, DeliveryStatus, Measure, Milestone, NaiveDate, Owner,
    Plan, PlanDoc, Recommendation, Rules, Source,
};
use serde_json::{Value, json};

const SMALL: &str = include_str!("report/small.json");
const CROYDON: &str = include_str!("../../examples/data/croydon-2017.json");
const WORCESTERSHIRE: &str = include_str!("../../examples/data/worcestershire-2017.json");

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// No rule but one, so that what is printed does not change with the rules.
fn only(code: &str) -> Rules {
    let others = Rules::table().into_iter().map(|entry| entry.code()).filter(|one| *one != code);
    others.fold(Rules::standard(), |rules, other| rules.without(other.as_str()).unwrap())
}

fn small() -> Plan {
    Plan::from_json(SMALL).unwrap()
}

/// The report before the section that changes with the rules.
fn before_checks<'r>(report: &'r str, heading: &str) -> &'r str {
    report.split_once(heading).expect("a report has the checks").0
}

#[test]
fn the_text_of_a_small_plan_is_this() {
    let plan = small();
    let text = CoverageReport::new(&plan, day("2026-11-02"), &only("")).to_text();
    assert_eq!(before_checks(&text, "16. What the checks say"), include_str!("report/small.txt"));
}

#[test]
fn the_markdown_of_a_small_plan_is_this() {
    let plan = small();
    let text = CoverageReport::new(&plan, day("2026-11-02"), &only("")).to_markdown();
    assert_eq!(before_checks(&text, "## What the checks say"), include_str!("report/small.md"));
}

#[test]
fn checks_are_grouped_with_the_first_three() {
    let mut doc = small().into_doc();
    doc.waivers = ["a", "b", "c", "d"].map(|code| Waiver::new(format!("no-rule-{code}"))).to_vec();
    let plan = Plan::build(doc).unwrap();
    let rules = only("waiver-unused");
    let report = CoverageReport::new(&plan, day("2026-11-02"), &rules);
    let text = report.to_text();
    let checks = text.split_once("16. What the checks say\n").unwrap().1;
    let checks = checks.split_once("\n17. ").unwrap().0;
    let flat = checks.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        flat.starts_with(&format!("By the {rules}: 0 errors, 0 warnings, 4 pieces of advice.")),
        "{flat}"
    );
    assert!(checks.contains("\nAdvice (waiver-unused): 4 times\n"), "{checks}");
    assert_eq!(checks.matches("\n- Waiver ").count(), 3, "{checks}");
    assert!(checks.ends_with("\n- And 1 more.\n"), "{checks}");
}

#[test]
fn the_headline_of_croydon_asks_and_does_not_accuse() {
    let plan = Plan::from_json(CROYDON).unwrap();
    let report = CoverageReport::new(&plan, day("2017-11-07"), &Rules::standard());
    assert_eq!(
        report.headline(),
        [
            "Of Ofsted's 21 recommendations to the council, 10 (48%) have an action and 11 have none.",
            "7 actions are late, all of which fell due on or after 23 October 2017, when the facts \
             were gathered, so ask how they went. 22 of 39 open actions have no day that can be \
             read.",
        ]
    );
}

#[test]
fn an_action_that_awaits_sign_off_is_open_in_the_headline_as_in_the_covering_note() {
    let actions = [
        Action::new("Late").with_due("2026-09-01"),
        Action::new("No day"),
        Action::new("Waits").with_due("2026-09-01").with_status(DeliveryStatus::AwaitingSignOff),
        Action::new("Done").with_status(DeliveryStatus::Completed),
    ];
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_status_date("2026-11-02")
        .with_recommendations([Recommendation::new("Do it.").with_reference("1")])
        .with_actions(actions.map(|action| action.with_answers(["1"])));
    let plan = Plan::build(doc).unwrap();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard());
    let late = "1 action is late. 1 of 3 open actions has no day that can be read.";
    assert_eq!(report.headline().get(1).map(String::as_str), Some(late));
    let progress = plan.progress_since(&plan, day("2026-10-02"), day("2026-11-02"));
    let note = ProgressReport::new(&progress).to_text();
    assert!(note.contains("3 actions are open"), "{note}");
}

#[test]
fn the_headline_is_worded_for_none_one_and_all() {
    let headline = |answered: &[&str], references: &[&str]| {
        let doc = PlanDoc::new("p", "Plan", "Anyshire")
            .with_sources([Source::new("Peer review").with_reference("s").with_kind("peer-review")])
            .with_recommendations(references.iter().map(|reference| {
                Recommendation::new("Do it.").with_reference(*reference).with_source("s")
            }))
            .with_actions(answered.iter().map(|one| Action::new(*one).with_answers([*one])));
        let plan = Plan::build(doc).unwrap();
        let [first, second] =
            CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard()).headline();
        let undated =
            "Nothing can be called late: nothing that is still to be done has a due date.";
        let without = "Nothing can be called late: the plan has no actions.";
        assert_eq!(second, if answered.is_empty() { without } else { undated });
        first
    };
    let of = "recommendations of Peer review (s)";
    assert_eq!(headline(&[], &[]), "This plan has no recommendations to answer.");
    assert_eq!(headline(&[], &["1"]), "The only recommendation of Peer review (s) has no action.");
    assert_eq!(
        headline(&["1"], &["1"]),
        "The only recommendation of Peer review (s) has an action."
    );
    assert_eq!(headline(&[], &["1", "2"]), format!("None of the 2 {of} has an action."));
    assert_eq!(headline(&["1", "2"], &["1", "2"]), format!("All of the 2 {of} have an action."));
    assert_eq!(
        headline(&["1", "2"], &["1", "2", "3"]),
        format!("Of the 3 {of}, 2 (67%) have an action and 1 has none.")
    );
}

/// A plan whose every text tries to break a layout.
fn hostile() -> Plan {
    let nasty = "# a | b *c* <script>\n- d\n\n## e `f` [g](h) \u{202e}i\t1. j";
    let long = "x".repeat(200);
    let doc = PlanDoc::new(nasty, nasty, nasty)
        .with_status_date("2026-10-01")
        .with_sources([Source::new(nasty)
            .with_reference("s")
            .with_body("- # body\n|")
            .with_kind("inspection")])
        .with_recommendations([
            Recommendation::new(nasty)
                .with_reference("# 1\n|")
                .with_source("s")
                .with_addressed_to([Addressee::from("- odd\n| body")]),
            Recommendation::new(long.as_str()).with_source("s"),
        ])
        .with_actions([
            Action::new(nasty)
                .with_answers(["# 1\n|"])
                .with_reference("- 2\n")
                .with_owners([Owner::post("+ lead\n# no")])
                .with_due("2026-09-01")
                .with_rag("green")
                .with_milestones([Milestone::new(nasty).with_due("2026-10-20")]),
            Action::new(long.as_str()).with_answers(["# 1\n|"]).with_due("# some\nday | TBC"),
            Action::new("日本語 ".repeat(60))
                .with_answers(["# 1\n|"])
                .with_status(DeliveryStatus::Completed),
        ])
        .with_measures([Measure::new(nasty)
            .with_unit("| # units\n")
            .with_polarity(Polarity::Context)
            .with_readings([Reading::new("2026-09-01", 3)])])
        .with_waivers([Waiver::new("no-such\n# rule |")]);
    Plan::build(doc).unwrap_or_else(|rejected| panic!("{rejected}"))
}

fn plans() -> [(Plan, NaiveDate); 4] {
    [
        (small(), day("2026-11-02")),
        (Plan::from_json(CROYDON).unwrap(), day("2017-11-07")),
        (Plan::from_json(WORCESTERSHIRE).unwrap(), day("2018-09-14")),
        (hostile(), day("2026-11-02")),
    ]
}

/// Columns as a terminal counts them, for the letters that these plans hold.
fn columns(line: &str) -> usize {
    line.chars().map(|letter| if ('\u{3000}'..'\u{a000}').contains(&letter) { 2 } else { 1 }).sum()
}

#[test]
fn no_line_is_longer_than_eighty_columns_unless_it_is_one_word() {
    for (plan, as_of) in plans() {
        let text = CoverageReport::new(&plan, as_of, &Rules::strict()).to_text();
        let check = CheckReport::of_plan(&plan, as_of, &Rules::strict()).to_text();
        for line in text.lines().chain(check.lines()) {
            let is_one_word = line.split_whitespace().filter(|word| *word != "-").count() == 1;
            assert!(columns(line) <= 80 || is_one_word, "{line}");
            assert!(!line.ends_with(' '), "{line:?}");
        }
    }
}

#[test]
fn words_are_never_cut() {
    let plan = hostile();
    let text = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard()).to_text();
    assert!(text.contains(&"x".repeat(200)));
}

#[test]
fn no_text_of_a_plan_breaks_the_markdown() {
    let plan = hostile();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard());
    let markdown = report.to_markdown();
    let headings: Vec<_> = markdown.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(headings.len(), 17, "{headings:#?}");
    for line in markdown.lines() {
        let known = ["", "# ", "## ", "### ", "- ", "    - ", "| "];
        let is_text = line.chars().next().is_some_and(char::is_alphanumeric);
        assert!(is_text || known.iter().any(|start| line.starts_with(start)), "{line:?}");
        if line.starts_with('|') {
            let cells = line.replace("\\|", "").matches('|').count();
            assert!((3..=6).contains(&cells), "a table has two to five columns: {line}");
        }
        let bare = line.replace("\\*", "").replace("\\|", "");
        assert!(!bare.contains('<'), "{line}");
        assert!(!bare.replace("**", "").contains('*'), "{line}");
        for start in ["- # ", "- - ", "- + ", "    - # ", "    - - "] {
            assert!(!line.starts_with(start), "{line}");
        }
    }
    assert!(!markdown.contains('\u{202e}'));
    assert!(!report.to_text().contains('\u{202e}'));
}

#[test]
fn some_words_are_never_printed_and_updates_stay_inside() {
    for (plan, as_of) in plans() {
        let report = CoverageReport::new(&plan, as_of, &Rules::strict());
        for text in [report.to_text(), report.to_markdown(), report.to_json()] {
            let lower = text.to_lowercase();
            for word in ["dead", "limb", "slipper", "league", "jane doe"] {
                assert!(!lower.contains(word), "{word}");
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for (plan, as_of) in plans() {
        let again = Plan::build(plan.doc().clone()).unwrap();
        let rules = Rules::standard();
        let (one, other) =
            (CoverageReport::new(&plan, as_of, &rules), CoverageReport::new(&again, as_of, &rules));
        assert_eq!(one.to_text(), other.to_text());
        assert_eq!(one.to_markdown(), other.to_markdown());
        assert_eq!(one.to_json(), other.to_json());
    }
}

#[test]
fn the_json_has_these_keys_and_figures() {
    let plan = small();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &only(""));
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(json["as_of"], "2026-11-02");
    assert_eq!(
        json["recommendations"],
        serde_json::json!({
            "total": 5, "addressed": 2, "planned": 0, "completed": 0, "assured": 0,
            "uncovered": ["2", "4", null]
        })
    );
    assert_eq!(
        json["actions"],
        serde_json::json!({
            "total": 7, "overdue": 1, "due_today": 1, "due_soon": 0, "on_time": 1, "no_date": 2,
            "awaiting_sign_off": 0, "completed": 1, "suspended": 1, "withdrawn": 0
        })
    );
    assert_eq!(
        json["milestones"],
        serde_json::json!({
            "total": 2, "overdue": 1, "due_today": 0, "due_soon": 0, "on_time": 0, "no_date": 0,
            "awaiting_sign_off": 0, "completed": 1, "suspended": 0, "withdrawn": 0
        })
    );
    let cap = plan.action_by_reference("A1").unwrap();
    let rules = cap.milestones().nth(1).unwrap();
    assert_eq!(
        json["overdue"],
        serde_json::json!([
            { "kind": "action", "id": cap.id(), "reference": "A1", "title": "Cap caseloads at 16",
              "due": "2026-10-15", "days_late": 18, "lead": "Head of Safeguarding",
              "fell_due_since_report": false },
            { "kind": "milestone", "id": rules.id(), "reference": "A1.2", "action": "A1",
              "action_id": cap.id(), "title": "Rules in the recording system", "due": "2026-10-31", "days_late": 2,
              "lead": "Head of Safeguarding", "fell_due_since_report": true }
        ])
    );
    assert_eq!(json["diagnostics"], serde_json::json!({ "error": 0, "warning": 0, "advice": 0 }));
    assert_eq!(json["uncovered_reasons"][1]["reason"], "its temporary arrangement has ended");
    assert_eq!(json["by_source_and_body"][1]["addressed_to"], "police");
    let source = plan.source_by_reference("ofsted-2026").unwrap();
    assert_eq!(json["plan"]["id"], json!(plan.id()));
    assert_eq!(json["by_source_and_body"][1]["kind"], "source");
    assert_eq!(json["by_source_and_body"][1]["id"], json!(source.id()));
    for (entry, gap) in json["uncovered_reasons"]
        .as_array()
        .unwrap()
        .iter()
        .zip(plan.coverage(day("2026-11-02")).uncovered())
    {
        let source = gap.recommendation().source().unwrap();
        assert_eq!(
            *entry,
            json!({
                "kind": "recommendation", "id": gap.recommendation().id(),
                "reference": gap.reference(), "source": source.name(), "source_id": source.id(),
                "text": gap.text(), "reason": gap.reason().label(), "reason_code": gap.reason(),
            })
        );
    }
    assert_eq!(json["uncovered_reasons"][0]["reason_code"], "all-suspended");
}

#[test]
fn every_key_of_the_json_is_documented() {
    fn keys<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
            Value::Object(object) => object.iter().for_each(|(key, value)| {
                found.push(key);
                keys(value, found);
            }),
            _ => {}
        }
    }
    let source = include_str!("../../src/report/json.rs");
    let (documented, _) = source.split_once("pub fn to_json").unwrap();
    for (plan, as_of) in plans() {
        let report = CoverageReport::new(&plan, as_of, &Rules::standard());
        let json: Value = serde_json::from_str(&report.to_json()).unwrap();
        let mut found = Vec::new();
        keys(&json, &mut found);
        for key in found {
            assert!(documented.contains(&format!("`{key}`")), "{key} is not documented");
        }
    }
}

#[test]
fn a_lead_to_be_confirmed_is_printed_as_written() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("s")])
        .with_actions([Action::new("Board")
            .with_enables(["s"])
            .with_owners(["TBC"])
            .with_due("2026-10-01")]);
    let plan = Plan::build(doc).unwrap();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard());
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(json["overdue"][0]["lead"], "TBC");
    assert_eq!(json["overdue"][0]["reference"], Value::Null);
    assert!(report.to_text().contains("32 days late. Lead: TBC.\n"));
}

#[test]
fn an_empty_plan_says_so_section_by_section() {
    let plan = Plan::build(PlanDoc::new("p", "Plan", "Anyshire")).unwrap();
    let text = CoverageReport::new(&plan, day("2026-11-02"), &only("")).to_text();
    for said in [
        "This plan has no recommendations to answer. Nothing can be called late: the plan\nhas no actions.",
        "The plan has no actions.",
        "5. What is late\n\nNothing can be called late: the plan has no actions.\n",
        "Nothing still to be done falls due from 2 November 2026 to 30 November 2026.",
        "None: everything still to be done has a due date.",
        "None: no action is marked as temporary.",
        "None: the plan has no measures.",
        "No view is recorded up to 2 November 2026",
        "- The plan does not say when its facts were gathered.",
    ] {
        assert!(text.contains(said), "{said}\n\n{text}");
    }
}

#[test]
fn the_parts_of_a_recommendation_are_told_apart() {
    let doc = |answered: &[&str]| {
        let part = |reference, text| {
            Recommendation::new(text).with_reference(reference).with_source("s").with_part_of("2")
        };
        PlanDoc::new("p", "Plan", "Anyshire")
            .with_sources([Source::new("Inspection").with_reference("s")])
            .with_recommendations([
                Recommendation::new("Recruit and retain.").with_reference("2").with_source("s"),
                part("2a", "Recruit."),
                part("2b", "Retain."),
            ])
            .with_actions([Action::new("Advertise").with_answers(answered.iter().copied())])
    };
    let text = |answered: &[&str]| {
        let plan = Plan::build(doc(answered)).unwrap();
        CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard()).to_text()
    };
    let half = text(&["2a"]);
    assert!(
        half.contains(
            "Why: a part of it has no action.\n\n- 2: Recruit and retain.\n  \
             Part 2a has an action: Recruit.\n  Part 2b has no action: Retain.\n"
        ),
        "{half}"
    );
    let whole = text(&["2a", "2b"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let actions = "1 action: lead and date 0, complete 0, assured 0.";
    let standing = format!("Has an action. {actions}");
    let parts = format!(
        "- Part 2a (our reading): Recruit. {standing} - Part 2b (our reading): Retain. {standing}"
    );
    assert!(whole.contains(&parts), "{whole}");
}

#[test]
fn a_report_made_from_restricted_records_says_so() {
    let mut doc = small().into_doc();
    doc.actions[0].restricted = true;
    doc.actions[0].milestones[0].restricted = true;
    let plan = Plan::build(doc).unwrap();
    let text = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard()).to_text();
    assert!(
        text.contains(
            "Do not publish this report as it is: it includes 2 records marked restricted.\n\
             Make it again without them.\n"
        ),
        "{text}"
    );
}

#[test]
fn a_rejected_plan_is_told_everything_with_help() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire").with_actions([
        Action::new("Recruit").with_reference("1"),
        Action::new("Train").with_reference("2").with_answers(["9"]),
    ]);
    let report = CheckReport::of_rejected(&Plan::build(doc).unwrap_err());
    assert!(report.has_errors());
    let text = report.to_text();
    assert_eq!(text.matches("\n  help: ").count(), 2, "{text}");
    assert_eq!(text.matches("\n  about: action ").count(), 2, "{text}");
    assert!(text.ends_with(
        "\n\nThe document is not a plan yet. Correct its 2 errors, then check it again for\nwarnings and advice.\n"
    ));
    let markdown = report.to_markdown();
    assert!(markdown.starts_with("- error\\[action-without-recommendation\\] actions\\[0\\]: "));
    assert_eq!(markdown.matches("\n    - **help:** ").count(), 2, "{markdown}");
    assert_eq!(markdown.matches("\n    - **about:** action ").count(), 2, "{markdown}");
    assert!(markdown.ends_with("then check it again for warnings and advice.\n"), "{markdown}");
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    let list = json.as_array().unwrap();
    assert_eq!(list.len(), 2);
    let keys: Vec<_> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    let mut wanted = [
        "code",
        "severity",
        "location",
        "subject",
        "message",
        "help",
        "record",
        "pointer",
        "line",
        "column",
        "fingerprint",
    ];
    wanted.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, wanted);
    assert_eq!(list[0]["location"], "actions[0]");
    assert_eq!(list[0]["severity"], "error");
}

#[test]
fn a_day_at_the_end_of_the_calendar_is_a_day() {
    for (plan, _) in plans() {
        for as_of in [NaiveDate::MIN, NaiveDate::MAX] {
            let report = CoverageReport::new(&plan, as_of, &Rules::standard());
            assert!(report.to_text().starts_with("Coverage report: "));
            assert!(report.to_json().ends_with("}\n"));
        }
    }
}

/// The whole text of a report on one line, whatever the line breaks.
fn flat(doc: PlanDoc) -> String {
    let plan = Plan::build(doc).unwrap_or_else(|rejected| panic!("{rejected}"));
    let text = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard()).to_text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_says(text: &str, said: &[&str]) {
    for said in said {
        assert!(text.contains(said), "{said}\n\n{text}");
    }
}

/// A plan of one inspection, whose recommendation 1 these actions answer.
fn with_actions(actions: impl IntoIterator<Item = Action>) -> PlanDoc {
    PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("s")])
        .with_recommendations([Recommendation::new("Reduce caseloads.")
            .with_reference("1")
            .with_source("s")])
        .with_actions(actions.into_iter().map(|action| action.with_answers(["1"])))
}

#[test]
fn the_bodies_are_those_that_the_headline_speaks_of() {
    let one = |reference, to: &[&str]| {
        let to = to.iter().map(|one| Addressee::from(*one)).collect::<Vec<_>>();
        Recommendation::new("Do it.")
            .with_reference(reference)
            .with_source("s")
            .with_addressed_to(to)
    };
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection")
            .with_reference("s")
            .with_kind("inspection")
            .with_body("Ofsted")])
        .with_recommendations([
            one("1", &["council"]),
            one("2", &["Council"]),
            one("3", &["Health", "health", "council"]),
        ])
        .with_actions([Action::new("Act").with_answers(["1"])]);
    let plan = Plan::build(doc).unwrap();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard());
    let groups = report.coverage().by_source_and_addressee();
    let json: Value = serde_json::from_str(&report.to_json()).unwrap();
    let bodies = json["by_source_and_body"].as_array().unwrap();
    assert_eq!(bodies.len(), groups.len());
    for (body, group) in bodies.iter().zip(&groups) {
        assert_eq!(body["total"], group.ladder().addressed().whole());
        assert_eq!(body["addressed"], group.ladder().addressed().part());
        assert_eq!(body["addressed_to"].as_str(), group.addressee().map(Addressee::as_str));
    }
    let council = report.coverage().headline().unwrap().ladder().addressed();
    let [said, _] = report.headline();
    assert!(said.starts_with(&format!(
        "Of Ofsted's {} recommendations to the council, 1",
        council.whole()
    )));
    let text = report.to_text();
    let part = format!("Ofsted (s), to the council: {} recommendations\n", council.whole());
    assert!(text.contains(&part), "{text}");
}

#[test]
fn what_awaits_sign_off_is_listed_and_never_called_late() {
    let awaiting = Action::new("Train")
        .with_reference("A1")
        .with_owners(["Head of Service"])
        .with_due("September 2026")
        .with_status(DeliveryStatus::AwaitingSignOff);
    let text = flat(with_actions([awaiting.clone()]).with_status_date("2026-10-30"));
    assert_says(
        &text,
        &[
            "5. What is late Nothing is late. 1 item awaits sign-off: done by its lead, not yet accepted, \
             and never counted as late. Awaiting sign-off Done by its lead, not yet accepted, and never \
             counted as late.",
            "- A1: Train Due 30 September 2026 (written \u{201c}September 2026\u{201d}). Lead: Head of \
             Service.",
            "Late when the facts were gathered 0 0 Fell due since the facts were gathered: ask 0 0",
        ],
    );
    let two = with_actions([awaiting.clone(), awaiting.with_reference("A2")]);
    assert_says(
        &flat(two),
        &["5. What is late Nothing is late. 2 items await sign-off: done by their leads,"],
    );
}

#[test]
fn what_has_stopped_is_in_no_later_figure() {
    let led = |title| Action::new(title).with_owners(["Head"]).with_due("2026-12-01");
    let text = flat(with_actions([
        led("Cap"),
        led("Hire").with_status(DeliveryStatus::Suspended),
        led("Move").with_status(DeliveryStatus::Withdrawn),
        led("Done").with_status(DeliveryStatus::Completed),
    ]));
    assert_says(
        &text,
        &["4 actions: 1 suspended, 1 withdrawn. Of the other 2: lead and date 2, complete 1, \
           assured 0."],
    );
    assert!(!text.to_lowercase().contains("live "), "{text}");
}

#[test]
fn a_recommendation_to_several_bodies_shows_its_actions_once() {
    let mut doc = with_actions([Action::new("Cap")]);
    doc.recommendations[0].addressed_to = vec![Addressee::Council, Addressee::Police];
    let text = flat(doc);
    assert_eq!(text.matches("1 action: lead and date 0").count(), 1, "{text}");
    assert_says(&text, &["Addressed to: the council, the police"]);
}

#[test]
fn what_is_missing_is_counted_by_what_can_be_read() {
    let done = |title| Action::new(title).with_status(DeliveryStatus::Completed);
    let mut doc = with_actions([
        done("Cap")
            .with_completed("in the autumn")
            .with_signed_off(SignOff::new(" "))
            .with_rag("red"),
        Action::new("Hire").with_rag("mauve"),
        Action::new("Train").with_due("31/02/2018"),
    ])
    .with_status_date("a while ago")
    .with_measures([Measure::new("Caseload")
        .with_unit("cases")
        .with_readings([Reading::new("2026-09-01", 1), Reading::new("some time", 9)])]);
    doc.sources[0] = Source::new("Inspection")
        .with_reference("s")
        .with_kind("inspection")
        .with_received("not known");
    assert_says(
        &flat(doc),
        &[
            "Facts gathered: \u{201c}a while ago\u{201d}, which gives no date",
            "The plan does not say when its facts were gathered: \u{201c}a while ago\u{201d} gives no date.",
            "No inspection report gives the date it was received, from which the time allowed by law \
             is counted (0 of 1).",
            "1 of 3 actions has a colour, and 1 has another word in its place.",
            "No completed action has a completion date (0 of 1).",
            "No completed action is signed off (0 of 1).",
            "1 of 2 readings has a date that can be read.",
            "- Caseload (cases): 1 (1 September 2026).",
            "1 reading has no date that can be read (\u{201c}some time\u{201d}: 9), so it is not counted.",
            "Whether the 1 completed item was late is not known:",
            "Written as \u{201c}31/02/2018\u{201d}: there is no such day.",
            "2 actions have no due date, so they are never counted as late.",
        ],
    );
}

#[test]
fn a_recommendation_the_council_declined_says_so() {
    let mut doc = with_actions([]);
    doc.recommendations[0].response = Some(Response::new(Decision::Declined));
    assert_says(
        &flat(doc.clone()),
        &["1: Reduce caseloads. The council has declined it without giving a reason."],
    );
    doc.recommendations[0].response =
        Some(Response::new(Decision::Declined).with_reason("Done by the trust"));
    assert_says(&flat(doc), &["1: Reduce caseloads. The council has declined it. "]);
}

#[test]
fn a_review_whose_day_has_passed_is_not_still_to_come() {
    let text = r#"{ "format": 1, "reference": "p", "title": "Plan",
        "authority": { "name": "Anyshire" },
        "sources": [ { "reference": "s", "title": "Inspection" } ],
        "actions": [ { "title": "Board", "enables": ["s"],
            "recurs": { "every": "month", "next_review": "March 2019" } } ] }"#;
    assert_says(
        &flat(Plan::from_json(text).unwrap().into_doc()),
        &[
            "1 action has no due date, so it is never counted as late.",
            "A review was due by March 2019: that date has passed.",
        ],
    );
}
