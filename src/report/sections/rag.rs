//! Compares the declared colours with those derived from the dates.

use crate::analysis::{Declared, RagDifference, RagItem};
use crate::model::RagStatus;
use crate::plan::ActionRef;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::{Document, Table};
use crate::report::grammar::{capital, counted, days};
use crate::report::line::isolated;
use crate::report::names::action_name;
use crate::report::page::{ANOTHER_WORD, NOT_STATED};

impl CoverageReport<'_> {
    pub(in crate::report) fn add_rag(&self, document: &mut Document) {
        document.anchored_section("colours", "Colours (RAG): declared, and by the dates");
        let declared = self.rag.declared();
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
        document.table(self.colour_table());
        let policy = self.plan.rag_policy();
        document.paragraph(&format!(
            "By the dates, red is more than {} late, or late at all on an urgent recommendation. \
             Amber is late by less, or shows another sign of delay. Green is completed, or shows no \
             sign of delay. Work that has no date or has stopped has no colour.",
            days(policy.red_after_days),
        ));
        self.add_legend(document);
        self.add_other_words(document);
        if declared.coloured() == 0 {
            return;
        }
        self.add_difference(document, RagDifference::Optimistic, "Declared better than the dates");
        self.add_difference(document, RagDifference::Cautious, "Declared worse than the dates");
    }

    /// Returns how many actions have each declared colour and each colour by the dates, or only the
    /// latter if none is declared.
    fn colour_table(&self) -> Table {
        const COLOURS: [Option<RagStatus>; 4] =
            [Some(RagStatus::Red), Some(RagStatus::Amber), Some(RagStatus::Green), None];
        let label = |colour: Option<RagStatus>| colour.map_or("No colour", RagStatus::label);
        let derived =
            |colour| self.rag.items().filter(move |item| item.derived().colour() == colour);
        if self.rag.declared().coloured() == 0 {
            return Table::new(
                "Actions by their colour by the dates",
                ["By the dates", "Actions"],
                COLOURS
                    .map(|colour| [label(colour).to_owned(), derived(colour).count().to_string()]),
            );
        }
        Table::new(
            "Actions by their declared colour (rows) and their colour by the dates (columns)",
            ["Declared (rows), by the dates (columns)", "Red", "Amber", "Green", "No colour"],
            COLOURS.map(|declared| {
                let count = |colour| {
                    let both = derived(colour).filter(|item| item.declared().colour() == declared);
                    let agree = if colour == declared { " agree" } else { "" };
                    format!("{}{agree}", both.count())
                };
                let [red, amber, green, none] = COLOURS.map(count);
                [label(declared).to_owned(), red, amber, green, none]
            }),
        )
    }

    /// Says what the plan's own words for colours mean, if it has any.
    fn add_legend(&self, document: &mut Document) {
        let legend = &self.plan.doc().legend;
        if !legend.is_empty() {
            let words = legend.iter().map(|entry| {
                let means = entry.means.as_str().replace('-', " ");
                format!("\u{201c}{}\u{201d} means {means}", isolated(&entry.word))
            });
            document.list("The plan's own legend:", words);
        }
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
