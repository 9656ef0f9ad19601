//! How much a diagnostic matters.

use crate::model::closed_words;

closed_words! {
    /// How much a diagnostic matters, from the least to the most.
    Severity {
        /// Worth knowing: good practice that is missing.
        Advice = "advice",
        /// Somebody should look at it before the plan goes to a board.
        Warning = "warning",
        /// The plan contradicts itself, or an inspector's recommendation has nobody on it.
        Error = "error",
    }
}
