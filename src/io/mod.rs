//! The only code that knows a file format: from bytes or text to a document and back, with errors
//! that say where and in plain words. It holds no opinion on what the document says.

mod expected;
mod format;
mod json;
mod json_error;
mod load_error;
mod objects_only;
mod place;
mod slowly;
mod slowly_access;
mod syntax;
mod told;
mod wording;

pub use json_error::JsonError;
pub use load_error::LoadError;
