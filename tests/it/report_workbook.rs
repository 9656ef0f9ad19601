//! The published workbook, read back: what stands in it, and what must not.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use improvement_plan::facts::{OverdueItem, Timeliness};
use improvement_plan::model::UpdateKind;
use improvement_plan::plan::{ActionRef, Limits};
use improvement_plan::report::PublishError;
use improvement_plan::{
    Action, Code, CoverageReport, Diagnostic, Milestone, NaiveDate, Owner, Plan, PlanDoc,
    Recommendation, Rules, Source, Update, strategy,
};
use proptest::prelude::*;
use serde_json::Value;

const SMALL: &str = include_str!("report/small.json");
const SHEETS: [&str; 7] = ["Cover", "Notes", "Summary", "Coverage", "Overdue", "No date", "Checks"];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn written(report: &CoverageReport<'_>) -> Vec<u8> {
    let mut workbook = Vec::new();
    report.write_workbook(&mut workbook).unwrap();
    workbook
}

/// Every sheet: its rows from the first to the last, each cell as text; a number as `#7`.
fn sheets(workbook: Vec<u8>) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut workbook = Xlsx::new(Cursor::new(workbook)).unwrap();
    assert_eq!(workbook.sheet_names(), SHEETS);
    let sheets = workbook.worksheets().into_iter().map(|(name, range)| {
        assert_eq!(range.start(), Some((0, 0)), "{name}");
        let cell = |cell: &Data| match cell {
            Data::String(text) => text.clone(),
            Data::Float(number) => format!("#{number}"),
            Data::Empty => String::new(),
            other => panic!("{other:?}"),
        };
        (name, range.rows().map(|row| row.iter().map(cell).collect()).collect())
    });
    sheets.collect()
}

/// The rows of the table of a sheet under its headings: those after the line that says it is there.
fn table(sheets: &BTreeMap<String, Vec<Vec<String>>>, name: &str) -> Vec<Vec<String>> {
    let rows = &sheets[name];
    let line = rows.iter().position(|row| row[0].starts_with("This sheet has ")).unwrap();
    if rows[line][0].starts_with("This sheet has no table.") {
        assert_eq!(rows.len(), line + 1, "{name}");
        return Vec::new();
    }
    let table = rows[line + 2..].to_vec();
    let size = if table.len() == 1 { "1 row".to_owned() } else { format!("{} rows", table.len()) };
    let said = format!("This sheet has one table of {size}, with its headings in one row.");
    assert_eq!(rows[line][0], said, "{name}");
    assert!(rows[line + 1..].iter().flatten().all(|cell| !cell.is_empty()), "{name} has a gap");
    table
}

fn lines(sheet: &[Vec<String>]) -> String {
    let mut lines = String::new();
    for row in sheet {
        let last = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        lines.extend([&row[..last].join(" | "), "\n"]);
    }
    lines
}

fn is_xml(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|ending| ending == "xml")
}

fn part(workbook: &[u8], name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    parts.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn parts(workbook: &[u8]) -> Vec<String> {
    let parts = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    parts.file_names().map(|name| name.unwrap().into_owned()).collect()
}

/// No rule but one, so that what is printed does not change with the rules.
fn only(code: &str) -> Rules {
    let others = Rules::table().into_iter().map(|entry| entry.code()).filter(|one| *one != code);
    others.fold(Rules::standard(), |rules, other| rules.without(other.as_str()).unwrap())
}

#[test]
fn the_workbook_of_a_small_plan_is_this() {
    let plan = Plan::from_json(SMALL).unwrap();
    let rules = only("uncovered-recommendation");
    let sheets = sheets(written(&CoverageReport::new(&plan, day("2026-11-02"), &rules)));
    let said: Vec<_> =
        SHEETS.iter().map(|name| format!("== {name}\n{}", lines(&sheets[*name]))).collect();
    let said = said.concat().replace(&rules.to_string(), "rules");
    assert_eq!(said, include_str!("report/small_workbook.txt"));
}

#[test]
fn every_table_is_a_marked_up_table_without_merged_coloured_frozen_or_filtered_cells() {
    let plan = Plan::from_json(SMALL).unwrap();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard());
    let workbook = written(&report);
    let mut read = Xlsx::new(Cursor::new(workbook.clone())).unwrap();
    read.load_tables().unwrap();
    let named = |name: &str| read.table_names_in_sheet(name).into_iter().cloned().collect();
    let tables: Vec<Vec<String>> = SHEETS.iter().map(|name| named(name)).collect();
    assert_eq!(
        tables.concat(),
        [
            "notes",
            "summary_by_source_and_body",
            "coverage_by_recommendation",
            "overdue_items",
            "items_without_due_day",
            "checks",
        ]
    );
    assert!(tables.iter().all(|tables| tables.len() <= 1), "{tables:?}");
    for name in parts(&workbook).iter().filter(|name| is_xml(name)) {
        let text = part(&workbook, name);
        for never in ["<mergeCell", "<pane", "autoFilter", "conditionalFormatting", "hidden="] {
            assert!(!text.contains(never), "{name} has {never}");
        }
        if name.contains("/tables/") {
            assert!(!text.contains("showRowStripes=\"1\""), "{text}");
        }
    }
    // The two fills that every workbook has to have, and neither is a colour.
    assert!(part(&workbook, "xl/styles.xml").contains("<fills count=\"2\">"));
}

#[test]
fn the_document_has_a_title_a_language_and_the_day_of_the_report() {
    let doc = PlanDoc::new("p", "Ours & <theirs>", "Anyshire");
    let plan = Plan::build(doc).unwrap();
    let workbook = written(&CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard()));
    let properties = part(&workbook, "docProps/core.xml");
    for said in [
        "<dc:title>Coverage report: Ours &amp; &lt;theirs&gt;</dc:title>",
        "<dc:creator></dc:creator>",
        "<dc:language>en-GB</dc:language>",
        ">2026-11-02T00:00:00Z</dcterms:created>",
        ">2026-11-02T00:00:00Z</dcterms:modified>",
    ] {
        assert!(properties.contains(said), "{said}: {properties}");
    }
    let program = part(&workbook, "docProps/app.xml");
    assert!(program.contains("<Application>improvement-plan</Application>"), "{program}");
}

#[test]
fn any_day_can_be_asked_about() {
    let plan = Plan::from_json(SMALL).unwrap();
    let leap_day = NaiveDate::from_ymd_opt(12_000, 2, 29).unwrap();
    for as_of in [NaiveDate::MIN, day("1900-01-01"), day("9999-12-31"), leap_day, NaiveDate::MAX] {
        let report = CoverageReport::new(&plan, as_of, &only(""));
        assert_eq!(sheets(written(&report)).len(), SHEETS.len(), "{as_of}");
    }
}

#[test]
fn an_empty_plan_says_so_in_words() {
    let plan = Plan::build(PlanDoc::new("p", "Plan", "Anyshire")).unwrap();
    let sheets = sheets(written(&CoverageReport::new(&plan, day("2026-11-02"), &only(""))));
    let last = |name: &str| sheets[name].last().unwrap()[0].clone();
    let none = "This sheet has no table. The plan has no recommendations to answer.";
    assert_eq!(last("Summary"), none);
    assert_eq!(last("Coverage"), none);
    assert_eq!(
        last("Overdue"),
        "This sheet has no table. Nothing can be called late: the plan has no actions."
    );
    assert_eq!(
        last("No date"),
        "This sheet has no table. Everything still to be done has a due date."
    );
    assert_eq!(last("Checks"), "This sheet has no table. Nothing was found.");
}

#[test]
fn a_part_says_where_its_actions_are() {
    let recommendation = |reference: &str, whole: Option<&str>| {
        let one = Recommendation::new("Do it.").with_reference(reference).with_source("s");
        match whole {
            Some(whole) => one.with_part_of(whole),
            None => one,
        }
    };
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Review").with_reference("s")])
        .with_recommendations([
            recommendation("1", None),
            recommendation("1a", Some("1")),
            recommendation("1a(i)", Some("1a")),
            recommendation("2", None),
            recommendation("2a", Some("2")),
            recommendation("3", None),
        ])
        .with_actions([Action::new("Act").with_reference("A").with_answers(["1a", "2"])]);
    let plan = Plan::build(doc).unwrap();
    let sheets = sheets(written(&CoverageReport::new(&plan, day("2026-11-02"), &only(""))));
    let told: Vec<_> = table(&sheets, "Coverage")
        .into_iter()
        .map(|row| [row[1].clone(), row[2].clone(), row[5].clone(), row[6].clone(), row[7].clone()])
        .map(|row| row.join(" | "))
        .collect();
    let none = "[not applicable]";
    assert_eq!(
        told,
        [
            format!("1 | Recommendation | Has an action | [through its parts] | {none}"),
            "1a | Part of 1 | Has an action | A | Act".to_owned(),
            format!("1a(i) | Part of 1a | Has an action | [through its whole] | {none}"),
            "2 | Recommendation | Has an action | A | Act".to_owned(),
            format!("2a | Part of 2 | Has an action | [through its whole] | {none}"),
            format!("3 | Recommendation | No action is linked to it | [none] | {none}"),
        ]
    );
}

#[test]
fn text_is_never_a_formula_and_free_text_stays_out() {
    let nasty = "=cmd|' /C calc'!A0";
    let doc = PlanDoc::new("p", nasty, "+1")
        .with_sources([Source::new(nasty).with_reference("s")])
        .with_recommendations([Recommendation::new(nasty).with_reference("@1").with_source("s")])
        .with_actions([Action::new("-1+1\n\u{202e}=A1")
            .with_answers(["@1"])
            .with_owners([Owner::post("_x0041_")])
            .with_rag("Jane Doe is ill")
            .with_due("2026-01-01")
            .with_updates([Update::new(UpdateKind::Progress, "Jane Doe has left.")])
            .with_milestones([Milestone::new("{=1}")])]);
    let plan = Plan::build(doc).unwrap();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &only(""));
    let workbook = written(&report);
    for name in parts(&workbook).iter().filter(|name| is_xml(name)) {
        let text = part(&workbook, name);
        assert!(!text.contains("<f>"), "{name}");
        assert!(!text.contains("Jane"), "{name}");
    }
    let row = table(&sheets(workbook), "Coverage").remove(0);
    assert_eq!(
        row,
        [
            &format!("{nasty} (s)"),
            "@1",
            "Recommendation",
            nasty,
            "[none]",
            "Has a lead and a date",
            "[none]",
            "-1+1 =A1",
            "_x0041_",
            "1 January 2026",
            "305 days late",
            "[another word]",
        ]
    );
}

#[test]
fn the_cover_says_what_is_restricted_and_the_notes_what_was_withheld() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_recommendations([Recommendation::new("Do it.").with_reference("1")])
        .with_actions([
            Action::new("Act").with_answers(["1"]),
            Action::new("Settle a grievance").with_answers(["1"]).with_restricted(),
        ]);
    let plan = Plan::build(doc).unwrap();
    let report = CoverageReport::new(&plan, day("2026-11-02"), &only(""));
    let do_not = "Do not publish this report as it is: it includes 1 record marked restricted. \
                  Make it again without it.";
    let note = |sheets: &BTreeMap<String, Vec<Vec<String>>>| {
        let notes = table(sheets, "Notes").into_iter();
        notes.filter(|row| row[0] == "Restricted records").map(|row| row[1].clone()).next().unwrap()
    };
    let said = sheets(written(&report));
    assert!(said["Cover"].iter().any(|row| row[0] == do_not), "{:?}", said["Cover"]);
    assert_eq!(note(&said), do_not);

    let published = plan.published();
    let report = CoverageReport::new(published.plan(), day("2026-11-02"), &only(""))
        .with_withheld(*published.withheld());
    let said = sheets(written(&report));
    assert!(said["Cover"].iter().any(|row| row[0] == "Withheld: 1 action."), "{:?}", said["Cover"]);
    assert_eq!(
        note(&said),
        "This workbook includes no record marked restricted. Withheld: 1 action."
    );
    assert!(report.to_text().contains("\nWithheld: 1 action.\n"));
    assert!(!lines(&said["Coverage"]).contains("grievance"));
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_is_cut() {
    let longest = "x".repeat(32_767);
    let build = |text: &str| {
        let doc = PlanDoc::new("p", "Plan", "Anyshire")
            .with_recommendations([Recommendation::new(text).with_reference("1")]);
        Plan::build_with(doc, &Limits::default().with_text_units(100_000)).unwrap()
    };
    let plan = build(&longest);
    let report = CoverageReport::new(&plan, day("2026-11-02"), &only(""));
    assert_eq!(table(&sheets(written(&report)), "Coverage")[0][3], longest);

    let plan = build(&format!("{longest}y"));
    let report = CoverageReport::new(&plan, day("2026-11-02"), &only(""));
    let mut workbook = Vec::new();
    let error = report.write_workbook(&mut workbook).unwrap_err();
    assert_eq!(
        error.to_string(),
        "Coverage!D5 would hold 32768 characters, and a cell of a spreadsheet holds 32767: shorten \
         the text in the plan"
    );
    assert!(workbook.is_empty());
}

#[test]
fn a_writer_that_fails_is_told() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::new(io::ErrorKind::StorageFull, "no room"))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let plan = Plan::build(PlanDoc::new("p", "Plan", "Anyshire")).unwrap();
    let error = CoverageReport::new(&plan, day("2026-11-02"), &Rules::standard())
        .write_workbook(Full)
        .unwrap_err();
    assert_eq!(error.to_string(), "the workbook could not be written");
    assert!(matches!(error, PublishError::Io(error) if error.to_string() == "no room"));
}

/// How often each text stands in a column.
fn tally<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for text in texts {
        // As a cell has it: on one line.
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        *tally.entry(text).or_default() += 1;
    }
    tally
}

fn column(table: &[Vec<String>], at: usize) -> BTreeMap<String, usize> {
    tally(table.iter().map(|row| row[at].as_str()))
}

proptest! {
    #![proptest_config(crate::laws::cases::large_cases(8))]

    #[test]
    fn the_workbook_has_everything_once_with_the_figures_of_the_json(
        doc in strategy::plan_doc(),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let report = CoverageReport::new(&plan, as_of, &Rules::standard());
        let workbook = written(&report);
        prop_assert_eq!(&workbook, &written(&report));
        let sheets = sheets(workbook);

        let coverage = table(&sheets, "Coverage");
        let rows = |one: usize| one.max(1);
        let expected: usize = plan.recommendations().map(|one| rows(one.actions().len())).sum();
        prop_assert_eq!(coverage.len(), expected);
        let texts = plan
            .recommendations()
            .flat_map(|one| std::iter::repeat_n(one.text(), rows(one.actions().len())));
        prop_assert_eq!(column(&coverage, 3), tally(texts));
        let answering = plan.recommendations().flat_map(|one| {
            let titles: Vec<_> = one.actions().map(ActionRef::title).collect();
            if titles.is_empty() { vec!["[not applicable]"] } else { titles }
        });
        prop_assert_eq!(column(&coverage, 7), tally(answering));

        let overdue = table(&sheets, "Overdue");
        // What was given up stands beside what is late, and has no days.
        let given_up: Vec<_> = plan.dates_given_up(as_of).map(|one| one.title()).collect();
        let late = report.overdue().iter().map(OverdueItem::title);
        prop_assert_eq!(column(&overdue, 2), tally(late.chain(given_up.iter().copied())));
        let days = report.overdue().iter().map(|item| format!("#{}", item.days_late()));
        let none = std::iter::repeat_n("[not applicable]".to_owned(), given_up.len());
        let days: Vec<_> = days.chain(none).collect();
        prop_assert_eq!(column(&overdue, 6), tally(days.iter().map(String::as_str)));

        let undated = plan.timeliness(as_of);
        let undated = undated.items().filter(|one| matches!(one.class(), Timeliness::NoDate(_)));
        let undated: Vec<_> = undated.map(|one| one.item().title()).collect();
        prop_assert_eq!(column(&table(&sheets, "No date"), 2), tally(undated));

        let found = &report.checked().diagnostics();
        let codes: Vec<Code> = found.iter().map(Diagnostic::code).collect();
        let checks = table(&sheets, "Checks");
        prop_assert_eq!(column(&checks, 1), tally(codes.iter().map(|code| code.as_str())));

        let json: Value = serde_json::from_str(&report.to_json()).unwrap();
        let figures = |part: &Value| {
            let of = |key: &str| part[key].as_u64().unwrap();
            [
                of("total"),
                of("total") - of("addressed"),
                of("addressed"),
                of("planned"),
                of("completed"),
                of("assured"),
            ]
            .map(|figure| format!("#{figure}"))
        };
        let parts = json["by_source_and_body"].as_array().unwrap();
        let expected: Vec<_> = parts.iter().map(|part| figures(part).to_vec()).collect();
        let summary = table(&sheets, "Summary");
        let summary: Vec<_> = summary.iter().map(|row| row[2..].to_vec()).collect();
        prop_assert_eq!(summary, expected);
    }
}
