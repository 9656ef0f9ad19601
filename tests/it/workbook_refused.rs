//! Workbooks that are refused, each with exactly what the person who sent it is told.

pub(crate) mod made;
mod memory;

use std::fmt::Write;

use improvement_plan::import::{ReadOptions, SheetLimits};
use improvement_plan::workbook;
use made::Made;

/// What is said of a file that is refused, within small limits so that small files pass them.
fn refusal(bytes: &[u8]) -> String {
    let limits = SheetLimits::default()
        .with_parts(20)
        .with_part_bytes(100_000)
        .with_unpacked_bytes(150_000)
        .with_sheets(3)
        .with_rows(50)
        .with_columns(26)
        .with_cells(100)
        .with_text_bytes(5_000)
        .with_cell_units(200)
        .with_file_bytes(50_000);
    match workbook::read(bytes, &ReadOptions::new().with_limits(limits)) {
        Ok(_) => "it was read".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// Each case with what is said of it; all that differ are shown at once.
fn check(cases: &[(&str, Vec<u8>, &str)]) {
    let mut wrong = String::new();
    for (name, bytes, expected) in cases {
        let said = refusal(bytes);
        if said != *expected {
            writeln!(wrong, "{name}:\n  said     {said}\n  expected {expected}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What is added to every message about a damaged file.
const DAMAGED: &str = ", so the file is damaged or was not written by a spreadsheet: open it in a \
                       spreadsheet, save it as a new .xlsx workbook and give that";

/// What is added to every message about a file that could do harm.
const HARMFUL: &str = ", which no spreadsheet writes and which could do harm: if it comes from a \
                       source that you trust, open it in a spreadsheet, save it as a new .xlsx \
                       workbook and give that";

fn check_damaged(cases: &[(&str, Vec<u8>, &str)], suffix: &str) {
    let full: Vec<(&str, Vec<u8>, String)> = cases
        .iter()
        .map(|(name, bytes, said)| (*name, bytes.clone(), format!("{said}{suffix}")))
        .collect();
    let cases: Vec<_> =
        full.iter().map(|(name, bytes, said)| (*name, bytes.clone(), said.as_str())).collect();
    check(&cases);
}

fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 600]);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn other_files_are_named_and_it_is_said_what_to_do() {
    let zip = |parts: &[(&str, &str)]| {
        let none = Made::sound();
        let none = [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "xl/workbook.xml",
            "xl/styles.xml",
            "xl/sharedStrings.xml",
            "xl/worksheets/sheet1.xml",
        ]
        .iter()
        .fold(none, |made, name| made.without(name));
        parts.iter().fold(none, |made, (name, content)| made.part(name, content)).bytes()
    };
    let copy =
        "open it, copy its table into a spreadsheet, save that as an .xlsx workbook and give that";
    let save = "open it in a spreadsheet, save it as an .xlsx workbook and give that";
    let other = |found: &str, remedy: &str| format!("this is {found}: {remedy}");
    let unpack = "unpack it and give the workbook that is in it";
    let cases: Vec<(&str, Vec<u8>, String)> = vec![
        ("nothing", vec![], other("an empty file", "check that it was copied or sent whole")),
        ("a PDF", b"%PDF-1.7\n%\xE2\xE3".to_vec(), other("a PDF", copy)),
        ("a page", b"<html><table>".to_vec(), other("a web page, whatever its name says", save)),
        (
            "a page with a mark",
            b"\xEF\xBB\xBF\r\n<!DOCTYPE html>".to_vec(),
            other("a web page, whatever its name says", save),
        ),
        ("rich text", br"{\rtf1\ansi".to_vec(), other("a rich text document", copy)),
        (
            "a workbook of 2003 in XML",
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".to_vec(),
            other("an XML file, perhaps a spreadsheet of 2003", save),
        ),
        (
            "a picture",
            b"\x89PNG\r\n\x1A\n".to_vec(),
            other("a picture", "type its table into a spreadsheet and give that"),
        ),
        (
            "a packed file",
            b"\x1F\x8B\x08\x00".to_vec(),
            other("a compressed file", "unpack it and give the workbook that is in it"),
        ),
        (
            "a CSV",
            b"Action,Lead\r\nHire,HR\r\n".to_vec(),
            other(
                "a text file, perhaps a CSV",
                "give it a name that ends in .csv, or save it as .xlsx",
            ),
        ),
        (
            "a CSV in UTF-16",
            b"\xFF\xFEA\0c\0".to_vec(),
            other(
                "a text file, perhaps a CSV",
                "give it a name that ends in .csv, or save it as .xlsx",
            ),
        ),
        (
            "bytes without meaning",
            b"\x00\x01\x02\x03".to_vec(),
            other(
                "not a workbook, nor any other known kind of file",
                "check that it is the right file",
            ),
        ),
        (
            "an old workbook",
            ole("Workbook"),
            other(
                "an old Excel workbook (.xls)",
                "open it in Excel, save it as .xlsx and give that",
            ),
        ),
        ("an old letter", ole("WordDocument"), other("an old Word document (.doc)", copy)),
        (
            "an old talk",
            ole("PowerPoint Document"),
            other("an old PowerPoint presentation (.ppt)", copy),
        ),
        ("another old file", ole("Contents"), other("an old Office file", save)),
        (
            "an OpenDocument table",
            zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
            other("an OpenDocument spreadsheet (.ods)", save),
        ),
        (
            "an OpenDocument letter",
            zip(&[("mimetype", "application/vnd.oasis.opendocument.text")]),
            other("an OpenDocument file, but not a spreadsheet", copy),
        ),
        (
            "a binary workbook",
            zip(&[("_rels/.rels", ""), ("xl/workbook.bin", "")]),
            other("a binary workbook (.xlsb)", save),
        ),
        (
            "a letter",
            zip(&[("_rels/.rels", ""), ("word/document.xml", "")]),
            other("a Word document", copy),
        ),
        (
            "a talk",
            zip(&[("_rels/.rels", ""), ("ppt/presentation.xml", "")]),
            other("a PowerPoint presentation", copy),
        ),
        (
            "Apple Numbers",
            zip(&[("Index/Document.iwa", "")]),
            other("an Apple Numbers or Pages file", "export it as an .xlsx workbook"),
        ),
        (
            "a folder with a workbook",
            zip(&[("plans/Plan October.XLSX", "")]),
            other(
                "a zip file with the workbook “plans/Plan October.XLSX” in it",
                "unpack it and give the workbook itself",
            ),
        ),
        (
            "a folder",
            zip(&[("photo.jpg", "")]),
            other("a zip file without a workbook in it", unpack),
        ),
    ];
    let cases: Vec<_> =
        cases.iter().map(|(name, bytes, said)| (*name, bytes.clone(), said.as_str())).collect();
    check(&cases);
}

#[test]
fn a_locked_workbook_is_told_how_to_unlock() {
    let locked = "this workbook is locked with a password or a protection label: open it, take the \
                  protection off (File, Info, Protect Workbook) and save it again";
    // The mark of encryption in the header of the first part, and in the list at the end.
    let mut zip = Made::sound().stored().bytes();
    let list = zip.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[list + 8] |= 1;
    check(&[("with a password", ole("EncryptedPackage"), locked), ("in a zip", zip, locked)]);
}

#[test]
fn a_broken_zip_is_damaged() {
    let sound = Made::sound().bytes();
    let half = sound[..sound.len() / 2].to_vec();
    let mut flipped = Made::sound().stored().bytes();
    let at = flipped.windows(6).position(|window| window == b"Action").unwrap();
    flipped[at] = b'O';
    let mut picture = Made::sound().part("xl/media/image1.png", "no such picture").stored().bytes();
    let at = picture.windows(7).position(|window| window == b"no such").unwrap();
    picture[at] = b'N';
    let mut method = Made::sound().stored().bytes();
    let list = method.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    method[list + 10] = 12;
    check_damaged(
        &[
            ("half a file", half, "the end of the file is missing or its list of parts is broken"),
            (
                "only the beginning",
                b"PK\x03\x04".to_vec(),
                "the end of the file is missing or its list of parts is broken",
            ),
            ("a changed letter", flipped, "the list of texts cannot be unpacked to its end"),
            (
                "a changed picture",
                picture,
                "the part xl/media/image1.png cannot be unpacked to its end",
            ),
            (
                "an odd way of packing",
                method,
                "the part [Content_Types].xml is packed in a way that spreadsheets do not use",
            ),
            (
                "no relations",
                Made::sound().without("_rels/.rels").bytes(),
                "the part _rels/.rels of the workbook is missing",
            ),
            (
                "no list of sheets",
                Made::sound().without("xl/workbook.xml").bytes(),
                "the list of the sheets of the workbook is missing",
            ),
            (
                "a sheet without its part",
                Made::sound().without("xl/worksheets/sheet1.xml").bytes(),
                "the sheet “Plan” is listed but missing",
            ),
            (
                "a sheet without its relation",
                Made::sound().replace("xl/workbook.xml", "r:id=\"r1\"", "r:id=\"r9\"").bytes(),
                "the sheet “Plan” is listed but missing",
            ),
            (
                "a sheet without a name",
                Made::sound().replace("xl/workbook.xml", "\"Plan\"", "\"\"").bytes(),
                "a sheet of the workbook has no name",
            ),
            (
                "two sheets of one name",
                Made::sound()
                    .replace(
                        "xl/workbook.xml",
                        "</sheets>",
                        r#"<sheet name="PLAN" sheetId="2" r:id="r1"/></sheets>"#,
                    )
                    .bytes(),
                "two sheets of the workbook are named “plan”",
            ),
        ],
        DAMAGED,
    );
}

#[test]
fn broken_xml_is_damaged_and_its_sheet_is_named() {
    let rows = |rows: &str| Made::with_rows(rows).bytes();
    let sheet = |xml: &str| Made::with_sheet(xml).bytes();
    let broken = "the sheet “Plan” is broken near byte";
    let at = |byte: usize| format!("{broken} {byte} of its XML");
    check_damaged(
        &[
            ("cut off", sheet("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1"), &at(47)),
            ("crossed", sheet("<worksheet><sheetData></worksheet></sheetData>"), &at(34)),
            ("an unknown name", rows("<row><c t=\"str\"><v>&pound;</v></c></row>"), &at(48)),
            ("a bare ampersand", rows("<row><c t=\"str\"><v>A & B</v></c></row>"), &at(46)),
            (
                "no cells",
                sheet("<worksheet><cols/></worksheet>"),
                "the sheet “Plan” has no list of cells",
            ),
            (
                "not in UTF-8",
                Made::sound().part("xl/worksheets/sheet1.xml", b"<worksheet>\xFF\xFE").bytes(),
                "the sheet “Plan” is not in UTF-8",
            ),
            (
                "a text that is not there",
                rows("<row r=\"7\"><c r=\"B7\" t=\"s\"><v>12</v></c></row>"),
                "Plan!B7 refers to shared text 12, but the workbook has 2",
            ),
            (
                "a negative text",
                rows("<row><c t=\"s\"><v>-1</v></c></row>"),
                "Plan!A1 refers to shared text -1, but the workbook has 2",
            ),
            (
                "a cell twice",
                rows("<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row>"),
                "the sheet “Plan” has the cell A2 twice",
            ),
            (
                "a row twice",
                rows(
                    "<row r=\"2\"><c r=\"C2\"><v>1</v></c></row><row r=\"2\"><c r=\"C2\"><v>2</v></c></row>",
                ),
                "the sheet “Plan” has the cell C2 twice",
            ),
            (
                "a cell in another row",
                rows("<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>"),
                "the sheet “Plan” has the cell A3 in its row 2",
            ),
        ],
        DAMAGED,
    );
}

#[test]
fn absurd_references_are_damaged() {
    let cell =
        |name: &str| Made::with_rows(&format!("<row><c r=\"{name}\"><v>1</v></c></row>")).bytes();
    let row = |number: &str| {
        Made::with_rows(&format!("<row r=\"{number}\"><c><v>1</v></c></row>")).bytes()
    };
    let around = |before: &str, after: &str| {
        let row = "<row><c><v>1</v></c></row>";
        let xml = format!("<worksheet>{before}<sheetData>{row}</sheetData>{after}</worksheet>");
        Made::with_sheet(&xml).bytes()
    };
    let speaks = |what: &str| format!("the sheet “Plan” refers to the {what}, which cannot exist");
    let merge = |block: &str| {
        around("", &format!("<mergeCells count=\"1\"><mergeCell ref=\"{block}\"/></mergeCells>"))
    };
    let dimension = |block: &str| around(&format!("<dimension ref=\"{block}\"/>"), "");
    let texts = |count: &str| {
        Made::sound().replace("xl/sharedStrings.xml", "<sst>", &format!("<sst {count}>")).bytes()
    };
    check_damaged(
        &[
            ("a row of eleven digits", cell("A99999999999"), &speaks("cell “A99999999999”")),
            ("a column of seven letters", cell("ZZZZZZZ1"), &speaks("cell “ZZZZZZZ1”")),
            ("the column after the last", cell("XFE1"), &speaks("cell “XFE1”")),
            ("row 0", cell("A0"), &speaks("cell “A0”")),
            ("no row", cell("A"), &speaks("cell “A”")),
            ("nothing", cell(""), &speaks("cell “”")),
            ("row number 0", row("0"), &speaks("row “0”")),
            ("a row below zero", row("-1"), &speaks("row “-1”")),
            ("a row in words", row("first"), &speaks("row “first”")),
            ("too large a row", row("4294967297"), &speaks("row “4294967297”")),
            ("a merged block", merge("A1:ZZZZZZZ1"), &speaks("cell “A1:ZZZZZZZ1”")),
            ("a merged block upside down", merge("B9:A1"), &speaks("cell “B9:A1”")),
            ("a dimension", dimension("A1:ZZZZZZZ1"), &speaks("cell “A1:ZZZZZZZ1”")),
            ("a dimension of three", dimension("A1:B2:C3"), &speaks("cell “A1:B2:C3”")),
            (
                "a count in words",
                texts("uniqueCount=\"many\""),
                "the list of texts says that it holds “many”",
            ),
        ],
        DAMAGED,
    );
    check(&[(
        "a count without end",
        texts("uniqueCount=\"4294967295\""),
        "the workbook says it has 4,294,967,295 different texts, at most 100 cells are read: keep \
         only the sheets of the plan, and save it again",
    )]);
}

#[test]
fn what_no_spreadsheet_writes_is_harmful() {
    let dtd = r#"<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>"#;
    let deep = "<a>".repeat(2_000);
    let mut twice = Made::sound().part("xl/worksheets/sheet2.xml", "").stored().bytes();
    while let Some(at) = twice.windows(10).position(|window| window == b"sheet2.xml") {
        twice[at + 5] = b'1';
    }
    let long = "n".repeat(300);
    check_damaged(
        &[
            (
                "a DTD in a sheet",
                Made::with_sheet(&format!("{dtd}<worksheet/>")).bytes(),
                "the sheet “Plan” has a DTD in it",
            ),
            (
                "a DTD in a part that is not read",
                Made::sound()
                    .part("docProps/app.xml", format!("<?xml version=\"1.0\"?>{dtd}<x/>"))
                    .bytes(),
                "the part docprops/app.xml has a DTD in it",
            ),
            (
                "elements without end",
                Made::with_sheet(&format!("<worksheet>{deep}")).bytes(),
                "the sheet “Plan” has elements nested more than 100 deep",
            ),
            ("a part twice", twice, "the workbook lists a part twice"),
            (
                "a part twice but for capitals",
                Made::sound().part("XL/Workbook.xml", "<x/>").bytes(),
                "the workbook lists the part XL/Workbook.xml twice",
            ),
            (
                "a part outside",
                Made::sound().part("../../etc/passwd", "").bytes(),
                "the workbook has a part named “../../etc/passwd”",
            ),
            (
                "a part on a drive",
                Made::sound().part("C:/autoexec.bat", "").bytes(),
                "the workbook has a part named “C:/autoexec.bat”",
            ),
            (
                "a name without end",
                Made::sound().replace("xl/workbook.xml", "Plan", &long).bytes(),
                &format!(
                    "a sheet of the workbook has a name of more than 255 characters (“{}…”)",
                    "n".repeat(30)
                ),
            ),
        ],
        HARMFUL,
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn what_is_too_large_says_which_limit_and_where() {
    let smaller = "delete the sheets, rows and pictures that are not needed, and save it again";
    let only = "keep only the sheets of the plan, and save it again";
    let rows = |rows: &str| Made::with_rows(rows).bytes();
    let zeros = |size: usize| "0".repeat(size);
    let sheets = (0..3).fold(Made::sound(), |made, i| {
        let another = format!(r#"<sheet name="S{i}" sheetId="9" r:id="r1"/></sheets>"#);
        made.replace("xl/workbook.xml", "</sheets>", &another)
    });
    let parts = (0..20).fold(Made::sound(), |made, i| made.part(&format!("xl/x{i}.xml"), ""));
    let many = |count: usize| {
        (1..=count).fold(String::new(), |all, row| {
            all + &format!("<row r=\"{row}\"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>")
        })
    };
    let long = |units: usize| {
        format!("<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "é".repeat(units))
    };
    let shared = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>".repeat(40);
    let repeated = Made::with_rows(&shared)
        .part("xl/sharedStrings.xml", format!("<sst><si><t>{}</t></si></sst>", "x".repeat(150)));
    let texts =
        (0..40).fold(String::new(), |all, _| all + &format!("<si><t>{}</t></si>", zeros(150)));
    let empty_texts = "<si/>".repeat(101);
    let blocks = "<mergeCell ref=\"A1:B40\"/>".repeat(2);
    let merged = format!(
        "<worksheet><sheetData>{}</sheetData><mergeCells>{blocks}</mergeCells></worksheet>",
        "<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(30)
    );
    let many_merges = "<mergeCell ref=\"A1:B1\"/>".repeat(51);
    let many_merges = format!(
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>{many_merges}</worksheet>"
    );
    let styles = "<xf/>".repeat(70_000);
    let cases: Vec<(&str, Vec<u8>, String)> = vec![
        (
            "a large file",
            Made::sound().part("xl/media/a.bin", zeros(60_000)).stored().bytes(),
            "the file is larger than 50 kB, the most that is read: delete pictures and sheets that \
             are not part of the plan, and save it again"
                .to_owned(),
        ),
        (
            "many parts",
            parts.bytes(),
            "the workbook has 27 parts, at most 20 are read: delete pictures, comments and sheets \
             that are not needed, and save it again"
                .to_owned(),
        ),
        (
            "a part that swells",
            Made::with_rows(&" ".repeat(200_000)).bytes(),
            format!("the sheet “Plan” takes more than 100 kB unpacked, the most that is read of one part: {smaller}"),
        ),
        (
            "a picture that swells",
            Made::sound().part("xl/media/image1.png", zeros(200_000)).bytes(),
            format!("the part xl/media/image1.png takes more than 100 kB unpacked, the most that is read of one part: {smaller}"),
        ),
        (
            "parts that swell together",
            Made::sound().part("a.png", zeros(90_000)).part("b.png", zeros(90_000)).bytes(),
            format!("the workbook takes more than 150 kB unpacked, the most that is read: {smaller}"),
        ),
        (
            "many sheets",
            sheets.bytes(),
            "the workbook has more than 3 sheets, the most that are read: delete or move the \
             sheets that are not part of the plan, and save it again"
                .to_owned(),
        ),
        (
            "a row far below",
            rows("<row r=\"60\"><c r=\"A60\"><v>1</v></c></row>"),
            "Plan!A60 holds something below row 50, the last that is read: clear the cells far \
             below the table, and save it again"
                .to_owned(),
        ),
        (
            "a cell in the last corner",
            rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"),
            "Plan!XFD1048576 holds something below row 50, the last that is read: clear the cells \
             far below the table, and save it again"
                .to_owned(),
        ),
        (
            "a column far to the right",
            rows("<row r=\"1\"><c r=\"AA1\"><v>1</v></c></row>"),
            "Plan!AA1 holds something to the right of column Z, the last that is read: clear the \
             cells far to the right of the table, and save it again"
                .to_owned(),
        ),
        (
            "many cells",
            rows(&many(40)),
            format!(
                "with Plan!B34 the workbook has more than 100 cells that hold something or have a \
                 colour, the most that are read: {only}"
            ),
        ),
        (
            "a long text",
            rows(&long(201)),
            "Plan!A1 holds a text of more than 200 characters, the most that a cell may hold: shorten \
             it, or put part of it into another cell, and save it again"
                .to_owned(),
        ),
        ("a text just short enough", rows(&long(200)), "it was read".to_owned()),
        (
            "a text used again and again",
            repeated.bytes(),
            format!(
                "with Plan!B17 the texts of all cells together take more than 5 kB, the most that \
                 is read: {only}"
            ),
        ),
        (
            "many texts",
            Made::sound().part("xl/sharedStrings.xml", format!("<sst>{texts}</sst>")).bytes(),
            format!("the texts of the workbook take more than 5 kB, the most that is read: {only}"),
        ),
        (
            "many texts without a letter",
            Made::sound().part("xl/sharedStrings.xml", format!("<sst>{empty_texts}</sst>")).bytes(),
            format!("the workbook keeps more than 100 texts, more than the cells that are read: {only}"),
        ),
        (
            "merged blocks over one another",
            Made::with_sheet(&merged).bytes(),
            "the merged blocks of the sheet “Plan” cover more than 100 cells, the most that are \
             read: select the whole sheet, split the merged cells, and save it again"
                .to_owned(),
        ),
        (
            "many merged blocks",
            Made::with_sheet(&many_merges).bytes(),
            "the sheet “Plan” has more than 50 merged blocks, the most that are read: select the \
             whole sheet, split the merged cells, and save it again"
                .to_owned(),
        ),
    ];
    let cases: Vec<_> =
        cases.iter().map(|(name, bytes, said)| (*name, bytes.clone(), said.as_str())).collect();
    check(&cases);
    // So many styles need more room than the small limits leave.
    let xml = format!("<styleSheet><cellXfs>{styles}</cellXfs></styleSheet>");
    let bytes = Made::sound().part("xl/styles.xml", xml).bytes();
    let error = workbook::read(bytes.as_slice(), &ReadOptions::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the workbook has more than 65,536 styles, the most that are read: copy the sheets of the \
         plan into a new workbook, and save that"
    );
}

#[test]
fn a_workbook_without_anything_in_it_is_said_to_be_empty() {
    let empty = "no cell of this workbook holds anything: check that it is the right file";
    check(&[
        ("no row", Made::with_rows("").bytes(), empty),
        ("blank cells", Made::with_rows("<row><c/><c s=\"1\"/></row>").bytes(), empty),
        (
            "no sheet",
            Made::sound().part("xl/workbook.xml", "<workbook><sheets/></workbook>").bytes(),
            empty,
        ),
    ]);
}
