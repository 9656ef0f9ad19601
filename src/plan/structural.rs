//! The table of structural codes: the problems for which a document is rejected.

use crate::diagnostic::{CodeEntry, Diagnostic, Location, code_table};
use crate::model::RecordKind;

code_table! {
    /// Every structural code.
    TABLE;
    TOO_MANY_RECORDS = "too-many-records", Error,
        "The document has more records of one kind than the limit allows.",
        "Check that the file is the plan and not an export of something else, or raise the limit.";
    BLANK_TITLE = "blank-title", Error,
        "A title, name, text or reference is blank, so nobody can refer to the record.",
        "Write what people call it.";
    TEXT_TOO_LONG = "text-too-long", Error,
        "A text is longer than a spreadsheet cell can hold, so a spreadsheet would cut it off.",
        "Shorten the text, or move the detail to a document and refer to it here.";
    CONTROL_CHARACTER = "control-character", Error,
        "A text contains a control character, which cannot be printed or read aloud.",
        "Delete the character. It often comes from text copied out of another program.";
    DATE_OUT_OF_RANGE = "date-out-of-range", Error,
        "A date is in a year outside the allowed range, so it is probably a typing error.",
        "Correct the year.";
    NIL_ID = "nil-id", Error,
        "An id is all zeros, so it identifies nothing.",
        "Remove the id, or give a real one.";
    DUPLICATE_ID = "duplicate-id", Error,
        "Two records have the same id, so next month nobody can tell which is which.",
        "Give each record its own reference. If the document gives the id, correct it or remove it.";
    DUPLICATE_REFERENCE = "duplicate-reference", Error,
        "Two records have the same reference, so nobody knows which one is meant.",
        "Give one of them another reference.";
    UNKNOWN_SOURCE = "unknown-source", Error,
        "A link names a source that is not in the plan.",
        "Add the source, or correct the link.";
    UNKNOWN_PART_PARENT = "unknown-part-parent", Error,
        "A part names a recommendation that is not in the plan.",
        "Add the recommendation it is a part of, or correct the link.";
    UNKNOWN_RECOMMENDATION = "unknown-recommendation", Error,
        "A link names a recommendation that is not in the plan.",
        "Add the recommendation, or correct the link.";
    UNKNOWN_WORKSTREAM = "unknown-workstream", Error,
        "A link names a workstream that is not in the plan.",
        "Add the workstream, or correct the link.";
    UNKNOWN_ACTION = "unknown-action", Error,
        "A link names an action that is not in the plan.",
        "Add the action, or correct the link.";
    UNKNOWN_MEASURE = "unknown-measure", Error,
        "A link names a measure that is not in the plan.",
        "Add the measure, or correct the link.";
    AMBIGUOUS_REFERENCE = "ambiguous-reference", Error,
        "A link could mean more than one record.",
        "Write the source before the reference, as in source/reference.";
    ACTION_WITHOUT_RECOMMENDATION = "action-without-recommendation", Error,
        "An action answers no recommendation and enables no source, so nobody knows what it is for.",
        "Name a recommendation in answers, or a source in enables. You can add a priority of the council's own as a source.";
    PART_CYCLE = "part-cycle", Error,
        "Recommendations are parts of each other in a cycle.",
        "Remove one part_of.";
    WORKSTREAM_CYCLE = "workstream-cycle", Error,
        "Workstreams are parts of each other in a cycle.",
        "Remove one part_of.";
    DEPENDENCY_CYCLE = "dependency-cycle", Error,
        "Actions depend on each other in a cycle, so none of them can start.",
        "Remove one depends_on.";
}

/// Returns the code for a link to a missing record. Links never name milestones, whose references
/// are unique only within their action.
pub(crate) const fn unknown(kind: RecordKind) -> &'static CodeEntry {
    match kind {
        RecordKind::Source => &UNKNOWN_SOURCE,
        RecordKind::Recommendation => &UNKNOWN_RECOMMENDATION,
        RecordKind::Workstream => &UNKNOWN_WORKSTREAM,
        RecordKind::Action | RecordKind::Milestone => &UNKNOWN_ACTION,
        RecordKind::Measure => &UNKNOWN_MEASURE,
    }
}

/// Creates a structural diagnostic with the help of its code.
pub(crate) fn problem(
    entry: &CodeEntry,
    location: Location,
    subject: impl Into<String>,
    message: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(entry.code(), entry.severity(), location, subject, message, entry.help())
}

/// Creates a structural diagnostic with a hint before the help of its code.
pub(crate) fn problem_with_hint(
    entry: &CodeEntry,
    location: Location,
    subject: impl Into<String>,
    message: impl Into<String>,
    hint: Option<String>,
) -> Diagnostic {
    let Some(hint) = hint else {
        return problem(entry, location, subject, message);
    };
    let help = format!("{hint} {}", entry.help());
    Diagnostic::new(entry.code(), entry.severity(), location, subject, message, help)
}
