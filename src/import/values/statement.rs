//! Finds the status among the words of a cell: `Complete: staff reminded`, `Training delivered. Completed.`

use super::status_words::{StatusMeaning, StatusWords, of_yes_or_no, says_under_way};
use crate::due_date::{DateContext, DateReading, DueDate};
use crate::model::{DeliveryStatus, LegendMeaning, RagStatus};

/// What the words of a status cell say besides a status alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Statement<'t> {
    /// A status at the head or the end of the words, with the day beside it.
    Status {
        status: DeliveryStatus,
        day: Option<&'t str>,
        /// Whether there are other words.
        says_more: bool,
    },
    /// A colour at the head of the words.
    Colour(RagStatus),
    /// A status, and words that deny it or say that something is left.
    Doubtful,
    /// No status that can be told.
    Nothing,
}

/// Words that leave something to be done, beside words that say that all is done.
const LEFT_TO_DO: [&str; 18] = [
    "not ",
    "n't ",
    "outstanding",
    "incomplete",
    "to be ",
    "still ",
    "awaiting",
    "remain",
    "except",
    "partly",
    "partially",
    "part complete",
    "ongoing",
    "on-going",
    "in progress",
    "yet to",
    "further work",
    "pending",
];

/// The most words of a status: `not on track to deliver`.
const MOST_WORDS: usize = 5;

impl StatusWords {
    /// Returns what the words of a cell say of the status: its first clause or its last, if that is a status
    /// alone or one beside a day. A status that the other words deny is doubtful.
    pub(crate) fn statement<'t>(&self, text: &'t str) -> Statement<'t> {
        if text.trim_end().ends_with('?') {
            return Statement::Nothing;
        }
        let mut clauses = Clauses(text).peekable();
        let Some(mut first) = clauses.next() else { return Statement::Nothing };
        let mut day = None;
        if clauses.peek().is_some() && is_day(first) {
            (day, first) = (Some(first), clauses.next().unwrap_or(first));
        }
        let is_more = clauses.peek().is_some();
        let second = clauses.peek().copied();
        let last = clauses.last();
        // `Complete – September 2026`
        if let (Some(second), Some(last)) = (second, last)
            && std::ptr::eq(second, last)
            && is_day(last)
            && matches!(
                self.of_clause(first),
                Statement::Status {
                    status: DeliveryStatus::Completed,
                    day: None,
                    says_more: false
                }
            )
        {
            return Statement::Status {
                status: DeliveryStatus::Completed,
                day: Some(last),
                says_more: false,
            };
        }
        let head = self.of_clause(first);
        // A share after other words is of something else: `Green - 12% agency staff`, `Attendance - 95%`.
        let last = last.filter(|last| percent(last).is_none());
        let end = last.map_or(Statement::Nothing, |last| self.of_clause(last));
        let (status, beside, says_more) = match (head, end) {
            (
                Statement::Status { status, day, says_more },
                Statement::Status { status: other, .. },
            ) => {
                // `Open – not started` says no more than its second word.
                let known = match (status, other) {
                    (DeliveryStatus::NotStated, other) => other,
                    (status, DeliveryStatus::NotStated) => status,
                    (status, other) if status == other => status,
                    _ => return Statement::Doubtful,
                };
                (known, day, says_more || is_more)
            }
            (Statement::Status { status, day, says_more }, _) => {
                (status, day, says_more || is_more)
            }
            (Statement::Colour(colour), Statement::Nothing | Statement::Colour(_)) => {
                return Statement::Colour(colour);
            }
            (_, Statement::Status { status, day, .. }) => (status, day, true),
            _ => return Statement::Nothing,
        };
        if status == DeliveryStatus::Completed && says_more && awaits_sign_off(text) {
            let status = DeliveryStatus::AwaitingSignOff;
            return Statement::Status { status, day: None, says_more: true };
        }
        // What awaits sign-off has something left by its own word.
        let is_done = status == DeliveryStatus::Completed
            || (status == DeliveryStatus::AwaitingSignOff && is_more);
        if is_done && says_more && leaves_something(text) {
            return Statement::Doubtful;
        }
        let day = beside.or(day).filter(|_| status == DeliveryStatus::Completed);
        let is_kept = says_more || (day.is_none() && is_more);
        Statement::Status { status, day, says_more: is_kept }
    }

    /// Returns the status of a clause that holds nothing else but a day.
    fn of_clause<'t>(&self, clause: &'t str) -> Statement<'t> {
        let status = |status, day, says_more| Statement::Status { status, day, says_more };
        if let Some(share) = percent(clause) {
            let known = of_percent(share);
            return status(known, None, known == DeliveryStatus::InProgress);
        }
        match self.meaning(clause) {
            StatusMeaning::Colour(colour) => return Statement::Colour(colour),
            StatusMeaning::Unknown => {}
            known => {
                return status_of(known).map_or(Statement::Nothing, |one| status(one, None, false));
            }
        }
        let spaces = || clause.match_indices(' ').map(|(at, _)| at);
        for at in spaces().take(MOST_WORDS) {
            let Some((head, rest)) = clause.split_at_checked(at) else { break };
            let Some(known) = status_of(self.meaning(head)) else { continue };
            let rest = rest.trim();
            let day =
                ["on ", "in "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
            let is_to_come = rest.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("by "));
            if !is_to_come && is_day(day) {
                return status(known, Some(day), known != DeliveryStatus::Completed);
            }
            let is_awaited = known == DeliveryStatus::AwaitingSignOff
                && ["by ", "from ", "at ", "of "].iter().any(|word| rest.starts_with(word));
            if is_awaited || is_second_deed(rest) {
                return status(known, None, true);
            }
        }
        let before = spaces().collect::<Vec<_>>();
        for at in before.into_iter().rev().take(MOST_WORDS) {
            let Some((day, end)) = clause.split_at_checked(at) else { break };
            if let Some(known) = status_of(self.meaning(end))
                && is_day(day)
            {
                return status(known, Some(day), known != DeliveryStatus::Completed);
            }
        }
        Statement::Nothing
    }
}

/// Returns the status of a cell that begins with yes or no, under a heading that asks for it: `Yes – April
/// 2026`. The day belongs to a yes; other words are kept, and a yes that they take back is doubtful.
pub(crate) fn yes_or_no_at_head(text: &str) -> Statement<'_> {
    let mut clauses = Clauses(text);
    let Some(first) = clauses.next() else { return Statement::Nothing };
    let (first, rest) = match of_yes_or_no(first) {
        Some(_) => (first, clauses.0.trim()),
        // A day may stand right beside the answer: `Yes 12/3/26`.
        None => match first.split_once(char::is_whitespace) {
            Some((head, day)) if is_day(day) => {
                (head, text.trim_start().get(head.len()..).unwrap_or_default().trim())
            }
            _ => return Statement::Nothing,
        },
    };
    let Some(status) = of_yes_or_no(first) else { return Statement::Nothing };
    let rest = rest.trim_matches(['-', '(', ')', '\u{2013}', '\u{2014}', ' ', '.']);
    if status != DeliveryStatus::Completed {
        return Statement::Status { status, day: None, says_more: !rest.is_empty() };
    }
    if is_day(rest) {
        return Statement::Status { status, day: Some(rest), says_more: false };
    }
    if leaves_something(rest) {
        return Statement::Doubtful;
    }
    Statement::Status { status, day: None, says_more: !rest.is_empty() }
}

/// Returns whether a text begins with words that say how the work goes, before others: `On track – three of
/// six schools trained`.
pub(crate) fn begins_under_way(text: &str) -> bool {
    Clauses(text).next().is_some_and(says_under_way)
}

/// Returns the status for a share of the work that is done, in percent.
pub(crate) fn of_percent(share: f64) -> DeliveryStatus {
    if share >= 100.0 {
        DeliveryStatus::Completed
    } else if share > 0.0 {
        DeliveryStatus::InProgress
    } else {
        DeliveryStatus::NotStarted
    }
}

/// Returns the number of `75%` or `75% complete`.
pub(crate) fn percent(text: &str) -> Option<f64> {
    let (figure, rest) = text.trim().split_once('%')?;
    let rest = rest.trim();
    let is_whole = rest.is_empty()
        || ["complete", "completed", "done"].iter().any(|word| rest.eq_ignore_ascii_case(word));
    let share: f64 = figure.trim().parse().ok().filter(|_| is_whole)?;
    (0.0..=100.0).contains(&share).then_some(share)
}

fn status_of(meaning: StatusMeaning<'_>) -> Option<DeliveryStatus> {
    match meaning {
        StatusMeaning::Status(status)
        | StatusMeaning::Legend { means: LegendMeaning::Status(status), .. } => Some(status),
        _ => None,
    }
}

/// Returns whether a text is a day, a month or a time that only lacks its year.
fn is_day(text: &str) -> bool {
    let may_be = text.len() <= 30 && text.bytes().any(|byte| byte.is_ascii_alphanumeric());
    may_be
        && matches!(
            DueDate::new(text.trim()).read(&DateContext::new()),
            DateReading::Due(_) | DateReading::YearUnstated
        )
}

/// Returns whether words say that a second thing was done too: `and checked`. An imperative does not:
/// `and send the form`.
fn is_second_deed(rest: &str) -> bool {
    let rest = rest.strip_prefix("and ").or_else(|| rest.strip_prefix('&'));
    let words: Vec<&str> = rest.map_or_else(Vec::new, |rest| rest.split_whitespace().collect());
    (1..=3).contains(&words.len()) && words.iter().any(|word| word.to_lowercase().ends_with("ed"))
}

/// Returns whether the last clause of a text says that only a check is left: `Closed – pending verification`.
fn awaits_sign_off(text: &str) -> bool {
    let Some(last) = Clauses(text).last() else { return false };
    let last = last.to_lowercase();
    let begins = ["pending ", "awaiting ", "subject to "].iter().any(|word| last.starts_with(word));
    let checks = ["verification", "approval", "sign off", "sign-off", "validation", "ratification"];
    begins && checks.iter().any(|word| last.ends_with(word))
}

fn leaves_something(text: &str) -> bool {
    let lower = text.to_lowercase();
    LEFT_TO_DO.iter().any(|words| lower.contains(words))
}

/// The clauses of a text, without the marks between them.
struct Clauses<'t>(&'t str);

impl<'t> Iterator for Clauses<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        loop {
            let text = self.0;
            if text.is_empty() {
                return None;
            }
            let end = text.char_indices().find(|(at, letter)| is_mark(text, *at, *letter));
            let (at, length) = end.map_or((text.len(), 0), |(at, mark)| (at, mark.len_utf8()));
            let (clause, rest) = (text.get(..at)?, text.get(at + length..)?);
            self.0 = rest;
            let clause = clause.trim().trim_matches(['-', '*', '"', '\u{2022}']).trim();
            if clause.chars().any(char::is_alphanumeric) {
                return Some(clause);
            }
        }
    }
}

/// Returns whether a character divides clauses: a stop only before a space or at the end, a hyphen only
/// between spaces.
fn is_mark(text: &str, at: usize, letter: char) -> bool {
    let before = || text.get(..at).is_some_and(|text| text.ends_with(char::is_whitespace));
    let after = || {
        let rest = text.get(at + letter.len_utf8()..).unwrap_or_default();
        rest.is_empty() || rest.starts_with(char::is_whitespace)
    };
    match letter {
        '\n' | ';' | '(' | ')' | '[' | ']' | ',' | '!' | '\u{2013}' | '\u{2014}' => true,
        ':' | '.' => after(),
        '-' => before() && after(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Statement, StatusWords, yes_or_no_at_head};
    use crate::model::{DeliveryStatus as S, RagStatus};

    #[test]
    fn the_status_is_found_at_the_head_or_the_end_of_the_words() {
        let words = StatusWords::default();
        for (text, status, day) in [
            ("Complete: staff reminded", S::Completed, None),
            ("Training delivered. Completed.", S::Completed, None),
            ("DONE - see minutes", S::Completed, None),
            ("Complete & checked", S::Completed, None),
            ("Completed and embedded", S::Completed, None),
            ("In progress: audit under way", S::InProgress, None),
            ("On track to deliver: two of three posts filled", S::InProgress, None),
            ("Not on track to deliver", S::InProgress, None),
            ("75% complete", S::InProgress, None),
            ("Completed May 2017", S::Completed, Some("May 2017")),
            ("Completed on 12/3/17", S::Completed, Some("12/3/17")),
            ("Completed (12/03/2017)", S::Completed, Some("12/03/2017")),
            ("May 2025\nCompleted. Passports issued.", S::Completed, Some("May 2025")),
            ("May 2025 - completed", S::Completed, Some("May 2025")),
            ("Not started: no funding", S::NotStarted, None),
            ("Awaiting sign off by Board", S::AwaitingSignOff, None),
            ("Closed \u{2013} pending HMICFRS verification", S::AwaitingSignOff, None),
            ("Complete - awaiting board approval", S::AwaitingSignOff, None),
            ("Complete \u{2013} Sept 2026", S::Completed, Some("Sept 2026")),
            ("Open \u{2013} not started", S::NotStarted, None),
        ] {
            match words.statement(text) {
                Statement::Status { status: found, day: own, .. } => {
                    assert_eq!((found, own), (status, day), "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_yes_or_a_no_may_have_words_beside_it() {
        let status = |status, day, says_more| Statement::Status { status, day, says_more };
        for (text, means) in [
            ("Yes \u{2013} April 2026", status(S::Completed, Some("April 2026"), false)),
            ("Yes 12/3/26", status(S::Completed, Some("12/3/26"), false)),
            ("Yes (March 2026)", status(S::Completed, Some("March 2026"), false)),
            ("Yes - see minutes", status(S::Completed, None, true)),
            ("Yes, but two audits outstanding", Statement::Doubtful),
            ("Yes - partly", Statement::Doubtful),
            ("No \u{2013} due June 2026", status(S::NotStated, None, true)),
            ("No - June 2026", status(S::NotStated, None, true)),
            ("Partly - June 2026", status(S::InProgress, None, true)),
            ("Yesterday's meeting agreed it", Statement::Nothing),
            ("None of the staff", Statement::Nothing),
            ("No longer needed", Statement::Nothing),
        ] {
            assert_eq!(yes_or_no_at_head(text), means, "{text}");
        }
    }

    #[test]
    fn a_share_after_other_words_is_of_something_else() {
        let words = StatusWords::default();
        assert_eq!(words.statement("Green - 12%"), Statement::Colour(RagStatus::Green));
        assert_eq!(words.statement("Attendance at reviews - 95%"), Statement::Nothing);
    }

    #[test]
    fn what_is_denied_or_to_come_is_no_status() {
        let words = StatusWords::default();
        for text in [
            "not completed",
            "To be completed by May",
            "Incomplete",
            "Complete by May 2017",
            "Complete and submit the form",
            "Completed?",
            "The work will be done",
            "Half of the staff trained",
            "",
        ] {
            assert_eq!(words.statement(text), Statement::Nothing, "{text}");
        }
        for text in [
            "Completed. Two audits outstanding.",
            "Complete - the policy is not yet signed",
            "Started. Completed.",
        ] {
            assert_eq!(words.statement(text), Statement::Doubtful, "{text}");
        }
    }
}
