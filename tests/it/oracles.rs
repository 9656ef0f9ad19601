//! Slow and obvious second answers, worked out from the document by the definitions, and held
//! against those of the library.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod coverage;
mod cycles;
mod document;
mod progress;
mod succession;
mod timeliness;
