//! `convert` and the other commands on workbooks and CSV files, as people run them: exit codes, what is
//! printed, and that nothing is written that should not be.

use std::fs;
use std::path::Path;
use std::process::Output;

use improvement_plan::PlanDoc;

use super::examples::{folder, out, reason, run};

const SMALL: &str = include_str!("report/small.json");

/// A table as an officer sends it: two recommendations, three actions, one of them late.
const TABLE: &str = "Anyshire Council improvement plan\r\n\
    Position as at 30 October 2026\r\n\
    \r\n\
    No.,Recommendation,Action,Who?,By When,RAG,Status\r\n\
    1,Reduce caseloads.,Recruit ten social workers,Director of HR,31/01/2027,Amber,In progress\r\n\
    ,,Cap caseloads at 16,Head of Safeguarding,1/10/2026,,Not started\r\n\
    2,See children alone.,Audit 20 files a month,Quality Manager,Ongoing,Green,\r\n";

fn convert(folder: &Path, arguments: &[&str]) -> Output {
    run("convert", folder, arguments)
}

fn doc(path: &Path) -> PlanDoc {
    PlanDoc::from_json(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Every file of a folder, in order.
fn listing(folder: &Path) -> Vec<String> {
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

#[test]
fn a_plan_goes_through_a_workbook_and_comes_back_the_same() {
    let folder = folder("convert-workbook");
    fs::write(folder.join("plan.json"), SMALL).unwrap();
    let there = convert(&folder, &["plan.json", "plan.xlsx"]);
    assert_eq!(there.status.code(), Some(0), "{}", reason(&there));
    assert_eq!(out(&there), "Written to plan.xlsx.\n");
    let back = convert(&folder, &["plan.xlsx", "again.json"]);
    assert_eq!(back.status.code(), Some(0), "{}", reason(&back));
    assert!(out(&back).ends_with("Written to again.json.\n"));
    assert_eq!(doc(&folder.join("again.json")), PlanDoc::from_json(SMALL).unwrap());
}

#[test]
fn a_table_is_read_told_and_written_as_json() {
    let folder = folder("convert-table");
    fs::write(folder.join("plan.csv"), TABLE).unwrap();
    let output = convert(&folder, &["plan.csv", "plan.json"]);
    assert_eq!(output.status.code(), Some(0), "{}\n{}", out(&output), reason(&output));
    let told = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("E \u{201c}By When\u{201d} as due"), "{told}");
    assert!(told.contains("3 actions and 2 recommendations were read from the table"), "{told}");
    let doc = doc(&folder.join("plan.json"));
    let answers: Vec<_> = doc.actions.iter().map(|action| action.answers.concat()).collect();
    assert_eq!(answers, ["1", "1", "2"]);
    assert_eq!(doc.status_date.unwrap().as_str(), "30 October 2026");
}

#[test]
fn the_other_commands_take_tables_too_and_name_the_cell() {
    let folder = folder("tables-in-commands");
    fs::write(folder.join("plan.csv"), TABLE).unwrap();
    let report = run("coverage_report", &folder, &["plan.csv"]);
    assert_eq!(report.status.code(), Some(0), "{}", reason(&report));
    assert!(out(&report).contains("\nAs of: 30 October 2026\n"), "{}", out(&report));
    let checks = run("check_plan", &folder, &["plan.csv", "--as-of", "2026-11-02"]);
    let said = "row 6, column \"By When\": ";
    assert!(out(&checks).contains(said), "{}", out(&checks));
    let made = convert(&folder, &["plan.csv", "plan.xlsx"]);
    assert_eq!(made.status.code(), Some(0), "{}", reason(&made));
    let checks = run("check_plan", &folder, &["plan.xlsx", "--as-of", "2026-11-02"]);
    assert!(out(&checks).contains(" Actions!G3: "), "{}", out(&checks));
}

#[test]
fn what_a_table_does_not_say_is_given_in_options_or_in_a_file_of_them() {
    let folder = folder("convert-options");
    fs::write(folder.join("plan.csv"), TABLE.replace("Who?", "Wer?")).unwrap();
    let map = r#"{ "authority": "Somewhere", "tables": [ { "columns": { "Wer?": "owners" } } ] }"#;
    fs::write(folder.join("map.json"), map).unwrap();
    let arguments = [
        "plan.csv",
        "plan.json",
        "--columns",
        "map.json",
        "--authority",
        "Anyshire",
        "--title",
        "Our plan",
        "--reference",
        "any-2026",
        "--source",
        "Inspection 2026",
        "--status-date",
        "1 November 2026",
    ];
    let output = convert(&folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}\n{}", out(&output), reason(&output));
    let doc = doc(&folder.join("plan.json"));
    assert_eq!(doc.authority.name, "Anyshire");
    assert_eq!((doc.title.as_str(), doc.reference.as_str()), ("Our plan", "any-2026"));
    assert_eq!(doc.status_date.unwrap().as_str(), "1 November 2026");
    assert_eq!(doc.sources[0].title, "Inspection 2026");
    assert_eq!(doc.actions[0].owners[0].as_str(), Some("Director of HR"));
}

#[test]
fn a_reading_is_suggested_once_confirmed_and_used_for_the_next_file() {
    let folder = folder("convert-suggest");
    let april = TABLE.replace("Who?", "Wer?");
    fs::write(folder.join("april.csv"), &april).unwrap();
    let output = convert(&folder, &["april.csv", "--suggest", "map.json"]);
    assert_eq!(output.status.code(), Some(0), "{}\n{}", out(&output), reason(&output));
    let told = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("Written to map.json; 1 column is doubted: see \"doubts\" in it."),
        "{told}"
    );
    assert_eq!(listing(&folder), ["april.csv", "map.json"]);
    let map = fs::read_to_string(folder.join("map.json")).unwrap();
    assert!(map.contains("\"Wer?\": \"owners\""), "{map}");

    let same = convert(&folder, &["april.csv", "april.json", "--columns", "map.json"]);
    assert!(!out(&same).contains("column-uncertain"), "{}", out(&same));
    fs::write(folder.join("may.csv"), april.replace(",RAG,", ",Colour of it,")).unwrap();
    let changed = convert(&folder, &["may.csv", "may.json", "--columns", "map.json"]);
    let told = out(&changed);
    assert!(told.contains("warning[mapping-drifted]"), "{told}");

    let wrong = convert(&folder, &["april.csv", "x.json", "--suggest", "map.json"]);
    assert_eq!(wrong.status.code(), Some(2));
    let json = convert(&folder, &["april.json", "--suggest", "other.json"]);
    assert_eq!(json.status.code(), Some(2), "{}", out(&json));
    assert_eq!(listing(&folder), ["april.csv", "april.json", "map.json", "may.csv", "may.json"]);
}

#[test]
fn a_suggestion_for_a_table_that_gave_no_action_says_so() {
    let folder = folder("convert-suggest-unread");
    fs::write(folder.join("plan.csv"), "Action,Lead,By when\n,HR,31/12/2026\n").unwrap();
    let output = convert(&folder, &["plan.csv", "--suggest", "map.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    let told = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains(
            "Written to map.json; no action was read, so say in it which column holds the actions."
        ),
        "{told}"
    );
}

#[test]
fn recommendations_may_stand_in_a_file_of_their_own() {
    let folder = folder("convert-recommendations");
    fs::write(
        folder.join("recs.csv"),
        "No.,Recommendation\n1,Reduce caseloads.\n2,See children.\n",
    )
    .unwrap();
    fs::write(folder.join("plan.csv"), "Link to recommendation,Action,Lead\n1,Recruit ten,HR\n")
        .unwrap();
    let output = convert(&folder, &["plan.csv", "plan.json", "--recommendations", "recs.csv"]);
    assert_eq!(output.status.code(), Some(0), "{}\n{}", out(&output), reason(&output));
    let doc = doc(&folder.join("plan.json"));
    assert_eq!(doc.recommendations.len(), 2);
    assert_eq!(doc.recommendations[0].text, "Reduce caseloads.");
    assert_eq!(doc.actions[0].answers, ["1"]);
}

#[test]
fn an_empty_template_is_made_and_tells_what_to_fill_in() {
    let folder = folder("convert-template");
    let output = convert(&folder, &["--template", "plan.xlsx"]);
    assert_eq!(output.status.code(), Some(0), "{}", reason(&output));
    assert_eq!(out(&output), "Written to plan.xlsx: an empty plan to fill in.\n");
    let output = convert(&folder, &["plan.xlsx", "plan.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    assert!(out(&output).contains("error[blank-title] Cover!"), "{}", out(&output));
}

#[test]
fn a_plan_is_laid_out_for_analysts_and_for_publishing() {
    let folder = folder("convert-out");
    fs::write(folder.join("plan.json"), SMALL).unwrap();
    for arguments in [
        &["plan.json", "actions.csv"][..],
        &["plan.json", "star", "--as-of", "2026-11-02"],
        &["plan.json", "published.xlsx", "--profile", "publish"],
        &["plan.json", "working.xlsx", "--profile", "working"],
    ] {
        let output = convert(&folder, arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?} {}", reason(&output));
    }
    let star = listing(&folder.join("star"));
    for file in ["datapackage.json", "bridge_action_recommendation.csv", "fact_action_status.csv"] {
        assert!(star.iter().any(|name| name == file), "{file} is not in {star:?}");
    }
    let written = fs::read(folder.join("star/fact_action_status.csv")).unwrap();
    let again = convert(&folder, &["plan.json", "star", "--as-of", "2026-11-02"]);
    assert_eq!(again.status.code(), Some(0), "{}", reason(&again));
    assert_eq!(fs::read(folder.join("star/fact_action_status.csv")).unwrap(), written);
    assert_eq!(listing(&folder.join("star")), star);
}

#[test]
fn a_document_that_is_no_plan_yet_is_written_where_it_can_be_mended() {
    let folder = folder("convert-rejected");
    fs::write(folder.join("plan.csv"), "Action,Lead\nRecruit ten,HR\n").unwrap();
    for file in ["plan.json", "plan.xlsx"] {
        let output = convert(&folder, &["plan.csv", file]);
        assert_eq!(output.status.code(), Some(1), "{}", out(&output));
        assert!(
            out(&output).contains("error[action-without-recommendation] row 2"),
            "{}",
            out(&output)
        );
        assert!(folder.join(file).exists());
    }
    for (file, arguments) in
        [("flat.csv", &[][..]), ("star", &[]), ("p.xlsx", &["--profile", "publish"])]
    {
        let output = convert(&folder, &[&["plan.csv", file][..], arguments].concat());
        assert_eq!(output.status.code(), Some(1), "{}", out(&output));
        assert_eq!(
            reason(&output),
            format!(
                "{file} was not written: correct the errors first, or write a .json or a working workbook\n"
            )
        );
        assert!(!folder.join(file).exists());
    }
}

#[test]
fn what_cannot_be_read_or_written_leaves_everything_as_it_was() {
    let folder = folder("convert-refused");
    fs::write(folder.join("plan.json"), SMALL).unwrap();
    fs::write(folder.join("other.xlsx"), "%PDF-1.7").unwrap();
    fs::write(folder.join("there.json"), "before").unwrap();
    fs::write(folder.join("map.json"), r#"{ "tables": [ { "columns": { "F": "deu" } } ] }"#)
        .unwrap();
    fs::write(folder.join("plan.csv"), TABLE).unwrap();
    fs::write(folder.join("old.xls"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    fs::write(folder.join("no-ending"), "%PDF-1.7").unwrap();
    fs::write(folder.join("shopping.csv"), "milk,eggs\n2,12\n").unwrap();
    let before = listing(&folder);
    for (arguments, said) in [
        (&["other.xlsx", "there.json"][..], "error: other.xlsx: this is a PDF"),
        (
            &["none.csv", "there.json"],
            "error: there is no file none.csv; check its name and folder\n",
        ),
        (
            &["plan.csv", "there.json", "--columns", "map.json"],
            "error: map.json: tables[0].columns.F (line 1, column 35): the word \u{201c}deu\u{201d} is not known",
        ),
        (
            &["plan.json", "plan.pdf"],
            "error: plan.pdf: files ending in .pdf cannot be written; use .json, .xlsx, .csv, or a \
             folder without an ending\n",
        ),
        (
            &["plan.json", "new.json", "--profile", "publish"],
            "error: --profile is for workbooks; let OUT end in .xlsx, or leave it out\n",
        ),
        (
            &["plan.json", "p.xlsx", "--profile", "x"],
            "error: --profile x: use working or publish\n",
        ),
        (&["plan.json", "none/p.xlsx"], "error: none/p.xlsx could not be written: "),
        (
            &["plan.json"],
            "error: two files are needed, and one is named; name the file to read and the one to \
             write, as in convert plan.xlsx plan.json\n",
        ),
        (
            &["plan.json", "--template", "t.xlsx"],
            "error: --template makes an empty workbook; name no other file with it\n",
        ),
        (
            &["--template", "t.csv"],
            "error: --template t.csv: a template is a workbook; end it .xlsx\n",
        ),
        (&["plan.csv", "x.json", "--title", " "], "error: --title is empty; give it a value"),
    ] {
        let output = convert(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?} {}", out(&output));
        assert!(reason(&output).starts_with(said), "{arguments:?}\n{}", reason(&output));
        assert_eq!(listing(&folder), before, "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(folder.join("there.json")).unwrap(), "before");
}
