//! The flat file for people: one row an action, in words that a person and our own reader understand.

use improvement_plan::csv::{self, ByteOrderMark};
use improvement_plan::import::ReadOptions;
use improvement_plan::{
    Action, DeliveryStatus, Evidence, Milestone, NaiveDate, Plan, PlanDoc, Recommendation,
    Revision, Source, Update, Workstream, strategy,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn written(plan: &Plan, as_of: NaiveDate, mark: ByteOrderMark) -> Vec<u8> {
    let mut bytes = Vec::new();
    csv::write_actions(plan, as_of, mark, &mut bytes).unwrap();
    bytes
}

/// The rows below the headings, as any reader of CSV sees them.
fn rows(plan: &Plan, as_of: NaiveDate) -> Vec<Vec<String>> {
    let bytes = written(plan, as_of, ByteOrderMark::Omit);
    let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
    let cells = |row: ::csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

fn sample() -> Plan {
    let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
        .with_sources([
            Source::new("Inspection of children's services").with_reference("ofsted"),
            Source::new("Peer review").with_reference("peers"),
        ])
        .with_recommendations([
            Recommendation::new("Reduce caseloads.").with_reference("1").with_source("ofsted"),
            Recommendation::new("Hear children.").with_reference("1").with_source("peers"),
            Recommendation::new("Keep records.").with_reference("2").with_source("peers"),
            Recommendation::new("See the frontline.").with_source("peers"),
        ])
        .with_workstreams([Workstream::new("A stable workforce").with_reference("W1")])
        .with_actions([
            Action::new("Recruit 12 social workers, and keep them")
                .with_reference("1.1")
                .with_answers(["ofsted/1", "2"])
                .with_workstream("W1")
                .with_owners(["Head of Recruitment", "HR", "=HYPERLINK(\"x\")"])
                .with_start("14/09/2026")
                .with_due("End Oct 2026")
                .with_revisions([
                    Revision::new("2026-11-30").with_agreed("2026-10-28"),
                    Revision::new("2027-01-31"),
                ])
                .with_status(DeliveryStatus::InProgress)
                .with_rag("Amber")
                .with_success("- vacancies under 12 %")
                .with_milestones([
                    Milestone::new("Advert live").with_completed("2026-10-05"),
                    Milestone::new("Offers made"),
                ])
                .with_evidence([
                    Evidence::new("audit", "Establishment check"),
                    Evidence::new("survey", "Exit interviews"),
                ])
                .with_updates([Update::new("progress", "Seven offers made to named people.")]),
            Action::new("Improvement board").with_enables(["ofsted", "peers"]).with_due("Ongoing"),
            Action::new("Audit of records")
                .with_answers(["2"])
                .with_due("2026-10-20")
                .with_status(DeliveryStatus::Completed)
                .with_completed("2026-10-25"),
        ]);
    Plan::build(doc).unwrap()
}

#[test]
fn a_plan_is_written_as_people_read_it() {
    let text =
        String::from_utf8(written(&sample(), day("2026-12-02"), ByteOrderMark::Include)).unwrap();
    let expected = [
        "\u{FEFF}Recommendations answered,Recommendation,Serves the whole response to,Action \
         reference,Action,Workstream,Lead,Other owners,Start date,Original due date,Revised due \
         date,Times moved,Status,RAG,Completed,Falls due on,Timeliness,Days late,\"Milestones \
         completed so far, out of all\",Success measures,Evidence",
        "\"ofsted/1\n2\",\"ofsted/1: Reduce caseloads.\n2: Keep records.\",,1.1,\"Recruit 12 social workers, and \
         keep them\",A stable workforce,Head of Recruitment,\"HR\n=HYPERLINK(\"\"x\"\")\",2026-09-14,\
         2026-10-31,2026-11-30,1,in progress,Amber,,2026-11-30,overdue by 2 days,2,1 of 2,'- \
         vacancies under 12 %,\"Establishment check\nExit interviews\"",
        ",,\"Inspection of children's services\nPeer review\",,Improvement board,–,,,,Ongoing,,0,,,,,\
         no date: ongoing,,,,",
        "2,2: Keep records.,,,Audit of records,–,,,,2026-10-20,,0,completed,,2026-10-25,2026-10-20,\
         completed 5 days late,5,,,",
        "",
    ];
    assert_eq!(text, expected.join("\r\n"));
}

#[test]
fn our_own_reader_reads_it_again() {
    let file = written(&sample(), day("2026-12-02"), ByteOrderMark::Include);
    let import =
        csv::read(file.as_slice(), &ReadOptions::new().with_reference("anyshire")).unwrap();
    let sheet = &import.interpretation().sheets()[0];
    let columns = sheet.columns().iter();
    let taken: Vec<String> = columns
        .map(|one| {
            format!("{}: {}", one.heading(), one.means().map_or("-", |means| means.as_str()))
        })
        .collect();
    assert_eq!(
        taken,
        [
            "Recommendations answered: answers",
            "Recommendation: recommendation",
            "Serves the whole response to: enables",
            "Action reference: action-reference",
            "Action: action",
            "Workstream: workstream",
            "Lead: owners",
            "Other owners: other-owners",
            "Start date: start",
            "Original due date: due",
            "Revised due date: revised-due",
            "Times moved: -",
            "Status: status",
            "RAG: rag",
            "Completed: completed",
            "Falls due on: -",
            "Timeliness: -",
            "Days late: note",
            "Milestones completed so far, out of all: -",
            "Success measures: success",
            "Evidence: evidence",
        ]
    );
    let doc = import.doc();
    let (first, board, audit) = (&doc.actions[0], &doc.actions[1], &doc.actions[2]);
    assert_eq!(first.answers, ["ofsted/1", "2"]);
    assert_eq!(
        first.owners.iter().filter_map(|one| one.as_str()).next_back(),
        Some("=HYPERLINK(\"x\")")
    );
    assert_eq!(first.due, Some("2026-10-31".into()));
    assert_eq!(first.revisions[0].due, Some("2026-11-30".into()));
    assert_eq!(first.status, DeliveryStatus::InProgress);
    assert_eq!(first.success.as_deref(), Some("- vacancies under 12 %"));
    assert_eq!(first.evidence.len(), 2);
    let texts: Vec<_> = doc.recommendations.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["Reduce caseloads.", "Keep records."]);
    // Nothing is read into the row below it.
    assert_eq!((board.answers.len(), board.owners.len()), (0, 0));
    let sources: Vec<_> = doc.sources.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(sources, ["Inspection of children's services", "Peer review"]);
    let ids: Vec<_> = doc.sources.iter().map(|one| one.id.unwrap().to_string()).collect();
    assert_eq!(board.enables, ids);
    assert_eq!(board.due, Some("Ongoing".into()));
    assert!(first.workstream.is_some());
    assert_eq!((&board.workstream, &audit.workstream), (&None, &None));
    assert_eq!((audit.answers.as_slice(), audit.owners.len()), (["2".to_owned()].as_slice(), 0));
    assert_eq!(audit.completed, Some("2026-10-25".into()));
    assert!(import.build().is_ok());
}

#[test]
fn recommendations_without_a_number_and_with_an_odd_one_are_read_again() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("ofsted")])
        .with_recommendations([
            Recommendation::new("Managers should:\nsee the frontline.").with_source("ofsted"),
            Recommendation::new("2 in 3 children are seen.").with_source("ofsted"),
            Recommendation::new("Keep records.").with_reference("17. (57, 138)"),
            Recommendation::new("- Hear children").with_reference("Part A"),
        ]);
    let ids: Vec<_> = Plan::build(doc.clone())
        .unwrap()
        .recommendations()
        .map(|one| one.id().to_string())
        .collect();
    let action =
        |title: &str, links: &[&str]| Action::new(title).with_answers(links.iter().copied());
    let doc = doc.with_actions([
        action("One", &[&ids[0], &ids[1], "17. (57, 138)", "Part A"]),
        action("Two", &[&ids[1]]),
        action("Three", &["Part A"]),
    ]);
    let file = written(&Plan::build(doc).unwrap(), day("2026-12-02"), ByteOrderMark::Include);
    let import = csv::read(file.as_slice(), &ReadOptions::new().with_reference("p")).unwrap();
    let recommendations = &import.doc().recommendations;
    let read: Vec<_> =
        recommendations.iter().map(|one| (one.reference.as_deref(), one.text.as_str())).collect();
    assert_eq!(
        read,
        [
            (None, "Managers should: see the frontline."),
            (None, "2 in 3 children are seen."),
            (Some("17. (57, 138)"), "Keep records."),
            (Some("Part A"), "- Hear children"),
        ]
    );
    let counts: Vec<_> = import.doc().actions.iter().map(|one| one.answers.len()).collect();
    assert_eq!(counts, [4, 1, 1]);
    assert_eq!(import.doc().actions[1].answers, [recommendations[1].id.unwrap().to_string()]);
    assert!(import.build().is_ok());
}

#[test]
fn the_mark_for_excel_is_left_out_when_asked() {
    let [with, without] = [ByteOrderMark::Include, ByteOrderMark::Omit]
        .map(|mark| written(&sample(), day("2026-12-02"), mark));
    assert_eq!(with, [b"\xEF\xBB\xBF".as_slice(), &without].concat());
    assert_eq!(ByteOrderMark::default(), ByteOrderMark::Include);
}

#[test]
fn how_an_action_stands_is_said_in_words_as_of_any_day() {
    let timeliness = |as_of| rows(&sample(), day(as_of)).into_iter().map(|row| row[16].clone());
    let said: Vec<Vec<String>> = ["2026-10-01", "2026-10-31", "2026-11-01", "2027-02-28"]
        .map(|as_of| timeliness(as_of).take(1).collect())
        .to_vec();
    assert_eq!(
        said.concat(),
        ["due in 30 days", "due in 30 days", "due in 29 days", "overdue by 90 days"]
    );
    let third: Vec<String> = timeliness("2026-10-21").collect();
    assert_eq!(third, ["due in 10 days", "no date: ongoing", "overdue by 1 day"]);
}

#[test]
fn what_people_said_of_progress_is_left_out() {
    let text =
        String::from_utf8(written(&sample(), day("2026-12-02"), ByteOrderMark::Omit)).unwrap();
    assert!(!text.contains("Seven offers"));
}

proptest! {
    #![proptest_config(crate::laws::cases::large_cases(4))]

    #[test]
    fn every_action_stands_once_and_no_cell_can_run(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let rows = rows(&plan, as_of);
        prop_assert_eq!(rows.len(), plan.action_count());
        for (row, action) in rows.iter().zip(plan.actions()) {
            prop_assert_eq!(row.len(), 21);
            prop_assert_eq!(row[4].strip_prefix('\'').unwrap_or(&row[4]), action.title());
            for cell in row {
                let first = cell.trim_start_matches([' ', '\u{A0}']).chars().next();
                prop_assert!(!first.is_some_and(|first| "=+-@\t\r\n＝＋－＠".contains(first)));
            }
        }
        let again = Plan::build(plan.doc().clone()).unwrap();
        prop_assert_eq!(written(&again, as_of, ByteOrderMark::Omit), written(&plan, as_of, ByteOrderMark::Omit));
    }
}
