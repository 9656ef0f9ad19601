//! The example that compares two files, as people run it: exit codes, arguments, and where the reason stands.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::examples::{example, folder, out, reason, run};

/// A plan with one action, of which the tests change a word.
const OCTOBER: &str = r#"{ "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "Anyshire" },
    "status_date": "2026-10-30", "sources": [ { "reference": "o", "title": "Inspection" } ],
    "recommendations": [ { "reference": "1", "source": "o", "text": "Reduce caseloads." } ],
    "actions": [ { "reference": "a", "title": "Recruit", "answers": ["1"], "due": "2026-11-20" } ] }"#;

/// One action that answers nothing, and is reported once for every time that the file is read.
const REJECTED: &str = r#"{ "format": 1, "reference": "p", "title": "Plan", "authority": { "name": "Anyshire" },
    "status_date": "2026-10-30", "actions": [ { "title": "Recruit" } ] }"#;

const PROBLEM: &str = "error[action-without-recommendation] actions[0]: ";

fn plans(name: &str) -> PathBuf {
    let folder = folder(name);
    let november = OCTOBER.replace("2026-10-30", "2026-11-30");
    let moved = november.replace("2026-11-20", "2026-12-18");
    let dayless = OCTOBER.replace(r#""status_date": "2026-10-30","#, "");
    let undated = OCTOBER.replace("2026-10-30", "a while ago");
    for (file, text) in [
        ("october.json", OCTOBER),
        ("november.json", &november),
        ("moved.json", &moved),
        ("dayless.json", &dayless),
        ("undated.json", &undated),
        ("rejected.json", REJECTED),
        ("rejected-too.json", REJECTED),
        ("words.json", "not JSON"),
        ("future.json", r#"{ "format": 2 }"#),
    ] {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn compare(folder: &Path, arguments: &[&str]) -> Output {
    run("compare_periods", folder, arguments)
}

/// The days of the two sides.
fn days(output: &Output) -> [String; 2] {
    let note: Value = serde_json::from_str(out(output)).unwrap();
    ["earlier", "later"].map(|side| note[side]["as_of"].as_str().unwrap().to_owned())
}

#[test]
fn two_plans_are_compared_on_the_days_of_their_facts() {
    let folder = plans("periods");
    for (format, start) in [
        ("text", "Covering note: Plan\n"),
        ("markdown", "# Covering note: Plan\n"),
        ("json", "{\n"),
    ] {
        let output = compare(&folder, &["october.json", "november.json", "--format", format]);
        assert_eq!((output.status.code(), reason(&output)), (Some(0), ""));
        assert!(out(&output).starts_with(start), "{}", out(&output));
    }
    let text = compare(&folder, &["october.json", "november.json"]);
    assert!(out(&text).contains("1 action is late (0 before; 1 newly late)"), "{}", out(&text));
}

#[test]
fn days_are_asked_for_and_those_left_out_are_of_the_plans() {
    let folder = plans("periods-days");
    for (arguments, days_of_both) in [
        (&["october.json", "november.json"][..], ["2026-10-30", "2026-11-30"]),
        (
            &["october.json", "november.json", "--as-of", "7 December 2026"],
            ["2026-10-30", "2026-12-07"],
        ),
        (&["october.json", "october.json", "--as-of", "2026-11-21"], ["2026-10-30", "2026-11-21"]),
        (&["october.json", "october.json"], ["2026-10-30", "2026-10-30"]),
        (
            &[
                "dayless.json",
                "undated.json",
                "--earlier-as-of",
                "01/10/2026",
                "--as-of",
                "2026-10-02",
            ],
            ["2026-10-01", "2026-10-02"],
        ),
    ] {
        let output = compare(&folder, &[arguments, &["--format", "json"]].concat());
        assert_eq!((output.status.code(), reason(&output)), (Some(0), ""), "{arguments:?}");
        assert_eq!(days(&output), days_of_both, "{arguments:?}");
    }
}

#[test]
fn one_of_the_two_may_come_from_standard_input() {
    let folder = plans("periods-input");
    for arguments in [["-", "november.json"], ["october.json", "-"]] {
        let mut child = Command::new(example("compare_periods"))
            .current_dir(&folder)
            .args(arguments)
            .args(["--format", "json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(OCTOBER.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), reason(&output)), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn what_never_should_change_is_asked_about_beside_the_note() {
    let folder = plans("periods-questions");
    let output = compare(&folder, &["october.json", "moved.json"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        reason(&output),
        "error[baseline-altered] actions[0].due: its original due date was 20 November 2026 and is 18 December 2026 \
         (in the earlier plan: actions[0].due)\n"
    );
    assert!(
        out(&output).contains("From 20 November 2026, the original date, to 18 December 2026,")
    );
}

#[test]
fn a_rejected_plan_is_named_with_each_of_its_problems_once() {
    let folder = plans("periods-rejected");
    for (arguments, named) in [
        (&["rejected.json", "november.json"][..], &["rejected.json"][..]),
        (&["october.json", "rejected.json"], &["rejected.json"]),
        (&["rejected.json", "rejected-too.json"], &["rejected.json", "rejected-too.json"]),
        // Two days of one plan: it is read twice and reported once.
        (&["rejected.json", "rejected.json"], &["rejected.json"]),
        // What a plan is comes before what day it is of, and before the order of the two days.
        (&["dayless.json", "rejected.json"], &["rejected.json"]),
        (&["rejected.json", "october.json", "--as-of", "2020-01-01"], &["rejected.json"]),
    ] {
        let output = compare(&folder, &[arguments, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", reason(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
        let problems = reason(&output);
        assert_eq!(problems.matches(PROBLEM).count(), named.len(), "{arguments:?}: {problems}");
        let names: Vec<_> = problems.lines().filter_map(|line| line.strip_suffix(":")).collect();
        assert_eq!(names, named, "{arguments:?}: {problems}");
    }
}

#[test]
fn it_is_said_why_no_note_was_made() {
    let folder = plans("periods-stopped");
    let two = ["october.json", "november.json"];
    for (arguments, words) in [
        (&[][..], "error: two plans are compared, so give two files: the earlier, then the later"),
        (&["october.json"], "error: two plans are compared, so give two files"),
        (
            &["october.json", "november.json", "moved.json"],
            "error: moved.json is a third plan; give two",
        ),
        (&["-", "-"], "error: only one of the two plans can come from standard input"),
        (&["missing.json", "november.json"], "error: there is no file missing.json"),
        (&["october.json", "missing.json"], "error: there is no file missing.json"),
        (&["rejected.json", "missing.json"], "error: there is no file missing.json"),
        (&[".", "november.json"], "error: . is a folder"),
        (&["words.json", "november.json"], "error: words.json is not a plan document: "),
        (&["october.json", "future.json"], "error: future.json is not a plan document: "),
        (
            &["dayless.json", "november.json"],
            "error: dayless.json does not say when its facts were gathered (status_date), so give the date with \
             --earlier-as-of, like ",
        ),
        (
            &["october.json", "dayless.json"],
            "error: dayless.json does not say when its facts were gathered (status_date), so give the date with \
             --as-of, like ",
        ),
        (
            &["october.json", "undated.json"],
            "error: undated.json's status_date, \u{201c}a while ago\u{201d}, gives no date; correct it, or give the date \
             with --as-of",
        ),
        (
            &["november.json", "october.json"],
            "error: 2026-10-30, the date of october.json, is before 2026-11-30, the date of november.json; give the \
             earlier plan first, or other dates with --earlier-as-of and --as-of",
        ),
    ] {
        let output = compare(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", reason(&output));
        assert!(reason(&output).starts_with(words), "{arguments:?}: {}", reason(&output));
        assert_eq!(out(&output), "", "{arguments:?}");
    }
    for (more, words) in [
        (
            &["--as-of", "2026-10-29"][..],
            "error: 2026-10-29, the date of november.json, is before 2026-10-30",
        ),
        (
            &["--earlier-as-of", "2026-12-01"],
            "error: 2026-11-30, the date of november.json, is before",
        ),
        (&["--as-of", "soon"], "error: --as-of soon: that is not a single date; write it like"),
        (&["--as-of", "November 2026"], "error: --as-of November 2026: that is not a single date"),
        (&["--earlier-as-of", "TBC"], "error: --earlier-as-of TBC: that is not a single date"),
        (&["--as-of", "2026-12-01", "--as-of", "2026-12-01"], "error: --as-of is given twice"),
        (
            &["--format", "html"],
            "error: --format html: use text, markdown or json for a covering note",
        ),
        (&["--format", "pdf"], "error: --format pdf: use text, markdown"),
        (&["--format", "text", "--format", "json"], "error: --format is given twice; give it once"),
        (&["--output"], "error: missing argument for option '--output'; --help lists the options"),
        (&["--colour"], "error: invalid option '--colour'; --help lists the options"),
        (
            &["--output", "no-such-folder/note.txt"],
            "error: no-such-folder/note.txt could not be written: ",
        ),
    ] {
        let output = compare(&folder, &[&two[..], more].concat());
        assert_eq!(output.status.code(), Some(2), "{more:?}: {}", reason(&output));
        assert!(reason(&output).starts_with(words), "{more:?}: {}", reason(&output));
        assert_eq!(out(&output), "", "{more:?}");
    }
}

#[test]
fn the_note_is_written_to_a_file_and_not_printed() {
    let folder = plans("periods-output");
    let printed = compare(&folder, &["october.json", "november.json"]);
    let output = compare(&folder, &["october.json", "november.json", "--output", "note.txt"]);
    assert_eq!((output.status.code(), out(&output), reason(&output)), (Some(0), "", ""));
    assert_eq!(fs::read_to_string(folder.join("note.txt")).unwrap(), out(&printed));
    let rejected = compare(&folder, &["october.json", "rejected.json", "--output", "note.txt"]);
    assert_eq!(rejected.status.code(), Some(1));
    assert_eq!(
        fs::read_to_string(folder.join("note.txt")).unwrap(),
        out(&printed),
        "it is left alone"
    );
}
