//! How many actions have each colour.

use serde::Serialize;

use crate::model::RagStatus;

/// The number of actions with each colour.
///
/// Serialises as `green`, `amber`, `red` and `none`.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RagCounts {
    green: usize,
    amber: usize,
    red: usize,
    none: usize,
}

impl RagCounts {
    /// Returns how many are green.
    #[must_use]
    pub const fn green(&self) -> usize {
        self.green
    }

    /// Returns how many are amber.
    #[must_use]
    pub const fn amber(&self) -> usize {
        self.amber
    }

    /// Returns how many are red.
    #[must_use]
    pub const fn red(&self) -> usize {
        self.red
    }

    /// Returns how many have no colour.
    #[must_use]
    pub const fn none(&self) -> usize {
        self.none
    }

    /// Counts colours.
    #[must_use]
    pub fn of(colours: impl Iterator<Item = Option<RagStatus>>) -> Self {
        let mut counts = Self::default();
        for colour in colours {
            *match colour {
                Some(RagStatus::Green) => &mut counts.green,
                Some(RagStatus::Amber) => &mut counts.amber,
                Some(RagStatus::Red) => &mut counts.red,
                None => &mut counts.none,
            } += 1;
        }
        counts
    }

    /// Returns the worst colour present, if any.
    #[must_use]
    pub fn worst(&self) -> Option<RagStatus> {
        [(self.red, RagStatus::Red), (self.amber, RagStatus::Amber), (self.green, RagStatus::Green)]
            .into_iter()
            .find(|(count, _)| *count > 0)
            .map(|(_, colour)| colour)
    }

    /// Returns how many have a colour.
    #[must_use]
    pub fn coloured(&self) -> usize {
        self.green + self.amber + self.red
    }
}
