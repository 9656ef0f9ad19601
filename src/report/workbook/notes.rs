//! The notes: what the terms and placeholders of the workbook mean.

use crate::analysis::Rung;
use crate::report::coverage_report::CoverageReport;
use crate::report::grammar::{capital, day};
use crate::report::page::{
    ANOTHER_WORD, Cell, Column, NONE, NOT_APPLICABLE, NOT_STATED, Page, THROUGH_PARTS,
    THROUGH_WHOLE,
};
use crate::report::sections::awaiting_sign_off::AWAITING;
use crate::report::sections::overdue::FELL_DUE;

const COLUMNS: &[Column] = &[Column("Word or sign", 36), Column("What it means", 100)];

impl CoverageReport<'_> {
    pub(super) fn notes_page(&self) -> Page {
        let ladder = Rung::ALL.iter().map(|rung| (capital(rung.label()), asks(*rung).to_owned()));
        let notes = ladder
            .chain(fixed(COVERAGE))
            .chain([("For the whole response".to_owned(), self.enabling_words())])
            .chain(self.late_notes())
            .chain(fixed(STANDING))
            .chain(fixed(SIGNS))
            .chain(self.left_out_notes());
        Page {
            name: "Notes",
            title: "How to read this workbook".to_owned(),
            lines: Vec::new(),
            table: "notes",
            columns: COLUMNS,
            rows: notes.map(|(word, means)| vec![Cell::text(word), Cell::text(means)]).collect(),
            none: String::new(),
            bars: Vec::new(),
        }
    }

    fn late_notes(&self) -> Vec<(String, String)> {
        let late = format!(
            "Still to be done, not awaiting sign-off, and due before {}. What is due on that day is \
             not late. Where a month, a quarter or a year is written, its last day counts.",
            day(self.as_of)
        );
        let since = match self.plan.status_date() {
            Some(gathered) => format!(
                "Due on or after {}, when the facts were gathered, so the plan could not yet say \
                 how it went.",
                day(gathered)
            ),
            None => {
                "Not known, because the plan does not say when its facts were gathered.".to_owned()
            }
        };
        vec![("Late, overdue".to_owned(), late), (FELL_DUE.to_owned(), since)]
    }

    fn left_out_notes(&self) -> Vec<(String, String)> {
        let restricted = self
            .restricted_sentence()
            .unwrap_or_else(|| "This workbook includes no record marked restricted.".to_owned());
        let withheld = self
            .withheld_sentence()
            .map_or(restricted.clone(), |withheld| format!("{restricted} {withheld}"));
        let free = "Updates, the text of assessments and other free text are left out, because \
                    they may name people.";
        vec![("Restricted records".to_owned(), withheld), ("Left out".to_owned(), free.to_owned())]
    }
}

/// Returns what a rung requires beyond the one below it.
fn asks(rung: Rung) -> &'static str {
    match rung {
        Rung::Addressed => {
            "The recommendation is answered by at least one action that is neither suspended nor \
             withdrawn, nor a temporary arrangement that has ended."
        }
        Rung::Planned => {
            "And each action linked to it is completed, or has a lead and a due date or a review \
             date."
        }
        Rung::Completed => "And each action linked to it is completed.",
        Rung::Assured => {
            "And the completion of each is shown by evidence that is current and independent of \
             the owner."
        }
    }
}

const COVERAGE: &[(&str, &str)] = &[
    (
        "Met",
        "Not judged here. The steps above show what the plan holds; only somebody who looks at \
         practice can judge whether a recommendation is met.",
    ),
    (
        "Withdrawn by agreement",
        "After the first step, nothing is asked of an action that was withdrawn with a reason and \
         an approver.",
    ),
    (
        "Part",
        "A recommendation has the lowest step of its parts. An action that answers the whole \
         answers each part.",
    ),
    ("Finding", "Listed in Coverage, but not counted in any total."),
];

const STANDING: &[(&str, &str)] = &[
    ("Awaiting sign-off", AWAITING),
    (
        "Completed, lateness not known",
        "A due date or a completion date is missing, so whether it was late is not known.",
    ),
    (
        "Colour (RAG) as reported",
        "The colour that the plan itself gives an action, in words. A milestone has that of its \
         action.",
    ),
];

const SIGNS: &[(&str, &str)] = &[
    (NONE, "There is nothing to show: no source, no reference, no action."),
    (NOT_STATED, "The plan does not say."),
    (
        ANOTHER_WORD,
        "The plan gives a word that is neither a colour nor explained by its own legend.",
    ),
    (
        NOT_APPLICABLE,
        "It does not apply: there is no action in this row, or none that the item belongs to.",
    ),
    (
        THROUGH_PARTS,
        "No action is linked to the recommendation itself. Its parts have actions, in rows of \
         their own.",
    ),
    (
        THROUGH_WHOLE,
        "No action is linked to the part itself. What it is a part of has actions, in rows of \
         its own.",
    ),
];

fn fixed(notes: &'static [(&str, &str)]) -> impl Iterator<Item = (String, String)> {
    notes.iter().map(|(word, means)| ((*word).to_owned(), (*means).to_owned()))
}
