//! Workbooks that are sound and unusual, and which cells are read of them. Where the options say to ignore
//! the sheets, the import lists every cell as unused, with its place and its text.

use improvement_plan::import::{Import, ReadOptions, SheetKind, TableOptions};
use improvement_plan::workbook;

use crate::workbook_refused::made::{Made, sheet};

fn read(made: &Made) -> Import {
    workbook::read(made.bytes().as_slice(), &ReadOptions::new()).unwrap()
}

/// The workbook, of which no cell is used.
fn read_cells(made: &Made) -> Import {
    let ignored = TableOptions::new().with_holds(SheetKind::Ignore);
    let options = ReadOptions::new().with_tables([ignored]);
    workbook::read(made.bytes().as_slice(), &options).unwrap()
}

/// Every cell that holds something: `Plan!A1 Action, Plan!B1 5`.
fn shown(import: &Import) -> String {
    let cells = import.interpretation().unused().iter();
    let cells = cells.map(|cell| format!("{} {}", cell.place(), cell.text().escape_debug()));
    cells.collect::<Vec<_>>().join(", ")
}

/// What is reported with a code.
fn reported(import: &Import, code: &str) -> Vec<String> {
    let lines = import.diagnostics().iter().map(ToString::to_string);
    lines.filter(|line| line.contains(&format!("[{code}]"))).collect()
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
            "Plan!A1 Action, Plan!C1 3, Plan!C5 1, Plan!D5 2, Plan!A7 4",
        ),
        (
            "rows and cells out of order",
            Made::with_rows(
                r#"<row r="3"><c r="B3"><v>2</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row><row r="3"><c r="C3"><v>3</v></c></row>"#,
            ),
            "Plan!A1 0, Plan!A3 1, Plan!B3 2, Plan!C3 3",
        ),
        (
            "a prefix before every element",
            Made::with_sheet(
                r#"<x:worksheet><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"#,
            ),
            "Plan!B2 Lead",
        ),
        (
            "a mark at the start, comments, instructions, and space between",
            Made::with_sheet(&format!(
                "\u{feff}<?xml version=\"1.0\"?>\n<!-- a -->\n<?b?>\n{}\n",
                sheet(&format!("\n <!-- c --> {one}\n"))
            )),
            "Plan!B2 Lead",
        ),
        (
            "single quotes and dollars",
            Made::with_rows("<row r='2'><c r='$B$2' t='s'><v> 1 </v></c></row>"),
            "Plan!B2 Lead",
        ),
        (
            "a style that is not listed",
            Made::with_rows(r#"<row><c s="99"><v>1</v></c></row>"#),
            "Plan!A1 1",
        ),
        (
            "a dimension that says too much",
            Made::with_sheet(&format!(
                r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>{one}</sheetData></worksheet>"#
            )),
            "Plan!B2 Lead",
        ),
        (
            "formats far below",
            Made::with_rows(&format!(r#"{one}<row r="1048576"><c r="XFD1048576" s="1"/></row>"#)),
            "Plan!B2 Lead",
        ),
    ];
    for (name, made, expected) in cases {
        assert_eq!(shown(&read_cells(made)), *expected, "{name}");
    }
}

#[test]
fn every_sort_of_value_is_read() {
    let cases: &[(&str, &str, &str)] = &[
        ("inline", r#"<c t="inlineStr"><is><t>a</t></is></c>"#, "a"),
        (
            "rich",
            r#"<c t="inlineStr"><is><r><rPr><b/></rPr><t>a </t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></is></c>"#,
            "a b",
        ),
        ("kept space", r#"<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>"#, " a "),
        ("an escape", r#"<c t="inlineStr"><is><t>a_x000D_b</t></is></c>"#, r"a\rb"),
        ("an escape in a formula", r#"<c t="str"><f>A1</f><v>a_x000a_b</v></c>"#, r"a\nb"),
        (
            "names and numbers of letters",
            r#"<c t="str"><v>&lt;&amp;&#163;&#x1F600;</v></c>"#,
            "<&£😀",
        ),
        ("as it stands", r#"<c t="str"><v><![CDATA[<b>]]></v></c>"#, "<b>"),
        ("a line end", "<c t=\"str\"><v>a\r\nb</v></c>", r"a\nb"),
        ("truth", r#"<c t="b"><v>1</v></c>"#, "yes"),
        ("untruth", r#"<c t="b"><v>false</v></c>"#, "no"),
        ("neither", r#"<c t="b"><v>maybe</v></c>"#, "maybe"),
        ("a failed formula", r#"<c t="e"><f>NA()</f><v>#N/A</v></c>"#, "#N/A"),
        ("a newer failure", r#"<c t="e"><v>#GETTING_DATA</v></c>"#, "#GETTING_DATA"),
        ("a day", r#"<c t="d"><v>2026-10-30</v></c>"#, "46325.00"),
        ("a day in words", r#"<c t="d"><v>soon</v></c>"#, "soon"),
        ("a figure with an exponent", "<c><v>1.2E+05</v></c>", "120000.00"),
        ("too large a figure", "<c><v>1E999</v></c>", "1E999"),
        ("no figure", r#"<c t="n"><v>NaN</v></c>"#, "NaN"),
        ("an unknown sort", r#"<c t="new"><v>7</v></c>"#, "7.00"),
        ("something to come", "<c><v>7</v><extLst><ext><v>8</v></ext></extLst></c>", "7.00"),
        ("a formula with what it gave", "<c><f>1+1</f><v>2</v></c>", "2.00"),
    ];
    for (name, cell, expected) in cases {
        // The style shows figures with two places, and so tells them from texts.
        let cell = cell.replacen("<c", "<c s=\"2\"", 1);
        let made = Made::with_rows(&format!("<row>{cell}</row>")).replace(
            "xl/styles.xml",
            "</cellXfs>",
            "<xf numFmtId=\"2\"/></cellXfs>",
        );
        assert_eq!(shown(&read_cells(&made)), format!("Plan!A1 {expected}"), "{name}");
    }
}

#[test]
fn a_formula_without_a_value_is_reported() {
    let made = Made::with_rows(
        r#"<row r="4"><c r="F4"><f>TODAY()</f></c><c r="G4"><f>A1</f></c><c r="H4" t="str"><f>A2</f><v></v></c><c r="I4"><v>1</v></c></row>"#,
    );
    let import = read_cells(&made);
    assert_eq!(shown(&import), "Plan!I4 1");
    assert_eq!(
        reported(&import, "formula-not-worked-out"),
        ["warning[formula-not-worked-out] Plan!F4: this is the first of 2 formulas on the sheet \
          that have no worked-out value, so their cells were read as blank"]
    );
}

#[test]
fn a_failed_formula_is_no_text() {
    for failed in ["#N/A", "#GETTING_DATA"] {
        let lead = |cell: &str| {
            Made::with_rows(&format!(
                r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Recruit more staff</t></is></c>{cell}</row>"#
            ))
        };
        let import = read(&lead(&format!(r#"<c r="B2" t="e"><v>{failed}</v></c>"#)));
        assert_eq!(
            reported(&import, "formula-failed"),
            [format!("warning[formula-failed] Plan!B2: the formula failed: {failed}")]
        );
        let import = read(&lead(&format!(r#"<c r="B2" t="str"><v>{failed}</v></c>"#)));
        assert_eq!(reported(&import, "formula-failed"), [""; 0]);
    }
}

#[test]
fn hidden_rows_are_read() {
    let action = |row: u32, attributes: &str| {
        format!(
            r#"<row r="{row}"{attributes}><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Do number {row}</t></is></c></row>"#
        )
    };
    let made = Made::with_rows(&format!(
        r#"<row r="1"><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>{}{}{}"#,
        action(2, ""),
        action(3, r#" hidden="1""#),
        action(4, r#" hidden="0""#),
    ));
    let import = read(&made);
    assert_eq!(import.interpretation().sheets()[0].hidden_rows(), [3]);
    assert_eq!(import.doc().actions.len(), 3);
}

#[test]
fn sheets_without_cells_are_left_out_and_reported() {
    let more = r#"<sheet name="Chart" sheetId="2" r:id="c"/><sheet name="Old" sheetId="3" state="veryHidden" r:id="h"/><sheet name="Away" sheetId="4" r:id="x"/><sheet name="Up" sheetId="5" r:id="u"/></sheets>"#;
    let relationships = r#"<Relationship Id="c" Type="a/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="h" Type="a/worksheet" Target="/xl/worksheets/../old.xml"/><Relationship Id="x" Type="a/worksheet" Target="https://example.org/x.xml" TargetMode="External"/><Relationship Id="u" Type="a/worksheet" Target="../../up.xml"/></Relationships>"#;
    let made = Made::sound()
        .replace("xl/workbook.xml", "</sheets>", more)
        .replace("xl/_rels/workbook.xml.rels", "</Relationships>", relationships)
        .part("xl/OLD.xml", sheet("<row><c><v>5</v></c></row>"));
    let import = read_cells(&made);
    assert_eq!(shown(&import), "Plan!A1 Action, Old!A1 5");
    let sheets = import.interpretation().sheets();
    let sheets: Vec<_> =
        sheets.iter().map(|sheet| (sheet.name().unwrap(), sheet.is_hidden())).collect();
    assert_eq!(sheets, [("Plan", false), ("Old", true)]);
    assert_eq!(
        reported(&import, "sheet-not-read"),
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
    let import = read_cells(&made);
    assert_eq!(shown(&import), "Plan!A1 2018-03-31");
    assert_eq!(
        reported(&import, "old-date-system"),
        ["advice[old-date-system] the document: days are counted from 1 January 1904 here"]
    );
}

#[test]
fn a_workbook_without_styles_texts_and_theme_is_read() {
    let made = Made::with_rows(r#"<row><c s="1"><v>43190</v></c></row>"#)
        .without("xl/styles.xml")
        .without("xl/sharedStrings.xml");
    let import = read_cells(&made);
    assert_eq!(shown(&import), "Plan!A1 43190");
}

#[test]
fn colours_come_from_the_palette_and_from_the_theme_of_the_workbook() {
    let fill = |colour: &str| {
        format!("<fill><patternFill patternType=\"solid\"><fgColor {colour}/></patternFill></fill>")
    };
    let fills = ["rgb=\"FF00B050\"", "indexed=\"10\"", "theme=\"4\"", "theme=\"0\"", "auto=\"1\""];
    let fills = fills.map(fill).concat();
    let styles = [0, 1, 2, 3, 4].map(|id| format!("<xf fillId=\"{id}\"/>")).concat();
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let headings = format!("<row>{}{}</row>", text("Action"), text("RAG"));
    let rows = [0, 1, 2, 3, 4]
        .map(|id| format!("<row>{}<c s=\"{id}\"/></row>", text(&format!("Action {id}"))));
    // Dark and light change places: the first colour of the styles is the second of the theme.
    let parts = [
        ("dk1", "010101"),
        ("lt1", "92D050"),
        ("dk2", "030303"),
        ("lt2", "040404"),
        ("accent1", "FFC000"),
    ];
    let theme = parts
        .map(|(part, colour)| format!("<{part}><srgbClr val=\"{colour}\"/></{part}>"))
        .concat();
    // The last row keeps the column as long as the table.
    let last = format!("<row>{}{}</row>", text("Action 5"), text("Red"));
    let made = Made::with_rows(&format!("{headings}{}{last}", rows.concat()))
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
    let import = read(&made);
    let colours: Vec<_> =
        import.doc().actions.iter().map(|action| action.rag.as_deref().unwrap_or("none")).collect();
    assert_eq!(colours, ["green", "red", "amber", "green", "none", "red"]);
}
