//! The error of reading a plan from JSON.

use super::JsonError;
use crate::plan::RejectedPlan;

/// The error of reading a plan from JSON: the text is not a document, or the document has
/// structural problems.
///
/// ```
/// use improvement_plan::{LoadError, Plan};
///
/// let text = r#"{ "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "Anyshire" },
///     "actions": [ { "title": "Recruit" } ] }"#;
/// let Err(LoadError::Rejected(rejected)) = Plan::from_json(text) else {
///     panic!("an action that answers nothing is refused");
/// };
/// assert_eq!(rejected.diagnostics().len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The text is not a document: it is not JSON, or not in this format.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// The text is a document whose plan has structural problems. All of them are listed.
    #[error(transparent)]
    Rejected(#[from] RejectedPlan),
}
