//! The colour that a plan declares for an action.

use std::fmt;

use crate::analysis::answer_object::answer_object;
use crate::model::{DeliveryStatus, LegendMeaning, RagStatus};
use crate::plan::ActionRef;
use crate::text::{fold, same, written};

impl<'p> ActionRef<'p> {
    /// Returns the declared RAG, read using the plan's legend.
    #[must_use]
    pub fn declared_rag(self) -> Declared<'p> {
        let Some(word) = written(self.record().rag.as_ref()) else { return Declared::Missing };
        let legend = &self.plan().index().legend;
        // Most plans have no legend.
        let meaning = if legend.is_empty() { None } else { legend.get(fold(word).as_ref()) };
        let meaning = meaning.copied();
        let colour = RagStatus::ALL.iter().find(|colour| same(colour.as_str(), word));
        match meaning.or_else(|| colour.map(|colour| LegendMeaning::Colour(*colour))) {
            Some(LegendMeaning::Colour(colour)) => Declared::Colour(colour),
            Some(LegendMeaning::Status(status)) => Declared::Status(status),
            None => Declared::Unknown(word),
        }
    }
}

/// The declared RAG of an action.
///
/// Serialises as `colour`, `status` and `unknown`: the word of the variant under its key, and null under
/// the others. If all are null, none is declared.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Declared<'p> {
    /// No RAG is declared.
    Missing,
    /// A colour.
    Colour(RagStatus),
    /// A word that the plan's legend defines as a delivery status.
    Status(DeliveryStatus),
    /// A word that is neither a colour nor in the legend.
    Unknown(&'p str),
}

/// Shows no text of the plan.
impl fmt::Debug for Declared<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("Missing"),
            Self::Colour(colour) => write!(f, "Colour({colour})"),
            Self::Status(status) => write!(f, "Status({status})"),
            Self::Unknown(_) => f.write_str("Unknown"),
        }
    }
}

impl Declared<'_> {
    /// Returns the colour, if it is one.
    #[must_use]
    pub fn colour(self) -> Option<RagStatus> {
        match self {
            Self::Colour(colour) => Some(colour),
            _ => None,
        }
    }

    /// Returns the delivery status, if it is one.
    const fn status(self) -> Option<DeliveryStatus> {
        match self {
            Self::Status(status) => Some(status),
            _ => None,
        }
    }
}

impl<'p> Declared<'p> {
    /// Returns the word, if it is not known.
    const fn unknown(self) -> Option<&'p str> {
        match self {
            Self::Unknown(word) => Some(word),
            _ => None,
        }
    }
}

answer_object!(
    Declared<'_>,
    |this| colour = this.colour(),
    status = this.status(),
    unknown = this.unknown(),
);
