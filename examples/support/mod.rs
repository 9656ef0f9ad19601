//! Shared by the commands: reading plans and dates, and exiting with a reason in plain English.

pub(crate) mod reading;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use improvement_plan::due_date::{DateContext, DateSpan, DueDate};
use improvement_plan::{Diagnostics, NaiveDate, Plan};

/// The exit code for a plan with errors.
pub(crate) const HAS_ERRORS: u8 = 1;

/// The option that gives the date to report on.
pub(crate) const AS_OF: &str = "--as-of";

/// The option that gives the date of an earlier plan.
#[allow(dead_code, reason = "only commands that compare two plans take it")]
pub(crate) const EARLIER_AS_OF: &str = "--earlier-as-of";

/// The exit code for a command that could not read or write.
const STOPPED: u8 = 2;

/// Why a command stopped, and what to do about it.
#[derive(Debug)]
pub(crate) struct Stop {
    reason: String,
    /// What is wrong with the text, where that is the reason.
    #[allow(dead_code, reason = "only check_plan prints them")]
    problems: Option<Diagnostics>,
}

impl Stop {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), problems: None }
    }

    pub(crate) fn with_problems(self, problems: Diagnostics) -> Self {
        Self { problems: Some(problems), ..self }
    }

    #[allow(dead_code, reason = "only check_plan prints them")]
    pub(crate) fn problems(&self) -> Option<&Diagnostics> {
        self.problems.as_ref()
    }
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self::new(format!("{error}; --help lists the options"))
    }
}

/// Returns the exit code of a command, or 2 after printing the reason to standard error.
pub(crate) fn end(outcome: Result<u8, Stop>) -> ExitCode {
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Stop { reason, .. }) => {
            let lines: Vec<String> = reason.lines().map(one_line).collect();
            complain(&format!("error: {}\n", lines.join("\n  ")));
            ExitCode::from(STOPPED)
        }
    }
}

/// Writes to standard error. A failure there is ignored.
pub(crate) fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Writes to standard output. A closed pipe (`| head`) is not an error.
pub(crate) fn say(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Stop::new(format!("the report could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Parses the date of an option: `2017-11-07`, or `7 November 2017`.
pub(crate) fn day(words: &str, option: &str) -> Result<NaiveDate, Stop> {
    let reading = DueDate::from(words).read(&DateContext::new());
    let first = reading.span().map(DateSpan::earliest);
    reading.due_day().filter(|last| first == Some(*last)).ok_or_else(|| {
        Stop::new(format!("{option} {words}: that is not a single date; write it like 2017-11-07"))
    })
}

/// Returns the date to report on: the requested one, otherwise the plan's status date. `whose` names the plan in a
/// message, and `option` is the one that gives the date.
pub(crate) fn day_of(
    plan: &Plan,
    asked_for: Option<NaiveDate>,
    whose: &str,
    option: &str,
) -> Result<NaiveDate, Stop> {
    asked_for.or_else(|| plan.status_date()).ok_or_else(|| {
        let words = plan.doc().status_date.as_ref().map(|date| date.as_str().trim());
        Stop::new(match words.filter(|words| !words.is_empty()) {
            Some(words) => format!(
                "{whose}'s status_date, \u{201c}{words}\u{201d}, gives no date; correct it, or \
                 give the date with {option}, like {option} 2017-11-07"
            ),
            None => format!(
                "{whose} does not say when its facts were gathered (status_date), so give the \
                 date with {option}, like {option} 2017-11-07"
            ),
        })
    })
}

/// Sets an option's value; giving it twice is an error.
pub(crate) fn once<T>(place: &mut Option<T>, value: T, name: &str) -> Result<(), Stop> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Stop::new(format!("{name} is given twice; give it once"))),
    }
}

/// Replaces line breaks and other control characters, since the text may come from a file.
fn one_line(reason: &str) -> String {
    reason.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}
