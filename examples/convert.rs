//! Converts a plan from one kind of file to another: `cargo run --all-features --example convert --
//! IN OUT`.

#[path = "support/folder.rs"]
mod folder;
#[path = "support/output.rs"]
mod output;
mod support;

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

use improvement_plan::report::ImportReport;
use improvement_plan::{CheckReport, CoverageReport, NaiveDate, Plan, Rules};
use improvement_plan::{PlanDoc, RejectedPlan, csv, workbook};
use lexopt::{Arg, Parser, ValueExt};
use support::reading::{self, Loaded, ending};
use support::{AS_OF, HAS_ERRORS, Stop, complain, day, day_of, end, once, say};

const USAGE: &str = "\
convert IN OUT [--as-of DATE] [--columns MAP.json]
               [--profile working|publish]
convert IN --suggest MAP.json
convert --template OUT.xlsx

Converts a plan to another kind of file, and prints how IN was read and every
problem in it, with its cell.

  IN              a plan as JSON (.json), a workbook (.xlsx) or a CSV file
                  (.csv)
  OUT             by its ending: .json, the document; .xlsx, a workbook; .csv,
                  one row for each action; no ending, a folder of tables for
                  Power BI and analysts (a star schema, with its
                  datapackage.json)
  --as-of DATE    the date on which lateness is counted, like 2017-11-07; by
                  default the day the plan's facts were gathered (its
                  status_date)
  --profile WORD  working, the workbook officers keep the plan in; publish, the
                  coverage report as an accessible workbook; by default working
  --suggest MAP   writes how IN was read as a file of reading options, with what
                  is doubtful; check it, correct it, and give it to --columns
                  for this and for next month's file
  --template OUT  an empty working workbook to fill in
  --help          show this help

A document that is not a plan yet is still written as .json or as a working
workbook, so that it can be corrected there, but not as any other file.

Exit codes: 0 no error was found, 1 there are errors, 2 nothing could be read or
OUT could not be written (the reason is on standard error; OUT is as it was).
";

fn main() -> ExitCode {
    end(run())
}

fn run() -> Result<u8, Stop> {
    let Some(asked) = Asked::read()? else {
        say(&format!("{USAGE}\n{}", reading::USAGE))?;
        return Ok(0);
    };
    let (name, out, asked) = match asked {
        Asked::Template(out) => return template(&out),
        Asked::Suggestion { name, map, how } => return suggest(&name, &map, &how),
        Asked::Plan { name, out, how } => (name, out, how),
    };
    let kind = Kind::of(&out, asked.profile)?;
    let loaded = asked.reading.load(&name)?;
    if holds_nothing(&loaded) {
        say(&report_of(&loaded))?;
        let (name, out) = (name.to_string_lossy(), out.to_string_lossy());
        return Err(Stop::new(format!(
            "{name} holds no action, no recommendation and no measure that could be read, so {out} \
             was not written"
        )));
    }
    let written = match &loaded.built {
        Ok(plan) => Some(of_plan(plan, &kind, &asked)?),
        Err(rejected) => of_rejected(rejected, &kind)?,
    };
    say(&report_of(&loaded))?;
    let shown = out.to_string_lossy();
    match written {
        Some(written) => {
            written.put(out.as_ref()).map_err(|error| {
                Stop::new(format!(
                    "{shown} could not be written: {error}; nothing was changed, so try another place"
                ))
            })?;
            say(&format!("Written to {shown}.\n"))?;
        }
        None => complain(&format!(
            "{shown} was not written: correct the errors first, or write a .json or a working workbook\n"
        )),
    }
    Ok(if has_errors(&loaded) { HAS_ERRORS } else { 0 })
}

/// The content to write.
enum Written {
    File(Vec<u8>),
    Folder(Vec<csv::StarFile>),
}

impl Written {
    fn put(&self, out: &Path) -> std::io::Result<()> {
        match self {
            Self::File(content) => output::write_whole(out, content),
            Self::Folder(files) => folder::write_folder(out, files),
        }
    }
}

/// The kind of file to write.
enum Kind {
    Json,
    Working,
    Publish,
    Csv,
    Star,
}

impl Kind {
    fn of(out: &OsStr, profile: Option<Profile>) -> Result<Self, Stop> {
        let kind = match (ending(out).as_str(), profile) {
            ("xlsx", Some(Profile::Publish)) => Self::Publish,
            ("xlsx", _) => Self::Working,
            ("json", _) => Self::Json,
            ("csv", _) => Self::Csv,
            ("", _) => Self::Star,
            (other, _) => {
                let shown = out.to_string_lossy();
                return Err(Stop::new(format!(
                    "{shown}: files ending in .{other} cannot be written; use .json, .xlsx, \
                     .csv, or a folder without an ending"
                )));
            }
        };
        match (&kind, profile) {
            (Self::Json | Self::Csv | Self::Star, Some(_)) => {
                Err(Stop::new("--profile is for workbooks; let OUT end in .xlsx, or leave it out"))
            }
            _ => Ok(kind),
        }
    }
}

fn of_plan(plan: &Plan, kind: &Kind, asked: &How) -> Result<Written, Stop> {
    Ok(match kind {
        Kind::Json => Written::File(plan.to_json().into_bytes()),
        Kind::Working => working(plan.doc())?,
        Kind::Publish => {
            let as_of = day_of(plan, asked.as_of, "the plan", AS_OF)?;
            let published = plan.published();
            let report = CoverageReport::new(published.plan(), as_of, &Rules::standard())
                .with_withheld(*published.withheld());
            let mut bytes = Vec::new();
            report.write_workbook(&mut bytes).map_err(|error| Stop::new(error.to_string()))?;
            Written::File(bytes)
        }
        Kind::Csv => {
            let mut bytes = Vec::new();
            let as_of = day_of(plan, asked.as_of, "the plan", AS_OF)?;
            csv::write_actions(plan, as_of, csv::ByteOrderMark::Include, &mut bytes)
                .map_err(|error| Stop::new(error.to_string()))?;
            Written::File(bytes)
        }
        Kind::Star => {
            Written::Folder(csv::star(plan, day_of(plan, asked.as_of, "the plan", AS_OF)?))
        }
    })
}

/// Converts a document that is not a plan yet, but only to a format in which it can be corrected.
fn of_rejected(rejected: &RejectedPlan, kind: &Kind) -> Result<Option<Written>, Stop> {
    match kind {
        Kind::Json => Ok(Some(Written::File(rejected.doc().to_json().into_bytes()))),
        Kind::Working => working(rejected.doc()).map(Some),
        Kind::Publish | Kind::Csv | Kind::Star => Ok(None),
    }
}

fn working(doc: &PlanDoc) -> Result<Written, Stop> {
    let mut bytes = Vec::new();
    workbook::write_working(doc, &mut bytes).map_err(|error| Stop::new(error.to_string()))?;
    Ok(Written::File(bytes))
}

fn template(out: &OsStr) -> Result<u8, Stop> {
    let shown = out.to_string_lossy();
    if ending(out) != "xlsx" {
        return Err(Stop::new(format!(
            "--template {shown}: a template is a workbook; end it .xlsx"
        )));
    }
    let mut bytes = Vec::new();
    let error = |error: &dyn std::fmt::Display| {
        Stop::new(format!("{shown} could not be written: {error}; nothing was changed"))
    };
    workbook::write_template(&mut bytes).map_err(|cause| error(&cause))?;
    output::write_whole(out.as_ref(), &bytes).map_err(|cause| error(&cause))?;
    say(&format!("Written to {shown}: an empty plan to fill in.\n"))?;
    Ok(0)
}

/// Writes how a table was read as reading options.
fn suggest(name: &OsStr, map: &OsStr, how: &How) -> Result<u8, Stop> {
    let loaded = how.reading.load(name)?;
    let shown = map.to_string_lossy();
    let Some(import) = &loaded.import else {
        return Err(Stop::new(
            "--suggest is for a workbook or a CSV file; JSON needs no reading options",
        ));
    };
    say(&report_of(&loaded))?;
    if import.interpretation().is_template() {
        return Err(Stop::new(format!(
            "a workbook made from the template needs no reading options, so {shown} was not written"
        )));
    }
    let options = import.interpretation().to_options();
    if options.tables.is_empty() {
        return Err(Stop::new(format!("no table was found, so {shown} was not written")));
    }
    let doubts: usize = options.tables.iter().map(|table| table.doubts.len()).sum();
    let mut text =
        serde_json::to_string_pretty(&options).map_err(|error| Stop::new(error.to_string()))?;
    text.push('\n');
    output::write_whole(map.as_ref(), text.as_bytes()).map_err(|error| {
        Stop::new(format!(
            "{shown} could not be written: {error}; nothing was changed, so try another place"
        ))
    })?;
    let is_unread = import.diagnostics().of_code("no-action-read").next().is_some();
    let doubts = match doubts {
        0 if is_unread => {
            "no action was read, so say in it which column holds the actions".to_owned()
        }
        0 => "no column is doubted".to_owned(),
        1 => "1 column is doubted: see \"doubts\" in it".to_owned(),
        count => format!("{count} columns are doubted: see \"doubts\" in it"),
    };
    say(&format!(
        "Written to {shown}; {doubts}. Check what each column means, then read with --columns {shown}.\n"
    ))?;
    Ok(if has_errors(&loaded) { HAS_ERRORS } else { 0 })
}

/// Returns the report of the import and the structural problems.
fn report_of(loaded: &Loaded) -> String {
    let mut text = String::new();
    if let Some(import) = &loaded.import {
        text.push_str(&ImportReport::new(import).to_text());
    }
    if let Err(rejected) = &loaded.built {
        let report = CheckReport::of_rejected(rejected);
        text.push('\n');
        text.push_str(&report.to_text());
    }
    text
}

/// Returns whether a table holds no records. An empty template does not count.
fn holds_nothing(loaded: &Loaded) -> bool {
    loaded.import.as_ref().is_some_and(|import| {
        let doc = import.doc();
        let records = doc.actions.len() + doc.recommendations.len() + doc.measures.len();
        records == 0 && !import.interpretation().is_template()
    })
}

fn has_errors(loaded: &Loaded) -> bool {
    let severity = improvement_plan::Severity::Error;
    let read = loaded.import.as_ref().map_or(0, |import| import.diagnostics().count(severity));
    loaded.built.is_err() || read > 0
}

/// The arguments of the command line.
enum Asked {
    Template(OsString),
    Suggestion { name: OsString, map: OsString, how: How },
    Plan { name: OsString, out: OsString, how: How },
}

/// The options for reading and writing a plan.
struct How {
    as_of: Option<NaiveDate>,
    profile: Option<Profile>,
    reading: reading::Asked,
}

#[derive(Clone, Copy)]
enum Profile {
    Working,
    Publish,
}

impl Asked {
    /// Parses the arguments; `None` if only help is requested.
    fn read() -> Result<Option<Self>, Stop> {
        let (mut files, mut template, mut suggest) = (Vec::new(), None, None);
        let (mut as_of, mut profile) = (None, None);
        let mut reading = reading::Asked::default();
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Long("as-of") => {
                    once(&mut as_of, day(&arguments.value()?.string()?, AS_OF)?, AS_OF)?;
                }
                Arg::Long("profile") => {
                    let word = arguments.value()?.string()?;
                    once(&mut profile, Profile::read(&word)?, "--profile")?;
                }
                Arg::Long("template") => once(&mut template, arguments.value()?, "--template")?,
                Arg::Long("suggest") => once(&mut suggest, arguments.value()?, "--suggest")?,
                Arg::Long(name) if reading::Asked::knows(name) => {
                    let name = name.to_owned();
                    reading.take(&name, arguments.value()?)?;
                }
                Arg::Value(name) => files.push(name),
                other => return Err(other.unexpected().into()),
            }
        }
        let how = How { as_of, profile, reading };
        if let Some(map) = suggest {
            return match (template, <[OsString; 1]>::try_from(files)) {
                (None, Ok([name])) => Ok(Some(Self::Suggestion { name, map, how })),
                _ => Err(Stop::new(
                    "--suggest writes the reading options of one file; name that file and no other, \
                     as in convert plan.xlsx --suggest map.json",
                )),
            };
        }
        match (template, <[OsString; 2]>::try_from(files)) {
            (None, Ok([name, out])) => Ok(Some(Self::Plan { name, out, how })),
            (Some(out), Err(files)) if files.is_empty() => Ok(Some(Self::Template(out))),
            (Some(_), _) => {
                Err(Stop::new("--template makes an empty workbook; name no other file with it"))
            }
            (None, Err(files)) => Err(Stop::new(format!(
                "two files are needed, and {} named; name the file to read and the one to write, \
                 as in convert plan.xlsx plan.json",
                match files.len() {
                    0 => "none is".to_owned(),
                    1 => "one is".to_owned(),
                    number => format!("{number} are"),
                }
            ))),
        }
    }
}

impl Profile {
    fn read(word: &str) -> Result<Self, Stop> {
        match word {
            "working" => Ok(Self::Working),
            "publish" => Ok(Self::Publish),
            _ => Err(Stop::new(format!("--profile {word}: use working or publish"))),
        }
    }
}
