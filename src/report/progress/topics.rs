//! A topic of the covering note: its heading, and its entries by workstream.

use std::collections::HashMap;

use crate::analysis::Progress;
use crate::plan::{Item, WorkstreamRef};
use crate::report::document::{Document, Level};
use crate::report::line::isolated;
use crate::text::fold_reference;

/// An entry of a topic: what it is about, and the lines below it.
pub(super) struct Entry<'p> {
    pub(super) about: Item<'p>,
    pub(super) text: String,
    pub(super) lines: Vec<String>,
}

/// Where the note is written: on its own, or as a section of another report.
pub(super) struct Topics<'d> {
    document: &'d mut Document,
    level: Level,
    workstreams: HashMap<String, usize>,
}

impl<'d> Topics<'d> {
    /// Creates topics with headings of a level.
    pub(super) fn new(document: &'d mut Document, level: Level, progress: &Progress<'_>) -> Self {
        let mut workstreams = HashMap::new();
        for plan in [progress.later(), progress.earlier()] {
            for workstream in plan.workstreams() {
                let next = workstreams.len();
                workstreams.entry(key(workstream)).or_insert(next);
            }
        }
        Self { document, level, workstreams }
    }

    /// Adds the heading of a topic.
    pub(super) fn heading(&mut self, text: &str) {
        match self.level {
            Level::Part => self.document.part(text),
            _ => self.document.section(text),
        }
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.document.paragraph(text);
    }

    /// Adds an entry that belongs to no workstream.
    pub(super) fn item(&mut self, text: &str, lines: impl IntoIterator<Item = String>) {
        self.document.item(text, lines);
    }

    /// Adds a topic unless it has no entries. The entries are ordered by workstream, and inside one as they come: never
    /// by who is responsible.
    pub(super) fn add(&mut self, heading: &str, entries: Vec<Entry<'_>>) {
        if entries.is_empty() {
            return;
        }
        self.heading(heading);
        self.entries(entries);
    }

    /// Adds entries by workstream.
    pub(super) fn entries(&mut self, entries: Vec<Entry<'_>>) {
        let mut placed: Vec<(usize, Entry<'_>)> =
            entries.into_iter().map(|entry| (self.place(&entry), entry)).collect();
        placed.sort_by_key(|(place, _)| *place);
        let first = placed.first().map(|(place, _)| *place);
        let are_apart = placed.iter().any(|(place, _)| Some(*place) != first);
        let mut before = None;
        for (place, entry) in placed {
            if are_apart && before.replace(place) != Some(place) {
                let workstream = entry.about.action().workstream();
                self.document.paragraph(&workstream.map_or_else(
                    || "In no workstream:".to_owned(),
                    |workstream| format!("{}:", isolated(workstream.name())),
                ));
            }
            self.document.item(&entry.text, entry.lines);
        }
    }

    /// Returns the place of an entry's workstream in the order of the plans.
    fn place(&self, entry: &Entry<'_>) -> usize {
        let workstream = entry.about.action().workstream();
        let known = workstream.and_then(|workstream| self.workstreams.get(&key(workstream)));
        known.copied().unwrap_or(usize::MAX)
    }
}

/// Returns what is the same of a workstream in both plans: its reference, or its name where it has none.
fn key(workstream: WorkstreamRef<'_>) -> String {
    let name = workstream.reference().as_str().unwrap_or(workstream.name());
    fold_reference(name).into_owned()
}
