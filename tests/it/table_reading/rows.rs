//! Rows that are no action: sections, headings again, continuations, totals, notes; and what is carried
//! down.

use super::{answers, owners, read, refused, rows, said, titles, unused};

#[test]
fn recommendation_and_owner_are_carried_down_and_nothing_else() {
    let import = read(
        "\
Rec no,Recommendation,Action,Lead,By when,Status,Success
1,Reduce caseloads.,Recruit,Head of HR,Dec 2026,Completed,Full
,,Retain,,,,
,,Train,Head of Practice,,,
2,Review on time.,Review,,Jan 2027,,
,,Track,,,,
",
    );
    assert_eq!(answers(&import), ["1", "1", "1", "2", "2"]);
    assert_eq!(owners(&import), ["Head of HR", "Head of HR", "Head of Practice", "", ""]);
    for action in &import.doc().actions[1..3] {
        assert!(
            action.due.is_none()
                && action.success.is_none()
                && action.status.as_str() == "not-stated"
        );
    }
    let why = |at: usize| import.interpretation().sheets()[0].columns()[at].why();
    assert_eq!(why(0), "its heading; 3 blank cells below it were read as the same");
    assert_eq!(why(3), "its heading; 1 blank cell below it was read as the same");
    assert_eq!(said(&import), Vec::<String>::new());
}

#[test]
fn an_owner_is_not_carried_into_an_action_with_a_number_of_its_own() {
    let import = read("Action no,Action,Lead\n1,Recruit,Head of HR\n2,Retain,\n");
    assert_eq!(owners(&import), ["Head of HR", ""]);
}

#[test]
fn a_recommendation_is_carried_into_a_numbered_action_and_its_owner_is_not() {
    let import = read(
        "\
Rec no,Recommendation,Action no,Action,Lead
1,Reduce caseloads.,1.1,Recruit,Head of HR
,,1.2,Retain,
,,,Train,
",
    );
    assert_eq!(answers(&import), ["1", "1", "1"]);
    assert_eq!(owners(&import), ["Head of HR", "", "Head of HR"]);
    let import = read(
        "\
Recommendation,Action,Lead
1. Reduce caseloads.,1.1 Recruit,Head of HR
,1.2 Retain,
",
    );
    assert_eq!(owners(&import), ["Head of HR", ""]);
}

#[test]
fn what_serves_a_whole_response_answers_nothing_and_nothing_is_carried_into_it() {
    let import = read(
        "\
Recommendation,Action,Serves the whole response to,Workstream,Lead
1. Reduce caseloads.,Recruit,,People,HR
,Retain,,,
,Board,\"Inspection 2026
Peer review\",\u{2013},
,Communicate,,,
",
    );
    assert_eq!(answers(&import), ["1", "1", "", ""]);
    assert_eq!(owners(&import), ["HR", "HR", "", ""]);
    let doc = import.doc();
    let titles: Vec<_> = doc.sources.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Inspection 2026", "Peer review"]);
    let ids: Vec<_> = doc.sources.iter().map(|one| one.id.unwrap().to_string()).collect();
    assert_eq!(doc.actions[2].enables, ids);
    let has_workstream: Vec<_> = doc.actions.iter().map(|one| one.workstream.is_some()).collect();
    assert_eq!(has_workstream, [true, true, false, false]);
    assert_eq!(unused(&import), Vec::<String>::new());
    assert_eq!(
        refused(&import),
        [
            "error[action-without-recommendation] row 5: it answers no recommendation and enables no source"
        ]
    );
}

#[test]
fn a_link_that_is_not_carried_down_is_said_once() {
    let import = read(
        "\
Action no,Action,Link to recommendation
1,Recruit,R1
2,Retain,
3,Train,
4,Audit,R2
",
    );
    assert_eq!(answers(&import), ["R1", "", "", "R2"]);
    assert_eq!(
        said(&import)[1],
        "advice[link-not-carried] row 1, column \"Link to recommendation\": 2 actions are below a filled cell of “Link to recommendation” and have no link: links are not carried down"
    );
    let import = read("Action,Link to recommendation\nRecruit,\nRetain,R1\n");
    assert!(!said(&import).concat().contains("link-not-carried"));
}

#[test]
fn a_list_of_recommendations_in_one_cell_is_several() {
    let import = read(
        "\
Recommendation,Action
\"• Reduce caseloads.
• Hear children.\",Recruit
\"1. Keep records.
2. See the frontline.\",Audit
none,Communicate
",
    );
    let doc = import.doc();
    let texts: Vec<_> = doc.recommendations.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(
        texts,
        ["Reduce caseloads.", "Hear children.", "Keep records.", "See the frontline."]
    );
    assert_eq!(doc.actions.iter().map(|one| one.answers.len()).collect::<Vec<_>>(), [2, 2, 0]);
}

#[test]
fn a_heading_that_repeats_the_number_is_a_section_and_the_last_is_the_recommendation() {
    let import = read(
        "\
NOS,What?,Who?,How?,When?,Success measures,Current Status
1,HELP FOR FAMILIES,,,,,
1,Ensure that every family has a plan that it understands,,,,,
1.1,Plans are written within twenty days,\"Head of Service North
Head of Service South\",Write the standard,Dec 2016,Staff know it,COMPLETED
,,,Train the teams,\"Phase 1 completed
Phase 2 Mar 2017\",,
,,,,,Nine of ten plans in time,
",
    );
    let doc = import.doc();
    let texts: Vec<_> = doc
        .recommendations
        .iter()
        .map(|one| (one.reference.as_deref().unwrap(), one.part_of.as_deref()))
        .collect();
    assert_eq!(texts, [("1", None), ("1.1", Some("1"))]);
    assert_eq!(doc.workstreams[0].name, "HELP FOR FAMILIES");
    assert_eq!(answers(&import), ["1.1", "1.1"]);
    assert_eq!(owners(&import)[1], "Head of Service North; Head of Service South");
    assert_eq!(doc.actions[1].success.as_deref(), Some("Nine of ten plans in time"));
    assert_eq!(doc.actions[1].due.as_ref().unwrap().phases().len(), 2);
    assert_eq!(
        rows(&import),
        [
            (2, "the workstream of the rows below it"),
            (3, "the recommendation that the rows below it answer"),
        ]
    );
    assert_eq!(
        said(&import),
        [
            "advice[row-continues] row 6: the row has no action of its own: column F was added to action “Train the teams”"
        ]
    );
    assert!(import.build().is_ok());
}

#[test]
fn a_section_alone_in_its_row_is_the_workstream_of_the_rows_below() {
    let import = read(
        "\
Ref,Action,Lead
1 - Workforce,,
1.1,Recruit,HR
PRACTICE,,
2.1,Audit,Head of Practice
",
    );
    let doc = import.doc();
    assert_eq!(titles(&import), ["Recruit", "Audit"]);
    assert_eq!(doc.workstreams.len(), 2);
    assert_eq!(doc.workstreams[1].name, "PRACTICE");
    assert!(doc.actions.iter().all(|one| one.workstream.is_some()));
}

#[test]
fn a_numbered_row_above_its_own_numbers_is_a_section() {
    let import = read("Ref,Action,Lead\n1,Workforce,\n1.1,Recruit,HR\n1.2,Retain,HR\n");
    assert_eq!(titles(&import), ["Recruit", "Retain"]);
    assert_eq!(import.doc().workstreams[0].reference.as_deref(), Some("1"));
    assert_eq!(import.doc().actions[1].workstream.as_deref(), Some("1"));
}

#[test]
fn headings_that_stand_again_are_no_action() {
    let import = read("Ref,Action,Lead\n1,Recruit,HR\nRef,ACTION,Lead\n2,Retain,HR\n");
    assert_eq!(titles(&import), ["Recruit", "Retain"]);
    assert_eq!(rows(&import), [(3, "the headings again")]);
}

#[test]
fn totals_and_notes_are_listed_and_not_read() {
    let import = read(
        "\
Ref,Action,Lead,By when,Cost
1,Recruit,HR,Dec 2026,£10
2,Retain,HR,Dec 2026,£10
Total,,,,£20
*costs to be agreed,,,,

Note: the board meets monthly,,,,
Prepared by the programme office,,,,
",
    );
    assert_eq!(titles(&import), ["Recruit", "Retain"]);
    assert_eq!(
        unused(&import),
        [
            "row 4, column \"Ref\", Total: a row of totals",
            "row 4, column \"Cost\", £20: a row of totals",
            "row 5, column \"Ref\", *costs to be agreed: a note under the table",
            "row 7, column \"Ref\", Note: the board meets monthly: a note under the table",
            "row 8, column \"Ref\", Prepared by the programme office: a note under the table",
        ]
    );
}

#[test]
fn a_row_without_an_action_is_said_and_its_recommendation_kept() {
    let import = read(
        "\
Rec no,Recommendation,Action,Lead,By when
1,Reduce caseloads.,,Head of HR,Dec 2026
2,Review on time.,Review,Head of Practice,Dec 2026
3,Staff stay in their posts.,,,
",
    );
    assert_eq!(import.doc().recommendations.len(), 3);
    assert_eq!(titles(&import), ["Review"]);
    assert_eq!(
        said(&import),
        ["warning[row-without-action] row 2: this row has no action for the text in column E"]
    );
    assert_eq!(
        unused(&import),
        [
            "row 2, column \"Lead\", Head of HR: there is no action that it could belong to",
            "row 2, column \"By when\", Dec 2026: there is no action in its row",
        ]
    );
}

#[test]
fn a_continued_row_that_says_what_the_action_already_says_is_listed() {
    let import = read("Ref,Action,Lead,By when\n1,Recruit,HR,Dec 2026\n,,Finance,Jan 2027\n");
    assert_eq!(owners(&import), ["HR; Finance"]);
    assert_eq!(
        said(&import)[1..],
        [
            "advice[row-continues] row 3: the row has no action of its own: column C was added to action 1",
            "warning[cell-not-kept] row 3, column \"By when\": the row has no action of its own, and action 1 already says this",
        ]
    );
    assert_eq!(
        unused(&import),
        ["row 3, column \"By when\", Jan 2027: it continues an action that already says this"]
    );
}

#[test]
fn a_reference_that_became_a_day_or_a_figure_is_said_and_not_guessed() {
    let import = read("Action no,Action,Lead\n01-Feb,Recruit,HR\n1.2E+05,Retain,HR\n");
    assert!(import.doc().actions.iter().all(|one| one.reference.is_none()));
    let codes: Vec<_> = import.diagnostics().iter().map(|one| one.code().as_str()).collect();
    assert_eq!(codes, ["no-recommendation-column", "reference-is-date", "reference-is-figure"]);
    assert_eq!(unused(&import).len(), 2);
}

#[test]
fn a_blank_cell_is_not_carried_where_nearly_every_row_names_its_own() {
    let import = read(
        "\
Rec,Recommendation,Action
1,Reduce caseloads.,Recruit
1,Reduce caseloads.,Retain
2,Review on time.,Review
2,Review on time.,Track
,,Report
3,Keep good records.,Audit
",
    );
    assert_eq!(answers(&import), ["1", "1", "2", "2", "", "3"]);
    assert_eq!(
        said(&import),
        [
            "warning[not-carried-down] row 6, column \"Recommendation\": the cell is blank, but the recommendation above was not carried down to it: nearly every other row names its own"
        ]
    );
}

#[test]
fn nothing_is_carried_past_a_blank_row_or_headings_that_stand_again() {
    let import = read(
        "\
Rec,Recommendation,Action,Lead
1,Reduce caseloads.,Recruit,HR
,,Retain,HR
,,,
,,Train,HR
2,Review on time.,Review,QA
Rec,Recommendation,Action,Lead
,,Track,QA
",
    );
    assert_eq!(answers(&import), ["1", "1", "", "2", ""]);
    assert_eq!(
        said(&import),
        [
            "warning[not-carried-down] row 5, column \"Recommendation\": the cell is blank, but the recommendation above was not carried down to it: there is a blank row between",
            "warning[not-carried-down] row 8, column \"Recommendation\": the cell is blank, but the recommendation above was not carried down to it: the headings are repeated between",
        ]
    );
}

#[test]
fn a_word_alone_after_a_blank_row_ends_the_table() {
    let import = read(
        "\
Ref,Recommendation,Action,Lead,Due
1,Reduce caseloads.,Recruit,HR,Dec 2026
,,,,
Version history,,,,
0.1,First draft for the board,JB wrote it,JB,1 May 2026
0.2,Second draft for the board,JB mended it,JB,1 June 2026
",
    );
    assert_eq!(titles(&import), ["Recruit"]);
    assert_eq!(import.doc().recommendations.len(), 1);
    assert_eq!(
        said(&import),
        [
            "warning[table-ends] row 4: “Version history” ends the table: 2 rows below it were read as notes"
        ]
    );
    assert_eq!(unused(&import).len(), 11);
}

#[test]
fn words_in_brackets_right_under_the_headings_explain_them() {
    let import = read(
        "\
Ref,Recommendation,Action,Lead
(number),(from the report),(what we will do),[post]
1,Reduce caseloads.,Recruit,HR
",
    );
    assert_eq!(titles(&import), ["Recruit"]);
    assert_eq!(rows(&import), [(2, "text that explains the headings")]);
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn a_section_that_says_it_is_a_recommendation_is_one() {
    let import = read(
        "\
Ref,Action,Lead
Recommendation 1: Reduce caseloads.,,
1.1,Recruit,HR
Recommendation 2 - Supervision,,
2.1,Train,QA
",
    );
    let doc = import.doc();
    let texts: Vec<_> = doc
        .recommendations
        .iter()
        .map(|one| (one.reference.as_deref().unwrap(), one.text.as_str()))
        .collect();
    assert_eq!(texts, [("1", "Reduce caseloads."), ("2", "Supervision")]);
    assert_eq!(answers(&import), ["1", "2"]);
    assert!(doc.workstreams.is_empty());
}

#[test]
fn a_status_that_is_not_known_is_named_once_with_its_first_cell() {
    let import = read(
        "\
Rec,Recommendation,Action,Status
1,Reduce caseloads.,Recruit,Slipped a bit
2,Review on time.,Review,Slipped a bit
3,Keep good records.,Audit,Complete?
",
    );
    let statuses: Vec<_> = import.doc().actions.iter().map(|one| one.status.as_str()).collect();
    assert_eq!(statuses, ["not-stated", "not-stated", "not-stated"]);
    assert_eq!(
        said(&import),
        [
            "warning[status-not-known] row 2, column \"Status\": “Slipped a bit” in 2 cells from row 2 and “Complete?” in row 4 are not known statuses: they were kept as updates",
        ]
    );
}
