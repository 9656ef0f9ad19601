//! What is published of a plan: nothing restricted, nothing that hangs on it, and the same ids.

use improvement_plan::model::{EvidenceKind, Judgement, Resource, UpdateKind, Waiver};
use improvement_plan::plan::MilestoneRef;
use improvement_plan::{
    Action, Assessment, Evidence, Measure, Milestone, Plan, PlanDoc, Recommendation, Source,
    Update, Workstream,
};

fn doc() -> PlanDoc {
    PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([
            Source::new("Inspection").with_reference("ofsted"),
            Source::new("Case review").with_reference("review"),
        ])
        .with_recommendations([
            Recommendation::new("Whole").with_reference("1").with_source("ofsted"),
            Recommendation::new("Part")
                .with_reference("1a")
                .with_source("ofsted")
                .with_part_of("1"),
            Recommendation::new("Other").with_reference("1").with_source("review"),
            Recommendation::new("Third").with_reference("2").with_source("ofsted"),
        ])
        .with_workstreams([
            Workstream::new("People").with_reference("W1"),
            Workstream::new("Caseloads").with_reference("W2").with_part_of("W1"),
        ])
        .with_measures([
            Measure::new("Vacancies").with_reference("v").with_answers(["review/1", "2"]),
            Measure::new("Caseload").with_reference("c").with_workstreams(["W1", "W2"]),
        ])
        .with_actions([
            Action::new("First")
                .with_reference("3.1")
                .with_answers(["ofsted/1", "review/1"])
                .with_workstream("W1")
                .with_depends_on(["3.2", "3.3"])
                .with_measures(["v", "c"])
                .with_succeeded_by("3.2"),
            Action::new("Second").with_reference("3.2").with_answers(["review/1"]),
            Action::new("Third").with_reference("3.3").with_enables(["ofsted", "review"]),
        ])
}

fn plan(doc: PlanDoc) -> Plan {
    Plan::build(doc).unwrap_or_else(|rejected| panic!("{rejected}"))
}

/// The published document, checked to be a plan whose records have the ids they had.
fn published(doc: PlanDoc) -> (PlanDoc, String) {
    let full = plan(doc);
    let published = full.published();
    for one in published.plan().recommendations() {
        assert_eq!(full.recommendation(one.id()).unwrap().record().text, one.record().text);
    }
    for one in published.plan().actions() {
        assert_eq!(full.action(one.id()).unwrap().record().title, one.record().title);
    }
    let milestones: Vec<_> = full.milestones().map(MilestoneRef::id).collect();
    assert!(published.plan().milestones().all(|one| milestones.contains(&one.id())));
    assert_eq!(published.plan().id(), full.id());
    let withheld = published.withheld().to_string();
    let again = published.plan().published();
    assert_eq!(again.withheld().total(), 0, "published twice, the same is left");
    let doc = published.into_plan().into_doc();
    assert!(Plan::build(doc.clone()).is_ok());
    (doc, withheld)
}

#[test]
fn a_plan_without_anything_restricted_is_published_as_it_is() {
    let (left, withheld) = published(doc());
    assert_eq!(left, doc());
    assert_eq!(withheld, "nothing was withheld");
}

#[test]
fn updates_are_never_published() {
    let mut full = doc();
    full.actions[0].updates = vec![
        Update::new(UpdateKind::Progress, "Seven offers made."),
        Update::new(UpdateKind::Reason, "Somebody is ill.").with_restricted(),
    ];
    let (left, withheld) = published(full);
    assert_eq!(left, doc());
    assert_eq!(withheld, "withheld: 2 updates");
}

#[test]
fn a_restricted_action_goes_with_what_it_holds_and_with_every_link_to_it() {
    let mut full = doc();
    full.actions[1].restricted = true;
    full.actions[1].milestones = vec![Milestone::new("a"), Milestone::new("b")];
    full.actions[1].evidence = vec![Evidence::new(EvidenceKind::Audit, "e")];
    full.actions[1].resources = vec![Resource::new()];
    full.actions[1].updates = vec![Update::new(UpdateKind::Progress, "u")];
    let (left, withheld) = published(full);
    assert_eq!(left.actions.len(), 2);
    assert_eq!(left.actions[0].depends_on, ["3.3"]);
    assert_eq!(left.actions[0].succeeded_by, None);
    assert_eq!(
        withheld,
        "withheld: 1 action, 2 milestones, 1 piece of evidence, 1 resource and 1 update"
    );
}

#[test]
fn a_restricted_source_takes_its_recommendations_and_the_actions_that_only_answered_it() {
    let mut full = doc();
    full.sources[1].restricted = true;
    let (left, withheld) = published(full);
    assert_eq!(left.recommendations.len(), 3);
    let titles: Vec<_> = left.actions.iter().map(|action| action.title.as_str()).collect();
    assert_eq!(titles, ["First", "Third"]);
    assert_eq!(left.actions[0].answers, ["ofsted/1"], "as it was written");
    assert_eq!(left.actions[1].enables, ["ofsted"]);
    assert_eq!(left.measures[0].answers, ["2"]);
    assert_eq!(withheld, "withheld: 1 source, 1 recommendation and 1 action");
}

#[test]
fn a_restricted_recommendation_takes_its_parts_and_assessments() {
    let mut full = doc();
    full.recommendations[0].restricted = true;
    full.recommendations[0].assessments = vec![Assessment::new("self", Judgement::Met)];
    full.recommendations[3].assessments = vec![
        Assessment::new("self", Judgement::Met).with_restricted(),
        Assessment::new("board", Judgement::Met),
    ];
    let (left, withheld) = published(full);
    let texts: Vec<_> = left.recommendations.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["Other", "Third"]);
    assert_eq!(left.recommendations[1].assessments.len(), 1);
    assert_eq!(withheld, "withheld: 2 recommendations and 2 assessments");
}

#[test]
fn a_restricted_workstream_or_measure_leaves_no_link_behind() {
    let mut full = doc();
    full.workstreams[0].restricted = true;
    full.measures[0].restricted = true;
    let (left, withheld) = published(full);
    assert_eq!(left.workstreams.len(), 1);
    assert_eq!(left.workstreams[0].part_of, None);
    assert_eq!(left.actions[0].workstream, None);
    assert_eq!(left.actions[0].measures, ["c"]);
    assert_eq!(left.measures[0].workstreams, ["W2"]);
    assert_eq!(withheld, "withheld: 1 workstream and 1 measure");
}

#[test]
fn restricted_records_inside_an_action_go_alone() {
    let mut full = doc();
    full.actions[0].milestones = vec![Milestone::new("a").with_restricted(), Milestone::new("b")];
    full.actions[0].evidence = vec![Evidence::new("audit", "e").with_restricted()];
    full.actions[0].resources = vec![Resource::new().with_restricted()];
    let (left, withheld) = published(full);
    assert_eq!(left.actions[0].milestones.len(), 1);
    assert_eq!(withheld, "withheld: 1 milestone, 1 piece of evidence and 1 resource");
}

#[test]
fn repeated_links_are_told_apart_by_where_they_lead() {
    let mut full = doc();
    let id = plan(doc()).recommendations().next().unwrap().id().to_string();
    full.actions[0].answers =
        [" OFSTED/01", "review/1", "Review/01", id.as_str(), "ofsted/1"].map(String::from).into();
    full.sources[1].restricted = true;
    let (left, _) = published(full);
    assert_eq!(left.actions[0].answers, [" OFSTED/01", id.as_str(), "ofsted/1"]);
}

#[test]
fn a_link_that_needed_its_source_keeps_it() {
    let mut full = doc();
    full.recommendations[2].restricted = true;
    let (left, _) = published(full);
    let left = plan(left);
    let first = left.actions().next().unwrap();
    assert_eq!(first.record().answers, ["ofsted/1"]);
    assert_eq!(first.answers().next().unwrap().text(), "Whole");
}

#[test]
fn a_waiver_that_names_what_is_withheld_goes() {
    let mut full = doc();
    full.actions[1].restricted = true;
    full.actions[1].milestones = vec![Milestone::new("Hearing").with_reference("h")];
    full.recommendations[3].restricted = true;
    full.waivers = [
        None,
        Some("action 3.1"),
        Some("Action 03.2"),
        Some("action “Second”"),
        Some("milestone 3.2/h"),
        Some("recommendation ofsted/2"),
        Some("recommendation 2"),
        Some("the plan"),
    ]
    .into_iter()
    .map(|subject| match subject {
        Some(subject) => Waiver::new("owner-missing").with_subject(subject),
        None => Waiver::new("owner-missing"),
    })
    .collect();
    let (left, withheld) = published(full);
    let subjects: Vec<_> = left.waivers.iter().map(|waiver| waiver.subject.as_deref()).collect();
    assert_eq!(subjects, [None, Some("action 3.1"), Some("the plan")]);
    assert_eq!(withheld, "withheld: 1 recommendation, 1 action, 1 milestone and 5 waivers");
}

#[cfg(feature = "json")]
#[test]
fn nothing_restricted_is_left_in_the_text() {
    let every_key = include_str!("data/every-key.json");
    let published = PlanDoc::from_json(every_key).map(plan).unwrap().published();
    assert!(!published.plan().to_json().contains("\"restricted\""));
    assert_eq!(published.plan().recommendation_count(), 0);
    assert_eq!(
        published.withheld().to_string(),
        "withheld: 1 source, 3 recommendations, 1 workstream, 2 actions, 1 milestone, 1 measure, \
         1 piece of evidence, 1 assessment, 1 resource, 1 update and 1 waiver"
    );
    assert_eq!(published.withheld().total(), 14);
    assert_eq!(published.withheld().actions(), 2);
}
