//! Writes the working workbook.

mod cover;
mod document_rows;
mod formats;
mod lists;
mod row_heights;
mod sheet_writer;
mod workbook;

pub use workbook::{write_template, write_working};
