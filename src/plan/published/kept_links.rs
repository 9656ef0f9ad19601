//! Which links of a published plan stay: those to records that do, as they were written.

use std::cell::OnceCell;

use super::hidden::Hidden;
use crate::model::RecordKind;
use crate::plan::Plan;
use crate::plan::adjacency::{Link, Links};
use crate::plan::build;
use crate::plan::links::Resolver;

/// Takes away the links to what is kept out.
pub(super) struct KeptLinks<'p> {
    plan: &'p Plan,
    hidden: &'p Hidden,
    /// Only made for a plan that repeats a link in a list from which another has to go.
    resolver: OnceCell<Resolver<'p>>,
}

impl<'p> KeptLinks<'p> {
    pub(super) fn new(plan: &'p Plan, hidden: &'p Hidden) -> Self {
        Self { plan, hidden, resolver: OnceCell::new() }
    }

    /// The links of a list, written by the record at a position, that stay.
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
        // Targets are kept once each, so that with repeated links the two no longer stand side by
        // side: each link is resolved again. One that led nowhere goes, to be on the safe side.
        let resolver = self.resolver.get_or_init(|| build::resolver(self.plan.doc()));
        let is_kept = |link: &&String| resolver.target(kind, link).is_some_and(stays);
        written.iter().filter(is_kept).cloned().collect()
    }

    /// A single link, written by the record at a position, where it stays.
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
