//! Determines which links a published plan keeps: those to published records, as written.

use std::cell::OnceCell;

use super::hidden::Hidden;
use crate::model::RecordKind;
use crate::plan::Plan;
use crate::plan::adjacency::{Link, Links};
use crate::plan::build;
use crate::plan::links::Resolver;

/// Removes links to withheld records.
pub(super) struct KeptLinks<'p> {
    plan: &'p Plan,
    hidden: &'p Hidden,
    /// Created only if a link must be removed from a list that repeats a link.
    resolver: OnceCell<Resolver<'p>>,
}

impl<'p> KeptLinks<'p> {
    pub(super) fn new(plan: &'p Plan, hidden: &'p Hidden) -> Self {
        Self { plan, hidden, resolver: OnceCell::new() }
    }

    /// Returns the links to keep from a list of the record at a position.
    pub(super) fn many(
        &self,
        kind: RecordKind,
        written: &[String],
        (links, at): (&Links, usize),
    ) -> Vec<String> {
        let targets = links.of(at);
        let stays = |target: u32| !self.hidden.holds_target(kind, target);
        if targets.iter().all(|target| stays(*target)) {
            return written.to_vec();
        }
        if written.len() == targets.len() {
            let pairs = written.iter().zip(targets);
            return pairs.filter(|(_, to)| stays(**to)).map(|(link, _)| link.clone()).collect();
        }
        // Targets are stored once each, so with repeated links the two lists do not match and each
        // link is resolved again. An unresolved link is removed, to be safe.
        let resolver = self.resolver.get_or_init(|| build::resolver(self.plan.doc()));
        let is_kept = |link: &&String| resolver.target(kind, link).is_some_and(stays);
        written.iter().filter(is_kept).cloned().collect()
    }

    /// Returns a single link of the record at a position, if it is kept.
    pub(super) fn one(
        &self,
        kind: RecordKind,
        written: Option<&String>,
        (link, at): (&Link, usize),
    ) -> Option<String> {
        let target = link.of(at)?;
        written.filter(|_| !self.hidden.holds_target(kind, target)).cloned()
    }
}
