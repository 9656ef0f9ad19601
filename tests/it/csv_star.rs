//! The star of tables: every record and every link once, every key resolves, same plan same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs};

use improvement_plan::csv::{self, StarFile};
use improvement_plan::model::{Number, Reading};
use improvement_plan::{
    Action, Measure, Milestone, NaiveDate, Plan, PlanDoc, Recommendation, Source, Workstream,
    strategy,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

fn croydon() -> Plan {
    Plan::from_json(include_str!("../../examples/data/croydon-2017.json")).unwrap()
}

fn board() -> NaiveDate {
    "2017-11-07".parse().unwrap()
}

/// A table as any reader of CSV sees it: each row by the names of its columns.
type Rows = Vec<BTreeMap<String, String>>;

fn rows(files: &[StarFile], name: &str) -> Rows {
    let name = format!("{name}.csv");
    let file = files.iter().find(|file| file.name() == name).unwrap();
    let mut reader = ::csv::Reader::from_reader(file.bytes());
    let headings = reader.headers().unwrap().clone();
    let row = |row: ::csv::StringRecord| {
        headings.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect()
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn column(rows: &Rows, name: &str) -> Vec<String> {
    rows.iter().map(|row| row[name].clone()).collect()
}

fn package(files: &[StarFile]) -> Value {
    assert_eq!(files[0].name(), "datapackage.json");
    serde_json::from_slice(files[0].bytes()).unwrap()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

/// Holds the files against what the data package says of them: the headings, the types, the words, the
/// keys.
fn check_against_the_package(files: &[StarFile]) {
    let package = package(files);
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), files.len() - 1);
    for (resource, file) in resources.iter().zip(&files[1..]) {
        let name = resource["name"].as_str().unwrap();
        assert_eq!(resource["path"], file.name());
        assert_eq!(resource["bytes"], file.bytes().len());
        let table = rows(files, name);
        let schema = &resource["schema"];
        let fields = schema["fields"].as_array().unwrap();
        let mut reader = ::csv::Reader::from_reader(file.bytes());
        let named: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), named);
        for (field, heading) in fields.iter().zip(&named) {
            for cell in column(&table, heading) {
                assert!(holds(field, &cell), "{name}.{heading}: {cell:?}");
            }
        }
        let key = texts(&schema["primaryKey"]);
        let mut seen = BTreeSet::new();
        for row in &table {
            let cells: Vec<&String> = key.iter().map(|column| &row[*column]).collect();
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{name}: {cells:?}");
            assert!(seen.insert(cells.clone()), "{name}: {cells:?} stands twice");
        }
        for link in schema["foreignKeys"].as_array().into_iter().flatten() {
            let other = link["reference"]["resource"].as_str().unwrap();
            let other = if other.is_empty() { name } else { other };
            let ids = column(&rows(files, other), texts(&link["reference"]["fields"])[0]);
            let ids: BTreeSet<String> = ids.into_iter().collect();
            let from = texts(&link["fields"])[0];
            for cell in column(&table, from).iter().filter(|cell| !cell.is_empty()) {
                assert!(ids.contains(cell), "{name}.{from}: {cell} is not in {other}");
            }
        }
    }
}

/// Whether a cell is of the type of its column.
fn holds(field: &Value, cell: &str) -> bool {
    if cell.is_empty() {
        return field["constraints"]["required"] != true;
    }
    let is_sound = match (field["type"].as_str().unwrap(), field["format"].as_str().unwrap()) {
        ("string", "uuid") => cell.parse::<improvement_plan::Uuid>().is_ok(),
        ("string", _) => !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
        ("date", _) => cell.parse::<NaiveDate>().is_ok() && cell.len() == 10,
        ("integer", _) => cell.parse::<i64>().is_ok(),
        ("number", _) => cell.parse::<f64>().is_ok_and(f64::is_finite),
        ("boolean", _) => cell == "true" || cell == "false",
        (other, _) => panic!("{other} is no type of the star"),
    };
    let words = &field["constraints"]["enum"];
    is_sound && (words.is_null() || texts(words).contains(&cell))
}

/// Holds the tables against the plan.
fn check_against_the_plan(plan: &Plan, as_of: NaiveDate, files: &[StarFile]) {
    let ids = |name, key| column(&rows(files, name), key);
    let actions: Vec<_> = plan.actions().map(|one| one.id().to_string()).collect();
    assert_eq!(ids("dim_action", "action_id"), actions);
    assert_eq!(ids("fact_action_status", "action_id"), actions);
    let milestones: Vec<_> = plan.milestones().map(|one| one.id().to_string()).collect();
    assert_eq!(ids("dim_milestone", "milestone_id"), milestones);
    assert_eq!(ids("fact_milestone_status", "milestone_id"), milestones);
    let recommendations: Vec<_> = plan.recommendations().map(|one| one.id().to_string()).collect();
    assert_eq!(ids("dim_recommendation", "recommendation_id"), recommendations);
    assert_eq!(ids("fact_recommendation_status", "recommendation_id"), recommendations);
    let measures: Vec<_> = plan.measures().map(|one| one.id().to_string()).collect();
    assert_eq!(ids("dim_measure", "measure_id"), measures);
    assert_eq!(ids("fact_measure_status", "measure_id"), measures);
    assert_eq!(ids("dim_source", "source_id").len(), plan.sources().len());
    assert_eq!(ids("dim_workstream", "workstream_id").len(), plan.workstreams().len());
    assert_eq!(ids("dim_plan", "plan_id"), [plan.id().to_string()]);

    let links: Vec<_> = plan
        .actions()
        .flat_map(|action| {
            let answers = action.answers().map(|one| ("answers", one.id().to_string()));
            let enables = action.enables().map(|one| ("enables", one.id().to_string()));
            answers.chain(enables).map(move |(kind, to)| (action.id().to_string(), kind, to))
        })
        .collect();
    let bridge = rows(files, "bridge_action_recommendation");
    let written: Vec<_> = bridge
        .iter()
        .map(|row| {
            let (to, kind) = match (&*row["recommendation_id"], &*row["source_id"]) {
                (to, "") => (to, "answers"),
                ("", to) => (to, "enables"),
                both => panic!("{both:?}"),
            };
            assert_eq!((&*row["kind"], &*row["target_id"]), (kind, to));
            (row["action_id"].clone(), kind, to.to_owned())
        })
        .collect();
    assert_eq!(written, links);

    let readings: usize = plan.measures().map(|one| one.record().readings.len()).sum();
    let written = rows(files, "fact_measure_reading");
    assert_eq!(written.len(), readings);
    let values = plan.measures().flat_map(|one| &one.record().readings);
    let values: Vec<_> =
        values.map(|one| one.value.map_or_else(String::new, |value| value.to_string())).collect();
    assert_eq!(column(&written, "value"), values);

    let facts = rows(files, "fact_action_status");
    let of_class = |class| facts.iter().filter(|row| row["timeliness"] == class).count();
    let counts = plan.timeliness(as_of).actions();
    assert_eq!(of_class("overdue"), counts.overdue());
    assert_eq!(of_class("completed-late"), counts.completed_late());
    assert_eq!(of_class("no-date"), counts.no_date());
    assert!(facts.iter().all(|row| row["as_of"] == as_of.to_string()));
    let standing = rows(files, "fact_recommendation_status");
    let counted = rows(files, "dim_recommendation");
    let addressed = standing
        .iter()
        .zip(&counted)
        .filter(|(fact, one)| one["is_counted"] == "true" && fact["rung"] != "none");
    assert_eq!(addressed.count(), plan.coverage(as_of).addressed().part());
}

#[test]
fn croydon_is_laid_out_in_full() {
    let plan = croydon();
    let files = csv::star(&plan, board());
    check_against_the_package(&files);
    check_against_the_plan(&plan, board(), &files);
    let names: Vec<&str> = files.iter().map(StarFile::name).collect();
    assert_eq!(
        names,
        [
            "datapackage.json",
            "dim_plan.csv",
            "dim_source.csv",
            "dim_recommendation.csv",
            "dim_workstream.csv",
            "dim_action.csv",
            "dim_milestone.csv",
            "dim_measure.csv",
            "bridge_action_recommendation.csv",
            "fact_recommendation_status.csv",
            "fact_action_status.csv",
            "fact_milestone_status.csv",
            "fact_measure_status.csv",
            "fact_measure_reading.csv",
        ]
    );
    assert_eq!(rows(&files, "dim_action").len(), 61);
    assert_eq!(rows(&files, "dim_milestone").len(), 19);
    assert_eq!(rows(&files, "dim_recommendation").len(), 26);
}

/// A plan that would break whatever takes its words for more than words.
fn nasty() -> Plan {
    let hostile = "=cmd|' /C calc'!A0,\"quoted\";\r\nnext\tline \u{1F469}\u{200D}\u{1F469}";
    let number = |value: f64| Number::decimal(value).unwrap();
    let doc = PlanDoc::new("=1/2 ÄÖ", hostile, "\u{FF1D}Anyshire")
        .with_sources([Source::new("+1\n-2").with_reference("=a/b").with_published("1900-01-01")])
        .with_recommendations([
            Recommendation::new(hostile).with_reference("-1").with_source("=a/b").with_tags(["@x"]),
            Recommendation::new("A part").with_part_of("-1").with_source("=a/b"),
        ])
        .with_workstreams([Workstream::new("'=already marked").with_lead("@lead")])
        .with_actions([Action::new(hostile)
            .with_reference("\u{FF20}3")
            .with_answers(["-1"])
            .with_enables(["=a/b"])
            .with_due("=DATE(2026,1,1)")
            .with_rag("+amber")
            .with_milestones([Milestone::new("-").with_due("2199-12-31")])])
        .with_measures([Measure::new("-rate")
            .with_unit("=%")
            .with_tolerance(number(0.000_000_1))
            .with_readings([
                Reading::new("2026-10-26", number(-3.5))
                    .with_lowest(i64::MIN)
                    .with_highest(i64::MAX),
                Reading::new("no day at all", -3).with_source("=HYPERLINK(\"x\")"),
            ])]);
    Plan::build(doc).unwrap()
}

#[test]
fn no_word_of_a_nasty_plan_is_more_than_a_word() {
    let as_of = "2026-11-02".parse().unwrap();
    let files = csv::star(&nasty(), as_of);
    check_against_the_package(&files);
    check_against_the_plan(&nasty(), as_of, &files);
    assert_eq!(package(&files)["name"], "1-2");
    let readings = rows(&files, "fact_measure_reading");
    assert_eq!(column(&readings, "value"), ["-3.5", "-3"]);
    assert_eq!(column(&readings, "lowest"), ["-9223372036854775808", ""]);
    assert_eq!(column(&rows(&files, "dim_measure"), "tolerance"), ["0.0000001"]);
    assert_eq!(column(&rows(&files, "dim_workstream"), "name"), ["''=already marked"]);
    assert_eq!(column(&rows(&files, "fact_action_status"), "due_words"), ["'=DATE(2026,1,1)"]);
}

proptest! {
    #![proptest_config(crate::laws::cases::large_cases(4))]

    #[test]
    fn every_plan_is_laid_out_in_full(doc in strategy::plan_doc(), as_of in strategy::as_of()) {
        let plan = Plan::build(doc).unwrap();
        let files = csv::star(&plan, as_of);
        check_against_the_package(&files);
        check_against_the_plan(&plan, as_of, &files);
        let again = Plan::build(plan.doc().clone()).unwrap();
        prop_assert_eq!(csv::star(&again, as_of), files);
    }
}

/// Writes Croydon and some random plans into folders, for a validator from outside: set `STAR_FOLDER`,
/// run this test, and run `frictionless validate` on each `datapackage.json`.
#[test]
fn stars_are_written_for_an_outside_validator_when_asked() {
    let Some(folder) = env::var_os("STAR_FOLDER").map(PathBuf::from) else { return };
    let mut runner = TestRunner::deterministic();
    let random = (0..40).map(|number| {
        let doc = strategy::plan_doc().new_tree(&mut runner).unwrap().current();
        let plan = Plan::build(doc).unwrap();
        (format!("random-{number}"), plan, "2026-11-02".parse().unwrap())
    });
    let nasty = ("nasty".to_owned(), nasty(), "2026-11-02".parse().unwrap());
    let all = [("croydon".to_owned(), croydon(), board()), nasty].into_iter().chain(random);
    for (name, plan, as_of) in all {
        let folder = folder.join(name);
        fs::create_dir_all(&folder).unwrap();
        for file in csv::star(&plan, as_of) {
            fs::write(folder.join(file.name()), file.bytes()).unwrap();
        }
        let mut flat = Vec::new();
        csv::write_actions(&plan, as_of, csv::ByteOrderMark::Include, &mut flat).unwrap();
        fs::write(folder.join("actions.csv"), flat).unwrap();
    }
}
