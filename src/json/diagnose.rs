//! Finds everything that is wrong with a text, once it is known that something is.
//!
//! A text that is not JSON, or is in another format, has one problem, because nothing else can be
//! known of it. Otherwise every value is read. If a plan is asked for, the links and names of the
//! document are checked as well, as far as they can be judged without the values that could not be
//! read; not if there are more problems than are listed.

use serde::Deserialize;

use super::codes;
use super::error::JsonError;
use super::findings::Finding;
use super::format::{KEY, format_problem};
use super::located_value::read_located;
use super::places::offsets;
use super::position::lines_and_columns;
use super::problem::{Problem, more};
use super::syntax::syntax_problem;
use super::value_error::ErrorKind;
use crate::diagnostic::{Diagnostic, Diagnostics, Step};
use crate::plan::{Limits, Omission, PlanDoc, RejectedPlan, judge};

/// Returns everything that is wrong with the text of a document. With limits, also what is wrong
/// with the plan.
pub(super) fn document_error(text: &str, limits: Option<&Limits>) -> JsonError {
    let format = format_problem(text);
    if let Some(problem) = other_format(format.as_ref()).or_else(|| syntax_problem(text)) {
        return alone(text, problem);
    }
    let (doc, findings) = read_located::<PlanDoc>(text);
    let (mut findings, left) = findings.into_parts();
    findings.retain(|finding| !is_of_format(finding));
    let omissions: Vec<_> = findings.iter().map(|finding| finding.omission.clone()).collect();
    let found = findings.into_iter().map(|finding| Problem::of(finding, text));
    let problems = format.into_iter().chain(found);
    let found = diagnostics(text, problems.collect());
    JsonError::new(match doc {
        Some(doc) => {
            let limits = limits.filter(|_| left == 0);
            in_text_order(text, judge(doc, limits, &omissions, found), left)
        }
        None => in_text_order(text, found, left),
    })
}

/// Returns everything that is wrong with the text of a record that is not a document.
pub(super) fn record_error<'de, T: Deserialize<'de>>(text: &'de str) -> JsonError {
    if let Some(problem) = syntax_problem(text) {
        return alone(text, problem);
    }
    let (_, findings) = read_located::<T>(text);
    let (findings, left) = findings.into_parts();
    let problems = findings.into_iter().map(|finding| Problem::of(finding, text));
    JsonError::new(in_text_order(text, diagnostics(text, problems.collect()), left))
}

/// Gives the problems of a rejected document their positions in the text it was read from.
pub(super) fn with_positions(text: &str, rejected: RejectedPlan) -> RejectedPlan {
    let found = rejected.diagnostics().iter().cloned().collect();
    rejected.with_diagnostics(in_text_order(text, found, 0))
}

/// Returns the error for a text with a single problem.
pub(super) fn alone(text: &str, problem: Problem) -> JsonError {
    JsonError::new(Diagnostics::new(diagnostics(text, vec![problem])))
}

/// Returns the problem of a format that this library does not read.
fn other_format(problem: Option<&Problem>) -> Option<Problem> {
    problem.filter(|one| one.entry.code() == codes::UNKNOWN_FORMAT.code()).cloned()
}

/// Returns whether a problem is about the declared format, which is checked separately.
fn is_of_format(finding: &Finding) -> bool {
    finding.omission == Omission::Value(vec![Step::Key(KEY)])
        && !matches!(finding.kind, ErrorKind::DuplicateKey(_))
}

/// Converts problems to diagnostics with a position, in the order of the text.
fn diagnostics(text: &str, mut problems: Vec<Problem>) -> Vec<Diagnostic> {
    problems.sort_by_key(|problem| problem.offset);
    let positions = lines_and_columns(text, problems.iter().map(|problem| problem.offset));
    let positioned = problems.into_iter().zip(positions);
    positioned.map(|(problem, position)| problem.into_diagnostic().in_text(position)).collect()
}

/// Sorts diagnostics by their position in the text, which those of the plan are given first; and says
/// how many more there are.
fn in_text_order(text: &str, found: Vec<Diagnostic>, left: usize) -> Diagnostics {
    let (mut positioned, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|one| one.line().is_some());
    let paths: Vec<_> = others.iter().map(|one| one.location().steps()).collect();
    let mut order: Vec<_> = offsets(text, &paths).into_iter().enumerate().collect();
    order.sort_by_key(|(_, offset)| *offset);
    let positions = lines_and_columns(text, order.iter().map(|(_, offset)| *offset));
    let mut of_others = vec![(1, 1); others.len()];
    for ((one, _), position) in order.into_iter().zip(positions) {
        if let Some(slot) = of_others.get_mut(one) {
            *slot = position;
        }
    }
    let others = others.into_iter().zip(of_others);
    positioned.extend(others.map(|(one, position)| one.in_text(position)));
    positioned.sort_by_key(|one| (one.line(), one.column()));
    positioned.extend((left > 0).then(|| more(left)));
    Diagnostics::new(positioned)
}
