//! Records already met while a file is read, so that the same recommendation, source or workstream on
//! another row becomes the same record: by reference, else by text. A record is linked by its reference,
//! or by an id made from its text, which is then fixed so that the link survives later edits. No
//! reference is ever invented.

mod recommendations;
mod sources;
mod workstreams;

pub(crate) use recommendations::KnownRecommendations;
pub(crate) use sources::KnownSources;
pub(crate) use workstreams::KnownWorkstreams;

/// The records already met.
#[derive(Debug, Default)]
pub(crate) struct KnownRecords {
    pub(crate) sources: KnownSources,
    pub(crate) recommendations: KnownRecommendations,
    pub(crate) workstreams: KnownWorkstreams,
    /// The source of recommendations whose row names none.
    pub(crate) default_source: Option<usize>,
}
