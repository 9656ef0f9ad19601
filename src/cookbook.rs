//! Short recipes for common tasks, each a complete example that runs.
//!
//! Most of them read Croydon's real plan of 2017, which comes with the crate. Each names the features it
//! needs beyond `json`, which is on by default.
//!
//! # Make a plan in code
//!
//! A document is made of records, linked by their references. [`Plan::build`](crate::Plan::build) checks
//! the whole of it.
//!
//! ```
//! use improvement_plan::{Action, Plan, PlanDoc, Recommendation, Source};
//!
//! let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
//!     .with_sources([Source::new("Inspection of children's services").with_reference("ofsted-2026")])
//!     .with_recommendations([Recommendation::new("Reduce caseloads.")
//!         .with_reference("1")
//!         .with_source("ofsted-2026")])
//!     .with_actions([Action::new("Cap caseloads at 16")
//!         .with_reference("1.1")
//!         .with_answers(["1"])
//!         .with_owners(["Head of Safeguarding"])
//!         .with_due("End Nov 2026")]);
//! let plan = Plan::build(doc)?;
//! assert_eq!(plan.coverage("2026-11-02".parse()?).planned().to_string(), "1 of 1 (100%)");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Refuse a bad plan with every reason
//!
//! A document is refused with all its problems at once, and the error holds the document, so that it can
//! be corrected. Each problem has a code, a place, a message and what to do.
//!
//! ```
//! use improvement_plan::{Action, Plan, PlanDoc};
//!
//! let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire").with_actions([
//!     Action::new("Cap caseloads at 16").with_reference("1.1").with_answers(["99"]),
//!     Action::new("Recruit").with_reference("1.1"),
//! ]);
//! let rejected = Plan::build(doc).expect_err("the document has problems");
//! let codes: Vec<_> = rejected.diagnostics().iter().map(|one| one.code().as_str()).collect();
//! assert_eq!(
//!     codes,
//!     ["unknown-recommendation", "action-without-recommendation", "duplicate-reference"]
//! );
//! for problem in rejected.diagnostics() {
//!     println!("{problem}\n  {}", problem.help());
//! }
//! ```
//!
//! # Return the uncovered recommendations as JSON
//!
//! Every answer is `Serialize`. See [`facts`](crate::facts) for what the JSON of an answer holds.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::{NaiveDate, Plan};
//!
//! fn uncovered(stored: &str, as_of: NaiveDate) -> Result<String, Box<dyn std::error::Error>> {
//!     let plan = Plan::from_json(stored)?;
//!     let coverage = plan.coverage(as_of);
//!     Ok(serde_json::to_string(&coverage.uncovered().collect::<Vec<_>>())?)
//! }
//!
//! let stored = std::fs::read_to_string("examples/data/croydon-2017.json")?;
//! let json: serde_json::Value =
//!     serde_json::from_str(&uncovered(&stored, "2017-11-07".parse()?)?)?;
//! assert_eq!(json.as_array().map(Vec::len), Some(16));
//! assert_eq!(json[0]["uncovered"], "never-linked");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # List what is late, by lead
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Plan;
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let workload = plan.workload("2017-11-07".parse()?);
//! for load in workload.by_lead().iter().filter(|load| !load.overdue().is_empty()) {
//!     println!("{}: {} late of {} open", load.name(), load.overdue().len(), load.open().len());
//!     for item in load.overdue() {
//!         println!("  {item}: {}", item.title());
//!     }
//! }
//! # let late: usize = workload.by_lead().iter().map(|load| load.overdue().len()).sum();
//! # assert_eq!(late, plan.overdue("2017-11-07".parse()?).len());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # List what falls due in the next four weeks
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Plan;
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! for item in plan.due_within("2017-11-07".parse()?, 28) {
//!     println!("{item}"); // action 2.4.7 is due on 30 November 2017, in 23 days (no owner)
//! }
//! # assert!(!plan.due_within("2017-11-07".parse()?, 28).is_empty());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ask about one action
//!
//! A service is asked about one record by its id. The id of an action does not change while its reference
//! stays the same.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::facts::Timeliness;
//! use improvement_plan::{ActionId, Plan};
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let asked = plan.action_by_reference("2.4.8").ok_or("no action 2.4.8")?.id().to_string();
//!
//! let id: ActionId = asked.parse()?;
//! match plan.timeliness_of(id, "2017-11-07".parse()?) {
//!     Some(Timeliness::Overdue { days }) => println!("{days} days late"),
//!     Some(class) => println!("{class}"),
//!     None => println!("the plan has no action with that id"),
//! }
//! # assert!(plan.timeliness_of(id, "2017-11-07".parse()?).is_some());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Give each action a colour, with the reason
//!
//! The colour that the dates give is beside the one that people declared, and so are the reasons.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::facts::RagDifference;
//! use improvement_plan::Plan;
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let rag = plan.rag("2017-11-07".parse()?, &plan.rag_policy());
//! for item in rag.items() {
//!     let colour = item.derived().colour().map_or("no colour", |colour| colour.label());
//!     let reasons: Vec<_> = item.derived().reasons().iter().map(ToString::to_string).collect();
//!     println!("{}: {colour} {}", item.action().reference(), reasons.join(", "));
//! }
//! let optimistic = rag.differing(RagDifference::Optimistic).count();
//! println!("{optimistic} are declared better than their dates show");
//! # assert_eq!(rag.items().len(), plan.action_count());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Follow a recommendation to its evidence
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Plan;
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let recommendation = plan.recommendations().next().ok_or("no recommendation")?;
//! let trace = recommendation.trace();
//! for traced in trace.actions() {
//!     println!("{}: {} pieces of evidence", traced.action().reference(), traced.evidence().len());
//! }
//! let json = serde_json::to_value(trace)?; // the whole chain, with the parts of the recommendation
//! assert_eq!(json["actions"].as_array().map(Vec::len), Some(trace.actions().len()));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Compare a measure with its target
//!
//! ```
//! use improvement_plan::facts::MeasureStatus;
//! use improvement_plan::model::{Polarity, Reading, Target};
//! use improvement_plan::{Measure, Plan, PlanDoc};
//!
//! let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire").with_measures([
//!     Measure::new("Average caseload")
//!         .with_polarity(Polarity::Lower)
//!         .with_targets([Target::new(16).with_by("2027-03-31")])
//!         .with_readings([Reading::new("2026-10-26", 21)]),
//! ]);
//! let plan = Plan::build(doc)?;
//! let state = plan.measure_states("2026-11-02".parse()?).next().ok_or("no measure")?;
//! assert_eq!(state.status(), MeasureStatus::OffTarget);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Choose which rules check a plan
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::{Plan, Rules, Severity};
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let rules = Rules::standard()
//!     .without("rag-missing")?
//!     .with_severity("owner-missing", Severity::Error)?;
//! let found = plan.check(&rules, "2017-11-07".parse()?);
//! for problem in found.at_least(Severity::Error) {
//!     println!("{problem}");
//! }
//! # assert_eq!(rules.is_enabled("rag-missing"), Some(false));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Move a due date
//!
//! The original due date stays, and the revision is kept with its reason. The plan before it stays as it is.
//!
//! ```
//! use improvement_plan::{Action, Plan, PlanDoc, Recommendation, Revision};
//!
//! let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
//!     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")])
//!     .with_actions([Action::new("Cap caseloads at 16")
//!         .with_reference("1.1")
//!         .with_answers(["1"])
//!         .with_due("2026-10-30")]);
//! let plan = Plan::build(doc)?;
//! let action = plan.action_by_reference("1.1").ok_or("no action 1.1")?;
//! let revision = Revision::new("31 January 2027")
//!     .with_agreed("2026-10-28")
//!     .with_reason("Second advert needed")
//!     .with_approved_by("Improvement Board");
//! let moved = plan.revise(action, revision)?;
//! let as_of = "2026-11-02".parse()?;
//! assert_eq!((plan.overdue(as_of).len(), moved.overdue(as_of).len()), (1, 0));
//! assert_eq!(moved.slippage(as_of).next().and_then(|one| one.days()), Some(93));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Change a plan, and keep it if the change is refused
//!
//! ```
//! use improvement_plan::{Action, DeliveryStatus, Plan, PlanDoc, Recommendation};
//!
//! let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
//!     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")])
//!     .with_actions([Action::new("Cap caseloads").with_reference("1.1").with_answers(["1"])]);
//! let plan = Plan::build(doc)?;
//! let changed = plan.edit(|doc| {
//!     if let Some(action) = doc.action_mut("1.1") {
//!         action.status = DeliveryStatus::Completed;
//!         action.completed = Some("2026-10-30".into());
//!     }
//! });
//! match changed {
//!     Ok(changed) => println!("{}", changed.actions().next().ok_or("no action")?.status()),
//!     Err(rejected) => println!("{rejected}"), // every problem, and what to do about each
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Add a rule of your own
//!
//! What it reports appears in checks, reports, counts and waivers like everything else.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::rules::Rule;
//! use improvement_plan::{CoverageReport, Plan, Rules, Severity};
//!
//! let two_leads = Rule::new(
//!     "anyshire-two-leads",
//!     Severity::Warning,
//!     "In Anyshire an action has one owner, so that one person answers for it.",
//!     |plan, _as_of, found| {
//!         for action in plan.actions().filter(|action| action.record().owners.len() > 1) {
//!             found.report(action, format!("it has {} owners", action.record().owners.len()));
//!         }
//!     },
//! );
//! let rules = Rules::standard().with(two_leads)?;
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let report = CoverageReport::new(&plan, "2017-11-07".parse()?, &rules);
//! println!("{} actions", report.checked().diagnostics().of_code("anyshire-two-leads").count());
//! # assert_eq!(rules.is_enabled("anyshire-two-leads"), Some(true));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Read a council's own rule set from a file
//!
//! A file may name the codes of its own rules. A code that no rule has is refused, with the nearest one.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Rules;
//! use improvement_plan::rules::RuleSettings;
//!
//! let file = r#"{
//!     "base": "strict",
//!     "severity": { "owner-missing": "error" },
//!     "off": ["rag-missing", "duplicate-title"]
//! }"#;
//! let own_rules = [];
//! let rules = Rules::from_settings(&RuleSettings::from_json(file)?, own_rules)?;
//! assert_eq!(rules.to_string(), "strict rules, version 1, with 3 changes");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Write the report for a board
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::{CoverageReport, Plan, Rules};
//!
//! let plan = Plan::from_json(&std::fs::read_to_string("examples/data/croydon-2017.json")?)?;
//! let report = CoverageReport::new(&plan, "2017-11-07".parse()?, &Rules::standard());
//! let [coverage, late] = report.headline();
//! println!("{coverage} {late}");
//! let markdown = report.to_markdown(); // or to_text, to_json
//! assert!(markdown.starts_with("# "));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Publish a plan without what is restricted
//!
//! The published plan has the ids of the whole one. Every answer about it covers only what is published.
//!
//! ```
//! use improvement_plan::{Action, CoverageReport, Plan, PlanDoc, Recommendation, Rules};
//!
//! let doc = PlanDoc::new("anyshire-2026", "Improvement plan", "Anyshire")
//!     .with_recommendations([Recommendation::new("Reduce caseloads.").with_reference("1")])
//!     .with_actions([
//!         Action::new("Cap caseloads at 16").with_answers(["1"]),
//!         Action::new("Settle a grievance").with_answers(["1"]).with_restricted(),
//!     ]);
//! let published = Plan::build(doc)?.published();
//! let report = CoverageReport::new(published.plan(), "2026-11-02".parse()?, &Rules::standard())
//!     .with_withheld(*published.withheld());
//! assert!(!report.to_text().contains("grievance"));
//! assert_eq!(published.withheld().to_string(), "withheld: 1 action");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Import a workbook and confirm the columns
//!
//! Feature `workbook`; for a CSV file, feature `csv` and `csv::read`. Show people how the columns were
//! understood and what was not used before the plan is kept. Their corrections go into the options, which
//! are kept for next month.
//!
//! ```
//! # #[cfg(all(feature = "json", feature = "workbook"))] {
//! use std::fs::File;
//!
//! use improvement_plan::import::ReadOptions;
//! use improvement_plan::workbook;
//!
//! let options = ReadOptions::from_json(r#"{ "authority": "Croydon", "reference": "croydon-2017" }"#)?;
//! let file = File::open("examples/data/croydon-2017-messy.xlsx")?;
//! let import = workbook::read(file, &options)?;
//! for sheet in import.interpretation().sheets() {
//!     for column in sheet.columns() {
//!         let meaning = column.means().map_or("not read", |meaning| meaning.as_str());
//!         println!("{} {:?}: {meaning}, {}", column.column(), column.heading(), column.why());
//!     }
//! }
//! for cell in import.interpretation().unused() {
//!     println!("{}: {:?} was not used, {}", cell.place(), cell.text(), cell.why());
//! }
//! # assert!(import.interpretation().sheets().iter().any(|sheet| !sheet.columns().is_empty()));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Find the cell of a problem
//!
//! Features `csv` or `workbook`. An import knows which cell each part of the document came from.
//!
//! ```
//! # #[cfg(feature = "csv")] {
//! use improvement_plan::import::ReadOptions;
//! use improvement_plan::{csv, Rules};
//!
//! let table = "No.,Recommendation,Action,Lead,By when\n\
//!              1,Reduce caseloads.,Recruit ten social workers,,End Nov 2026\n";
//! let options = ReadOptions::new()
//!     .with_authority("Anyshire")
//!     .with_reference("anyshire-2026")
//!     .with_title("Improvement plan");
//! let import = csv::read(table.as_bytes(), &options)?;
//! let plan = import.build()?; // refused with each problem at its cell
//! let found = import.located(plan.check(&Rules::standard(), "2026-11-02".parse()?));
//! let owner = found.of_code("owner-missing").next().ok_or("an owner was found")?;
//! assert_eq!(owner.location().row(), Some(2));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Give officers a workbook to keep the plan in
//!
//! Feature `workbook`. The working workbook has drop-downs and reads back as the same document.
//!
//! ```
//! # #[cfg(all(feature = "json", feature = "workbook"))] {
//! use improvement_plan::import::ReadOptions;
//! use improvement_plan::{workbook, PlanDoc};
//!
//! let stored = std::fs::read_to_string("examples/data/croydon-2017.json")?;
//! let doc = PlanDoc::from_json(&stored)?;
//! let mut file = Vec::new();
//! workbook::write_working(&doc, &mut file)?;
//! assert_eq!(workbook::read(file.as_slice(), &ReadOptions::new())?.into_doc(), doc);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Test your own code with random plans
//!
//! Feature `proptest`. The strategies make valid documents that are as untidy as real ones.
//!
//! ```
//! # #[cfg(all(feature = "json", feature = "proptest"))] {
//! use improvement_plan::{strategy, Plan};
//! use proptest::prelude::*;
//!
//! proptest!(|(doc in strategy::plan_doc(), as_of in strategy::as_of())| {
//!     let plan = Plan::build(doc).expect("the strategy makes valid documents");
//!     let json = serde_json::to_value(plan.overdue(as_of)).expect("an answer can be written");
//!     prop_assert_eq!(json.as_array().map(Vec::len), Some(plan.overdue(as_of).len()));
//! });
//! # }
//! ```
//!
//! # Compare two files
//!
//! Boards ask what has changed since they last met. [`Plan::progress_since`](crate::Plan::progress_since) pairs the records
//! of last month's plan and this month's, and [`ProgressReport`](crate::report::ProgressReport) is a covering note for the
//! papers. The example `compare_periods` does this for two files, workbooks and CSV files too.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Plan;
//! use improvement_plan::plan::ItemKind;
//! use improvement_plan::report::ProgressReport;
//!
//! let read = |month| std::fs::read_to_string(format!("examples/data/anyshire-2026-{month}.json"));
//! let (september, october) =
//!     (Plan::from_json(&read("september")?)?, Plan::from_json(&read("october")?)?);
//! let progress =
//!     october.progress_since(&september, "2026-09-30".parse()?, "2026-10-30".parse()?);
//!
//! let actions = progress.balance(ItemKind::Action);
//! let overdue = actions.overdue();
//! println!("{} late, {} of them newly", overdue.closing(), overdue.newly());
//! for item in progress.redated() {
//!     if let Some(moved) = item.date_move().filter(|moved| moved.reasons().contains(&None)) {
//!         println!("{}: moved by {:?} days and no reason given", item.item().reference(), moved.days());
//!     }
//! }
//! println!("{}", ProgressReport::new(&progress).to_markdown());
//! # assert_eq!((overdue.closing(), overdue.newly()), (11, 9));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Keep a history
//!
//! A [`Snapshot`](crate::facts::Snapshot) is the counts of a plan as of a date, without the plan. Take one of each month's
//! document when it is reported, and keep them: `planned` beside `completed` is the burn-up that a chart draws. Past days of
//! one document know only what is dated in it.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Plan;
//! use improvement_plan::facts::Snapshot;
//!
//! let mut history: Vec<Snapshot> = Vec::new();
//! for (file, as_of) in [
//!     ("examples/data/anyshire-2026-september.json", "2026-09-30"),
//!     ("examples/data/anyshire-2026-october.json", "2026-10-30"),
//! ] {
//!     let plan = Plan::from_json(&std::fs::read_to_string(file)?)?;
//!     history.push(plan.snapshot(as_of.parse()?));
//! }
//! for point in &history {
//!     let actions = point.actions();
//!     println!("{}: {} due by now, {} complete", point.as_of(), point.planned(), actions.completed());
//! }
//! let stored = serde_json::to_string(&history)?;
//! assert_eq!(serde_json::from_str::<Vec<Snapshot>>(&stored)?, history);
//! # assert!(history[0].actions().completed() < history[1].actions().completed());
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Check a statutory deadline
//!
//! The law gives a council 70 working days from the day it received the report. Where that day is not known the days are
//! counted from publication, and the answer says so; where bank holidays are not known there is an error, never an estimate.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use improvement_plan::Plan;
//! use improvement_plan::facts::TimetableBasis;
//! use improvement_plan::working_days::WorkingDays;
//!
//! // To know newer years, put GOV.UK's file after the years of this crate:
//! // WorkingDays::england_and_wales().then(WorkingDays::from_gov_uk_json(&text)?)?
//! let days = WorkingDays::england_and_wales();
//!
//! let stored = std::fs::read_to_string("examples/data/worcestershire-2017.json")?;
//! let plan = Plan::from_json(&stored)?;
//! for timetable in plan.sources().map(|source| source.timetable(&days)) {
//!     if !timetable.applies() {
//!         continue;
//!     }
//!     let Some(statement) = timetable.statement()? else { continue };
//!     println!("{}: the statement is due by {statement}", timetable.source().title());
//!     if timetable.basis() == Some(TimetableBasis::Published) {
//!         println!("counted from publication: the day of receipt is not known");
//!     }
//!     if let Some(difference) = timetable.difference()?.filter(|difference| *difference != 0) {
//!         println!("the council states a day {difference} working days from that");
//!     }
//!     if let Some(receipt) = timetable.explained_by()? {
//!         println!("it follows from receipt on {} to {}", receipt.earliest(), receipt.latest());
//!     }
//!     # assert_eq!(timetable.difference()?, Some(-2));
//! }
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Hold many plans
//!
//! A plan is immutable and may be asked by many threads at once, so a service can share it in an `Arc` and
//! replace it when a new version is stored.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use std::collections::BTreeMap;
//! use std::sync::{Arc, RwLock};
//!
//! use improvement_plan::{NaiveDate, Plan, PlanId};
//!
//! let plans: RwLock<BTreeMap<PlanId, Arc<Plan>>> = RwLock::default();
//! for file in ["examples/data/croydon-2017.json", "examples/data/worcestershire-2017.json"] {
//!     let plan = Plan::from_json(&std::fs::read_to_string(file)?)?;
//!     plans.write().map_err(|_| "poisoned")?.insert(plan.id(), Arc::new(plan));
//! }
//!
//! let as_of: NaiveDate = "2018-01-15".parse()?;
//! let held: Vec<Arc<Plan>> = plans.read().map_err(|_| "poisoned")?.values().cloned().collect();
//! for plan in &held {
//!     println!("{}: {} late", plan.title(), plan.overdue(as_of).len());
//! }
//! # assert_eq!(held.len(), 2);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
