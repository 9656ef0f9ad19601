//! A reading that is confirmed once and kept: written as options, and used for next month's file.

use improvement_plan::import::{ColumnMeaning, OtherColumns, ReadOptions};

use super::{columns, options, read, read_with, said};

const MAY: &str = "Rec no,Recommendation,Action,Zuständig,By when,Phone\n\
                   1,Reduce caseloads.,Recruit,Head of HR,31/12/2026,020 7946 0000\n\
                   2,Hear every child.,Train,Team Manager,30/11/2026,020 7946 0001\n";

#[test]
fn the_options_of_a_reading_read_the_file_in_the_same_way_without_a_question() {
    let import = read(MAY);
    let kept = import.interpretation().to_options();
    let [table] = kept.tables.as_slice() else { panic!("{kept:?}") };
    assert_eq!(table.other_columns, OtherColumns::Report);
    assert_eq!(table.columns["Phone"], ColumnMeaning::Ignore);
    assert_eq!(table.columns["Zuständig"], ColumnMeaning::Owners);
    assert!(table.doubts["Zuständig"].contains("persons, posts or bodies"), "{:?}", table.doubts);
    assert_eq!(table.doubts.len(), 1);

    let again = read_with(MAY, &kept);
    assert_eq!(again.doc(), import.doc());
    assert_eq!(said(&again), Vec::<String>::new());
}

#[test]
fn the_options_of_a_reading_are_the_same_when_they_are_written_and_read() {
    let kept = read(MAY).interpretation().to_options();
    let text = serde_json::to_string_pretty(&kept).unwrap();
    assert_eq!(ReadOptions::from_json(&text).unwrap(), kept);
    assert!(text.contains("\"other_columns\": \"report\""), "{text}");
    assert!(!text.contains("status_date"), "{text}");
}

#[test]
fn columns_with_one_heading_are_kept_by_their_letters() {
    let import = read("Ref,Action,Lead,RAG,RAG\n1,Recruit,HR,Red,Amber\n");
    let table = &import.interpretation().to_options().tables[0];
    assert_eq!(table.columns["D"], ColumnMeaning::Rag);
    assert_eq!(table.columns["E"], ColumnMeaning::Update);
    assert!(!table.columns.contains_key("RAG"));
}

#[test]
fn a_column_that_is_new_missing_or_renamed_since_is_reported() {
    let kept = read(MAY).interpretation().to_options();
    let june = MAY.replace("By when", "By whenn").replace("Phone", "RAG");
    let june = june.replace("020 7946 0000", "Red").replace("020 7946 0001", "Green");
    let import = read_with(&june, &kept);
    assert_eq!(
        said(&import),
        [
            "warning[mapping-drifted] the table: the options name a column “By when” (tables[0].columns), which the table no longer has: did you mean “By whenn”?",
            "warning[mapping-drifted] the table: the options name a column “Phone” (tables[0].columns), which the table no longer has: the headings are “Rec no”, “Recommendation”, “Action”, “Zuständig”, “By whenn”, “RAG”",
            "warning[mapping-drifted] row 1, column \"By whenn\": “By whenn” (column E) is not in the options, which list every column there was: it was read as due",
            "warning[mapping-drifted] row 1, column \"RAG\": “RAG” (column F) is not in the options, which list every column there was: it was read as rag"
        ]
    );
    assert_eq!(columns(&import)[4].1, "due");
}

#[test]
fn the_other_options_stay_as_they_were_given() {
    let given = options().with_source("Inspection of 2026").with_separators([";"]);
    let kept = read_with(MAY, &given).interpretation().to_options();
    assert_eq!(kept.source.as_deref(), Some("Inspection of 2026"));
    assert_eq!(kept.separators, given.separators);
    assert_eq!(kept.authority.as_deref(), Some("Anyshire"));
}
