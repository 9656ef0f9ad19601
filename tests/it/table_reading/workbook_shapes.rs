//! What only a workbook has: merged blocks, fills, hidden rows and sheets, several sheets; and that
//! every cell of any table is accounted for.

use std::collections::HashMap;
use std::io::Cursor;

use improvement_plan::DueDate;
use improvement_plan::import::{
    ColumnMeaning, Import, ReadOptions, SheetInterpretation, SheetKind, TableOptions,
};
use improvement_plan::{DeliveryStatus, csv, workbook};
use rust_xlsxwriter::{Color, Format, Formula, Workbook};

use super::{options, said};

/// A sheet to be written.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// None for a CSV file.
    name: Option<String>,
    is_hidden: bool,
    /// `|` between the cells, blank for none, `fill:RRGGBB` before a text for a fill, `~` before a
    /// hidden row.
    lines: Vec<String>,
    pub(super) merges: Vec<Merge>,
}

/// Rows as people number them, columns from 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Merge {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u16, u16),
}

pub(super) fn sheet(name: &str, lines: &[&str]) -> Sheet {
    let lines = lines.iter().map(|line| (*line).to_owned()).collect();
    Sheet { name: Some(name.into()), lines, ..Sheet::default() }
}

pub(super) fn merge(rows: (u32, u32), columns: (u16, u16)) -> Merge {
    Merge { rows, columns }
}

/// The fill of a cell and its text.
fn parts(cell: &str) -> (Option<Color>, &str) {
    match cell.trim().strip_prefix("fill:") {
        Some(rest) => {
            let (rgb, text) = rest.split_at(6);
            (Some(Color::RGB(u32::from_str_radix(rgb, 16).unwrap())), text)
        }
        None => (None, cell.trim()),
    }
}

/// The text of each cell that has one.
fn texts(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let lines = sheet.lines.iter().map(|line| line.trim_start_matches('~'));
    let cells = lines.flat_map(|line| line.split('|'));
    cells.map(|cell| parts(cell).1).filter(|text| !text.is_empty())
}

fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut book = Workbook::new();
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet.name.as_deref().unwrap()).unwrap();
        page.set_hidden(sheet.is_hidden);
        for Merge { rows, columns } in &sheet.merges {
            let (top, bottom) = (rows.0 - 1, rows.1 - 1);
            // One that overlaps another cannot be written.
            let _ = page.merge_range(top, columns.0, bottom, columns.1, "", &Format::new());
        }
        for (row, line) in (0..).zip(&sheet.lines) {
            if line.starts_with('~') {
                page.set_row_hidden(row).unwrap();
            }
            for (column, cell) in (0..).zip(line.trim_start_matches('~').split('|')) {
                let (fill, text) = parts(cell);
                let format = fill.map(|fill| Format::new().set_background_color(fill));
                let format = format.unwrap_or_default();
                match text {
                    "" if fill.is_none() => continue,
                    "" => page.write_blank(row, column, &format),
                    "#N/A" => {
                        let failed = Formula::new("=NA()").set_result(text);
                        page.write_formula_with_format(row, column, failed, &format)
                    }
                    text => page.write_string_with_format(row, column, text, &format),
                }
                .unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn read(sheets: &[Sheet], options: &ReadOptions) -> Import {
    if let [sheet @ Sheet { name: None, .. }] = sheets {
        let mut text = String::new();
        for line in &sheet.lines {
            let cells = line.split('|').map(|cell| format!("\"{}\"", parts(cell).1));
            text += &(cells.collect::<Vec<_>>().join(",") + "\n");
        }
        return csv::read(text.as_bytes(), options).unwrap();
    }
    workbook::read(Cursor::new(workbook(sheets)), options).unwrap()
}

pub(super) fn import(sheets: &[Sheet]) -> Import {
    read(sheets, &options())
}

pub(super) fn unused(import: &Import) -> Vec<String> {
    let unused = import.interpretation().unused().iter();
    unused.map(|one| format!("{} {}: {}", one.place(), one.text(), one.why())).collect()
}

#[test]
fn a_merged_cell_speaks_for_every_row_of_its_block_and_no_other() {
    let mut plan = sheet(
        "Plan",
        &[
            "No|Recommendation|Action|Lead|By when|Status",
            "1|Caseloads fall.|Recruit|Head of HR|Dec 2026|Completed",
            "||Retain|||",
            "||Train|||",
            "2|Reviews are on time.|Review||Jan 2027|",
        ],
    );
    plan.merges = vec![
        merge((2, 4), (0, 0)),
        merge((2, 4), (1, 1)),
        merge((2, 3), (3, 3)),
        merge((2, 3), (4, 4)),
        merge((2, 3), (5, 5)),
    ];
    let import = import(&[plan]);
    let actions = &import.doc().actions;
    let answers: Vec<_> = actions.iter().map(|one| one.answers.join(",")).collect();
    assert_eq!(answers, ["1", "1", "1", "2"]);
    let due: Vec<_> = actions.iter().map(|one| one.due.as_ref().map(DueDate::as_str)).collect();
    assert_eq!(due, [Some("Dec 2026"), Some("Dec 2026"), None, Some("Jan 2027")]);
    assert_eq!(actions[1].status, DeliveryStatus::Completed);
    assert_eq!(actions[2].status, DeliveryStatus::NotStated);
    let owners: Vec<usize> = actions.iter().map(|one| one.owners.len()).collect();
    assert_eq!(owners, [1, 1, 0, 0]);
    assert_eq!(said(&import), Vec::<String>::new());
    assert_eq!(unused(&import), Vec::<String>::new());
    assert!(import.build().is_ok());
}

#[test]
fn a_colour_merged_over_all_the_rows_of_an_action_is_its_own() {
    let mut plan = sheet(
        "Plan",
        &[
            "Action|Milestone|Milestone date|Overall RAG",
            "Launch a policy|Draft agreed|27/02/2026|Green",
            "|Policy in force|29/05/2026|",
            "Commission a service|Contract awarded|31/07/2026|Red",
            "|Service starts|01/10/2026|Amber",
        ],
    );
    plan.merges = vec![merge((2, 3), (0, 0)), merge((2, 3), (3, 3)), merge((4, 5), (0, 0))];
    let import = import(&[plan]);
    let colours: Vec<_> = import.doc().actions.iter().map(|one| one.rag.as_deref()).collect();
    assert_eq!(colours, [Some("green"), None]);
    assert_eq!(import.doc().actions[0].updates.len(), 0);
    assert_eq!(import.doc().actions[1].updates.len(), 2);
}

#[test]
fn an_action_merged_over_several_rows_is_one_action() {
    let mut plan = sheet(
        "Plan",
        &[
            "Rec no|Recommendation|Action|Lead|By when|Milestones",
            "1|Caseloads fall.|Recruit|Head of HR|Dec 2026|Advert",
            "2|Staff stay.||Head of Pay|Oct 2026|Interviews",
        ],
    );
    plan.merges = vec![merge((2, 3), (2, 2))];
    let import = import(&[plan]);
    let [action] = import.doc().actions.as_slice() else { panic!("{:?}", import.doc().actions) };
    assert_eq!(action.answers, ["1", "2"]);
    let steps: Vec<_> = action
        .milestones
        .iter()
        .map(|one| (one.title.as_str(), one.due.as_ref().map(DueDate::as_str), one.owners.len()))
        .collect();
    assert_eq!(action.due.as_ref().map(DueDate::as_str), Some("Dec 2026"));
    assert_eq!(steps, [("Advert", Some("Dec 2026"), 1), ("Interviews", Some("Oct 2026"), 1)]);
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn a_wide_merged_row_is_the_section_of_the_rows_below() {
    let mut plan = sheet(
        "Plan",
        &[
            "Improvement plan",
            "",
            "Ref|Action|Lead|By when",
            "Priority 1: A stable workforce",
            "1.1|Recruit|Head of HR|Dec 2026",
            "Practice",
            "2.1|Audit|Head of Practice|Jan 2027",
        ],
    );
    plan.merges = vec![merge((1, 1), (0, 3)), merge((4, 4), (0, 3)), merge((6, 6), (0, 3))];
    let import = import(&[plan]);
    let doc = import.doc();
    let names: Vec<_> = doc.workstreams.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names.len(), 2);
    assert!(names[0].contains("A stable workforce"), "{names:?}");
    assert_eq!(names[1], "Practice");
    assert!(doc.actions.iter().all(|one| one.workstream.is_some()));
    assert_ne!(doc.actions[0].workstream, doc.actions[1].workstream);
    let rows: Vec<_> = import.interpretation().sheets()[0]
        .rows()
        .iter()
        .map(|row| (row.row(), row.taken_for()))
        .collect();
    assert_eq!(
        rows,
        [
            (1, "a title above the table"),
            (4, "the workstream of the rows below it"),
            (6, "the workstream of the rows below it"),
        ]
    );
}

#[test]
fn headings_in_two_lines_are_read_as_one() {
    let mut plan = sheet(
        "Plan",
        &[
            "No|Action|Timescale||Lead|Progress",
            "||Start|End|Officer|",
            "1|Recruit|Oct 2026|Dec 2026|Head of HR|Advert out",
        ],
    );
    plan.merges = vec![merge((1, 1), (2, 3))];
    let import = import(&[plan]);
    let action = &import.doc().actions[0];
    assert_eq!(action.start.as_ref().unwrap().as_str(), "Oct 2026");
    assert_eq!(action.due.as_ref().unwrap().as_str(), "Dec 2026");
    assert_eq!(action.owners, ["Head of HR".into()]);
    assert_eq!(import.interpretation().sheets()[0].header_row(), Some(1));
    assert_eq!(unused(&import), Vec::<String>::new());
}

#[test]
fn a_fill_without_words_is_read_as_a_colour_and_said_once() {
    let plan = sheet(
        "Plan",
        &[
            "Ref|Action|Lead|RAG",
            "1|Recruit|Head of HR|fill:FF0000",
            "2|Retain|Head of HR|fill:00B050",
            "3|Train|Head of HR|fill:0070C0",
            "4|Audit|fill:00B050Head of HR|fill:00B050Amber",
        ],
    );
    let import = import(&[plan]);
    let rag: Vec<_> = import.doc().actions.iter().map(|one| one.rag.as_deref()).collect();
    assert_eq!(rag, [Some("red"), Some("green"), None, Some("amber")]);
    assert_eq!(
        said(&import)[1..],
        [
            "advice[colour-from-fill] Plan!D2: the fill was read as the colour in 2 cells under “RAG”",
            "warning[fill-unknown] Plan!D4: 1 cell under “RAG” is filled with blue (0070C0) and has no word: the options say what that means, as in \"fills\": { \"blue\": \"completed\" }",
        ]
    );
}

#[test]
fn hidden_sheets_and_rows_are_read_and_said() {
    let mut plan = sheet(
        "Plan",
        &["Ref|Action|Lead", "1|Recruit|HR", "~2|Retain|HR", "~3|Train|HR", "4|Audit|HR"],
    );
    plan.is_hidden = true;
    // A workbook shows one sheet at least.
    let import = import(&[sheet("Cover", &[]), plan]);
    assert_eq!(import.doc().actions.len(), 4);
    let sheets = import.interpretation().sheets();
    let plan = sheets.iter().find(|one| one.name() == Some("Plan")).unwrap();
    assert_eq!(plan.hidden_rows(), [3, 4]);
    assert_eq!(
        said(&import),
        [
            "advice[hidden-read] Plan: the sheet is hidden in the spreadsheet; it was read",
            "advice[no-recommendation-column] Plan, row 1: no column says which recommendation an action answers",
            "advice[hidden-read] Plan, row 3: 2 rows are hidden in the spreadsheet and read, with 6 filled cells: 3 and 4",
        ]
    );
}

#[test]
fn several_sheets_are_read_together() {
    let import = import(&[
        sheet("Cover", &["What this is", "Owner|Director"]),
        sheet(
            "Actions",
            &[
                "Ref|Recommendation|Action|Lead",
                "A1|R1|Recruit|HR",
                "A2|r02, R9|Retain|HR",
                "A3|Managers oversee practice.|Train|HR",
            ],
        ),
        sheet(
            "Recommendations",
            &[
                "No|Recommendation|Addressed to",
                "R1|Caseloads fall.|Council",
                "R2|Staff stay.|Council",
                "|Managers oversee practice.|Council",
                "R7|Nobody answers this one yet.|Council",
            ],
        ),
        sheet("KPIs", &["Ref|KPI|Baseline|Target|England", "K1|Vacancy rate|24%|12%|17.3%"]),
    ]);
    let doc = import.doc();
    assert_eq!(
        doc.recommendations.len(),
        4,
        "{:#?} {:#?}",
        doc.recommendations,
        import.interpretation().sheets()
    );
    assert_eq!(doc.actions[0].answers, ["R1"]);
    assert_eq!(doc.actions[1].answers, ["R2", "R9"]);
    assert_eq!(doc.actions[2].answers, [doc.recommendations[2].id.unwrap().to_string()]);
    let measure = &doc.measures[0];
    assert_eq!(measure.reference.as_deref(), Some("K1"));
    assert_eq!(measure.unit.as_deref(), Some("%"));
    assert_eq!(measure.comparators[0].name, "England");
    let holds: Vec<_> =
        import.interpretation().sheets().iter().map(SheetInterpretation::holds).collect();
    assert_eq!(
        holds,
        [
            None,
            Some(SheetKind::Actions),
            Some(SheetKind::Recommendations),
            Some(SheetKind::Measures)
        ]
    );
    assert_eq!(
        unused(&import),
        [
            "Cover!A1 What this is: no row of it holds headings of a plan",
            "Cover!A2 Owner: no row of it holds headings of a plan",
            "Cover!B2 Director: no row of it holds headings of a plan",
        ]
    );
    assert_eq!(said(&import), Vec::<String>::new());
    let refused = import.build().unwrap_err();
    let refused: Vec<_> = refused.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        ["error[unknown-recommendation] Actions!B3: there is no recommendation “R9”"]
    );
}

#[test]
fn a_sheet_per_theme_names_the_workstream_of_its_rows() {
    let headings = "Ref|Recommendation|Action|Lead";
    let workforce = sheet(
        "1",
        &[
            "Anyshire County Council",
            "Theme 1: Workforce",
            headings,
            "1.1|Caseloads fall.|Recruit|HR",
        ],
    );
    let practice = sheet(
        "Practice",
        &["Anyshire County Council", headings, "2.1|Plans are seen.|Audit|Head of Practice"],
    );
    let options = ReadOptions::new().with_file_name("Improvement_plan.xlsx");
    let import = read(&[workforce, practice], &options);
    let doc = import.doc();
    let workstreams: Vec<_> =
        doc.workstreams.iter().map(|one| (one.reference.as_deref(), one.name.as_str())).collect();
    assert_eq!(workstreams, [(Some("Theme 1"), "Workforce"), (None, "Practice")]);
    let practice = doc.workstreams[1].id.unwrap().to_string();
    let links: Vec<_> = doc.actions.iter().map(|one| one.workstream.as_deref().unwrap()).collect();
    assert_eq!(links, ["Theme 1", &practice]);
    assert_eq!(
        (&*doc.title, &*doc.authority.name),
        ("Improvement plan", "Anyshire County Council")
    );
    let rows: Vec<_> = import.interpretation().sheets()[0]
        .rows()
        .iter()
        .map(|row| (row.row(), row.taken_for()))
        .collect();
    assert_eq!(rows, [(1, "a title above the table"), (2, "the workstream of the rows below it")]);
    assert!(
        import.interpretation().sheets()[1]
            .why()
            .ends_with("; the name of the sheet is the workstream of its rows")
    );
    assert_eq!(unused(&import), Vec::<String>::new());
    assert!(import.build().is_ok());
}

#[test]
fn sheets_that_share_a_title_are_told_apart_by_their_names_and_quarters_are_no_themes() {
    let on = |name: &str, sections: &str| {
        sheet(
            name,
            &[
                "Improvement plan 2026",
                "Ref|Action|Lead",
                sections,
                &format!("{name}1|Act on {name}|HR"),
            ],
        )
    };
    let import_of = |sheets: &[Sheet]| read(sheets, &ReadOptions::new());
    let import = import_of(&[on("Practice", "QUALITY||"), on("Workforce", "")]);
    let doc = import.doc();
    assert_eq!(doc.title, "Improvement plan 2026");
    let names: Vec<_> = doc.workstreams.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Practice", "QUALITY", "Workforce"]);
    assert_eq!(doc.workstreams[1].part_of, doc.workstreams[0].id.map(|id| id.to_string()));
    let import = import_of(&[on("Q1", ""), on("Q2", "")]);
    assert_eq!(import.doc().workstreams.len(), 0);
}

#[test]
fn the_same_actions_on_two_sheets_are_read_twice_and_said() {
    let rows = ["Ref|Action|Lead", "1|Recruit|HR", "2|Retain|HR"];
    let import = import(&[sheet("Q1", &rows), sheet("Q2", &rows)]);
    assert_eq!(import.doc().actions.len(), 4);
    assert!(said(&import).contains(
        &"warning[sheets-alike] Q2: 2 actions of “Q2” are also on “Q1”; both were read".to_owned()
    ));
}

#[test]
fn what_the_options_say_of_tables_wins_and_is_checked() {
    let plan = ["Ref|Action|Lead", "", "Nr|Vorhaben|Wer|Wann", "1|Recruit|HR|Dec 2026"];
    let plan = [sheet("Plan", &plan)];
    let table = TableOptions::new()
        .with_sheet("plan")
        .with_holds(SheetKind::Actions)
        .with_header_row(3_u32)
        .with_column("vorhaben", ColumnMeaning::Action)
        .with_column("C", ColumnMeaning::Owners)
        .with_column("Wan", ColumnMeaning::Due);
    let other = TableOptions::new().with_sheet("Plans");
    let import = read(&plan, &options().with_tables([table, other]));
    let action = &import.doc().actions[0];
    assert_eq!(
        (action.title.as_str(), action.owners.len(), action.due.is_some()),
        ("Recruit", 1, false)
    );
    assert_eq!(
        said(&import)[..2],
        [
            "error[options-unknown-sheet] the document: the options name a sheet “Plans”, but there is none: did you mean “Plan”?",
            "error[options-unknown-column] Plan: the options name a column “Wan” (tables[0].columns), but there is none: did you mean “Wann”?",
        ]
    );
    let table = TableOptions::new().with_header_row(2_u32);
    let import = read(&plan, &options().with_tables([table]));
    assert_eq!(
        said(&import)[..1],
        [
            "error[table-not-found] the document: no row holds headings of a plan, such as “Recommendation”, “Action”, “Lead” and “By when”"
        ]
    );
    assert_eq!(
        said(&import)[1],
        "error[options-unknown-row] Plan: the options give row 2 for the headings (tables[0].header_row), but that row is empty"
    );
}

#[test]
fn a_failed_formula_is_said_and_listed() {
    let import = import(&[sheet("Plan", &["Ref|Action|Lead|Success", "1|Recruit|#N/A|#N/A"])]);
    let said = said(&import);
    assert!(
        said.contains(&"warning[formula-failed] Plan!C2: the formula failed: #N/A".to_owned()),
        "{said:?}"
    );
    assert_eq!(
        unused(&import),
        ["Plan!C2 #N/A: its formula failed", "Plan!D2 #N/A: its formula failed"]
    );
}

#[test]
fn a_second_table_below_the_first_is_read_by_its_own_headings() {
    let import = import(&[sheet(
        "Plan",
        &[
            "Ref|Action|Lead|By when",
            "1|Recruit|HR|Dec 2026",
            "",
            "KPI|Baseline|Target|England",
            "Vacancy rate|24|12|17",
        ],
    )]);
    assert_eq!((import.doc().actions.len(), import.doc().measures.len()), (1, 1));
    assert_eq!(unused(&import), Vec::<String>::new());
}

/// Small numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(sides).unwrap()).unwrap()
    }
}

#[test]
fn every_cell_of_any_table_is_used_or_listed() {
    const CASES: usize = 300;
    const WORDS: [&str; 40] = [
        "",
        "",
        "",
        "",
        "1",
        "1.1",
        "2",
        "R3",
        "1, 2 and 5",
        "17. (57, 138)",
        "Recommendation",
        "Action",
        "Lead",
        "By when",
        "Status",
        "RAG",
        "Progress",
        "Success measures",
        "What?",
        "How?",
        "Ref",
        "Target",
        "KPI",
        "Milestones",
        "LEADERSHIP",
        "Ensure that plans are clear to every family",
        "Head of HR / Chair",
        "Dec 2026",
        "TBC",
        "Completed",
        "Amber",
        "3 Slipped",
        "Note: later",
        "Total",
        "#N/A",
        "fill:FF0000",
        "fill:0070C0x",
        "Theme",
        "Evidence",
        "12%",
    ];
    let mut dice = Dice(7);
    for _ in 0..CASES {
        let mut sheets = Vec::new();
        for number in 0..=dice.roll(2) {
            let width = dice.roll(6) + 1;
            let lines: Vec<String> = (0..dice.roll(12))
                .map(|_| {
                    (0..width).map(|_| WORDS[dice.roll(WORDS.len())]).collect::<Vec<_>>().join("|")
                })
                .collect();
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            let mut one = sheet(&format!("S{number}"), &lines);
            for _ in 0..dice.roll(3) {
                let (row, column) = (
                    u32::try_from(dice.roll(9)).unwrap() + 1,
                    u16::try_from(dice.roll(5)).unwrap(),
                );
                one.merges.push(merge(
                    (row, row + u32::try_from(dice.roll(4)).unwrap()),
                    (column, column + u16::try_from(dice.roll(3)).unwrap()),
                ));
            }
            sheets.push(one);
        }
        if let ([one], 0) = (sheets.as_mut_slice(), dice.roll(2)) {
            one.name = None;
        }
        // A file in which nothing stands is refused.
        if sheets.iter().flat_map(texts).next().is_some() {
            accounted(&sheets);
        }
    }
}

/// Every text of the sheets stands in the document, among the headings and rows that were understood, in
/// a fact, or in the list of unused cells at its place.
fn accounted(sheets: &[Sheet]) {
    let import = read(sheets, &options());
    let _ = import.build();
    let mut listed: HashMap<String, usize> = HashMap::new();
    for one in import.interpretation().unused() {
        *listed.entry(one.text().to_owned()).or_default() += 1;
    }
    let understood = serde_json::to_string(import.interpretation()).unwrap();
    let sheets_understood = serde_json::to_string(import.interpretation().sheets()).unwrap();
    let kept = format!("{:?} {sheets_understood}", import.doc()).to_lowercase();
    for text in sheets.iter().flat_map(texts) {
        let is_listed = listed.contains_key(text);
        // The number before a step of a list is its place in the list.
        let words = text
            .trim_start_matches(|letter: char| letter.is_ascii_digit())
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty());
        let is_kept = words.into_iter().all(|word| {
            let word = word.to_lowercase();
            kept.contains(&word) || matches!(&*word, "and" | "completed")
        });
        assert!(is_listed || is_kept, "{text} in {sheets:#?}\n{understood}");
    }
}
