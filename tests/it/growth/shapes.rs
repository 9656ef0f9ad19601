//! Plans of one extreme shape each, of any size. The whole document grows linearly with the size, so
//! the cost of every question should too. The benchmark measures the same shapes.

use improvement_plan::model::{
    Assessment, AssessmentKind, InForce, Judgement, Measure, Owner, Reading, Recurrence, Resource,
    Revision, Target, Update,
};
use improvement_plan::model::{Every, Waiver};
use improvement_plan::{
    Action, DeliveryStatus, DueDate, Evidence, Milestone, PlanDoc, Recommendation, Source,
    Workstream,
};

/// A shape: its name, and the document of a size.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) of: fn(usize) -> PlanDoc,
}

#[rustfmt::skip]
pub(crate) const SHAPES: &[Shape] = &[
    Shape { name: "n parts, n actions on the whole", of: parts_and_actions_on_the_whole },
    Shape { name: "n parts, an action on each", of: parts_with_an_action_each },
    Shape { name: "a chain of n parts", of: chain_of_parts },
    Shape { name: "n actions on one recommendation", of: actions_on_one_recommendation },
    Shape { name: "one action on n recommendations", of: one_action_on_many },
    Shape { name: "n sources, a recommendation each", of: sources },
    Shape { name: "n owners, n milestones", of: owners_and_milestones },
    Shape { name: "n measures shown by n actions", of: measures_shown_by_actions },
    Shape { name: "n workstreams inside each other", of: nested_workstreams },
    Shape { name: "a chain of n dependencies", of: chain_of_dependencies },
    Shape { name: "n actions wait for one, one for n", of: fan_of_dependencies },
    Shape { name: "a chain of n interim arrangements", of: chain_of_successors },
    Shape { name: "n revisions of one action", of: revisions },
    Shape { name: "n pieces of evidence of one action", of: evidence },
    Shape { name: "n updates of one action", of: updates },
    Shape { name: "n resources of one action", of: resources },
    Shape { name: "n assessments of one recommendation", of: assessments },
    Shape { name: "n readings, n targets of one measure", of: readings },
    Shape { name: "n actions of one title and owner", of: equal_actions },
    Shape { name: "n waivers", of: waivers },
];

fn plan() -> PlanDoc {
    PlanDoc::new("growth", "A plan that grows", "Anyshire")
        .with_status_date("2026-10-30")
        .with_sources([Source::new("Inspection of children's services").with_reference("ofsted")])
}

fn recommendation(reference: impl Into<String>) -> Recommendation {
    Recommendation::new("Improve the quality of practice.")
        .with_reference(reference)
        .with_source("ofsted")
}

/// An action that is late, open and reported green, so that many rules are about it.
fn action(i: usize) -> Action {
    Action::new(format!("Do the thing, number {i}"))
        .with_reference(format!("A{i}"))
        .with_owners([format!("Head of Service {i}")])
        .with_due(late(i))
        .with_status(DeliveryStatus::InProgress)
        .with_rag("green")
}

fn late(i: usize) -> DueDate {
    format!("{}/{:02}/2026", i % 28 + 1, i % 9 + 1).into()
}

fn parts_and_actions_on_the_whole(n: usize) -> PlanDoc {
    plan()
        .with_recommendations(
            std::iter::once(recommendation("R"))
                .chain((0..n).map(|i| recommendation(format!("P{i}")).with_part_of("R"))),
        )
        .with_actions((0..n).map(|i| action(i).with_answers(["R"])))
}

fn parts_with_an_action_each(n: usize) -> PlanDoc {
    plan()
        .with_recommendations(
            std::iter::once(recommendation("R"))
                .chain((0..n).map(|i| recommendation(format!("P{i}")).with_part_of("R"))),
        )
        .with_actions((0..n).map(|i| action(i).with_answers([format!("P{i}")])))
}

fn chain_of_parts(n: usize) -> PlanDoc {
    plan()
        .with_recommendations(std::iter::once(recommendation("P0")).chain(
            (1..=n).map(|i| recommendation(format!("P{i}")).with_part_of(format!("P{}", i - 1))),
        ))
        .with_actions([action(0).with_answers(["P0"]), action(1).with_answers([format!("P{n}")])])
}

fn actions_on_one_recommendation(n: usize) -> PlanDoc {
    plan()
        .with_recommendations([recommendation("R")])
        .with_actions((0..n).map(|i| action(i).with_answers(["R"])))
}

fn one_action_on_many(n: usize) -> PlanDoc {
    plan()
        .with_recommendations((0..n).map(|i| recommendation(format!("R{i}"))))
        .with_actions([action(0).with_answers((0..n).map(|i| format!("R{i}")))])
}

fn sources(n: usize) -> PlanDoc {
    let source = |i| format!("source-{i}");
    plan()
        .with_sources((0..n).map(|i| {
            Source::new("A letter").with_reference(source(i)).with_body(format!("Body {i}"))
        }))
        .with_recommendations((0..n).map(|i| {
            recommendation("1").with_source(source(i)).with_addressed_to([format!("Body {i}")])
        }))
        .with_actions((0..n).map(|i| action(i).with_answers([format!("source-{i}/1")])))
}

fn owners_and_milestones(n: usize) -> PlanDoc {
    plan().with_recommendations([recommendation("R")]).with_actions([action(0)
        .with_answers(["R"])
        .with_owners(
            (0..n).map(|i| {
                Owner::post(format!("Head of Service {i}")).with_body(format!("Body {i}"))
            }),
        )
        .with_milestones((0..n).map(|i| {
            Milestone::new(format!("Step {i}")).with_reference(format!("{i}")).with_due(late(i))
        }))])
}

fn measures_shown_by_actions(n: usize) -> PlanDoc {
    plan()
        .with_recommendations([recommendation("R")])
        .with_actions((0..n).map(|i| {
            action(i)
                .with_answers(["R"])
                .with_status(DeliveryStatus::Completed)
                .with_completed("2026-09-14")
                .with_measures([format!("M{i}")])
        }))
        .with_measures((0..n).map(|i| {
            Measure::new(format!("Measure {i}"))
                .with_reference(format!("M{i}"))
                .with_targets([Target::new(80).with_by("2026-10-01")])
                .with_readings([Reading::new("2026-10-15", 60)])
        }))
}

fn nested_workstreams(n: usize) -> PlanDoc {
    plan()
        .with_recommendations([recommendation("R")])
        .with_workstreams((0..n).map(|i| {
            let workstream =
                Workstream::new(format!("Workstream {i}")).with_reference(format!("W{i}"));
            if i == 0 { workstream } else { workstream.with_part_of(format!("W{}", i - 1)) }
        }))
        .with_actions(
            (0..n).map(|i| action(i).with_answers(["R"]).with_workstream(format!("W{i}"))),
        )
}

fn chain_of_dependencies(n: usize) -> PlanDoc {
    plan().with_recommendations([recommendation("R")]).with_actions((0..n).map(|i| {
        let action = action(i).with_answers(["R"]);
        if i == 0 { action } else { action.with_depends_on([format!("A{}", i - 1)]) }
    }))
}

fn fan_of_dependencies(n: usize) -> PlanDoc {
    plan().with_recommendations([recommendation("R")]).with_actions((0..=n).map(|i| {
        let action = action(i).with_answers(["R"]);
        if i == 0 {
            action.with_due("2026-10-30")
        } else if i == n {
            action.with_due("2026-01-02").with_depends_on((0..n).map(|i| format!("A{i}")))
        } else {
            action.with_depends_on(["A0"])
        }
    }))
}

fn chain_of_successors(n: usize) -> PlanDoc {
    plan().with_recommendations([recommendation("R")]).with_actions((0..=n).map(|i| {
        let action = action(i).with_answers(["R"]);
        if i == n {
            action
        } else {
            action
                .with_in_force(InForce::new().with_from("2026-01-01").with_until("2026-11-20"))
                .with_succeeded_by(format!("A{}", i + 1))
        }
    }))
}

fn revisions(n: usize) -> PlanDoc {
    let moved = |i| Revision::new(late(i)).with_agreed(late(i));
    plan()
        .with_recommendations([recommendation("R")])
        .with_actions([action(0).with_answers(["R"]).with_revisions((0..n).map(moved))])
}

fn evidence(n: usize) -> PlanDoc {
    plan().with_recommendations([recommendation("R")]).with_actions([action(0)
        .with_answers(["R"])
        .with_status(DeliveryStatus::Completed)
        .with_evidence((0..n).map(|i| {
            Evidence::new("audit", format!("Dip sample {i}"))
                .with_verified_by(format!("Head of Service {}", i % 2))
        }))])
}

fn updates(n: usize) -> PlanDoc {
    plan()
        .with_recommendations([recommendation("R")])
        .with_actions([action(0).with_answers(["R"]).with_rag("red").with_updates(
            (0..n).map(|i| Update::new("progres", "Adverts placed").with_date(late(i))),
        )])
}

fn resources(n: usize) -> PlanDoc {
    plan().with_recommendations([recommendation("R")]).with_actions([action(0)
        .with_answers(["R"])
        .with_resources((0..n).map(|i| {
            Resource::new()
                .with_amount(1_000)
                .with_spent(2_000)
                .with_funding_source(format!("Grant {i}"))
        }))])
}

fn assessments(n: usize) -> PlanDoc {
    plan()
        .with_recommendations([recommendation("R").with_assessments((0..n).map(|i| {
            Assessment::new(AssessmentKind::SelfView, Judgement::Met).with_date(late(i))
        }))])
        .with_actions([action(0).with_answers(["R"])])
}

fn readings(n: usize) -> PlanDoc {
    plan()
        .with_recommendations([recommendation("R")])
        .with_actions([action(0)
            .with_answers(["R"])
            .with_recurs(Recurrence::new(Every::Month))
            .with_measures(["M"])])
        .with_measures([Measure::new("Visits in time")
            .with_reference("M")
            .with_targets(
                (0i32..)
                    .take(n)
                    .map(|i| Target::new(i).with_by("2027-03-31").with_set("2026-01-05")),
            )
            .with_readings((0..n).map(|i| Reading::new(late(i), 60)))])
}

fn equal_actions(n: usize) -> PlanDoc {
    let action = Action::new("Recruit social workers")
        .with_answers(["R"])
        .with_owners(["Improvement Team", "Head of Service"])
        .with_due(late(0))
        .with_status(DeliveryStatus::InProgress)
        .with_rag("green");
    let numbered = |i| action.clone().with_reference(format!("A{i}"));
    plan().with_recommendations([recommendation("R")]).with_actions((0..n).map(numbered))
}

fn waivers(n: usize) -> PlanDoc {
    actions_on_one_recommendation(n).with_waivers((0..n).map(|i| {
        let mut waiver = Waiver::new("overdue-without-update")
            .with_subject(format!("action A{i}"))
            .with_reason("Agreed")
            .with_approved_by("Improvement Board");
        if i % 2 == 0 {
            waiver = waiver.with_expires("2026-12-31");
        }
        waiver
    }))
}
