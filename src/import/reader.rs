//! The state of reading a file: the document so far, what was reported and understood, and which cells
//! were used.

use std::collections::HashMap;

use super::known_records::{KnownRecommendations, KnownSources, KnownWorkstreams};
use super::ledger::Ledger;
use super::values::StatusWords;
use super::{Interpretation, ReadOptions, SourceMap};
use crate::diagnostic::Code;
use crate::diagnostic::Problems;
use crate::plan::{Namespaces, PlanDoc, quoted};

/// The most bytes of text that one file may repeat, through merged blocks and blank cells. Stops one
/// long text above very many rows from filling the memory.
const MOST_REPEATED: usize = 24_000_000;

/// The most that one file may add inside other records (links, owners, steps, evidence, updates), each
/// counted by its [`weight`]. A plan of many thousand actions stays far below; a file built to fill the
/// memory does not.
const MOST_INSIDE: usize = 400_000;

/// A cell with more pieces than this is not a list that a person wrote.
pub(crate) const MOST_PIECES: usize = 100;

/// The relative memory cost of a record inside another, including its diagnostics.
pub(crate) mod weight {
    /// An owner, or a link to an existing record.
    pub(crate) const LINK: usize = 1;
    /// An update, a reading, a target.
    pub(crate) const UPDATE: usize = 2;
    /// A piece of evidence.
    pub(crate) const EVIDENCE: usize = 3;
    /// A step.
    pub(crate) const MILESTONE: usize = 6;
    /// A link to a record not known yet: building the plan reports the nearest ones.
    pub(crate) const UNKNOWN_LINK: usize = 6;
    /// A source or a recommendation in a cell with others.
    pub(crate) const RECORD: usize = 8;
}

/// The state of reading a file.
pub(crate) struct Reader<'o> {
    pub(crate) options: &'o ReadOptions,
    pub(crate) words: StatusWords,
    pub(crate) doc: PlanDoc,
    pub(crate) namespaces: Namespaces,
    pub(crate) problems: Problems,
    pub(crate) interpretation: Interpretation,
    pub(crate) source_map: SourceMap,
    pub(crate) ledger: Ledger,
    pub(crate) sources: KnownSources,
    pub(crate) recommendations: KnownRecommendations,
    pub(crate) workstreams: KnownWorkstreams,
    /// How often a code was reported for a column of a sheet.
    pub(super) reported: HashMap<(Code, usize, u16), usize>,
    /// The source of recommendations whose row names none.
    pub(crate) default_source: Option<usize>,
    /// How many more bytes may be repeated, by merged and blank cells.
    repeats: usize,
    /// Whether the limit on repeated text was passed and that is still to be reported.
    pub(super) is_repeat_limit_passed: bool,
    /// How much may still be added inside other records.
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
            source_map: SourceMap::default(),
            ledger,
            sources: KnownSources::default(),
            recommendations: KnownRecommendations::default(),
            workstreams: KnownWorkstreams::default(),
            reported: HashMap::new(),
            default_source: None,
            repeats: MOST_REPEATED,
            is_repeat_limit_passed: false,
            inside: MOST_INSIDE,
        }
    }

    /// Reserves space for this many records inside others, each of the given weight; returns `false` if
    /// it is not available.
    pub(crate) fn may_add(&mut self, records: usize, weight: usize) -> bool {
        match self.inside.checked_sub(records.saturating_mul(weight)) {
            Some(left) => {
                self.inside = left;
                true
            }
            None => false,
        }
    }

    /// Returns whether there is space for this many records inside others.
    pub(crate) fn has_room(&self, records: usize, weight: usize) -> bool {
        self.inside >= records.saturating_mul(weight)
    }

    /// Reserves this many bytes of repeated text; returns `false` if they are not available.
    pub(crate) fn may_repeat(&mut self, bytes: usize) -> bool {
        if let Some(left) = self.repeats.checked_sub(bytes) {
            self.repeats = left;
            return true;
        }
        self.is_repeat_limit_passed = true;
        false
    }

    /// Returns the name of an action in messages.
    pub(crate) fn called(&self, action: usize) -> String {
        self.doc.actions.get(action).map_or_else(
            || "the table".to_owned(),
            |one| match one.reference.as_deref() {
                Some(reference) => format!("action {}", reference.trim()),
                None => format!("action {}", quoted(&one.title)),
            },
        )
    }

    /// Returns the link to a recommendation.
    pub(crate) fn link(&mut self, at: usize) -> Option<String> {
        self.recommendations.link(&mut self.doc, &self.namespaces, at)
    }
}
