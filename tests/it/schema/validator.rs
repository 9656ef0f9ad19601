//! A small validator of JSON Schema: exactly the keywords that our schemas use, and a panic for any other.
//! `.ci/run` checks the same cases with an outside validator.

use improvement_plan::NaiveDate;
use serde_json::{Map, Value};

/// Keywords that only describe.
const ANNOTATIONS: &[&str] = &["$schema", "$defs", "title", "description", "default"];

pub(super) struct Validator<'s> {
    root: &'s Value,
}

impl<'s> Validator<'s> {
    pub(super) fn new(root: &'s Value) -> Self {
        Self { root }
    }

    /// Whether the schema accepts a value.
    pub(super) fn accepts(&self, value: &Value) -> bool {
        self.valid(self.root, value)
    }

    fn valid(&self, schema: &'s Value, value: &Value) -> bool {
        let keywords = schema.as_object().expect("a schema is an object");
        keywords.iter().all(|(keyword, operand)| match keyword.as_str() {
            "$ref" => self.valid(self.target(operand), value),
            "anyOf" => self.count(operand, value) >= 1,
            "oneOf" => self.count(operand, value) == 1,
            "const" => operand == value,
            "enum" => operand.as_array().unwrap().contains(value),
            "type" => match operand {
                Value::Array(names) => names.iter().any(|name| is_of_type(name, value)),
                name => is_of_type(name, value),
            },
            "minimum" => value.as_number().is_none_or(|_| number(value) >= number(operand)),
            "maximum" => value.as_number().is_none_or(|_| number(value) <= number(operand)),
            "exclusiveMinimum" => value.as_number().is_none_or(|_| number(value) > number(operand)),
            "exclusiveMaximum" => value.as_number().is_none_or(|_| number(value) < number(operand)),
            "pattern" => {
                let pattern = operand.as_str().unwrap();
                assert!(pattern.starts_with("^([0-9a-fA-F]{32}|(urn:uuid:)?"), "{pattern}");
                value.as_str().is_none_or(is_uuid)
            }
            "format" => match operand.as_str().unwrap() {
                "date" => value.as_str().is_none_or(|text| text.parse::<NaiveDate>().is_ok()),
                other => panic!("the validator does not know the format {other}"),
            },
            "minItems" => is_bounded(value, |length| length >= number(operand)),
            "maxItems" => is_bounded(value, |length| length <= number(operand)),
            "items" => value
                .as_array()
                .is_none_or(|items| items.iter().all(|item| self.valid(operand, item))),
            "required" => value.as_object().is_none_or(|object| {
                operand
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|key| object.contains_key(key.as_str().unwrap()))
            }),
            "properties" => value.as_object().is_none_or(|object| {
                object.iter().all(|(key, value)| {
                    operand.get(key).is_none_or(|schema| self.valid(schema, value))
                })
            }),
            "additionalProperties" => value
                .as_object()
                .is_none_or(|object| self.other_keys_are_valid(keywords, operand, object)),
            other if ANNOTATIONS.contains(&other) => true,
            other => panic!("the validator does not know {other}"),
        })
    }

    fn other_keys_are_valid(
        &self,
        keywords: &'s Map<String, Value>,
        operand: &'s Value,
        object: &Map<String, Value>,
    ) -> bool {
        let known = keywords.get("properties");
        let others =
            object.iter().filter(|(key, _)| known.is_none_or(|known| known.get(key).is_none()));
        match operand {
            Value::Bool(accepted) => *accepted || others.count() == 0,
            schema => others.into_iter().all(|(_, value)| self.valid(schema, value)),
        }
    }

    fn count(&self, schemas: &'s Value, value: &Value) -> usize {
        schemas.as_array().unwrap().iter().filter(|schema| self.valid(schema, value)).count()
    }

    fn target(&self, reference: &Value) -> &'s Value {
        let pointer = reference.as_str().unwrap().strip_prefix('#').unwrap();
        self.root.pointer(pointer).unwrap_or_else(|| panic!("{pointer} leads nowhere"))
    }
}

fn is_of_type(name: &Value, value: &Value) -> bool {
    match name.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => value.as_number().is_some() && number(value).fract() == 0.0,
        other => panic!("there is no type {other}"),
    }
}

/// The cases have no integers beyond 2⁵³ but the bounds themselves, so that an `f64` is enough.
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

fn is_bounded(value: &Value, is_within: impl Fn(f64) -> bool) -> bool {
    let length = value.as_array().and_then(|items| u32::try_from(items.len()).ok());
    length.is_none_or(|length| is_within(f64::from(length)))
}

/// The pattern of ids, without regular expressions.
fn is_uuid(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let hyphenated = |text: &str| {
        let groups: Vec<&str> = text.split('-').collect();
        groups.iter().all(|group| digits(group))
            && groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
    };
    let in_braces = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    (text.len() == 32 && digits(text))
        || hyphenated(text.strip_prefix("urn:uuid:").unwrap_or(text))
        || in_braces.is_some_and(hyphenated)
}
