//! The help of structural problems and rules names what the table has a place for.

use improvement_plan::Rules;

use super::{options, read, read_with};

fn helps(import: &improvement_plan::import::Import, code: &str) -> Vec<String> {
    let found = match import.build() {
        Ok(plan) => {
            let checked = plan.check(&Rules::standard(), "2026-11-02".parse().unwrap());
            import.located(checked)
        }
        Err(refused) => refused.diagnostics().clone(),
    };
    found.of_code(code).map(|one| one.help().to_owned()).collect()
}

#[test]
fn actions_under_sections_are_helped_to_say_that_these_are_the_recommendations() {
    let import =
        read("Action,Lead,By when\nHELPING EARLY,,\nRecruit,HR,31/12/2026\nRetain,HR,31/12/2026\n");
    assert_eq!(import.doc().workstreams[0].name, "HELPING EARLY");
    let found = helps(&import, "action-without-recommendation");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "If the rows of sections are the recommendations, say so in the options, as in \"rows\": [{ \"are\": \"recommendation\", \"numbers\": [2] }]."
        ),
        "{found:?}"
    );
    let import = read("Action,Lead,By when\nRecruit,HR,31/12/2026\nRetain,HR,31/12/2026\n");
    let found = helps(&import, "action-without-recommendation");
    assert!(found[0].starts_with("Say in the options which column"), "{found:?}");
}

#[test]
fn nobody_is_told_to_correct_a_status_that_the_table_has_no_column_for() {
    let table =
        "Recommendation,Action,Lead,Date completed\nReduce caseloads.,Recruit,HR,31/12/2030\n";
    let dated = options().with_status_date("30 October 2026");
    let found = helps(&read_with(table, &dated), "completed-in-future");
    assert_eq!(found, ["Correct the completion date."]);
    let table = table.replace(",Date", ",Status,Date").replace(",31/12", ",Completed,31/12");
    let found = helps(&read_with(&table, &dated), "completed-in-future");
    assert_eq!(found, ["Correct the completion date or the status."]);
}
