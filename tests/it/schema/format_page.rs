//! The page `format` of the documentation. Its tables are made from the schema, its examples from the
//! document with every key, and what reads a key from `read_by.txt`. Its introduction is written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use improvement_plan::{Plan, PlanDoc, Rules, schema};
use serde_json::Value;

use super::ordered::Ordered;

const EVERY_KEY: &str = include_str!("../data/every-key.json");
const READ_BY: &str = include_str!("read_by.txt");
/// Where the part that is made begins.
const RECORDS: &str = "# The records\n";

/// A record of the document.
struct Record {
    /// Where it stands: `actions[].milestones[]`.
    places: Vec<String>,
    /// Its keys in the order of the document, from every place.
    keys: Vec<String>,
    /// Its entries in the place where it has the most.
    example: Vec<(String, Ordered)>,
}

impl Record {
    /// Adds the keys that are new, each behind the one that it follows.
    fn add_keys<'k>(&mut self, keys: impl Iterator<Item = &'k String>) {
        let mut next = 0;
        for key in keys {
            if let Some(at) = self.keys.iter().position(|known| known == key) {
                next = at + 1;
            } else {
                self.keys.insert(next, key.clone());
                next += 1;
            }
        }
    }
}

/// Follows a document and its schema, and notes every record by its name in the schema.
struct Records<'s> {
    root: &'s Value,
    /// The names in document order.
    order: Vec<String>,
    found: BTreeMap<String, Record>,
}

impl<'s> Records<'s> {
    fn of(root: &'s Value, document: &Ordered) -> Self {
        let mut records = Self { root, order: Vec::new(), found: BTreeMap::new() };
        records.follow(root, document, "PlanDoc", "");
        records
    }

    fn follow(&mut self, schema: &'s Value, value: &Ordered, name: &str, place: &str) {
        if let Some(name) = schema["$ref"].as_str().map(|path| path.trim_start_matches("#/$defs/"))
        {
            return self.follow(&self.root["$defs"][name], value, name, place);
        }
        for schema in schema["anyOf"].as_array().into_iter().flatten() {
            self.follow(schema, value, name, place);
        }
        match value {
            Ordered::Object(entries) if schema["properties"].is_object() => {
                if !self.found.contains_key(name) {
                    self.order.push(name.to_owned());
                }
                let record = self.found.entry(name.to_owned()).or_insert(Record {
                    places: Vec::new(),
                    keys: Vec::new(),
                    example: Vec::new(),
                });
                if !record.places.contains(&place.to_owned()) {
                    record.places.push(place.to_owned());
                }
                if entries.len() > record.example.len() {
                    record.example.clone_from(entries);
                }
                record.add_keys(entries.iter().map(|(key, _)| key));
                for (key, value) in entries {
                    let dot = if place.is_empty() { "" } else { "." };
                    self.follow(
                        &schema["properties"][key],
                        value,
                        key,
                        &format!("{place}{dot}{key}"),
                    );
                }
            }
            Ordered::List(items) if schema["items"].is_object() => {
                for item in items {
                    self.follow(&schema["items"], item, name, &format!("{place}[]"));
                }
            }
            _ => {}
        }
    }
}

/// The lines of `read_by.txt`, by record and key.
fn read_by() -> BTreeMap<(&'static str, &'static str), &'static str> {
    let lines = READ_BY.lines().filter(|line| !line.starts_with('#'));
    let mut found = BTreeMap::new();
    for line in lines {
        let (place, readers) = line.split_once(": ").unwrap();
        let place = place.split_once('.').unwrap();
        assert!(found.insert(place, readers).is_none(), "twice: {line}");
    }
    found
}

/// What a value may be, and its default if the schema gives one.
fn value_of(root: &Value, schema: &Value) -> String {
    let name = |path: &str| path.trim_start_matches("#/$defs/").to_owned();
    if let Some(name) = schema["$ref"].as_str().map(name) {
        let target = &root["$defs"][&name];
        return match name.as_str() {
            "DueDate" => "date".to_owned(),
            "Format" => format!("the number {}", target["const"]),
            "Number" => "number".to_owned(),
            _ if name.ends_with("Id") => "id".to_owned(),
            _ if target["properties"].is_object() => {
                format!("object: [{name}](#{})", anchor(&name))
            }
            "Owner" | "LegendMeaning" => value_of(root, target),
            _ => format!("word: [{name}](#{})", anchor(&name)),
        };
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let choices = choices.iter().filter(|choice| choice["type"] != "null");
        let choices: Vec<String> = choices.map(|choice| value_of(root, choice)).collect();
        return choices.join(" or ");
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    match types.iter().find(|name| **name != "null") {
        Some(&"string") => "text".to_owned(),
        Some(&"boolean") => "`true` or `false`".to_owned(),
        Some(&"array") => format!("list, each {}", value_of(root, &schema["items"])),
        Some(&"integer") => {
            format!("whole number from {} to {}", schema["minimum"], schema["maximum"])
        }
        other => panic!("the page has no word for {other:?}: {schema}"),
    }
}

fn anchor(name: &str) -> String {
    name.to_lowercase()
}

/// What a missing key means.
fn default_of(record: &Value, key: &str, schema: &Value) -> String {
    let required = record["required"].as_array().into_iter().flatten();
    if required.into_iter().any(|one| one == key) {
        return "required".to_owned();
    }
    match &schema["default"] {
        Value::Null if schema["type"] == "array" => "empty".to_owned(),
        Value::Null => "none".to_owned(),
        Value::String(word) => format!("`{word}`"),
        value => format!("`{value}`"),
    }
}

fn cell(text: &str) -> String {
    text.replace("\n\n", " ").replace('|', "\\|")
}

/// The description of a key or a record.
fn description(schema: &Value) -> String {
    cell(schema["description"].as_str().unwrap())
}

fn page() -> String {
    let root = schema::plan().to_value();
    let document: Ordered = serde_json::from_str(EVERY_KEY).unwrap();
    let records = Records::of(&root, &document);
    let mut readers = read_by();
    let mut used = BTreeSet::new();
    let mut page = String::from(RECORDS);
    for name in &records.order {
        let record = &records.found[name];
        let schema = if name == "PlanDoc" { &root } else { &root["$defs"][name] };
        let about =
            if name == "PlanDoc" { "The whole document.".to_owned() } else { description(schema) };
        writeln!(page, "\n## {name}\n\n{about}\n").unwrap();
        match record.places.as_slice() {
            [place] if place.is_empty() => {}
            places => writeln!(page, "Stands in `{}`.\n", places.join("`, `")).unwrap(),
        }
        writeln!(page, "| key | value | if missing | what it is | read by |").unwrap();
        writeln!(page, "|---|---|---|---|---|").unwrap();
        for key in &record.keys {
            let schema_of_key = &schema["properties"][key];
            let value = value_of(&root, schema_of_key);
            let default = default_of(schema, key, schema_of_key);
            let own = readers.remove(&(name.as_str(), key.as_str()));
            let shared = readers.get(&("*", key.as_str())).copied();
            let readers =
                own.or(shared).unwrap_or_else(|| panic!("{name}.{key} is not in read_by.txt"));
            used.insert(key.clone());
            let what = description(schema_of_key);
            writeln!(page, "| `{key}` | {value} | {default} | {what} | {readers} |").unwrap();
        }
        let keys = schema["properties"].as_object().unwrap().len();
        assert_eq!(record.keys.len(), keys, "the document has not every key of {name}");
        writeln!(page, "\n```json\n{}\n```", example(&root, schema, record)).unwrap();
    }
    let unused: Vec<_> =
        readers.keys().filter(|(record, key)| *record != "*" || !used.contains(*key)).collect();
    assert!(unused.is_empty(), "read_by.txt names keys that are not there: {unused:?}");
    write_words(&root, &mut page);
    page
}

/// The record without the records inside it, which have their own examples.
fn example(root: &Value, schema: &Value, record: &Record) -> String {
    let holds_records = |key: &str| {
        let value = value_of(root, &schema["properties"][key]);
        value.starts_with("list, each object")
            || (value.starts_with("object") && key != "authority")
    };
    let entries = record.example.iter().filter(|(key, _)| !holds_records(key)).cloned().collect();
    let mut text = String::new();
    Ordered::Object(entries).print(0, &mut text);
    text
}

fn write_words(root: &Value, page: &mut String) {
    writeln!(page, "\n# The words").unwrap();
    for (name, schema) in root["$defs"].as_object().unwrap() {
        let open =
            schema["anyOf"].as_array().and_then(|choices| choices.first()?["oneOf"].as_array());
        let Some(words) = open.or_else(|| schema["oneOf"].as_array()) else { continue };
        let others = if open.is_some() {
            "Any other word is kept as written."
        } else {
            "Any other word is refused."
        };
        writeln!(page, "\n## {name}\n\n{} {others}\n", description(schema)).unwrap();
        writeln!(page, "| word | what it means |\n|---|---|").unwrap();
        for word in words {
            writeln!(page, "| `{}` | {} |", word["const"].as_str().unwrap(), description(word))
                .unwrap();
        }
    }
}

fn written() -> String {
    fs::read_to_string(path()).unwrap()
}

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/format.md")
}

#[test]
fn the_format_page_has_every_key_and_every_word() {
    let text = written();
    let (introduction, records) = text.split_at(text.find(RECORDS).unwrap());
    let made = page();
    if env::var_os("UPDATE_CASES").is_some() && env::var_os("CI").is_none() {
        fs::write(path(), format!("{introduction}{made}")).unwrap();
        return;
    }
    assert!(records == made, "src/format.md is out of date: run this test with UPDATE_CASES=1");
}

#[test]
fn every_link_of_the_format_page_leads_to_one_of_its_headings() {
    let text = written();
    let headings: Vec<String> =
        text.lines().filter_map(|line| line.strip_prefix("## ")).map(anchor).collect();
    let links = text.split("](#").skip(1).filter_map(|rest| rest.split(')').next());
    let mut count = 0;
    for link in links {
        let alike = headings.iter().filter(|heading| *heading == link).count();
        assert_eq!(alike, 1, "{link} leads to {alike} headings");
        count += 1;
    }
    assert!(count > 30, "{count}");
}

#[test]
fn every_code_that_the_format_page_names_exists() {
    let rules = Rules::table();
    let codes: BTreeSet<&str> =
        rules.iter().chain(Plan::structural_codes()).map(|one| one.code().as_str()).collect();
    let mut count = 0;
    for word in READ_BY.split('`').skip(1).step_by(2).filter(|word| word.contains('-')) {
        assert!(codes.contains(word), "{word} is no code");
        count += 1;
    }
    assert!(count > 80, "{count}");
}

/// The examples of records are parts of a document that the reader reads; the whole ones it reads here.
#[test]
fn the_document_of_the_introduction_is_read() {
    let text = written();
    let (introduction, _) = text.split_once(RECORDS).unwrap();
    let document = introduction.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(PlanDoc::from_json(document).unwrap().actions.len() > 1);
    Plan::from_json(document).unwrap();
}
