//! Prints every diagnostic of a plan, with what to do about each: `cargo run --example check_plan
//! -- PLAN`.

#[path = "support/cells.rs"]
mod cells;
mod support;

use std::ffi::OsString;
use std::process::ExitCode;

use cells::with_cells;
use improvement_plan::{CheckReport, NaiveDate, Rules};
use lexopt::{Arg, Parser, ValueExt};
use support::{AS_OF, HAS_ERRORS, Stop, day, day_of, end, once, reading, say};

const USAGE: &str = "\
check_plan PLAN [--as-of DATE] [--format text|json] [--strict]
           [--show-waived] [--columns MAP.json]

Prints every diagnostic of a plan, in the order of its document, with what to do
about each. For a document that is not a plan yet it prints why.

  PLAN            a plan as JSON (.json), a workbook (.xlsx) or a CSV file
                  (.csv), or - to read JSON from standard input
  --as-of DATE    the date to check for, like 2017-11-07; by default the day the
                  plan's facts were gathered (its status_date)
  --format WORD   text (80 columns, the default) or json
  --strict        ask for more than most plans have
  --show-waived   list also what the plan's waivers accept, each with the reason
                  and the last day of its waiver
  --help          show this help

Exit codes: 0 no error was found, 1 there are errors, 2 nothing could be checked
(the reason is on standard error). With --format json, everything that is wrong
with a text that is not a plan document is printed like other diagnostics too.
";

fn main() -> ExitCode {
    end(run())
}

fn run() -> Result<u8, Stop> {
    let Some(asked) = Asked::read()? else {
        say(&format!("{USAGE}\n{}", reading::USAGE))?;
        return Ok(0);
    };
    let loaded = match asked.reading.load(&asked.plan) {
        Ok(loaded) => loaded,
        Err(stop) => {
            if let (Format::Json, Some(problems)) = (asked.format, stop.problems()) {
                let json = serde_json::to_string_pretty(problems);
                say(&json.map_err(|error| Stop::new(error.to_string()))?)?;
                say("\n")?;
            }
            return Err(stop);
        }
    };
    let report = match &loaded.built {
        Ok(plan) => {
            CheckReport::of_plan(plan, day_of(plan, asked.as_of, "the plan", AS_OF)?, &asked.rules)
        }
        Err(rejected) => CheckReport::of_rejected(rejected),
    };
    let report = if asked.shows_waived { report.with_waived() } else { report };
    let report = with_cells(&loaded, report);
    say(&match asked.format {
        Format::Text => report.to_text(),
        Format::Json => report.to_json(),
    })?;
    Ok(if report.has_errors() { HAS_ERRORS } else { 0 })
}

/// The arguments of the command line.
struct Asked {
    plan: OsString,
    as_of: Option<NaiveDate>,
    format: Format,
    rules: Rules,
    shows_waived: bool,
    reading: reading::Asked,
}

#[derive(Clone, Copy)]
enum Format {
    Text,
    Json,
}

impl Asked {
    /// Parses the arguments; `None` if only help is requested.
    fn read() -> Result<Option<Self>, Stop> {
        let (mut plan, mut as_of, mut format, mut rules) = (None, None, None, None);
        let mut shows_waived = None;
        let mut reading = reading::Asked::default();
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Long("as-of") => {
                    once(&mut as_of, day(&arguments.value()?.string()?, AS_OF)?, AS_OF)?;
                }
                Arg::Long("format") => {
                    let word = arguments.value()?.string()?;
                    once(&mut format, Format::read(&word)?, "--format")?;
                }
                Arg::Long("strict") => once(&mut rules, Rules::strict(), "--strict")?,
                Arg::Long("show-waived") => once(&mut shows_waived, true, "--show-waived")?,
                Arg::Long(name) if reading::Asked::knows(name) => {
                    let name = name.to_owned();
                    reading.take(&name, arguments.value()?)?;
                }
                Arg::Value(name) if plan.is_none() => plan = Some(name),
                Arg::Value(name) => {
                    let shown = name.to_string_lossy().into_owned();
                    return Err(Stop::new(format!("{shown} is a second plan; give one at a time")));
                }
                other => return Err(other.unexpected().into()),
            }
        }
        let plan = plan.ok_or_else(|| {
            Stop::new("no plan is named; name its file, as in check_plan plan.json")
        })?;
        let (format, rules) = (format.unwrap_or(Format::Text), rules.unwrap_or_default());
        let shows_waived = shows_waived.unwrap_or_default();
        Ok(Some(Self { plan, as_of, format, rules, shows_waived, reading }))
    }
}

impl Format {
    fn read(word: &str) -> Result<Self, Stop> {
        match word {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(Stop::new(format!("--format {word}: use text or json"))),
        }
    }
}
