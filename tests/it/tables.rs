//! The tables of codes, from which everything that is printed about them is made.

use std::collections::BTreeSet;
#[cfg(all(feature = "csv", feature = "workbook"))]
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use improvement_plan::diagnostic::CodeEntry;
use improvement_plan::facts::Progress;
use improvement_plan::json::JsonError;
use improvement_plan::model::RagPolicy;
use improvement_plan::{Plan, Rules, Severity};

fn every_entry() -> Vec<CodeEntry> {
    let lists = [Plan::structural_codes(), JsonError::codes(), import_codes(), Progress::codes()];
    Rules::table().into_iter().chain(lists.concat()).collect()
}

/// The codes of reading tables are only there with a feature that reads them.
fn import_codes() -> &'static [CodeEntry] {
    #[cfg(any(feature = "csv", feature = "workbook"))]
    return improvement_plan::import::Import::codes();
    #[cfg(not(any(feature = "csv", feature = "workbook")))]
    &[]
}

#[test]
fn codes_are_kebab_case_and_stand_once_in_all_tables_together() {
    let mut seen = BTreeSet::new();
    for entry in every_entry() {
        let code = entry.code().as_str();
        assert!(seen.insert(code), "{code} stands twice");
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter == '-';
        assert!(code.chars().all(is_plain) && !code.is_empty(), "{code}");
        assert!(!code.starts_with('-') && !code.ends_with('-') && !code.contains("--"), "{code}");
    }
}

#[test]
fn explanations_and_help_are_sentences_and_no_two_explanations_are_alike() {
    let mut seen = BTreeSet::new();
    for entry in every_entry() {
        let (code, explanation, help) = (entry.code(), entry.explanation(), entry.help());
        assert!(seen.insert(explanation), "the explanation of {code} is that of another code");
        for text in [explanation, help] {
            assert!(text.len() > 3, "{code} explains nothing: {text:?}");
            assert!(text.ends_with(['.', '?']), "{code} ends without a full stop: {text:?}");
            assert!(text.starts_with(char::is_uppercase), "{code} begins small: {text:?}");
            assert!(!text.contains("  ") && text.trim() == text, "{code} has odd spaces: {text:?}");
        }
    }
}

#[test]
fn words_that_are_never_printed_are_in_no_table() {
    for entry in every_entry() {
        let (code, explanation, help) = (entry.code(), entry.explanation(), entry.help());
        for word in ["dead", "limb", "slipper", "league"] {
            let texts = [code.as_str(), explanation, help];
            let holds = texts.iter().any(|text| {
                text.split(|letter: char| !letter.is_alphabetic()).any(|one| one == word)
            });
            assert!(!holds, "{code} says {word}");
        }
    }
}

#[test]
fn codes_that_refuse_a_document_are_all_errors() {
    let refusing = [Plan::structural_codes(), JsonError::codes()].concat();
    assert!(refusing.iter().all(|entry| entry.severity() == Severity::Error));
}

/// The tables as the documentation shows them: made from the code, never by hand.
#[cfg(all(feature = "csv", feature = "workbook"))]
fn as_documentation() -> String {
    let mut page = String::new();
    let standard = Rules::standard();
    for severity in Severity::ALL.iter().rev() {
        writeln!(page, "\n## Rules: {severity}\n\n| code | what it means | what to do |").unwrap();
        writeln!(page, "|---|---|---|").unwrap();
        for entry in Rules::table().into_iter().filter(|entry| entry.severity() == *severity) {
            let strict = if standard.is_enabled(entry.code().as_str()) == Some(false) {
                " (strict rules only)"
            } else {
                ""
            };
            let (code, explanation, help) = (entry.code(), entry.explanation(), entry.help());
            writeln!(page, "| `{code}`{strict} | {explanation} | {help} |").unwrap();
        }
    }
    for (heading, entries) in [
        ("Structural codes", Plan::structural_codes()),
        ("Codes of reading JSON", JsonError::codes()),
    ] {
        writeln!(page, "\n## {heading}\n\n| code | what it means | what to do |").unwrap();
        writeln!(page, "|---|---|---|").unwrap();
        for entry in entries {
            let (code, explanation, help) = (entry.code(), entry.explanation(), entry.help());
            writeln!(page, "| `{code}` | {explanation} | {help} |").unwrap();
        }
    }
    for (heading, entries) in [
        ("Codes of comparing two plans", Progress::codes()),
        ("Codes of reading workbooks and CSV files", import_codes()),
    ] {
        writeln!(page, "\n## {heading}\n").unwrap();
        writeln!(page, "| code | severity | what it means | what to do |\n|---|---|---|---|")
            .unwrap();
        for entry in entries {
            let (code, severity, explanation, help) =
                (entry.code(), entry.severity(), entry.explanation(), entry.help());
            // Rustdoc takes what stands in square brackets for the name of an item.
            let help = help.replace('[', "\\[").replace(']', "\\]");
            writeln!(page, "| `{code}` | {severity} | {explanation} | {help} |").unwrap();
        }
    }
    page
}

#[cfg(all(feature = "csv", feature = "workbook"))]
#[test]
fn the_documented_codes_are_those_of_the_tables() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/codes.md");
    let page = as_documentation();
    if env::var_os("UPDATE_CASES").is_some() && env::var_os("CI").is_none() {
        fs::write(&path, page).unwrap();
        return;
    }
    let written = fs::read_to_string(&path).unwrap();
    assert!(written == page, "src/codes.md is out of date: run this test with UPDATE_CASES=1");
}

#[test]
fn the_explanation_of_interim_ending_names_the_due_soon_window() {
    let window = format!("within {} days", improvement_plan::facts::DUE_SOON_DAYS);
    let table = Rules::table();
    let entry = table.iter().find(|entry| entry.code() == "interim-ending").unwrap();
    assert!(entry.explanation().contains(&window), "{}", entry.explanation());
}

/// Returns a source file, for numbers that no public name gives.
fn source(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path);
    fs::read_to_string(path).unwrap()
}

/// Returns the number of a private constant.
fn constant(path: &str, name: &str) -> u32 {
    let text = source(path);
    let start = format!("const {name}: u32 = ");
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix(&start)).unwrap();
    line.trim_end_matches(';').parse().unwrap()
}

#[test]
fn the_days_in_explanations_are_those_the_rules_use() {
    let policy = RagPolicy::default();
    let longest_wait = constant("rules/completion.rs", "LONGEST_WAIT");
    let stale_after = constant("rules/measures.rs", "STALE_AFTER_DAYS");
    let table = Rules::table();
    for (code, words) in [
        ("green-but-not-started", format!("within {} days", policy.not_started_within_days)),
        ("green-but-slipped", format!("more than {} days", policy.moved_by_more_than_days)),
        ("awaiting-sign-off-long", format!("more than {longest_wait} days")),
        ("measure-stale", format!("more than {stale_after} days")),
    ] {
        let entry = table.iter().find(|entry| entry.code() == code).unwrap();
        assert!(entry.explanation().contains(&words), "{code}: {}", entry.explanation());
    }
}

#[test]
fn the_cover_of_the_workbook_names_the_default_rag_policy() {
    let (policy, cover) = (RagPolicy::default(), source("workbook/schema/cover_sheet.rs"));
    for (key, default) in [
        ("red_after_days", policy.red_after_days),
        ("not_started_within_days", policy.not_started_within_days),
        ("moved_by_more_than_days", policy.moved_by_more_than_days),
        ("moved_times", policy.moved_times),
    ] {
        let line = cover.lines().find(|line| line.contains(&format!("rag_policy.{key}:"))).unwrap();
        assert!(line.ends_with(&format!(" Blank means {default}.\";")), "{line}");
    }
}
