//! Collects what is wrong with the values of a text while they are read, each with its path.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use super::value_error::ErrorKind;
use crate::diagnostic::Step;
use crate::plan::Omission;

/// How many problems of a text are listed. The rest are counted.
pub(super) const LISTED: usize = 100;

/// A problem with a value: its path, and the bytes of the text that the value has.
pub(super) struct Finding {
    pub(super) kind: ErrorKind,
    pub(super) path: Vec<Step>,
    pub(super) bytes: Range<usize>,
    /// What the document lacks because of it.
    pub(super) omission: Omission,
}

/// What is known of a type of record before the text is read again.
#[derive(Clone, Default)]
pub(super) struct Hint {
    /// The keys it may have.
    pub(super) fields: Option<&'static [&'static str]>,
    /// The keys it must have.
    pub(super) required: Vec<&'static str>,
    /// Whether a key that is written twice is an error.
    pub(super) is_record: bool,
}

/// What one reading of a text finds, and what it learns for the next.
#[derive(Default)]
pub(super) struct Findings {
    listed: RefCell<Vec<Finding>>,
    found: Cell<usize>,
    path: RefCell<Vec<Step>>,
    hints: RefCell<HashMap<String, Hint>>,
    has_learnt: Cell<bool>,
}

impl Findings {
    /// Prepares the next reading: keeps only what the last has learnt. Returns whether there is any
    /// reason to read again.
    pub(super) fn start_again(&self) -> bool {
        if !self.has_learnt.replace(false) {
            return false;
        }
        self.listed.borrow_mut().clear();
        self.path.borrow_mut().clear();
        self.found.set(0);
        true
    }

    /// Adds a problem with the value at the current path.
    pub(super) fn add(&self, kind: ErrorKind, bytes: Range<usize>) {
        let path = self.path.borrow().clone();
        let omission = match &kind {
            ErrorKind::MissingKey(key) => {
                let mut path = path.clone();
                path.push(Step::Key(key));
                Omission::Value(path)
            }
            _ => Omission::Value(path.clone()),
        };
        self.list(|| Finding { kind, path, bytes, omission });
    }

    /// Adds a problem with a key of the object at the current path. `omission` receives the path
    /// of the object.
    pub(super) fn add_key(
        &self,
        kind: ErrorKind,
        key: Step,
        bytes: Range<usize>,
        omission: impl FnOnce(Vec<Step>) -> Omission,
    ) {
        self.list(|| {
            let object = self.path.borrow().clone();
            let mut path = object.clone();
            path.push(key);
            Finding { kind, path, bytes, omission: omission(object) }
        });
    }

    fn list(&self, finding: impl FnOnce() -> Finding) {
        self.found.set(self.found.get() + 1);
        if self.found.get() <= LISTED {
            let finding = finding();
            self.listed.borrow_mut().push(finding);
        }
    }

    pub(super) fn enter(&self, step: Step) {
        self.path.borrow_mut().push(step);
    }

    pub(super) fn leave(&self) {
        self.path.borrow_mut().pop();
    }

    /// Returns what is known of the type of record that says that it expects this.
    pub(super) fn hint(&self, expected: &str) -> Hint {
        self.hints.borrow().get(expected).cloned().unwrap_or_default()
    }

    /// Notes something about a type of record for the next reading.
    pub(super) fn learn(&self, expected: &str, note: impl FnOnce(&mut Hint)) {
        note(self.hints.borrow_mut().entry(expected.to_owned()).or_default());
        self.has_learnt.set(true);
    }

    /// Returns the problems, and how many more there are than are listed.
    pub(super) fn into_parts(self) -> (Vec<Finding>, usize) {
        (self.listed.into_inner(), self.found.get().saturating_sub(LISTED))
    }
}
