//! A plan as a star schema for Power BI and for analysts: dimensions (`dim_`), a bridge (`bridge_`) and
//! facts as of a date (`fact_`), with a data package that describes every column.

mod bridge;
mod data_package;
mod dimensions;
mod facts;
mod files;
mod table;

pub use files::{StarFile, star};
