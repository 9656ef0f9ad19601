//! Tables of measures.

use super::{read, said, unused};

#[test]
fn figures_percents_and_times_are_read() {
    let import = read(
        "\
Ref,Performance indicator,Baseline,Target,England,Q1 2026/27,June 2026
K1,Vacancy rate,24%,12%,17.3%,21.5%,n/a
K2,Children seen in 5 days,\"1,200\",1500,,1300,1310
",
    );
    let doc = import.doc();
    let [first, second] = doc.measures.as_slice() else { panic!("two measures") };
    assert_eq!(first.reference.as_deref(), Some("K1"));
    assert_eq!(first.unit.as_deref(), Some("%"));
    assert_eq!(first.baseline.as_ref().unwrap().value.unwrap().to_string(), "24");
    assert_eq!(first.targets[0].value.unwrap().to_string(), "12");
    assert_eq!(first.comparators[0].name, "England");
    let readings: Vec<_> = first
        .readings
        .iter()
        .map(|one| (one.date.as_ref().unwrap().as_str(), one.value.map(|value| value.to_string())))
        .collect();
    assert_eq!(readings, [("Q1 2026/27", Some("21.5".to_owned())), ("June 2026", None)]);
    assert_eq!(second.unit, None);
    assert_eq!(second.baseline.as_ref().unwrap().value.unwrap().to_string(), "1200");
    assert_eq!(said(&import), Vec::<String>::new());
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn targets_that_are_words_are_said_once_and_listed() {
    let import =
        read("Indicator,Title,Target\nK1,Visits in time,3 Red\nK2,Plans in time,1 Green\n");
    assert_eq!(import.doc().measures.len(), 2);
    assert_eq!(
        said(&import),
        [
            "warning[not-a-figure] row 2, column \"Target\": 2 of 2 cells under “Target” hold no number; the first holds “3 Red”"
        ]
    );
    assert_eq!(
        unused(&import),
        [
            "row 2, column \"Target\", 3 Red: it is not a number",
            "row 3, column \"Target\", 1 Green: it is not a number",
        ]
    );
}

#[test]
fn a_target_that_is_still_to_be_confirmed_is_listed_as_that() {
    let import = read("Indicator,Title,Target\nK1,Visits in time,tbc\nK2,Plans in time,12\n");
    assert_eq!(said(&import), Vec::<String>::new());
    assert_eq!(unused(&import), ["row 2, column \"Target\", tbc: it is still to be confirmed"]);
}

#[test]
fn measures_named_left_of_their_figures_need_no_heading() {
    let import = read(",June 2026,30/09/26\nChildren on plans,369,444\nCare proceedings,262,281\n");
    let names: Vec<_> = import.doc().measures.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Children on plans", "Care proceedings"]);
    assert_eq!(import.doc().measures[0].readings.len(), 2);
}
