//! What is late; and apart from it what fell due since the facts were gathered, which is to be asked
//! about.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::words::{count, day, day_and_words, days, item_name, sentence, written_otherwise};
use crate::analysis::{OverdueItem, Slippage};
use crate::plan::Item;

/// What was late on the day the facts were gathered, where that day is known.
pub(super) const LATE_WHEN_GATHERED: &str = "Late when the facts were gathered";

/// What fell due on that day or after it.
pub(super) const FELL_DUE: &str = "Fell due since the facts were gathered: ask";

impl CoverageReport<'_> {
    pub(super) fn write_late(&self, document: &mut Document) {
        let gathered = self.plan.status_date();
        document.section(gathered.map_or("Late", |_| LATE_WHEN_GATHERED));
        let mut late = self.overdue.iter().filter(|item| !item.fell_due_since_report()).peekable();
        if late.peek().is_none() {
            let none = match gathered {
                Some(gathered) => {
                    format!("None: nothing that fell due before {} is late.", day(gathered))
                }
                None => "None.".to_owned(),
            };
            let awaiting =
                self.awaiting_words().map_or_else(String::new, |said| format!(" {said}"));
            document.say(&format!("{none}{awaiting}"));
        } else if let Some(awaiting) = self.awaiting_words() {
            document.say(&awaiting);
        }
        for item in late {
            let is = format!("{} late", days(item.days_late()));
            document.item(&item_name(item.item()), [self.late_words(item, &is)]);
        }
    }

    pub(super) fn write_fell_due(&self, document: &mut Document) {
        document.section(FELL_DUE);
        let Some(gathered) = self.plan.status_date() else {
            document.say(
                "Not known, because no day is known on which its facts were gathered. All that \
                 is late stands above.",
            );
            return;
        };
        let mut since = self.overdue.iter().filter(|item| item.fell_due_since_report()).peekable();
        if since.peek().is_none() {
            document.say(&format!(
                "None: nothing still to be done fell due on or after {}.",
                day(gathered)
            ));
            return;
        }
        document.say(&format!(
            "These fell due on or after {}, so the plan could not yet say how they went. Ask.",
            day(gathered)
        ));
        for item in since {
            let is = format!("{} ago", days(item.days_late()));
            document.item(&item_name(item.item()), [self.late_words(item, &is)]);
        }
    }

    fn late_words(&self, item: &OverdueItem<'_>, is: &str) -> String {
        let slippage = Slippage::of(item.item(), self.as_of);
        let lead = sentence(&format!("Lead: {}", item.lead()));
        let asked_for = match slippage.requests {
            0 => String::new(),
            number => {
                format!(" {} asked for and not agreed.", count(number, "new date", "new dates"))
            }
        };
        let words = due_words(item.item(), self.as_of);
        if slippage.revisions == 0 {
            let written = written_otherwise(words, item.due())
                .map_or_else(String::new, |words| format!(", written \u{201c}{words}\u{201d}"));
            return format!(
                "Due {} (its original date{written}), {is}.{asked_for} {lead}",
                day(item.due())
            );
        }
        let first = |baseline| day_and_words(baseline, original_words(item.item()));
        let original = match (slippage.baseline.due_day(), item.days_late_against_baseline()) {
            (Some(baseline), Some(late)) => {
                format!("Originally due {}: {} late against that", first(baseline), days(late))
            }
            (Some(baseline), None) => format!("Originally due {}", first(baseline)),
            (None, _) => match original_words(item.item()) {
                Some(words) => format!("Originally \u{201c}{words}\u{201d}, which is no day"),
                None => "Originally without a due date".to_owned(),
            },
        };
        let moved = match slippage.revisions {
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            times => format!("{times} times"),
        };
        let due = day_and_words(item.due(), words);
        format!("Due {due}, {is}. {original}. Moved {moved}.{asked_for} {lead}")
    }
}

pub(super) fn original_words(item: Item<'_>) -> Option<&str> {
    let due = match item {
        Item::Action(action) => action.record().due.as_ref(),
        Item::Milestone(milestone) => milestone.record().due.as_ref(),
    };
    due.map(|due| due.as_str().trim()).filter(|words| !words.is_empty())
}

/// The words of the due date as of the report's day.
pub(super) fn due_words(item: Item<'_>, as_of: chrono::NaiveDate) -> Option<&str> {
    let revisions = item.revisions().iter().zip(item.revision_dates());
    let mut agreed = revisions.rev().filter(|(_, dates)| dates.is_agreed(as_of));
    match agreed.next() {
        Some((revision, _)) => revision.due.as_ref().map(|due| due.as_str().trim()),
        None => original_words(item),
    }
}
