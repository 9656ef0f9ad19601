//! Lays the coverage report out as one HTML page that stands alone: no script, no request, no style but
//! its own, pictures as inline SVG, each with the table of its figures.
//!
//! Text is escaped in one place (`markup`). The blocks of the report are laid out by `blocks`, pictures
//! are drawn by `pictures` from labels and numbers, and `page` puts the whole together.

mod blocks;
mod colour;
mod drawing;
mod error;
mod extent;
mod markup;
mod options;
mod page;
mod pictures;
mod style;
mod text_width;

pub use error::HtmlError;
pub use options::{HtmlOptions, HtmlView};
