//! Assembles the files of the star schema.

use chrono::NaiveDate;

use super::data_package::Package;
use super::table::Table;
use super::{bridge, dimensions, facts};
use crate::plan::Plan;

/// One file of the star schema.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StarFile {
    name: String,
    bytes: Vec<u8>,
}

impl StarFile {
    /// Returns its name, such as `dim_action.csv`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns its content.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Returns its content without copying it.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Returns a plan as of a date as a star schema: CSV files, and the `datapackage.json` that describes them
/// (Frictionless Data Package, version 1). Written to a folder, they can be loaded by Power BI and checked
/// by any validator.
///
/// | file | one row for each |
/// |---|---|
/// | `dim_plan`, `dim_source`, `dim_recommendation`, `dim_workstream`, `dim_action`, `dim_milestone`, `dim_measure` | record, in document order |
/// | `bridge_action_recommendation` | link of an action to a recommendation it answers or a source it enables |
/// | `fact_recommendation_status`, `fact_action_status`, `fact_milestone_status`, `fact_measure_status` | record as of the date |
/// | `fact_measure_reading` | reading of a measure, including later than the date |
///
/// Records are linked by their ids, which are stable from month to month, so the facts of several months
/// can be appended to each other. Files are UTF-8 without a byte-order mark. Dates are written as
/// `2026-10-30`, Booleans as `true` and `false`, and missing values as empty cells. Text that a spreadsheet
/// might run as a formula is preceded by `'`; numbers are not. Updates, reasons and other free text about
/// progress, in which people may be named, are omitted. To publish, pass the plan from
/// [`Plan::published`], which has no restricted records. The same plan and date give the same bytes.
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

/// Returns the plan's reference in the characters allowed in the name of a package.
fn package_name(plan: &Plan) -> String {
    let reference = plan.reference().as_str().unwrap_or_default().to_lowercase();
    let words = reference.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "plan".to_owned() } else { words.join("-") }
}
