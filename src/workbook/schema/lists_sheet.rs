//! The sheet of lists: the words of every drop-down, and the marker that identifies a working workbook.

use super::escape::is_plain;
use super::word_list;
use crate::diagnostic::column_letters;
use crate::model::{LegendMeaning, RagStatus};
use crate::plan::PlanDoc;
use crate::text::{fold, is_blank};

/// The name of the sheet.
pub(in crate::workbook) const LISTS: &str = "Lists";

/// The text of its first cell, which identifies a working workbook.
pub(in crate::workbook) const MARK: &str = "improvement-plan workbook, format 1";

/// The text below the marker.
pub(in crate::workbook) const HINT: &str = "The words of the drop-down lists. Please leave this sheet as it is: by its first cell the workbook is known when it comes back.";

/// The names of the two lists that are not vocabularies of the document.
pub(in crate::workbook) const RAG: &str = "RAG";
pub(in crate::workbook) const YES_OR_NO: &str = "Yes or no";

/// The words of every drop-down.
pub(in crate::workbook) struct Lists {
    pub(in crate::workbook) columns: Vec<(&'static str, Vec<String>)>,
    /// The words of the RAG column, each with what it means.
    pub(in crate::workbook) colours: Vec<(String, LegendMeaning)>,
}

impl Lists {
    pub(in crate::workbook) fn new(doc: &PlanDoc) -> Self {
        let colours = colours(doc);
        let rag = colours.iter().map(|(word, _)| word.clone()).collect();
        let flags = vec!["yes".to_owned(), "no".to_owned()];
        let vocabularies = word_list::ALL.iter().map(|one| (one.name, one.labels()));
        let own = [(RAG, rag), (YES_OR_NO, flags)];
        Self { columns: own.into_iter().chain(vocabularies).collect(), colours }
    }

    /// Returns the range of the words of a list.
    pub(in crate::workbook) fn range(&self, name: &str) -> Option<String> {
        let at = self.columns.iter().position(|(one, _)| *one == name)?;
        let (_, words) = self.columns.get(at)?;
        let letters = column_letters(u16::try_from(at).ok()? + 1);
        Some(format!("={LISTS}!${letters}$2:${letters}${}", words.len() + 1))
    }

    /// Returns every text of the sheet.
    pub(in crate::workbook) fn texts(&self) -> impl Iterator<Item = &str> {
        let words = self
            .columns
            .iter()
            .flat_map(|(name, words)| words.iter().map(String::as_str).chain([*name]));
        words.chain([MARK, HINT])
    }
}

/// Returns the colours in the form the plan uses, then the words of its legend.
fn colours(doc: &PlanDoc) -> Vec<(String, LegendMeaning)> {
    let used = |wanted: &str| {
        let mut words = doc.actions.iter().filter_map(|action| action.rag.as_deref());
        words.find(|word| fold(word) == wanted).map(|word| word.trim().to_owned())
    };
    let colour = |colour: RagStatus| {
        let word = used(colour.as_str()).unwrap_or_else(|| colour.label().to_owned());
        (word, LegendMeaning::Colour(colour))
    };
    // The worst colour first.
    let mut colours: Vec<_> = RagStatus::ALL.iter().rev().copied().map(colour).collect();
    for entry in &doc.legend {
        let word = entry.word.trim();
        let is_known = colours.iter().any(|(known, _)| fold(known) == fold(word));
        // A drop-down is for short words; anything longer is typed.
        if !is_blank(word) && !is_known && is_plain(word) && word.len() <= 200 {
            colours.push((word.to_owned(), entry.means));
        }
    }
    colours
}
