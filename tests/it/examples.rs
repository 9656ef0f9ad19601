//! The commands as people run them: exit codes, and where the reason stands.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SMALL: &str = include_str!("report/small.json");
const REJECTED: &str = r#"{ "format": 1, "reference": "p", "title": "Plan",
    "authority": { "name": "Anyshire" }, "actions": [ { "title": "Recruit" } ] }"#;
const DAYLESS: &str = r#"{ "format": 1, "reference": "p", "title": "Plan",
    "authority": { "name": "Anyshire" } }"#;

const UNDATED: &str = r#"{ "format": 1, "reference": "p", "title": "Plan",
    "authority": { "name": "Anyshire" }, "status_date": "a while ago" }"#;

/// Cargo builds the examples beside the tests.
pub(crate) fn example(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap().join("examples");
    let path = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(path.exists(), "{} is not built: cargo build --examples", path.display());
    path
}

/// An empty folder for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub(crate) fn run(name: &str, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(example(name)).current_dir(folder).args(arguments).output().unwrap()
}

pub(crate) fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn reason(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A folder with a plan that is fine, one that is rejected, one without a day and two that are none.
fn plans(name: &str) -> PathBuf {
    let folder = folder(name);
    for (file, text) in [
        ("fine.json", SMALL),
        ("rejected.json", REJECTED),
        ("dayless.json", DAYLESS),
        ("undated.json", UNDATED),
        ("words.json", "not JSON"),
        ("future.json", r#"{ "format": 2 }"#),
    ] {
        fs::write(folder.join(file), text).unwrap();
    }
    fs::write(folder.join("latin.json"), b"{ \"format\": 1, \"title\": \"\xe9\" }").unwrap();
    folder
}

#[test]
fn coverage_report_prints_croydon_when_nothing_is_named() {
    let output = run("coverage_report", &folder("croydon"), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert!(out(&output).starts_with("Coverage report: Croydon children's services"));
    assert!(out(&output).contains("\nAs of: 7 November 2017\n"));
    assert_eq!(reason(&output), "");
}

#[test]
fn coverage_report_takes_the_day_of_the_plan_or_the_one_asked_for() {
    let folder = plans("days");
    let output = run("coverage_report", &folder, &["fine.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert!(out(&output).contains("\nAs of: 30 October 2026\n"));
    for words in ["2026-11-02", "2 November 2026", "02/11/2026"] {
        let output = run("coverage_report", &folder, &["--as-of", words, "fine.json"]);
        assert!(out(&output).contains("\nAs of: 2 November 2026\n"), "{}", reason(&output));
    }
}

#[test]
fn coverage_report_has_three_formats() {
    let folder = plans("formats");
    for (format, start) in
        [("text", "Coverage report: "), ("markdown", "# Coverage report: "), ("json", "{\n")]
    {
        let output = run("coverage_report", &folder, &["fine.json", "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
        assert!(out(&output).starts_with(start), "{}", out(&output));
    }
}

#[cfg(feature = "html")]
#[test]
fn coverage_report_makes_a_page_to_publish_or_a_working_copy() {
    const WORKING: &str = "Working copy, not for publication";
    let folder = plans("page");
    let page = |more: &[&str]| {
        let arguments = [&["fine.json", "--format", "html"][..], more].concat();
        let output = run("coverage_report", &folder, &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
        assert!(out(&output).starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
        out(&output).contains(WORKING)
    };
    assert!(!page(&[]));
    assert!(page(&["--working"]));
    let output = run("coverage_report", &folder, &["fine.json", "--working"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        reason(&output).starts_with("error: --working is for --format html"),
        "{}",
        reason(&output)
    );
}

#[test]
fn coverage_report_says_why_there_is_no_report() {
    let folder = plans("no-report");
    for (arguments, code, words) in [
        (&["rejected.json"][..], 1, "error[action-without-recommendation] actions[0]: "),
        (&["rejected.json", "--as-of", "2026-11-02"], 1, "  help: "),
        (&["missing.json"], 2, "error: there is no file missing.json"),
        (&["."], 2, "error: . is a folder"),
        (&["words.json"], 2, "error: words.json is not a plan document: "),
        (&["future.json"], 2, "error: future.json is not a plan document: "),
        (&["latin.json"], 2, "error: latin.json is not a plan document: "),
        (&["dayless.json"], 2, "error: the plan does not say when its facts were gathered"),
        (
            &["undated.json"],
            2,
            "error: the plan's status_date, \u{201c}a while ago\u{201d}, gives no date; correct it, or \
             give the date with --as-of",
        ),
        (&["fine.json", "--as-of", "soon"], 2, "error: --as-of soon: that is not a single date"),
        (&["fine.json", "--as-of", "October 2026"], 2, "error: --as-of October 2026: that is not"),
        (
            &["fine.json", "--format", "pdf"],
            2,
            "error: --format pdf: use text, markdown, html or json",
        ),
        (&["fine.json", "--colour"], 2, "error: invalid option '--colour'; --help lists"),
        (&["fine.json", "--as-of"], 2, "error: missing argument for option '--as-of'"),
        (&["fine.json", "dayless.json"], 2, "error: dayless.json is a second plan"),
        (&["--format", "json", "--format", "text"], 2, "error: --format is given twice"),
    ] {
        let output = run("coverage_report", &folder, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", reason(&output));
        assert!(reason(&output).contains(words), "{arguments:?}: {}", reason(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn coverage_report_writes_a_file_whole_or_not_at_all() {
    let folder = plans("output");
    let output = run("coverage_report", &folder, &["fine.json", "--output", "report.txt"]);
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert_eq!(out(&output), "");
    let printed = run("coverage_report", &folder, &["fine.json"]);
    assert_eq!(fs::read_to_string(folder.join("report.txt")).unwrap(), out(&printed));

    let over = run("coverage_report", &folder, &["--output", "report.txt"]);
    assert_eq!(over.status.code(), Some(0), "{}", reason(&over));
    let written = fs::read_to_string(folder.join("report.txt")).unwrap();
    assert!(written.starts_with("Coverage report: Croydon"));

    fs::create_dir(folder.join("taken")).unwrap();
    let before = names(&folder);
    for place in ["taken", "no-such-folder/report.txt", "fine.json/report.txt"] {
        let output = run("coverage_report", &folder, &["fine.json", "--output", place]);
        assert_eq!(output.status.code(), Some(2), "{place}");
        assert!(reason(&output).contains(&format!("error: {place} could not be written: ")));
        assert_eq!(out(&output), "");
    }
    assert_eq!(names(&folder), before, "no temporary file is left");

    let mut permissions = fs::metadata(folder.join("report.txt")).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(folder.join("report.txt"), permissions).unwrap();
    let output = run("coverage_report", &folder, &["fine.json", "--output", "report.txt"]);
    assert_eq!(output.status.code(), Some(2), "a file that is read-only is left alone");
    assert_eq!(fs::read_to_string(folder.join("report.txt")).unwrap(), written);
    assert_eq!(names(&folder), before);
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_plan_may_come_from_standard_input() {
    for name in ["coverage_report", "check_plan"] {
        let mut child = Command::new(example(name))
            .args(["-", "--as-of", "2026-11-02"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(DAYLESS.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    }
}

#[test]
fn a_reader_that_has_heard_enough_is_no_error() {
    let mut child = Command::new(example("coverage_report"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert_eq!(reason(&output), "");
}

#[test]
fn help_is_printed_and_fits() {
    let tables = cfg!(all(feature = "csv", feature = "workbook"));
    let names = ["coverage_report", "check_plan", "compare_periods", "convert"];
    for name in &names[..if tables { 4 } else { 3 }] {
        let output = run(name, &folder("help"), &["--help"]);
        assert_eq!(output.status.code(), Some(0));
        assert!(out(&output).starts_with(&format!("{name} ")));
        assert!(out(&output).lines().all(|line| line.chars().count() <= 80));
    }
}

#[test]
fn check_plan_tells_errors_from_none() {
    let folder = plans("check");
    for (arguments, code, words) in [
        (&["dayless.json", "--as-of", "2026-11-02"][..], 0, "0 errors, "),
        (&["rejected.json"], 1, "error[action-without-recommendation] actions[0]: "),
        (&["rejected.json", "--as-of", "2026-11-02", "--strict"], 1, "\n  help: "),
        (&["rejected.json", "--format", "json"], 1, "\"code\": \"action-without-recommendation\""),
    ] {
        let output = run("check_plan", &folder, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", reason(&output));
        assert!(out(&output).contains(words), "{arguments:?}: {}", out(&output));
        assert_eq!(reason(&output), "", "{arguments:?}");
    }
}

#[test]
fn check_plan_says_why_nothing_was_checked() {
    let folder = plans("not-checked");
    for (arguments, words) in [
        (&[][..], "error: no plan is named"),
        (&["dayless.json"], "error: the plan does not say when its facts were gathered"),
        (&["missing.json"], "error: there is no file missing.json"),
        (&["words.json"], "error: words.json is not a plan document: "),
        (&["future.json"], "error: future.json is not a plan document: "),
        (&["fine.json", "--format", "markdown"], "error: --format markdown: use text or json"),
        (&["fine.json", "--strict", "--strict"], "error: --strict is given twice"),
        (&["fine.json", "--loose"], "error: invalid option '--loose'"),
        (&["fine.json", "fine.json"], "error: fine.json is a second plan"),
    ] {
        let output = run("check_plan", &folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", out(&output));
        assert!(reason(&output).contains(words), "{arguments:?}: {}", reason(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
}

#[test]
fn check_plan_lists_what_is_wrong_with_a_text_as_json_and_says_why_nothing_was_checked() {
    let folder = plans("check-text");
    let text = r#"{"format":1,"reference":"p","titel":"t","authority":"A"}"#;
    fs::write(folder.join("wrong.json"), text).unwrap();
    let output = run("check_plan", &folder, &["wrong.json", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let list: serde_json::Value = serde_json::from_str(out(&output)).unwrap();
    let codes: Vec<_> = list.as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["json-missing-key", "json-unknown-key", "json-wrong-type"]);
    let reason = reason(&output);
    assert_eq!(reason.lines().count(), 4, "{reason}");
    assert!(
        reason.starts_with("error: wrong.json is not a plan document: the text has 3 problems")
    );
    let output = run("check_plan", &folder, &["wrong.json"]);
    assert_eq!((out(&output), output.status.code()), ("", Some(2)));
}

#[test]
fn check_plan_gives_a_list_as_json() {
    let folder = plans("check-json");
    let output = run("check_plan", &folder, &["fine.json", "--format", "json", "--strict"]);
    let list: serde_json::Value = serde_json::from_str(out(&output)).unwrap();
    assert!(list.is_array());
}

#[test]
fn check_plan_lists_what_is_waived_when_it_is_asked_to() {
    let folder = folder("check-plan-waived");
    let plan = r#"{ "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "Anyshire" },
        "status_date": "2026-10-30", "sources": [ { "reference": "lga", "title": "Peers" } ],
        "recommendations": [ { "reference": "1", "source": "lga", "text": "Listen to children." } ],
        "waivers": [ { "code": "uncovered-recommendation", "subject": "recommendation 1", "reason": "In next year's plan",
        "approved_by": "Improvement Board", "expires": "March 2027" } ] }"#;
    fs::write(folder.join("waived.json"), plan).unwrap();
    let list = |option: &[&str]| -> Vec<serde_json::Value> {
        let arguments = [&["waived.json", "--format", "json"], option].concat();
        let output = run("check_plan", &folder, &arguments);
        assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
        serde_json::from_str(out(&output)).unwrap()
    };
    let (usual, shown) = (list(&[]), list(&["--show-waived"]));
    assert_eq!(shown.len(), usual.len() + 1);
    assert!(usual.iter().all(|one| one.get("waived").is_none() && shown.contains(one)));
    let waived = serde_json::json!({ "reason": "In next year's plan", "expires": "2027-03-31" });
    let of_waiver = shown.iter().find(|one| one.get("waived") == Some(&waived));
    assert_eq!(of_waiver.unwrap()["code"], "uncovered-recommendation");
    let text = run("check_plan", &folder, &["waived.json", "--show-waived"]);
    let text = out(&text);
    assert!(text.contains("\n  waived: In next year's plan (until 31 March 2027)\n"), "{text}");
}

#[test]
fn embed_in_a_service_runs() {
    let output = run("embed_in_a_service", &folder("embed"), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert!(out(&output).contains("Refused, and the plan is as it was: 1 problem.\n  action "));
    assert!(!out(&output).contains(" 1 days"), "{}", out(&output));
    assert!(out(&output).contains("Accepted."));
}
