//! Reads the cells of one table and reports problems in them.

use std::borrow::Cow;

use super::DateOrder;
use super::known_records::KnownSources;
use super::reader::Reader;
use super::values::{Note, OddReference, date, month_first, reference, text_of};
use super::view::{Found, TableRow, View};
use crate::cells::Content;
use crate::diagnostic::import_codes::{
    FORMULA_FAILED, SAID_OFTEN, TOO_MUCH_IN_A_CELL, TOO_MUCH_REPEATED,
};
use crate::diagnostic::{Code, CodeEntry};
use crate::due_date::DueDate;
use crate::model::Recommendation;
use crate::text::same;

/// How often a code is reported for one column before only a count is given.
const OFTEN: usize = 500;

/// Stands for the whole row where reports are counted by column.
const ROWS: u16 = u16::MAX;

/// A table being read: its cells, and the state of the file.
pub(crate) struct TableReader<'r, 'o> {
    pub(crate) reader: &'r mut Reader<'o>,
    pub(crate) view: &'r View<'r>,
}

impl TableReader<'_, '_> {
    /// Reports a problem with a cell, unless the same code was reported very often for its column.
    pub(crate) fn report(
        &mut self,
        found: &Found<'_>,
        entry: &CodeEntry,
        subject: &str,
        message: impl Into<String>,
    ) {
        self.report_by(found, found.cell.column, entry, subject, message);
    }

    /// Reports that a cell or the file holds too much, unless that was reported very often for the
    /// sheet.
    pub(crate) fn report_too_much(&mut self, found: &Found<'_>, message: impl Into<String>) {
        self.report_by(found, ROWS, &TOO_MUCH_IN_A_CELL, "the table", message);
    }

    fn report_by(
        &mut self,
        found: &Found<'_>,
        column: u16,
        entry: &CodeEntry,
        subject: &str,
        message: impl Into<String>,
    ) {
        let often =
            self.reader.reported.entry((entry.code(), self.view.layout.sheet, column)).or_default();
        *often += 1;
        if *often <= OFTEN {
            let place = self.view.sheet.place(found.row, found.cell.column);
            self.reader.problems.report(entry, place, subject, message);
        }
    }

    /// Reports a problem with a row, unless the same code was reported very often for the sheet.
    pub(crate) fn report_of_row(
        &mut self,
        row: u32,
        entry: &CodeEntry,
        subject: &str,
        message: impl Into<String>,
    ) {
        let often =
            self.reader.reported.entry((entry.code(), self.view.layout.sheet, ROWS)).or_default();
        *often += 1;
        if *often <= OFTEN {
            self.reader.problems.report(entry, self.view.sheet.row_place(row), subject, message);
        }
    }

    /// Reports how many diagnostics were suppressed for each column.
    pub(crate) fn report_how_often(&mut self) {
        let row = self.view.header_row();
        if std::mem::take(&mut self.reader.room.is_repeat_limit_passed) {
            let message = "long text applies to so many rows, through merged cells or blank cells below \
                           it, that it was not repeated in all of them";
            let place = self.view.sheet.row_place(row);
            self.reader.problems.report(&TOO_MUCH_REPEATED, place, "the table", message);
        }
        let mut often: Vec<(Code, u16, usize)> = self
            .reader
            .reported
            .iter()
            .filter(|((_, sheet, _), count)| *sheet == self.view.layout.sheet && **count > OFTEN)
            .map(|((code, _, column), count)| (*code, *column, *count))
            .collect();
        often.sort_unstable();
        for (code, column, count) in often {
            self.reader.reported.remove(&(code, self.view.layout.sheet, column));
            let more = count - OFTEN;
            let (place, what) = if column == ROWS {
                (self.view.sheet.row_place(row), "rows of this table")
            } else {
                (self.view.sheet.place(row, column), "cells of this column")
            };
            let message = format!("{code} also applies to {more} more {what}");
            self.reader.problems.report(&SAID_OFTEN, place, "the table", message);
        }
    }

    fn report_note(&mut self, found: &Found<'_>, subject: &str, note: &Note) {
        self.report(found, note.entry, subject, note.message.clone());
    }

    /// Returns the text of a cell and marks it used. Reports a failed formula, which has no text.
    pub(crate) fn text<'c>(&mut self, found: &Found<'c>) -> Option<Cow<'c, str>> {
        if let Content::Failed(failed) = &found.cell.content {
            if !found.is_shared {
                let message = format!("the formula failed: {}", failed.trim());
                self.report(found, &FORMULA_FAILED, "the table", message);
                self.reader.ledger.leave(found.at, "its formula failed");
            }
            return None;
        }
        let text = text_of(found.cell, self.view.sheet.dates)?;
        if found.is_shared && !self.reader.room.may_repeat(text.len()) {
            return None;
        }
        self.reader.ledger.mark(found.at);
        Some(match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        })
    }

    /// Returns the reference in a cell and marks it used. A cell that cannot be a reference is reported
    /// and left unused.
    pub(crate) fn reference(
        &mut self,
        found: &Found<'_>,
        subject: &str,
    ) -> Result<Option<String>, OddReference> {
        match reference(found.cell, self.view.sheet.dates) {
            Ok(Some(text)) if found.is_shared && !self.reader.room.may_repeat(text.len()) => {
                Ok(None)
            }
            Ok(reference) => {
                if reference.is_some() {
                    self.reader.ledger.mark(found.at);
                }
                Ok(reference)
            }
            Err(odd) => {
                if !found.is_shared {
                    self.report_note(found, subject, &odd.note());
                    self.reader.ledger.leave(found.at, "it cannot be a reference");
                }
                Err(odd)
            }
        }
    }

    /// Returns the date in a cell of an action, as written, and marks it used.
    pub(crate) fn date_of_action(&mut self, found: &Found<'_>, action: usize) -> Option<DueDate> {
        self.date(found, |reader| reader.called(action))
    }

    /// Returns the date in a cell, as written, and marks it used. The subject is asked for only if there
    /// is something to report.
    pub(crate) fn date(
        &mut self,
        found: &Found<'_>,
        subject: impl Fn(&Reader<'_>) -> String,
    ) -> Option<DueDate> {
        let mut read = date(found.cell, self.view.sheet.dates);
        if let Some(day) = read.words.as_ref().and_then(|words| self.given_day(words.as_str())) {
            read.words = Some(day);
        }
        if !found.is_shared {
            for note in &read.notes {
                let subject = subject(self.reader);
                self.report_note(found, &subject, note);
            }
        }
        match read.words {
            Some(words)
                if found.is_shared && !self.reader.room.may_repeat(words.as_str().len()) =>
            {
                None
            }
            Some(words) => {
                self.reader.ledger.mark(found.at);
                Some(words)
            }
            None => {
                self.reader.ledger.leave(found.at, "it is not a date");
                None
            }
        }
    }

    /// Returns the day that the options say some words stand for.
    pub(crate) fn given_day(&self, words: &str) -> Option<DueDate> {
        let days = &self.reader.options.days;
        if let Some((_, day)) = days.iter().find(|(own, _)| same(own, words)) {
            return Some(day.clone());
        }
        let is_month_first = self.view.layout.rules.dates == DateOrder::MonthFirst;
        is_month_first.then(|| month_first(words)).flatten()
    }

    /// Leaves the cells of a row unused, with a reason.
    pub(crate) fn leave(&mut self, row: TableRow<'_>, why: &'static str) {
        for found in row.filled() {
            self.reader.ledger.leave(found.at, why);
        }
    }

    /// Adds a recommendation read from a row.
    pub(crate) fn new_recommendation(
        &mut self,
        row: u32,
        mut recommendation: Recommendation,
        source: Option<usize>,
    ) -> usize {
        let Reader { doc, namespaces, known, .. } = &mut *self.reader;
        recommendation.source =
            source.and_then(|source| KnownSources::link(doc, namespaces, source));
        let table = Some(self.view.layout.sheet);
        let at = known.recommendations.add(doc, recommendation, source, table);
        self.note_row("recommendations", at, row);
        at
    }

    /// Records the row that a record was read from.
    pub(crate) fn note_row(&mut self, list: &'static str, at: usize, row: u32) {
        self.reader.source_map.record(list, at, self.view.place, row);
    }
}
