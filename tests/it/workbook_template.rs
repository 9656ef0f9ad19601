//! The working workbook: written and read back, whatever the plan holds, and whatever officers do.

mod book;
mod edits;
pub(crate) mod hostile;

use book::{Book, Cell, read, told, unused, written};
use improvement_plan::import::ReadOptions;
use improvement_plan::model::{Number, Reading};
use improvement_plan::{Action, Measure, PlanDoc, Recommendation, Source, strategy, workbook};
use proptest::prelude::*;

fn croydon() -> PlanDoc {
    serde_json::from_str(include_str!("../../examples/data/croydon-2017.json")).unwrap()
}

#[test]
fn croydon_comes_back_as_it_was() {
    let doc = croydon();
    let import = read(&written(&doc));
    assert_eq!(told(&import), [""; 0]);
    assert_eq!(unused(&import), [""; 0]);
    assert_eq!(import.doc(), &doc);
    assert!(import.interpretation().is_template());
    import.build().unwrap();
}

proptest! {
    #![proptest_config(crate::laws::cases::large_cases(8))]

    #[test]
    fn every_valid_plan_comes_back_as_it_was(doc in strategy::plan_doc()) {
        let import = read(&written(&doc));
        prop_assert_eq!(told(&import), [""; 0]);
        prop_assert_eq!(unused(&import), [""; 0]);
        prop_assert_eq!(import.doc(), &doc);
    }

    #[test]
    fn a_broken_plan_is_written_and_comes_back_as_it_was(
        doc in strategy::plan_doc(),
        which in 0..strategy::breakers().len(),
    ) {
        let breaker = &strategy::breakers()[which];
        let doc = breaker.break_doc(doc);
        let mut bytes = Vec::new();
        match workbook::write_working(&doc, &mut bytes) {
            Ok(()) => {
                let import = read(&bytes);
                prop_assert_eq!(import.doc(), &doc);
            }
            Err(error) => {
                prop_assert_eq!(breaker.code(), "text-too-long");
                prop_assert_eq!(
                    error.to_string(),
                    format!("Sources!B{} would hold 32768 characters, and a cell holds 32,767 at \
                        most: shorten the text or keep the plan as JSON", doc.sources.len() + 1),
                );
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    assert_eq!(written(&croydon()), written(&croydon()));
    let created = |doc: &PlanDoc| {
        let bytes = written(doc);
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut core = zip.by_name("docProps/core.xml").unwrap();
        std::io::read_to_string(&mut core).unwrap()
    };
    let core = created(&croydon());
    assert!(core.contains(">2017-10-23T00:00:00Z</dcterms:created>"), "{core}");
    assert!(core.contains("<dc:creator></dc:creator>"), "{core}");
    let undated = created(&PlanDoc::new("p", "Plan", "Anyshire"));
    assert!(undated.contains(">2000-01-01T00:00:00Z</dcterms:created>"), "{undated}");
}

#[test]
fn an_empty_template_reads_as_a_plan_of_which_nothing_is_said() {
    let mut bytes = Vec::new();
    workbook::write_template(&mut bytes).unwrap();
    let import = read(&bytes);
    assert_eq!(told(&import), [""; 0]);
    assert_eq!(unused(&import), [""; 0]);
    assert_eq!(import.doc(), &PlanDoc::new("", "", ""));
    let options = ReadOptions::new()
        .with_reference("anyshire-2026")
        .with_title("Improvement plan")
        .with_authority("Anyshire");
    let import = workbook::read(bytes.as_slice(), &options).unwrap();
    assert_eq!(import.doc(), &PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire"));
    assert_eq!(import.doc().id, None);
}

#[test]
fn officers_see_ordinary_words() {
    let mut book = Book::of(&croydon());
    assert_eq!(*book.cell("Actions", "A2"), Cell::from("2.3.1"));
    assert_eq!(*book.cell("Actions", "H2"), Cell::from("Completed"));
    assert_eq!(*book.cell("Actions", "H3"), Cell::from("In progress"));
    assert_eq!(*book.cell("Cover", "B16"), Cell::Day(43_031.0));
    for (name, rows) in &book.sheets {
        let texts = rows.iter().flatten().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text),
            _ => None,
        });
        for text in texts.filter(|_| name != "Cover") {
            assert!(!text.contains('\u{27e6}'), "{name}: {text}");
        }
    }
}

#[test]
fn problems_of_the_plan_are_told_at_their_cells() {
    let doc = PlanDoc::new("p", "Plan", "Anyshire")
        .with_sources([Source::new("Inspection").with_reference("ofsted")])
        .with_recommendations([Recommendation::new("Reduce caseloads.")
            .with_reference("1")
            .with_source("ofsted")])
        .with_actions([
            Action::new("Recruit").with_reference("1.1").with_answers(["1"]),
            Action::new("Retain").with_reference("1.2").with_answers(["9"]),
        ])
        .with_measures([Measure::new(" ").with_readings([Reading::new("2026-10-01", 3)])]);
    let rejected = read(&written(&doc)).build().unwrap_err();
    let lines: Vec<String> = rejected.diagnostics().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "error[unknown-recommendation] Actions!C3: there is no recommendation “9”",
            "error[blank-title] Measures!B2: the name is blank",
        ]
    );
}

#[test]
fn numbers_come_back_exactly_however_large() {
    for number in [
        Number::from(i64::MAX),
        Number::from(i64::MIN),
        Number::from(9_007_199_254_740_993_i64),
        Number::decimal(0.1 + 0.2).unwrap(),
        Number::decimal(5e-324).unwrap(),
        Number::decimal(-1.7e15).unwrap(),
    ] {
        let doc = PlanDoc::new("p", "Plan", "Anyshire")
            .with_measures([Measure::new("m").with_tolerance(number)]);
        let import = read(&written(&doc));
        assert_eq!(told(&import), [""; 0], "{number}");
        assert_eq!(import.doc(), &doc, "{number}");
        let again = import.doc().measures[0].tolerance.unwrap();
        assert_eq!(again.to_string(), number.to_string());
    }
}
