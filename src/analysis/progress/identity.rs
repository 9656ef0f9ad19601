//! What makes two records of two plans the same: an id, or a name or words within the same parent.

use std::hash::{BuildHasher, Hasher};

use hashbrown::DefaultHashBuilder;
use uuid::Uuid;

use crate::model::Record;
use crate::text::{fold, same, same_reference, with_folded_reference};

/// What is compared of a record. Two identities of different forms are never the same.
#[derive(Clone, Copy)]
pub(super) enum Identity<'p> {
    /// Its id.
    Id(Uuid),
    /// A reference, or what an id is made from, within the parent that the number stands for.
    Name(u32, &'p str),
    /// Its title, name or text, within the parent that the number stands for.
    Words(u32, &'p str),
}

/// Returns what the id of a record is made from: its reference, or the words of one that has none.
pub(super) fn name<R: Record + ?Sized>(record: &R) -> &str {
    record.reference().unwrap_or(record.words())
}

impl Identity<'_> {
    /// Returns whether two are the same. References are compared in their compared form, words folded.
    pub(super) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Id(left), Self::Id(right)) => left == right,
            (Self::Name(within, left), Self::Name(other, right)) => {
                within == other && same_reference(left, right)
            }
            (Self::Words(within, left), Self::Words(other, right)) => {
                within == other && same(left, right)
            }
            _ => false,
        }
    }

    /// Returns a number that two identities share if they are the same.
    pub(super) fn hash(self, builder: &DefaultHashBuilder) -> u64 {
        let mut hasher = builder.build_hasher();
        match self {
            Self::Id(id) => hasher.write(id.as_bytes()),
            Self::Name(within, name) => {
                hasher.write_u32(within);
                with_folded_reference(name, |folded| hasher.write(folded));
            }
            Self::Words(within, words) => {
                hasher.write_u32(within);
                hasher.write(fold(words).as_bytes());
            }
        }
        hasher.finish()
    }
}
