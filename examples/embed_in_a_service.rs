//! A minimal service that holds plans, accepts an edit or returns all its problems, and answers
//! three questions: `cargo run --example embed_in_a_service`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::collections::BTreeMap;
use std::error::Error;

use improvement_plan::facts::Ratio;
use improvement_plan::{
    DeliveryStatus, Diagnostics, LoadError, NaiveDate, Plan, PlanDoc, PlanId, RejectedPlan,
    Revision, Rules, Severity,
};

/// Valid plans by their id.
#[derive(Default)]
struct Service {
    plans: BTreeMap<PlanId, Plan>,
}

impl Service {
    /// Adds a plan. Its ids are written into the document, so that a record keeps its id when a
    /// later edit changes its reference.
    fn add(&mut self, json: &str) -> Result<PlanId, LoadError> {
        let plan = Plan::build(Plan::from_json(json)?.into_doc_with_ids())?;
        let id = plan.id();
        self.plans.insert(id, plan);
        Ok(id)
    }

    /// Edits a plan. If the result has structural problems, the plan stays as it was and the error
    /// has the changed document with all of them. `None` if there is no such plan.
    fn edit(
        &mut self,
        id: PlanId,
        change: impl FnOnce(&mut PlanDoc),
    ) -> Option<Result<(), RejectedPlan>> {
        let plan = self.plans.get_mut(&id)?;
        let mut doc = plan.doc().clone();
        change(&mut doc);
        Some(Plan::build(doc).map(|changed| *plan = changed))
    }

    /// Returns how many recommendations have an action.
    fn coverage(&self, id: PlanId, as_of: NaiveDate) -> Option<Ratio> {
        Some(self.plans.get(&id)?.coverage(as_of).addressed())
    }

    /// Returns what is late.
    fn overdue(&self, id: PlanId, as_of: NaiveDate) -> Option<Vec<String>> {
        let late = self.plans.get(&id)?.overdue(as_of);
        let named =
            late.map(|item| format!("{}, {}", item.reference(), counted(item.days_late(), "day")));
        Some(named.collect())
    }

    /// Returns what needs attention.
    fn check(&self, id: PlanId, as_of: NaiveDate) -> Option<Diagnostics> {
        Some(self.plans.get(&id)?.check(&Rules::standard(), as_of))
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut service = Service::default();
    let id = service.add(include_str!("data/croydon-2017.json"))?;
    let as_of: NaiveDate = "2017-11-07".parse()?;
    println!("Holding plan {id}.");
    answer(&service, id, as_of);

    println!("\nAn edit that cannot be right: an action that answers recommendation 99.");
    let outcome = service.edit(id, |doc| {
        if let Some(action) = doc.actions.iter_mut().find(|action| action.answers == ["20"]) {
            action.answers.push("99".to_owned());
        }
    });
    if let Some(Err(rejected)) = outcome {
        let problems = rejected.diagnostics();
        println!("Refused, and the plan is as it was: {}.", counted(problems.len(), "problem"));
        for problem in problems {
            println!("  {}: {}. {}", problem.subject(), problem.message(), problem.help());
        }
    }

    println!("\nAn edit that can: the Children in Care Council gets a new day, by agreement.");
    let outcome = service.edit(id, |doc| {
        let wanted =
            |action: &&mut improvement_plan::Action| action.reference.as_deref() == Some("2.4.8");
        if let Some(action) = doc.actions.iter_mut().find(wanted) {
            action.status = DeliveryStatus::InProgress;
            action.revisions.push(
                Revision::new("30 November 2017")
                    .with_agreed("2017-11-07")
                    .with_reason("An invented reason, for this example")
                    .with_approved_by("Improvement Board"),
            );
        }
    });
    if let Some(Ok(())) = outcome {
        println!("Accepted.");
        answer(&service, id, as_of);
    }
    Ok(())
}

fn answer(service: &Service, id: PlanId, as_of: NaiveDate) {
    if let Some(addressed) = service.coverage(id, as_of) {
        println!("Recommendations with an action: {addressed}.");
    }
    if let Some(late) = service.overdue(id, as_of) {
        println!("Late: {}.", if late.is_empty() { "nothing".to_owned() } else { late.join("; ") });
    }
    if let Some(found) = service.check(id, as_of) {
        println!(
            "Checks: {}, {}.",
            counted(found.count(Severity::Error), "error"),
            counted(found.count(Severity::Warning), "warning")
        );
    }
}

/// Returns `1 day` or `7 days`.
fn counted<N: std::fmt::Display + PartialEq + From<u8> + Copy>(number: N, noun: &str) -> String {
    let s = if number == N::from(1) { "" } else { "s" };
    format!("{number} {noun}{s}")
}
