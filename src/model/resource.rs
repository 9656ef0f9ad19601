//! Resources: what an action costs, on what basis, and who pays.

use serde::{Deserialize, Serialize};

use super::Number;
use super::fields::{is_false, null_is_default, setters};
use crate::vocabulary::closed_words;

closed_words! {
    /// What an amount is for: £1,500 per person is not £1,500 in total.
    #[non_exhaustive]
    Basis {
        /// In total.
        Total = "total",
        /// For each person.
        PerPerson = "per-person",
        /// For each year.
        PerYear = "per-year",
        /// Once.
        OneOff = "one-off",
    }
}

closed_words! {
    /// Whether funding is confirmed. *To be confirmed* and *not applicable* are separate words so
    /// that they can be counted.
    #[non_exhaustive]
    Funding {
        /// Funding is confirmed.
        Confirmed = "confirmed",
        /// Still to be confirmed.
        ToBeConfirmed = "to-be-confirmed",
        /// No funding is needed.
        NotApplicable = "not-applicable",
        /// Not stated.
        NotStated = "not-stated",
    }
}

/// What an action costs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, expecting = "a resource: an object with amount, basis and funding")]
#[non_exhaustive]
pub struct Resource {
    /// The amount in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Number>,
    /// What the amount is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Whether funding is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Funding>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding_source: Option<String>,
    /// Whether the money may be spent only on this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ring_fenced: Option<bool>,
    /// What has been spent, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Number>,
    /// The text as the document has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Whether it is withheld from the published plan.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<bool>", extend("default" = false)))]
    pub restricted: bool,
}

impl Resource {
    /// Creates an empty resource.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns whether funding is confirmed, or `not-stated` if the document does not say.
    #[must_use]
    pub fn funding(&self) -> Funding {
        self.funding.unwrap_or(Funding::NotStated)
    }
}

setters!(Resource {
    option with_amount(amount: Number);
    option with_basis(basis: Basis);
    option with_funding(funding: Funding);
    option with_funding_source(funding_source: String);
    option with_ring_fenced(ring_fenced: bool);
    option with_spent(spent: Number);
    option with_words(words: String);
    flag with_restricted(restricted: bool);
});
