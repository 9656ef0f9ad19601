//! CSV files that are no sound table of sensible size: each is refused in plain words, with the place.

use improvement_plan::csv;
use improvement_plan::import::{ReadOptions, SheetLimits};

fn refused(bytes: &[u8], limits: SheetLimits) -> String {
    let options = ReadOptions::new().with_limits(limits);
    match csv::read(bytes, &options) {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(error) => error.to_string(),
    }
}

const COPY: &str = "open it, copy its table into a spreadsheet and save that as CSV UTF-8";
const PUT_RIGHT: &str =
    "open the file in a spreadsheet, correct this cell and save it as CSV UTF-8";
const TAKE_OUT: &str = "remove it, or save the table again as CSV UTF-8";

#[test]
fn what_is_no_csv_file_is_named() {
    let cases: &[(&[u8], String)] = &[
        (b"", "the file is empty; save the table again as CSV UTF-8".to_owned()),
        (b"%PDF-1.7\n1 0 obj", format!("this is a PDF, not a CSV file; {COPY}")),
        (
            b"PK\x03\x04\x14\0\0\0\x08\0 xl/workbook.xml",
            "this is an Excel workbook, not a CSV file; give it a name that ends in .xlsx, or save it \
             as CSV UTF-8"
                .to_owned(),
        ),
        (
            b"PK\x03\x04 word/document.xml",
            format!("this is a Word document, not a CSV file; {COPY}"),
        ),
        (
            b"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "this is an OpenDocument spreadsheet (.ods), not a CSV file; open it and save it as .xlsx \
             or as CSV UTF-8"
                .to_owned(),
        ),
        (
            b"PK\x05\x06",
            "this is a zip file, not a CSV file; unpack it and send the table inside".to_owned(),
        ),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0",
            "this is an old Office file or a file with a password, not a CSV file; open it and save \
             it as .xlsx without a password, or as CSV UTF-8"
                .to_owned(),
        ),
        (b"\n <!DOCTYPE html><table>", format!("this is a web page, not a CSV file; {COPY}")),
        (b"<TABLE><tr><td>Action", format!("this is a web page, not a CSV file; {COPY}")),
        (b"{\\rtf1\\ansi", format!("this is a text document (RTF), not a CSV file; {COPY}")),
        (
            b"<?xml version=\"1.0\"?><Workbook/>",
            "this is an XML file, not a CSV file; open it in a spreadsheet and save it as CSV UTF-8"
                .to_owned(),
        ),
        (
            b"\x89PNG\r\n\x1A\n",
            "this is a picture, not a CSV file; send the table that it shows as a spreadsheet or as \
             CSV"
                .to_owned(),
        ),
        (
            b"\x1F\x8B\x08",
            "this is a packed file, not a CSV file; unpack it and send the table inside".to_owned(),
        ),
        (
            b"{ \"format\": 1 }",
            "this is a JSON file, not a CSV file; if it is a plan, give it a name that ends in .json"
                .to_owned(),
        ),
        (
            b"[{\"a\": 1}]",
            "this is a JSON file, not a CSV file; if it is a plan, give it a name that ends in .json"
                .to_owned(),
        ),
    ];
    for (bytes, message) in cases {
        assert_eq!(refused(bytes, SheetLimits::default()), *message);
    }
}

#[test]
fn what_is_no_text_is_refused_where_it_stands() {
    let cases: &[(&[u8], String)] = &[
        (
            b"Ref,Action\r\n1,\0",
            format!(
                "row 2, column \"B\": there is a zero byte here, so this may not be text at all; \
                 {TAKE_OUT}"
            ),
        ),
        (
            b"Ref,Action\r\r\"a\rb\",\x1B[31m",
            format!("row 3, column \"B\": there is an escape character here (code 1B); {TAKE_OUT}"),
        ),
        (
            b"Ref;Action\n1;a\x0Bb\x0Cc",
            format!("row 2, column \"B\": there is a control character here (code 0C); {TAKE_OUT}"),
        ),
        (
            "Ref,Action\n1,caf\u{85}".as_bytes(),
            format!("row 2, column \"B\": there is a control character here (code 85); {TAKE_OUT}"),
        ),
        (
            b"Ref,Action\n1,caf\xE9\n\n2,\x8Da",
            format!(
                "row 4, column \"B\": the file is not in UTF-8, and the byte 8D is not a \
                 Windows-1252 character; {PUT_RIGHT}"
            ),
        ),
        (
            b"Ref,Action\n1,caf\xC3\xA9\n2,It\x92s",
            format!(
                "row 3, column \"B\": the file is in UTF-8, but the byte 92 here is not; {PUT_RIGHT}"
            ),
        ),
        (
            b"\xEF\xBB\xBFRef,Action\n1,It\x92s",
            format!(
                "row 2, column \"B\": the file is in UTF-8, but the byte 92 here is not; {PUT_RIGHT}"
            ),
        ),
        (
            b"Caf\xC3\xA9,\xE2\x80",
            "row 1, column \"B\": the file ends in the middle of a character, so its end may be \
             missing; save or send it again"
                .to_owned(),
        ),
        (
            b"\xFF\xFEa\0,\0b\0\n\0c",
            "row 2, column \"A\": the file ends in the middle of a character, so its end may be \
             missing; save or send it again"
                .to_owned(),
        ),
        (
            b"\xFE\xFF\0a\0,\xD8\0\0b",
            format!(
                "row 1, column \"B\": there is half of a UTF-16 character here without the other half; \
                 {PUT_RIGHT}"
            ),
        ),
        (
            b"\xFF\xFE\0\0a\0\0\0",
            "row 1, column \"A\": the file is in UTF-32; save it as CSV UTF-8".to_owned(),
        ),
    ];
    for (bytes, message) in cases {
        assert_eq!(refused(bytes, SheetLimits::default()), *message);
    }
}

#[test]
fn what_holds_nothing_or_does_not_end_is_refused() {
    let unclosed = "a quotation mark opens this cell and none closes it, so everything after it \
        would be one cell; close it, or write a quotation mark that is part of the words twice";
    let blank =
        "no cell of this file holds anything; save the sheet with the plan as CSV UTF-8".to_owned();
    let cases: &[(&[u8], String)] = &[
        (b"\r\n\r\n", blank.clone()),
        (b",,\n , ,\t\n", blank.clone()),
        (b"\xEF\xBB\xBF", blank.clone()),
        (b"sep=;\r\n", blank),
        (b"Ref,Action\n\n1,\"Audit\n2,Recruit\n", format!("row 3, column \"B\": {unclosed}")),
        (b"\"a\nb\",c\r\n\"", format!("row 2, column \"A\": {unclosed}")),
    ];
    for (bytes, message) in cases {
        assert_eq!(refused(bytes, SheetLimits::default()), *message);
    }
}

#[test]
fn what_is_too_large_is_refused_and_the_limit_is_said() {
    let raise = "remove what is not part of the plan, or raise the limit";
    let limits = SheetLimits::default;
    let cases: &[(&str, SheetLimits, String)] = &[
        (
            "a,b,c\n1,2,3\n",
            limits().with_file_bytes(11),
            format!("the file has more bytes than the limit, which is 11; {raise}"),
        ),
        (
            "a\n\n\nb\n",
            limits().with_rows(3),
            format!("row 4: the table has more rows than the limit, which is 3; {raise}"),
        ),
        (
            "a,b\n1,2,,3\n",
            limits().with_columns(3),
            format!("row 2: the table has more columns than the limit, which is 3; {raise}"),
        ),
        (
            "a,b\n1,2\n3\n",
            limits().with_cells(4),
            format!(
                "row 3: the table has more cells that hold something than the limit, which is 4; \
                 {raise}"
            ),
        ),
        (
            "abc,def\ngh\n",
            limits().with_text_bytes(7),
            format!(
                "row 2: the table has more text, in bytes, than the limit, which is 7; {raise}"
            ),
        ),
        (
            "a,b\nc,\u{1F600}\u{1F600}d\n",
            limits().with_cell_units(4),
            format!(
                "row 2, column \"B\": this cell has more characters than the limit, which is 4; {raise}"
            ),
        ),
        (
            &",".repeat(16_384),
            limits(),
            format!(
                "row 1: there are more cells in this row than the limit, which is 16,384; {raise}"
            ),
        ),
    ];
    for (text, limits, message) in cases {
        assert_eq!(refused(text.as_bytes(), *limits), *message);
    }
    for (text, limits) in [
        ("a,b,c\n1,2,3\n", limits().with_file_bytes(12)),
        ("a\n\n\nb\n,,\n", limits().with_rows(4)),
        ("a,b\n1,2,,\n", limits().with_columns(2)),
        ("a,b\n1,2\n , \n", limits().with_cells(4)),
        ("a,b\nc,\u{1F600}\u{1F600}d\n", limits().with_cell_units(5)),
    ] {
        assert_eq!(refused(text.as_bytes(), limits), "nothing is wrong");
    }
}

#[test]
fn what_was_worked_out_of_the_file_is_said() {
    let notes = |bytes: &[u8]| {
        let import = csv::read(bytes, &ReadOptions::new()).unwrap();
        let codes = ["text-decoded", "separator-found", "quote-astray"];
        let notes = import.diagnostics().iter().filter(|one| codes.contains(&one.code().as_str()));
        notes.map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(notes("Ref,Action\n1,Café".as_bytes()), [""; 0]);
    assert_eq!(
        notes(b"Ref;Action\r\n1;Caf\xE9 \xA35\r\n"),
        [
            "advice[text-decoded] the table: the file is in Windows-1252 and 2 characters had to be \
             decoded; the first is é in row 2, column \"B\"",
            "advice[separator-found] the table: the cells are separated by semicolons",
        ]
    );
    assert_eq!(
        notes(b"\xFF\xFER\0\t\0A\0\n\x001\0\t\0b\0"),
        [
            "advice[text-decoded] the table: the file is in UTF-16 and was decoded",
            "advice[separator-found] the table: the cells are separated by tabs",
        ]
    );
    assert_eq!(
        notes(b"sep=|\nRef|Action\n1|a"),
        ["advice[separator-found] the table: the cells are separated by pipes (|), as \
             its first line says"]
    );
    assert_eq!(
        notes(b"Ref,Action\n1,\"Use \"\"Signs\"\" and \"more\" of it\"\n2, \"Audit, act\"\n"),
        [
            "warning[quote-astray] row 2, column \"B\": there is text after the quotation mark that closes \
             this cell, which was read as: Use \"Signs\" and more\" of it\"",
            "warning[quote-astray] row 3, column \"B\": a space before the quotation mark keeps it \
             from opening this cell, which was read as: \"Audit",
        ]
    );
}
