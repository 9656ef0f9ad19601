//! The diagnostics of one rule. If a field is empty everywhere, one line replaces many, and the many are never
//! worded.

use super::about::{About, THE_PLAN};
use crate::diagnostic::{CodeEntry, Diagnostic, Location, Severity, Step};

/// What a rule reports. A rule of one's own is given it to [`report`](Self::report) to.
#[derive(Debug)]
pub struct Hits {
    entry: CodeEntry,
    found: Reported,
    /// Whether what a line stands for is kept: only waivers ask for it.
    keeps_members: bool,
}

/// Diagnostics, and what those stand for that stand for several, by their position.
#[derive(Debug, Default)]
pub(crate) struct Reported {
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) members: Vec<(usize, Members)>,
}

/// What a diagnostic stands for.
#[derive(Debug)]
pub(crate) enum Members {
    /// A line for the whole plan, in place of these diagnostics.
    Lines(Vec<Diagnostic>),
    /// A line for a cause that these subjects share.
    Subjects(Vec<String>),
}

impl Reported {
    /// Appends what another rule reports.
    pub(crate) fn append(&mut self, more: Self) {
        let before = self.diagnostics.len();
        self.diagnostics.extend(more.diagnostics);
        self.members.extend(more.members.into_iter().map(|(at, members)| (before + at, members)));
    }

    /// Sets the severity of every diagnostic from a position on.
    pub(crate) fn set_severity(&mut self, from: usize, severity: Severity) {
        let members = self.members.iter_mut().filter(|(at, _)| *at >= from);
        let lines = members.filter_map(|(_, members)| match members {
            Members::Lines(lines) => Some(lines),
            Members::Subjects(_) => None,
        });
        for diagnostic in self.diagnostics.iter_mut().skip(from).chain(lines.flatten()) {
            diagnostic.set_severity(severity);
        }
    }
}

impl Hits {
    pub(crate) fn new(entry: CodeEntry) -> Self {
        Self { entry, found: Reported::default(), keeps_members: false }
    }

    /// Goes on after what other rules have reported.
    pub(crate) fn after(found: Reported, entry: CodeEntry) -> Self {
        Self { entry, found, keeps_members: false }
    }

    /// Keeps what each line stands for, which waivers ask for.
    pub(crate) fn keeping_members(self) -> Self {
        Self { keeps_members: true, ..self }
    }

    /// Reports something about a record or the plan, given as a handle or, to point to a key of it, as an
    /// [`About`]. The message is a clause that states what was found: `it has 2 owners`.
    pub fn report(&mut self, about: impl Into<About>, message: impl Into<String>) {
        let About { location, subject } = about.into();
        self.add(location, subject, message);
    }

    /// Adds a diagnostic with the severity of the table.
    pub(crate) fn add(
        &mut self,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.add_as(self.entry.severity(), location, subject, message);
    }

    /// Adds a diagnostic with another severity than the rule's usual one.
    pub(crate) fn add_as(
        &mut self,
        severity: Severity,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.add_as_with_help(severity, location, subject, message, self.entry.help());
    }

    /// Adds a diagnostic with its own help.
    pub(crate) fn add_with_help(
        &mut self,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
        help: &'static str,
    ) {
        self.add_as_with_help(self.entry.severity(), location, subject, message, help);
    }

    /// Adds a diagnostic with another severity than the rule's usual one, and its own help.
    pub(crate) fn add_as_with_help(
        &mut self,
        severity: Severity,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
        help: &'static str,
    ) {
        let code = self.entry.code();
        let diagnostic = Diagnostic::new(code, severity, location, subject, message, help);
        self.found.diagnostics.push(diagnostic);
    }

    /// Adds one diagnostic for a cause that several subjects share.
    pub(crate) fn add_of_several(
        &mut self,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
        several: impl IntoIterator<Item = String>,
    ) {
        if self.keeps_members {
            let members = Members::Subjects(several.into_iter().collect());
            self.found.members.push((self.found.diagnostics.len(), members));
        }
        self.add(location, subject, message);
    }

    /// Returns the severity of the table.
    pub(crate) const fn severity(&self) -> Severity {
        self.entry.severity()
    }

    /// Adds a diagnostic for each thing found or, if that is all of several that were looked at, one for the
    /// whole plan (`none of the 41 actions has a RAG`).
    pub(crate) fn add_each_or_all<T>(
        &mut self,
        found: Found<T>,
        list: &'static str,
        all: impl FnOnce(usize) -> String,
        each: impl FnMut(&mut Self, T),
    ) {
        if found.looked_at > 1 && found.things.len() == found.looked_at {
            let location = Location::new([Step::Key(list)]);
            let line = all(found.looked_at);
            if self.keeps_members {
                let mut lines = Self::new(self.entry);
                lines.add_each(found, each);
                let members = Members::Lines(lines.found.diagnostics);
                self.found.members.push((self.found.diagnostics.len(), members));
            }
            self.add(location, THE_PLAN, line);
        } else {
            self.add_each(found, each);
        }
    }

    /// Adds a diagnostic for each thing found.
    pub(crate) fn add_each<T>(&mut self, found: Found<T>, mut each: impl FnMut(&mut Self, T)) {
        for thing in found.things {
            each(self, thing);
        }
    }

    pub(crate) fn into_found(self) -> Reported {
        self.found
    }
}

/// What a rule found among the things it looked at, before anything is worded.
pub(crate) struct Found<T> {
    things: Vec<T>,
    looked_at: usize,
}

impl<T> Found<T> {
    /// The things found among a number of things.
    pub(crate) fn of(things: Vec<T>, looked_at: usize) -> Self {
        Self { things, looked_at }
    }

    /// Adds a number of things that were looked at and at which nothing was found.
    pub(crate) fn beside(mut self, nothing_found: usize) -> Self {
        self.looked_at += nothing_found;
        self
    }

    /// Looks at each thing and keeps what is found.
    pub(crate) fn among<L>(all: impl Iterator<Item = L>, find: impl Fn(L) -> Option<T>) -> Self {
        all.map(find).collect()
    }
}

/// Collects the result of looking at each thing: `None` if nothing was found there.
impl<T> FromIterator<Option<T>> for Found<T> {
    fn from_iter<I: IntoIterator<Item = Option<T>>>(looked_at: I) -> Self {
        let mut found = Self { things: Vec::new(), looked_at: 0 };
        for thing in looked_at {
            found.looked_at += 1;
            if let Some(thing) = thing {
                found.things.push(thing);
            }
        }
        found
    }
}
