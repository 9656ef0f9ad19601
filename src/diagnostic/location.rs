//! Where in a document something is.

use std::fmt;

use serde::{Serialize, Serializer};

/// One step of a path into a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Step {
    /// The value of a key.
    Key(&'static str),
    /// The element at a position, counted from 0.
    Index(usize),
}

/// Where in a document something is: a path of keys and positions, printed as `actions[3].due`.
/// Positions count from 0, as JSON tools do. An empty path is the document itself.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Location(Vec<Step>);

impl Location {
    /// The steps of the path, from the outermost.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    pub(crate) fn new(steps: impl Into<Vec<Step>>) -> Self {
        Self(steps.into())
    }

    /// The place of one element of a list of the document.
    pub(crate) fn element(list: &'static str, position: usize) -> Self {
        Self(vec![Step::Key(list), Step::Index(position)])
    }

    pub(crate) fn key(mut self, key: &'static str) -> Self {
        self.0.push(Step::Key(key));
        self
    }

    pub(crate) fn index(mut self, position: usize) -> Self {
        self.0.push(Step::Index(position));
        self
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("the document");
        }
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if position == 0 => f.write_str(key)?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

impl Serialize for Location {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
