//! What is known while a file is read: the document so far, what was said and understood, and which
//! cells were used.

use std::borrow::Cow;
use std::collections::HashMap;

use super::known_records::{KnownRecommendations, KnownSources, KnownWorkstreams};
use super::ledger::Ledger;
use super::values::{Note, OddReference, StatusWords, date, reference, text_of};
use super::view::{Found, View};
use super::{Interpretation, ReadOptions, SourceMap};
use crate::cells::Content;
use crate::diagnostic::Problems;
use crate::diagnostic::import_codes::{
    FORMULA_FAILED, SAID_OFTEN, TOO_MUCH_IN_A_CELL, TOO_MUCH_REPEATED,
};
use crate::diagnostic::{Code, CodeEntry};
use crate::due_date::DueDate;
use crate::plan::{Namespaces, PlanDoc, quoted};

/// How often the same is said of one column, before only a count is given.
const OFTEN: usize = 500;

/// How many bytes of text may be repeated in one file, by merged blocks and by carrying down: so that
/// one long text above very many rows cannot fill the memory.
const MOST_REPEATED: usize = 24_000_000;

/// How much may be made inside other records in one file: links, owners, steps, evidence, updates, each
/// by its [`weight`]. A plan of many thousand actions stays far below; a file made to fill the memory
/// does not pass it.
const MOST_INSIDE: usize = 400_000;

/// What a record inside another takes beside the others, with what is said of it where it is wrong.
pub(crate) mod weight {
    /// An owner, or a link to something that is there.
    pub(crate) const LINK: usize = 1;
    /// An update, a reading, a target.
    pub(crate) const UPDATE: usize = 2;
    /// A piece of evidence.
    pub(crate) const EVIDENCE: usize = 3;
    /// A step.
    pub(crate) const MILESTONE: usize = 6;
    /// A link to nothing that is known yet: building the plan says what is nearest to each.
    pub(crate) const UNKNOWN_LINK: usize = 6;
    /// A source or a recommendation that stands in a cell with others.
    pub(crate) const RECORD: usize = 8;
}

/// Stands for a row as a whole where columns are counted.
const ROWS: u16 = u16::MAX;

/// What is known while a file is read.
pub(crate) struct Reader<'o> {
    pub(crate) options: &'o ReadOptions,
    pub(crate) words: StatusWords,
    pub(crate) doc: PlanDoc,
    pub(crate) namespaces: Namespaces,
    pub(crate) problems: Problems,
    pub(crate) interpretation: Interpretation,
    pub(crate) places: SourceMap,
    pub(crate) ledger: Ledger,
    pub(crate) sources: KnownSources,
    pub(crate) recommendations: KnownRecommendations,
    pub(crate) workstreams: KnownWorkstreams,
    /// How often a code was said of a column of a sheet.
    said: HashMap<(Code, usize, u16), usize>,
    /// The source of recommendations whose row names none.
    pub(crate) default_source: Option<usize>,
    /// How many bytes may still be repeated, by merges and by carrying down.
    repeats: usize,
    /// Whether there was more to repeat, and it has not been said.
    is_worn_out: bool,
    /// How much may still be made inside other records.
    inside: usize,
}

impl<'o> Reader<'o> {
    pub(crate) fn new(
        options: &'o ReadOptions,
        words: StatusWords,
        doc: PlanDoc,
        problems: Problems,
        ledger: Ledger,
    ) -> Self {
        Self {
            options,
            words,
            namespaces: Namespaces::new(&doc),
            doc,
            problems,
            interpretation: Interpretation::default(),
            places: SourceMap::default(),
            ledger,
            sources: KnownSources::default(),
            recommendations: KnownRecommendations::default(),
            workstreams: KnownWorkstreams::default(),
            said: HashMap::new(),
            default_source: None,
            repeats: MOST_REPEATED,
            is_worn_out: false,
            inside: MOST_INSIDE,
        }
    }

    /// Says something of a cell, unless the same was said of its column very often.
    pub(crate) fn report(
        &mut self,
        view: &View<'_>,
        found: &Found<'_>,
        entry: &CodeEntry,
        subject: &str,
        message: impl Into<String>,
    ) {
        self.report_by(view, found, found.cell.column, entry, subject, message);
    }

    /// Says of a cell that the file holds too much, unless that was said of its sheet very often.
    pub(crate) fn report_too_much(
        &mut self,
        view: &View<'_>,
        found: &Found<'_>,
        message: impl Into<String>,
    ) {
        self.report_by(view, found, ROWS, &TOO_MUCH_IN_A_CELL, "the table", message);
    }

    fn report_by(
        &mut self,
        view: &View<'_>,
        found: &Found<'_>,
        column: u16,
        entry: &CodeEntry,
        subject: &str,
        message: impl Into<String>,
    ) {
        let often = self.said.entry((entry.code, view.layout.sheet, column)).or_default();
        *often += 1;
        if *often <= OFTEN {
            let place = view.sheet.place(found.row, found.cell.column);
            self.problems.report(entry, place, subject, message);
        }
    }

    /// Says something of a row, unless the same was said of its sheet very often.
    pub(crate) fn report_of_row(
        &mut self,
        view: &View<'_>,
        row: u32,
        entry: &CodeEntry,
        subject: &str,
        message: impl Into<String>,
    ) {
        let often = self.said.entry((entry.code, view.layout.sheet, ROWS)).or_default();
        *often += 1;
        if *often <= OFTEN {
            self.problems.report(entry, view.sheet.row_place(row), subject, message);
        }
    }

    /// Whether so many more records may be made inside others. Their weight is what each takes.
    pub(crate) fn may_add(&mut self, records: usize, weight: usize) -> bool {
        match self.inside.checked_sub(records.saturating_mul(weight)) {
            Some(left) => {
                self.inside = left;
                true
            }
            None => false,
        }
    }

    /// Whether so many more records could be made inside others.
    pub(crate) fn has_room(&self, records: usize, weight: usize) -> bool {
        self.inside >= records.saturating_mul(weight)
    }

    /// Says how often it stayed silent of the columns of a table.
    pub(crate) fn report_how_often(&mut self, view: &View<'_>) {
        let row = view.sheet.rows.get(view.layout.header.start).map_or(1, |row| row.number);
        if std::mem::take(&mut self.is_worn_out) {
            let message = "long words stand for so many rows, by merged cells or blank cells below \
                           them, that they were not read into all of these";
            let place = view.sheet.row_place(row);
            self.problems.report(&TOO_MUCH_REPEATED, place, "the table", message);
        }
        let mut often: Vec<(Code, u16, usize)> = self
            .said
            .iter()
            .filter(|((_, sheet, _), count)| *sheet == view.layout.sheet && **count > OFTEN)
            .map(|((code, _, column), count)| (*code, *column, *count))
            .collect();
        often.sort_unstable();
        for (code, column, count) in often {
            self.said.remove(&(code, view.layout.sheet, column));
            let more = count - OFTEN;
            let (place, what) = if column == ROWS {
                (view.sheet.row_place(row), "rows of this table")
            } else {
                (view.sheet.place(row, column), "cells of this column")
            };
            let message = format!("{code} holds of {more} more {what}");
            self.problems.report(&SAID_OFTEN, place, "the table", message);
        }
    }

    /// Whether so many bytes may be repeated once more.
    pub(crate) fn may_repeat(&mut self, bytes: usize) -> bool {
        if let Some(left) = self.repeats.checked_sub(bytes) {
            self.repeats = left;
            return true;
        }
        self.is_worn_out = true;
        false
    }

    fn report_note(&mut self, view: &View<'_>, found: &Found<'_>, subject: &str, note: &Note) {
        self.report(view, found, note.entry, subject, note.message.clone());
    }

    /// The words of a cell, which is then used. A failed formula has none, and is said.
    pub(crate) fn text<'a>(&mut self, view: &View<'a>, found: &Found<'a>) -> Option<Cow<'a, str>> {
        if let Content::Failed(failed) = &found.cell.content {
            if !found.is_shared {
                let message = format!("the formula failed: {}", failed.trim());
                self.report(view, found, &FORMULA_FAILED, "the table", message);
                self.ledger.leave(found.at, "its formula failed");
            }
            return None;
        }
        let text = text_of(found.cell, view.sheet.dates)?;
        if found.is_shared && !self.may_repeat(text.len()) {
            return None;
        }
        self.ledger.mark(found.at);
        Some(match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        })
    }

    /// The reference in a cell, which is then used; what cannot be one is said, kept as it looks in no
    /// record, and left.
    pub(crate) fn reference(
        &mut self,
        view: &View<'_>,
        found: &Found<'_>,
        subject: &str,
    ) -> Result<Option<String>, OddReference> {
        match reference(found.cell, view.sheet.dates) {
            Ok(Some(text)) if found.is_shared && !self.may_repeat(text.len()) => Ok(None),
            Ok(reference) => {
                if reference.is_some() {
                    self.ledger.mark(found.at);
                }
                Ok(reference)
            }
            Err(odd) => {
                if !found.is_shared {
                    self.report_note(view, found, subject, &odd.note());
                    self.ledger.leave(found.at, "it cannot be a reference");
                }
                Err(odd)
            }
        }
    }

    /// The date words of a cell, which is then used.
    pub(crate) fn date(
        &mut self,
        view: &View<'_>,
        found: &Found<'_>,
        subject: &str,
    ) -> Option<DueDate> {
        let read = date(found.cell, view.sheet.dates);
        if !found.is_shared {
            for note in &read.notes {
                self.report_note(view, found, subject, note);
            }
        }
        match read.words {
            Some(words) if found.is_shared && !self.may_repeat(words.as_str().len()) => None,
            Some(words) => {
                self.ledger.mark(found.at);
                Some(words)
            }
            None => {
                self.ledger.leave(found.at, "it is no date");
                None
            }
        }
    }

    /// What an action is called in a message.
    pub(crate) fn called(&self, action: usize) -> String {
        self.doc.actions.get(action).map_or_else(
            || "the table".to_owned(),
            |one| match one.reference.as_deref() {
                Some(reference) => format!("action {}", reference.trim()),
                None => format!("action {}", quoted(&one.title)),
            },
        )
    }
}
