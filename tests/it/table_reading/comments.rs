//! What a workbook holds beside its cells: comments, and columns that are hidden.

use improvement_plan::workbook;
use rust_xlsxwriter::{Note, Workbook};

use super::{options, said, unused};
use crate::workbook_refused::made::Made;

fn plan() -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Plan").unwrap();
    let rows = [
        ["Ref", "Recommendation", "Action", "Lead", "By when"],
        ["1", "Reduce caseloads.", "Recruit", "Head of HR", "31/12/2026"],
        ["2", "Hear every child.", "Train", "Team Manager", "30/11/2026"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    book
}

#[test]
fn a_comment_on_a_cell_of_an_action_is_kept_as_its_update() {
    let mut book = plan();
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet
        .insert_note(1, 4, &Note::new("Board: moved once already").add_author_prefix(false))
        .unwrap();
    sheet.insert_note(0, 3, &Note::new("Post, not person").add_author_prefix(false)).unwrap();
    let import = workbook::read(book.save_to_buffer().unwrap().as_slice(), &options()).unwrap();
    let updates = &import.doc().actions[0].updates;
    assert_eq!(updates.len(), 1);
    assert_eq!(updates[0].text, "Comment on “By when”: Board: moved once already");
    assert_eq!(import.doc().actions[1].updates, []);
    assert!(
        said(&import).contains(
            &"advice[comments-kept] Plan: 1 comment on a cell was kept as an update of its action; 1 comment belongs to no action and is listed as not used".to_owned()
        ),
        "{:?}",
        said(&import)
    );
    assert_eq!(
        unused(&import),
        ["Plan!D1, Post, not person: it is a comment on a cell that belongs to no action"]
    );
}

#[test]
fn a_thread_is_read_once_with_its_days_although_a_note_repeats_it() {
    let cell = |name: &str, text: &str| {
        format!(r#"<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let row = |number: u32, texts: [&str; 3]| {
        let cells = ["A", "B", "C"].iter().zip(texts);
        let cells: String =
            cells.map(|(one, text)| cell(&format!("{one}{number}"), text)).collect();
        format!(r#"<row r="{number}">{cells}</row>"#)
    };
    let rows = row(1, ["Action", "Lead", "By when"]) + &row(2, ["Recruit", "HR", "31/12/2026"]);
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let made = Made::with_rows(&rows)
        .part(
            "xl/worksheets/_rels/sheet1.xml.rels",
            format!(
                r#"<Relationships><Relationship Id="r1" Type="{office}/comments" Target="../comments1.xml"/><Relationship Id="r2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>"#
            ),
        )
        .part(
            "xl/comments1.xml",
            r#"<comments><authors><author>tc={1}</author></authors><commentList><comment ref="C2" authorId="0"><text><t>[Threaded comment] Your version of Excel allows you to read this. Comment: Is this day right?</t></text></comment><comment ref="B2" authorId="0"><text><r><t xml:space="preserve">An old </t></r><r><t>note</t></r></text></comment></commentList></comments>"#,
        )
        .part(
            "xl/threadedComments/threadedComment1.xml",
            r#"<ThreadedComments><threadedComment ref="C2" dT="2026-10-05T09:12:00.00" id="{1}"><text>Is this day right?</text></threadedComment><threadedComment ref="C2" dT="2026-10-06T10:00:00.00" id="{2}" parentId="{1}"><text>Yes, the board agreed it.</text></threadedComment></ThreadedComments>"#,
        );
    let import = workbook::read(made.bytes().as_slice(), &options()).unwrap();
    let updates: Vec<_> = import.doc().actions[0]
        .updates
        .iter()
        .map(|one| (one.text.as_str(), one.date.as_ref().map(improvement_plan::DueDate::as_str)))
        .collect();
    assert_eq!(
        updates,
        [
            ("Comment on “Lead”: An old note", None),
            ("Comment on “By when”: Is this day right?", Some("2026-10-05")),
            ("Comment on “By when”: Yes, the board agreed it.", Some("2026-10-06")),
        ]
    );
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn hidden_columns_are_read_and_named_with_how_many_cells_they_hold() {
    let mut book = plan();
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.set_column_hidden(3).unwrap();
    sheet.set_column_hidden(4).unwrap();
    sheet.set_column_hidden(9).unwrap();
    let import = workbook::read(book.save_to_buffer().unwrap().as_slice(), &options()).unwrap();
    assert_eq!(import.doc().actions[0].owners.len(), 1);
    assert_eq!(
        said(&import),
        [
            "advice[hidden-read] Plan!D1: 2 columns are hidden in the spreadsheet and read like the others, with 4 filled cells: D “Lead” and E “By when”"
        ]
    );
}
