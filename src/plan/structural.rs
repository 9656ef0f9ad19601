//! The table of structural codes: the problems for which a document is rejected.

use crate::diagnostic::{CodeEntry, Diagnostic, Location, Severity};
use crate::model::RecordKind;

const fn row(code: &'static str, explanation: &'static str, help: &'static str) -> CodeEntry {
    CodeEntry::new(code, Severity::Error, explanation, help)
}

macro_rules! structural_codes {
    ($($name:ident = $code:literal, $explanation:literal, $help:literal;)+) => {
        $(pub(crate) const $name: CodeEntry = row($code, $explanation, $help);)+

        /// Every structural code.
        pub(crate) const TABLE: &[CodeEntry] = &[$($name,)+];
    };
}

structural_codes! {
    TOO_MANY_RECORDS = "too-many-records",
        "The document holds more records of one kind than any plan has.",
        "Check that the file is the plan and not an export of something else, or raise the limit.";
    BLANK_TITLE = "blank-title",
        "A record has nothing to be called by, so nobody can speak about it.",
        "Write the words that people know it by.";
    TEXT_TOO_LONG = "text-too-long",
        "A text is longer than a spreadsheet cell can hold, so it would be cut on its way to people.",
        "Shorten the text, or move the detail to a document and name it here.";
    CONTROL_CHARACTER = "control-character",
        "A text holds a character that cannot be printed or read aloud.",
        "Delete the character; it often comes from copying out of another program.";
    DATE_OUT_OF_RANGE = "date-out-of-range",
        "A date is in a year that no plan speaks of, so it is a slip.",
        "Correct the year.";
    NIL_ID = "nil-id",
        "An id of all zeros names nothing.",
        "Leave the id out, or give a real one.";
    DUPLICATE_ID = "duplicate-id",
        "Two records come out with the same id, so they cannot be told apart next month.",
        "Give them references of their own; where an id is written, correct it or leave it out.";
    DUPLICATE_REFERENCE = "duplicate-reference",
        "Two records are quoted by the same reference, so nobody knows which is meant.",
        "Give one of them another reference.";
    UNKNOWN_SOURCE = "unknown-source",
        "A link names a source that the plan does not hold.",
        "Add the source, or correct the link.";
    UNKNOWN_PART_PARENT = "unknown-part-parent",
        "A part names a recommendation that the plan does not hold.",
        "Add the recommendation it is a part of, or correct the link.";
    UNKNOWN_RECOMMENDATION = "unknown-recommendation",
        "A link names a recommendation that the plan does not hold.",
        "Add the recommendation, or correct the link.";
    UNKNOWN_WORKSTREAM = "unknown-workstream",
        "A link names a workstream that the plan does not hold.",
        "Add the workstream, or correct the link.";
    UNKNOWN_ACTION = "unknown-action",
        "A link names an action that the plan does not hold.",
        "Add the action, or correct the link.";
    UNKNOWN_MEASURE = "unknown-measure",
        "A link names a measure that the plan does not hold.",
        "Add the measure, or correct the link.";
    AMBIGUOUS_REFERENCE = "ambiguous-reference",
        "A link could mean more than one record.",
        "Write the source before the reference, as in source/reference.";
    ACTION_WITHOUT_RECOMMENDATION = "action-without-recommendation",
        "An action answers no recommendation and enables no source, so nobody knows what it is for.",
        "Link it with answers to a recommendation, or with enables to a source; a priority of the council's own can be added as a source.";
    PART_CYCLE = "part-cycle",
        "Recommendations are parts of each other in a circle.",
        "Take one part_of away.";
    WORKSTREAM_CYCLE = "workstream-cycle",
        "Workstreams are parts of each other in a circle.",
        "Take one part_of away.";
    DEPENDENCY_CYCLE = "dependency-cycle",
        "Actions wait for each other in a circle, so none can ever start.",
        "Take one depends_on away.";
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
    Diagnostic::new(entry.code, entry.severity, location, subject, message, entry.help)
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
    let help = format!("{hint} {}", entry.help);
    Diagnostic::new(entry.code, entry.severity, location, subject, message, help)
}
