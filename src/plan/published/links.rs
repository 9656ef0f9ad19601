//! Which links of a published plan stay: those to records that do, as they were written.

use std::cell::OnceCell;

use super::hidden::is_hidden;
use crate::plan::index::{Link, Links};
use crate::plan::links::{Follow, Kind};
use crate::plan::{Plan, build};

/// Takes away the links to what is kept out.
pub(super) struct Linked<'p> {
    plan: &'p Plan,
    /// Only made for a plan that repeats a link in a list from which another has to go.
    follow: OnceCell<Follow<'p>>,
}

impl<'p> Linked<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self { plan, follow: OnceCell::new() }
    }

    /// The links of a list that stay.
    pub(super) fn many(
        &self,
        kind: Kind,
        hidden: &[bool],
        written: &[String],
        (links, at): (&Links, usize),
    ) -> Vec<String> {
        let targets = links.of(at);
        if !targets.iter().any(|target| is_hidden(hidden, *target)) {
            return written.to_vec();
        }
        if written.len() == targets.len() {
            let pairs = written.iter().zip(targets);
            let staying = pairs.filter(|(_, target)| !is_hidden(hidden, **target));
            return staying.map(|(link, _)| link.clone()).collect();
        }
        // Targets are kept once each, so that with repeated links the two no longer stand side by
        // side: each link is followed again. One that led nowhere goes, to be on the safe side.
        let follow = self.follow.get_or_init(|| build::follow(self.plan.doc()));
        let stays = |link: &&String| {
            follow.target(kind, link).is_some_and(|target| !is_hidden(hidden, target))
        };
        written.iter().filter(stays).cloned().collect()
    }
}

/// A single link, where it stays.
pub(super) fn one(
    hidden: &[bool],
    written: Option<&String>,
    (link, at): (&Link, usize),
) -> Option<String> {
    let stays = link.of(at).is_some_and(|target| !is_hidden(hidden, target));
    written.filter(|_| stays).cloned()
}
