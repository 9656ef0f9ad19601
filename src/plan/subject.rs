//! What a record is called in a message: its kind and its reference, or its words where it has none.

use super::handles::{ActionRef, Item, MeasureRef, MilestoneRef, RecommendationRef, WorkstreamRef};
use crate::diagnostic::Location;
use crate::text::is_blank;

/// How many characters of a title stand for a record without a reference.
const SHOWN: usize = 60;

/// `action 3.1`, or `action "Recruit 12 permanent …"` where there is no reference.
pub(crate) fn subject(kind: &str, reference: Option<&str>, words: &str) -> String {
    match reference {
        Some(reference) => format!("{kind} {}", reference.trim()),
        None if is_blank(words) => format!("{kind} without a title"),
        None => format!("{kind} {}", quoted(words)),
    }
}

/// `milestone 3.1/a`, with the action it is a step of where that has a reference.
pub(crate) fn milestone_subject(
    action: Option<&str>,
    reference: Option<&str>,
    words: &str,
) -> String {
    match (action.map(str::trim), reference.map(str::trim)) {
        (Some(action), Some(own)) => format!("milestone {action}/{own}"),
        (Some(action), None) if is_blank(words) => {
            format!("milestone of action {action} without a title")
        }
        (Some(action), None) => format!("milestone {action}/{}", quoted(words)),
        (None, own) => subject("milestone", own, words),
    }
}

/// The beginning of a text in quotation marks, so long that a person recognises it.
pub(crate) fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return format!("\u{201c}{words}\u{201d}");
    }
    let beginning: String = words.chars().take(SHOWN).collect();
    format!("\u{201c}{}…\u{201d}", beginning.trim_end())
}

macro_rules! subjects {
    ($($handle:ident, $kind:literal, $list:literal, $words:ident;)+) => {$(
        impl $handle<'_> {
            /// What a message calls it.
            pub(crate) fn subject(self) -> String {
                subject($kind, self.reference().as_str(), self.$words())
            }

            /// Its place in the document.
            pub(crate) fn location(self) -> Location {
                Location::element($list, self.position())
            }
        }
    )+};
}

subjects! {
    WorkstreamRef, "workstream", "workstreams", name;
    ActionRef, "action", "actions", title;
    MeasureRef, "measure", "measures", name;
}

impl RecommendationRef<'_> {
    /// What a message calls it: with its source where another source has the same reference.
    pub(crate) fn subject(self) -> String {
        let reference = self.reference().as_str();
        match (reference, self.source()) {
            (Some(reference), Some(source)) if self.shares_reference() => {
                format!("recommendation {}/{}", source.name().trim(), reference.trim())
            }
            _ => subject("recommendation", reference, self.text()),
        }
    }

    /// Its place in the document.
    pub(crate) fn location(self) -> Location {
        Location::element("recommendations", self.position())
    }
}

impl MilestoneRef<'_> {
    /// What a message calls it: with its action where that has a reference.
    pub(crate) fn subject(self) -> String {
        let action = self.action().reference().as_str();
        milestone_subject(action, self.reference().as_str(), self.title())
    }

    /// Its place in the document.
    pub(crate) fn location(self) -> Location {
        self.action().location().key("milestones").index(self.position())
    }
}

impl Item<'_> {
    /// What a message calls it.
    pub(crate) fn subject(self) -> String {
        match self {
            Self::Action(action) => action.subject(),
            Self::Milestone(milestone) => milestone.subject(),
        }
    }

    /// Its place in the document.
    pub(crate) fn location(self) -> Location {
        match self {
            Self::Action(action) => action.location(),
            Self::Milestone(milestone) => milestone.location(),
        }
    }
}
