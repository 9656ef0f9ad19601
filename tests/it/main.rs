//! The tests of the crate as its users see it: one binary, through the public API.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod cases;
mod change;
mod croydon;
mod dates;
mod due_date;
mod examples;
mod facts;
mod floors;
mod gaps;
mod honest;
mod json;
mod laws;
mod oracles;
mod published;
mod report;
mod rules;
mod tables;
#[cfg(feature = "workbook")]
mod workbook_libreoffice;
#[cfg(feature = "workbook")]
mod workbook_template;
