//! The text of a report as JSON.

use serde::Serialize;

/// Returns a report as indented JSON, with a line break at the end.
pub(super) fn to_json_text(value: &impl Serialize) -> String {
    // Writing to memory fails only for a map whose keys are not text: a report has no maps.
    let mut json = serde_json::to_string_pretty(value)
        .unwrap_or_else(|error| unreachable!("every report can be written: {error}"));
    json.push('\n');
    json
}
