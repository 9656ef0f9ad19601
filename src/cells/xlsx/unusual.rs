//! Tests: workbooks that are sound and unusual, and what is read of them.

use std::fmt::Write;

#[path = "../../../tests/it/workbook_refused/made.rs"]
#[allow(dead_code, reason = "what the tests of refusals need too")]
mod made;

use made::{Made, sheet};

use super::read::grid;
use crate::cells::{Content, DateSystem, Grid, SheetLimits, Shown};

fn read(made: &Made) -> Grid {
    grid(made.bytes(), &SheetLimits::default()).unwrap()
}

/// What stands on all sheets, a line a sheet: `Plan: A1 “Action”, B1 5`.
fn shown(grid: &Grid) -> String {
    let mut all = String::new();
    for sheet in &grid.sheets {
        let mut cells = Vec::new();
        for row in &sheet.rows {
            for cell in &row.cells {
                let place =
                    crate::diagnostic::column_letters(cell.column) + &row.number.to_string();
                cells.push(match &cell.content {
                    Content::Blank => format!("{place} {:?}", cell.fill.unwrap()),
                    Content::Text(text) => format!("{place} “{}”", text.escape_debug()),
                    Content::Number(number) => format!("{place} {number}"),
                    Content::Truth(truth) => format!("{place} {truth}"),
                    Content::Failed(failed) => format!("{place} failed {failed}"),
                });
            }
        }
        let hidden = if sheet.is_hidden { " (hidden)" } else { "" };
        writeln!(all, "{}{hidden}: {}", sheet.name.as_deref().unwrap(), cells.join(", ")).unwrap();
    }
    all.trim_end().to_owned()
}

fn notes(grid: &Grid) -> Vec<String> {
    grid.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn cells_stand_where_they_should_however_their_sheet_is_written() {
    let one = r#"<row r="2"><c r="B2" t="s"><v>1</v></c></row>"#;
    let cases: &[(&str, Made, &str)] = &[
        (
            "rows and cells without names",
            Made::with_rows(
                r#"<row><c t="s"><v>0</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>4</v></c></row>"#,
            ),
            "Plan: A1 “Action”, C1 3, C5 1, D5 2, A7 4",
        ),
        (
            "rows and cells out of order",
            Made::with_rows(
                r#"<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row><row r="3"><c r="C3"><v>3</v></c></row>"#,
            ),
            "Plan: A1 0, A3 1, B3 2, C3 3",
        ),
        (
            "a prefix before every element",
            Made::with_sheet(
                r#"<x:worksheet><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"#,
            ),
            "Plan: B2 “Lead”",
        ),
        (
            "a mark at the start, comments, instructions, and space between",
            Made::with_sheet(&format!(
                "\u{feff}<?xml version=\"1.0\"?>\n<!-- a -->\n<?b?>\n{}\n",
                sheet(&format!("\n <!-- c --> {one}\n"))
            )),
            "Plan: B2 “Lead”",
        ),
        (
            "single quotes and dollars",
            Made::with_rows("<row r='2'><c r='$B$2' t='s'><v> 1 </v></c></row>"),
            "Plan: B2 “Lead”",
        ),
        (
            "a style that is not listed",
            Made::with_rows(r#"<row><c s="99"><v>1</v></c></row>"#),
            "Plan: A1 1",
        ),
        (
            "a dimension that says too much",
            Made::with_sheet(&format!(
                r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>{one}</sheetData></worksheet>"#
            )),
            "Plan: B2 “Lead”",
        ),
        (
            "formats far below",
            Made::with_rows(&format!(r#"{one}<row r="1048576"><c r="XFD1048576" s="1"/></row>"#)),
            "Plan: B2 “Lead”",
        ),
    ];
    for (name, made, expected) in cases {
        assert_eq!(shown(&read(made)), *expected, "{name}");
    }
}

#[test]
fn every_sort_of_value_is_read() {
    let cases: &[(&str, &str, &str)] = &[
        ("inline", r#"<c t="inlineStr"><is><t>a</t></is></c>"#, "“a”"),
        (
            "rich",
            r#"<c t="inlineStr"><is><r><rPr><b/></rPr><t>a </t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></is></c>"#,
            "“a b”",
        ),
        ("kept space", r#"<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>"#, "“ a ”"),
        ("an escape", r#"<c t="inlineStr"><is><t>a_x000D_b</t></is></c>"#, r"“a\rb”"),
        ("an escape in a formula", r#"<c t="str"><f>A1</f><v>a_x000a_b</v></c>"#, r"“a\nb”"),
        (
            "names and numbers of letters",
            r#"<c t="str"><v>&lt;&amp;&#163;&#x1F600;</v></c>"#,
            "“<&£😀”",
        ),
        ("as it stands", r#"<c t="str"><v><![CDATA[<b>]]></v></c>"#, "“<b>”"),
        ("a line end", "<c t=\"str\"><v>a\r\nb</v></c>", r"“a\nb”"),
        ("truth", r#"<c t="b"><v>1</v></c>"#, "true"),
        ("untruth", r#"<c t="b"><v>false</v></c>"#, "false"),
        ("neither", r#"<c t="b"><v>maybe</v></c>"#, "“maybe”"),
        ("a failed formula", r#"<c t="e"><f>NA()</f><v>#N/A</v></c>"#, "failed #N/A"),
        ("a newer failure", r#"<c t="e"><v>#GETTING_DATA</v></c>"#, "failed #GETTING_DATA"),
        ("a day", r#"<c t="d"><v>2026-10-30</v></c>"#, "46325"),
        ("a day in words", r#"<c t="d"><v>soon</v></c>"#, "“soon”"),
        ("a figure with an exponent", "<c><v>1.2E+05</v></c>", "120000"),
        ("too large a figure", "<c><v>1E999</v></c>", "“1E999”"),
        ("no figure", r#"<c t="n"><v>NaN</v></c>"#, "“NaN”"),
        ("an unknown sort", r#"<c t="new"><v>7</v></c>"#, "7"),
        ("something to come", "<c><v>7</v><extLst><ext><v>8</v></ext></extLst></c>", "7"),
        ("a formula with what it gave", "<c><f>1+1</f><v>2</v></c>", "2"),
    ];
    for (name, cell, expected) in cases {
        let made = Made::with_rows(&format!("<row>{cell}</row>"));
        assert_eq!(shown(&read(&made)), format!("Plan: A1 {expected}"), "{name}");
    }
}

#[test]
fn a_formula_without_a_value_is_told() {
    let made = Made::with_rows(
        r#"<row r="4"><c r="F4"><f>TODAY()</f></c><c r="G4"><f>A1</f></c><c r="H4" t="str"><f>A2</f><v></v></c><c r="I4"><v>1</v></c></row>"#,
    );
    let grid = read(&made);
    assert_eq!(shown(&grid), "Plan: I4 1");
    assert_eq!(
        notes(&grid),
        ["warning[formula-not-worked-out] Plan!F4: this is the first of 2 formulas on the sheet \
          that have no worked-out value, so their cells were read as blank"]
    );
}

#[test]
fn sheets_without_cells_are_left_out_and_told() {
    let more = r#"<sheet name="Chart" sheetId="2" r:id="c"/><sheet name="Old" sheetId="3" state="veryHidden" r:id="h"/><sheet name="Away" sheetId="4" r:id="x"/><sheet name="Up" sheetId="5" r:id="u"/></sheets>"#;
    let relationships = r#"<Relationship Id="c" Type="a/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="h" Type="a/worksheet" Target="/xl/worksheets/../old.xml"/><Relationship Id="x" Type="a/worksheet" Target="https://example.org/x.xml" TargetMode="External"/><Relationship Id="u" Type="a/worksheet" Target="../../up.xml"/></Relationships>"#;
    let made = Made::sound()
        .replace("xl/workbook.xml", "</sheets>", more)
        .replace("xl/_rels/workbook.xml.rels", "</Relationships>", relationships)
        .part("xl/OLD.xml", sheet("<row><c><v>5</v></c></row>"));
    let grid = read(&made);
    assert_eq!(shown(&grid), "Plan: A1 “Action”\nOld (hidden): A1 5");
    assert_eq!(
        notes(&grid),
        [
            "advice[sheet-not-read] Chart: the sheet “Chart” is a chart and has no cells",
            "advice[sheet-not-read] Away: the sheet “Away” is kept in another file, which is not \
             opened",
            "advice[sheet-not-read] Up: the sheet “Up” is kept in another file, which is not opened",
        ]
    );
}

#[test]
fn days_count_from_1904_where_the_workbook_says_so() {
    let made = Made::with_rows(r#"<row><c s="1"><v>41728</v></c></row>"#).replace(
        "xl/workbook.xml",
        "<sheets>",
        r#"<workbookPr date1904="1"/><sheets>"#,
    );
    let grid = read(&made);
    let cell = &grid.sheets[0].rows[0].cells[0];
    assert_eq!((cell.shown, grid.sheets[0].dates), (Shown::Date, DateSystem::From1904));
    assert_eq!(
        notes(&grid),
        ["advice[old-date-system] the document: days are counted from 1 January 1904 here"]
    );
}

#[test]
fn merged_blocks_reach_no_further_than_the_cells() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"><c r="C3"><v>1</v></c></row>"#;
    let merges = r#"<mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A2:A1048576"/><mergeCell ref="E9:F9"/></mergeCells>"#;
    let made =
        Made::with_sheet(&format!("<worksheet><sheetData>{rows}</sheetData>{merges}</worksheet>"));
    let grid = read(&made);
    let blocks: Vec<_> =
        grid.sheets[0].merges.iter().map(|merge| (merge.rows, merge.columns)).collect();
    assert_eq!(blocks, [((1, 1), (0, 2)), ((2, 3), (0, 0))]);
    let hidden: Vec<_> = grid.sheets[0].rows.iter().map(|row| row.is_hidden).collect();
    assert_eq!(hidden, [false, true]);
}

#[test]
fn a_workbook_without_styles_texts_and_theme_is_read() {
    let made = Made::with_rows(r#"<row><c s="1"><v>43190</v></c></row>"#)
        .without("xl/styles.xml")
        .without("xl/sharedStrings.xml");
    let grid = read(&made);
    assert_eq!(shown(&grid), "Plan: A1 43190");
    assert_eq!(grid.sheets[0].rows[0].cells[0].shown, Shown::Plain);
}

#[test]
fn colours_come_from_the_palette_and_from_the_theme_of_the_workbook() {
    let fill = |colour: &str| {
        format!("<fill><patternFill patternType=\"solid\"><fgColor {colour}/></patternFill></fill>")
    };
    let fills = ["rgb=\"FF00B050\"", "indexed=\"10\"", "theme=\"4\"", "theme=\"0\"", "auto=\"1\""];
    let fills = fills.map(fill).concat();
    let styles = [0, 1, 2, 3, 4].map(|id| format!("<xf fillId=\"{id}\"/>")).concat();
    let rows = [0, 1, 2, 3, 4].map(|id| format!("<row><c s=\"{id}\"/><c><v>1</v></c></row>"));
    let rows = rows.concat();
    let parts = [("dk1", "01"), ("lt1", "02"), ("dk2", "03"), ("lt2", "04"), ("accent1", "05")];
    let theme = parts.map(|(part, number)| {
        format!("<{part}><srgbClr val=\"{number}{number}{number}\"/></{part}>")
    });
    let theme = theme.concat();
    let made = Made::with_rows(&rows)
        .part(
            "xl/styles.xml",
            format!("<styleSheet><fills>{fills}</fills><cellXfs>{styles}</cellXfs></styleSheet>"),
        )
        .part("xl/theme.xml", format!("<theme><clrScheme>{theme}</clrScheme></theme>"))
        .replace(
            "xl/_rels/workbook.xml.rels",
            "</Relationships>",
            r#"<Relationship Id="t" Type="a/theme" Target="theme.xml"/></Relationships>"#,
        );
    assert_eq!(
        shown(&read(&made)),
        "Plan: A1 [0, 176, 80], B1 1, A2 [255, 0, 0], B2 1, A3 [5, 5, 5], B3 1, A4 [2, 2, 2], B4 1, \
         B5 1"
    );
}
