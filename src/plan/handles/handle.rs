//! The common part of the handles to records of the document's lists.

/// Implements what every handle has: its record, its plan, its position and location, equality by
/// record, and a short `Debug`.
macro_rules! handle {
    ($name:ident, $record:ty, $list:ident) => {
        impl<'p> $name<'p> {
            pub(crate) fn new(plan: &'p Plan, position: u32) -> Option<Self> {
                let record = plan.doc().$list.get(position as usize)?;
                Some(Self { plan, position, record })
            }

            /// Iterates over every record of this kind, in document order.
            pub(crate) fn all(
                plan: &'p Plan,
            ) -> impl ExactSizeIterator<Item = Self> + DoubleEndedIterator + use<'p> {
                plan.doc().$list.iter().enumerate().map(move |(position, record)| Self {
                    plan,
                    position: crate::plan::adjacency::position(position),
                    record,
                })
            }

            pub(crate) fn each(
                plan: &'p Plan,
                positions: &'p [u32],
            ) -> impl ExactSizeIterator<Item = Self> + use<'p> {
                positions.iter().map(move |position| Self {
                    plan,
                    position: *position,
                    record: plan.doc().$list.get(*position as usize).unwrap_or_else(|| {
                        unreachable!("links are resolved to positions that exist")
                    }),
                })
            }

            /// Returns the record in the document.
            #[must_use]
            pub fn record(self) -> &'p $record {
                self.record
            }

            /// Returns the plan it belongs to.
            #[must_use]
            pub fn plan(self) -> &'p Plan {
                self.plan
            }

            /// Returns its position in the document's list, counted from 0.
            #[must_use]
            pub fn position(self) -> usize {
                self.position as usize
            }

            /// Returns its location in the document.
            pub(crate) fn location(self) -> crate::diagnostic::Location {
                crate::diagnostic::Location::element(self.record.kind().list(), self.position())
            }
        }

        impl PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> bool {
                std::ptr::eq(self.record, other.record)
            }
        }

        impl Eq for $name<'_> {}

        impl std::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.location())
            }
        }
    };
}

/// Implements `Serialize` for a handle: the record's id and reference, and what it belongs to.
macro_rules! serialize_handle {
    ($name:ident $(, $key:ident)?) => {
        impl serde::Serialize for $name<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct;
                let keys = ["id", "reference" $(, stringify!($key))?].len();
                let mut object = serializer.serialize_struct(stringify!($name), keys)?;
                object.serialize_field("id", &self.id())?;
                object.serialize_field("reference", &self.reference())?;
                $(object.serialize_field(stringify!($key), &self.$key())?;)?
                object.end()
            }
        }
    };
}

pub(super) use {handle, serialize_handle};
