//! Prints the coverage report of a plan: `cargo run --example coverage_report`.

#[path = "support/cells.rs"]
mod cells;
#[path = "support/format.rs"]
mod format;
#[path = "support/output.rs"]
mod output;
mod support;

use std::ffi::OsString;
use std::process::ExitCode;

use cells::with_cells;
use format::Format;
#[cfg(any(feature = "csv", feature = "workbook"))]
use improvement_plan::Severity;
use improvement_plan::{CheckReport, CoverageReport, NaiveDate, Plan, Rules};
use lexopt::{Arg, Parser, ValueExt};
use support::reading::{self, Loaded};
use support::{AS_OF, EARLIER_AS_OF, HAS_ERRORS, Stop, complain, day, day_of, end, once, say};

const USAGE: &str = "\
coverage_report [PLAN] [--as-of DATE] [--format text|markdown|html|json]
                [--earlier PLAN] [--earlier-as-of DATE]
                [--output FILE] [--working] [--columns MAP.json]

Prints the report of a plan for a board: which recommendations have an action,
what is late, what to ask, what falls due next, and what the plan cannot show
yet.

  PLAN            a plan as JSON (.json), a workbook (.xlsx) or a CSV file
                  (.csv), or - to read JSON from standard input; by default
                  Croydon's real plan of 2017 as of 7 November 2017
  --as-of DATE    the date to report on, like 2017-11-07; by default the day
                  the plan's facts were gathered (its status_date)
  --earlier PLAN  an earlier plan, to say what has changed since
  --earlier-as-of DATE
                  the date of the earlier plan; by default its status_date
  --format WORD   text (80 columns, the default), markdown, html (one page to
                  publish, without restricted records and updates) or json
  --output FILE   write to this file, completely or not at all, and print
                  nothing
  --working       for html: with restricted records, and marked as a working
                  copy that is not for publication
  --help          show this help

Exit codes: 0 the report was made, 1 the document is not a plan yet (the
problems are on standard error) or no action was read from the table (the report
is printed all the same), 2 no report could be made (the reason is on standard
error).
";

/// Croydon's plan, and the date of the Improvement Board meeting that it was written for.
const CROYDON: (&str, &str) = (include_str!("data/croydon-2017.json"), "2017-11-07");

fn main() -> ExitCode {
    end(run())
}

fn run() -> Result<u8, Stop> {
    let Some(asked) = Asked::read()? else {
        say(&format!("{USAGE}\n{}", reading::USAGE))?;
        return Ok(0);
    };
    let (loaded, default_day) = match &asked.plan {
        Some(name) => (asked.reading.load(name)?, None),
        None => (Loaded::from(croydon()?), Some(day(CROYDON.1, AS_OF)?)),
    };
    let plan = match &loaded.built {
        Ok(plan) => plan,
        Err(rejected) => {
            complain(&with_cells(&loaded, CheckReport::of_rejected(rejected)).to_text());
            return Ok(HAS_ERRORS);
        }
    };
    complain(&caution(&loaded));
    let as_of = day_of(plan, asked.as_of.or(default_day), "the plan", AS_OF)?;
    let earlier = match &asked.earlier {
        None => None,
        Some(name) => Some((name.to_string_lossy(), asked.earlier_reading.load(name)?)),
    };
    let mut before = None;
    if let Some((name, loaded)) = &earlier {
        let earlier = match &loaded.built {
            Ok(earlier) => earlier,
            Err(rejected) => {
                let problems = with_cells(loaded, CheckReport::of_rejected(rejected)).to_text();
                complain(&format!("{name}:\n\n{problems}\n"));
                return Ok(HAS_ERRORS);
            }
        };
        let earlier_as_of = day_of(earlier, asked.earlier_as_of, name, EARLIER_AS_OF)?;
        if as_of < earlier_as_of {
            return Err(Stop::new(format!(
                "{as_of}, the date of the report, is before {earlier_as_of}, the date of {name}; \
                 give other dates with {EARLIER_AS_OF} and {AS_OF}"
            )));
        }
        before = Some((earlier, earlier_as_of));
    }
    let text = match asked.format {
        Format::Text => counted(report(plan, as_of, before), &loaded).to_text(),
        Format::Markdown => counted(report(plan, as_of, before), &loaded).to_markdown(),
        Format::Html => page(plan, as_of, before, asked.is_working)?,
        Format::Json => counted(report(plan, as_of, before), &loaded).to_json(),
    };
    match asked.output {
        None => say(&text)?,
        Some(name) => output::write_whole(name.as_ref(), text.as_bytes()).map_err(|error| {
            let shown = name.to_string_lossy();
            Stop::new(format!(
                "{shown} could not be written: {error}; nothing was changed, so try another place"
            ))
        })?,
    }
    Ok(if has_no_action(&loaded) { HAS_ERRORS } else { 0 })
}

/// Returns the report with the number of rows of the table that were not read.
fn counted<'p>(report: CoverageReport<'p>, loaded: &Loaded) -> CoverageReport<'p> {
    #[cfg(any(feature = "csv", feature = "workbook"))]
    if let Some(import) = &loaded.import {
        return report.with_import(import);
    }
    let _ = loaded;
    report
}

/// Returns whether the plan came from a table of which no action was read.
fn has_no_action(loaded: &Loaded) -> bool {
    #[cfg(any(feature = "csv", feature = "workbook"))]
    if let Some(import) = &loaded.import {
        return import.diagnostics().of_code("no-action-read").next().is_some();
    }
    let _ = loaded;
    false
}

/// Returns a line that counts the problems found in the table, if any.
fn caution(loaded: &Loaded) -> String {
    #[cfg(any(feature = "csv", feature = "workbook"))]
    if let Some(import) = &loaded.import {
        let count = |severity| import.diagnostics().count(severity);
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let unused = import.interpretation().unused().len();
        if errors + warnings + unused > 0 {
            return format!(
                "note: reading the table gave {errors} error(s) and {warnings} warning(s), and left \
                 {unused} cell(s) unused; the example convert lists them all\n"
            );
        }
    }
    let _ = loaded;
    String::new()
}

/// Returns the report, with what changed since an earlier plan if one is given with its date.
fn report<'p>(
    plan: &'p Plan,
    as_of: NaiveDate,
    before: Option<(&'p Plan, NaiveDate)>,
) -> CoverageReport<'p> {
    let report = CoverageReport::new(plan, as_of, &Rules::standard());
    match before {
        Some((earlier, day)) => report.with_progress(plan.progress_since(earlier, day, as_of)),
        None => report,
    }
}

/// Returns the HTML page: of what may be published, unless a working copy is asked for.
#[cfg(feature = "html")]
fn page(
    plan: &Plan,
    as_of: NaiveDate,
    before: Option<(&Plan, NaiveDate)>,
    is_working: bool,
) -> Result<String, Stop> {
    use improvement_plan::report::{HtmlOptions, HtmlView};
    let page = if is_working {
        let options = HtmlOptions::new().with_view(HtmlView::Working);
        report(plan, as_of, before).to_html(&options)
    } else {
        let published = plan.published();
        let earlier = before.map(|(earlier, day)| (earlier.published(), day));
        let before = earlier.as_ref().map(|(earlier, day)| (earlier.plan(), *day));
        report(published.plan(), as_of, before)
            .with_withheld(*published.withheld())
            .to_html(&HtmlOptions::new())
    };
    page.map_err(|error| Stop::new(error.to_string()))
}

#[cfg(not(feature = "html"))]
fn page(_: &Plan, _: NaiveDate, _: Option<(&Plan, NaiveDate)>, _: bool) -> Result<String, Stop> {
    Err(Stop::new("--format html: build the example with --features html"))
}

fn croydon() -> Result<Plan, Stop> {
    Plan::from_json(CROYDON.0).map_err(|error| Stop::new(format!("Croydon's plan: {error}")))
}

/// The arguments of the command line.
struct Asked {
    plan: Option<OsString>,
    as_of: Option<NaiveDate>,
    format: Format,
    output: Option<OsString>,
    is_working: bool,
    reading: reading::Asked,
    earlier: Option<OsString>,
    earlier_as_of: Option<NaiveDate>,
    earlier_reading: reading::Asked,
}

impl Asked {
    /// Parses the arguments; `None` if only help is requested.
    fn read() -> Result<Option<Self>, Stop> {
        let (mut plan, mut as_of, mut format, mut output) = (None, None, None, None);
        let (mut earlier, mut earlier_as_of) = (None, None);
        let mut working = None;
        let mut reading = reading::Asked::default();
        let mut earlier_reading = reading::Asked::default();
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
                Arg::Long("earlier") => once(&mut earlier, arguments.value()?, "--earlier")?,
                Arg::Long("earlier-as-of") => {
                    let date = day(&arguments.value()?.string()?, EARLIER_AS_OF)?;
                    once(&mut earlier_as_of, date, EARLIER_AS_OF)?;
                }
                Arg::Long("status-date") => reading.take("status-date", arguments.value()?)?,
                Arg::Long("earlier-status-date") => {
                    earlier_reading.take("status-date", arguments.value()?)?;
                }
                Arg::Long("output") => once(&mut output, arguments.value()?, "--output")?,
                Arg::Long("working") => once(&mut working, (), "--working")?,
                Arg::Long(name) if reading::Asked::knows(name) => {
                    let name = name.to_owned();
                    let value = arguments.value()?;
                    earlier_reading.take(&name, value.clone())?;
                    reading.take(&name, value)?;
                }
                Arg::Value(name) if plan.is_none() => plan = Some(name),
                Arg::Value(name) => {
                    let shown = name.to_string_lossy().into_owned();
                    return Err(Stop::new(format!("{shown} is a second plan; give one at a time")));
                }
                other => return Err(other.unexpected().into()),
            }
        }
        if earlier_as_of.is_some() && earlier.is_none() {
            return Err(Stop::new(format!(
                "{EARLIER_AS_OF} gives the date of an earlier plan; give that plan with --earlier"
            )));
        }
        let (format, is_working) = (format.unwrap_or(Format::Text), working.is_some());
        if is_working && !matches!(format, Format::Html) {
            return Err(Stop::new(
                "--working is for --format html; every other format is a working copy",
            ));
        }
        Ok(Some(Self {
            plan,
            as_of,
            format,
            output,
            is_working,
            reading,
            earlier,
            earlier_as_of,
            earlier_reading,
        }))
    }
}
