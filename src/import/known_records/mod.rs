//! What was met already while a file is read, so that the same recommendation, source or workstream on
//! another row is the same record: by reference, else by words. A record is linked by its reference; one
//! without is linked by the id its words make, which is then pinned so that the link holds whatever is
//! edited later. Nobody's number is invented.

mod recommendations;
mod sources;
mod workstreams;

pub(crate) use recommendations::KnownRecommendations;
pub(crate) use sources::KnownSources;
pub(crate) use workstreams::KnownWorkstreams;
