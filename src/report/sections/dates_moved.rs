//! Lists the due dates that moved, and those that somebody asked to move.

use crate::analysis::Slippage;
use crate::due_date::DateReading;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::Due;
use crate::report::document::{Block, Document, Figure, NOT_STATED, Record, Records};
use crate::report::grammar::{counted, day, days, items, sentence, verb};
use crate::report::line::isolated;
use crate::report::names::{item_name, lead_sentence, short_name};
use crate::report::picture::{DateMove, Picture};
use crate::text::written;

/// The most dates that are drawn. The table has all of them.
const DRAWN: usize = 10;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_dates_moved(&self, document: &mut Document) {
        document.anchored_section("moved", "Which dates moved");
        let mut moved: Vec<_> = self.slippage().collect();
        if moved.is_empty() {
            let item = items(
                self.plan.action_count(),
                self.plan.items().count() - self.plan.action_count(),
            );
            document
                .paragraph(&format!("None: of {item}, none has a new date, agreed or asked for."));
            return;
        }
        moved.sort_by_key(|one| std::cmp::Reverse(one.days().unwrap_or_default()));
        let agreed = moved.iter().filter(|one| one.revisions() > 0).count();
        let asked = moved.iter().filter(|one| one.requests() > 0).count();
        let unreadable = moved.iter().filter(|one| one.unreadable_revisions() > 0).count();
        let opening = format!(
            "{} moved by agreement; for {asked} a new date is asked for and not agreed.",
            counted(agreed, "due date")
        );
        let nothing = match unreadable {
            0 => String::new(),
            number => format!(
                " For {number} a new date was agreed that cannot be read, so it moves nothing."
            ),
        };
        document.paragraph(&format!("{opening}{nothing}"));
        let records = Records {
            caption: format!("Due dates that moved or are asked to move, {}", day(self.as_of)),
            columns: &["Action or milestone", "First date", "Date now", "Moved", "Lead"],
            rows: moved.iter().map(|one| self.moved_record(one)).collect(),
        };
        let drawn: Vec<_> =
            moved.iter().filter_map(|one| self.date_move(one)).take(DRAWN).collect();
        let Some(longest) = moved.iter().filter_map(Slippage::days).max() else {
            document.records(records);
            return;
        };
        if drawn.is_empty() {
            document.records(records);
            return;
        }
        let longest = u32::try_from(longest.max(0)).unwrap_or(u32::MAX);
        document.figure(Figure {
            subtitle: format!("The due dates that moved furthest, {}", day(self.as_of)),
            finding: match agreed {
                0 => format!("{} asked for, none agreed.", counted(asked, "new date")),
                _ => format!(
                    "{} moved by agreement, the furthest by {} to a later day.",
                    counted(agreed, "due date"),
                    days(longest)
                ),
            },
            reading: "One line for each item: the open circle is the first date, the filled circle the \
                      date now. A dashed line leads to a date that is asked for and not agreed.",
            picture: Picture::Moves(drawn),
            table: Box::new(Block::Records(records)),
        });
    }

    fn moved_record(&self, one: &Slippage<'_>) -> Record {
        let item = one.item();
        let first = Due::original(item, one).or("no date");
        let now = Due::current(item, self.as_of).or(NOT_STATED);
        let moved = self.moved_words(one);
        let lead = lead_sentence(item.lead());
        let said = format!("First {first}; now {now}. {} {lead}", sentence(&moved));
        let cells = [first, now, moved, crate::report::names::lead_cell(item.lead())];
        Record::new(&item_name(item), [said], None, cells)
    }

    /// Returns `31 days later, moved twice, agreed by the board; 1 new date asked for, not agreed`.
    fn moved_words(&self, one: &Slippage<'_>) -> String {
        let far = match one.days() {
            Some(0) => Some("No day later".to_owned()),
            Some(number) => {
                let apart = days(u32::try_from(number.unsigned_abs()).unwrap_or(u32::MAX));
                Some(format!("{apart} {}", if number > 0 { "later" } else { "earlier" }))
            }
            None => None,
        };
        let times = match one.revisions() {
            0 => None,
            1 => Some("moved once".to_owned()),
            2 => Some("moved twice".to_owned()),
            times => Some(format!("moved {times} times")),
        };
        let item = one.item();
        let revision = item.current_revision(self.as_of).and_then(|at| item.revisions().get(at));
        let by = revision.map(|revision| match written(revision.approved_by.as_ref()) {
            Some(by) => format!("agreed by {}", isolated(by)),
            None => "agreed by nobody named".to_owned(),
        });
        let asked = (one.requests() > 0)
            .then(|| format!("{} asked for, not agreed", counted(one.requests(), "new date")));
        let unreadable = (one.unreadable_revisions() > 0).then(|| {
            format!(
                "{} agreed that cannot be read, which {} nothing",
                counted(one.unreadable_revisions(), "new date"),
                verb(one.unreadable_revisions(), "moves", "move")
            )
        });
        let far = far.filter(|_| one.revisions() > 0);
        let words: Vec<_> = [far, times, by, asked, unreadable].into_iter().flatten().collect();
        if words.is_empty() { "a revision that names no date".to_owned() } else { words.join(", ") }
    }

    fn date_move(&self, one: &Slippage<'_>) -> Option<DateMove> {
        let item = one.item();
        let (from, to) = (one.baseline().due_day()?, one.current().due_day()?);
        let revisions = item.revision_dates();
        let asked = item
            .requests(self.as_of)
            .filter_map(|(at, _)| revisions.get(at).map(|revision| revision.due))
            .filter_map(DateReading::due_day)
            .last();
        (from != to || asked.is_some()).then(|| DateMove {
            name: short_name(item.reference(), item.title()),
            from,
            to,
            asked,
            words: match one.days() {
                Some(0) | None => "asked for, not agreed".to_owned(),
                Some(number) if number > 0 => {
                    format!("+{}", days(u32::try_from(number).unwrap_or(u32::MAX)))
                }
                Some(number) => {
                    format!(
                        "\u{2212}{}",
                        days(u32::try_from(number.unsigned_abs()).unwrap_or(u32::MAX))
                    )
                }
            },
        })
    }
}
