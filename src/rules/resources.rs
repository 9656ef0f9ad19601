//! Rules about resources.

use super::about::THE_PLAN;
use super::facts::Facts;
use super::hits::{Found, Hits};
use crate::diagnostic::{Location, Step};
use crate::model::{Basis, Funding, Number, Resource};
use crate::plan::{ActionRef, Item, quoted};
use crate::text::{short_and_list, thousands, written};

pub(crate) fn resources_mostly_unconfirmed(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(mostly) = MostlyUnconfirmed::of(facts) else { return };
    let message = match mostly.entries {
        1 => format!("the funding of the only resource entry is {}", mostly.states()),
        entries => {
            let listed = short_and_list(&mostly.actions);
            let vague = mostly.vague();
            let states = mostly.states();
            format!("{vague} of {entries} resource entries are not settled: {states} ({listed})")
        }
    };
    let location = Location::new([Step::Key("actions")]);
    hits.add_of_several(location, THE_PLAN, message, mostly.actions);
}

/// The resource entries of work that has not stopped, if the funding of more than half of them is open.
struct MostlyUnconfirmed {
    entries: usize,
    counts: [(usize, &'static str); 2],
    /// The actions whose entries are open.
    actions: Vec<String>,
}

impl MostlyUnconfirmed {
    fn of(facts: &Facts<'_>) -> Option<Self> {
        let mut counts = [(0, "to be confirmed"), (0, "not stated")];
        let (mut entries, mut at_work) = (0, Vec::new());
        for (action, _, resource) in under_way(facts) {
            entries += 1;
            let state = match resource.funding() {
                Funding::ToBeConfirmed => 0,
                Funding::NotStated => 1,
                Funding::Confirmed | Funding::NotApplicable => continue,
            };
            if let Some((count, _)) = counts.get_mut(state) {
                *count += 1;
            }
            if at_work.last() != Some(&action) {
                at_work.push(action);
            }
        }
        let vague: usize = counts.iter().map(|(count, _)| count).sum();
        let actions = || at_work.into_iter().map(ActionRef::subject).collect();
        (vague * 2 > entries).then(|| Self { entries, counts, actions: actions() })
    }

    fn vague(&self) -> usize {
        self.counts.iter().map(|(count, _)| count).sum()
    }

    /// Lists the states that occur: `2 to be confirmed, 1 not stated`, or of a single entry `not stated`.
    fn states(&self) -> String {
        let states = self.counts.iter().filter(|(count, _)| *count > 0);
        let states: Vec<String> = states
            .map(|(count, words)| match self.entries {
                1 => (*words).to_owned(),
                _ => format!("{count} {words}"),
            })
            .collect();
        states.join(", ")
    }
}

pub(crate) fn overspent(facts: &Facts<'_>, hits: &mut Hits) {
    for (action, position, resource) in entries(facts) {
        let is_like = !matches!(resource.basis, Some(Basis::PerPerson | Basis::PerYear));
        let (Some(amount), Some(spent)) = (resource.amount, resource.spent) else { continue };
        if is_like && spent > amount {
            let message = format!("{} spent of {}", pounds(spent), pounds(amount));
            hits.add(entry_at(action, position).key("spent"), action.subject(), message);
        }
    }
}

pub(crate) fn resources_unconfirmed(facts: &Facts<'_>, hits: &mut Hits) {
    // Of a plan most of whose entries are open, one line says so.
    if facts.is_asked("resources-mostly-unconfirmed") && MostlyUnconfirmed::of(facts).is_some() {
        return;
    }
    let found = Found::among(under_way(facts), |entry| {
        let (.., resource) = entry;
        (resource.funding() == Funding::ToBeConfirmed).then_some(entry)
    });
    let all = |all| format!("all {all} resource entries are still to be confirmed");
    hits.add_each_or_all(found, "actions", all, |hits, (action, position, resource)| {
        let message = format!("{} is still to be confirmed", named(resource));
        hits.add(entry_at(action, position).key("funding"), action.subject(), message);
    });
}

/// Returns the resources of actions that have not stopped.
fn under_way<'p>(facts: &Facts<'p>) -> impl Iterator<Item = (ActionRef<'p>, usize, &'p Resource)> {
    let as_of = facts.as_of;
    entries(facts).filter(move |(action, ..)| Item::Action(*action).stop(as_of).is_none())
}

/// Returns every resource with its action and its index there.
fn entries<'p>(facts: &Facts<'p>) -> impl Iterator<Item = (ActionRef<'p>, usize, &'p Resource)> {
    facts.plan.actions().flat_map(|action| {
        let resources = action.record().resources.iter().enumerate();
        resources.map(move |(position, resource)| (action, position, resource))
    })
}

fn entry_at(action: ActionRef<'_>, position: usize) -> Location {
    action.location().key("resources").index(position)
}

/// Formats the amount and its basis, or else the text as written.
fn named(resource: &Resource) -> String {
    let basis = match resource.basis {
        Some(Basis::Total) => " in all",
        Some(Basis::PerPerson) => " a person",
        Some(Basis::PerYear) => " a year",
        Some(Basis::OneOff) => " once",
        None => "",
    };
    match (resource.amount, written(resource.words.as_ref())) {
        (Some(amount), _) => format!("{}{basis}", pounds(amount)),
        (None, Some(words)) => quoted(words),
        (None, None) => "the amount".to_owned(),
    }
}

/// Formats an amount: `£480,000`, `£1,500.50`.
fn pounds(amount: Number) -> String {
    let written = amount.to_string();
    let unsigned = written.trim_start_matches('-');
    let sign = if unsigned.len() < written.len() { "-" } else { "" };
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let grouped = thousands(whole);
    let cent = if decimals.len() == 1 { "0" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}£{grouped}{point}{decimals}{cent}")
}

#[cfg(test)]
mod tests {
    use super::pounds;
    use crate::model::Number;

    #[test]
    fn amounts_are_printed_in_pounds() {
        let amounts = [0, 999, 1_000, 480_000, -1_234_567].map(|amount| pounds(amount.into()));
        assert_eq!(amounts, ["£0", "£999", "£1,000", "£480,000", "-£1,234,567"]);
        assert_eq!(Number::decimal(1500.5).map(pounds), Ok("£1,500.50".to_owned()));
    }
}
