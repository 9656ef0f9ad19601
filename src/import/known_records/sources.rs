//! The sources already met.

use std::collections::HashMap;

use crate::due_date::DueDate;
use crate::model::Source;
use crate::plan::{Namespaces, PlanDoc};
use crate::text::{fold, fold_reference, written};

/// The sources already met.
#[expect(clippy::struct_field_names, reason = "each field says what it is looked up by")]
#[derive(Debug, Default)]
pub(crate) struct KnownSources {
    by_reference: HashMap<String, usize>,
    by_title: HashMap<String, usize>,
    /// Sources made from a table, by name and date.
    by_pair: HashMap<(String, String), usize>,
}

impl KnownSources {
    pub(crate) fn add(&mut self, doc: &mut PlanDoc, source: Source) -> usize {
        let at = doc.sources.len();
        if let Some(reference) = written(source.reference.as_ref()) {
            self.by_reference.entry(fold_reference(reference).into_owned()).or_insert(at);
        }
        self.by_title.entry(fold(&source.title).into_owned()).or_insert(at);
        doc.sources.push(source);
        at
    }

    /// Returns the source that a link of the document names.
    pub(crate) fn linked(&self, link: &str) -> Option<usize> {
        self.by_reference.get(&*fold_reference(link)).copied()
    }

    /// Returns whether a source has this reference or title.
    pub(crate) fn is_known(&self, name: &str) -> bool {
        self.linked(name).is_some() || self.by_title.contains_key(&*fold(name))
    }

    /// Returns the source with a name and date, adding it if new, and whether it is new. Each pair is
    /// one source.
    pub(crate) fn of(
        &mut self,
        doc: &mut PlanDoc,
        name: &str,
        published: Option<&DueDate>,
    ) -> (usize, bool) {
        let folded = fold(name).into_owned();
        let day = published.map(|day| fold(day.as_str()).into_owned()).unwrap_or_default();
        if let Some(at) = self.by_pair.get(&(folded.clone(), day.clone())) {
            return (*at, false);
        }
        let known = self.linked(name).or_else(|| self.by_title.get(&folded).copied());
        if let (Some(at), true) = (known, day.is_empty()) {
            return (at, false);
        }
        let title = match published {
            Some(day) => format!("{}, {}", name.trim(), day.as_str().trim()),
            None => name.trim().to_owned(),
        };
        let mut source = Source::new(title);
        source.published = published.cloned();
        let at = self.add(doc, source);
        self.by_pair.insert((folded, day), at);
        (at, true)
    }

    /// Returns the link to a source.
    pub(crate) fn link(doc: &mut PlanDoc, names: &Namespaces, at: usize) -> Option<String> {
        let source = doc.sources.get_mut(at)?;
        if let Some(reference) = written(source.reference.as_ref()) {
            return Some(reference.to_owned());
        }
        let id = names.source(source);
        source.id = Some(id);
        Some(id.to_string())
    }
}
