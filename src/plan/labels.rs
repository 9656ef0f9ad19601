//! The reference and the lead of a record, ready to display.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::model::Owner;
use crate::text::names_nobody;

/// The reference of a record, if it has one. Without one it displays as `no reference`, or for a
/// recommendation with its source: `ofsted-2026, unnumbered`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Reference<'p> {
    written: Option<&'p str>,
    source: Option<&'p str>,
}

/// Shows no text of the plan.
impl fmt::Debug for Reference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.written.is_some() { "Reference" } else { "no reference" })
    }
}

impl<'p> Reference<'p> {
    pub(crate) fn new(written: Option<&'p str>) -> Self {
        Self { written, source: None }
    }

    pub(crate) fn within(self, source: Option<&'p str>) -> Self {
        Self { source: source.map(str::trim), ..self }
    }

    /// Returns the reference exactly as written.
    #[must_use]
    pub fn as_str(self) -> Option<&'p str> {
        self.written
    }
}

impl fmt::Display for Reference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.written, self.source) {
            (Some(reference), _) => f.pad(reference.trim()),
            (None, Some(source)) => f.pad(&format!("{source}, unnumbered")),
            (None, None) => f.pad("no reference"),
        }
    }
}

/// Serialises as written, or as null if there is none.
impl Serialize for Reference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.written.serialize(serializer)
    }
}

/// The lead of an action or a milestone: the owner marked as lead or, if none is, the first.
/// Displays as `no owner` if there is none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Lead<'p>(Option<&'p Owner>);

/// Shows no text of the plan.
impl fmt::Debug for Lead<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Lead" } else { "no owner" })
    }
}

impl<'p> Lead<'p> {
    pub(crate) fn of(owners: &'p [Owner]) -> Self {
        let marked = owners.iter().find(|owner| owner.is_marked_lead());
        Self(marked.or_else(|| owners.first()))
    }

    /// Returns the text, the post or the body of the lead, whichever is the first that is not
    /// blank, exactly as written.
    #[must_use]
    pub fn as_str(self) -> Option<&'p str> {
        self.0.and_then(Owner::as_str)
    }

    /// Returns the owner who leads.
    #[must_use]
    pub fn owner(self) -> Option<&'p Owner> {
        self.0
    }

    /// Returns whether there is a lead. One that is still `to be confirmed` does not count.
    #[must_use]
    pub fn is_known(self) -> bool {
        self.as_str().is_some_and(|lead| !names_nobody(lead))
    }

    /// Returns whether the owner's text says that there is no lead yet.
    #[must_use]
    pub fn is_to_be_confirmed(self) -> bool {
        self.as_str().is_some_and(names_nobody)
    }
}

impl fmt::Display for Lead<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str().map_or("no owner", str::trim))
    }
}

/// Serialises as [written](Lead::as_str), or as null if there is no owner.
impl Serialize for Lead<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_str().serialize(serializer)
    }
}
