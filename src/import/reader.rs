//! The state of reading a file: the document so far, what was reported and understood, and which cells
//! were used.

use std::collections::{BTreeSet, HashMap};

use super::known_records::KnownRecords;
use super::room::Room;
use super::values::StatusWords;
use super::{Interpretation, ReadOptions, SourceMap};
use crate::cells::Ledger;
use crate::diagnostic::Code;
use crate::diagnostic::Problems;
use crate::due_date::DateContext;
use crate::plan::{Limits, Namespaces, PlanDoc, date_context, quoted};

/// A cell with more pieces than this is not a list that a person wrote.
pub(crate) const MOST_PIECES: usize = 100;

/// The state of reading a file.
pub(crate) struct Reader<'o> {
    pub(crate) options: &'o ReadOptions,
    pub(crate) words: StatusWords,
    /// What is known of the plan that helps to read its dates.
    pub(crate) dates: DateContext,
    pub(crate) doc: PlanDoc,
    pub(crate) namespaces: Namespaces,
    pub(crate) problems: Problems,
    pub(crate) interpretation: Interpretation,
    pub(crate) source_map: SourceMap,
    pub(crate) ledger: Ledger,
    pub(crate) known: KnownRecords,
    /// How often a code was reported for a column of a sheet.
    pub(super) reported: HashMap<(Code, usize, u16), usize>,
    pub(crate) room: Room,
    /// The comments that were kept, by sheet and position.
    pub(crate) comments: BTreeSet<(usize, usize)>,
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
            dates: date_context(&doc, &Limits::default()),
            doc,
            problems,
            interpretation: Interpretation::default(),
            source_map: SourceMap::default(),
            ledger,
            known: KnownRecords::default(),
            reported: HashMap::new(),
            room: Room::default(),
            comments: BTreeSet::new(),
        }
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
        self.known.recommendations.link(&mut self.doc, &self.namespaces, at)
    }
}
