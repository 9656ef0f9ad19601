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
#[non_exhaustive]
pub struct ResourceLine {
    /// What the amounts are amounts of; none where nobody said.
    pub basis: Option<Basis>,
    /// Whether the money is there.
    pub funding: Funding,
    /// How many entries.
    pub entries: usize,
    /// How many of them give an amount.
    pub with_amount: usize,
    /// The amounts added up, in pounds.
    pub amount: f64,
    /// How many give what was spent.
    pub with_spent: usize,
    /// What was spent, added up, in pounds.
    pub spent: f64,
}

/// What a plan costs.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct ResourceSummary {
    /// One line for each basis and state of the funding that occurs.
    pub lines: Vec<ResourceLine>,
    /// How many actions there are.
    pub actions: usize,
    /// How many of them say nothing of resources.
    pub actions_without: usize,
}

impl ResourceSummary {
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
