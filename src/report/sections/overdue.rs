//! Lists what is late and, separately, what fell due on or after the report's status date, which is
//! to be asked about.

use crate::analysis::{OverdueItem, Slippage};
use crate::plan::ItemKind;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::{Due, day_and_words, written_otherwise};
use crate::report::document::{Document, Record, Records};
use crate::report::grammar::{capital, counted, day, days, items, verb};
use crate::report::line::isolated;
use crate::report::names::{action_of, item_name, lead_cell, lead_sentence};
use crate::report::page::{Cell, Column, NONE, NOT_APPLICABLE, NOT_STATED, Page};
use crate::report::sections::rag::reported_colour;
use crate::report::tag::Tag;

/// The label for what was already late on the status date, if that is known.
pub(in crate::report) const LATE_WHEN_GATHERED: &str = "Late when the facts were gathered";

/// The label for what fell due on the status date or later.
pub(in crate::report) const FELL_DUE: &str = "Fell due since the facts were gathered: ask";

/// The headings of a table of items that are late or to be asked about.
const LATE_COLUMNS: &[&str] = &["Action or milestone", "Due", "Past its due date", "Lead"];

impl CoverageReport<'_> {
    pub(in crate::report) fn add_late(&self, document: &mut Document) {
        document.anchored_section("late", "What is late");
        let late: Vec<_> = self.late().collect();
        let opening = match (self.plan.status_date(), late.len()) {
            (Some(gathered), 0) if !self.overdue.is_empty() => {
                format!("Nothing that fell due before {} is late.", day(gathered))
            }
            (_, 0) => self.nothing_late_sentence(),
            (Some(gathered), number) => format!(
                "{} {} late when the facts were gathered, on {}.",
                number_of(&late),
                verb(number, "was", "were"),
                day(gathered)
            ),
            (None, number) => {
                format!("{} {} late.", number_of(&late), verb(number, "is", "are"))
            }
        };
        let awaiting =
            self.awaiting_sentence().map_or_else(String::new, |sentence| format!(" {sentence}"));
        document.paragraph(&format!("{opening}{awaiting}"));
        let rows = late.iter().map(|item| self.late_record(item, Tag::Late, "late"));
        document.records(Records {
            caption: LATE_WHEN_GATHERED.to_owned(),
            columns: LATE_COLUMNS,
            rows: rows.collect(),
        });
        self.add_given_up(document);
        self.add_awaiting(document);
    }

    pub(in crate::report) fn add_fell_due(&self, document: &mut Document) {
        document.anchored_section("ask", "What fell due since the facts were gathered: ask");
        let Some(gathered) = self.plan.status_date() else {
            document.paragraph(
                "Not known, because the plan does not say when its facts were gathered. Everything \
                 that is late is listed above.",
            );
            return;
        };
        let since: Vec<_> = self.fell_due().collect();
        if since.is_empty() {
            document.paragraph(&format!(
                "None: nothing still to be done fell due on or after {}.",
                day(gathered)
            ));
            return;
        }
        document.paragraph(&format!(
            "{} fell due on or after {}, so the plan could not yet say how {} went. Ask.",
            number_of(&since),
            day(gathered),
            verb(since.len(), "it", "they")
        ));
        let rows = since.iter().map(|item| self.late_record(item, Tag::Ask, "ago"));
        document.records(Records {
            caption: FELL_DUE.to_owned(),
            columns: LATE_COLUMNS,
            rows: rows.collect(),
        });
    }

    /// Returns what was already late when the facts were gathered, or is late if that day is not known.
    pub(in crate::report) fn late(&self) -> impl Iterator<Item = &OverdueItem<'_>> {
        self.overdue.iter().filter(|item| !item.fell_due_since_report())
    }

    /// Returns what fell due since the facts were gathered.
    pub(in crate::report) fn fell_due(&self) -> impl Iterator<Item = &OverdueItem<'_>> {
        self.overdue.iter().filter(|item| item.fell_due_since_report())
    }

    fn late_record(&self, item: &OverdueItem<'_>, tag: Tag, is: &str) -> Record {
        let past = days(item.days_late());
        let words = self.late_words(item, &format!("{past} {is}"));
        let slippage = Slippage::of(item.item(), self.as_of);
        let due = Due::current(item.item(), self.as_of).or(NOT_STATED);
        let original = (slippage.revisions() > 0).then(|| {
            format!("; originally {}", Due::original(item.item(), &slippage).or("no date"))
        });
        let asked = match slippage.requests() {
            0 => String::new(),
            number => format!("; {} asked for, not agreed", counted(number, "new date")),
        };
        let due = format!("{due}{}{asked}", original.unwrap_or_default());
        let name = item_name(item.item());
        Record::new(&name, [words], Some(tag), [due, past, lead_cell(item.lead())])
    }

    fn late_words(&self, item: &OverdueItem<'_>, is: &str) -> String {
        let slippage = Slippage::of(item.item(), self.as_of);
        let lead = lead_sentence(item.lead());
        let requested = match slippage.requests() {
            0 => String::new(),
            number => format!(" {} asked for and not agreed.", counted(number, "new date")),
        };
        let unreadable = match slippage.unreadable_revisions() {
            0 => String::new(),
            1 => " 1 new date agreed, but it cannot be read, so it moves nothing.".to_owned(),
            many => {
                format!(" {many} new dates agreed, but they cannot be read, so they move nothing.")
            }
        };
        let asked_for = format!("{requested}{unreadable}");
        let due = Due::current(item.item(), self.as_of);
        if slippage.moves() == 0 {
            let written = written_otherwise(due.words, item.due())
                .map_or_else(String::new, |words| {
                    format!(", written \u{201c}{}\u{201d}", isolated(words))
                });
            return format!(
                "Due {} (its original date{written}), {is}.{asked_for} {lead}",
                day(item.due())
            );
        }
        let original = Due::original(item.item(), &slippage);
        let first = |baseline| day_and_words(baseline, original.words);
        let original = match (original.day, item.days_late_against_baseline()) {
            (Some(baseline), Some(late)) => {
                format!("Originally due {}: {} late against that", first(baseline), days(late))
            }
            (Some(baseline), None) => format!("Originally due {}", first(baseline)),
            (None, _) => match original.words {
                Some(words) => {
                    format!("Originally \u{201c}{}\u{201d}, which gives no date", isolated(words))
                }
                None => "Originally without a due date".to_owned(),
            },
        };
        let moved = match slippage.moves() {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            times => format!("{times} times"),
        };
        let due = day_and_words(item.due(), due.words);
        format!("Due {due}, {is}. {original}. Moved {moved}.{asked_for} {lead}")
    }
}

/// Returns `7 actions and 1 milestone`.
pub(in crate::report) fn number_of(found: &[&OverdueItem<'_>]) -> String {
    let actions = found.iter().filter(|item| item.kind() == ItemKind::Action).count();
    items(actions, found.len() - actions)
}

const COLUMNS: &[Column] = &[
    Column("Kind", 13),
    Column("Reference", 12),
    Column("What will be done", 40),
    Column("Action it belongs to", 18),
    Column("Lead", 24),
    Column("Due", 22),
    Column("Days past its due date", 14),
    Column("When it fell due", 22),
    Column("Original due date", 22),
    Column("Times moved", 10),
    Column("New dates asked for and not agreed", 18),
    Column("Colour (RAG) as reported", 14),
];

impl CoverageReport<'_> {
    pub(in crate::report) fn overdue_page(&self) -> Page {
        let gathered = self.plan.status_date();
        let since = gathered.map_or_else(
            || "The plan does not say when its facts were gathered.".to_owned(),
            |gathered| {
                format!(
                    "Ask about what fell due on or after {}: the plan could not yet say how it went.",
                    day(gathered)
                )
            },
        );
        let none = [self.nothing_late_sentence()].into_iter().chain(self.awaiting_sentence());
        let mut lines: Vec<String> = self.given_up_sentence().into_iter().collect();
        if !self.overdue.is_empty() {
            lines.push(since);
        }
        let late = self.overdue.iter().map(|item| self.overdue_row(item));
        let given_up = self.given_up.iter().map(|one| self.given_up_row(one));
        Page {
            name: "Overdue",
            title: format!("What is overdue on {}", day(self.as_of)),
            lines,
            table: "overdue_items",
            columns: COLUMNS,
            rows: late.chain(given_up).collect(),
            none: none.collect::<Vec<_>>().join(" "),
            bars: Vec::new(),
        }
    }

    fn overdue_row(&self, overdue: &OverdueItem<'_>) -> Vec<Cell> {
        let item = overdue.item();
        let slippage = Slippage::of(item, self.as_of);
        let when = match self.plan.status_date() {
            Some(_) if overdue.fell_due_since_report() => FELL_DUE,
            Some(_) => LATE_WHEN_GATHERED,
            None => "Late",
        };
        vec![
            Cell::text(capital(item.kind().as_str())),
            Cell::text_or(item.reference().as_str(), NONE),
            Cell::text(item.title()),
            Cell::text_or(action_of(item).as_deref(), NOT_APPLICABLE),
            Cell::text(item.lead().to_string()),
            Cell::text(Due::current(item, self.as_of).or(NOT_STATED)),
            Cell::Number(overdue.days_late()),
            Cell::text(when),
            Cell::text(Due::original(item, &slippage).or(NONE)),
            Cell::number(slippage.moves()),
            Cell::number(slippage.requests()),
            Cell::text(reported_colour(item.action())),
        ]
    }
}
