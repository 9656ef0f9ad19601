//! What a column means, from its heading and its cells together.

use super::{columns, read, said, unused};

/// What the last column of a small plan is taken for.
fn last(heading: &str, cells: [&str; 3]) -> &'static str {
    let table = format!(
        "Recommendation,Action,Lead,By when,\"{heading}\"\n\
         Reduce caseloads.,Recruit,Head of HR,31/12/2026,\"{}\"\n\
         Hear every child.,Train,PSW,30/11/2026,\"{}\"\n\
         See children alone.,Audit,Ann Smith,31/01/2027,\"{}\"\n",
        cells[0], cells[1], cells[2]
    );
    columns(&read(&table))[4].1
}

const DAYS: [&str; 3] = ["31/03/2026", "30/04/2026", ""];
const PEOPLE: [&str; 3] = ["Team Manager", "Bea Jones", "Scrutiny Committee"];
const WORDS: [&str; 3] = ["Two posts were filled in May", "Half of the staff are trained", ""];

#[test]
fn a_known_word_in_another_place_is_never_taken_for_the_day_the_owner_or_the_colour() {
    for heading in [
        "Expiry date",
        "Date last updated",
        "Status date",
        "Review date",
        "Date added",
        "Date raised",
        "Committee review date",
        "Date of next review by board",
    ] {
        assert_eq!(last(heading, DAYS), "note", "{heading}");
    }
    for heading in [
        "Monitored by",
        "Reviewed by",
        "Approved by",
        "Signed off by",
        "Validated by",
        "Overseen by",
    ] {
        assert_eq!(last(heading, PEOPLE), "note", "{heading}");
    }
    for heading in [
        "Previous RAG",
        "RAG last month",
        "Direction of travel",
        "Confidence",
        "Risk rating",
        "Assurance level",
        "Days overdue",
    ] {
        assert_eq!(last(heading, ["Red", "Green", ""]), "note", "{heading}");
    }
    assert_eq!(last("Publication date", DAYS), "source-date");
    assert_eq!(last("Level for action", ["National", "Local", ""]), "note");
    assert_eq!(last("Management response", WORDS), "response");
    assert_eq!(last("Agreed / Not agreed", ["Agreed", "Agreed", "Not agreed"]), "response");
}

#[test]
fn what_is_kept_as_a_note_keeps_its_heading() {
    let import = read(
        "Recommendation,Action,Lead,ETA,Date last updated\n\
         1 Reduce caseloads.,Recruit,HR,31/12/2025,31/05/2025\n",
    );
    let action = &import.doc().actions[0];
    assert_eq!(action.due.as_ref().unwrap().as_str(), "31/12/2025");
    assert_eq!(action.updates[0].text, "Date last updated: 31/05/2025");
    assert_eq!(said(&import), Vec::<String>::new());
}

#[test]
fn the_days_of_the_work_are_told_apart_by_their_headings() {
    for (heading, expected) in [
        ("Date closed", "completed"),
        ("Actual completion date", "completed"),
        ("Finish", "completed"),
        ("Completion date", "completed"),
        ("Forecast date", "revised-due"),
        ("Revised implementation date", "revised-due"),
        ("Requested date", "revised-due"),
        ("Start", "start"),
    ] {
        assert_eq!(last(heading, DAYS), expected, "{heading}");
    }
}

#[test]
fn finish_and_target_are_the_due_day_where_no_other_column_is() {
    for heading in ["Finish", "End date", "ETA", "Completion date", "Target", "Completed by"] {
        let table = format!("Ref,Action,Lead,{heading}\n1,Recruit,HR,31/12/2026\n");
        assert_eq!(columns(&read(&table))[3].1, "due", "{heading}");
    }
}

#[test]
fn who_and_when_are_told_apart_by_the_cells() {
    for heading in
        ["Completed by", "Delivered by", "Actioned by", "Owned by", "Managed by", "Led by"]
    {
        let of = |cell: &str, beside: &str| {
            let table = format!(
                "Ref,Recommendation,Action,{heading},{beside}\n1,Reduce caseloads.,Recruit,{cell},\n"
            );
            columns(&read(&table))[3].1
        };
        assert_eq!(of("Finance Manager", "Deadline"), "owners", "{heading}");
        assert_eq!(of("31/12/2026", "Lead"), "due", "{heading}");
    }
}

#[test]
fn what_inspectors_wrote_is_what_the_actions_answer_under_any_name() {
    for heading in [
        "CQC action",
        "Finding",
        "Concern",
        "Area for improvement",
        "Standard not met",
        "Ofsted section",
        "Estyn requirement",
        "Requirement",
    ] {
        let table = format!(
            "Ref,{heading},Action to be taken,Lead,Target date\n1,Train staff.,Recruit,HR,\n"
        );
        let read = columns(&read(&table));
        assert_eq!((read[1].1, read[2].1), ("recommendation", "action"), "{heading}");
    }
}

#[test]
fn a_column_of_a_known_heading_and_other_cells_is_said_and_not_used() {
    let import = read(
        "Rec no,Recommendation,Action,Lead,Due date\n\
         1,Reduce caseloads.,Recruit,HR,Head of HR\n\
         2,Hear every child.,Train,PSW,Team Manager\n",
    );
    assert!(import.doc().actions.iter().all(|one| one.due.is_none()));
    assert_eq!(
        said(&import),
        [
            "warning[content-contradicts-heading] row 1, column \"Due date\": “Due date” (column E) is a heading of due, but its cells hold persons, posts or bodies: the column was not used"
        ]
    );
    assert_eq!(unused(&import).len(), 2);
}

#[test]
fn a_column_that_only_its_cells_speak_for_is_read_and_asked_about() {
    let import = read(
        "Rec no,Recommendation,Action,Zuständig,Bis wann\n\
         1,Reduce caseloads.,Recruit,Head of HR,31/12/2026\n\
         2,Hear every child.,Train,Team Manager,30/11/2026\n",
    );
    let action = &import.doc().actions[0];
    assert_eq!(action.due.as_ref().unwrap().as_str(), "31/12/2026");
    assert_eq!(action.owners[0].as_str(), Some("Head of HR"));
    assert_eq!(
        said(&import),
        [
            "warning[column-uncertain] row 1, column \"Zuständig\": “Zuständig” (column D) was read as owners, because it holds persons, posts or bodies; the options confirm that with \"columns\": { \"D\": \"owners\" }, or make it something else, or nothing: \"columns\": { \"D\": \"ignore\" }",
            "warning[column-uncertain] row 1, column \"Bis wann\": “Bis wann” (column E) was read as due, because it holds days; the options confirm that with \"columns\": { \"E\": \"due\" }, or make it note: \"columns\": { \"E\": \"note\" }"
        ]
    );
}

#[test]
fn two_columns_say_the_same_only_where_their_cells_do() {
    let table = |second: &str| {
        format!("Ref,Action,Lead,Due date,Deadline\n1,Recruit,HR,31/12/2026,{second}\n")
    };
    let sentence = |second: &str| said(&read(&table(second))).pop().unwrap();
    assert_eq!(
        sentence("31/12/2026"),
        "warning[columns-alike] row 1, column \"Deadline\": “Deadline” (column E) says the same as “Due date” (column D), which was used: column E is listed as not used"
    );
    assert_eq!(
        sentence("30/06/2027"),
        "warning[columns-alike] row 1, column \"Deadline\": “Deadline” (column E) may mean what “Due date” (column D) means, and holds something else: D was used, and column E is listed as not used"
    );
}

#[test]
fn what_only_cells_speak_for_never_turns_what_a_heading_says() {
    let import = read(
        "Recommendation,Action,Cabinet member,Officer lead,Implementation date\n\
         Publish waiting times.,Publish,Cllr Jones,Director of Services,April 2025\n\
         Review the panel.,Review,Cllr Smith,Head of Service,June 2025\n",
    );
    let means: Vec<_> = columns(&import).iter().map(|(_, means)| *means).collect();
    assert_eq!(means, ["recommendation", "action", "other-owners", "owners", "due"]);
}

#[test]
fn a_response_that_only_decides_is_no_action() {
    let table = |response: &str| {
        format!(
            "Recommendation,Executive response,Officer lead\n\
             Publish waiting times.,{response},Director of Services\n\
             Review the panel.,{response},Head of Service\n"
        )
    };
    assert_ne!(columns(&read(&table("Accepted")))[1].1, "action");
    let words = "We will publish the times on the web site";
    let import = read(&table(words));
    assert_eq!(columns(&import)[1].1, "action");
    assert!(said(&import)[0].starts_with("warning[column-uncertain]"), "{:?}", said(&import));
}

#[test]
fn the_export_of_a_planner_is_read_by_the_name_of_its_tasks() {
    let import = read(
        "Task ID,Task Name,Progress,Assigned To,Created By,Created Date,Due Date,Completed Date,Completed By,Description\n\
         a1,Recruit ten social workers,In progress,Ann Smith,Bea Jones,01/02/2026,31/03/2026,,,Rolling advert\n\
         a2,Write the policy,Completed,Bea Jones,Bea Jones,01/02/2026,31/03/2026,20/03/2026,Cara Hill,Drafted\n",
    );
    let means: Vec<_> = columns(&import).iter().map(|(_, means)| *means).collect();
    assert_eq!(
        means,
        [
            "action-reference",
            "action",
            "status",
            "owners",
            "note",
            "note",
            "due",
            "completed",
            "note",
            "note"
        ]
    );
}
