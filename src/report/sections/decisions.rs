//! Opens the report: what to decide and what to ask, each line with a count and where to read more.

use crate::analysis::Slippage;
use crate::model::{RagStatus, SourceKind};
use crate::plan::{Item, ItemKind, SourceRef};
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::{capital, counted, days, items, verb};
use crate::report::line::isolated;
use crate::report::sections::overdue::number_of;
use crate::report::source_groups::{SourceGroup, source_groups};

/// The most lines that are shown in full.
const SHOWN: usize = 7;

/// A line: what it is in a few words, the sentence, and where to read more.
struct Line {
    short: &'static str,
    sentence: String,
    link: &'static str,
    anchor: &'static str,
}

impl CoverageReport<'_> {
    pub(in crate::report) fn add_decisions(&self, document: &mut Document) {
        document.anchored_section("decide", "To decide or to ask");
        let lines: Vec<Line> = [
            self.unanswered_inspectors(),
            self.late_line(),
            self.fell_due_line(),
            self.urgent_line(),
            self.temporary_line(),
            self.requests_line(),
            self.green_line(),
            self.evidence_line(),
            self.undated_line(),
        ]
        .into_iter()
        .flatten()
        .collect();
        if lines.is_empty() {
            document.paragraph(
                "Nothing is listed here: no inspectors' recommendation is without an action, nothing \
                 is late or to be asked about, no new date waits for agreement, each temporary \
                 arrangement has something lasting to follow, and no action lacks a date or, once \
                 done, evidence.",
            );
        }
        for line in lines.iter().take(SHOWN) {
            document.pointer(&line.sentence, line.link, line.anchor);
        }
        if lines.len() > SHOWN {
            let rest: Vec<_> = lines.iter().skip(SHOWN).map(|line| line.short).collect();
            document.paragraph(&format!("Further down, also: {}.", rest.join("; ")));
        }
    }

    fn unanswered_inspectors(&self) -> Option<Line> {
        let groups = source_groups(&self.coverage);
        let of_inspectors: Vec<_> = groups
            .iter()
            .filter(|group| group.source.is_some_and(is_inspectorate))
            .map(|group| (group, missing(group)))
            .filter(|(_, missing)| *missing > 0)
            .collect();
        let number = self
            .coverage
            .uncovered()
            .filter(|gap| gap.recommendation().source().is_some_and(is_inspectorate))
            .count();
        if number == 0 {
            return None;
        }
        let one_source = of_inspectors.iter().all(|(group, _)| {
            group.source.map(SourceRef::position)
                == of_inspectors
                    .first()
                    .and_then(|(first, _)| first.source.map(SourceRef::position))
        });
        let each = of_inspectors.iter().map(|(group, missing)| {
            let whole = group.recommendations.len();
            let to = match &group.addressee {
                Some(addressee) => format!("to {}", isolated(addressee.label())),
                None => "addressed to nobody by name".to_owned(),
            };
            let name = if one_source { to } else { group.name() };
            format!("{missing} of {whole} {name}")
        });
        Some(Line {
            short: "recommendations with no action",
            sentence: format!(
                "{} of inspectors {} no action: {}.",
                counted(number, "recommendation"),
                verb(number, "has", "have"),
                each.collect::<Vec<_>>().join(", ")
            ),
            link: "Read the recommendations with no action",
            anchor: "no-action",
        })
    }

    fn late_line(&self) -> Option<Line> {
        let late: Vec<_> = self.late().collect();
        let longest = late.iter().map(|item| item.days_late()).max()?;
        let by = if late.len() == 1 {
            format!("by {}", days(longest))
        } else {
            format!("the longest by {}", days(longest))
        };
        let when = self.plan.status_date().map_or("", |_| " when the facts were gathered");
        let was = match (when.is_empty(), late.len()) {
            (true, number) => verb(number, "is", "are"),
            (false, number) => verb(number, "was", "were"),
        };
        let without = late.iter().filter(|item| !item.lead().is_known()).count();
        Some(Line {
            short: "late items",
            sentence: format!(
                "{} {was} late{when}, {by}.{}",
                number_of(&late),
                without_lead(without, late.len())
            ),
            link: "See what is late",
            anchor: "late",
        })
    }

    fn fell_due_line(&self) -> Option<Line> {
        let since: Vec<_> = self.fell_due().collect();
        let without = since.iter().filter(|item| !item.lead().is_known()).count();
        (!since.is_empty()).then(|| Line {
            short: "items that fell due since",
            sentence: format!(
                "{} fell due since the facts were gathered: ask how {} went.{}",
                number_of(&since),
                verb(since.len(), "it", "they"),
                without_lead(without, since.len())
            ),
            link: "See what to ask about",
            anchor: "ask",
        })
    }

    fn urgent_line(&self) -> Option<Line> {
        let number = self
            .coverage
            .recommendations()
            .map(|one| one.recommendation())
            .filter(|one| one.is_urgent())
            .filter(|one| !one.actions().any(|action| action.is_dated(self.as_of)))
            .count();
        (number > 0).then(|| Line {
            short: "urgent recommendations with no dated action",
            sentence: format!(
                "{} {} no action with a date.",
                counted(number, "urgent recommendation"),
                verb(number, "has", "have")
            ),
            link: "Read recommendation by recommendation",
            anchor: "trace",
        })
    }

    fn temporary_line(&self) -> Option<Line> {
        let unfollowed: Vec<_> = self.interim.iter().filter(|one| !one.is_followed()).collect();
        let endless = unfollowed.iter().filter(|one| one.until().is_none()).count();
        let number = unfollowed.len();
        (number > 0).then(|| Line {
            short: "temporary arrangements with nothing to follow",
            sentence: format!(
                "{} {} nothing lasting to follow{}.",
                counted(number, "temporary arrangement"),
                verb(number, "has", "have"),
                match endless {
                    0 => String::new(),
                    all if all == number => ", and no known end".to_owned(),
                    some => format!("; {some} of these {} no known end", verb(some, "has", "have")),
                }
            ),
            link: "See the temporary arrangements",
            anchor: "temporary",
        })
    }

    fn requests_line(&self) -> Option<Line> {
        let asked: Vec<Slippage<'_>> =
            self.slippage().filter(|slippage| slippage.requests() > 0).collect();
        let number = asked.iter().map(Slippage::requests).sum();
        (number > 0).then(|| Line {
            short: "new dates asked for",
            sentence: format!(
                "{} {} asked for and not agreed.",
                counted(number, "new date"),
                verb(number, "is", "are")
            ),
            link: "See which dates moved",
            anchor: "moved",
        })
    }

    fn green_line(&self) -> Option<Line> {
        let green = self.overdue.iter().filter(|item| {
            let declared = item.item().action().declared_rag().colour();
            item.kind() == ItemKind::Action && declared == Some(RagStatus::Green)
        });
        let number = green.count();
        (number > 0).then(|| Line {
            short: "actions declared green past their due date",
            sentence: format!(
                "{} {} declared green although {} due date has passed.",
                counted(number, "action"),
                verb(number, "is", "are"),
                verb(number, "its", "their")
            ),
            link: "Compare the colours with the dates",
            anchor: "colours",
        })
    }

    fn evidence_line(&self) -> Option<Line> {
        let completed: Vec<_> =
            self.plan.actions().filter(|action| action.is_completed(self.as_of)).collect();
        let without = completed.iter().filter(|action| action.record().evidence.is_empty()).count();
        (without > 0).then(|| Line {
            short: "done without evidence",
            sentence: match (without, completed.len()) {
                (1, 1) => "The only completed action has no evidence.".to_owned(),
                (without, all) if without == all => {
                    format!("None of the {all} completed actions has evidence.")
                }
                (without, all) => format!(
                    "{without} of the {all} completed actions {} no evidence.",
                    verb(without, "has", "have")
                ),
            },
            link: "See what this plan cannot show yet",
            anchor: "not-shown",
        })
    }

    fn undated_line(&self) -> Option<Line> {
        let number = self.timeliness.actions().no_date();
        (number > 0).then(|| Line {
            short: "actions without a date",
            sentence: format!(
                "{} still to be done {} no due date.",
                items(number, 0),
                verb(number, "has", "have")
            ),
            link: "See what has no date",
            anchor: "no-date",
        })
    }

    /// Returns how far the dates of each item moved that has a revision or a request.
    pub(in crate::report) fn slippage(&self) -> impl Iterator<Item = Slippage<'_>> {
        let items = self.plan.items().filter(|item: &Item<'_>| !item.revisions().is_empty());
        items.map(|item| Slippage::of(item, self.as_of))
    }
}

fn missing(group: &SourceGroup<'_, '_>) -> usize {
    group.recommendations.iter().filter(|one| one.uncovered().is_some()).count()
}

fn is_inspectorate(source: SourceRef<'_>) -> bool {
    source.record().kind.as_ref().is_some_and(SourceKind::is_inspectorate)
}

/// Returns a sentence about how many have no lead, with a space before it.
fn without_lead(number: usize, whole: usize) -> String {
    match (number, whole) {
        (0, _) => String::new(),
        (1, 1) => " It has no lead.".to_owned(),
        (number, whole) if number == whole => " None of them has a lead.".to_owned(),
        (number, _) => {
            capital(&format!(" {number} of them {} no lead.", verb(number, "has", "have")))
        }
    }
}
