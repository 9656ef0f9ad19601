//! What users can name: a small root, and every other name in exactly one public module.

use std::collections::BTreeMap;

use super::source::{Module, Source};

#[test]
fn the_root_has_at_most_45_names_besides_its_modules() {
    let source = Source::read();
    let names: Vec<&str> = source.root_names().iter().map(|used| used.name.as_str()).collect();
    assert!(names.len() <= 45, "{} names: {names:?}", names.len());
    assert!(!names.contains(&"*"));
}

#[test]
fn every_public_name_is_in_exactly_one_public_module() {
    let source = Source::read();
    let mut homes: BTreeMap<(Module, String), Vec<String>> = BTreeMap::new();
    for module in source.public_modules() {
        for (name, definition) in source.public_names(&module) {
            assert_ne!(name, "*", "{} gives on whatever another module has", module.join("::"));
            homes.entry(definition).or_default().push(format!("{}::{name}", module.join("::")));
        }
    }
    let twice: Vec<_> = homes.values().filter(|homes| homes.len() > 1).collect();
    assert!(twice.is_empty(), "exported twice: {twice:?}");
    // The root gives again what a module has, and nothing else but two types of other crates.
    for used in source.root_names() {
        match source.definition(&Module::new(), &used.path) {
            Some((home, name)) => {
                let name = name.unwrap_or_else(|| used.name.clone());
                assert!(homes.contains_key(&(home, name)), "{} is in no public module", used.name);
            }
            None => assert!(["NaiveDate", "Uuid"].contains(&used.name.as_str()), "{}", used.name),
        }
    }
}
