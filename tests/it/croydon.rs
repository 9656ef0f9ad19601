//! Croydon's real plan of 2017, as of the board's meeting on 7 November 2017: the figures counted by
//! hand from the paper, with the counting shown. The same lists, with the reasons, are in
//! `examples/data/README.md`.

use improvement_plan::facts::Timeliness;
use improvement_plan::plan::{Item, ItemKind};
use improvement_plan::{Diagnostic, NaiveDate, Plan, Rules, Severity};

fn croydon() -> Plan {
    Plan::from_json(include_str!("../../examples/data/croydon-2017.json")).unwrap()
}

fn board() -> NaiveDate {
    "2017-11-07".parse().unwrap()
}

#[test]
fn the_paper_has_sixty_one_actions_in_six_sections() {
    let plan = croydon();
    // How many single actions the paragraphs of each section hold, paragraph by paragraph.
    let paragraphs: [(&str, &[usize]); 6] = [
        ("2.3", &[1, 1, 2]),                      // 2.3.1, 2.3.2, 2.3.4
        ("2.4", &[2, 1, 2, 3, 4, 1, 1, 1]),       // 2.4.1 to 2.4.8
        ("2.5", &[2, 1, 2, 4, 1, 2, 1]),          // 2.5.1 to 2.5.7
        ("2.6", &[1, 2, 1, 1, 2, 1, 1, 1, 1, 3]), // 2.6.1 to 2.6.10
        ("2.7", &[1, 2, 2, 1]),                   // 2.7.1 to 2.7.4
        ("2.8", &[1, 5, 3]),                      // 2.8.1, 2.8.2, 2.8.4
    ];
    assert_eq!(paragraphs.iter().map(|(_, counts)| counts.len()).sum::<usize>(), 35);
    for (section, counts) in paragraphs {
        let workstream = plan.workstream_by_reference(section).unwrap();
        let found = workstream.actions().len();
        assert_eq!(found, counts.iter().sum::<usize>(), "section {section}");
    }
    assert_eq!(plan.action_count(), 4 + 15 + 13 + 14 + 6 + 9);
    assert_eq!(plan.milestone_count(), 19);
}

#[test]
fn ten_of_twenty_one_and_none_of_five_have_an_action() {
    let plan = croydon();
    let coverage = plan.coverage(board());
    let groups = coverage.by_source_and_addressee();
    let said: Vec<String> = groups
        .iter()
        .map(|group| format!("{}: {}", group.name(), group.ladder().addressed()))
        .collect();
    assert_eq!(
        said,
        [
            "ofsted-2017, to the council: 10 of 21 (48%)",
            "ofsted-2017, to the safeguarding board: 0 of 5 (0%)",
        ]
    );
    // 1 to 21 without 1, 2, 3, 4, 6, 8, 9, 12, 14 and 20; all of 113 to 117.
    let uncovered: Vec<String> =
        coverage.uncovered().map(|gap| gap.reference().to_string()).collect();
    assert_eq!(
        uncovered,
        [
            "5", "7", "10", "11", "13", "15", "16", "17", "18", "19", "21", "113", "114", "115",
            "116", "117"
        ]
    );
    // 1, 3 and 4 rest on one completed action each. Nothing has evidence.
    assert_eq!(coverage.planned().part(), 3);
    assert_eq!(coverage.completed().part(), 3);
    assert_eq!(coverage.assured().part(), 0);
    assert_eq!(coverage.enabling_actions(), 41);
}

#[test]
fn seven_actions_fell_due_between_the_paper_and_the_meeting() {
    let plan = croydon();
    let late: Vec<String> = plan
        .overdue(board())
        .map(|item| format!("{} {} {}", item.kind(), item.reference(), item.days_late()))
        .collect();
    assert_eq!(
        late,
        [
            "action 2.4.8 14",  // 24 October
            "action 2.6.2a 7",  // the end of October
            "action 2.6.10a 8", // 30 October
            "action 2.6.10b 8", // 30 October
            "action 2.6.10c 6", // 1 November
            "action 2.7.1 7",   // October
            "action 2.8.2b 7",  // October
        ]
    );
    assert!(plan.overdue(board()).all(|item| item.fell_due_since_report()));
    let next: Vec<String> = plan
        .due_within(board(), 28)
        .map(|due| format!("{} {}", due.item().reference(), due.days_left()))
        .collect();
    assert_eq!(
        next,
        ["2.4.7 23", "2.4.7.1 23", "2.5.2 23", "2.5.3b 24", "2.6.4.1 23", "2.7.4.1 3"]
    );
}

#[test]
fn every_action_and_milestone_is_in_one_class() {
    let plan = croydon();
    let report = plan.timeliness(board());
    let actions = report.actions();
    // 22 completed, 7 late, 3 due soon; of the 29 others 6 recur, 1 only has a start, 22 have nothing.
    assert_eq!((actions.completed(), actions.overdue(), actions.due_soon()), (22, 7, 3));
    assert_eq!((actions.no_date(), actions.total()), (29, 61));
    let milestones = report.milestones();
    assert_eq!((milestones.completed(), milestones.due_soon(), milestones.total()), (16, 3, 19));
    let is_undated = |item: &Item<'_>| {
        matches!(
            report.items().find(|timely| timely.item() == *item).unwrap().class(),
            Timeliness::NoDate(_)
        )
    };
    let undated = plan.items().filter(is_undated).filter(|item| item.kind() == ItemKind::Action);
    assert_eq!(undated.count(), 6 + 1 + 22);
}

#[test]
fn the_directors_relief_lapses_in_april_with_nothing_to_follow() {
    let plan = croydon();
    let relief = plan.interim(board()).next().unwrap();
    assert_eq!(relief.action().reference().to_string(), "2.4.1a");
    assert_eq!(relief.until(), Some("2018-04-02".parse().unwrap())); // 2 October and six months
    assert!(relief.succeeded_by().is_none());
    assert_eq!(plan.interim(board()).count(), 9);
}

#[test]
fn the_only_errors_are_the_recommendations_with_nobody_on_them() {
    let found = croydon().check(&Rules::standard(), board());
    assert_eq!(found.count(Severity::Error), 11 + 5);
    assert_eq!(found.of_code("uncovered-recommendation").count(), 16);
    // Nobody gave any action a colour: one line, not thirty-nine.
    let missing: Vec<&str> = found.of_code("rag-missing").map(Diagnostic::message).collect();
    assert_eq!(missing, ["none of the 39 open actions has a RAG status"]);
}

#[test]
fn the_caseload_of_the_whole_service_and_of_its_teams_are_different_series() {
    let plan = croydon();
    let averages = plan
        .measures()
        .filter(|one| one.record().statistic == Some(improvement_plan::model::Statistic::Average));
    let values: Vec<Option<String>> = averages
        .map(|one| {
            let latest = one.state(board()).latest();
            latest.and_then(|reading| reading.value).map(|value| value.to_string())
        })
        .collect();
    let of = |value: &str| Some(value.to_owned());
    assert_eq!(values, [None, of("31"), of("17"), of("14"), of("20")]);
}
