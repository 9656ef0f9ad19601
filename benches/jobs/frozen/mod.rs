//! The document types as they stood on 30 November 2026: the yardstick Y of every benchmark is
//! `serde_json` reading a text into them.
//!
//! They are a copy so that a leaner document counts as a gain instead of moving the yardstick. They
//! can only be read: what serde needs for reading is as it was, and everything else is left out.
//! Never change them to follow the crate.
#![expect(dead_code, reason = "the fields are read from JSON and looked at by nobody")]
#![expect(clippy::struct_field_names, reason = "the fields have the names of their keys")]

mod records;
mod values;
mod vocabulary;

pub(crate) use records::PlanDoc;
