//! What is known while a file is read: the document so far, what was reported and understood, and which
//! cells were used.

use std::collections::HashMap;

use super::known_records::{KnownRecommendations, KnownSources, KnownWorkstreams};
use super::ledger::Ledger;
use super::values::StatusWords;
use super::{Interpretation, ReadOptions, SourceMap};
use crate::diagnostic::Code;
use crate::diagnostic::Problems;
use crate::plan::{Namespaces, PlanDoc, quoted};

/// How many bytes of text may be repeated in one file, by merged blocks and by carrying down: so that
/// one long text above very many rows cannot fill the memory.
const MOST_REPEATED: usize = 24_000_000;

/// How much may be made inside other records in one file: links, owners, steps, evidence, updates, each
/// by its [`weight`]. A plan of many thousand actions stays far below; a file made to fill the memory
/// does not pass it.
const MOST_INSIDE: usize = 400_000;

/// More pieces than this in one cell are no list a person wrote.
pub(crate) const MOST_PIECES: usize = 100;

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

/// What is known while a file is read.
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
    /// How often a code was reported of a column of a sheet.
    pub(super) reported: HashMap<(Code, usize, u16), usize>,
    /// The source of recommendations whose row names none.
    pub(crate) default_source: Option<usize>,
    /// How many bytes may still be repeated, by merges and by carrying down.
    repeats: usize,
    /// Whether there was more to repeat, and it has not been said.
    pub(super) is_worn_out: bool,
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
            source_map: SourceMap::default(),
            ledger,
            sources: KnownSources::default(),
            recommendations: KnownRecommendations::default(),
            workstreams: KnownWorkstreams::default(),
            reported: HashMap::new(),
            default_source: None,
            repeats: MOST_REPEATED,
            is_worn_out: false,
            inside: MOST_INSIDE,
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

    /// Whether so many bytes may be repeated once more.
    pub(crate) fn may_repeat(&mut self, bytes: usize) -> bool {
        if let Some(left) = self.repeats.checked_sub(bytes) {
            self.repeats = left;
            return true;
        }
        self.is_worn_out = true;
        false
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

    /// The link to a recommendation.
    pub(crate) fn link(&mut self, at: usize) -> Option<String> {
        self.recommendations.link(&mut self.doc, &self.namespaces, at)
    }
}
