//! JSON Schemas of what this crate reads and writes as JSON: the document of a plan, the options for
//! reading a table, a selection of rules, the coverage report, and the report of what has changed between two plans. Use
//! them to check files in other languages, to complete keys in an editor, and to describe a web service.
//!
//! Each function returns a schema of draft 2020-12 as a `Schema` of
//! [schemars](https://docs.rs/schemars/1), with a description of every key and word. The same schemas
//! are files in the folder `schema` of the repository and the package. With this feature every record of
//! [`model`](crate::model) also implements `schemars::JsonSchema`, so that your own types can contain
//! them.
//!
//! ```
//! use improvement_plan::schema;
//!
//! let plan = schema::plan();
//! assert_eq!(plan.as_value()["properties"]["format"]["$ref"], "#/$defs/Format");
//! assert_eq!(plan.as_value()["required"][0], "format");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a schema can say
//!
//! The schema of a plan accepts a text exactly if [`PlanDoc::from_json`](crate::PlanDoc::from_json)
//! reads it, with these exceptions, which no schema can see:
//!
//! - a key written twice: the reader refuses it, and other programs use the last value;
//! - how a number is written: the reader refuses `1.0` for the format and for a number of days, and a
//!   decimal of 2⁵³ or more for an amount or a reading (a schema knows only that it is an integer);
//! - what is not JSON at all.
//!
//! It checks shapes only. Whether references are unique and lead somewhere, whether titles are blank,
//! texts too long or dates readable is checked when the plan is built: see [`Plan::build`].
//!
//! [`Plan::build`]: crate::Plan::build

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};

#[cfg(any(feature = "csv", feature = "workbook"))]
use crate::import::ReadOptions;
use crate::plan::PlanDoc;
use crate::report::{CoverageReport, ProgressReport};
use crate::rules::RuleSettings;

/// Returns the schema of the document of a plan, as [`PlanDoc::from_json`] reads it.
///
/// ```
/// use improvement_plan::schema;
///
/// let schema = schema::plan();
/// let action = &schema.as_value()["$defs"]["Action"];
/// assert_eq!(action["required"][0], "title");
/// assert_eq!(action["properties"]["success"]["description"], "What success looks like.");
/// ```
#[must_use]
pub fn plan() -> Schema {
    titled(
        of::<PlanDoc>(SchemaSettings::draft2020_12()),
        "Improvement plan, format 1",
        "The document of an improvement plan. This schema checks its shape. Whether references are \
         unique and lead somewhere, whether titles are blank, texts too long or dates readable is \
         checked when the plan is built.",
    )
}

/// Returns the schema of a council's options for reading its tables, as [`ReadOptions::from_json`] reads
/// them.
///
/// ```
/// use improvement_plan::schema;
///
/// let schema = schema::read_options();
/// assert!(schema.as_value()["properties"]["tables"].is_object());
/// ```
#[cfg(any(feature = "csv", feature = "workbook"))]
#[cfg_attr(docsrs, doc(cfg(any(feature = "csv", feature = "workbook"))))]
#[must_use]
pub fn read_options() -> Schema {
    titled(
        of::<ReadOptions>(SchemaSettings::draft2020_12()),
        "Options for reading tables",
        "What a council specifies about its own tables: facts that the tables do not give, and how to \
         read them. Every option is optional; whatever is not given is worked out from the table.",
    )
}

/// Returns the schema of a council's own selection of rules, as [`RuleSettings::from_json`] reads it. Whether a rule has
/// a code is checked by [`Rules::from_settings`](crate::Rules::from_settings).
///
/// ```
/// use improvement_plan::schema;
///
/// let schema = schema::rule_settings();
/// assert!(schema.as_value()["properties"]["severity"].is_object());
/// ```
#[must_use]
pub fn rule_settings() -> Schema {
    titled(
        of::<RuleSettings>(SchemaSettings::draft2020_12()),
        "Settings of rules",
        "A council's own selection of rules: the rule set to start from, other severities, and rules \
         that are switched off. Whether a rule has a code is checked when the settings are used.",
    )
}

/// Returns the schema of the JSON that [`CoverageReport::to_json`] writes. Later versions may add keys, so
/// it allows others.
///
/// ```
/// use improvement_plan::schema;
///
/// let schema = schema::coverage_report();
/// assert!(schema.as_value()["properties"]["overdue"].is_object());
/// ```
#[must_use]
pub fn coverage_report() -> Schema {
    titled(
        of::<CoverageReport<'_>>(SchemaSettings::draft2020_12().for_serialize()),
        "Coverage report",
        "The coverage report of a plan as of a date, for programs. Later versions may add keys, but \
         never rename or remove them.",
    )
}

/// Returns the schema of the JSON that [`ProgressReport::to_json`] writes, which is also under the key `progress` of a
/// coverage report. Later versions may add keys, so it allows others.
///
/// ```
/// use improvement_plan::schema;
///
/// let schema = schema::progress_report();
/// assert!(schema.as_value()["properties"]["redated"].is_object());
/// ```
#[must_use]
pub fn progress_report() -> Schema {
    titled(
        of::<ProgressReport<'_, '_>>(SchemaSettings::draft2020_12().for_serialize()),
        "Progress report",
        "What has changed between two plans, for programs. Later versions may add keys, but never rename \
         or remove them.",
    )
}

/// Makes the schema of a type, with descriptions for readers who know no Rust.
fn of<T: JsonSchema>(settings: SchemaSettings) -> Schema {
    settings.with_transform(Plain).into_generator().into_root_schema_for::<T>()
}

fn titled(mut schema: Schema, title: &str, description: &str) -> Schema {
    schema.insert("title".to_owned(), title.into());
    schema.insert("description".to_owned(), description.into());
    schema
}

/// Makes a schema of serde types say what the reader does: descriptions without the markup of Rust's
/// documentation, and integers within the bounds of their type.
#[derive(Debug, Clone, Copy)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(description) = schema.get("description").and_then(|value| value.as_str()) {
            let plain = plain_text(description);
            schema.insert("description".to_owned(), plain.into());
        }
        // The formats are those of schemars, and other tools do not know them.
        let largest = match schema.get("format").and_then(|value| value.as_str()) {
            Some("uint8") => Some(u64::from(u8::MAX)),
            Some("uint16") => Some(u64::from(u16::MAX)),
            Some("uint32") => Some(u64::from(u32::MAX)),
            Some("uint64" | "uint") => Some(u64::MAX),
            Some("int64") => {
                schema.insert("minimum".to_owned(), i64::MIN.into());
                Some(i64::MAX.unsigned_abs())
            }
            _ => None,
        };
        if let Some(largest) = largest {
            schema.remove("format");
            schema.insert("maximum".to_owned(), largest.into());
        }
        transform_subschemas(self, schema);
    }
}

/// Returns the text of a documentation comment up to its first example: each paragraph on one line, and
/// links to Rust items as plain text.
fn plain_text(documentation: &str) -> String {
    let text = documentation.split("```").next().unwrap_or_default().trim();
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
    let text = paragraphs.collect::<Vec<_>>().join("\n\n");
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, link)) = rest.split_once("[`") {
        plain.push_str(before);
        let Some((name, after)) = link.split_once("`]") else { break };
        plain.push('`');
        plain.push_str(name);
        plain.push('`');
        rest = after;
        if let Some((_, after)) = after.strip_prefix('(').and_then(|target| target.split_once(')'))
        {
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}
