//! The tests of the crate as its users see it: one binary, through the public API.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

mod answer_words;
mod answers;
mod anyshire;
mod audit;
mod cases;
mod change;
mod compare_periods;
#[cfg(all(feature = "csv", feature = "workbook"))]
mod convert;
mod croydon;
#[cfg(feature = "csv")]
mod csv_actions;
#[cfg(feature = "csv")]
mod csv_cells;
#[cfg(all(feature = "csv", target_os = "linux"))]
mod csv_memory;
#[cfg(feature = "csv")]
mod csv_refused;
#[cfg(feature = "csv")]
mod csv_star;
mod dates;
mod diagnostics;
mod due_date;
mod edits;
mod examples;
mod facts;
mod floors;
mod gaps;
#[cfg(feature = "csv")]
mod generated_trackers;
mod growth;
mod honest;
#[cfg(feature = "against-html5ever")]
mod html;
mod json;
mod json_problems;
mod laws;
mod logs;
mod old_documents;
mod oracles;
mod own_rules;
mod papers;
mod progress;
mod published;
mod report;
#[cfg(feature = "against-calamine")]
mod report_workbook;
mod rules;
#[cfg(all(feature = "schema", feature = "csv", feature = "workbook"))]
mod schema;
mod shared;
mod snapshot;
#[cfg(feature = "csv")]
mod table_reading;
mod tables;
mod timetable;
#[cfg(all(feature = "csv", feature = "workbook"))]
mod trackers;
#[cfg(feature = "against-calamine")]
mod untidy;
#[cfg(feature = "workbook")]
mod workbook_cells;
#[cfg(feature = "workbook")]
mod workbook_libreoffice;
#[cfg(feature = "workbook")]
mod workbook_refused;
#[cfg(feature = "workbook")]
mod workbook_template;
mod working_days;
