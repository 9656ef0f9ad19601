//! Simple plans, read whole.

use improvement_plan::DeliveryStatus;
use improvement_plan::model::Funding;

use super::{answers, owners, read, refused, said, titles, unused};

#[test]
fn a_plain_plan_is_read_whole() {
    let import = read("\
Ref,Recommendation,Action,Lead,By when,Status,RAG,Success measures,Progress,Evidence,Resources
R1,Reduce caseloads.,Recruit 12 social workers,Head of HR,End Nov 2026,In progress,Amber,Vacancies under 12%,Seven offers made,Establishment check,\"£12,000\"
R2,Review plans on time.,Track every review,Head of Safeguarding,TBC,Not started,R,All in time,,,TBC
");
    let doc = import.doc();
    assert_eq!(said(&import), Vec::<String>::new());
    assert_eq!(unused(&import), Vec::<String>::new());
    assert_eq!(refused(&import), Vec::<String>::new());
    assert_eq!(titles(&import), ["Recruit 12 social workers", "Track every review"]);
    assert_eq!(answers(&import), ["R1", "R2"]);
    assert_eq!(owners(&import), ["Head of HR", "Head of Safeguarding"]);
    let [first, second] = doc.actions.as_slice() else { panic!("two actions") };
    assert_eq!(first.due.as_ref().unwrap().as_str(), "End Nov 2026");
    assert_eq!(first.status, DeliveryStatus::InProgress);
    assert_eq!(first.rag.as_deref(), Some("amber"));
    assert_eq!(first.success.as_deref(), Some("Vacancies under 12%"));
    assert_eq!(first.updates[0].text, "Seven offers made");
    assert_eq!(first.evidence[0].title, "Establishment check");
    assert_eq!(first.resources[0].amount.unwrap().to_string(), "12000");
    assert_eq!(second.rag.as_deref(), Some("red"));
    assert_eq!(second.resources[0].funding(), Funding::ToBeConfirmed);
    let texts: Vec<_> = doc.recommendations.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["Reduce caseloads.", "Review plans on time."]);
}

#[test]
fn the_same_table_gives_the_same_document() {
    let table = "Recommendation,Action,Theme\nReduce caseloads.,Recruit,People\n,Retain,\n";
    let (one, other) = (read(table), read(table));
    assert_eq!(one, other);
    assert_eq!(one.doc().recommendations[0].id, other.doc().recommendations[0].id);
}

#[test]
fn a_status_nobody_wrote_is_not_stated_and_words_that_are_none_are_kept() {
    let import = read(
        "\
Ref,Action,Status
1,Recruit,
2,Retain,COMPLETED
3,Train,Advert goes out next week
4,Audit,amber
",
    );
    let actions = &import.doc().actions;
    let states: Vec<_> =
        actions.iter().map(|one| (one.status, one.rag.as_deref(), one.updates.len())).collect();
    assert_eq!(
        states,
        [
            (DeliveryStatus::NotStated, None, 0),
            (DeliveryStatus::Completed, None, 0),
            (DeliveryStatus::NotStated, None, 1),
            (DeliveryStatus::NotStated, Some("amber"), 0),
        ]
    );
}

#[test]
fn a_table_without_recommendations_still_reads_and_building_it_says_what_is_missing() {
    let import = read("Ref,Action,Lead\n1,Recruit,HR\n2,Retain,HR\n");
    assert_eq!(titles(&import), ["Recruit", "Retain"]);
    assert_eq!(
        said(&import),
        [
            "advice[no-recommendation-column] row 1: no column says which recommendation an action answers"
        ]
    );
    assert_eq!(
        refused(&import),
        [
            "error[action-without-recommendation] row 1: 2 actions answer no recommendation and enable no source, because no column says which: rows 2 and 3",
        ]
    );
}

#[test]
fn revised_dates_are_requests_until_a_day_of_agreement_is_known() {
    let import = read("Ref,Action,Due,Revised date\n1,Recruit,Dec 2026,Jan 2027\n");
    let action = &import.doc().actions[0];
    assert_eq!(action.due.as_ref().unwrap().as_str(), "Dec 2026");
    assert_eq!(action.revisions[0].due.as_ref().unwrap().as_str(), "Jan 2027");
    assert_eq!(action.revisions[0].agreed, None);
    assert_eq!(
        said(&import)[1],
        "advice[revised-not-agreed] row 1, column \"Revised date\": 1 revised date without the date it was agreed"
    );
}

#[test]
fn two_columns_that_contradict_each_other_are_said_and_both_kept() {
    let import = read("Ref,Action,Status,RAG\n1,Recruit,Completed,Not started\n");
    let action = &import.doc().actions[0];
    assert_eq!(action.status, DeliveryStatus::Completed);
    assert_eq!(action.updates[0].text, "Not started");
    assert_eq!(
        said(&import)[1],
        "warning[status-contradicts] row 2, column \"RAG\": this cell says “Not started”, but another cell says “completed”"
    );
}
