//! A list of answers: an iterator that can also be looked at, counted and serialised.

use std::fmt;
use std::iter::FusedIterator;
use std::vec::IntoIter;

use serde::{Serialize, Serializer};

/// A list of answers about a plan, in document order, as [`Plan::overdue`](crate::Plan::overdue) returns.
///
/// It is an iterator over the answers, and serialises as the list of those that are left.
///
/// ```
/// # use improvement_plan::{Action, Plan, PlanDoc, Source};
/// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
/// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
/// #     .with_actions([Action::new("Set up a board")
/// #         .with_reference("1")
/// #         .with_enables(["ofsted"])
/// #         .with_due("2026-10-30")]);
/// # let plan = Plan::build(doc)?;
/// # let as_of = "2026-11-02".parse()?;
/// let late = plan.overdue(as_of);
/// println!("{} late", late.len());
/// for item in late {
///     println!("{item}");
/// }
/// # #[cfg(feature = "json")] {
/// let json = serde_json::to_value(plan.overdue(as_of))?;
/// assert_eq!(json[0]["days_late"], 3);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct Answers<T>(IntoIter<T>);

impl<T> Answers<T> {
    /// Returns the answers that are left, as a slice.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        self.0.as_slice()
    }

    /// Returns whether none is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.as_slice().is_empty()
    }
}

impl<T> FromIterator<T> for Answers<T> {
    fn from_iter<I: IntoIterator<Item = T>>(answers: I) -> Self {
        Self(answers.into_iter().collect::<Vec<_>>().into_iter())
    }
}

impl<T> Iterator for Answers<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.0.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<T> DoubleEndedIterator for Answers<T> {
    fn next_back(&mut self) -> Option<T> {
        self.0.next_back()
    }
}

impl<T> ExactSizeIterator for Answers<T> {}

impl<T> FusedIterator for Answers<T> {}

impl<T: fmt::Debug> fmt::Debug for Answers<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}

impl<T: Serialize> Serialize for Answers<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_slice().serialize(serializer)
    }
}

impl<T: PartialEq> PartialEq for Answers<T> {
    fn eq(&self, other: &Self) -> bool {
        self.as_slice() == other.as_slice()
    }
}

impl<T: Eq> Eq for Answers<T> {}
