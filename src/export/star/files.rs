//! The files of the star, put together.

use chrono::NaiveDate;

use super::data_package::Package;
use super::table::Table;
use super::{bridge, dimensions, facts};
use crate::plan::Plan;

/// One file of the star.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StarFile {
    name: String,
    bytes: Vec<u8>,
}

impl StarFile {
    /// Its name: `dim_action.csv`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What stands in it.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What stands in it, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Lays a plan out, as of a day, as a star of CSV files and the `datapackage.json` that describes them
/// (Frictionless Data Package, version 1); in a folder they can be read by Power BI or checked by any
/// validator.
///
/// | file | a row is |
/// |---|---|
/// | `dim_plan`, `dim_source`, `dim_recommendation`, `dim_workstream`, `dim_action`, `dim_milestone`, `dim_measure` | one record, in the order of the document |
/// | `bridge_action_recommendation` | one link of an action: to a recommendation it answers, or to a source it enables |
/// | `fact_recommendation_status`, `fact_action_status`, `fact_milestone_status`, `fact_measure_status` | one record as of the day |
/// | `fact_measure_reading` | one reading of a measure, taken by that day or later |
///
/// Records are tied by their ids, which stay the same from month to month; so the facts of several
/// months may be put below each other. Files are UTF-8 without a byte-order mark; days are written as
/// `2026-10-30`, truth as `true` and `false`, nothing as an empty cell. Every text that a spreadsheet
/// might run as a formula has a `'` before it; figures have none. Updates, reasons and other free words
/// on how it goes, in which people may be named, are left out. To publish, hand in the plan of
/// [`Plan::published`], which has no restricted records. The same plan and day give the same bytes.
///
/// ```
/// # use improvement_plan::{csv, Action, Plan, PlanDoc, Source};
/// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
/// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
/// #     .with_actions([Action::new("Set up a board").with_enables(["ofsted"])]);
/// # let plan = Plan::build(doc)?;
/// let files = csv::star(&plan, "2026-11-02".parse()?);
/// let names: Vec<_> = files.iter().map(|file| file.name()).collect();
/// assert_eq!(names[..2], ["datapackage.json", "dim_plan.csv"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn star(plan: &Plan, as_of: NaiveDate) -> Vec<StarFile> {
    let tables = [
        dimensions::plan(plan),
        dimensions::sources(plan),
        dimensions::recommendations(plan),
        dimensions::workstreams(plan),
        dimensions::actions(plan),
        dimensions::milestones(plan),
        dimensions::measures(plan),
        bridge::links(plan),
        facts::recommendations(plan, as_of),
        facts::actions(plan, as_of),
        facts::milestones(plan, as_of),
        facts::measures(plan, as_of),
        facts::readings(plan),
    ];
    let mut files = Vec::with_capacity(tables.len() + 1);
    let mut resources = Vec::with_capacity(tables.len());
    for Table { file, bytes, resource } in tables {
        files.push(StarFile { name: file, bytes });
        resources.push(resource);
    }
    let package = Package {
        profile: "tabular-data-package",
        name: package_name(plan),
        id: plan.id().to_string(),
        title: plan.title().to_owned(),
        description: format!("As of {as_of}."),
        resources,
    };
    let mut bytes = serde_json::to_vec_pretty(&package)
        .unwrap_or_else(|_| unreachable!("texts and numbers in structs are always JSON"));
    bytes.push(b'\n');
    files.insert(0, StarFile { name: "datapackage.json".to_owned(), bytes });
    files
}

/// The reference of the plan in the letters that the name of a package may have.
fn package_name(plan: &Plan) -> String {
    let reference = plan.reference().as_str().unwrap_or_default().to_lowercase();
    let words = reference.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "plan".to_owned() } else { words.join("-") }
}
