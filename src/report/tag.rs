//! The words that mark the state of a thing where it is listed.

/// A state worth seeing at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Late,
    Ask,
    DueToday,
    DueSoon,
    Done,
    NoDate,
    NoAction,
    AwaitingSignOff,
    Suspended,
    Withdrawn,
}

impl Tag {
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Late => "Late",
            Self::Ask => "Ask",
            Self::DueToday => "Due today",
            Self::DueSoon => "Due soon",
            Self::Done => "Done",
            Self::NoDate => "No date",
            Self::NoAction => "No action",
            Self::AwaitingSignOff => "Awaiting sign-off",
            Self::Suspended => "Suspended",
            Self::Withdrawn => "Withdrawn",
        }
    }
}
