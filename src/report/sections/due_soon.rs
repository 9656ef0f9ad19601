//! Lists what falls due on the date of the report and in the days after it.

use crate::analysis::DUE_SOON_DAYS;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::{Due, day_and_words};
use crate::report::document::Document;
use crate::report::grammar::{day, days, sentence};
use crate::report::names::item_name;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_due_soon(&self, document: &mut Document) {
        document.section(&format!("Due today and in the next {DUE_SOON_DAYS} days"));
        if self.due_soon.is_empty() {
            document.paragraph(&format!(
                "None: nothing still to be done falls due from {}.",
                self.span()
            ));
            return;
        }
        if self.due_soon.iter().all(|item| item.days_left() > 0) {
            document.paragraph("Nothing is due today. Soonest first:");
        } else {
            document.paragraph("Soonest first:");
        }
        for item in &self.due_soon {
            let when = match item.days_left() {
                0 => "today".to_owned(),
                left => format!("in {}", days(left)),
            };
            let lead = sentence(&format!("Lead: {}", item.item().lead()));
            let due = day_and_words(item.due(), Due::current(item.item(), self.as_of).words);
            document.item(&item_name(item.item()), [format!("Due {due}, {when}. {lead}")]);
        }
    }

    fn span(&self) -> String {
        let last = self.as_of.checked_add_days(chrono::Days::new(DUE_SOON_DAYS.into()));
        match last {
            Some(last) => format!("{} to {}", day(self.as_of), day(last)),
            None => day(self.as_of),
        }
    }
}
