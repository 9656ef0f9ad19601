//! The error of reading a plan from JSON.

use serde::{Serialize, Serializer};

use super::JsonError;
use crate::diagnostic::Diagnostics;
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
///
/// Serialised as `{ "diagnostics": [ … ] }`, whichever it is.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// The text is not a document: it is not JSON, or not in this format. The structural problems of
    /// what could be read are listed too.
    #[error(transparent)]
    Json(#[from] JsonError),
    /// The text is a document whose plan has structural problems. All of them are listed.
    #[error(transparent)]
    Rejected(#[from] RejectedPlan),
}

impl LoadError {
    /// Returns every problem, in the order of the text.
    pub fn diagnostics(&self) -> &Diagnostics {
        match self {
            Self::Json(error) => error.diagnostics(),
            Self::Rejected(rejected) => rejected.diagnostics(),
        }
    }
}

impl Serialize for LoadError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Json(error) => error.serialize(serializer),
            Self::Rejected(rejected) => rejected.serialize(serializer),
        }
    }
}
