//! Workbooks (`.xlsx`) in and out.

mod error;
mod read;
mod template;

pub use error::WorkbookError;
pub use read::read;
pub use template::{write_template, write_working};
