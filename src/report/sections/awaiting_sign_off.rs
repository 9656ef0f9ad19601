//! Lists what its lead has done but has not been accepted yet.

use crate::analysis::Timeliness;
use crate::plan::Item;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::{Due, day_and_words};
use crate::report::document::Document;
use crate::report::line::isolated;
use crate::report::names::{item_name, lead_sentence};

/// The meaning of awaiting sign-off.
pub(in crate::report) const AWAITING: &str =
    "Done by its lead, not yet accepted, and never counted as late.";

impl<'p> CoverageReport<'p> {
    /// Adds the items that await sign-off, if there are any.
    pub(in crate::report) fn add_awaiting(&self, document: &mut Document) {
        let mut awaiting = self.awaiting().peekable();
        if awaiting.peek().is_none() {
            return;
        }
        document.part("Awaiting sign-off");
        document.paragraph(AWAITING);
        for item in awaiting {
            let due = Due::current(item, self.as_of);
            let due = match (due.day, due.words) {
                (Some(due), words) => format!("Due {}.", day_and_words(due, words)),
                (None, Some(words)) => {
                    format!("No due date: written as \u{201c}{}\u{201d}.", isolated(words))
                }
                (None, None) => "No due date.".to_owned(),
            };
            let lead = lead_sentence(item.lead());
            document.item(&item_name(item), [format!("{due} {lead}")]);
        }
    }

    /// Returns a sentence that counts the items awaiting sign-off, if any.
    pub(in crate::report) fn awaiting_sentence(&self) -> Option<String> {
        let number = match self.awaiting().count() {
            0 => return None,
            1 => "1 item awaits sign-off: done by its lead,".to_owned(),
            number => format!("{number} items await sign-off: done by their leads,"),
        };
        Some(format!("{number} not yet accepted, and never counted as late."))
    }

    fn awaiting(&self) -> impl Iterator<Item = Item<'p>> {
        let items = self.timeliness.items();
        items.filter(|one| one.class() == Timeliness::AwaitingSignOff).map(|one| one.item())
    }
}
