//! Texts that a workbook is likely to change: each comes back exactly, wherever it stands.

use improvement_plan::due_date::DueDate;
use improvement_plan::model::{
    Authority, Decision, Grade, Judgement, LegendEntry, LegendMeaning, Period, Response, Role,
    SignOff, Stopped, Waiver,
};
use improvement_plan::{
    Action, Assessment, Evidence, Measure, Milestone, Owner, PlanDoc, RagStatus, Recommendation,
    Revision, Source, Update, Workstream,
};

use super::book::{Book, Cell, read, told, unused, written};

pub(crate) const HOSTILE: &[&str] = &[
    "",
    " ",
    "  ",
    "\n",
    "\t",
    "\r",
    "\r\n",
    "a\rb",
    "a\r\nb",
    " leading",
    "trailing ",
    "\u{a0}",
    "a\u{a0}b",
    "=1+1",
    "+44",
    "-5",
    "@home",
    "'quoted",
    "''",
    "\"",
    "1.2",
    "1/2",
    "2026-10-01",
    "00012",
    "1e5",
    "TRUE",
    "yes",
    "no",
    "#N/A",
    "#REF!",
    "https://example.org",
    "mailto:a@b.c",
    "50%",
    "£5",
    "12:30",
    "In progress",
    "in-progress",
    "COMPLETED",
    "Inspection",
    "inspection ",
    "council",
    "Council",
    "Lead",
    "a; b",
    ";",
    ";;",
    "a | b",
    "|",
    "| a",
    "a |",
    "a: b",
    ":",
    "a\nb",
    "\u{27e6}",
    "\u{27e7}",
    "\u{27e6}a\u{27e7}",
    "\u{27e6}…\u{27e7}",
    "…",
    "\u{27e6}a",
    "a\u{27e7}",
    "\\",
    "\\\\",
    "a\\",
    "\\r",
    "\\x{41}",
    "\u{27e6}\\\u{27e7}",
    "\u{27e6}\\x{}\u{27e7}",
    "_x000D_",
    "_x005F_x000D_",
    "_x0041_",
    "_xZZZZ_",
    "_x",
    "\u{0}",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{feff}a",
    "\u{fffe}",
    "\u{ffff}",
    "\u{10ffff}",
    "👧🏾",
    "e\u{301}",
    "<b>&amp;</b>",
    "]]>",
    "a\tb",
    "Reference",
    "Title",
    "Post",
    "Role in the plan",
    "Word in the RAG column",
    "The sheets",
    "What the word means",
    "Plan key (leave as it is)",
    "Row key (leave as it is)",
    "Lists",
    "~00000000-0000-0000-0000-000000000000",
    "1900-01-01",
    "1899-12-31",
    "1905-07-19",
    "1900-02-29",
    "9999-12-31",
    "2199-12-31",
    "10000-01-01",
    "+2026-10-01",
    "2027",
    "31/03/2027",
];

/// A document with each of some words in every place of a record that holds any, and one of them in
/// each line of the cover.
pub(crate) fn everywhere(all: &[&str]) -> PlanDoc {
    let word = |at: usize| all[at % all.len()];
    let mut doc = PlanDoc::new(word(0), word(1), word(2))
        .with_authority(Authority::new(word(3)).with_code(word(4)))
        .with_purpose(word(5))
        .with_version(word(6))
        .with_status_date(DueDate::new(word(7)))
        .with_period(Period::new(word(8), word(9)));
    for words in all {
        add(&mut doc, words);
    }
    doc
}

fn add(doc: &mut PlanDoc, words: &str) {
    let date = || DueDate::new(words);
    let owners = || {
        [
            Owner::from(words),
            Owner::post(words),
            Owner::body(words),
            Owner::post(words).with_body(words).with_role(words),
            Owner::post("x").with_role(words),
        ]
    };
    let stopped = || Stopped::new().with_date(date()).with_reason(words).with_approved_by(words);
    let revision = || Revision::new(date()).with_agreed(date()).with_reason(words);
    doc.roles.push(Role::new(words, words).with_body(words));
    doc.legend.push(LegendEntry::new(words, LegendMeaning::Colour(RagStatus::Red)));
    let mut source = Source::new(words)
        .with_reference(words)
        .with_kind(words)
        .with_framework(words)
        .with_published(date());
    source.grades = [(words, words), ("overall", words), (words, "good")]
        .map(|(area, grade)| Grade::new(area, grade))
        .to_vec();
    let mut unsaid = Grade::new("", words);
    unsaid.area = None;
    source.grades.push(unsaid);
    doc.sources.push(source);
    let mut assessment = Assessment::new(words, Judgement::Met).with_text(words);
    assessment.judgement = None;
    doc.recommendations.push(
        Recommendation::new(words)
            .with_reference(words)
            .with_source(words)
            .with_part_of(words)
            .with_addressed_to([words, words])
            .with_tier(words)
            .with_paragraphs([words, words, "31"])
            .with_tags([words])
            .with_response(Response::new(Decision::Noted).with_reason(words))
            .with_assessments([assessment]),
    );
    doc.workstreams.push(
        Workstream::new(words)
            .with_reference(words)
            .with_part_of(words)
            .with_lead(Owner::from(words))
            .with_team(words),
    );
    let mut evidence = Evidence::new(words, words).with_verified_by(words);
    evidence.voice = vec![words.into(), words.into()];
    doc.actions.push(
        Action::new(words)
            .with_reference(words)
            .with_answers([words, words])
            .with_workstream(words)
            .with_owners(owners())
            .with_due(date())
            .with_rag(words)
            .with_stopped(stopped())
            .with_signed_off(SignOff::new(words).with_date(date()))
            .with_revisions([revision()])
            .with_milestones([Milestone::new(words)
                .with_reference(words)
                .with_owners(owners())
                .with_revisions([revision()])])
            .with_evidence([evidence])
            .with_updates([Update::new(words, words).with_date(date())]),
    );
    doc.measures.push(Measure::new(words).with_unit(words));
    doc.waivers.push(Waiver::new(words).with_subject(words).with_reason(words));
}

#[test]
fn hostile_words_come_back_exactly_wherever_they_stand() {
    for words in HOSTILE.chunks(10) {
        let doc = everywhere(words);
        let import = read(&written(&doc));
        assert_eq!(import.doc(), &doc, "{words:?}");
        assert_eq!(told(&import), [""; 0], "{words:?}");
        assert_eq!(unused(&import), [""; 0], "{words:?}");
    }
}

#[test]
fn groups_that_are_there_and_empty_come_back_empty() {
    let mut action = Action::new("a").with_stopped(Stopped::new());
    action.signed_off = Some(SignOff::new("x"));
    action.signed_off.as_mut().unwrap().by = None;
    action.in_force = Some(improvement_plan::model::InForce::new());
    action.recurs =
        Some(improvement_plan::model::Recurrence::new(improvement_plan::model::Every::Day));
    action.recurs.as_mut().unwrap().every = None;
    action.resources = vec![improvement_plan::model::Resource::new()];
    action.evidence = vec![Evidence::default()];
    action.updates = vec![Update::default()];
    action.revisions = vec![Revision::new("x")];
    action.revisions[0].due = None;
    let mut nameless = Milestone::new("");
    nameless.revisions = vec![Revision::new("2027-01-01")];
    action.milestones = vec![Milestone::new("m"), nameless];
    let mut recommendation = Recommendation::new("r");
    recommendation.response = Some(Response::new(Decision::Noted));
    recommendation.response.as_mut().unwrap().decision = None;
    let mut role = Role::new("", "");
    (role.role, role.post) = (None, None);
    let mut measure = Measure::new("m").with_baseline(improvement_plan::model::Baseline::default());
    measure.readings = vec![improvement_plan::model::Reading::default()];
    measure.targets = vec![improvement_plan::model::Target::default()];
    measure.comparators = vec![improvement_plan::model::Comparator::default()];
    let mut period = Period::new("", "");
    (period.start, period.end) = (None, None);
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_period(period)
        .with_rag_policy(improvement_plan::model::RagPolicy::new())
        .with_roles([role.clone(), role])
        .with_sources([Source::new("")])
        .with_recommendations([recommendation, Recommendation::new("")])
        .with_workstreams([Workstream::new("")])
        .with_actions([action, Action::new(""), Action::new("").with_updates([Update::default()])])
        .with_measures([measure])
        .with_waivers([Waiver::new("")]);
    let import = read(&written(&doc));
    assert_eq!(import.doc(), &doc);
    assert_eq!(told(&import), [""; 0]);
    let mut book = Book::of(&doc);
    assert_eq!(*book.cell("Waivers", "A2"), Cell::from("\u{27e6}…\u{27e7}"));
}

#[test]
fn records_that_are_called_alike_keep_their_own() {
    let alike = |update: &str| {
        Action::new("Recruit")
            .with_reference("1")
            .with_updates([Update::new("progress", update)])
            .with_milestones([
                Milestone::new("Advert").with_revisions([Revision::new(update)]),
                Milestone::new("Advert").with_revisions([Revision::new("TBC")]),
            ])
    };
    let mut titled = Action::new("1");
    titled.updates = vec![Update::new("progress", "of the one whose title is 1")];
    let doc = PlanDoc::new("p", "Plan", "Anyshire").with_actions([
        alike("first"),
        titled,
        alike("second"),
        alike("third"),
    ]);
    assert_eq!(read(&written(&doc)).doc(), &doc);
}

#[test]
fn a_text_that_no_cell_holds_is_refused_and_never_cut() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_actions([Action::new("a"), Action::new("b").with_success("é".repeat(32_767))]);
    assert_eq!(read(&written(&doc)).doc(), &doc);
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_actions([Action::new("a"), Action::new("b").with_success("👧".repeat(16_384))]);
    let refused = improvement_plan::workbook::write_working(&doc, Vec::new()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Actions!K3 would hold 32768 characters, and a cell holds 32,767 at most: shorten the text or keep the plan as JSON"
    );
}
