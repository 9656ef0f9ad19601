//! Reads a working workbook back into its document.

mod cell_reader;
mod cover;
mod located_cell;
mod parents;
mod reader;
mod recognise;
mod renamed_links;
mod row_ids;
mod sheet_reader;
mod workbook;

pub use workbook::read;
