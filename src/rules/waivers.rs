//! Applies waivers: diagnostics that somebody has reviewed and accepts for a time.
//!
//! A waiver accepts the diagnostics of one rule, about one subject or everywhere, up to and including
//! its last day. If its last day cannot be read, it is not applied. Waiving an error requires a reason
//! and an approver. Problems for which a document is refused cannot be waived.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::about::THE_PLAN;
use super::dates::day;
use super::facts::Facts;
use super::hits::Hits;
use super::selection::Rules;
use super::table::entry;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::model::Waiver;
use crate::plan::{Plan, quoted};
use crate::text::{fold, fold_reference, is_blank, written};

/// The rules about waivers themselves, which run last.
const ABOUT_WAIVERS: [&str; 2] = ["waiver-expired", "waiver-unused"];

/// Diagnostics, separated by whether a waiver accepts them.
pub(crate) struct Sorted {
    pub(crate) kept: Vec<Diagnostic>,
    pub(crate) waived: Vec<Diagnostic>,
}

/// Separates the waived diagnostics, and reports waivers that have ended or have no effect.
pub(crate) fn apply(facts: &Facts<'_>, rules: &Rules, found: Vec<Diagnostic>) -> Sorted {
    let waivers = &facts.plan.doc().waivers;
    if waivers.is_empty() {
        return Sorted { kept: found, waived: Vec::new() };
    }
    let mut in_force = InForce::new(facts, waivers);
    let (waived, mut kept): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|diagnostic| in_force.accepts(waivers, diagnostic));
    for (position, (waiver, effect)) in waivers.iter().zip(&in_force.effects).enumerate() {
        let location = Location::element("waivers", position);
        let named = format!("waiver of {}", waiver.code.trim());
        if let Some(end) = ended(facts, waiver) {
            let said = format!("the last day of the waiver was {}", day(end));
            kept.extend(report(rules, "waiver-expired", location.key("expires"), named, said));
        } else if let Some(words) = endless(facts, waiver) {
            let said = format!("{} is not a date, so the waiver is not applied", quoted(words));
            kept.extend(report(rules, "waiver-unused", location.key("expires"), named, said));
        } else if let Some((key, said)) = in_force.why_unused(rules, waiver, *effect) {
            let location = key.map_or(location.clone(), |key| location.key(key));
            kept.extend(report(rules, "waiver-unused", location, named, said));
        }
    }
    Sorted { kept, waived }
}

/// The effect of a waiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Effect {
    Nothing,
    Accepted,
    /// It matches an error but lacks a reason or an approver.
    Refused,
}

/// The waivers that have not ended and whose end can be read, by code and subject.
struct InForce<'p> {
    waivers: HashMap<(&'p str, Option<String>), Vec<usize>>,
    effects: Vec<Effect>,
    /// The codes reported once for the whole plan.
    of_the_plan: HashSet<&'static str>,
}

impl<'p> InForce<'p> {
    fn new(facts: &Facts<'_>, all: &'p [Waiver]) -> Self {
        let mut waivers: HashMap<(&str, Option<String>), Vec<usize>> = HashMap::new();
        for (position, waiver) in all.iter().enumerate() {
            if ended(facts, waiver).is_none() && endless(facts, waiver).is_none() {
                let subject = written(waiver.subject.as_ref());
                let key = (
                    waiver.code.trim(),
                    subject.map(|subject| fold_reference(subject).into_owned()),
                );
                waivers.entry(key).or_default().push(position);
            }
        }
        Self { waivers, effects: vec![Effect::Nothing; all.len()], of_the_plan: HashSet::new() }
    }

    fn accepts(&mut self, all: &[Waiver], diagnostic: &Diagnostic) -> bool {
        let code = diagnostic.code().as_str();
        if diagnostic.subject() == THE_PLAN {
            self.of_the_plan.insert(code);
        }
        let mut is_accepted = false;
        for subject in [None, Some(fold_reference(diagnostic.subject()).into_owned())] {
            for position in self.waivers.get(&(code, subject)).into_iter().flatten() {
                let may = diagnostic.severity() < Severity::Error
                    || all.get(*position).is_some_and(|waiver| missing_from(waiver).is_none());
                is_accepted |= may;
                if let Some(effect) = self.effects.get_mut(*position) {
                    *effect = (*effect).max(if may { Effect::Accepted } else { Effect::Refused });
                }
            }
        }
        is_accepted
    }

    /// Returns why a waiver has no effect and the key responsible, or `None` if it has an effect, its rule
    /// is switched off, or the rule reported once for the whole plan.
    fn why_unused(
        &self,
        rules: &Rules,
        waiver: &Waiver,
        effect: Effect,
    ) -> Option<(Option<&'static str>, String)> {
        let code = waiver.code.trim();
        match effect {
            Effect::Accepted => return None,
            Effect::Refused => {
                let missing = missing_from(waiver)?;
                return Some((None, format!("{code} is an error here, and {missing}")));
            }
            Effect::Nothing => {}
        }
        let Some(is_asked) = rules.is_enabled(code) else {
            return Some((Some("code"), unknown(rules, code)));
        };
        if ABOUT_WAIVERS.contains(&code) {
            return Some((Some("code"), format!("{code} is about waivers, and cannot be waived")));
        }
        match written(waiver.subject.as_ref()) {
            // Switched off, or reported once for the whole plan.
            _ if !is_asked => None,
            Some(_) if self.of_the_plan.contains(code) => None,
            Some(subject) => {
                let subject = quoted(subject);
                Some((Some("subject"), format!("no check reports {code} about {subject}")))
            }
            None => Some((Some("code"), format!("no check reports {code} about anything"))),
        }
    }
}

/// Returns what a waiver of an error lacks.
fn missing_from(waiver: &Waiver) -> Option<&'static str> {
    let has_reason = written(waiver.reason.as_ref()).is_some();
    let has_approver = written(waiver.approved_by.as_ref()).is_some();
    match (has_reason, has_approver) {
        (true, true) => None,
        (false, true) => Some("the waiver gives no reason"),
        (true, false) => Some("the waiver does not say who approved it"),
        (false, false) => Some("the waiver gives neither a reason nor who approved it"),
    }
}

fn unknown(rules: &Rules, code: &str) -> String {
    if Plan::structural_codes().iter().any(|entry| entry.code() == code) {
        return format!(
            "{code} is not a rule: a plan with this problem is refused, so it cannot be waived"
        );
    }
    let near = rules.nearest(&fold(code)).map(|near| format!("; did you mean {near}?"));
    format!("there is no rule {}{}", quoted(code), near.unwrap_or_default())
}

fn report(
    rules: &Rules,
    code: &str,
    location: Location,
    subject: String,
    message: String,
) -> Vec<Diagnostic> {
    let Some(entry) = entry(code) else { return Vec::new() };
    let mut hits = Hits::new(entry);
    hits.add(location, subject, message);
    rules.adjusted(code, hits)
}

/// Returns the text of a waiver's last day if it cannot be read. A waiver must not last for ever by mistake.
fn endless<'p>(facts: &Facts<'_>, waiver: &'p Waiver) -> Option<&'p str> {
    let expires = waiver.expires.as_ref().filter(|expires| !is_blank(expires.as_str()))?;
    facts.plan.read(expires).latest().is_none().then(|| expires.as_str())
}

/// Returns the last day of a waiver if it has passed.
fn ended(facts: &Facts<'_>, waiver: &Waiver) -> Option<NaiveDate> {
    let end = waiver.expires.as_ref().and_then(|expires| facts.plan.read(expires).latest());
    end.filter(|end| *end < facts.as_of)
}
