//! Takes each fact about the plan as a whole from the options, else from the rows above the tables, the
//! sheet names and the file name, and reports its origin.

use super::authority::authority;
use super::fact::{Fact, key_place, labelled};
use super::status_date::status_date;
use super::title::{slug, title};
use super::title_block::{lines, title_rows};
use crate::cells::{Grid, Ledger};
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{FACT_NOT_FOUND, FACT_WORKED_OUT};
use crate::due_date::DueDate;
use crate::import::interpretation::MetadataInterpretation;
use crate::import::layout::Layout;
use crate::import::{ReadOptions, RowInterpretation, SourceMap};
use crate::plan::{PlanDoc, quoted};

/// The facts about the plan as a whole.
pub(in crate::import) struct Metadata {
    pub(in crate::import) doc: PlanDoc,
    pub(in crate::import) facts: Vec<MetadataInterpretation>,
    /// The rows above tables, by sheet.
    pub(in crate::import) titles: Vec<(usize, RowInterpretation)>,
}

/// Reads the facts about the plan as a whole.
pub(in crate::import) fn read_metadata(
    grid: &Grid,
    layouts: &[Layout],
    options: &ReadOptions,
    problems: &mut Problems,
    ledger: &mut Ledger,
    places: &mut SourceMap,
) -> Metadata {
    let lines = lines(grid, layouts);
    let mut facts = Vec::new();
    let mut read = |key: &'static str, given: Option<&String>, found: Option<Fact>| {
        if let Some(given) = given.filter(|given| !given.trim().is_empty()) {
            let why = "given in the options".to_owned();
            facts.push(MetadataInterpretation { key, value: given.clone(), why });
            return Some(given.clone());
        }
        let Fact { value, why, place, at } = found?;
        if let Some(at) = at {
            ledger.mark(at);
            let key = if key == "authority.name" { "authority" } else { key };
            places.fact(key, place.clone());
        }
        let message = format!("the {} is taken to be {}, {why}", label(key), quoted(&value));
        problems.report(&FACT_WORKED_OUT, place, "the plan", message);
        facts.push(MetadataInterpretation { key, value: value.clone(), why });
        Some(value)
    };
    let title = read("title", options.title.as_ref(), title(grid, layouts, options, &lines));
    let authority =
        read("authority.name", options.authority.as_ref(), authority(grid, options, &lines));
    let made = title.as_deref().map(|title| Fact {
        value: slug(title),
        why: "made from the title".to_owned(),
        place: key_place("reference"),
        at: None,
    });
    let reference = labelled(&lines, &["plan reference", "plan ref"], "the reference").or(made);
    let reference = read("reference", options.reference.as_ref(), reference);
    let given = options.status_date.as_ref().map(|day| day.as_str().to_owned());
    let status_date = read("status_date", given.as_ref(), status_date(grid, &lines));
    let mut missing = |key: &'static str, found: Option<String>, instead: &str| {
        found.unwrap_or_else(|| {
            let message = format!("the {} is not in the file", label(key));
            problems.report(&FACT_NOT_FOUND, key_place(key), "the plan", message);
            instead.to_owned()
        })
    };
    let title = missing("title", title, "Improvement plan");
    let reference = reference.unwrap_or_else(|| slug(&title));
    let authority = missing("authority.name", authority, "authority not stated");
    let mut doc = PlanDoc::new(reference, title, authority);
    doc.authority.code.clone_from(&options.authority_code);
    doc.status_date = options.status_date.clone().or_else(|| status_date.map(DueDate::from));
    doc.period.clone_from(&options.period);
    doc.quarters = options.quarters;
    doc.legend.clone_from(&options.legend);
    let titles = title_rows(grid, layouts, ledger);
    Metadata { doc, facts, titles }
}

fn label(key: &str) -> &str {
    match key {
        "authority.name" => "authority",
        "status_date" => "status date",
        other => other,
    }
}
