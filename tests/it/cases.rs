//! One folder of `cases/` for each code: `fires.json` and `quiet.json` change the base plan a little,
//! `expected.txt` is what is said of the first, word for word. See `cases/README.md`.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use improvement_plan::plan::Limits;
use improvement_plan::{Diagnostic, Diagnostics, NaiveDate, Plan, PlanDoc, Rules};
use serde::Deserialize;
use serde_json::Value;

use crate::change;

/// The day on which the base plan is looked at, unless a case says otherwise.
const AS_OF: &str = "2026-11-02";

/// How a case differs from the base plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    as_of: Option<NaiveDate>,
    #[serde(default)]
    strict: bool,
    limits: Option<Smaller>,
    change: Vec<Value>,
}

/// Limits that a small document can pass.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Smaller {
    records: Option<usize>,
    text_units: Option<usize>,
}

impl Case {
    fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        if let Some(smaller) = &self.limits {
            limits.records = smaller.records.unwrap_or(limits.records);
            limits.text_units = smaller.text_units.unwrap_or(limits.text_units);
        }
        limits
    }

    /// The plan, or what it was rejected for.
    fn build(&self) -> Result<Result<Plan, Diagnostics>, String> {
        let mut document: Value = serde_json::from_str(&read(&folder().join("base.json"))?)
            .map_err(|error| format!("base.json: {error}"))?;
        change::apply(&mut document, &self.change)?;
        let doc: PlanDoc =
            serde_json::from_value(document).map_err(|error| format!("no document: {error}"))?;
        let built = Plan::build_with(doc, &self.limits());
        Ok(built.map_err(|rejected| rejected.diagnostics().clone()))
    }

    fn check(&self) -> Result<Diagnostics, String> {
        let plan = self.build()?.map_err(|said| format!("the plan is rejected:\n{said}"))?;
        let rules = if self.strict { Rules::strict() } else { Rules::standard() };
        Ok(plan.check(&rules, self.as_of.unwrap_or_else(as_of)))
    }
}

fn as_of() -> NaiveDate {
    AS_OF.parse().unwrap()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/cases")
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn case(code: &str, file: &str) -> Result<Case, String> {
    let text = read(&folder().join(code).join(file))?;
    serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))
}

/// What a case expects, as it is written down: the printed line, the subject and the help.
fn written<'a>(said: impl IntoIterator<Item = &'a Diagnostic>) -> String {
    let mut text = String::new();
    for one in said {
        let (about, help) = (one.subject(), one.help());
        writeln!(text, "{one}\n  about: {about}\n  help: {help}").unwrap();
    }
    text
}

/// Holds what was said against `expected.txt`, or writes it there when asked to.
fn compare(code: &str, said: &str) -> Result<(), String> {
    let path = folder().join(code).join("expected.txt");
    if said.is_empty() {
        return Err("fires.json: nothing is said".to_owned());
    }
    if env::var_os("UPDATE_CASES").is_some() {
        assert!(env::var_os("CI").is_none(), "cases are never rewritten where nobody reads them");
        return fs::write(&path, said).map_err(|error| format!("{}: {error}", path.display()));
    }
    let expected = read(&path)?;
    if expected == said {
        return Ok(());
    }
    Err(format!("expected.txt says\n{expected}and this is said\n{said}"))
}

/// Runs one look at each code, or at those named in `CASE`, and fails with all that went wrong.
fn each_code(codes: &[&'static str], look: impl Fn(&str) -> Result<(), String>) {
    let only = env::var("CASE").unwrap_or_default();
    let wanted = |code: &&&str| only.is_empty() || only.split(',').any(|one| one == **code);
    let failed: Vec<String> = codes
        .iter()
        .filter(wanted)
        .filter_map(|code| look(code).err().map(|why| format!("\n== {code}\n{why}")))
        .collect();
    let (count, of) = (failed.len(), codes.len());
    assert!(failed.is_empty(), "{count} of {of} cases fail\n{}", failed.join("\n"));
}

fn rule_codes() -> Vec<&'static str> {
    Rules::table().iter().map(|entry| entry.code().as_str()).collect()
}

fn structural_codes() -> Vec<&'static str> {
    Plan::structural_codes().iter().map(|entry| entry.code().as_str()).collect()
}

#[test]
fn the_base_plan_leaves_the_strict_rules_nothing_to_say() {
    let case = Case { as_of: None, strict: true, limits: None, change: Vec::new() };
    let said = case.check().unwrap();
    assert!(said.is_empty(), "{}", written(&said));
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    let codes: BTreeSet<String> =
        rule_codes().into_iter().chain(structural_codes()).map(str::to_owned).collect();
    let folders: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let mut problems: Vec<String> =
        codes.difference(&folders).map(|code| format!("no case for the code {code}")).collect();
    problems.extend(folders.difference(&codes).map(|name| format!("no code for the case {name}")));
    for code in codes.intersection(&folders) {
        for file in ["fires.json", "expected.txt", "quiet.json"] {
            if !folder().join(code).join(file).is_file() {
                problems.push(format!("no {file} in the case {code}"));
            }
        }
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_rule_speaks_in_its_case_and_is_silent_in_the_near_miss() {
    each_code(&rule_codes(), |code| {
        let quiet =
            case(code, "quiet.json")?.check().map_err(|why| format!("quiet.json: {why}"))?;
        let quiet = written(quiet.of_code(code));
        let fires =
            case(code, "fires.json")?.check().map_err(|why| format!("fires.json: {why}"))?;
        compare(code, &written(fires.of_code(code)))?;
        let severity = Rules::table().into_iter().find(|entry| entry.code() == code);
        let severity = severity.map(|entry| entry.severity());
        if !fires.of_code(code).any(|one| Some(one.severity()) == severity) {
            return Err(format!("nothing is said with the severity of the table, {severity:?}"));
        }
        if quiet.is_empty() { Ok(()) } else { Err(format!("quiet.json is not quiet:\n{quiet}")) }
    });
}

#[test]
fn every_structural_code_is_said_alone_in_its_case_and_not_in_the_near_miss() {
    each_code(&structural_codes(), |code| {
        let quiet =
            case(code, "quiet.json")?.build().map_err(|why| format!("quiet.json: {why}"))?;
        let fires =
            case(code, "fires.json")?.build().map_err(|why| format!("fires.json: {why}"))?;
        let Err(said) = fires else {
            return Err("fires.json: the plan is not rejected".to_owned());
        };
        compare(code, &written(&said))?;
        if said.of_code(code).next().is_none() {
            return Err(format!("other codes are said, but not this one:\n{said}"));
        }
        match quiet {
            Ok(_) => Ok(()),
            Err(said) => Err(format!("quiet.json is rejected:\n{said}")),
        }
    });
}
