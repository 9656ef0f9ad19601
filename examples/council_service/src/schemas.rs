//! The shapes of what is sent and answered, for the document of the operations.

use std::borrow::Cow;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::access::Access;

/// An answer about a plan, which version of the plan it is about, and how much of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "{T}Answer")]
pub struct About<T> {
    pub council: String,
    pub plan: String,
    pub version: i64,
    pub view: Access,
    /// How many records were withheld from a published plan; the answer does not cover them. Null for a
    /// whole plan.
    pub withheld: Option<usize>,
    pub as_of: NaiveDate,
    pub answer: T,
}

/// A plan that is kept here.
#[derive(Serialize, JsonSchema)]
pub struct Listed {
    pub council: String,
    pub plan: String,
    pub title: String,
    pub version: i64,
}

/// A version of a plan.
#[derive(Serialize, JsonSchema)]
pub struct Version {
    pub version: i64,
    /// When it was stored, in UTC.
    pub stored_at: String,
}

/// Declares what the library serialises, without the types that it borrows from a plan.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($key:ident: $type:ty,)+ })+) => {
        $($(#[$doc])*
        #[derive(JsonSchema)]
        #[expect(dead_code, reason = "only its schema is used")]
        pub struct $name { $($key: $type,)+ })+
    };
}

shapes! {
    /// How far each recommendation has got.
    Coverage {
        as_of: NaiveDate, total: usize, addressed: Ratio, planned: Ratio, completed: Ratio,
        assured: Ratio, recommendations: Vec<Covered>,
    }
    /// A part of a whole.
    Ratio { part: usize, whole: usize, percent: Option<u8>, }
    /// A recommendation, the rung it stands on, and why it is uncovered, if it is.
    Covered {
        id: String, reference: Option<String>, source: Option<Named>, text: String,
        rung: Option<String>, uncovered: Option<String>,
    }
    /// What names a record.
    Named { id: String, reference: Option<String>, }
    /// An action or a milestone that is late.
    OverdueItem {
        kind: String, id: String, reference: Option<String>, action: Option<Named>, title: String,
        due: NaiveDate, baseline_due: Option<NaiveDate>, days_late: u32, lead: Option<String>,
        fell_due_since_report: bool,
    }
    /// A problem: what is wrong, where, and what to do about it.
    Diagnostic {
        code: String, severity: String, location: String, subject: String, message: String,
        help: String, record: Option<Record>, pointer: String, line: Option<usize>,
        column: Option<usize>, fingerprint: String,
    }
    /// The record that a diagnostic is about.
    Record { kind: String, id: String, }
}

/// Declares schemas that are made from the library's.
macro_rules! library_schemas {
    ($($name:ident = $schema:expr;)+) => {
        $(pub struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        })+
    };
}

library_schemas! {
    PlanDocument = |generator| from_library(improvement_plan::schema::plan(), generator);
    Report = |generator| from_library(improvement_plan::schema::coverage_report(), generator);
    RevisionRecord = |generator| {
        generator.subschema_for::<PlanDocument>();
        Schema::new_ref("#/components/schemas/Revision".to_owned())
    };
    // The keys of the records, of which none is required and any may be null: RFC 7396.
    ItemPatch = |generator| {
        generator.subschema_for::<PlanDocument>();
        let patches = ["Action", "Milestone"].map(|record| {
            let mut patch = generator.definitions().get(record).cloned().unwrap_or_default();
            patch.as_object_mut().and_then(|record| record.remove("required"));
            let keys = patch.pointer_mut("/properties").and_then(Value::as_object_mut);
            for (_, key) in keys.into_iter().flatten() {
                *key = json!({ "anyOf": [key.take(), { "type": "null" }] });
            }
            patch
        });
        json_schema!({ "anyOf": patches })
    };
}

/// Returns a schema of the library, and puts the records that it refers to beside it.
fn from_library(schema: impl Serialize, generator: &mut SchemaGenerator) -> Schema {
    let mut schema = serde_json::to_value(schema).unwrap_or_default();
    refer_to_components(&mut schema);
    let records = schema.as_object_mut().and_then(|schema| schema.remove("$defs"));
    let records =
        records.and_then(|records| serde_json::from_value::<Map<String, Value>>(records).ok());
    generator.definitions_mut().extend(records.unwrap_or_default());
    schema.try_into().unwrap_or_default()
}

/// Makes the references within a schema of the library refer to the components of that document.
fn refer_to_components(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.remove("$schema");
            for (key, value) in object {
                match (key.as_str(), &mut *value) {
                    ("$ref", Value::String(reference)) => {
                        *reference = reference.replace("#/$defs/", "#/components/schemas/");
                    }
                    _ => refer_to_components(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(refer_to_components),
        _ => {}
    }
}
