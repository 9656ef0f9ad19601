//! Prints the statutory timetable of an inspection report: `cargo run --example timetable 2017-01-24`.

#[allow(dead_code, reason = "it reads no plan")]
mod support;

use std::process::ExitCode;

use improvement_plan::due_date::{DateContext, DateSpan, DueDate};
use improvement_plan::facts::{StatutoryTimetable, TimetableBasis};
use improvement_plan::model::{SourceKind, Tier};
use improvement_plan::plan::Limits;
use improvement_plan::working_days::{OutsideRange, WorkingDays};
use improvement_plan::{NaiveDate, Plan, PlanDoc, Recommendation, Source};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;
use support::{Stop, end, once, say};

const USAGE: &str = "\
timetable DATE [--received DATE] [--stated DATE] [--focused-visit]
          [--format text|json]

Prints by when a council in England must publish an inspection report and its
statement of proposed action, counted in working days from the day on which it
received the report or, where that is not known, from the day of publication.

  DATE             the day on which the report was published
  --received DATE  the day on which the council received it
  --stated DATE    the deadline that the council states; the days of receipt
                   from which it follows are printed
  --focused-visit  the report is of a focused visit with an area for priority
                   action, for which a draft is due as well
  --format WORD    text (the default) or json
  --help           show this help

Exit codes: 0 everything could be counted, 1 something falls outside the years
whose bank holidays are known, 2 the arguments cannot be used (the reason is on
standard error).
";

/// The exit code where something could not be counted.
const OUTSIDE_RANGE: u8 = 1;

fn main() -> ExitCode {
    end(run())
}

fn run() -> Result<u8, Stop> {
    let Some(asked) = Asked::read()? else {
        say(USAGE)?;
        return Ok(0);
    };
    let plan = asked.plan()?;
    let days = WorkingDays::england_and_wales();
    for source in plan.sources() {
        let timetable = source.timetable(&days);
        match asked.format {
            Format::Text => say(&text(&timetable))?,
            Format::Json => say(&json(&timetable)?)?,
        }
        if timetable.outside_range().is_some() {
            return Ok(OUTSIDE_RANGE);
        }
    }
    Ok(0)
}

/// The timetable as JSON. A day that is not known is null.
#[derive(Serialize)]
struct Json {
    published: Option<NaiveDate>,
    received: Option<NaiveDate>,
    basis: Option<TimetableBasis>,
    draft: Option<NaiveDate>,
    report: Option<NaiveDate>,
    statement: Option<NaiveDate>,
    stated: Option<NaiveDate>,
    difference: Option<i64>,
    explained_by: Option<[NaiveDate; 2]>,
    outside_range: Option<String>,
}

fn json(timetable: &StatutoryTimetable<'_>) -> Result<String, Stop> {
    let explained_by = known(timetable.explained_by());
    let json = Json {
        published: timetable.published(),
        received: timetable.received(),
        basis: timetable.basis(),
        draft: known(timetable.draft()),
        report: known(timetable.report()),
        statement: known(timetable.statement()),
        stated: timetable.stated().and_then(DateSpan::single_day),
        difference: known(timetable.difference()),
        explained_by: explained_by.map(|span| [span.earliest(), span.latest()]),
        outside_range: timetable.outside_range(),
    };
    let text = serde_json::to_string_pretty(&json);
    text.map(|text| text + "\n").map_err(|error| Stop::new(error.to_string()))
}

fn known<T>(counted: Result<Option<T>, OutsideRange>) -> Option<T> {
    counted.ok().flatten()
}

fn text(timetable: &StatutoryTimetable<'_>) -> String {
    let mut lines = Vec::new();
    let mut row = |name: &str, words: String| lines.push(format!("{name:<22}{words}"));
    let day_or = |date: Option<NaiveDate>, words: &str| date.map_or(words.to_owned(), day);
    row("Published", day_or(timetable.published(), "not known"));
    row("Received", day_or(timetable.received(), "not known"));
    if timetable.basis() == Some(TimetableBasis::Published) {
        row("", "counted from publication: the day of receipt is not known".to_owned());
    }
    let by = |date: Result<Option<NaiveDate>, OutsideRange>, working_days: u8| match date {
        Ok(date) => date.map(|date| format!("by {} ({working_days} working days)", day(date))),
        Err(_) => Some("not counted".to_owned()),
    };
    if let Some(words) = by(timetable.draft(), 20) {
        row("Draft to Ofsted", words);
    }
    for (name, date, working_days) in [
        ("Report published", timetable.report(), 30),
        ("Statement of action", timetable.statement(), 70),
    ] {
        if let Some(words) = by(date, working_days) {
            row(name, words);
        }
    }
    if let Some(stated) = timetable.stated().and_then(DateSpan::single_day) {
        let difference = known(timetable.difference()).map(|difference| match difference {
            0 => ", no working day apart".to_owned(),
            1 | -1 => {
                format!(", 1 working day {}", if difference > 0 { "later" } else { "earlier" })
            }
            1.. => format!(", {difference} working days later"),
            ..0 => format!(", {} working days earlier", -difference),
        });
        row("Stated deadline", day(stated) + &difference.unwrap_or_default());
        let explained = match timetable.explained_by() {
            Ok(Some(span)) => Some(match span.single_day() {
                Some(one) => format!("follows from receipt on {}", day(one)),
                None => format!(
                    "follows from receipt from {} to {}",
                    day(span.earliest()),
                    day(span.latest())
                ),
            }),
            Ok(None) => Some("is no working day, so it follows from no day of receipt".to_owned()),
            Err(_) => None,
        };
        if let Some(explained) = explained {
            row("", explained);
        }
    }
    lines.extend(timetable.outside_range());
    lines.join("\n") + "\n"
}

fn day(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// The arguments of the command line.
struct Asked {
    published: NaiveDate,
    received: Option<NaiveDate>,
    stated: Option<NaiveDate>,
    kind: SourceKind,
    format: Format,
}

#[derive(Clone, Copy)]
enum Format {
    Text,
    Json,
}

impl Asked {
    /// Parses the arguments; `None` if only help is requested.
    fn read() -> Result<Option<Self>, Stop> {
        let (mut published, mut received, mut stated) = (None, None, None);
        let (mut kind, mut format) = (None, None);
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(None),
                Arg::Long("received") => {
                    let words = arguments.value()?.string()?;
                    once(&mut received, single_day(&words, "--received ")?, "--received")?;
                }
                Arg::Long("stated") => {
                    let words = arguments.value()?.string()?;
                    once(&mut stated, single_day(&words, "--stated ")?, "--stated")?;
                }
                Arg::Long("focused-visit") => {
                    once(&mut kind, SourceKind::FocusedVisit, "--focused-visit")?;
                }
                Arg::Long("format") => {
                    let word = arguments.value()?.string()?;
                    once(&mut format, Format::read(&word)?, "--format")?;
                }
                Arg::Value(words) => {
                    let words = words.string()?;
                    once(&mut published, single_day(&words, "")?, "the day of publication")?;
                }
                other => return Err(other.unexpected().into()),
            }
        }
        let published = published.ok_or_else(|| {
            Stop::new("give the day on which the report was published, like 2017-01-24")
        })?;
        let kind = kind.unwrap_or(SourceKind::Inspection);
        let format = format.unwrap_or(Format::Text);
        Ok(Some(Self { published, received, stated, kind, format }))
    }

    /// Returns a plan with the source asked about, since a timetable is a fact about a source.
    fn plan(&self) -> Result<Plan, Stop> {
        let mut source =
            Source::new("The report").with_reference("report").with_kind(self.kind.clone());
        source.published = Some(DueDate::from(self.published.to_string()));
        source.received = self.received.map(|day| DueDate::from(day.to_string()));
        source.stated_deadline = self.stated.map(|day| DueDate::from(day.to_string()));
        let area = Recommendation::new("The area for priority action")
            .with_source("report")
            .with_tier(Tier::PriorityAction);
        let doc = PlanDoc::new("timetable", "Timetable", "The council")
            .with_sources([source])
            .with_recommendations([area]);
        Plan::build_with(doc, &Limits::default().with_years(YEARS))
            .map_err(|error| Stop::new(error.to_string()))
    }
}

/// The years that a date may be written in: whether a day can be counted is not for the arguments to say.
const YEARS: std::ops::RangeInclusive<i32> = 0..=9999;

/// Parses a date: `2017-01-24`, or `24 January 2017`.
fn single_day(words: &str, option: &str) -> Result<NaiveDate, Stop> {
    let context = DateContext::new().with_years(YEARS);
    DueDate::from(words).read(&context).single_day().ok_or_else(|| {
        Stop::new(format!("{option}{words}: that is not a single date; write it like 2017-01-24"))
    })
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
