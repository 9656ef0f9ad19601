//! The report of what has changed between two plans: a covering note.

use crate::analysis::Progress;

/// What has changed between two plans, for a board: a covering note as text or Markdown, and JSON for programs.
///
/// It prints what the two plans hold, restricted records too: to publish it, compare the plans for publication.
#[derive(Debug, Clone)]
pub struct ProgressReport<'r, 'p> {
    pub(super) progress: &'r Progress<'p>,
}

impl<'r, 'p> ProgressReport<'r, 'p> {
    /// Creates the report.
    #[must_use]
    pub const fn new(progress: &'r Progress<'p>) -> Self {
        Self { progress }
    }

    /// Returns what has changed.
    #[must_use]
    pub const fn progress(&self) -> &'r Progress<'p> {
        self.progress
    }
}
