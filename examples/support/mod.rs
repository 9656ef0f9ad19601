//! What the commands share: reading a plan, reading a day, and ending with a reason in plain words.

pub(crate) mod reading;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use improvement_plan::due_date::{DateContext, DateSpan, DueDate};
use improvement_plan::{NaiveDate, Plan};

/// A plan was read and has errors.
pub(crate) const HAS_ERRORS: u8 = 1;

/// Nothing could be read, or nothing could be written.
const STOPPED: u8 = 2;

/// Why a command stopped, and what to do, in plain words.
#[derive(Debug)]
pub(crate) struct Stop(String);

impl Stop {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }
}

impl From<lexopt::Error> for Stop {
    fn from(error: lexopt::Error) -> Self {
        Self(format!("{error}; --help shows what can be asked for"))
    }
}

/// Ends a command: with its own exit code, or with 2 and the reason on standard error.
pub(crate) fn end(outcome: Result<u8, Stop>) -> ExitCode {
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(Stop(reason)) => {
            complain(&format!("error: {}\n", one_line(&reason)));
            ExitCode::from(STOPPED)
        }
    }
}

/// Writes to standard error; that nobody listens there is no reason to fail.
pub(crate) fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Writes to standard output. A reader that has heard enough (`| head`) is no error.
pub(crate) fn say(text: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Stop::new(format!("the report could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Reads a day from the words of an option: `2017-11-07`, and kindly `7 November 2017`.
pub(crate) fn day(words: &str) -> Result<NaiveDate, Stop> {
    let reading = DueDate::from(words).read(&DateContext::new());
    let first = reading.span().map(DateSpan::earliest);
    reading.due_day().filter(|last| first == Some(*last)).ok_or_else(|| {
        Stop::new(format!("--as-of {words}: that is no single day; write it like 2017-11-07"))
    })
}

/// Which day to speak of: the one asked for, else the day the plan's facts were gathered.
pub(crate) fn day_of(plan: &Plan, asked_for: Option<NaiveDate>) -> Result<NaiveDate, Stop> {
    asked_for.or_else(|| plan.status_date()).ok_or_else(|| {
        let words = plan.doc().status_date.as_ref().map(|date| date.as_str().trim());
        Stop::new(match words.filter(|words| !words.is_empty()) {
            Some(words) => format!(
                "the plan's status_date, \u{201c}{words}\u{201d}, gives no day; correct it, or say \
                 which day with --as-of, like --as-of 2017-11-07"
            ),
            None => {
                "the plan does not say when its facts were gathered (status_date), so say which \
                     day with --as-of, like --as-of 2017-11-07"
                    .to_owned()
            }
        })
    })
}

/// Takes an option's value, once.
pub(crate) fn once<T>(place: &mut Option<T>, value: T, name: &str) -> Result<(), Stop> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(Stop::new(format!("{name} is given twice; give it once"))),
    }
}

/// The reason without line breaks or other control characters, wherever its words came from.
fn one_line(reason: &str) -> String {
    reason.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
