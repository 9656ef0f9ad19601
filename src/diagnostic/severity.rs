//! The severity of a diagnostic.

use crate::vocabulary::closed_words;

closed_words! {
    /// How much a diagnostic matters, in ascending order.
    Severity {
        /// Worth knowing: good practice that is missing.
        Advice = "advice",
        /// Somebody should look at it before the plan goes to a board.
        Warning = "warning",
        /// The plan contradicts itself, or an inspectorate's recommendation has no action.
        Error = "error",
    }
}
