//! The service as its callers see it: the built program, asked over HTTP on the loopback.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stderr,
    clippy::string_slice,
    reason = "a test fails by panicking, and says when it is skipped"
)]

mod client;
mod edits;
mod hostile;
mod openapi;
mod secrets;
mod storage;
