//! What must not be credited to a recommendation, and what must not be lost where it is not.

use improvement_plan::import::ReadOptions;
use improvement_plan::workbook;
use rust_xlsxwriter::Workbook;

use super::{answers, read, refused, said, unused};

#[test]
fn a_row_of_another_workstream_or_report_left_of_the_recommendation_is_of_no_group() {
    for outer in ["Workstream", "Report"] {
        let import = read(&format!(
            "{outer},Rec no,Recommendation,Action\n\
             A,1,Reduce the caseloads of teams.,Recruit\n\
             A,,,Retain\n\
             B,,,Train managers\n"
        ));
        assert_eq!(answers(&import), ["1", "1", ""], "{outer}");
        let said = said(&import).join("\n");
        assert!(
            said.contains("warning[not-carried-down] row 4, column \"Recommendation\""),
            "{said}"
        );
    }
}

#[test]
fn a_workstream_right_of_the_recommendation_divides_nothing() {
    let import = read(
        "Rec no,Recommendation,Action,Workstream\n\
         1,Reduce the caseloads of teams.,Recruit,A\n\
         ,,Train managers,B\n",
    );
    assert_eq!(answers(&import), ["1", "1"]);
}

#[test]
fn a_row_with_a_link_of_its_own_is_of_no_group() {
    let import = read(
        "Rec no,Recommendation,Action,Link to recommendation\n\
         1,Reduce the caseloads of teams.,Recruit,\n\
         2,See children alone on visits.,Audit,\n\
         ,,Train,1\n",
    );
    assert_eq!(answers(&import), ["1", "2", "1"]);
}

#[test]
fn words_beside_several_numbers_are_not_lost_in_silence() {
    let import = read(
        "Rec no,Recommendation,Action\n\
         1,Reduce the caseloads of teams.,Recruit\n\
         2,See children alone on visits.,Audit\n\
         \"1, 2\",Foster carers have training.,Train\n\
         \"1, 2\",Reduce caseloads of teams,Retain\n",
    );
    assert_eq!(answers(&import), ["1", "2", "1; 2", "1; 2"]);
    assert_eq!(
        said(&import),
        ["warning[words-differ] row 4, column \"Recommendation\": \u{201c}Foster carers have \
          training.\u{201d} is beside 1, 2, but is the text of none of them"]
    );
}

#[test]
fn what_stands_beside_several_recommendations_is_said_of_each() {
    let import = read(
        "Recommendation,Addressed to,Action\n\
         \"1. Reduce the caseloads of teams.\n2. See children alone on visits.\",Council,Recruit\n",
    );
    let addressed: Vec<_> =
        import.doc().recommendations.iter().map(|one| one.addressed_to.len()).collect();
    assert_eq!(addressed, [1, 1]);
}

#[test]
fn the_latest_quarter_is_the_colour_wherever_its_name_stands() {
    for headings in ["Q1 RAG,Q2 RAG,Q3 RAG", "RAG Q1,RAG Q2,RAG Q3"] {
        let import = read(&format!(
            "Rec no,Recommendation,Action,{headings}\n1,Reduce caseloads.,Recruit,R,A,\n"
        ));
        let action = &import.doc().actions[0];
        assert_eq!(action.rag.as_deref(), Some("amber"), "{headings}");
        let updates: Vec<_> = action.updates.iter().map(|one| one.text.as_str()).collect();
        assert!(updates.iter().any(|text| text.contains('R')), "{updates:?}");
    }
}

#[test]
fn every_revised_date_is_kept() {
    let import = read(
        "Rec no,Recommendation,Action,Due,Revised date,Revised date 2\n\
         1,Reduce caseloads.,Recruit,31/01/2025,31/03/2025,30/06/2025\n",
    );
    let revisions = import.doc().actions[0].revisions.iter();
    let due: Vec<_> = revisions.map(|one| one.due.as_ref().unwrap().as_str()).collect();
    assert_eq!(due, ["31/03/2025", "30/06/2025"]);
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[cfg(feature = "workbook")]
mod in_workbooks {
    use super::*;

    /// A workbook of sheets of rows; what is a number stands as one.
    fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, rows) in sheets {
            let sheet = book.add_worksheet().set_name(*name).unwrap();
            for (row, cells) in (0..).zip(*rows) {
                for (column, text) in (0..).zip(*cells) {
                    match text.strip_prefix('#').and_then(|figure| figure.parse::<f64>().ok()) {
                        Some(figure) => sheet.write_number(row, column, figure).unwrap(),
                        None => sheet.write_string(row, column, *text).unwrap(),
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn options() -> ReadOptions {
        super::super::options()
    }

    #[test]
    fn two_action_sheets_that_number_alike_keep_their_recommendations_apart() {
        let headings: &[&str] = &["No.", "Recommendation", "Action"];
        let bytes = book(&[
            ("Ofsted", &[headings, &["1", "Ofsted one", "Recruit"], &["2", "Ofsted two", "Audit"]]),
            ("Peers", &[headings, &["1", "Peer review", "Train"], &["2", "Ofsted two", "Count"]]),
        ]);
        let import = workbook::read(bytes.as_slice(), &options()).unwrap();
        let texts: Vec<_> =
            import.doc().recommendations.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["Ofsted one", "Ofsted two", "Peer review"]);
        let refused = refused(&import);
        assert_eq!(refused.len(), 1, "{refused:?}");
        assert!(refused[0].starts_with("error[duplicate-reference] Peers!A2: "), "{refused:?}");
    }

    #[test]
    fn a_number_that_may_have_lost_its_zero_is_said() {
        let bytes = book(&[
            (
                "Recs",
                &[&["No.", "Recommendation"], &["1.1", "One of many."], &["1.10", "Ten of many."]],
            ),
            (
                "Plan",
                &[&["Link to recommendation", "Action"], &["#1.1", "Recruit"], &["1.10", "Train"]],
            ),
        ]);
        let import = workbook::read(bytes.as_slice(), &options()).unwrap();
        assert_eq!(answers(&import), ["1.1", "1.10"]);
        assert!(said(&import).contains(
            &"warning[reference-may-lack-a-zero] Plan!A2: this cell says 1.1, but there is also a \
              recommendation 1.10"
                .to_owned()
        ));
    }

    #[test]
    fn more_text_than_can_be_repeated_is_said() {
        let long = "word ".repeat(6_000);
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        let format = rust_xlsxwriter::Format::new();
        for (column, heading) in (0..).zip(["Action", "Progress", "Lead"]) {
            sheet.write_string(0, column, heading).unwrap();
        }
        for row in 1..1_000 {
            sheet.write_string(row, 0, format!("Action {row}")).unwrap();
        }
        sheet.merge_range(1, 1, 999, 1, &long, &format).unwrap();
        let bytes = book.save_to_buffer().unwrap();
        let import = workbook::read(bytes.as_slice(), &options()).unwrap();
        let said = said(&import).join("\n");
        assert!(said.contains("error[too-much-repeated] Sheet1, row 1: "), "{said}");
    }
}
