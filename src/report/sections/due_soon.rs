//! Lists what falls due on the date of the report and in the days after it.

use crate::analysis::DUE_SOON_DAYS;
use crate::plan::ItemKind;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::{Due, day_and_words};
use crate::report::document::{Document, Record, Records};
use crate::report::grammar::{day, days, items, verb};
use crate::report::names::{item_name, lead_cell, lead_sentence};
use crate::report::tag::Tag;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_due_soon(&self, document: &mut Document) {
        document.anchored_section("next", "What is due next");
        if self.due_soon.is_empty() {
            document
                .paragraph(&format!("Nothing still to be done falls due from {}.", self.span()));
        } else {
            let today = self.due_soon.iter().filter(|item| item.days_left() == 0).count();
            let actions =
                self.due_soon.iter().filter(|item| item.item().kind() == ItemKind::Action).count();
            document.paragraph(&format!(
                "{} {} due from {}, {} of them today. Soonest first:",
                items(actions, self.due_soon.len() - actions),
                verb(self.due_soon.len(), "is", "are"),
                self.span(),
                if today == 0 { "none".to_owned() } else { today.to_string() }
            ));
        }
        let rows = self.due_soon.iter().map(|item| {
            let (when, tag) = match item.days_left() {
                0 => ("today".to_owned(), Tag::DueToday),
                left => (format!("in {}", days(left)), Tag::DueSoon),
            };
            let lead = lead_sentence(item.item().lead());
            let due = day_and_words(item.due(), Due::current(item.item(), self.as_of).words);
            let words = format!("Due {due}, {when}. {lead}");
            let cells = [due, when, lead_cell(item.item().lead())];
            Record::new(&item_name(item.item()), [words], Some(tag), cells)
        });
        document.records(Records {
            caption: format!("Due today and in the next {DUE_SOON_DAYS} days"),
            columns: &["Action or milestone", "Due", "When", "Lead"],
            rows: rows.collect(),
        });
        self.add_timeline(document);
    }

    fn span(&self) -> String {
        let last = self.as_of.checked_add_days(chrono::Days::new(DUE_SOON_DAYS.into()));
        match last {
            Some(last) => format!("{} to {}", day(self.as_of), day(last)),
            None => day(self.as_of),
        }
    }
}
