//! Reads a working workbook back to the document it stands for.

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
