//! What officers do to the workbook in a month, and what is said of it.

use improvement_plan::model::{Number, Reading};
use improvement_plan::report::ImportReport;
use improvement_plan::{
    Action, DeliveryStatus, Evidence, Measure, Milestone, PlanDoc, Recommendation, Revision,
    Source, Update,
};

use super::book::{Book, Cell, told, unused};

fn plan() -> PlanDoc {
    PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
        .with_status_date("2026-10-30")
        .with_sources([Source::new("Inspection").with_reference("ofsted")])
        .with_recommendations([
            Recommendation::new("Stabilise the workforce.")
                .with_reference("1")
                .with_source("ofsted"),
            Recommendation::new("Reduce caseloads.").with_reference("2").with_source("ofsted"),
        ])
        .with_actions([
            Action::new("Recruit")
                .with_reference("1.1")
                .with_answers(["1", "2"])
                .with_owners(["Head of HR"])
                .with_due("2027-03-31")
                .with_status(DeliveryStatus::InProgress)
                .with_milestones([
                    Milestone::new("Advert live").with_reference("a"),
                    Milestone::new("Interviews").with_reference("b"),
                ])
                .with_updates([Update::new("progress", "Seven offers made.")]),
            Action::new("Cap caseloads").with_reference("1.2").with_answers(["2"]),
            Action::new("Weekly board").with_reference("1.3").with_enables(["ofsted"]),
        ])
        .with_measures([Measure::new("Vacancies")
            .with_reference("v")
            .with_readings([Reading::new("2026-10-26", 21)])])
}

fn nothing() -> [&'static str; 0] {
    []
}

#[test]
fn rows_may_be_sorted() {
    let mut book = Book::of(&plan());
    for sheet in ["Actions", "Milestones", "Recommendations"] {
        book.sheet(sheet)[1..].reverse();
    }
    let import = book.read();
    assert_eq!(told(&import), nothing());
    let mut doc = plan();
    doc.actions.reverse();
    doc.recommendations.reverse();
    doc.actions[2].milestones.reverse();
    assert_eq!(import.doc(), &doc);
}

#[test]
fn columns_may_be_moved_and_rows_left_blank() {
    let mut book = Book::of(&plan());
    for (_, rows) in book.sheets.iter_mut().filter(|(name, _)| name != "Cover" && name != "Lists") {
        for row in rows.iter_mut() {
            row.reverse();
        }
        let width = rows[0].len();
        rows.insert(1, vec![Cell::Blank; width]);
    }
    let import = book.read();
    assert_eq!(told(&import), nothing());
    assert_eq!(unused(&import), nothing());
    assert_eq!(import.doc(), &plan());
}

#[test]
fn rows_may_be_added_without_a_key() {
    let book = Book::of(&plan())
        .set("Actions", "A5", "1.4")
        .set("Actions", "B5", "Exit interviews")
        .set("Actions", "C5", "1\n2;")
        .set("Actions", "E5", "Head of HR; HR Business Partner | NHS ICB | partner")
        .set("Actions", "G5", "End March 2027")
        .set("Actions", "H5", "IN-PROGRESS")
        .set("Milestones", "A4", "1.4")
        .set("Milestones", "C4", "Form agreed")
        .set("Evidence", "A2", "recruit")
        .set("Evidence", "B2", "dip SAMPLE")
        .set("Evidence", "C2", "Ten files");
    let import = book.read();
    assert_eq!(told(&import), nothing());
    let mut doc = plan();
    doc.actions.push(
        Action::new("Exit interviews")
            .with_reference("1.4")
            .with_answers(["1", "2"])
            .with_owners([
                "Head of HR".into(),
                improvement_plan::Owner::post("HR Business Partner")
                    .with_body("NHS ICB")
                    .with_role("partner"),
            ])
            .with_due("End March 2027")
            .with_status(DeliveryStatus::InProgress)
            .with_milestones([Milestone::new("Form agreed")]),
    );
    doc.actions[0].evidence = vec![Evidence::new("dip-sample", "Ten files")];
    assert_eq!(import.doc(), &doc);
}

#[test]
fn a_month_that_a_spreadsheet_shows_is_the_month() {
    let mut book = Book::of(&plan());
    *book.cell("Actions", "G2") = Cell::Month(46_813.0);
    *book.cell("Actions", "G3") = Cell::Month(46_839.0);
    let import = book.read();
    assert_eq!(told(&import), nothing());
    let mut doc = plan();
    doc.actions[0].due = Some("March 2028".into());
    doc.actions[1].due = Some("2028-03-27".into());
    assert_eq!(import.doc(), &doc);
}

#[test]
fn what_is_not_of_the_template_is_listed() {
    let mut book = Book::of(&plan())
        .set("Workstreams", "I1", "Our own column")
        .set("Workstreams", "A2", "W1")
        .set("Workstreams", "I2", "ring Sam")
        .set("Cover", "A9", "A line of our own")
        .set("Lists", "A4", "A note");
    book.sheets.push(("Pivot".to_owned(), vec![vec![Cell::Number(3.0), Cell::from("of 4")]]));
    book.sheet("Targets").insert(0, vec![Cell::from("Targets agreed by the board")]);
    let import = book.read();
    assert_eq!(told(&import), nothing());
    assert_eq!(
        unused(&import),
        [
            "Cover!A9: A line of our own (it is not a box of the cover)",
            "Workstreams!I2: ring Sam (the heading of its column is not one of the template)",
            "Targets!A1: Targets agreed by the board (it stands above the headings)",
            "Lists!A4: A note (words of the lists are not read)",
            "Pivot!A1: 3 (the sheet is not one of the template)",
            "Pivot!B1: of 4 (the sheet is not one of the template)",
        ]
    );
}

#[test]
fn figures_and_days_are_read_as_people_type_them() {
    let book = Book::of(&plan())
        .set("Readings", "C2", "1,021")
        .set("Readings", "D2", Cell::Percent(0.07))
        .set("Readings", "B2", Cell::Number(46_321.0))
        .set("Actions", "G2", Cell::Number(2027.0))
        .set("Actions", "G3", Cell::Day(46_477.0))
        .set("Measures", "A2", Cell::Number(1.5));
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "advice[reference-changed] Measures!A2: its reference has changed since the workbook was written; it keeps its id",
            "advice[date-from-serial] Readings!B2: it holds a plain number, which was read as a date",
            "advice[percent-read] Readings!D2: it shows a percentage; the number before the % sign was read",
            "advice[old-name-used] Readings!A2: the measure “v” is now called “1.5”; rows here that say “v” were read as belonging to it",
        ]
    );
    let measure = &import.doc().measures[0];
    assert_eq!(measure.reference.as_deref(), Some("1.5"));
    assert_eq!(measure.readings[0].value, Some(Number::from(1021)));
    assert_eq!(measure.readings[0].lowest, Some(Number::from(7)));
    assert_eq!(measure.readings[0].date, Some("2026-10-26".into()));
    assert_eq!(import.doc().actions[0].due, Some("2027".into()));
    assert_eq!(import.doc().actions[1].due, Some("2027-03-31".into()));
}

#[test]
fn what_cannot_be_read_is_said_with_its_cell() {
    let book = Book::of(&plan())
        .set("Actions", "H2", "In progres")
        .set("Actions", "H3", "3 Slipped")
        .set("Actions", "A4", Cell::Day(46_054.0))
        .set("Actions", "AB2", "perhaps")
        .set("Readings", "C2", "about 20")
        .set("Readings", "D2", Cell::Failed)
        .set("Cover", "B19", "school");
    let import = book.read();
    let statuses =
        "Not stated, Not started, In progress, Awaiting sign-off, Completed, Suspended, Withdrawn";
    assert_eq!(
        told(&import),
        [
            "error[word-not-listed] Cover!B19: “school” is not a word of the column “Quarters”, which knows Financial, Calendar".to_owned(),
            format!("error[word-not-listed] Actions!H2: “In progres” is not a word of the column “Status”, which knows {statuses}. Did you mean “In progress”?"),
            "error[word-not-listed] Actions!AB2: “perhaps” is neither yes nor no".to_owned(),
            format!("error[word-not-listed] Actions!H3: “3 Slipped” is not a word of the column “Status”, which knows {statuses}"),
            "warning[words-became-date] Actions!A4: it holds a date where text is expected; it was read as the date displayed".to_owned(),
            "advice[reference-changed] Actions!A4: its reference has changed since the workbook was written; it keeps its id".to_owned(),
            "error[number-not-read] Readings!C2: “about 20” is not a number".to_owned(),
            "warning[formula-failed] Readings!D2: the formula in it failed: #N/A".to_owned(),
        ]
    );
    assert_eq!(
        unused(&import),
        [
            "Cover!B19: school (its word is not known)",
            "Actions!H2: In progres (its word is not known)",
            "Actions!AB2: perhaps (its word is not known)",
            "Actions!H3: 3 Slipped (its word is not known)",
            "Readings!C2: about 20 (it is not a number)",
            "Readings!D2: #N/A (its formula failed)",
        ]
    );
    assert_eq!(import.doc().actions[0].status, DeliveryStatus::NotStated);
    assert_eq!(import.doc().actions[2].reference.as_deref(), Some("01/02/2026"));
}

#[test]
fn a_row_that_belongs_nowhere_is_said_and_its_words_are_listed() {
    let mut doc = plan();
    doc.actions.push(Action::new("Recruit").with_reference("1.4").with_answers(["1"]));
    let book = Book::of(&doc)
        .set("Updates", "A3", "9.9")
        .set("Updates", "D3", "Nobody knows of what.")
        .set("Updates", "A4", "Recruit")
        .set("Updates", "D4", "Of which?")
        .set("Updates", "D5", "Of none.")
        .set("Date changes", "A2", "1.1")
        .set("Date changes", "B2", "z")
        .set("Date changes", "C2", "TBC");
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "error[row-belongs-nowhere] 'Date changes'!B2: there is no milestone of this action “z”",
            "error[row-belongs-nowhere] Updates!A3: there is no action “9.9”",
            "error[row-belongs-to-several] Updates!A4: 2 actions are called “Recruit”",
            "error[row-belongs-nowhere] Updates!A5: the row does not say which action it belongs to",
        ]
    );
    let why = "(its row belongs to nothing that is in the workbook)";
    assert_eq!(
        unused(&import),
        [
            format!("'Date changes'!A2: 1.1 {why}"),
            format!("'Date changes'!B2: z {why}"),
            format!("'Date changes'!C2: TBC {why}"),
            format!("Updates!A3: 9.9 {why}"),
            format!("Updates!D3: Nobody knows of what. {why}"),
            format!("Updates!A4: Recruit {why}"),
            format!("Updates!D4: Of which? {why}"),
            format!("Updates!D5: Of none. {why}"),
        ]
    );
    assert_eq!(import.doc(), &doc);
}

#[test]
fn a_new_reference_does_not_make_another_record() {
    let before = Book::of(&plan()).read().build().unwrap();
    let book = Book::of(&plan()).set("Actions", "A2", "2.1").set("Cover", "B10", "anyshire-2027");
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "advice[reference-changed] Cover!B10: its reference or its authority was changed since the workbook was written; it keeps its id",
            "advice[reference-changed] Actions!A2: its reference has changed since the workbook was written; it keeps its id",
            "advice[old-name-used] Milestones!A2: the action “1.1” is now called “2.1”; rows here that say “1.1” were read as belonging to it",
            "advice[old-name-used] Updates!A2: the action “1.1” is now called “2.1”; rows here that say “1.1” were read as belonging to it",
        ]
    );
    let after = import.build().unwrap();
    let ids = |plan: &improvement_plan::Plan| {
        let actions = plan.actions().map(|action| action.id().to_string());
        let steps = plan.milestones().map(|step| step.id().to_string());
        actions.chain(steps).collect::<Vec<_>>()
    };
    assert_eq!(ids(&before), ids(&after));
}

#[test]
fn links_follow_what_was_renamed() {
    let book = Book::of(&plan())
        .set("Recommendations", "A3", "2R")
        .set("Sources", "A2", "ofsted-2026")
        .set("Actions", "A2", "2.1")
        .set("Actions", "M4", "1.1");
    let import = book.read();
    let renamed = "its reference has changed since the workbook was written; it keeps its id";
    let now = |kind: &str, was: &str, now: &str| format!("the {kind} {was} is now called {now};");
    let [ofsted, two, action] = [
        now("source", "“ofsted”", "“ofsted-2026”"),
        now("recommendation", "“2”", "“2R”"),
        now("action", "“1.1”", "“2.1”"),
    ];
    let rows = "rows here that say “1.1” were read as belonging to it";
    let cells = |was: &str, now: &str| format!("cells here that say {was} were read as {now}");
    assert_eq!(
        told(&import),
        [
            format!("advice[reference-changed] Sources!A2: {renamed}"),
            format!(
                "advice[old-name-used] Recommendations!C2: {ofsted} {}",
                cells("“ofsted”", "“ofsted-2026”")
            ),
            format!("advice[reference-changed] Recommendations!A3: {renamed}"),
            format!("advice[reference-changed] Actions!A2: {renamed}"),
            format!("advice[old-name-used] Milestones!A2: {action} {rows}"),
            format!("advice[old-name-used] Updates!A2: {action} {rows}"),
            format!("advice[old-name-used] Actions!C2: {two} {}", cells("“2”", "“2R”")),
            format!(
                "advice[old-name-used] Actions!N4: {ofsted} {}",
                cells("“ofsted”", "“ofsted-2026”")
            ),
            format!("advice[old-name-used] Actions!M4: {action} {}", cells("“1.1”", "“2.1”")),
        ]
    );
    let doc = import.doc();
    let sources: Vec<_> = doc.recommendations.iter().map(|one| one.source.as_deref()).collect();
    assert_eq!(sources, [Some("ofsted-2026"); 2]);
    assert_eq!(doc.actions[0].answers, ["1", "2R"]);
    assert_eq!(doc.actions[1].answers, ["2R"]);
    assert_eq!(doc.actions[2].enables, ["ofsted-2026"]);
    assert_eq!(doc.actions[2].depends_on, ["2.1"]);
}

#[test]
fn several_references_in_a_cell_are_read_as_people_write_them() {
    for typed in ["1 and 2", "1,2", "Rec 1, Rec 2", "Recs 1 & 2", "1; 2"] {
        let import = Book::of(&plan()).set("Actions", "C2", typed).read();
        assert_eq!(told(&import), nothing(), "{typed}");
        assert_eq!(import.doc(), &plan(), "{typed}");
    }
    let import = Book::of(&plan()).set("Actions", "C2", "1 and 9").read();
    assert_eq!(import.doc().actions[0].answers, ["1", "9"]);
}

#[test]
fn a_figure_that_is_not_there_may_be_said() {
    let import = Book::of(&plan()).set("Readings", "C2", "n/a").read();
    assert_eq!(told(&import), nothing());
    assert_eq!(import.doc().measures[0].readings[0].value, None);
}

#[test]
fn keys_that_were_left_behind_are_not_believed() {
    let mut book = Book::of(&plan());
    let keys = book.column("Actions", "Row key (leave as it is)");
    let rows = book.sheet("Actions");
    let last = rows[3][keys].clone();
    rows[3][keys] = std::mem::replace(&mut rows[1][keys], last);
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "warning[keys-sorted-apart] Actions: the hidden keys of 2 rows are on the wrong rows, so the rows were identified by their references"
        ]
    );
    assert_eq!(import.doc(), &plan());
}

#[test]
fn a_workbook_without_its_lists_is_known_by_its_sheets() {
    let mut book = Book::of(&plan());
    book.sheets.retain(|(name, _)| name != "Lists");
    for (name, _) in &mut book.sheets {
        if name == "Actions" {
            *name = "Actions Nov".to_owned();
        }
    }
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "warning[sheet-renamed] 'Actions Nov': “Actions Nov” has the headings of the sheet “Actions”, so it was read as that sheet",
            "advice[sheet-missing] the document: there is no sheet “Lists”",
        ]
    );
    assert_eq!(import.doc(), &plan());
    assert!(import.interpretation().is_template());
}

#[test]
fn the_report_of_a_sound_workbook_is_short() {
    let import = Book::of(&plan()).read();
    let text = ImportReport::new(&import).to_text();
    let (_, sheets) = text.split_once("Read from its sheets:").unwrap();
    assert_eq!(
        sheets,
        "
- Sheet “Cover”: the cover of the template.
- Sheet “Recommendations”: 2 rows.
- Sheet “Actions”: 3 rows.
- Sheet “Milestones”: 2 rows.
- Sheet “Measures”: 1 row.
- Sheet “Readings”: 1 row.
- Sheet “Sources”: 1 row.
- Sheet “Updates”: 1 row.
- Sheet “Lists”: the words of the drop-down lists.
- No rows on: “Workstreams”, “Evidence”, “Assessments”, “Date changes”,
  “Resources”, “Targets”, “Comparators” and “Waivers”.

3 actions, 2 recommendations, 2 milestones and 1 measure were read from 7
sheets. Every cell was used or kept. 0 errors, 0 warnings, 0 pieces of advice.
"
    );
}

#[test]
fn a_copied_row_is_a_new_record() {
    let mut book = Book::of(&plan());
    let copy = book.sheet("Actions")[1].clone();
    book.sheet("Actions").insert(1, copy);
    let book = book.set("Actions", "A2", "1.9");
    let import = book.read();
    assert_eq!(
        told(&import),
        ["advice[row-copied] Actions!A2: it has the hidden key of row 3, so it is a new record"]
    );
    assert_eq!(import.diagnostics().iter().next().unwrap().subject(), "action 1.9");
    let mut doc = plan();
    let mut copy = doc.actions[0].clone().with_reference("1.9");
    (copy.milestones, copy.updates) = (Vec::new(), Vec::new());
    doc.actions.insert(0, copy);
    assert_eq!(import.doc(), &doc);
}

#[test]
fn a_row_whose_cells_were_cleared_is_gone() {
    let mut book = Book::of(&plan());
    let key = book.column("Actions", "Row key (leave as it is)");
    for (column, cell) in book.sheet("Actions")[3].iter_mut().enumerate() {
        if column != key {
            *cell = Cell::Blank;
        }
    }
    let import = book.read();
    assert_eq!(told(&import), nothing());
    assert_eq!(import.doc().actions.len(), 2);
    let sheets = import.interpretation().sheets();
    let actions = sheets.iter().find(|sheet| sheet.name() == Some("Actions")).unwrap();
    assert_eq!(actions.records(), 2);
    assert_eq!(
        (actions.rows()[0].row(), actions.rows()[0].taken_for()),
        (4, "a row that was cleared")
    );
}

#[test]
fn lost_sheets_columns_and_headings_are_said() {
    let mut book = Book::of(&plan());
    book.sheets.retain(|(name, _)| name != "Targets");
    let success = book.column("Actions", "Success looks like");
    for row in book.sheet("Actions") {
        row.remove(success);
    }
    book.sheet("Measures")[0] = vec![Cell::from("Our measures")];
    let book =
        book.set("Workstreams", "G1", "lead").set("Waivers", "C1", "why").set("Waivers", "E1", "");
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "warning[column-twice] Workstreams!G1: a column before it is called “lead” too",
            "warning[column-missing] Actions, row 1: the column “Success looks like” is missing",
            "error[headings-missing] Measures: the sheet “Measures” has no row of headings",
            "warning[column-missing] Waivers, row 1: the columns “Reason”, “Until” are missing",
            "error[row-belongs-nowhere] Readings!A2: there is no measure “v”",
            "advice[sheet-missing] the document: there is no sheet “Targets”",
        ]
    );
    assert!(unused(&import).contains(
        &"Measures!A1: Our measures (the sheet has no headings of the template)".to_owned()
    ));
}

#[test]
fn the_small_tables_of_the_cover_are_read_wherever_they_were_moved() {
    let mut book = Book::of(&plan());
    let rows = book.sheet("Cover");
    let at =
        rows.iter().position(|row| row[0] == Cell::from("Word in the RAG column")).unwrap() + 1;
    rows.resize(at + 3, vec![Cell::Blank; 3]);
    rows[at] = ["Blue", "Completed", ""].map(Cell::from).to_vec();
    rows[at + 1] = ["Purple", "", ""].map(Cell::from).to_vec();
    let at = rows.iter().position(|row| row[0] == Cell::from("Role in the plan")).unwrap() + 2;
    rows[at] = ["accountable", "Director", ""].map(Cell::from).to_vec();
    let import = book.read();
    let purple = rows_of(&import, "Purple");
    assert_eq!(
        told(&import),
        [format!(
            "error[legend-without-meaning] {purple}: “Purple” is in the legend without its meaning"
        )]
    );
    assert_eq!(import.doc().legend.len(), 1);
    assert_eq!(import.doc().legend[0].means.as_str(), "completed");
    assert_eq!(import.doc().roles, [improvement_plan::model::Role::new("accountable", "Director")]);
}

fn rows_of(import: &improvement_plan::import::Import, text: &str) -> String {
    let unused = import.interpretation().unused();
    unused.iter().find(|cell| cell.text() == text).unwrap().place().to_string()
}

#[test]
fn date_changes_of_a_milestone_follow_it() {
    let mut doc = plan();
    doc.actions[0].milestones[1].revisions = vec![Revision::new("2027-02-01").with_reason("Snow")];
    doc.actions[0].revisions = vec![Revision::new("2027-05-01")];
    let mut book = Book::of(&doc);
    assert_eq!(*book.cell("Date changes", "B2"), Cell::Blank);
    assert_eq!(*book.cell("Date changes", "B3"), Cell::from("b"));
    let import = book.set("Date changes", "B2", "A").set("Date changes", "B3", "").read();
    assert_eq!(told(&import), nothing());
    let action = &mut doc.actions[0];
    action.milestones[0].revisions = vec![Revision::new("2027-05-01")];
    action.revisions = std::mem::take(&mut action.milestones[1].revisions);
    assert_eq!(import.doc(), &doc);
}

#[test]
fn several_references_may_stand_in_one_cell() {
    let mut doc = plan();
    doc.recommendations.push(Recommendation::new("Both.").with_reference("3, 4"));
    let book = Book::of(&doc)
        .set("Actions", "C2", "1, 2")
        .set("Actions", "C3", "01 and 2; 3, 4")
        .set("Actions", "C4", "1, 9")
        .set("Actions", "M4", "1.1 & 1.2");
    let import = book.read();
    assert_eq!(told(&import), nothing());
    let actions = &import.doc().actions;
    assert_eq!(actions[0].answers, ["1", "2"]);
    assert_eq!(actions[1].answers, ["01", "2", "3, 4"]);
    assert_eq!(actions[2].answers, ["1", "9"]);
    assert_eq!(actions[2].depends_on, ["1.1", "1.2"]);
    let rejected = import.build().unwrap_err();
    let lines: Vec<String> = rejected.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["error[unknown-recommendation] Actions!C4: there is no recommendation “9”"]);
}

#[test]
fn a_colour_needs_its_word() {
    let book = Book::of(&plan())
        .set("Actions", "I2", Cell::Filled(0x00FF_0000))
        .set("Actions", "I3", "Amber");
    let import = book.read();
    assert_eq!(
        told(&import),
        [
            "warning[colour-without-word] Actions!I2: it is filled with the colour #ff0000 and holds no word"
        ]
    );
    assert_eq!(import.doc().actions[1].rag.as_deref(), Some("Amber"));
}

#[test]
fn hidden_rows_and_places_are_written_down() {
    let import = Book::of(&plan()).read();
    let sheets = import.interpretation().sheets();
    let names: Vec<_> = sheets.iter().map(|sheet| sheet.name().unwrap()).collect();
    assert_eq!(
        names,
        [
            "Cover",
            "Recommendations",
            "Workstreams",
            "Actions",
            "Milestones",
            "Evidence",
            "Measures",
            "Readings",
            "Sources",
            "Assessments",
            "Date changes",
            "Updates",
            "Resources",
            "Targets",
            "Comparators",
            "Waivers",
            "Lists",
        ]
    );
    let actions = &sheets[3];
    assert_eq!((actions.records(), actions.header_row()), (3, Some(1)));
    assert!(actions.columns().iter().all(improvement_plan::import::ColumnInterpretation::is_read));
    assert_eq!(actions.columns()[6].heading(), "Due");
    assert_eq!(actions.columns()[6].means(), Some(improvement_plan::import::ColumnMeaning::Due));
    let title = import.interpretation().facts().iter().find(|fact| fact.key() == "title").unwrap();
    assert_eq!((title.value(), title.why()), ("Improvement plan", "from Cover!B11"));
}
