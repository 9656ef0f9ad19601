//! A plan as a star of tables, for Power BI and for analysts: what things are (`dim_`), what ties them
//! together (`bridge_`) and what is known of them on a day (`fact_`), with a data package that says
//! what every column means.

mod bridge;
mod data_package;
mod dimensions;
mod facts;
mod files;
mod table;

pub use files::{StarFile, star};
