//! Prints what has changed between two plans: `cargo run --example compare_periods -- october.json november.json`.

#[path = "support/cells.rs"]
mod cells;
#[path = "support/format.rs"]
mod format;
#[path = "support/output.rs"]
mod output;
mod support;

use std::ffi::{OsStr, OsString};
use std::process::ExitCode;

use cells::with_cells;
use format::Format;
use improvement_plan::facts::Progress;
use improvement_plan::report::ProgressReport;
use improvement_plan::{CheckReport, NaiveDate};
use lexopt::{Arg, Parser, ValueExt};
use support::reading::{self, Loaded};
use support::{AS_OF, EARLIER_AS_OF, HAS_ERRORS, Stop, complain, day, day_of, end, once, say};

const USAGE: &str = "\
compare_periods EARLIER LATER [--earlier-as-of DATE] [--as-of DATE]
                [--format text|markdown|json] [--output FILE]
                [--earlier-status-date DATE] [--columns MAP.json]

Prints what has changed between two plans, as a covering note for a board: what
is late now and was not, which dates moved and why, what is done, stopped, added
or gone, and which recommendations gained or lost.

  EARLIER, LATER  two plans, each as JSON (.json), a workbook (.xlsx) or a CSV
                  file (.csv); one of them may be - for JSON from standard
                  input; for two days of one plan, give it twice
  --earlier-as-of DATE, --as-of DATE
                  the dates of the two, like 2017-11-07; by default the day
                  each plan's facts were gathered (its status_date)
  --format WORD   text (80 columns, the default), markdown or json
  --output FILE   write to this file, completely or not at all, and print
                  nothing
  --earlier-status-date DATE
                  the day the facts of an earlier table were gathered;
                  --status-date gives that of the later
  --help          show this help

Original dates and agreed moves that were altered, and what else should not
change between two plans, are listed on standard error, each with its place in
both files.

Exit codes: 0 the note was made, 1 one of the two is not a plan yet (its
problems are on standard error), 2 no note could be made (the reason is on
standard error).
";

fn main() -> ExitCode {
    end(run())
}

fn run() -> Result<u8, Stop> {
    let Some(asked) = Asked::read()? else {
        say(&format!("{USAGE}\n{}", reading::USAGE))?;
        return Ok(0);
    };
    let earlier = asked.earlier_reading.load(&asked.earlier)?;
    let later = asked.reading.load(&asked.later)?;
    let (Ok(before), Ok(now)) = (&earlier.built, &later.built) else {
        let of_earlier = problems_of(&asked.earlier, &earlier);
        let of_later = problems_of(&asked.later, &later);
        complain(&of_earlier);
        // For two days of one plan both are one file.
        if of_later != of_earlier {
            complain(&of_later);
        }
        return Ok(HAS_ERRORS);
    };
    let name = |file: &OsStr| file.to_string_lossy().into_owned();
    let earlier_as_of = day_of(before, asked.earlier_as_of, &name(&asked.earlier), EARLIER_AS_OF)?;
    let as_of = day_of(now, asked.as_of, &name(&asked.later), AS_OF)?;
    if as_of < earlier_as_of {
        return Err(Stop::new(format!(
            "{as_of}, the date of {}, is before {earlier_as_of}, the date of {}; give the earlier \
             plan first, or other dates with {EARLIER_AS_OF} and {AS_OF}",
            name(&asked.later),
            name(&asked.earlier),
        )));
    }
    let progress = now.progress_since(before, earlier_as_of, as_of);
    let report = ProgressReport::new(&progress);
    let text = match asked.format {
        Format::Text => report.to_text(),
        Format::Markdown => report.to_markdown(),
        Format::Html => {
            return Err(Stop::new("--format html: use text, markdown or json for a covering note"));
        }
        Format::Json => report.to_json(),
    };
    complain(&questions(&progress, &earlier, &later));
    match asked.output {
        None => say(&text)?,
        Some(file) => output::write_whole(file.as_ref(), text.as_bytes()).map_err(|error| {
            let shown = file.to_string_lossy();
            Stop::new(format!(
                "{shown} could not be written: {error}; nothing was changed, so try another place"
            ))
        })?,
    }
    Ok(0)
}

/// Returns what to ask about the difference, a line each, at the cells of tables.
fn questions(progress: &Progress<'_>, earlier: &Loaded, later: &Loaded) -> String {
    let found = progress.diagnostics();
    #[cfg(any(feature = "csv", feature = "workbook"))]
    let found = {
        let found = later.import.iter().fold(found, |found, import| import.located(found));
        let of_earlier = earlier.import.iter();
        of_earlier.fold(found, |found, import| import.located_in_earlier(found))
    };
    let _ = (earlier, later);
    let lines = found.to_string();
    if lines.is_empty() { lines } else { lines + "\n" }
}

/// Returns the problems of a file that is not a plan, below its name.
fn problems_of(file: &OsStr, loaded: &Loaded) -> String {
    let Err(rejected) = &loaded.built else { return String::new() };
    let report = with_cells(loaded, CheckReport::of_rejected(rejected));
    format!("{}:\n\n{}\n", file.to_string_lossy(), report.to_text())
}

/// The arguments of the command line.
struct Asked {
    earlier: OsString,
    later: OsString,
    earlier_as_of: Option<NaiveDate>,
    as_of: Option<NaiveDate>,
    format: Format,
    output: Option<OsString>,
    earlier_reading: reading::Asked,
    reading: reading::Asked,
}

impl Asked {
    /// Parses the arguments; `None` if only help is requested.
    fn read() -> Result<Option<Self>, Stop> {
        let (mut earlier, mut later, mut earlier_as_of, mut as_of) = (None, None, None, None);
        let (mut format, mut output) = (None, None);
        let (mut earlier_reading, mut reading) =
            (reading::Asked::default(), reading::Asked::default());
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Long("as-of") => {
                    once(&mut as_of, day(&arguments.value()?.string()?, AS_OF)?, AS_OF)?;
                }
                Arg::Long("earlier-as-of") => {
                    let date = day(&arguments.value()?.string()?, EARLIER_AS_OF)?;
                    once(&mut earlier_as_of, date, EARLIER_AS_OF)?;
                }
                Arg::Long("format") => {
                    let word = arguments.value()?.string()?;
                    once(&mut format, Format::read(&word)?, "--format")?;
                }
                Arg::Long("output") => once(&mut output, arguments.value()?, "--output")?,
                Arg::Long("status-date") => reading.take("status-date", arguments.value()?)?,
                Arg::Long("earlier-status-date") => {
                    earlier_reading.take("status-date", arguments.value()?)?;
                }
                Arg::Long(name) if reading::Asked::knows(name) => {
                    let name = name.to_owned();
                    let value = arguments.value()?;
                    earlier_reading.take(&name, value.clone())?;
                    reading.take(&name, value)?;
                }
                Arg::Value(name) if earlier.is_none() => earlier = Some(name),
                Arg::Value(name) if later.is_none() => later = Some(name),
                Arg::Value(name) => {
                    let shown = name.to_string_lossy().into_owned();
                    return Err(Stop::new(format!("{shown} is a third plan; give two")));
                }
                other => return Err(other.unexpected().into()),
            }
        }
        let (Some(earlier), Some(later)) = (earlier, later) else {
            return Err(Stop::new(
                "two plans are compared, so give two files: the earlier, then the later; --help \
                 lists the options",
            ));
        };
        if earlier == "-" && later == "-" {
            return Err(Stop::new("only one of the two plans can come from standard input"));
        }
        let format = format.unwrap_or(Format::Text);
        Ok(Some(Self {
            earlier,
            later,
            earlier_as_of,
            as_of,
            format,
            output,
            earlier_reading,
            reading,
        }))
    }
}
