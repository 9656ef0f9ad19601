//! Small changes to a JSON document, so that a case says only what is different from the base plan.

use serde_json::{Map, Value};

/// Applies every change of a list, in order.
///
/// A change is `{"set": pointer, "to": value}` (which creates the last key where it is absent),
/// `{"remove": pointer}`, or `{"add": pointer, "value": value}` (to the end of an array, which is
/// created where it is absent). Pointers are JSON Pointers: `/actions/0/due`.
pub(crate) fn apply(document: &mut Value, changes: &[Value]) -> Result<(), String> {
    for change in changes {
        one(document, change).map_err(|problem| format!("{change}: {problem}"))?;
    }
    Ok(())
}

fn one(document: &mut Value, change: &Value) -> Result<(), String> {
    let change = change.as_object().ok_or("a change is an object")?;
    let pointer = |key: &str| change.get(key).and_then(Value::as_str);
    let value = |key: &str| change.get(key).cloned().ok_or(format!("there is no {key:?}"));
    match (pointer("set"), pointer("remove"), pointer("add")) {
        (Some(at), None, None) => set(document, at, value("to")?),
        (None, Some(at), None) => remove(document, at),
        (None, None, Some(at)) => add(document, at, value("value")?),
        _ => Err("a change has one of set, remove and add".to_owned()),
    }
}

fn set(document: &mut Value, at: &str, to: Value) -> Result<(), String> {
    let (above, last) = split(at)?;
    match document.pointer_mut(above).ok_or(format!("nothing is at {above:?}"))? {
        Value::Object(object) => {
            object.insert(last, to);
        }
        Value::Array(array) => {
            let slot = last.parse().ok().and_then(|at: usize| array.get_mut(at));
            *slot.ok_or(format!("nothing is at {at:?}"))? = to;
        }
        _ => return Err(format!("{above:?} holds nothing")),
    }
    Ok(())
}

fn remove(document: &mut Value, at: &str) -> Result<(), String> {
    let (above, last) = split(at)?;
    let removed = match document.pointer_mut(above) {
        Some(Value::Object(object)) => object.remove(&last),
        Some(Value::Array(array)) => {
            let position = last.parse().ok().filter(|position| *position < array.len());
            position.map(|position| array.remove(position))
        }
        _ => None,
    };
    removed.map(drop).ok_or(format!("nothing is at {at:?}"))
}

fn add(document: &mut Value, at: &str, value: Value) -> Result<(), String> {
    if document.pointer(at).is_none() {
        set(document, at, Value::Array(Vec::new()))?;
    }
    let array = document.pointer_mut(at).and_then(Value::as_array_mut);
    array.ok_or(format!("{at:?} is no array"))?.push(value);
    Ok(())
}

fn split(at: &str) -> Result<(&str, String), String> {
    let (above, last) = at.rsplit_once('/').ok_or(format!("{at:?} is no JSON Pointer"))?;
    Ok((above, last.replace("~1", "/").replace("~0", "~")))
}

#[test]
fn changes_set_remove_and_add() {
    let mut document = Value::Object(Map::new());
    let changes = serde_json::json!([
        { "add": "/list", "value": { "a": 1 } },
        { "add": "/list", "value": 2 },
        { "set": "/list/0/b", "to": "x" },
        { "remove": "/list/0/a" },
        { "remove": "/list/1" }
    ]);
    apply(&mut document, changes.as_array().unwrap()).unwrap();
    assert_eq!(document, serde_json::json!({ "list": [{ "b": "x" }] }));
    let missing = serde_json::json!([{ "remove": "/list/7" }]);
    assert!(apply(&mut document, missing.as_array().unwrap()).is_err());
}
