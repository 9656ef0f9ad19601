//! Which row holds the headings, and what each of them means.

use super::{columns, meanings, read, said, unused};

#[test]
fn the_headings_of_councils_are_known_whatever_their_case_space_and_punctuation() {
    for (headings, means) in [
        (
            "NO.,ofsted  recommendation,Actions Required,LEAD OFFICER(S),By When?,Success Criteria,R/A/G,Progress / Current Status",
            "recommendation-reference recommendation action owners due success rag status",
        ),
        (
            "NOS,What?,Who?,How?,When?,Success measures,Current Status,Outcome",
            "recommendation-reference recommendation owners action due success status update",
        ),
        ("Ref,What?,Who?,When?", "action-reference action owners due"),
        (
            "Ofsted Para No,Specific Actions,Responsibility,Timescale,Monitoring and Evaluation,BRAG,Resources / Cost",
            "recommendation-reference action owners due evidence rag resources",
        ),
        (
            "Ofsted Area for Improvement,Ofsted Para No,Key actions,Responsible officer,Target,Update",
            "recommendation paragraphs action owners success status",
        ),
        (
            "Theme,Objective,Activity,Accountable,Supported by,Start date,Deadline,Revised date,Completion date",
            "workstream success action owners other-owners start due revised-due completed",
        ),
        (
            "Action,Recommendation,Objective,Lead,Lead Officer,RAG rating,Comments,Evidence of impact,Milestones",
            "action recommendation success owners other-owners rag update evidence milestones",
        ),
        (
            "Link to Ofsted recommendation,Task,Owner,Date,KPI,Impact,Dependencies",
            "answers action owners due success update depends-on",
        ),
        (
            "No,Recommendation,Addressed to,Report,Report date,Para",
            "recommendation-reference recommendation addressed-to source source-date paragraphs",
        ),
        (
            "Indicator,Title,Baseline,Target,Actual,England,June 2026,Unit",
            "measure-reference measure baseline target reading comparator reading unit",
        ),
        ("Indicator,Baseline,Target", "measure baseline target"),
        ("KPI ref,KPI,Target,Shoe size", "measure-reference measure target -"),
    ] {
        assert_eq!(meanings(headings).join(" "), means, "{headings}");
    }
}

#[test]
fn the_headings_are_found_below_titles_and_blank_rows() {
    let import = read(
        "Improvement plan,,\n,,\nPrepared for the board in March,,\n\nAction,Lead,By when\nRecruit,HR,Dec 2026\n",
    );
    let sheet = &import.interpretation().sheets()[0];
    assert_eq!(sheet.header_row(), Some(5));
    assert_eq!(
        sheet.why(),
        "row 5 holds the most known headings, such as “Action”, “Lead”, “By when”"
    );
    assert_eq!(import.doc().actions.len(), 1);
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn a_target_is_a_day_where_it_holds_days_and_else_what_success_looks_like() {
    let table = |target: &str| format!("Ref,Action,Lead,Target\n1,Recruit,HR,{target}\n");
    assert_eq!(columns(&read(&table("Dec 2026")))[3].1, "due");
    assert_eq!(columns(&read(&table("95% of visits in time")))[3].1, "success");
}

#[test]
fn a_priority_is_a_level_or_the_part_of_the_plan() {
    let table = |priority: &str| format!("Priority,Action,Lead\n{priority},Recruit,HR\n");
    assert_eq!(columns(&read(&table("High")))[0].1, "priority");
    assert_eq!(columns(&read(&table("A stable workforce")))[0].1, "workstream");
}

#[test]
fn of_two_columns_with_one_name_the_first_is_used_and_the_other_listed() {
    let import = read("Ref,Action,Lead,When,When\n1,Recruit,HR,Dec 2026,Jan 2027\n");
    assert_eq!(import.doc().actions[0].due.as_ref().unwrap().as_str(), "Dec 2026");
    assert_eq!(
        said(&import)[0..1],
        [
            "advice[no-recommendation-column] row 1: no column says which recommendation an action answers"
        ]
    );
    assert_eq!(
        said(&import)[1..],
        [
            "warning[columns-alike] row 1, column \"When (E)\": “When” is the heading of columns D and E: D was used, and column E is listed as not used"
        ]
    );
    assert_eq!(
        unused(&import),
        [
            "row 2, column \"When (E)\", Jan 2027: the same heading is above column D, which was used"
        ]
    );
}

#[test]
fn of_several_colours_the_last_that_is_filled_counts_and_the_others_are_kept() {
    let import =
        read("Ref,Action,RAG Q1,RAG Q2,RAG Q3\n1,Recruit,Red,Amber,\n2,Retain,Green,Green,\n");
    let action = &import.doc().actions[0];
    assert_eq!(action.rag.as_deref(), Some("amber"));
    let updates: Vec<_> = action
        .updates
        .iter()
        .map(|one| (one.text.as_str(), one.date.as_ref().map(improvement_plan::DueDate::as_str)))
        .collect();
    assert_eq!(updates, [("RAG Q1: Red", Some("Q1"))]);
}

#[test]
fn a_table_without_known_headings_is_said_and_every_cell_listed() {
    let import = read("Name,Colour of bicycle\nAnn,blue\n");
    assert_eq!(
        said(&import),
        [
            "error[table-not-found] the document: no row holds headings of a plan, such as “Recommendation”, “Action”, “Lead” and “By when”"
        ]
    );
    assert_eq!(unused(&import).len(), 4);
}

#[test]
fn headings_without_a_row_below_are_said() {
    let import = read("Action,Lead,By when\n");
    assert_eq!(
        said(&import),
        [
            "error[table-not-found] the document: there are headings of a plan, but no record below them"
        ]
    );
}

#[test]
fn recommendations_with_a_lead_and_no_action_are_the_work_of_meeting_them() {
    let import = read("Recommendation,Lead,Deadline\nReduce caseloads.,Head of HR,Dec 2026\n");
    assert_eq!(import.doc().recommendations.len(), 1);
    assert_eq!(import.doc().actions[0].title, "Reduce caseloads.");
    assert_eq!(import.doc().actions[0].answers.len(), 1);
    assert_eq!(
        said(&import),
        [
            "warning[no-action-column] row 1: the table has recommendations and “Lead” and 1 more, but no column of actions, so an action was made of each recommendation",
        ]
    );
    assert_eq!(unused(&import).len(), 0);
}
