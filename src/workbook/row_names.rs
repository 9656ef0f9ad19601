//! The names by which one sheet refers to the rows of another.

use std::collections::{HashMap, HashSet};

use crate::model::{Recommendation, Record};
use crate::plan::PlanDoc;
use crate::text::{fold_reference, is_blank, written};

/// The names of the records of a list.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The names of each record, best first.
    records: Vec<Vec<String>>,
    /// The records that have a name, by the form in which names are compared.
    named: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, usize>,
    /// The records whose reference has changed since the workbook was written.
    renamed: HashSet<usize>,
}

/// The record of a hidden key.
pub(super) struct KeyOf {
    pub(super) key: String,
    pub(super) at: usize,
    /// Whether its reference has changed since the workbook was written.
    pub(super) is_renamed: bool,
}

/// The record that a name refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NamedRecord {
    One(usize),
    /// No record has the name, but the hidden key identifies the record it was written for.
    Renamed(usize),
    Several(Vec<usize>),
    Nothing,
}

impl Names {
    /// Names records by their reference and by their text.
    pub(super) fn new(records: &[impl Record]) -> Self {
        Self::from_names(records.iter().map(|one| names_of(one, None)))
    }

    /// Names recommendations also by their source and reference together.
    pub(super) fn of_recommendations(records: &[Recommendation]) -> Self {
        Self::from_names(records.iter().map(|one| names_of(one, written(one.source.as_ref()))))
    }

    fn from_names(all: impl Iterator<Item = Vec<String>>) -> Self {
        let mut names = Self::default();
        for (at, own) in all.enumerate() {
            let own: Vec<String> = own.into_iter().filter(|name| !is_blank(name)).collect();
            for name in &own {
                let holders = names.named.entry(fold_reference(name).into_owned()).or_default();
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
            names.records.push(own);
        }
        names
    }

    /// Adds the hidden key of each record.
    pub(super) fn with_keys(mut self, keys: impl IntoIterator<Item = KeyOf>) -> Self {
        for KeyOf { key, at, is_renamed } in keys {
            self.by_key.entry(key).or_insert(at);
            if is_renamed {
                self.renamed.insert(at);
            }
        }
        self
    }

    /// Returns the shortest name that is unique to a record, or else its best.
    pub(super) fn of(&self, at: usize) -> Option<&str> {
        let names = self.records.get(at)?;
        let is_own = |name: &&String| {
            self.named.get(fold_reference(name).as_ref()).is_some_and(|held| held.len() == 1)
        };
        names.iter().find(is_own).or_else(|| names.first()).map(String::as_str)
    }

    /// Finds the record that a name and the hidden key beside it stand for.
    pub(super) fn named(&self, name: Option<&str>, key: Option<usize>) -> NamedRecord {
        let Some(name) = name else { return key.map_or(NamedRecord::Nothing, NamedRecord::One) };
        let held = self.named.get(fold_reference(name).as_ref()).map_or(&[][..], Vec::as_slice);
        match (held, key) {
            (held, Some(key)) if held.contains(&key) => NamedRecord::One(key),
            // The record may have had this name, which another record has now.
            (_, Some(key)) if self.renamed.contains(&key) => NamedRecord::Renamed(key),
            ([one], _) => NamedRecord::One(*one),
            ([], Some(key)) => NamedRecord::Renamed(key),
            ([], None) => NamedRecord::Nothing,
            (several, _) => NamedRecord::Several(several.to_vec()),
        }
    }

    /// Returns whether any record has a name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.named.contains_key(fold_reference(name).as_ref())
    }

    pub(super) fn by_key(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }
}

fn names_of(record: &dyn Record, source: Option<&str>) -> Vec<String> {
    let own = record.reference();
    let whole = own.zip(source).map(|(own, source)| format!("{source}/{own}"));
    let own = own.map(str::to_owned).into_iter();
    own.chain(whole).chain([record.words().to_owned()]).collect()
}

/// The names of all rows of a document on other sheets.
pub(super) struct RowNames {
    pub(super) recommendations: Names,
    pub(super) actions: Names,
    pub(super) milestones: Vec<Names>,
    pub(super) measures: Names,
}

impl RowNames {
    pub(super) fn of(doc: &PlanDoc) -> Self {
        Self {
            recommendations: Names::of_recommendations(&doc.recommendations),
            actions: Names::new(&doc.actions),
            milestones: doc.actions.iter().map(|one| Names::new(&one.milestones)).collect(),
            measures: Names::new(&doc.measures),
        }
    }
}
