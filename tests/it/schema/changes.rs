//! Every small change of a document's shape: another value, a key less, a key more.

use serde_json::{Map, Value, json};

/// A change of one place of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Change {
    /// Another value.
    Replace(Value),
    /// A key is taken away.
    Remove,
    /// A key is added to an object.
    Add(&'static str),
}

/// A change with the place where it is made, as a JSON pointer.
#[derive(Debug, Clone)]
pub(super) struct Changed {
    pub(super) pointer: String,
    pub(super) change: Change,
}

impl Changed {
    /// Makes the change.
    pub(super) fn of(&self, document: &Value) -> Value {
        let mut document = document.clone();
        match &self.change {
            Change::Replace(value) => *document.pointer_mut(&self.pointer).unwrap() = value.clone(),
            Change::Remove => {
                let (parent, key) = self.pointer.rsplit_once('/').unwrap();
                object(&mut document, parent).remove(key).unwrap();
            }
            Change::Add(key) => {
                object(&mut document, &self.pointer).insert((*key).to_owned(), json!("x"));
            }
        }
        document
    }
}

fn object<'a>(document: &'a mut Value, pointer: &str) -> &'a mut Map<String, Value> {
    document.pointer_mut(pointer).unwrap().as_object_mut().unwrap()
}

/// Values of every type and, in the place of a number or an id, others near the bounds of what is read.
fn values_for(value: &Value) -> Vec<Value> {
    let mut values = vec![
        Value::Null,
        json!(true),
        json!(5),
        json!(""),
        json!("completed"),
        json!([]),
        json!(["xyz", null]),
        json!({}),
        json!({ "x": 1 }),
    ];
    match value {
        Value::Number(_) => values.extend([
            json!(-1),
            json!(1.5),
            json!(70_000),
            json!(4_294_967_296_u64),
            json!(u64::MAX),
            json!(1e30),
        ]),
        Value::String(text) if text.len() == 36 => values.extend([
            json!("67E55044-10B1-426F-9247-BB680E5FE0C8"),
            json!("urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8"),
            json!("{67e55044-10b1-426f-9247-bb680e5fe0c8}"),
            json!("67e5504410b1426f9247bb680e5fe0c8"),
            json!("67e55044-10b1-426f-9247-bb680e5fe0c"),
            json!("67e55044-10b1-426f-9247bb-680e5fe0c8"),
        ]),
        _ => {}
    }
    values
}

/// Every change of a document: each value replaced by one of every type, each key taken away, and a key
/// added to each object.
pub(super) fn changes(document: &Value) -> Vec<Changed> {
    let mut found = Vec::new();
    collect(document, "", &mut found);
    found
}

fn collect(value: &Value, pointer: &str, found: &mut Vec<Changed>) {
    let mut add = |pointer: &str, change| {
        found.push(Changed { pointer: pointer.to_owned(), change });
    };
    for other in values_for(value) {
        add(pointer, Change::Replace(other));
    }
    match value {
        Value::Object(keys) => {
            add(pointer, Change::Add("surprise"));
            for key in keys.keys() {
                add(&format!("{pointer}/{key}"), Change::Remove);
            }
            for (key, value) in keys {
                collect(value, &format!("{pointer}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                collect(item, &format!("{pointer}/{at}"), found);
            }
        }
        _ => {}
    }
}
