//! What an action costs, on what basis, and who pays.

use serde::{Deserialize, Serialize};

use super::Number;
use super::fields::{is_false, null_is_default, setters};
use super::vocabulary::closed_words;

closed_words! {
    /// What an amount is an amount of: £1,500 a head is not £1,500.
    #[non_exhaustive]
    Basis {
        /// In all.
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
    /// Whether the money is there. *To be confirmed* and *not applicable* are words of their own, so
    /// that they can be counted when they fill the column.
    #[non_exhaustive]
    Funding {
        /// The money is there.
        Confirmed = "confirmed",
        /// Still to be confirmed.
        ToBeConfirmed = "to-be-confirmed",
        /// Said not to be needed.
        NotApplicable = "not-applicable",
        /// Nobody said.
        NotStated = "not-stated",
    }
}

/// What an action costs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a resource: an object with amount, basis and funding")]
#[non_exhaustive]
pub struct Resource {
    /// The amount in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Number>,
    /// What the amount is an amount of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// Whether the money is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Funding>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding_source: Option<String>,
    /// Whether the money can be spent on nothing else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ring_fenced: Option<bool>,
    /// What has been spent, in pounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<Number>,
    /// The document's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Kept out of what is published.
    #[serde(default, deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub restricted: bool,
}

impl Resource {
    /// A resource of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether the money is there; `not-stated` where nobody said.
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
