//! Applies waivers: diagnostics that somebody has reviewed and accepts for a time.
//!
//! A waiver accepts the diagnostics of one rule, about one subject or everywhere, up to and including
//! its last day. If its last day cannot be read, or its reason or its approver is blank or to be
//! confirmed, it is not applied. Waiving an error requires a reason and an approver. A line that stands
//! for several is accepted where each of them is. Problems for which a document is refused cannot be waived.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::dates::day;
use super::facts::Facts;
use super::hits::{Hits, Members, Reported};
use super::selection::Rules;
use super::table::entry;
use crate::diagnostic::{Diagnostic, Location, Severity, Waived};
use crate::model::Waiver;
use crate::plan::{Plan, quoted};
use crate::text::{fold, fold_reference, is_blank, names_nobody, reason, says_nothing, written};

/// The rules about waivers themselves, which run last.
const ABOUT_WAIVERS: [&str; 2] = ["waiver-expired", "waiver-unused"];

/// Diagnostics, separated by whether a waiver accepts them.
#[derive(Default)]
pub(crate) struct Sorted {
    pub(crate) kept: Vec<Diagnostic>,
    pub(crate) waived: Vec<Diagnostic>,
}

/// Separates the waived diagnostics, and reports waivers that have ended or have no effect.
pub(crate) fn apply(facts: &Facts<'_>, rules: &Rules, found: Reported) -> Sorted {
    let all = &facts.plan.doc().waivers;
    if all.is_empty() {
        return Sorted { kept: found.diagnostics, waived: Vec::new() };
    }
    let mut sorted = Sorted::default();
    let mut waivers = Waivers::new(facts, all);
    let mut members = found.members.into_iter().peekable();
    for (position, diagnostic) in found.diagnostics.into_iter().enumerate() {
        let of = members.next_if(|(at, _)| *at == position).map(|(_, members)| members);
        waivers.sort(diagnostic, of, &mut sorted);
    }
    for (position, waiver) in all.iter().enumerate() {
        if let Some(problem) = waivers.problem(facts, rules, waiver) {
            sorted.kept.extend(problem.report(rules, waiver, position));
        }
    }
    sorted
}

/// What a waiver is of: a code, and a folded subject unless it is of everything.
type Key<'p> = (&'p str, Option<String>);

/// The waivers of a plan by what they are of.
struct Waivers<'p> {
    by_key: HashMap<Key<'p>, Alike<'p>>,
    codes: HashSet<&'p str>,
}

/// The waivers of the same code and subject.
#[derive(Default)]
struct Alike<'p> {
    /// The one in force that lasts longest, and the one of those that may waive an error.
    any: Option<Acceptance<'p>>,
    of_errors: Option<Acceptance<'p>>,
    /// Whether an error, and whether anything milder, was reported of it.
    is_error_reported: bool,
    is_other_reported: bool,
    /// Whether any of it is reported again although waivers of it have ended.
    is_kept: bool,
}

/// The acceptance of a diagnostic by a waiver, up to a day or for ever.
#[derive(Clone, Copy)]
struct Acceptance<'p> {
    waiver: &'p Waiver,
    until: Option<NaiveDate>,
}

impl Acceptance<'_> {
    fn last(self) -> NaiveDate {
        self.until.unwrap_or(NaiveDate::MAX)
    }

    /// Returns the one of two that lasts longer.
    fn longer(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.into_iter().chain(other).reduce(
            |one, other| {
                if other.last() > one.last() { other } else { one }
            },
        )
    }

    fn waive(self, mut diagnostic: Diagnostic) -> Diagnostic {
        let reason = written(self.waiver.reason.as_ref()).map(str::to_owned);
        diagnostic.set_waived(Waived::new(reason, self.until));
        diagnostic
    }
}

impl<'p> Waivers<'p> {
    fn new(facts: &Facts<'_>, all: &'p [Waiver]) -> Self {
        let mut by_key: HashMap<Key<'p>, Alike<'p>> = HashMap::new();
        for waiver in all {
            let Some(key) = key(waiver) else { continue };
            let alike = by_key.entry(key).or_default();
            if let Term::InForce(until) = Term::of(facts, waiver)
                && still_open(waiver).is_none()
            {
                let this = Some(Acceptance { waiver, until });
                alike.any = Acceptance::longer(alike.any, this);
                if missing_from(waiver).is_none() {
                    alike.of_errors = Acceptance::longer(alike.of_errors, this);
                }
            }
        }
        let codes = all.iter().map(|waiver| waiver.code.trim()).collect();
        Self { by_key, codes }
    }

    /// Puts a diagnostic, or what it stands for, among those that are kept or those that are waived.
    fn sort(&mut self, line: Diagnostic, members: Option<Members>, sorted: &mut Sorted) {
        if !self.codes.contains(line.code().as_str()) {
            sorted.kept.push(line);
            return;
        }
        let subjects: Vec<String> = match &members {
            Some(Members::Lines(lines)) => {
                lines.iter().map(|one| one.subject().to_owned()).collect()
            }
            Some(Members::Subjects(subjects)) => subjects.clone(),
            None => Vec::new(),
        };
        let is_one_of_them = subjects.iter().any(|one| one == line.subject());
        let mut of_line = vec![None];
        if !is_one_of_them {
            of_line.push(Some(line.subject().to_owned()));
        }
        let mut whole = None;
        for of in &of_line {
            whole = Acceptance::longer(whole, self.accepting(&line, of.as_deref()));
        }
        let each: Vec<_> =
            subjects.iter().map(|subject| self.accepting(&line, Some(subject))).collect();
        if let Some(acceptance) = whole {
            sorted.waived.push(acceptance.waive(line));
            return;
        }
        let each: Option<Vec<Acceptance<'p>>> = each.into_iter().collect();
        let Some(each) = each.filter(|each| !each.is_empty()) else {
            let subjects = subjects.into_iter().map(Some);
            for of in of_line.into_iter().chain(subjects) {
                if let Some(alike) = self.by_key.get_mut(&key_of(&line, of.as_deref())) {
                    alike.is_kept = true;
                }
            }
            sorted.kept.push(line);
            return;
        };
        if let Some(Members::Lines(lines)) = members {
            let lines = lines.into_iter().zip(each);
            sorted.waived.extend(lines.map(|(line, acceptance)| acceptance.waive(line)));
        } else {
            // It is reported again as soon as one of them is no longer accepted.
            let soonest = each.into_iter().min_by_key(|one| one.last());
            sorted.waived.extend(soonest.map(|soonest| soonest.waive(line)));
        }
    }

    /// Returns the waiver that accepts a diagnostic of a subject, or everywhere, and notes that it was reported.
    fn accepting(&mut self, line: &Diagnostic, of: Option<&str>) -> Option<Acceptance<'p>> {
        let alike = self.by_key.get_mut(&key_of(line, of))?;
        if line.severity() == Severity::Error {
            alike.is_error_reported = true;
            alike.of_errors
        } else {
            alike.is_other_reported = true;
            alike.any
        }
    }

    /// Returns what is wrong with a waiver: it has ended and is missed, or it has no effect.
    fn problem(&self, facts: &Facts<'_>, rules: &Rules, waiver: &Waiver) -> Option<Problem> {
        let code = waiver.code.trim();
        let term = Term::of(facts, waiver);
        if let Term::Unreadable(words) = term {
            let said = format!("{} is not a date, so the waiver is not applied", quoted(words));
            return Some(Problem::unused("expires", said));
        }
        let Some(is_asked) = rules.is_enabled(code) else {
            return Some(Problem::unused("code", unknown(rules, code)));
        };
        if ABOUT_WAIVERS.contains(&code) {
            let said = format!("{code} is about waivers, and cannot be waived");
            return Some(Problem::unused("code", said));
        }
        if !is_asked {
            return None;
        }
        let Some(alike) = key(waiver).and_then(|key| self.by_key.get(&key)) else {
            return Some(Problem {
                help: Some(
                    "Name the subject as the check prints it, or leave the key out to waive the code everywhere.",
                ),
                ..Problem::unused(
                    "subject",
                    "its subject is blank, so it waives nothing".to_owned(),
                )
            });
        };
        let is_reported = alike.is_error_reported || alike.is_other_reported;
        if let Term::Ended(end) = term {
            let ended = format!("the last day of the waiver was {}", day(end));
            return Some(if alike.is_kept {
                let open = still_open(waiver).map(|(_, open)| format!(", and {open}"));
                let ended = ended + &open.unwrap_or_default();
                Problem { code: "waiver-expired", key: Some("expires"), said: ended, help: None }
            } else {
                let now = if is_reported {
                    "another waiver accepts the same now".to_owned()
                } else {
                    no_check_reports(waiver)
                };
                let help = Some("Remove the waiver: it is no longer needed.");
                Problem { help, ..Problem::unused("expires", format!("{ended}, and {now}")) }
            });
        }
        if !is_reported {
            let key = if waiver.subject.is_some() { "subject" } else { "code" };
            return Some(Problem::unused(key, no_check_reports(waiver)));
        }
        match (missing_from(waiver), still_open(waiver)) {
            (Some(missing), _) if alike.is_error_reported && !alike.is_other_reported => {
                let said = format!("{code} is an error here, and {missing}");
                Some(Problem { key: None, ..Problem::unused("code", said) })
            }
            (_, Some((key, open))) => {
                let help = "Add what is missing, or remove the waiver.";
                let said = format!("{open}, so it waives nothing");
                Some(Problem { help: Some(help), ..Problem::unused(key, said) })
            }
            _ => None,
        }
    }
}

/// Returns what a waiver is of, or `None` if its subject is blank and so matches nothing.
fn key(waiver: &Waiver) -> Option<Key<'_>> {
    let subject = waiver.subject.as_deref();
    if subject.is_some_and(is_blank) {
        return None;
    }
    Some((waiver.code.trim(), subject.map(|subject| fold_reference(subject).into_owned())))
}

fn key_of(line: &Diagnostic, of: Option<&str>) -> Key<'static> {
    (line.code().as_str(), of.map(|subject| fold_reference(subject).into_owned()))
}

/// How long a waiver lasts.
#[derive(Clone, Copy)]
enum Term<'p> {
    /// It is in force, up to a day or for ever.
    InForce(Option<NaiveDate>),
    /// Its last day has passed.
    Ended(NaiveDate),
    /// Its last day cannot be read. A waiver must not last for ever by mistake.
    Unreadable(&'p str),
}

impl<'p> Term<'p> {
    fn of(facts: &Facts<'_>, waiver: &'p Waiver) -> Self {
        let words = waiver.expires.as_ref().filter(|words| !is_blank(words.as_str()));
        let Some(words) = words else { return Self::InForce(None) };
        match facts.plan.read(words).latest() {
            None => Self::Unreadable(words.as_str()),
            Some(end) if end < facts.as_of => Self::Ended(end),
            Some(end) => Self::InForce(Some(end)),
        }
    }
}

/// Returns what a waiver of an error lacks.
fn missing_from(waiver: &Waiver) -> Option<&'static str> {
    let has_reason = reason(waiver.reason.as_ref()).is_some();
    let has_approver = written(waiver.approved_by.as_ref()).is_some_and(|by| !names_nobody(by));
    match (has_reason, has_approver) {
        (true, true) => None,
        (false, true) => Some("the waiver gives no reason"),
        (true, false) => Some("the waiver does not say who approved it"),
        (false, false) => Some("the waiver gives neither a reason nor who approved it"),
    }
}

/// Returns the key that somebody began and has not filled in, its reason or its approver, and says so. Nobody has
/// decided on such a waiver yet.
fn still_open(waiver: &Waiver) -> Option<(&'static str, String)> {
    let said = |what: &str, text: &str| {
        if is_blank(text) {
            format!("its {what} is blank")
        } else {
            format!("its {what} is {}", quoted(text))
        }
    };
    let reason = waiver.reason.as_deref().filter(|reason| says_nothing(reason));
    let approver = waiver.approved_by.as_deref().filter(|by| names_nobody(by));
    let reason = reason.map(|reason| ("reason", said("reason", reason)));
    reason.or_else(|| approver.map(|by| ("approved_by", said("approver", by))))
}

fn no_check_reports(waiver: &Waiver) -> String {
    let code = waiver.code.trim();
    match &waiver.subject {
        Some(subject) => format!("no check reports {code} about {}", quoted(subject)),
        None => format!("no check reports {code} about anything"),
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

/// What is wrong with a waiver, and where.
struct Problem {
    code: &'static str,
    key: Option<&'static str>,
    said: String,
    /// What to do, unless it is the help of the rule.
    help: Option<&'static str>,
}

impl Problem {
    fn unused(key: &'static str, said: String) -> Self {
        Self { code: "waiver-unused", key: Some(key), said, help: None }
    }

    fn report(self, rules: &Rules, waiver: &Waiver, position: usize) -> Vec<Diagnostic> {
        let Some(entry) = entry(self.code) else { return Vec::new() };
        let location = Location::element("waivers", position);
        let location = self.key.map_or(location.clone(), |key| location.key(key));
        let named = format!("waiver of {}", waiver.code.trim());
        let mut hits = Hits::new(entry);
        hits.add_with_help(location, named, self.said, self.help.unwrap_or(entry.help()));
        rules.adjusted(self.code, hits)
    }
}
