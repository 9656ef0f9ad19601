//! What its lead has done and nobody has accepted yet.

use super::coverage_report::CoverageReport;
use super::document::Document;
use super::late::due_words;
use super::words::{day_and_words, item_name, sentence};
use crate::analysis::Timeliness;
use crate::plan::Item;

/// What it means.
pub(super) const AWAITING: &str = "Done by its lead, not yet accepted, and never counted as late.";

impl<'p> CoverageReport<'p> {
    /// A section of its own, and only where something awaits sign-off.
    pub(super) fn write_awaiting(&self, document: &mut Document) {
        let mut awaiting = self.awaiting().peekable();
        if awaiting.peek().is_none() {
            return;
        }
        document.section("Awaiting sign-off");
        document.say(AWAITING);
        for item in awaiting {
            let words = due_words(item, self.as_of).filter(|words| !words.is_empty());
            let due = match (item.current_due(self.as_of).due_day(), words) {
                (Some(due), words) => format!("Due {}.", day_and_words(due, words)),
                (None, Some(words)) => format!("No due day: written as \u{201c}{words}\u{201d}."),
                (None, None) => "No due day.".to_owned(),
            };
            let lead = sentence(&format!("Lead: {}", item.lead()));
            document.item(&item_name(item), [format!("{due} {lead}")]);
        }
    }

    /// How many await sign-off, as a sentence: nothing where none does.
    pub(super) fn awaiting_words(&self) -> Option<String> {
        let said = match self.awaiting().count() {
            0 => return None,
            1 => "1 item awaits sign-off: done by its lead,".to_owned(),
            number => format!("{number} items await sign-off: done by their leads,"),
        };
        Some(format!("{said} not yet accepted, and never counted as late."))
    }

    fn awaiting(&self) -> impl Iterator<Item = Item<'p>> {
        let items = self.timeliness.items();
        items.filter(|one| one.class() == Timeliness::AwaitingSignOff).map(|one| one.item())
    }
}
