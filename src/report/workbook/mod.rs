//! Writes the coverage report as a workbook for publication: the content of each sheet, and an
//! accessible layout. It has part of what the other layouts have, in the same wording.
//!
//! The layout follows the guidance of the UK Analysis Function on releasing statistics in
//! spreadsheets: a cover with contents, notes, one marked-up table per sheet with one header row,
//! no merged, blank or coloured cells, no filters and no frozen panes.

mod cover;
mod error;
mod height;
mod notes;
mod properties;
mod publish;
mod write;

pub use error::PublishError;
