//! A value that differs between two plans.

use serde::Serialize;

/// A value that was one thing and is another. `None` stands for no value.
///
/// Serialises as `from` and `to`, each null if there is no value.
#[derive(Serialize, Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<T> {
    from: Option<T>,
    to: Option<T>,
}

impl<T> Change<T> {
    pub(super) const fn new(from: Option<T>, to: Option<T>) -> Self {
        Self { from, to }
    }
}

impl<T: Copy> Change<T> {
    /// Returns what it was.
    #[must_use]
    pub const fn from(&self) -> Option<T> {
        self.from
    }

    /// Returns what it is.
    #[must_use]
    pub const fn to(&self) -> Option<T> {
        self.to
    }
}
