//! The shape of `datapackage.json`: the Data Package and Table Schema specifications of Frictionless
//! Data, version 1, as far as the star uses them.

use serde::Serialize;

use super::table::Shape;

/// The whole package.
#[derive(Serialize)]
pub(super) struct Package {
    pub(super) profile: &'static str,
    pub(super) name: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) resources: Vec<Resource>,
}

/// One table.
#[derive(Serialize)]
pub(super) struct Resource {
    profile: &'static str,
    name: &'static str,
    path: String,
    title: &'static str,
    description: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    dialect: Dialect,
    schema: Schema,
}

impl Resource {
    pub(super) fn new(shape: &Shape, path: String, bytes: usize, schema: Schema) -> Self {
        Self {
            profile: "tabular-data-resource",
            name: shape.name,
            path,
            title: shape.title,
            description: shape.meaning,
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes,
            dialect: Dialect {
                delimiter: ",",
                line_terminator: "\r\n",
                quote_char: "\"",
                double_quote: true,
                skip_initial_space: false,
                header: true,
            },
            schema,
        }
    }
}

/// How the file is written down.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    skip_initial_space: bool,
    header: bool,
}

/// The columns and keys of a table.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    pub(super) fields: Vec<Field>,
    pub(super) missing_values: [&'static str; 1],
    pub(super) primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) foreign_keys: Vec<ForeignKey>,
}

/// One column.
#[derive(Serialize)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) r#type: &'static str,
    pub(super) format: &'static str,
    pub(super) description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) constraints: Option<Constraints>,
}

/// What every cell of a column keeps to.
#[derive(Serialize)]
pub(super) struct Constraints {
    pub(super) required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub(super) words: Option<Vec<&'static str>>,
}

/// A column that holds ids of another table.
#[derive(Serialize)]
pub(super) struct ForeignKey {
    pub(super) fields: [&'static str; 1],
    pub(super) reference: Reference,
}

/// The column it holds the ids of.
#[derive(Serialize)]
pub(super) struct Reference {
    pub(super) resource: &'static str,
    pub(super) fields: [&'static str; 1],
}
