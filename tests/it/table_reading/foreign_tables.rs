//! Tables of other tools and other inspectorates: what their columns mean, and what their cells say.

use improvement_plan::import::{ColumnMeaning, Import, ReadOptions, TableOptions};

use super::{columns, read, said};

/// What each column is taken for.
fn meanings(table: &str) -> Vec<&'static str> {
    columns(&read(table)).into_iter().map(|(_, means)| means).collect()
}

fn codes(import: &Import) -> Vec<&str> {
    import.diagnostics().iter().map(|one| one.code().as_str()).collect()
}

/// Each action in a line: title, status, due day, completion day, colour.
fn actions(import: &Import) -> Vec<String> {
    let day = |day: &Option<improvement_plan::DueDate>| {
        day.as_ref().map_or_else(String::new, |day| day.as_str().to_owned())
    };
    let actions = import.doc().actions.iter();
    actions
        .map(|one| {
            format!(
                "{}; {}; {}; {}; {}",
                one.title,
                one.status.as_str(),
                day(&one.due),
                day(&one.completed),
                one.rag.as_deref().unwrap_or_default()
            )
        })
        .collect()
}

/// Tables, and what their columns are taken for.
const TABLES: &[(&str, &str)] = &[
    // A task is named by `Name`, and an empty column is nobody's action.
    (
        "Task ID,Name,Section/Column,Assignee,Due Date,Notes,Projects,Parent task\n\
             1,Agree the protocol,Front door,MASH Manager,2026-02-28,,Ofsted plan,\n\
             2,Train the staff,Placements,Workforce Lead,2026-05-31,,Ofsted plan,\n",
        "action-reference action workstream owners due update note note",
    ),
    (
        "Action,Description,Lead,By when\n\
             ,Recruit ten social workers,HR,31/12/2026\n\
             ,Train all of the staff,PSW,30/11/2026\n",
        "- action owners due",
    ),
    // What is constant names the plan, and no action.
    (
        "Plan Name,Recommendation Text,Action Text,Lead Officer,Due Date,Status Description\n\
             ILACS plan,Reduce caseloads.,Recruit,HR,31/12/2026,Open\n\
             ILACS plan,Hear every child.,Train,PSW,30/11/2026,Completed\n",
        "note recommendation action owners due status",
    ),
    // What the inspectors wrote, beside what it is measured against.
    (
        "Standard,Shortfall identified,Requirement,Action,Person responsible\n\
             NMS 13,Training not up to date,Ensure that carers complete the training,Tracker,HR\n\
             NMS 21,Supervision infrequent,Supervise carers every six weeks or sooner,Allocate,HR\n",
        "workstream note recommendation action owners",
    ),
    (
        "Regulation,How the regulation was not being met,Action taken,Lead,Action\n\
             Regulation 18,There were not enough nurses.,None,HR,Recruit\n\
             Regulation 17,Audits did not lead to change.,None,HR,Meet\n",
        "workstream recommendation update owners action",
    ),
    ("Area of significant weakness,Action,Lead\nPlans,Audit,HR\n", "recommendation action owners"),
    ("Key issue from Ofsted,Action,Lead\nPlans,Audit,HR\n", "recommendation action owners"),
    ("Ofsted said,Action,Lead\nPlans,Audit,HR\n", "recommendation action owners"),
    (
        "Key issue,Recommendation,Action,Lead\nSlow,Plans,Audit,HR\n",
        "update recommendation action owners",
    ),
    // One column that is both.
    (
        "Minute,Recommendation / Action,Lead officer,Status\n\
             1,That officers report the cost,Head of SEND,Open\n",
        "- recommendation owners status",
    ),
    (
        "Recommendation / Action,Action,Lead officer,Status\n\
             That officers report the cost,Report,Head of SEND,Open\n",
        "recommendation action owners status",
    ),
    // Steps are the actions where several answer one recommendation, and none is a list.
    (
        "Recommendation,Steps to be taken,Owner,Timescale\n\
             Attend the board.,Write the rules,Chair,May 2026\n\
             ,Report to the board,Head,June 2026\n",
        "recommendation action owners due",
    ),
    (
        "Recommendation,Steps to be taken,Owner,Timescale\n\
             Attend the board.,\"Write the rules\nAsk\",Chair,May 2026\n\
             Hear children.,Report to the board,Head,June 2026\n",
        "recommendation milestones owners due",
    ),
    // Days.
    (
        "Recommendation,Action,Lead,Date actions will be completed,Completed Y/N\n\
             Plans,Audit,HR,30/04/2026,N\n",
        "recommendation action owners due status",
    ),
    (
        "Recommendation,Action,Lead,Original implementation date,Current implementation date\n\
             Plans,Audit,HR,30/04/2026,30/09/2026\n",
        "recommendation action owners due revised-due",
    ),
    (
        "Action,Lead,Timeline - Start,Timeline - End\nAudit,HR,30/04/2026,30/09/2026\n",
        "action owners start due",
    ),
    (
        "Name,Owner,Status,Timeline - Start,Timeline - End\nAudit,HR,Open,30/04/2026,30/09/2026\n",
        "action owners status start due",
    ),
    // The day of a meeting stands left of what was decided.
    (
        "Date,Recommendation,Action,Lead,Status\n12/01/2026,Plans,Audit,HR,Open\n",
        "note recommendation action owners status",
    ),
    (
        "Recommendation,Action,Lead,Date,Status\nPlans,Audit,HR,12/01/2026,Open\n",
        "recommendation action owners due status",
    ),
    // How far the work is.
    (
        "Recommendation,Action,Lead,By when,Current position,Grading\n\
             Plans,Audit,HR,May 2026,Prompt live on all devices,Closed \u{2013} verified\n\
             Visits,Train,HR,May 2026,One of two was appointed,Open \u{2013} at risk\n",
        "recommendation action owners due update status",
    ),
    (
        "Action,Lead,% Complete,Status\nAudit,HR,50%,On hold\nTrain,HR,10%,In progress\n",
        "action owners note status",
    ),
    (
        "Complaint,Stage,Learning identified,Agreed action,Officer,Action completed\n\
             C1,2,Letters,Train,HR,12/03/2026\n\
             C2,LGSCO,Visits,Audit,HR,\n",
        "- note recommendation action owners completed",
    ),
    (
        "Recommendation,Action,Lead,RAG Autumn,RAG Spring,RAG Summer\n\
             Plans,Audit,HR,R,A,\nVisits,Train,HR,A,G,\n",
        "recommendation action owners note rag note",
    ),
    (
        "Recommendation,Action,Lead,Evaluation (RAG)\nPlans,Audit,HR,G\nVisits,Train,HR,A\n",
        "recommendation action owners rag",
    ),
    (
        "Recommendation,Action,Lead,Evaluation\nPlans,Audit,HR,All is well now\n",
        "recommendation action owners evidence",
    ),
];

#[test]
fn the_columns_of_other_tools_and_inspectorates_are_told() {
    let mut wrong = Vec::new();
    for (table, expected) in TABLES {
        let found = meanings(table).join(" ");
        if found != *expected {
            wrong.push(format!("{table}  {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_a_cell_says_of_the_state_is_read_with_its_day() {
    let mut wrong = Vec::new();
    let table = |heading: &str, cell: &str| {
        format!(
            "Recommendation,Action,Lead,By when,{heading}\nPlans,Audit,HR,May 2026,\"{cell}\"\n"
        )
    };
    for (heading, cell, expected) in [
        ("Achieved", "Yes \u{2013} April 2026", "completed; May 2026; April 2026; "),
        ("Achieved", "Yes - all staff trained", "completed; May 2026; ; "),
        ("Achieved", "No \u{2013} April 2026", "not-stated; May 2026; ; "),
        ("Due complete", "true", "completed; May 2026; ; "),
        ("Due complete", "false", "not-stated; May 2026; ; "),
        ("Progress", "On track \u{2013} approved in May", "in-progress; May 2026; ; "),
        ("Status", "On track", "in-progress; May 2026; ; green"),
        ("Status", "Complete \u{2013} Sept 2026", "completed; May 2026; Sept 2026; "),
        ("Status", "Closed \u{2013} pending verification", "awaiting-sign-off; May 2026; ; "),
        ("Status", "Open \u{2013} not started", "not-started; May 2026; ; "),
        (
            "Date completed",
            "Completed 30 June 2026. 212 seen.",
            "completed; May 2026; 30 June 2026; ",
        ),
        ("Date completed", "Not completed", "not-stated; May 2026; Not completed; "),
    ] {
        let found = actions(&read(&table(heading, cell))).join("\n");
        if found != format!("Audit; {expected}") {
            wrong.push(format!("{heading}, {cell}: {found}, not {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_column_of_two_things_is_split_where_every_cell_divides_in_the_same_way() {
    let table = |heading: &str, first: &str, second: &str| {
        format!(
            "Recommendation,Action,{heading}\nPlans,Audit,\"{first}\"\nVisits,Train,\"{second}\"\n"
        )
    };
    let import = read(&table(
        "Lead / Timescale",
        "Nurse\nMay 2026",
        "Head of Service, Health\nBy end March 2027",
    ));
    let action = &import.doc().actions[1];
    assert_eq!(action.owners[0].as_str(), Some("Head of Service, Health"));
    assert_eq!(action.due.as_ref().unwrap().as_str(), "By end March 2027");
    assert_eq!(
        said(&import),
        [
            "advice[column-split] row 1, column \"Lead\": “Lead / Timescale” (column C) holds two things in each of its cells, persons and days: it was read as “Lead” and, as column D, “Timescale”"
        ]
    );
    // The options that the reading gives read it in the same way.
    let again = super::read_with(
        &table("Lead / Timescale", "Nurse\nMay 2026", "Head of Service, Health\nBy end March 2027"),
        &import.interpretation().to_options(),
    );
    assert_eq!(again.doc().actions, import.doc().actions);
    for (heading, first, second) in [
        // A cell does not divide, or into something else.
        ("Lead / Timescale", "Nurse\nMay 2026", "Head of Service"),
        ("Lead / Timescale", "Nurse\nMay 2026", "Nurse\nwhen it is ready"),
        ("Lead / Timescale", "Nurse\nMay 2026", "Nurse; June 2026"),
        // The heading names one thing.
        ("Lead / Owner", "Nurse\nMay 2026", "Nurse\nJune 2026"),
        ("Lead", "Nurse\nMay 2026", "Nurse\nJune 2026"),
    ] {
        let import = read(&table(heading, first, second));
        assert!(!codes(&import).contains(&"column-split"), "{heading}: {second}");
        assert!(import.doc().actions.iter().all(|one| one.due.is_none()), "{heading}: {second}");
    }
    let asked = read(&table("Lead / Timescale", "Nurse\nMay 2026", "Head of Service"));
    assert!(!codes(&asked).is_empty());
}

#[test]
fn nobody_yet_and_words_for_a_time_divide_like_names_and_days() {
    let import = read(
        "Recommendation,Action,Lead / Timescale\n\
         Plans,Audit,TBC / asap\n\
         Visits,Train,\"Head of Service, Health / Spring 2027\"\n",
    );
    assert!(codes(&import).contains(&"column-split"), "{:?}", said(&import));
    let owners = import.doc().actions.iter().map(|one| one.owners[0].as_str().unwrap());
    assert_eq!(owners.collect::<Vec<_>>(), ["TBC", "Head of Service, Health"]);
    let dues = import.doc().actions.iter().map(|one| one.due.as_ref().unwrap().as_str());
    assert_eq!(dues.collect::<Vec<_>>(), ["asap", "Spring 2027"]);
}

#[test]
fn a_table_of_labels_or_figures_is_no_plan_unless_the_options_say_so() {
    let table = |cell: fn(usize) -> String, rows: usize| {
        (0..rows).fold("Subject,Method,Team\n".to_owned(), |table, at| {
            table + &format!("s{at},{},HR\n", cell(at))
        })
    };
    let labels = table(|at| ["inject", "oral dose"][at % 2].to_owned(), 12);
    let figures = table(|at| at.to_string(), 12);
    for none in [&labels, &figures] {
        let import = read(none);
        assert!(import.doc().actions.is_empty(), "{none}");
        assert!(codes(&import).contains(&"table-not-found"), "{:?}", codes(&import));
    }
    let options = ReadOptions::new()
        .with_tables([TableOptions::new().with_column("Method", ColumnMeaning::Action)]);
    // Rows that say the same are one action.
    assert_eq!(super::read_with(&labels, &options).doc().actions.len(), 2);
    // Other headings of a plan make it one.
    let plan = labels.replace("Subject,Method,Team", "Recommendation,Method,Status");
    assert_eq!(read(&plan).doc().actions.len(), 2);
    // Short titles that differ, longer ones that repeat, and few rows are actions.
    for (cell, rows, actions) in [
        ((|at| format!("Audit {at}")) as fn(usize) -> String, 12, 12),
        (|at| ["Audit twenty case files", "Train"][at % 2].to_owned(), 12, 2),
        (|_| "Audit".to_owned(), 11, 1),
    ] {
        assert_eq!(read(&table(cell, rows)).doc().actions.len(), actions, "{}", cell(0));
    }
}

#[test]
fn a_response_in_the_place_of_the_action_may_decline_the_recommendation() {
    let import = read(
        "Ref,Recommendation,Management Response,Officer,Due\n\
         1,Check the end dates.,Agreed. A report will be run each week.,HR,May 2026\n\
         2,Compare the costs.,Not agreed. The market does so already.,HR,N/A\n",
    );
    assert_eq!(import.doc().actions.len(), 1);
    let responses: Vec<_> = import
        .doc()
        .recommendations
        .iter()
        .map(|one| {
            one.response.as_ref().map(|one| (one.decision.unwrap().as_str(), one.reason.as_deref()))
        })
        .collect();
    assert_eq!(responses, [None, Some(("declined", Some("The market does so already.")))]);
}

#[test]
fn a_line_above_the_table_that_names_a_recommendation_heads_the_first_block() {
    for (first, second, references) in [
        ("R1: Improve writing skills", "R2: Strengthen the evaluation", ["R1", "R2"]),
        (
            "Area of significant weakness 1: The lack of a vision",
            "Area of significant weakness 2: The quality of plans",
            ["1", "2"],
        ),
        (
            "Area for Priority Action 1 - write plans",
            "Area for Priority Action 2 - see children",
            ["1", "2"],
        ),
    ] {
        let import = read(&format!(
            "{first},,\nAction,Lead,By when\nAudit,HR,May 2026\nTrain,HR,June 2026\n{second},,\nAction,Lead,By when\nVisit,HR,May 2026\nTell,HR,June 2026\n"
        ));
        let found: Vec<_> = import
            .doc()
            .recommendations
            .iter()
            .map(|one| one.reference.as_deref().unwrap())
            .collect();
        assert_eq!(found, references, "{first}");
        let answers: Vec<_> =
            import.doc().actions.iter().map(|one| one.answers.join(" ")).collect();
        let [one, two] = references;
        assert_eq!(answers, [one, one, two, two], "{first}");
    }
    let import = read("R1 plan of the school,,\nAction,Lead,By when\nAudit,HR,May 2026\n");
    assert_eq!(import.doc().recommendations.len(), 0);
}
