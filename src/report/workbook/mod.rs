//! The coverage report as a workbook that may be published: what each sheet says, and how a sheet is
//! written so that everybody can read it. It says what the other layouts say, with their words.
//!
//! After the guidance of the UK Analysis Function on releasing statistics in spreadsheets: a cover with
//! contents, notes, one marked-up table a sheet with one header row, no merged, blank or coloured
//! cells, no filter and no frozen pane.

mod cover;
mod error;
mod height;
mod notes;
mod properties;
mod publish;
mod write;

pub use error::PublishError;
