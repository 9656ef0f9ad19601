//! Workbooks (`.xlsx`) in and out.

mod error;
mod read;

pub use error::WorkbookError;
pub use read::read;
