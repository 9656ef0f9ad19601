//! Every heading with one meaning, as the source lists them, is read with that meaning.

use std::fs;
use std::path::Path;

use super::meanings;

/// One meaning of a column: its name, the first kind of table that uses it, and its headings.
struct Listed {
    means: String,
    kind: String,
    headings: Vec<String>,
}

/// The texts in quotes.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned)
}

/// Every meaning that `src/import/column_meaning.rs` lists.
fn listed() -> Vec<Listed> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import/column_meaning.rs");
    let text = fs::read_to_string(path).unwrap();
    let (_, rows) = text.split_once("\ncolumn_meanings! {").unwrap();
    let mut found: Vec<Listed> = Vec::new();
    let mut is_heading = false;
    for line in rows.lines().map(str::trim).filter(|line| !line.starts_with("///")) {
        if line.ends_with("\" {") {
            let means = quoted(line).next().unwrap();
            found.push(Listed { means, kind: String::new(), headings: Vec::new() });
        }
        let Some(last) = found.last_mut() else { continue };
        if let Some(rest) = line.strip_prefix("on ")
            && last.kind.is_empty()
        {
            rest.split(':').next().unwrap().clone_into(&mut last.kind);
        }
        is_heading |= line.starts_with("headings ");
        if is_heading {
            last.headings.extend(quoted(line));
        }
        is_heading &= !line.ends_with("];");
    }
    found
}

/// Every heading that is listed for a meaning, with the meaning.
pub(crate) fn listed_headings() -> Vec<(String, String)> {
    let each = |one: Listed| {
        let means = one.means;
        one.headings.into_iter().map(move |heading| (means.clone(), heading))
    };
    listed().into_iter().flat_map(each).collect()
}

#[test]
fn every_heading_that_is_listed_for_a_meaning_is_read_with_it() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for Listed { means, kind, headings } in listed() {
        let beside: &[(&str, &str)] = match kind.as_str() {
            "Measures" => &[("measure", "KPI"), ("baseline", "Baseline"), ("reading", "Actual")],
            "Recommendations" => &[("recommendation", "Recommendation")],
            _ => &[("action", "Action"), ("owners", "Lead"), ("due", "By when")],
        };
        let beside: Vec<&str> = beside
            .iter()
            .filter(|(other, _)| *other != means)
            .map(|(_, heading)| *heading)
            .collect();
        for heading in headings {
            count += 1;
            // A number is the reference of the first text column on its right.
            let expected = if means == "number" { "action-reference" } else { means.as_str() };
            let read = meanings(&format!("{heading},{}", beside.join(",")));
            if read.first() != Some(&expected) {
                wrong.push(format!("{heading}: {read:?}, not {expected}"));
            }
        }
    }
    assert!(count > 500, "only {count} headings were found in the source");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
