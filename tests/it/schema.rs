//! The schemas: the committed files are current, and each accepts exactly what its reader accepts, or
//! what the report writes.

mod agreement;
mod changes;
mod files;
mod format_page;
mod ordered;
mod reports;
mod validator;
