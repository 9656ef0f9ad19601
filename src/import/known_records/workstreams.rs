//! The workstreams already met.

use std::collections::HashMap;

use crate::model::Workstream;
use crate::plan::{Namespaces, PlanDoc};
use crate::text::{fold, fold_reference, written};

/// The workstreams already met.
#[derive(Debug, Default)]
pub(crate) struct KnownWorkstreams {
    by_reference: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl KnownWorkstreams {
    /// Returns the workstream with a name, adding it if new, and whether it is new. It takes the
    /// reference only if no other workstream has it.
    pub(crate) fn of(
        &mut self,
        doc: &mut PlanDoc,
        reference: Option<&str>,
        name: &str,
    ) -> (usize, bool) {
        let folded = fold(name).into_owned();
        if let Some(at) = self.by_name.get(&folded) {
            return (*at, false);
        }
        let compared = reference.map(|reference| fold_reference(reference).into_owned());
        let at = doc.workstreams.len();
        let mut workstream = Workstream::new(name);
        if let (Some(compared), Some(reference)) = (compared, reference)
            && !self.by_reference.contains_key(&compared)
        {
            workstream.reference = Some(reference.to_owned());
            self.by_reference.insert(compared, at);
        }
        self.by_name.insert(folded, at);
        doc.workstreams.push(workstream);
        (at, true)
    }

    /// Returns the link to a workstream.
    pub(crate) fn link(doc: &mut PlanDoc, names: &Namespaces, at: usize) -> Option<String> {
        let workstream = doc.workstreams.get_mut(at)?;
        if let Some(reference) = written(workstream.reference.as_ref()) {
            return Some(reference.to_owned());
        }
        let id = names.workstream(workstream);
        workstream.id = Some(id);
        Some(id.to_string())
    }
}
