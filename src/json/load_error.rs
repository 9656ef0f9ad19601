//! Why a text did not become a plan.

use super::JsonError;
use crate::plan::RejectedPlan;

/// Why a text did not become a plan: it could not be read as a document, or the document does not
/// hold together.
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
    /// It is not a document: not JSON, or not of this format.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// It is a document, and the plan in it has structural problems: all of them are listed.
    #[error(transparent)]
    Rejected(#[from] RejectedPlan),
}
