//! Headings of several rows, and cells that are merged over the rows of an action.

use improvement_plan::DueDate;
use improvement_plan::import::Import;

use super::said;
use super::workbook_shapes::{import, merge, sheet, unused};

#[test]
fn headings_of_two_rows_are_one_line_where_the_file_merges_them() {
    let mut plan = sheet(
        "Plan",
        &[
            "Written statement of action",
            "Area of significant weakness 1: The lack of a vision",
            "Ref|Action|Lead|Timescale||Milestones||Progress",
            "|||Start|End|3 months|6 months|",
            "1.1|Create a board|Head|Jan 2026|Mar 2026|Chair named|Board meets|Complete",
            "Area of significant weakness 2: The quality of plans",
            "Ref|Action|Lead|Timescale||Milestones||Progress",
            "|||Start|End|3 months|6 months|",
            "2.1|Audit the plans|QA Lead|Feb 2026|Apr 2026|Tested|100 done|On track \u{2013} 40 done",
        ],
    );
    let tall = |row| [0, 1, 2, 7].map(|column| merge((row, row + 1), (column, column)));
    let wide = |row| [merge((row, row), (3, 4)), merge((row, row), (5, 6))];
    plan.merges = [merge((1, 1), (0, 7)), merge((2, 2), (0, 7)), merge((6, 6), (0, 7))].into();
    plan.merges.extend(tall(3).into_iter().chain(wide(3)).chain(tall(7)).chain(wide(7)));
    let import = import(&[plan]);
    let lines: Vec<String> = import
        .doc()
        .actions
        .iter()
        .map(|one| {
            let day = |day: &Option<DueDate>| day.as_ref().unwrap().as_str().to_owned();
            let steps: Vec<_> = one.milestones.iter().map(|step| step.title.as_str()).collect();
            format!(
                "{} {} {} {} {} {steps:?}",
                one.answers.join(" "),
                one.title,
                day(&one.start),
                day(&one.due),
                one.status.as_str()
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "1 Create a board Jan 2026 Mar 2026 completed [\"3 months: Chair named\", \"6 months: Board meets\"]",
            "2 Audit the plans Feb 2026 Apr 2026 in-progress [\"3 months: Tested\", \"6 months: 100 done\"]"
        ]
    );
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn a_heading_over_two_columns_is_of_the_number_and_the_words() {
    let mut plan = sheet(
        "Plan",
        &[
            "Recommendation||Officer|Update|Achieved",
            "||||(tick)",
            "2 (i)|Appoint a lead for every family plan|Head|All have one|\u{2713}",
            "2 (ii)|Agree one form with schools and health|Manager|Not yet|",
        ],
    );
    plan.merges = vec![merge((1, 2), (0, 1)), merge((1, 2), (2, 2)), merge((1, 2), (3, 3))];
    let import = import(&[plan]);
    let found: Vec<_> = import
        .doc()
        .recommendations
        .iter()
        .map(|one| (one.reference.as_deref(), one.text.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (Some("2 (i)"), "Appoint a lead for every family plan"),
            (Some("2 (ii)"), "Agree one form with schools and health")
        ]
    );
    let statuses: Vec<_> = import.doc().actions.iter().map(|one| one.status.as_str()).collect();
    assert_eq!(statuses, ["completed", "not-stated"]);
}

#[test]
fn what_is_merged_over_all_rows_of_an_action_is_the_actions_and_no_milestones() {
    let lines = [
        "Ref|Recommendation|Action|Milestone|Milestone date|Lead|RAG|Status",
        "1|Visits are on time|Launch the policy|Draft|27/02/2026|HR|Green|In progress",
        "|||In force|29/05/2026|||",
    ];
    let mut plan = sheet("Plan", &lines);
    plan.merges = [0, 1, 2, 5, 6, 7].map(|column| merge((2, 3), (column, column))).into();
    let whole = import(&[plan.clone()]);
    let action = &whole.doc().actions[0];
    assert_eq!((action.rag.as_deref(), action.status.as_str()), (Some("green"), "in-progress"));
    assert_eq!(action.updates.len(), 0);
    assert!(action.milestones.iter().all(|one| one.owners.is_empty()));
    // A colour of the first row alone is that of its milestone.
    plan.merges.retain(|one| one.columns != (6, 6));
    let first = import(&[plan]);
    assert_eq!(first.doc().actions[0].rag, None);
    assert_eq!(first.doc().actions[0].updates[0].text, "Draft: Green");
}

#[test]
fn an_owner_is_not_carried_down_beside_merged_owners() {
    let lines = [
        "Ref|Recommendation|Action|Lead",
        "1|Visits are on time|Launch the policy|HR",
        "||Train the staff|",
        "||Tell the families|",
    ];
    let mut plan = sheet("Plan", &lines);
    let owners = |import: &Import| {
        import.doc().actions.iter().map(|one| one.owners.len()).collect::<Vec<_>>()
    };
    assert_eq!(owners(&import(&[plan.clone()])), [1, 1, 1]);
    plan.merges = vec![merge((2, 3), (3, 3))];
    let import = import(&[plan]);
    assert_eq!(owners(&import), [1, 1, 0]);
    assert_eq!(
        said(&import),
        [
            "warning[not-carried-down] Plan!D4: the cell is blank, but the owner above was not carried down to it: the column has merged cells, and this is none of them"
        ]
    );
}
