//! The shapes of what is sent and answered, for the document of the operations.

use std::borrow::Cow;

use chrono::NaiveDate;
use improvement_plan::{Action, Milestone};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

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

/// The keys of an action or a milestone that change: none is required, and null removes one (RFC 7396).
pub struct ItemPatch;

impl JsonSchema for ItemPatch {
    fn schema_name() -> Cow<'static, str> {
        "ItemPatch".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let records = [Action::json_schema(generator), Milestone::json_schema(generator)];
        let patches = records.map(|mut patch| {
            patch.remove("required");
            let keys = patch.get_mut("properties").and_then(Value::as_object_mut);
            for (_, key) in keys.into_iter().flatten() {
                *key = json!({ "anyOf": [key.take(), { "type": "null" }] });
            }
            patch
        });
        json_schema!({ "anyOf": patches })
    }
}
