//! Which recommendations an action answers, and tables of recommendations alone.

use improvement_plan::model::Tier;
use improvement_plan::{Recommendation, Source};

use super::{answers, options, read, read_with, refused, said, titles, unused};

#[test]
fn a_recommendation_without_a_number_is_linked_by_the_id_its_words_make() {
    let import =
        read("Recommendation,Action\nReduce caseloads.,Recruit\nReduce  caseloads.,Retain\n");
    let [one] = import.doc().recommendations.as_slice() else { panic!("one recommendation") };
    assert_eq!(one.reference, None);
    let id = one.id.unwrap().to_string();
    assert_eq!(answers(&import), [id.as_str(), id.as_str()]);
    assert_eq!(refused(&import), Vec::<String>::new());
}

#[test]
fn a_number_before_the_words_is_the_reference() {
    let import = read(
        "Recommendation,Action\n\"17. (57, 138) The plan is clear.\",Write\n18. Reviews are on time.,Review\n18,Review again\n",
    );
    let references: Vec<_> =
        import.doc().recommendations.iter().map(|one| one.reference.clone().unwrap()).collect();
    assert_eq!(references, ["17. (57, 138)", "18"]);
    assert_eq!(answers(&import), ["17. (57, 138)", "18", "18"]);
}

#[test]
fn several_references_in_a_cell_are_several_links() {
    let import = read_with(
        "Ref,Recommendation,Action\nA1,\"1, 2 and 5\",Board\nA2,r02; 5,Audit\nA3,\"17. (57, 138)\",Write\nA4,1/2,Review\n",
        &options().with_recommendations([
            Recommendation::new("One.").with_reference("1"),
            Recommendation::new("Two.").with_reference("2"),
            Recommendation::new("Five.").with_reference("5"),
            Recommendation::new("Seventeen.").with_reference("17. (57, 138)"),
        ]),
    );
    assert_eq!(answers(&import), ["1; 2; 5", "2; 5", "17. (57, 138)", "1; 2"]);
    assert_eq!(refused(&import), Vec::<String>::new());
}

#[test]
fn a_reference_that_matches_nothing_is_told_by_building_at_its_cell_with_the_nearest() {
    let import = read_with(
        "Rec no,Action\nR1,Recruit\nR12,Retain\n",
        &options().with_recommendations([
            Recommendation::new("One.").with_reference("R1"),
            Recommendation::new("Nobody answers this.").with_reference("R30"),
        ]),
    );
    assert_eq!(said(&import), Vec::<String>::new());
    let refused = import.build().unwrap_err();
    let one = refused.diagnostics().iter().next().unwrap();
    assert_eq!(
        one.to_string(),
        "error[unknown-recommendation] row 3, column \"Rec no\": there is no recommendation “R12”"
    );
    assert!(one.help().starts_with("The nearest reference is “R1”."), "{}", one.help());
}

#[test]
fn words_that_differ_from_the_full_ones_are_said_and_the_full_ones_kept() {
    let import = read_with(
        "Rec no,Recommendation,Action\nR1,Fewer cases,Recruit\n",
        &options()
            .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("R1")]),
    );
    assert_eq!(answers(&import), ["R1"]);
    assert_eq!(import.doc().recommendations[0].text, "Reduce caseloads.");
    assert_eq!(
        said(&import),
        [
            "warning[words-differ] row 2, column \"Recommendation\": this row says “Fewer cases”, but recommendation R1 says “Reduce caseloads.”"
        ]
    );
}

#[test]
fn the_words_alone_find_a_recommendation_that_has_a_reference() {
    let import = read_with(
        "Recommendation,Action\nreduce CASELOADS.,Recruit\n",
        &options()
            .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("R1")]),
    );
    assert_eq!(answers(&import), ["R1"]);
    assert_eq!(import.doc().recommendations.len(), 1);
}

#[test]
fn one_number_for_two_recommendations_is_told_by_building() {
    let import = read(
        "Rec no,Recommendation,Action\n1,Reduce caseloads.,Recruit\n1,Review on time.,Review\n",
    );
    assert_eq!(
        refused(&import),
        [
            "error[duplicate-reference] row 3, column \"Rec no\": “1” is already the reference of row 2 “Reduce caseloads.”"
        ]
    );
}

#[test]
fn references_alone_are_kept_and_said_where_the_recommendations_are_not_given() {
    let import = read("Ofsted ref,Action\n3,Recruit\n4,Retain\n");
    assert_eq!(answers(&import), ["3", "4"]);
    assert_eq!(
        said(&import),
        [
            "advice[recommendations-not-given] row 1: the recommendations that the actions answer are not in the file"
        ]
    );
    assert_eq!(refused(&import).len(), 2);
}

#[test]
fn recommendations_of_several_reports_each_belong_to_their_own() {
    let import = read(
        "\
Local area,Report date,Responsible body,Areas for priority action
Anyshire,15 May 2025,Anyshire County Council and NHS Anyshire ICB,Plans are reviewed on time.
Anyshire,15 May 2025,Anyshire County Council,Waiting times fall.
Otherton,2 June 2025,Otherton Council,Plans are reviewed on time.
",
    );
    let doc = import.doc();
    let titles: Vec<_> = doc.sources.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Anyshire, 15 May 2025", "Otherton, 2 June 2025"]);
    assert_eq!(doc.sources[0].published.as_ref().unwrap().as_str(), "15 May 2025");
    assert_eq!(doc.recommendations.len(), 3);
    assert!(doc.recommendations.iter().all(|one| one.tier == Some(Tier::PriorityAction)));
    let addressed: Vec<_> = doc.recommendations[0]
        .addressed_to
        .iter()
        .map(improvement_plan::model::Addressee::as_str)
        .collect();
    assert_eq!(addressed, ["council", "health"]);
    assert_eq!(doc.recommendations[0].tags, ["Anyshire County Council", "NHS Anyshire ICB"]);
    assert_eq!(doc.recommendations[0].source, doc.recommendations[1].source);
    assert_ne!(doc.recommendations[0].source, doc.recommendations[2].source);
    assert_eq!(said(&import), Vec::<String>::new());
    assert_eq!(unused(&import), Vec::<String>::new());
    assert_eq!(refused(&import), Vec::<String>::new());
}

#[test]
fn the_source_of_the_options_is_that_of_every_recommendation_without_one() {
    let import = read_with(
        "Recommendation,Action\nReduce caseloads.,Recruit\n",
        &options().with_source("Inspection of children's services"),
    );
    let doc = import.doc();
    assert_eq!(doc.sources[0].title, "Inspection of children's services");
    assert_eq!(doc.recommendations[0].source, Some(doc.sources[0].id.unwrap().to_string()));
    assert_eq!(refused(&import), Vec::<String>::new());
}

#[test]
fn one_reference_in_two_reports_is_told_apart_by_the_source_of_the_row() {
    let given = [("a", "Reduce caseloads."), ("b", "Review on time.")];
    let import = read_with(
        "Source,Rec no,Action\nb,1,Review\na,1,Recruit\n,1,Which\n",
        &options()
            .with_sources([
                Source::new("A report").with_reference("a"),
                Source::new("B report").with_reference("b"),
            ])
            .with_recommendations(given.map(|(source, text)| {
                Recommendation::new(text).with_reference("1").with_source(source)
            })),
    );
    let doc = import.doc();
    let id = |at: usize| doc.recommendations[at].id.unwrap().to_string();
    assert_eq!(answers(&import)[..2], [id(1), id(0)]);
    assert_eq!(
        refused(&import),
        ["error[ambiguous-reference] row 4, column \"Rec no\": “1” could be “a/1” or “b/1”"]
    );
}

#[test]
fn a_numbered_recommendation_of_one_word_without_an_action_is_kept() {
    let import = read(
        "\
No.,Ofsted recommendation,Action,Lead,Due
1,Reduce caseloads.,Recruit,HR,Dec 2026
2,Supervision,,,
3,Keep good records.,Audit,QA,Jan 2027
4,WORKFORCE,,,
",
    );
    let doc = import.doc();
    let texts: Vec<_> = doc.recommendations.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["Reduce caseloads.", "Supervision", "Keep good records.", "WORKFORCE"]);
    assert_eq!(answers(&import), ["1", "3"]);
    assert!(doc.workstreams.is_empty());
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn what_beside_a_recommendation_is_the_action() {
    let import = read(
        "\
Recommendation,What?,Who?,When?
1. Reduce caseloads.,Recruit,HR,Dec 2026
",
    );
    assert_eq!(titles(&import), ["Recruit"]);
    assert_eq!(answers(&import), ["1"]);
}

#[test]
fn words_that_say_that_there_is_no_action_make_none() {
    let import = read(
        "\
No.,Recommendation,Action,Lead
1,Reduce caseloads.,Recruit,HR
2,Review on time.,No action required,
3,Keep good records.,TBC,QA
",
    );
    assert_eq!(titles(&import), ["Recruit"]);
    assert_eq!(import.doc().recommendations.len(), 3);
    assert_eq!(
        said(&import),
        [
            "warning[no-action-said] row 3, column \"Action\": “No action required” is no action, so none was made",
            "warning[no-action-said] row 4, column \"Action\": “TBC” is no action, so none was made",
        ]
    );
    assert_eq!(
        unused(&import),
        [
            "row 3, column \"Action\", No action required: it says that there is no action",
            "row 4, column \"Action\", TBC: it says that there is no action",
            "row 4, column \"Lead\", QA: there is no action that it could belong to",
        ]
    );
}

#[test]
fn as_above_is_the_recommendation_above_and_none_is_none() {
    let import = read(
        "\
Rec,Recommendation,Action
1,Reduce caseloads.,Recruit
\"\"\"\",As above,Retain
ditto,,Train
TBC,N/A,Communicate
,ditto,Report
",
    );
    assert_eq!(import.doc().recommendations.len(), 1);
    assert_eq!(answers(&import), ["1", "1", "1", "", ""]);
    assert_eq!(
        said(&import),
        [
            "warning[nothing-above] row 6, column \"Recommendation\": it refers to the recommendation above it, but there is none"
        ]
    );
}
