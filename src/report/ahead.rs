//! What falls due on the day and in the days after it.

use super::coverage_report::{AHEAD, CoverageReport};
use super::document::Document;
use super::late::due_words;
use super::words::{day, day_and_words, days, item_name, sentence};

impl CoverageReport<'_> {
    pub(super) fn write_ahead(&self, document: &mut Document) {
        document.section(&format!("Due today and in the next {AHEAD} days"));
        if self.ahead.is_empty() {
            document
                .say(&format!("None: nothing still to be done falls due from {}.", self.span()));
            return;
        }
        if self.ahead.iter().all(|item| item.days_left() > 0) {
            document.say("Nothing is due today. Soonest first:");
        } else {
            document.say("Soonest first:");
        }
        for item in &self.ahead {
            let when = match item.days_left() {
                0 => "today".to_owned(),
                left => format!("in {}", days(left)),
            };
            let lead = sentence(&format!("Lead: {}", item.item().lead()));
            let due = day_and_words(item.due(), due_words(item.item(), self.as_of));
            let said = format!("Due {due}, {when}. {lead}");
            document.item(&item_name(item.item()), [said]);
        }
    }

    fn span(&self) -> String {
        let last = self.as_of.checked_add_days(chrono::Days::new(AHEAD.into()));
        match last {
            Some(last) => format!("{} to {}", day(self.as_of), day(last)),
            None => day(self.as_of),
        }
    }
}
