//! The class of every action and milestone, by the definitions.

use improvement_plan::facts::{NoDate, Timeliness};
use improvement_plan::plan::Item;
use improvement_plan::strategy::{self, Dates, Shape};
use improvement_plan::{Action, DeliveryStatus, DueDate, Milestone, NaiveDate, Plan, PlanDoc};
use proptest::prelude::*;

use super::document::{current_due, day, is_completed, is_stopped, status_of};

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn every_class_is_what_the_definitions_say(
        doc in strategy::plan_doc_with(Shape::default().with_dates(Dates::Days)),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        for timely in plan.timeliness(as_of).items() {
            let expected = match timely.item() {
                Item::Action(action) => of_action(plan.doc(), action.record(), as_of),
                Item::Milestone(one) => {
                    of_milestone(plan.doc(), one.action().record(), one.record(), as_of)
                }
            };
            prop_assert_eq!(timely.class(), expected, "{:?}", timely.item());
        }
    }
}

fn of_action(doc: &PlanDoc, action: &Action, as_of: NaiveDate) -> Timeliness {
    if is_stopped(action.status, action.stopped.as_ref(), as_of) {
        return stopped(action.status);
    }
    let due = current_due(action.due.as_ref(), &action.revisions, as_of);
    let completed = action.completed.as_ref();
    if is_completed(doc, action.status, completed, as_of) {
        return finished(completed, due);
    }
    open(action.status, due, action.recurs.is_some(), as_of)
}

fn of_milestone(
    doc: &PlanDoc,
    action: &Action,
    milestone: &Milestone,
    as_of: NaiveDate,
) -> Timeliness {
    // A milestone of a suspended or withdrawn action is classed with its action.
    if is_stopped(action.status, action.stopped.as_ref(), as_of) {
        return stopped(action.status);
    }
    let status = status_of(milestone);
    if is_stopped(status, milestone.stopped.as_ref(), as_of) {
        return stopped(status);
    }
    let due = current_due(milestone.due.as_ref(), &milestone.revisions, as_of);
    let completed = milestone.completed.as_ref();
    if is_completed(doc, status, completed, as_of) {
        return finished(completed, due);
    }
    open(status, due, false, as_of)
}

fn stopped(status: DeliveryStatus) -> Timeliness {
    match status {
        DeliveryStatus::Suspended => Timeliness::Suspended,
        _ => Timeliness::Withdrawn,
    }
}

fn finished(completed: Option<&DueDate>, due: Option<&DueDate>) -> Timeliness {
    let (Some(completed), Some(due)) = (day(completed), day(due)) else {
        return Timeliness::CompletedLatenessUnknown;
    };
    let early = (due - completed).num_days();
    match u32::try_from(early) {
        Ok(days) => Timeliness::CompletedOnTime { days },
        Err(_) => Timeliness::CompletedLate { days: u32::try_from(-early).unwrap() },
    }
}

fn open(
    status: DeliveryStatus,
    due: Option<&DueDate>,
    recurs: bool,
    as_of: NaiveDate,
) -> Timeliness {
    if status == DeliveryStatus::AwaitingSignOff {
        return Timeliness::AwaitingSignOff;
    }
    let Some(due_day) = day(due) else {
        return Timeliness::NoDate(match due.map_or("", |due| due.as_str().trim()) {
            "" if recurs => NoDate::Recurring,
            "" => NoDate::Missing,
            "TBC" => NoDate::ToBeConfirmed,
            "Ongoing" => NoDate::Ongoing,
            "ASAP" => NoDate::AsSoonAsPossible,
            _ => NoDate::Unreadable,
        });
    };
    let left = (due_day - as_of).num_days();
    match u32::try_from(left) {
        Ok(0) => Timeliness::DueToday,
        Ok(days) if days <= 28 => Timeliness::DueSoon { days },
        Ok(days) => Timeliness::OnTime { days },
        Err(_) => Timeliness::Overdue { days: u32::try_from(-left).unwrap() },
    }
}
