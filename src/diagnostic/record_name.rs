//! The name of the record that a diagnostic is about. Its id is derived only when asked for, because
//! most diagnostics are only shown.

use uuid::Uuid;

use crate::id::derive;
use crate::model::RecordKind;
use crate::model::record::RecordId;

/// What the id of a record is made of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct RecordName {
    kind: RecordKind,
    id: Recipe,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Recipe {
    Given(Uuid),
    /// From a namespace, the kind and name of a record in between if there is one, and a name.
    Derived {
        within: Uuid,
        parent: Option<(RecordKind, Box<str>)>,
        name: Box<str>,
    },
}

impl RecordName {
    /// A record with an id that the document gives.
    pub(crate) fn given(kind: RecordKind, id: Uuid) -> Self {
        Self { kind, id: Recipe::Given(id) }
    }

    /// A record whose id is derived in a namespace, or in that of the parent, which is itself derived
    /// in the namespace.
    pub(crate) fn derived(
        kind: RecordKind,
        within: Uuid,
        parent: Option<(RecordKind, &str)>,
        name: &str,
    ) -> Self {
        let parent = parent.map(|(kind, name)| (kind, name.into()));
        Self { kind, id: Recipe::Derived { within, parent, name: name.into() } }
    }

    pub(crate) fn id(&self) -> RecordId {
        let id = match &self.id {
            Recipe::Given(id) => *id,
            Recipe::Derived { within, parent, name } => {
                let within = match parent {
                    Some((kind, name)) => derive(within, kind.name(), name),
                    None => *within,
                };
                derive(&within, self.kind.name(), name)
            }
        };
        RecordId::new(self.kind, id)
    }

    /// Returns how many steps of a path lead to the record.
    pub(crate) fn depth(&self) -> usize {
        if self.kind == RecordKind::Milestone { 4 } else { 2 }
    }
}
