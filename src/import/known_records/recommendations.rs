//! The recommendations already met.

use std::collections::HashMap;

use crate::id::RecommendationId;
use crate::model::Recommendation;
use crate::plan::{Namespaces, PlanDoc};
use crate::text::{fold, fold_reference, written};

/// The recommendations already met.
#[derive(Debug, Default)]
pub(crate) struct KnownRecommendations {
    by_reference: Called,
    by_text: Called,
    /// What is known of each, by position.
    known: Vec<Known>,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    source: Option<usize>,
    /// Whether it is on a row that only names it, above the actions it heads.
    is_head: bool,
    /// The table it was read from, or `None` if it came from elsewhere.
    table: Option<usize>,
    /// Whether it is in a list of recommendations rather than beside the actions that answer it.
    is_listed: bool,
}

/// An index of recommendations by name.
#[derive(Debug, Default)]
struct Called {
    first: HashMap<String, First>,
    /// The first of each name within a source, if the first of all is from another.
    within: HashMap<(Option<usize>, String), usize>,
}

/// The first recommendation with a name.
#[derive(Debug, Clone, Copy)]
struct First {
    at: usize,
    source: Option<usize>,
    /// Whether another source has one of that name too.
    is_shared: bool,
}

impl Called {
    fn add(&mut self, name: &str, source: Option<usize>, at: usize) {
        match self.first.get_mut(name) {
            None => {
                self.first.insert(name.to_owned(), First { at, source, is_shared: false });
            }
            Some(first) if first.source == source => {}
            Some(first) => {
                first.is_shared = true;
                self.within.entry((source, name.to_owned())).or_insert(at);
            }
        }
    }

    fn is_known(&self, name: &str) -> bool {
        self.first.contains_key(name)
    }

    fn is_shared(&self, name: &str) -> bool {
        self.first.get(name).is_some_and(|first| first.is_shared)
    }

    /// Returns the recommendation of a source.
    fn of_source(&self, name: &str, source: Option<usize>) -> Option<usize> {
        let first = self.first.get(name)?;
        if first.source == source {
            return Some(first.at);
        }
        first.is_shared.then(|| self.within.get(&(source, name.to_owned())).copied()).flatten()
    }

    /// Returns the recommendation of a source, else the only one with the name.
    fn find(&self, name: &str, source: Option<usize>) -> Option<usize> {
        self.of_source(name, source)
            .or_else(|| self.first.get(name).filter(|first| !first.is_shared).map(|first| first.at))
    }
}

impl KnownRecommendations {
    pub(crate) fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Adds a recommendation of a source, read from a table.
    pub(crate) fn add(
        &mut self,
        doc: &mut PlanDoc,
        recommendation: Recommendation,
        source: Option<usize>,
        table: Option<usize>,
    ) -> usize {
        let at = doc.recommendations.len();
        if let Some(reference) = written(recommendation.reference.as_ref()) {
            self.by_reference.add(&fold_reference(reference), source, at);
        }
        self.by_text.add(&fold(&recommendation.text), source, at);
        self.known.push(Known { source, is_head: false, table, is_listed: false });
        doc.recommendations.push(recommendation);
        at
    }

    /// Returns whether any recommendation has this reference.
    pub(crate) fn is_reference(&self, reference: &str) -> bool {
        self.by_reference.is_known(&fold_reference(reference))
    }

    /// Returns the recommendation with a reference: that of the source, else the only one.
    pub(crate) fn by_reference(&self, reference: &str, source: Option<usize>) -> Option<usize> {
        self.by_reference.find(&fold_reference(reference), source)
    }

    /// Returns the recommendation with this text.
    pub(crate) fn by_text(&self, text: &str, source: Option<usize>) -> Option<usize> {
        self.by_text.find(&fold(text), source)
    }

    /// Returns the recommendation with this text in the same source, or without a source if that is
    /// `None`.
    pub(crate) fn same_text(&self, text: &str, source: Option<usize>) -> Option<usize> {
        self.by_text.of_source(&fold(text), source)
    }

    /// Records that a recommendation is on a row that only names it, above the actions it heads.
    pub(crate) fn set_head(&mut self, at: usize) {
        if let Some(known) = self.known.get_mut(at) {
            known.is_head = true;
        }
    }

    pub(crate) fn is_head(&self, at: usize) -> bool {
        self.known.get(at).is_some_and(|known| known.is_head)
    }

    /// Returns whether a recommendation was read from this table rather than given elsewhere.
    pub(crate) fn is_from(&self, at: usize, table: usize) -> bool {
        self.known.get(at).is_some_and(|known| known.table == Some(table))
    }

    /// Records that a recommendation is in a list of recommendations.
    pub(crate) fn list(&mut self, at: usize) {
        if let Some(known) = self.known.get_mut(at) {
            known.is_listed = true;
        }
    }

    /// Returns whether a recommendation was read from a table of actions.
    pub(crate) fn is_from_actions(&self, at: usize) -> bool {
        self.known.get(at).is_some_and(|known| known.table.is_some() && !known.is_listed)
    }

    /// Returns whether a recommendation was read from any table of the file.
    pub(crate) fn is_from_a_table(&self, at: usize) -> bool {
        self.known.get(at).is_some_and(|known| known.table.is_some())
    }

    /// Returns the link to a recommendation: its reference if it is unique, else its id.
    pub(crate) fn link(&self, doc: &mut PlanDoc, names: &Namespaces, at: usize) -> Option<String> {
        let source = self.known.get(at).and_then(|known| known.source);
        let recommendation = doc.recommendations.get_mut(at)?;
        if let Some(reference) = written(recommendation.reference.as_ref())
            && !self.by_reference.is_shared(&fold_reference(reference))
        {
            return Some(reference.to_owned());
        }
        let source = source.and_then(|source| doc.sources.get(source));
        let id = RecommendationId::from_uuid(names.id(recommendation, source));
        recommendation.id = Some(id);
        Some(id.to_string())
    }
}
