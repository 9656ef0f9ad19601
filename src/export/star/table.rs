//! A table of the star schema: its columns, its keys, and how they become a file and a schema.

use super::data_package::{Constraints, Field, ForeignKey, RFC_4180, Reference, Resource, Schema};
use crate::export::write::{Cell, write_table};

/// The type of the cells of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Id,
    Text,
    Day,
    /// A whole number.
    Whole,
    /// A number with or without decimals.
    Figure,
    Truth,
    /// One of these words.
    Word(Vec<&'static str>),
}

impl Kind {
    /// Returns the type of a closed vocabulary with these words.
    pub(super) fn words<W: Copy>(all: &[W], word: fn(W) -> &'static str) -> Self {
        Self::Word(all.iter().copied().map(word).collect())
    }
}

/// A column: its name, its description, and its cell of a row.
pub(super) struct Column<R> {
    name: &'static str,
    kind: Kind,
    is_required: bool,
    meaning: &'static str,
    cell: fn(&R) -> Cell,
}

impl<R> Column<R> {
    /// Returns a column whose cells may be empty.
    pub(super) fn new(
        name: &'static str,
        kind: Kind,
        meaning: &'static str,
        cell: fn(&R) -> Cell,
    ) -> Self {
        Self { name, kind, is_required: false, meaning, cell }
    }

    /// Returns a column with a value in every row.
    pub(super) fn always(
        name: &'static str,
        kind: Kind,
        meaning: &'static str,
        cell: fn(&R) -> Cell,
    ) -> Self {
        Self { name, kind, is_required: true, meaning, cell }
    }

    fn field(&self) -> Field {
        let (r#type, format) = match &self.kind {
            Kind::Id => ("string", "uuid"),
            Kind::Text | Kind::Word(_) => ("string", "default"),
            Kind::Day => ("date", "default"),
            Kind::Whole => ("integer", "default"),
            Kind::Figure => ("number", "default"),
            Kind::Truth => ("boolean", "default"),
        };
        let words = match &self.kind {
            Kind::Word(words) => Some(words.clone()),
            _ => None,
        };
        let constraints = (self.is_required || words.is_some())
            .then_some(Constraints { required: self.is_required, words });
        Field { name: self.name, r#type, format, description: self.meaning, constraints }
    }
}

/// A table's name, description and keys.
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) meaning: &'static str,
    /// The columns of the primary key.
    pub(super) key: &'static [&'static str],
    /// Columns that hold the id of a row of another table, each with that table and its key column.
    pub(super) links: &'static [(&'static str, &'static str, &'static str)],
}

/// A finished table: a file and its description.
pub(super) struct Table {
    pub(super) file: String,
    pub(super) bytes: Vec<u8>,
    pub(super) resource: Resource,
}

/// Writes rows in columns.
pub(super) fn table<R>(
    shape: &Shape,
    columns: &[Column<R>],
    rows: impl IntoIterator<Item = R>,
) -> Table {
    let headings: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let cells = |row: R| columns.iter().map(|column| (column.cell)(&row)).collect();
    let mut bytes = Vec::new();
    write_table(&mut bytes, &headings, rows.into_iter().map(cells))
        .unwrap_or_else(|_| unreachable!("every row has every column, and memory takes all bytes"));
    let file = format!("{}.csv", shape.name);
    let foreign_keys = shape.links.iter().map(|(field, resource, key)| ForeignKey {
        fields: [field],
        reference: Reference {
            // In a data package, an empty name refers to the table itself.
            resource: if *resource == shape.name { "" } else { resource },
            fields: [key],
        },
    });
    let schema = Schema {
        fields: columns.iter().map(Column::field).collect(),
        missing_values: [""],
        primary_key: shape.key,
        foreign_keys: foreign_keys.collect(),
    };
    let resource = Resource {
        profile: "tabular-data-resource",
        name: shape.name,
        path: file.clone(),
        title: shape.title,
        description: shape.meaning,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: bytes.len(),
        dialect: RFC_4180,
        schema,
    };
    Table { file, bytes, resource }
}
