//! What the rows of one sheet are called on another, and which row is meant by a name.

use std::collections::{HashMap, HashSet};

use crate::model::{Recommendation, Record};
use crate::plan::PlanDoc;
use crate::text::{fold_reference, is_blank, written};

/// The names of the records of a list.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The names of each record, the best first.
    records: Vec<Vec<String>>,
    /// The records that have a name, in its compared form.
    named: HashMap<String, Vec<usize>>,
    by_key: HashMap<String, usize>,
    /// Those that have another reference than when the workbook was written.
    renamed: HashSet<usize>,
}

/// Which record a hidden key means.
pub(super) struct KeyOf {
    pub(super) key: String,
    pub(super) at: usize,
    /// Whether the record has another reference than when the workbook was written.
    pub(super) is_renamed: bool,
}

/// Which record is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meant {
    One(usize),
    /// Nothing has the name, but the hidden key says which record it was written for.
    Renamed(usize),
    Several(Vec<usize>),
    Nothing,
}

impl Names {
    /// The names of records: the reference, and the words.
    pub(super) fn new(records: &[impl Record]) -> Self {
        Self::from_names(records.iter().map(|one| names_of(one, None)))
    }

    /// A recommendation is called by its source and its reference too.
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

    /// Says which hidden key each record has.
    pub(super) fn with_keys(mut self, keys: impl IntoIterator<Item = KeyOf>) -> Self {
        for KeyOf { key, at, is_renamed } in keys {
            self.by_key.entry(key).or_insert(at);
            if is_renamed {
                self.renamed.insert(at);
            }
        }
        self
    }

    /// What to call a record: the shortest name that only it has, else its best.
    pub(super) fn of(&self, at: usize) -> Option<&str> {
        let names = self.records.get(at)?;
        let is_own = |name: &&String| {
            self.named.get(fold_reference(name).as_ref()).is_some_and(|held| held.len() == 1)
        };
        names.iter().find(is_own).or_else(|| names.first()).map(String::as_str)
    }

    /// Which record is meant by a name, and the key of the row it was written for.
    pub(super) fn meant(&self, name: Option<&str>, key: Option<usize>) -> Meant {
        let Some(name) = name else { return key.map_or(Meant::Nothing, Meant::One) };
        let held = self.named.get(fold_reference(name).as_ref()).map_or(&[][..], Vec::as_slice);
        match (held, key) {
            (held, Some(key)) if held.contains(&key) => Meant::One(key),
            // The name may be the one that the record had, and that another has now.
            (_, Some(key)) if self.renamed.contains(&key) => Meant::Renamed(key),
            ([one], _) => Meant::One(*one),
            ([], Some(key)) => Meant::Renamed(key),
            ([], None) => Meant::Nothing,
            (several, _) => Meant::Several(several.to_vec()),
        }
    }

    /// Whether any record has a name.
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

/// What the rows of a document are called on other sheets.
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
