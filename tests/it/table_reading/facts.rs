//! What is known of the plan as a whole, and from where.

use improvement_plan::import::ReadOptions;

use super::{read_with, said};

#[test]
fn the_rows_above_the_table_say_whose_plan_it_is_and_of_which_day() {
    let import = read_with(
        "Anyshire County Council: Children's improvement plan,,\nPosition as at 30 October 2026,,\nAction,Lead,By when\nRecruit,HR,Dec 2026\n",
        &ReadOptions::new(),
    );
    let doc = import.doc();
    assert_eq!(doc.title, "Anyshire County Council: Children's improvement plan");
    assert_eq!(doc.authority.name, "Anyshire County Council");
    assert_eq!(doc.reference, "anyshire-county-council-childrens-improvement-plan");
    assert_eq!(doc.status_date.as_ref().unwrap().as_str(), "30 October 2026");
    assert_eq!(
        said(&import)[..4],
        [
            "advice[fact-worked-out] reference: the reference is taken to be “anyshire-county-council-childrens-improvement-plan”, made from the title",
            "advice[fact-worked-out] row 1: the title is taken to be “Anyshire County Council: Children's improvement plan”, from the title in row 1",
            "advice[fact-worked-out] row 1: the authority is taken to be “Anyshire County Council”, from the title in row 1",
            "advice[fact-worked-out] row 2: the status date is taken to be “30 October 2026”, from the title in row 2",
        ]
    );
}

#[test]
fn a_row_with_the_name_of_the_authority_alone_is_not_the_title_above_one() {
    for name in ["Anyshire County Council", "London Borough of Anytown"] {
        let table = format!(
            "{name},,\nPosition as at 30 October 2026,,\nChildren's improvement plan,,\nAction,Lead,By when\nRecruit,HR,Dec 2026\n"
        );
        let import = read_with(&table, &ReadOptions::new());
        let doc = import.doc();
        assert_eq!((&*doc.authority.name, &*doc.title), (name, "Children's improvement plan"));
        assert_eq!(doc.status_date.as_ref().unwrap().as_str(), "30 October 2026");
    }
    let import =
        read_with("Anyshire County Council,\nAction,Lead\nRecruit,HR\n", &ReadOptions::new());
    assert_eq!(import.doc().title, "Anyshire County Council");
}

#[test]
fn what_the_options_give_wins() {
    let options = ReadOptions::new()
        .with_authority("Otherton")
        .with_reference("o-26")
        .with_title("Our plan")
        .with_status_date("1 May 2026")
        .with_file_name("x.csv");
    let import =
        read_with("Anyshire Council plan as at 2 June 2026\nAction,Lead\nRecruit,HR\n", &options);
    let doc = import.doc();
    assert_eq!(
        (doc.authority.name.as_str(), doc.reference.as_str(), doc.title.as_str()),
        ("Otherton", "o-26", "Our plan")
    );
    assert_eq!(doc.status_date.as_ref().unwrap().as_str(), "1 May 2026");
    assert!(
        import.interpretation().facts().iter().all(|fact| fact.why() == "given in the options")
    );
}

#[test]
fn without_anything_else_the_name_of_the_file_is_the_title_and_the_rest_is_missed() {
    let options = ReadOptions::new().with_file_name("plans/Action_plan_v2.csv");
    let import = read_with("Action,Lead\nRecruit,HR\n", &options);
    assert_eq!(import.doc().title, "Action plan v2");
    assert_eq!(
        said(&import)[..3],
        [
            "advice[fact-worked-out] title: the title is taken to be “Action plan v2”, from the name of the file",
            "advice[fact-worked-out] reference: the reference is taken to be “action-plan”, made from the title",
            "warning[fact-not-found] authority.name: the authority is not in the file",
        ]
    );
}

#[test]
fn a_document_is_never_without_a_title_a_reference_and_an_authority() {
    let import = read_with("Action,Lead\nRecruit,HR\n", &ReadOptions::new());
    let doc = import.doc();
    assert!(![&doc.title, &doc.reference, &doc.authority.name].iter().any(|text| text.is_empty()));
}
