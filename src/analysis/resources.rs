//! The cost of a plan. Only amounts of the same basis are added.

use std::collections::BTreeMap;

use super::answer_object::answer_object;
use crate::model::{Basis, Funding, Number, Resource};
use crate::plan::Plan;

impl Plan {
    /// Returns the cost of the plan, with one line for each combination of basis and funding state.
    /// Amounts with different bases are never added: £1,500 a head is not £1,500.
    #[must_use]
    pub fn resources(&self) -> ResourceSummary {
        let mut alike: BTreeMap<(Option<Basis>, Funding), Vec<&Resource>> = BTreeMap::new();
        let mut summary = ResourceSummary::default();
        for action in self.actions() {
            let resources = &action.record().resources;
            summary.actions += 1;
            summary.actions_without += usize::from(resources.is_empty());
            for resource in resources {
                alike.entry((resource.basis, resource.funding())).or_default().push(resource);
            }
        }
        summary.lines = alike
            .into_iter()
            .map(|((basis, funding), resources)| ResourceLine::of(basis, funding, &resources))
            .collect();
        summary
    }
}

/// The resources with one basis and one funding state.
///
/// Serialises as `basis` (the word of the document, or null), `funding` (its word), `entries`,
/// `with_amount`, `amount` (in pounds, or null if no entry has one), `with_spent` and `spent` (in pounds,
/// or null if no entry states it).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResourceLine {
    basis: Option<Basis>,
    funding: Funding,
    entries: usize,
    with_amount: usize,
    amount: f64,
    with_spent: usize,
    spent: f64,
}

/// The cost of a plan.
///
/// Serialises as `actions` and `actions_without`, which count, and `lines`, a list of [`ResourceLine`]s.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceSummary {
    lines: Vec<ResourceLine>,
    actions: usize,
    actions_without: usize,
}

impl ResourceSummary {
    /// Returns one line for each combination of basis and funding state.
    #[must_use]
    pub fn lines(&self) -> &[ResourceLine] {
        &self.lines
    }

    /// Returns the number of actions.
    #[must_use]
    pub const fn actions(&self) -> usize {
        self.actions
    }

    /// Returns the number of actions that list no resources.
    #[must_use]
    pub const fn actions_without(&self) -> usize {
        self.actions_without
    }

    /// Returns the total number of entries.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.lines.iter().map(|line| line.entries).sum()
    }

    /// Returns the number of entries with a funding state.
    #[must_use]
    pub fn entries_with(&self, funding: Funding) -> usize {
        self.lines.iter().filter(|line| line.funding == funding).map(|line| line.entries).sum()
    }
}

impl ResourceLine {
    /// Returns what the amounts measure, such as a total or a cost per head, or `None` if not stated.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns the funding state.
    #[must_use]
    pub const fn funding(&self) -> Funding {
        self.funding
    }

    /// Returns the number of entries.
    #[must_use]
    pub const fn entries(&self) -> usize {
        self.entries
    }

    /// Returns the number of entries with an amount.
    #[must_use]
    pub const fn with_amount(&self) -> usize {
        self.with_amount
    }

    /// Returns the sum of the amounts, in pounds.
    #[must_use]
    pub const fn amount(&self) -> f64 {
        self.amount
    }

    /// Returns the number of entries that state what was spent.
    #[must_use]
    pub const fn with_spent(&self) -> usize {
        self.with_spent
    }

    /// Returns the total spent, in pounds.
    #[must_use]
    pub const fn spent(&self) -> f64 {
        self.spent
    }

    fn of(basis: Option<Basis>, funding: Funding, resources: &[&Resource]) -> Self {
        let amounts: Vec<Number> = resources.iter().filter_map(|one| one.amount).collect();
        let spent: Vec<Number> = resources.iter().filter_map(|one| one.spent).collect();
        Self {
            basis,
            funding,
            entries: resources.len(),
            with_amount: amounts.len(),
            amount: sum(amounts),
            with_spent: spent.len(),
            spent: sum(spent),
        }
    }
}

answer_object!(
    ResourceSummary,
    |this| actions = this.actions,
    actions_without = this.actions_without,
    lines = this.lines,
);

answer_object!(
    ResourceLine,
    |this| basis = this.basis,
    funding = this.funding,
    entries = this.entries,
    with_amount = this.with_amount,
    amount = (this.with_amount > 0).then_some(this.amount),
    with_spent = this.with_spent,
    spent = (this.with_spent > 0).then_some(this.spent),
);

/// Adds numbers, smallest first, so that their order never changes the last digit of the sum.
fn sum(mut numbers: Vec<Number>) -> f64 {
    numbers.sort();
    numbers.into_iter().map(Number::as_f64).fold(0.0, |sum, number| sum + number)
}
