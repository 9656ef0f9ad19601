//! What ends up in logs: no text of a plan in `{:?}`, and no text of a restricted record in `{}`.

use std::fmt::{Debug, Display};

use improvement_plan::model::{InForce, Update};
use improvement_plan::plan::Limits;
use improvement_plan::{
    Action, CheckReport, CoverageReport, Diagnostics, LoadError, Measure, Milestone, NaiveDate,
    Plan, PlanDoc, Recommendation, Revision, Rules, Source, Workstream,
};

const PLAIN: &str = "zebra";
const SECRET: &str = "okapi";

fn as_of() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

/// An action with a word in each of its texts.
fn action(word: &str) -> Action {
    Action::new(format!("Recruit {word}"))
        .with_answers(["1"])
        .with_owners([format!("{word} lead")])
        .with_due("30 October 2026")
        .with_rag(format!("{word} green"))
        .with_success(word)
        .with_in_force(InForce::new().with_until("2026-10-01").with_words(word))
        .with_revisions([Revision::new(format!("{word} day")).with_reason(word)])
        .with_updates([Update::new("progress", word)])
        .with_milestones([Milestone::new(format!("Advertise {word}")).with_due("2026-10-01")])
}

/// A plan with one word in the texts of its restricted records, and another in all others.
fn document() -> PlanDoc {
    let mut secret = action(SECRET).with_reference(format!("9.{SECRET}")).with_restricted();
    secret.status = improvement_plan::DeliveryStatus::Suspended;
    let plain = action(PLAIN)
        .with_reference(format!("1.{PLAIN}"))
        .with_depends_on([format!("9.{SECRET}")])
        .with_succeeded_by(format!("9.{SECRET}"));
    // The link is a text of the plain record that names a restricted one.
    PlanDoc::new(PLAIN, format!("Plan of {PLAIN}"), format!("{PLAIN} council"))
        .with_sources([Source::new(format!("Inspection of {PLAIN}")).with_reference("s")])
        .with_recommendations([
            Recommendation::new(format!("Do {PLAIN}.")).with_reference("1").with_source("s"),
            Recommendation::new(format!("Do {SECRET}."))
                .with_reference(format!("2{SECRET}"))
                .with_source("s")
                .with_restricted(),
        ])
        .with_workstreams([Workstream::new(format!("Work on {PLAIN}"))])
        .with_measures([Measure::new(format!("Count {PLAIN}")).with_answers(["1"])])
        .with_actions([plain, secret])
}

#[track_caller]
fn hides(what: &str, shown: &str, words: &[&str]) {
    for word in words {
        assert!(!shown.contains(word), "{what} shows {word}: {shown}");
    }
}

#[track_caller]
fn silent(what: &str, value: &impl Debug) {
    hides(what, &format!("{value:?} {value:#?}"), &[PLAIN, SECRET]);
}

#[track_caller]
fn discreet(what: &str, value: &(impl Debug + Display)) {
    silent(what, value);
    hides(what, &value.to_string(), &[SECRET]);
}

#[test]
fn no_answer_shows_a_text_of_the_plan_in_debug() {
    let plan = Plan::build(document()).unwrap();
    let day = as_of();
    silent("plan", &plan);
    silent("coverage", &plan.coverage(day));
    silent("gaps", &plan.coverage(day).uncovered().collect::<Vec<_>>());
    silent("timeliness", &plan.timeliness(day));
    silent("overdue", &plan.overdue(day));
    silent("due", &plan.due_within(day, 90));
    silent("slippage", &plan.slippage(day));
    silent("rag", &plan.rag(day, &improvement_plan::model::RagPolicy::default()));
    silent("workload", &plan.workload(day));
    silent("interim", &plan.interim(day));
    silent("resources", &plan.resources());
    silent("measures", &plan.measure_states(day));
    silent("sources", &plan.sources().collect::<Vec<_>>());
    silent("recommendations", &plan.recommendations().collect::<Vec<_>>());
    silent("workstreams", &plan.workstreams().collect::<Vec<_>>());
    silent("items", &plan.items().collect::<Vec<_>>());
    silent("measures", &plan.measures().collect::<Vec<_>>());
    for action in plan.actions() {
        silent("reference", &action.reference());
        silent("lead", &action.lead());
    }
    silent("trace", &plan.recommendations().map(|one| plan.trace(one.id())).collect::<Vec<_>>());
    silent("report", &CoverageReport::new(&plan, day, &Rules::strict()));
    silent("check report", &CheckReport::of_plan(&plan, day, &Rules::strict()));
    silent("published", &plan.published());
}

#[test]
fn a_diagnostic_of_a_restricted_record_does_not_show_its_text() {
    let plan = Plan::build(document()).unwrap();
    let found: Diagnostics = plan.check(&Rules::strict(), as_of());
    silent("diagnostics", &found);
    let restricted = found.iter().filter(|one| one.is_restricted()).count();
    assert!(restricted > 3, "{found}");
    discreet("diagnostics", &found);
    let own = "is restricted, so its text is not shown here";
    let one = found.iter().find(|one| one.to_string().ends_with(own)).unwrap();
    assert!(one.to_string().contains(&one.record().unwrap().to_string()), "{one}");
    assert!(CheckReport::of_plan(&plan, as_of(), &Rules::strict()).to_text().contains(SECRET));
}

#[test]
fn a_message_about_a_plain_record_does_not_show_words_of_a_restricted_one() {
    let secret = |reference: &str, source: &str| {
        Recommendation::new(format!("Do {SECRET} for {source}."))
            .with_reference(reference)
            .with_source(source)
            .with_restricted()
    };
    let plain = |reference: &str| {
        Action::new(format!("Recruit {PLAIN} {reference}")).with_reference(reference)
    };
    let reference = format!("2{SECRET}");
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([
            Source::new("Inspection").with_reference("s"),
            Source::new(format!("Review of {SECRET}")).with_reference("t").with_restricted(),
        ])
        .with_recommendations([
            secret(&reference, "s"),
            secret(&reference, "t"),
            Recommendation::new("Do more.")
                .with_reference(reference.to_uppercase())
                .with_source("s"),
        ])
        .with_actions([
            // Ambiguous, the text of a restricted record, and a reference that belongs to one.
            plain("1").with_answers([reference.clone(), format!("do {SECRET}  for s.")]),
            plain("2").with_answers(["s/1"]).with_depends_on([format!("9 {SECRET}")]),
            plain("3").with_answers(["s/1"]).with_depends_on(["9"]),
            Action::new(format!("Settle {SECRET}"))
                .with_reference(format!("9{SECRET}"))
                .with_answers(["s/1"])
                .with_depends_on(["5"])
                .with_restricted(),
            plain("5").with_answers(["s/1"]).with_depends_on([format!("9{SECRET}")]),
            plain(&format!("09{SECRET}")).with_answers(["s/1"]),
        ]);
    let rejected = Plan::build(doc.clone()).unwrap_err();
    discreet("rejected", &rejected);
    let shown = rejected.to_string();
    assert!(rejected.diagnostics().len() >= 6, "{shown}");
    assert!(shown.contains("there is no action “9”"), "{shown}");
    let ambiguous = rejected.diagnostics().iter().find(|one| one.code() == "ambiguous-reference");
    let ambiguous = ambiguous.unwrap();
    // The message is for those who may see the whole plan.
    assert!(ambiguous.message().contains(SECRET), "{}", ambiguous.message());
    assert!(ambiguous.is_restricted());
    let note = "actions[0].answers[0]: the message has restricted words of recommendation ";
    assert!(ambiguous.to_string().contains(note), "{ambiguous}");
    discreet("load error", &Plan::from_json(&doc.to_json()).unwrap_err());
    let wrong = doc.to_json().replace("\"depends_on\"", "\"depend_on\"");
    discreet("load error", &Plan::from_json(&wrong).unwrap_err());
}

#[test]
fn keys_revisions_progress_and_snapshots_show_nothing_either() {
    let plan = Plan::build(document()).unwrap();
    let day = as_of();
    silent("key", &improvement_plan::plan::Key::<improvement_plan::ActionId>::from(SECRET));
    let item = plan.actions().find(|one| one.record().restricted).unwrap().id();
    let long = Revision::new("2027-01-01").with_reason(SECRET.repeat(200_000));
    discreet("revise", &plan.revise(item, long).unwrap_err());
    let gone = improvement_plan::ActionId::from_uuid(improvement_plan::Uuid::from_u128(7));
    discreet("revise", &plan.revise(gone, Revision::new(SECRET)).unwrap_err());

    // A plain action has taken the place of the restricted one, and a date was typed over.
    let mut doc = document();
    doc.actions.remove(1);
    doc.actions[0].depends_on.clear();
    doc.actions[0].succeeded_by = None;
    doc.actions[0].due = Some("30 November 2026".into());
    let mut other = action(PLAIN).with_reference(format!("9.{SECRET}"));
    other.title = format!("Close {PLAIN}");
    doc.actions.push(other);
    // It was restricted, with other words, and is not any more.
    doc.recommendations[1].restricted = false;
    doc.recommendations[1].text = format!("Do more {PLAIN}.");
    let later = Plan::build(doc).unwrap();
    let progress = later.progress_since(&plan, day, day);
    silent("progress", &progress);
    silent("items", &progress.items().collect::<Vec<_>>());
    discreet("progress diagnostics", &progress.diagnostics());
    let reworded = progress.diagnostics();
    let reworded = reworded.iter().find(|one| one.code() == "recommendation-reworded").unwrap();
    assert!(reworded.message().contains(SECRET) && reworded.is_restricted(), "{reworded}");
    silent("snapshot", &plan.snapshot(day));
    let report = improvement_plan::report::ProgressReport::new(&progress);
    silent("progress report", &report);
}

#[cfg(feature = "html")]
#[test]
fn no_layout_of_a_published_plan_has_restricted_words() {
    let plan = Plan::build(document()).unwrap();
    let published = plan.published();
    let report = CoverageReport::new(published.plan(), as_of(), &Rules::strict())
        .with_withheld(*published.withheld());
    let html = report.to_html(&improvement_plan::report::HtmlOptions::default()).unwrap();
    let layouts = [report.to_text(), report.to_markdown(), report.to_json(), html];
    for layout in layouts {
        assert!(layout.contains(PLAIN), "{layout}");
        hides("layout", &layout, &[SECRET]);
    }
}

#[cfg(all(feature = "csv", feature = "workbook"))]
#[test]
fn the_errors_of_files_show_no_cell() {
    use improvement_plan::import::ReadOptions;
    let options = ReadOptions::new();
    for text in [String::new(), format!("{SECRET},\u{0}"), format!("{SECRET}\"{SECRET}")] {
        if let Err(error) = improvement_plan::csv::read(text.as_bytes(), &options) {
            discreet("CSV error", &error);
        }
    }
    let found = improvement_plan::csv::read([b'o', 0xff, 0xfe, 0].as_slice(), &options);
    discreet("CSV error", &found.unwrap_err());
    for bytes in [SECRET.as_bytes(), b"PK\x03\x04okapi", b"%PDF-1.7 okapi"] {
        let found = improvement_plan::workbook::read(bytes, &options);
        discreet("workbook error", &found.unwrap_err());
    }
}

#[test]
fn no_error_shows_a_text_in_debug_nor_a_restricted_one_at_all() {
    let mut doc = document();
    for action in &mut doc.actions {
        action.answers = vec![format!("no {}", if action.restricted { SECRET } else { PLAIN })];
        action.depends_on.clear();
        action.succeeded_by = None;
    }
    let rejected = Plan::build(doc.clone()).unwrap_err();
    discreet("rejected", &rejected);
    assert!(rejected.to_string().contains(PLAIN), "{rejected}");
    let text = doc.to_json();
    let structural = Plan::from_json(&text).unwrap_err();
    assert!(matches!(structural, LoadError::Rejected(_)));
    discreet("rejected text", &structural);
    let wrong = text.replace("\"success\"", "\"sucess\"").replace("\"rag\": \"", "\"status\": \"");
    for error in [
        Plan::from_json(&wrong).unwrap_err(),
        Plan::from_json(&wrong.replace("\"restricted\": true", "\"restricted\": \"yes\""))
            .unwrap_err(),
        Plan::from_json(&wrong.replace("\"restricted\"", "\"restrictd\"")).unwrap_err(),
        Plan::from_json_with(&text, &Limits::default().with_text_units(3)).unwrap_err(),
    ] {
        assert!(error.diagnostics().len() > 2, "{error}");
        discreet("load error", &error);
    }
    silent("word", &PLAIN.parse::<improvement_plan::RagStatus>().unwrap_err());
}

#[cfg(feature = "csv")]
#[test]
fn an_import_shows_no_text_of_its_table_in_debug() {
    use improvement_plan::import::ReadOptions;
    use improvement_plan::report::ImportReport;
    let text =
        format!("Ref,Action,Lead,By when,Note of {PLAIN}\n1,Do {PLAIN},{PLAIN},soon,{PLAIN}\n");
    let options = ReadOptions::new().with_authority(PLAIN).with_reference(PLAIN);
    let import = improvement_plan::csv::read(text.as_bytes(), &options).unwrap();
    silent("import", &import);
    silent("interpretation", import.interpretation());
    silent("unused", &import.interpretation().unused());
    silent("sheets", &import.interpretation().sheets());
    silent("report", &ImportReport::new(&import));
}

#[test]
fn a_blank_revision_and_a_blank_authority_are_called_what_they_are() {
    for agreed in ["2026-10-01", "2026-12-01"] {
        let doc = PlanDoc::new("p", "Plan", "A")
            .with_sources([Source::new("Inspection").with_reference("s")])
            .with_actions([Action::new("Recruit")
                .with_enables(["s"])
                .with_due("2027-01-01")
                .with_revisions([Revision::new(" ").with_agreed(agreed)])]);
        let found = Plan::build(doc).unwrap().check(&Rules::standard(), as_of());
        let says = |words: &str| found.iter().any(|one| one.message().contains(words));
        assert!(says("gives no new date"), "{found}");
        assert!(!says("is requested"), "{found}");
    }
    let rejected = Plan::build(PlanDoc::new("p", "Plan", " ")).unwrap_err();
    let one = rejected.diagnostics().iter().next().unwrap();
    assert_eq!((one.subject(), one.message()), ("the authority", "the name is blank"));
}
