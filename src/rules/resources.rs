//! Rules about resources.

use super::facts::Facts;
use super::hits::{Found, Hits};
use crate::diagnostic::{Location, Step};
use crate::model::{Basis, Funding, Number, Resource};
use crate::plan::{ActionRef, Item, quoted};
use crate::text::{thousands, written};

pub(crate) fn resources_mostly_unconfirmed(facts: &Facts<'_>, hits: &mut Hits) {
    let summary = facts.plan.resources();
    let states = [
        (Funding::ToBeConfirmed, "to be confirmed"),
        (Funding::NotApplicable, "not applicable"),
        (Funding::NotStated, "not stated"),
    ];
    let counts = states.map(|(funding, words)| (summary.entries_with(funding), words));
    let (entries, vague) =
        (summary.entries(), counts.iter().map(|(count, _)| count).sum::<usize>());
    if entries > 1 && vague * 2 > entries {
        let counts = counts.iter().filter(|(count, _)| *count > 0);
        let counts: Vec<String> = counts.map(|(count, words)| format!("{count} {words}")).collect();
        let message =
            format!("{vague} of {entries} resource entries are not settled: {}", counts.join(", "));
        let location = Location::new([Step::Key("actions")]);
        hits.add(location, "the plan", message);
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
    let entries =
        entries(facts).filter(|(action, ..)| Item::Action(*action).stop(facts.as_of).is_none());
    let found = Found::among(entries, |entry| {
        let (.., resource) = entry;
        (resource.funding() == Funding::ToBeConfirmed).then_some(entry)
    });
    let all = |all| format!("all {all} resource entries are still to be confirmed");
    hits.add_each_or_all(found, "actions", all, |hits, (action, position, resource)| {
        let message = format!("{} is still to be confirmed", named(resource));
        hits.add(entry_at(action, position).key("funding"), action.subject(), message);
    });
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
