//! Lists, beside what is late, the items whose due day was given up.

use crate::analysis::{DateGivenUp, Slippage};
use crate::plan::ItemKind;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::Due;
use crate::report::document::Document;
use crate::report::grammar::{capital, day, items, verb};
use crate::report::names::{action_of, item_name, lead_sentence};
use crate::report::page::{Cell, NONE, NOT_APPLICABLE, NOT_STATED};
use crate::report::sections::rag::reported_colour;

/// The label for what has no due day because it was given up.
const GIVEN_UP: &str = "Due date given up";

impl CoverageReport<'_> {
    /// Adds the items whose due day was given up, if there are any, as a part of the section on what is
    /// late.
    pub(in crate::report) fn add_given_up(&self, document: &mut Document) {
        if self.given_up.is_empty() {
            return;
        }
        document.part(&format!("{GIVEN_UP}: {}", self.given_up_number()));
        for one in &self.given_up {
            let (was_due, since) = (day(one.was_due()), day(one.since()));
            let instead = Due::current(one.item(), self.as_of).or(NOT_STATED);
            let lead = lead_sentence(one.lead());
            let said = format!(
                "Was due {was_due}, and has had no day since {since}, only {instead}. {lead}"
            );
            document.item(&item_name(one.item()), [said]);
        }
    }

    /// Returns a sentence for the headline, if any due day was given up.
    pub(in crate::report) fn given_up_sentence(&self) -> Option<String> {
        let number = self.given_up.len();
        let (has, its) = (verb(number, "has", "have"), verb(number, "its", "their"));
        let is = verb(number, "is", "are");
        (number > 0).then(|| {
            let who = self.given_up_number();
            format!("{who} {has} had {its} due date given up, and {is} not counted as late.")
        })
    }

    fn given_up_number(&self) -> String {
        let of_kind = |kind| self.given_up.iter().filter(|one| one.kind() == kind).count();
        items(of_kind(ItemKind::Action), of_kind(ItemKind::Milestone))
    }

    /// Returns its row on the page of what is overdue.
    pub(in crate::report) fn given_up_row(&self, one: &DateGivenUp<'_>) -> Vec<Cell> {
        let item = one.item();
        let slippage = Slippage::of(item, self.as_of);
        vec![
            Cell::text(capital(item.kind().as_str())),
            Cell::text_or(item.reference().as_str(), NONE),
            Cell::text(item.title()),
            Cell::text_or(action_of(item).as_deref(), NOT_APPLICABLE),
            Cell::text(item.lead().to_string()),
            Cell::text(Due::current(item, self.as_of).or(NOT_STATED)),
            Cell::text(NOT_APPLICABLE),
            Cell::text(format!(
                "{GIVEN_UP}: was due {}, no day since {}",
                day(one.was_due()),
                day(one.since())
            )),
            Cell::text(Due::original(item, &slippage).or(NONE)),
            Cell::number(slippage.moves()),
            Cell::number(slippage.requests()),
            Cell::text(reported_colour(item.action())),
        ]
    }
}
