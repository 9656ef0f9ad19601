//! Compares the declared colours with those derived from the dates.

use crate::analysis::{Declared, RagDifference, RagItem};
use crate::model::RagStatus;
use crate::plan::ActionRef;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::{capital, counted, days};
use crate::report::names::action_name;
use crate::report::page::{ANOTHER_WORD, NOT_STATED};

impl CoverageReport<'_> {
    pub(in crate::report) fn add_rag(&self, document: &mut Document) {
        document.section("Colours (RAG): as declared, and by the dates");
        let (declared, derived) = (self.rag.declared(), self.rag.derived());
        let all = self.rag.items().len();
        if all == 0 {
            document.paragraph("The plan has no actions.");
            return;
        }
        if declared.coloured() == 0 {
            document.paragraph(&format!(
                "No action has a declared colour (0 of {all}), so there is nothing to compare. By \
                 the dates:"
            ));
        }
        let row = |colour: &str, declared: usize, derived: usize| {
            [colour.to_owned(), declared.to_string(), derived.to_string()]
        };
        document.table(
            ["Actions", "Declared", "By the dates"],
            [
                row(RagStatus::Red.label(), declared.red(), derived.red()),
                row(RagStatus::Amber.label(), declared.amber(), derived.amber()),
                row(RagStatus::Green.label(), declared.green(), derived.green()),
                row("No colour", declared.none(), derived.none()),
            ],
        );
        let policy = self.plan.rag_policy();
        document.paragraph(&format!(
            "By the dates, red is more than {} late, or late at all on an urgent recommendation. \
             Amber is late by less, or shows another sign of delay. Green is completed, or shows no \
             sign of delay. Work that has no date or has stopped has no colour.",
            days(policy.red_after_days),
        ));
        self.add_other_words(document);
        if declared.coloured() == 0 {
            return;
        }
        self.add_difference(document, RagDifference::Optimistic, "Declared better than the dates");
        self.add_difference(document, RagDifference::Cautious, "Declared worse than the dates");
    }

    fn add_other_words(&self, document: &mut Document) {
        let how_many =
            |is: fn(&RagItem<'_>) -> bool| self.rag.items().filter(|item| is(item)).count();
        let statuses = how_many(|item| matches!(item.declared(), Declared::Status(_)));
        let unknown = how_many(|item| matches!(item.declared(), Declared::Unknown(_)));
        if statuses > 0 {
            document.paragraph(&format!(
                "In {} the colour is a word that the plan's own legend reads as a delivery status.",
                counted(statuses, "action")
            ));
        }
        if unknown > 0 {
            document.paragraph(&format!(
                "In {} the colour is a word that is neither a colour nor in the plan's legend.",
                counted(unknown, "action")
            ));
        }
    }

    fn add_difference(&self, document: &mut Document, difference: RagDifference, words: &str) {
        let mut differing = self.rag.differing(difference).peekable();
        if differing.peek().is_none() {
            document.paragraph(&format!("{words}: none."));
            return;
        }
        document.part(&format!("{words}: {}", self.rag.differing(difference).count()));
        if difference == RagDifference::Cautious {
            document.paragraph("People may know something that the dates do not show.");
        }
        for item in differing {
            document.item(&action_name(item.action()), [colours(item)]);
        }
    }
}

fn colours(item: &RagItem<'_>) -> String {
    let colour = |colour: Option<RagStatus>| colour.map_or("no colour", RagStatus::as_str);
    let reasons: Vec<_> = item.derived().reasons().iter().map(ToString::to_string).collect();
    let why = if reasons.is_empty() { String::new() } else { format!(": {}", reasons.join("; ")) };
    format!(
        "Declared {}; by the dates {}{why}.",
        colour(item.declared().colour()),
        colour(item.derived().colour())
    )
}

/// Returns the declared colour of an action. Another word is not shown, since it may be anything.
pub(in crate::report) fn reported_colour(action: ActionRef<'_>) -> String {
    match action.declared_rag() {
        Declared::Colour(colour) => colour.label().to_owned(),
        Declared::Status(status) => {
            let word = action.record().rag.as_deref().unwrap_or_default().trim();
            format!("{}, which means {}", capital(word), status.as_str().replace('-', " "))
        }
        Declared::Missing => NOT_STATED.to_owned(),
        Declared::Unknown(_) => ANOTHER_WORD.to_owned(),
    }
}
