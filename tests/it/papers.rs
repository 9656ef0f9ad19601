//! The shipped plans are written in their own words: no text of theirs shares nine words in a row with
//! the papers they were read from, the names of papers excepted.
//!
//! The papers are not part of this project. `data/papers.fingerprints` holds a fingerprint of every nine
//! words in a row of the five of them: lower case, letters and figures alone, apostrophes dropped, joined
//! by one space, as FNV-1a of 64 bits, sorted, little-endian.

use serde_json::Value;

const LENGTH: usize = 9;

const PLANS: [(&str, &str); 2] = [
    ("croydon-2017", include_str!("../../examples/data/croydon-2017.json")),
    ("worcestershire-2017", include_str!("../../examples/data/worcestershire-2017.json")),
];

fn papers() -> Vec<u64> {
    let bytes = include_bytes!("data/papers.fingerprints");
    bytes.chunks_exact(8).map(|eight| u64::from_le_bytes(eight.try_into().unwrap())).collect()
}

fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

pub(crate) fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The words that a text shares with the papers, nine at a time.
fn shared(text: &str, papers: &[u64]) -> Vec<String> {
    let words = words(text);
    let runs = words.windows(LENGTH).map(|nine| nine.join(" "));
    runs.filter(|nine| papers.binary_search(&fingerprint(nine)).is_ok()).collect()
}

/// Every text of a document with the key it stands under.
fn texts<'d>(value: &'d Value, path: &str, found: &mut Vec<(String, &'d str)>) {
    match value {
        Value::String(text) => found.push((path.to_owned(), text)),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                texts(item, &format!("{path}[{at}]"), found);
            }
        }
        Value::Object(entries) => {
            for (key, value) in entries {
                texts(value, &format!("{path}.{key}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a text is the name of a paper: the title of a source, the source of a reading.
fn names_a_paper(path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or_default();
    (path.starts_with(".sources[") && key == "title")
        || (path.contains(".readings[") && key == "source")
}

#[test]
fn no_text_of_a_shipped_plan_shares_nine_words_in_a_row_with_its_papers() {
    let papers = papers();
    assert!(papers.len() > 14_000 && papers.is_sorted());
    let mut seen = 0;
    let mut copied = Vec::new();
    for (name, json) in PLANS {
        let plan: Value = serde_json::from_str(json).unwrap();
        let mut found = Vec::new();
        texts(&plan, "", &mut found);
        for (path, text) in found.iter().filter(|(path, _)| !names_a_paper(path)) {
            seen += 1;
            let runs = shared(text, &papers);
            copied.extend(runs.into_iter().map(|nine| format!("{name}{path}: {nine}")));
        }
    }
    assert!(seen > 1_000, "{seen} texts");
    assert_eq!(copied, Vec::<String>::new());
}

#[test]
fn words_of_the_papers_are_known_by_their_fingerprints() {
    // The name of the inspection, which the papers print too.
    let name = "Services for children in need of help and protection, children looked after";
    assert_eq!(shared(name, &papers()).len(), 4);
}
