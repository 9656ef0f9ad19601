//! Puts the rows of one sheet into the records they belong to.

use super::reader::Reader;
use super::row_ids::Kept;
use super::sheet_reader::{Found, ParentName};
use crate::diagnostic::import_codes::{OLD_NAME_USED, ROW_BELONGS_NOWHERE, ROW_BELONGS_TO_SEVERAL};
use crate::plan::quoted;
use crate::workbook::row_names::{NamedRecord, Names};
use crate::workbook::schema::{Blank, Table};

/// Why a row without a parent was not read.
pub(super) const NOWHERE: &str = "its row belongs to nothing that is in the workbook";

/// The positions of a parent and of the record put into it, with the key of that record.
pub(super) type Placed = ((usize, usize), Kept);

/// Reads a sheet and puts each row into its parent, in the order of the rows. `list` is the list of the
/// parent that holds them.
pub(super) fn put_rows<P, T: Blank>(
    reader: &mut Reader<'_>,
    table: &Table<T>,
    parents: &mut [P],
    names: &Names,
    list: fn(&mut P) -> &mut Vec<T>,
) -> Vec<Placed> {
    let mut put = Vec::new();
    for row in reader.rows(table) {
        let key = row.parent_key.as_deref().and_then(|key| names.by_key(key));
        let Some(parent) = parent(reader, &row, 0, table.parent.noun(), names, key) else {
            reader.unused_record(&row, NOWHERE);
            continue;
        };
        let Some(holder) = parents.get_mut(parent) else { continue };
        let list = list(holder);
        let inner = (table.inner, list.len());
        reader.places.inner((table.list, parent), inner, row.at.places, row.at.row);
        put.push(((parent, list.len()), Kept::of(&row)));
        list.push(row.record);
    }
    put
}

/// Finds the record a row belongs to, and reports it if there is not exactly one.
pub(super) fn parent<T>(
    reader: &mut Reader<'_>,
    row: &Found<T>,
    which: usize,
    kind: &str,
    names: &Names,
    key: Option<usize>,
) -> Option<usize> {
    let written = row.parent_names.get(which).unwrap_or(&ParentName::Nothing);
    let place = reader.place_of(row.at, which);
    let subject = "the workbook";
    match (names.named(written.name(), key), written) {
        (NamedRecord::Renamed(at), ParentName::By(name)) => {
            if reader.is_first(row.at.grid, name) {
                let (name, now) = (quoted(name), quoted(names.of(at).unwrap_or_default()));
                let message = format!(
                    "the {kind} {name} is now called {now}; rows here that say {name} were read as belonging to it"
                );
                reader.problems.report(&OLD_NAME_USED, place, subject, message);
            }
            Some(at)
        }
        (NamedRecord::One(at) | NamedRecord::Renamed(at), _) => Some(at),
        (NamedRecord::Several(several), ParentName::By(name)) => {
            let message = format!("{} {kind}s are called {}", several.len(), quoted(name));
            reader.problems.report(&ROW_BELONGS_TO_SEVERAL, place, subject, message);
            None
        }
        (NamedRecord::Nothing, ParentName::By(name)) => {
            let message = format!("there is no {kind} {}", quoted(name));
            reader.problems.report(&ROW_BELONGS_NOWHERE, place, subject, message);
            None
        }
        (NamedRecord::Several(_) | NamedRecord::Nothing, _) => {
            let message = format!("the row does not say which {kind} it belongs to");
            reader.problems.report(&ROW_BELONGS_NOWHERE, place, subject, message);
            None
        }
    }
}
