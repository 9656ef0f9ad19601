//! What `ARCHITECTURE.md` says of the files.

use std::fs;
use std::path::Path;

/// The paths that a text in backquotes stands for: `rag.rs`, or `{read,write}.rs` for two.
fn paths(text: &str) -> Vec<String> {
    let Some((before, rest)) = text.split_once('{') else { return vec![text.to_owned()] };
    let (names, after) = rest.split_once('}').unwrap();
    names.split(',').map(|name| format!("{before}{name}{after}")).collect()
}

#[test]
fn every_file_that_the_architecture_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let quoted = text.split('`').skip(1).step_by(2);
    let is_path = |text: &&str| {
        let extension = Path::new(text).extension();
        text.contains('/')
            || extension.is_some_and(|extension| extension == "rs" || extension == "md")
    };
    let named: Vec<String> = quoted.filter(is_path).flat_map(paths).collect();
    let is_there = |path: &str| root.join("src").join(path).exists() || root.join(path).exists();
    let missing: Vec<&String> =
        named.iter().filter(|path| !is_there(path) && !is_there(&format!("{path}.rs"))).collect();
    assert!(named.len() > 40, "too few files were found: {named:?}");
    assert!(missing.is_empty(), "not there: {missing:?}");
}
