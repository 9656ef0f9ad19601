//! Which parts of the plan hold any work.

use crate::plan::{Plan, WorkstreamRef};

impl Plan {
    /// The workstreams in which no action sits, neither in them nor in any part of them, in document
    /// order. Linear in the plan.
    pub(crate) fn empty_workstreams(&self) -> impl Iterator<Item = WorkstreamRef<'_>> {
        let mut holds_work = vec![false; self.workstreams().len()];
        for workstream in self.workstreams().filter(|one| one.actions().len() > 0) {
            let mut next = Some(workstream);
            // What is marked already has marked everything it is a part of.
            while let Some(one) = next {
                match holds_work.get_mut(one.position()) {
                    Some(marked) if !*marked => *marked = true,
                    _ => break,
                }
                next = one.whole();
            }
        }
        let marked = self.workstreams().zip(holds_work);
        marked.filter(|(_, holds_work)| !holds_work).map(|(workstream, _)| workstream)
    }
}
