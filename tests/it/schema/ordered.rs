//! JSON that keeps its keys in the order in which they are written.

use std::fmt::{self, Write};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// A JSON value.
#[derive(Debug, Clone)]
pub(super) enum Ordered {
    Object(Vec<(String, Ordered)>),
    List(Vec<Ordered>),
    Other(Value),
}

impl Ordered {
    /// Writes the value, indented; a list of texts and a short object are on one line.
    pub(super) fn print(&self, indent: usize, text: &mut String) {
        let short = self.on_one_line();
        if indent > 0 && short.len() < 72 {
            text.push_str(&short);
            return;
        }
        match self {
            Self::Object(entries) => {
                text.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    let comma = if at == 0 { "" } else { "," };
                    write!(text, "{comma}\n{:1$}\"{key}\": ", "", indent + 2).unwrap();
                    value.print(indent + 2, text);
                }
                write!(text, "\n{:indent$}}}", "").unwrap();
            }
            Self::List(items) => {
                text.push('[');
                for (at, item) in items.iter().enumerate() {
                    let comma = if at == 0 { "" } else { "," };
                    write!(text, "{comma}\n{:1$}", "", indent + 2).unwrap();
                    item.print(indent + 2, text);
                }
                write!(text, "\n{:indent$}]", "").unwrap();
            }
            Self::Other(value) => write!(text, "{value}").unwrap(),
        }
    }

    fn on_one_line(&self) -> String {
        match self {
            Self::Object(entries) => {
                let entries = entries.iter();
                let entries =
                    entries.map(|(key, value)| format!("\"{key}\": {}", value.on_one_line()));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
            Self::List(items) => {
                format!("[{}]", items.iter().map(Self::on_one_line).collect::<Vec<_>>().join(", "))
            }
            Self::Other(value) => value.to_string(),
        }
    }
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyValue;

        impl<'de> Visitor<'de> for AnyValue {
            type Value = Ordered;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered::Object(entries))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Ordered, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Ordered::List(items))
            }

            fn visit_str<E>(self, text: &str) -> Result<Ordered, E> {
                Ok(Ordered::Other(text.into()))
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Ordered, E> {
                Ok(Ordered::Other(flag.into()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Ordered, E> {
                Ok(Ordered::Other(number.into()))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Ordered, E> {
                Ok(Ordered::Other(number.into()))
            }
        }

        deserializer.deserialize_any(AnyValue)
    }
}
