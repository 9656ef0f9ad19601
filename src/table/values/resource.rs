//! What a cell of resources says.

use super::figure::figure;
use super::text::text_of;
use crate::model::Resource;
use crate::table::{Cell, DateSystem};

/// What a cell of resources says, with its words; none where nothing stands in it. There is an amount
/// only where the cell is nothing but an amount.
pub(crate) fn resource(cell: &Cell, dates: DateSystem) -> Option<Resource> {
    let words = text_of(cell, dates)?;
    let mut resource = Resource::new().with_words(words.trim());
    resource.amount = figure(cell);
    Some(resource)
}
