//! The shape of `datapackage.json`: the Data Package and Table Schema specifications of Frictionless
//! Data, version 1, as far as the star schema uses them.

use serde::Serialize;

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
    pub(super) profile: &'static str,
    pub(super) name: &'static str,
    pub(super) path: String,
    pub(super) title: &'static str,
    pub(super) description: &'static str,
    pub(super) format: &'static str,
    pub(super) mediatype: &'static str,
    pub(super) encoding: &'static str,
    pub(super) bytes: usize,
    pub(super) dialect: Dialect,
    pub(super) schema: Schema,
}

/// The CSV dialect of the file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dialect {
    pub(super) delimiter: &'static str,
    pub(super) line_terminator: &'static str,
    pub(super) quote_char: &'static str,
    pub(super) double_quote: bool,
    pub(super) skip_initial_space: bool,
    pub(super) header: bool,
}

/// The dialect of RFC 4180.
pub(super) const RFC_4180: Dialect = Dialect {
    delimiter: ",",
    line_terminator: "\r\n",
    quote_char: "\"",
    double_quote: true,
    skip_initial_space: false,
    header: true,
};

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

/// The constraints on the cells of a column.
#[derive(Serialize)]
pub(super) struct Constraints {
    pub(super) required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub(super) words: Option<Vec<&'static str>>,
}

/// A foreign key.
#[derive(Serialize)]
pub(super) struct ForeignKey {
    pub(super) fields: [&'static str; 1],
    pub(super) reference: Reference,
}

/// The target of a foreign key.
#[derive(Serialize)]
pub(super) struct Reference {
    pub(super) resource: &'static str,
    pub(super) fields: [&'static str; 1],
}
