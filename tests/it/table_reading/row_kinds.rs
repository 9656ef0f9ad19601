//! What a row or a cell is: lines that head blocks, groups, refusals, answers with words beside them and
//! colours without a legend.

use super::{answers, read, rows, said, titles, unused};
use improvement_plan::import::Import;

fn statuses(import: &Import) -> Vec<&str> {
    import.doc().actions.iter().map(|one| one.status.as_str()).collect()
}

fn recommendations(import: &Import) -> Vec<&str> {
    import.doc().recommendations.iter().map(|one| one.text.as_str()).collect()
}

/// Whether something with a code is said, and everything that is said with it.
fn says<'s>(said: &'s [String], code: &str) -> Vec<&'s str> {
    said.iter().map(String::as_str).filter(|one| one.contains(&format!("[{code}]"))).collect()
}

#[test]
fn the_line_above_the_first_block_heads_it_as_later_lines_head_theirs() {
    let import = read(
        "\
Hillside School,,
Post Inspection Action Plan,,
R1: Improve writing in both languages,,
Actions,Lead,Finish
Adopt a writing framework,Head of English,March 2026
R2: Strengthen self-evaluation,,
Actions,Lead,Finish
Set a calendar,Deputy Head,May 2026
",
    );
    assert_eq!(
        recommendations(&import),
        ["Improve writing in both languages", "Strengthen self-evaluation"]
    );
    assert_eq!(answers(&import), ["R1", "R2"]);

    // Lines with a number and a label of their own are the names of blocks.
    let import = read(
        "\
Business plan,,
PRIORITY 1a Early Help,,
Action,Lead,By when
Agree the strategy,Head of Early Help,March 2026
PRIORITY 1b Domestic Abuse,,
Action,Lead,By when
Commission a service,Head of Safety,May 2026
",
    );
    assert_eq!(recommendations(&import), Vec::<&str>::new());
    let names: Vec<&str> = import.doc().workstreams.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["PRIORITY 1a Early Help", "PRIORITY 1b Domestic Abuse"]);

    assert_eq!(titles(&import), ["Agree the strategy", "Commission a service"]);

    // Without numbers their place above the headings shows it.
    let import = read(
        "\
Action plan and progress,,,
Peer review,,,
Recommendation,Action,Lead,By when
Visit on time.,Weekly reports,Head of Service,March 2026
Inspection,,,
Recommendation,Action,Lead,By when
Listen to children.,Survey,Head of Service,May 2026
",
    );
    let names: Vec<&str> = import.doc().workstreams.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Peer review", "Inspection"]);
}

#[test]
fn a_title_above_a_table_stays_a_title() {
    // The only line, the same line on each page, and a line over a table without blocks.
    for text in [
        "Improvement plan,,\nAction,Lead,By when\nRecruit,Head,March 2026\nInspection,,\nAction,Lead,By when\nTrain,Head,May 2026\n",
        "Anyshire,,\nImprovement plan,,\nAction,Lead,By when\nRecruit,Head,March 2026\nImprovement plan,,\nAction,Lead,By when\nTrain,Head,May 2026\n",
        "Anyshire,,\nImprovement plan,,\nAction,Lead,By when\nRecruit,Head,March 2026\n",
        "Anyshire,,\nPlan 2026,,\nAction,Lead,By when\nRecruit,Head,March 2026\nPhase 2 Training,,\nTrain,Head,May 2026\n",
    ] {
        let import = read(text);
        assert_eq!(import.doc().actions[0].workstream, None, "{text}");
        assert!(rows(&import).iter().any(|(_, kind)| *kind == "a title above the table"), "{text}");
    }
}

#[test]
fn a_yes_with_a_day_is_a_completion() {
    let import = read(
        "\
Recommendation,Action,By when,Achieved
Visit on time.,Weekly reports,March 2026,Yes – April 2026
Visit on time.,Audit,March 2026,Yes - see the minutes
Visit on time.,Train,March 2026,\"Yes, two teams outstanding\"
Visit on time.,Recruit,March 2026,No – due in June
",
    );
    assert_eq!(statuses(&import), ["completed", "completed", "not-stated", "not-stated"]);
    let completed = |at: usize| {
        import.doc().actions[at].completed.as_ref().map(improvement_plan::DueDate::as_str)
    };
    assert_eq!(completed(0), Some("April 2026"));
    assert_eq!(completed(1), None);
    assert_eq!(import.doc().actions[3].updates[0].text, "No – due in June");
    let said = said(&import);
    assert_eq!(says(&said, "status-doubted").len(), 1, "{said:?}");
}

#[test]
fn true_and_false_answer_only_where_the_heading_asks() {
    let import = read("Action,Due,Due Complete\nRecruit,March 2026,true\nTrain,March 2026,false\n");
    assert_eq!(statuses(&import), ["completed", "not-stated"]);
    let import = read("Action,Due,Status\nRecruit,March 2026,true\nTrain,March 2026,false\n");
    assert_eq!(statuses(&import), ["not-stated", "not-stated"]);
}

#[test]
fn a_completion_cell_with_more_words_gives_its_day_and_keeps_them() {
    let import = read(
        "\
Recommendation,Action,Target date,Date of completion and outcome
Ask about abuse.,Commission a service,June 2026,Completed 30 June 2026. 212 families seen.
Ask about abuse.,Write to all,June 2026,In progress – half are written
Ask about abuse.,Add a prompt,June 2026,Completed 3 May 2026. Two practices outstanding.
Ask about abuse.,Train,June 2026,The trainer is ill
",
    );
    assert_eq!(statuses(&import), ["completed", "in-progress", "not-stated", "not-stated"]);
    let first = &import.doc().actions[0];
    assert_eq!(
        first.completed.as_ref().map(improvement_plan::DueDate::as_str),
        Some("30 June 2026")
    );
    assert!(first.updates.iter().any(|one| one.text.contains("212 families seen")));
    assert_eq!(import.doc().actions[1].completed, None);
    let said = said(&import);
    assert_eq!(says(&said, "dates-not-read").len(), 1, "{said:?}");
}

#[test]
fn words_on_how_it_goes_are_a_status_in_a_column_of_progress_and_a_colour_in_one_of_colours() {
    let import = read(
        "\
Action,By when,Progress
Recruit,March 2026,On track – three of six posts filled
Train,March 2026,Off track. The trainer is ill
Audit,March 2026,The team is on track to lose a post
",
    );
    assert_eq!(statuses(&import), ["in-progress", "in-progress", "not-stated"]);
    assert!(import.doc().actions.iter().all(|one| one.rag.is_none()));
    let said = said(&import);
    assert_eq!(says(&said, "status-from-words").len(), 1, "{said:?}");
    let import = read("Action,By when,RAG\nRecruit,March 2026,On track – three posts filled\n");
    assert_eq!(import.doc().actions[0].rag.as_deref(), Some("green"));
}

#[test]
fn a_colour_that_no_legend_explains_is_asked_about() {
    let import = read(
        "\
Action,By when,BRAG
Recruit,March 2026,B
Train,March 2026,G
Audit,March 2026,B
",
    );
    assert_eq!(statuses(&import), ["not-stated"; 3]);
    let said = said(&import);
    let asked = says(&said, "colour-not-known");
    assert_eq!(asked.len(), 1, "{said:?}");
    for words in ["“B”", "2 cells", "{ \"word\": \"B\", \"means\": \"completed\" }"] {
        assert!(asked[0].contains(words), "{}", asked[0]);
    }
    // A status beside it says what it means; one that differs does not.
    let explained = "\
Action,By when,Status,BRAG
Recruit,March 2026,Complete,Blue
Train,March 2026,In progress,G
Audit,March 2026,Complete,Blue
";
    let import = read(explained);
    assert_eq!(says(&super::said(&import), "colour-not-known").len(), 0);
    let import = read(&explained.replacen("Complete", "In progress", 1));
    assert_eq!(says(&super::said(&import), "colour-not-known").len(), 1);
}

#[test]
fn a_refusal_in_the_place_of_the_action_makes_none() {
    let import = read(
        "\
Ref,Recommendation,Management response,Lead,By when
1,Report exceptions weekly.,Agreed. A weekly report will be run.,Head of Fostering,March 2026
2,Buy in bulk.,Not agreed. Market prices are paid already.,,
3,Review declined referrals.,Declined referrals will be reviewed.,Head of MASH,May 2026
",
    );
    assert_eq!(titles(&import).len(), 2, "{:?}", titles(&import));
    let second = import.doc().recommendations[1].response.as_ref();
    let second = second.and_then(|one| one.decision.as_ref()).map(|one| one.as_str());
    assert_eq!(second, Some("declined"));
    let said = said(&import);
    assert_eq!(says(&said, "response-declined").len(), 1, "{said:?}");
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn rows_that_sum_up_others_are_groups_and_no_actions() {
    let groups = "\
Task Name,Assigned To,Start Date,End Date,Status
Objective 1: Recognise neglect,,5/1/2026,30/9/2026,In Progress
Buy a licence,Manager,5/1/2026,27/2/2026,Complete
Train all staff,Training Lead,2/3/2026,30/9/2026,In Progress
Objective 2: Help that lasts,,1/4/2026,31/3/2027,In Progress
Set up a fund,Head of Early Help,1/4/2026,31/7/2026,On hold
";
    let import = read(groups);
    assert_eq!(titles(&import), ["Buy a licence", "Train all staff", "Set up a fund"]);
    let names: Vec<&str> = import.doc().workstreams.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Objective 1: Recognise neglect", "Objective 2: Help that lasts"]);
    assert_eq!(says(&said(&import), "summary-rows").len(), 1);

    let import = read(
        "\
WBS,Task Name,Finish,Resource Names
1,Family hubs,2/7/27,
1.1,Governance,22/5/26,
1.1.1,Set up a board,30/1/26,Programme Manager
1.1.2,Agree with the ICB,24/4/26,Programme Manager
1.2,Buildings,4/12/26,
1.2.1,Survey all centres,24/4/26,Surveyor
",
    );
    assert_eq!(titles(&import), ["Set up a board", "Agree with the ICB", "Survey all centres"]);

    let import = read(
        "\
Summary,Assignee,Due date,Status,Parent summary
Recommendation 1: Timeliness,,,In progress,
Hold a daily meeting,Team Manager,31/3/26,Done,Recommendation 1: Timeliness
",
    );
    assert_eq!(titles(&import).iter().filter(|one| one.contains("Timeliness")).count(), 0);

    // An owner, a label of work, or any other row without an owner makes them actions.
    for text in [
        groups.replace("neglect,,", "neglect,Manager,"),
        groups.replace("Objective", "Action"),
        groups.replace("Training Lead", ""),
    ] {
        let import = read(&text);
        assert_eq!(titles(&import).len(), 5, "{text}");
    }
}
