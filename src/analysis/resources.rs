//! What the plan costs, like added only to like.

use std::collections::BTreeMap;

use crate::model::{Basis, Funding, Number, Resource};
use crate::plan::Plan;

impl Plan {
    /// What the plan costs: one line for each basis and state of the funding that occurs. Amounts
    /// of different bases are never added: £1,500 a head is not £1,500.
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

/// Resources of one basis and one state of the funding.
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

/// What a plan costs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceSummary {
    lines: Vec<ResourceLine>,
    actions: usize,
    actions_without: usize,
}

impl ResourceSummary {
    /// One line for each basis and state of the funding that occurs.
    #[must_use]
    pub fn lines(&self) -> &[ResourceLine] {
        &self.lines
    }

    /// How many actions there are.
    #[must_use]
    pub const fn actions(&self) -> usize {
        self.actions
    }

    /// How many of them say nothing of resources.
    #[must_use]
    pub const fn actions_without(&self) -> usize {
        self.actions_without
    }

    /// How many entries there are in all.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.lines.iter().map(|line| line.entries).sum()
    }

    /// How many entries are in a state of the funding.
    #[must_use]
    pub fn entries_with(&self, funding: Funding) -> usize {
        self.lines.iter().filter(|line| line.funding == funding).map(|line| line.entries).sum()
    }
}

impl ResourceLine {
    /// What the amounts are amounts of; none where nobody said.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Whether the money is there.
    #[must_use]
    pub const fn funding(&self) -> Funding {
        self.funding
    }

    /// How many entries.
    #[must_use]
    pub const fn entries(&self) -> usize {
        self.entries
    }

    /// How many of them give an amount.
    #[must_use]
    pub const fn with_amount(&self) -> usize {
        self.with_amount
    }

    /// The amounts added up, in pounds.
    #[must_use]
    pub const fn amount(&self) -> f64 {
        self.amount
    }

    /// How many give what was spent.
    #[must_use]
    pub const fn with_spent(&self) -> usize {
        self.with_spent
    }

    /// What was spent, added up, in pounds.
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

/// The sum of numbers, the smallest first, so that no order they come in changes its last digit.
fn sum(mut numbers: Vec<Number>) -> f64 {
    numbers.sort();
    numbers.into_iter().map(Number::as_f64).fold(0.0, |sum, number| sum + number)
}
