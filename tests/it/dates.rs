//! Owners, dates, completion and stops, where one case a code is not enough.

use improvement_plan::model::{
    Every, Period, Recurrence, Role, SignOff, Stopped, UpdateKind, Urgency,
};
use improvement_plan::{
    Action, DeliveryStatus, Milestone, NaiveDate, Owner, Plan, PlanDoc, Recommendation, Revision,
    Rules, Source, Update, Workstream,
};

fn doc(actions: impl IntoIterator<Item = Action>) -> PlanDoc {
    let numbered = actions.into_iter().enumerate().map(|(position, action)| {
        action.with_reference((position + 1).to_string()).with_answers(["1"])
    });
    PlanDoc::new("p", "Plan", "Anyshire")
        .with_status_date("2026-10-30")
        .with_sources([Source::new("Inspection").with_reference("o")])
        .with_recommendations([Recommendation::new("Reduce caseloads.")
            .with_reference("1")
            .with_source("o")])
        .with_actions(numbered)
}

/// What the strict rules say of a code on a day, with its subject.
fn says_on(doc: PlanDoc, code: &str, as_of: &str) -> Vec<String> {
    let as_of: NaiveDate = as_of.parse().unwrap();
    let plan = Plan::build(doc).unwrap();
    let said = plan.check(&Rules::strict(), as_of);
    let place = |one: &improvement_plan::Diagnostic| {
        format!("{} {}: {}", one.location(), one.subject(), one.message())
    };
    said.of_code(code).map(place).collect()
}

fn says(doc: PlanDoc, code: &str) -> Vec<String> {
    says_on(doc, code, "2026-11-02")
}

#[test]
fn a_field_that_nobody_filled_is_one_line_for_actions_and_one_for_milestones() {
    let bare = || Action::new("Act").with_milestones([Milestone::new("a"), Milestone::new("b")]);
    let three = || doc([bare(), bare(), bare()]);
    let none = |what: &str| vec![format!("actions the plan: none of the {what}")];
    assert_eq!(says(three(), "owner-missing"), none("3 open actions has an owner"));
    assert_eq!(
        says(three(), "due-missing"),
        [
            "actions the plan: none of the 3 open actions that need a due date has one",
            "actions the plan: none of the 6 open milestones that need a due date has one",
        ]
    );
    let success = none("3 open actions says what success looks like");
    assert_eq!(says(three(), "success-missing"), success);
    let unsure = || Action::new("Act").with_owners(["tbc"]).with_due("TBC");
    assert_eq!(
        says(doc([unsure(), unsure()]), "owner-to-be-confirmed"),
        ["actions the plan: the owner of every one of the 2 open actions is still to be confirmed"]
    );
    assert_eq!(
        says(doc([unsure(), unsure()]), "due-to-be-confirmed"),
        [
            "actions the plan: the due date of every one of the 2 open actions is still to be confirmed"
        ]
    );
    let done = || Action::new("Act").with_status(DeliveryStatus::Completed);
    let two = || doc([done(), done()]);
    let days = none("2 completed actions has a completion date");
    assert_eq!(says(two(), "completed-without-date"), days);
    let signed = none("2 completed actions has been signed off by a named person or body");
    assert_eq!(says(two(), "completed-without-sign-off"), signed);
    let weekly = || Action::new("Meet").with_recurs(Recurrence::new(Every::Week));
    assert_eq!(
        says(doc([weekly(), weekly()]), "ongoing-without-review"),
        none("2 actions and milestones that have no end has a date for its next review")
    );
    let late = || Action::new("Act").with_due("2026-10-01");
    assert_eq!(
        says(doc([late(), late()]), "overdue-without-update"),
        ["actions the plan: the plan has no updates, and 2 actions and milestones are late"]
    );
    let held = || Action::new("Act").with_status(DeliveryStatus::Suspended);
    assert_eq!(
        says(doc([held(), held()]), "suspended-without-reason"),
        none("2 suspensions has a reason")
    );
    let strands = [Workstream::new("People"), Workstream::new("Practice")];
    assert_eq!(
        says(doc([bare()]).with_workstreams(strands.clone()), "workstream-without-lead"),
        ["workstreams the plan: none of the 2 workstreams has a lead"]
    );
    assert_eq!(
        says(doc([bare()]).with_workstreams(strands), "workstream-empty"),
        ["workstreams the plan: none of the 2 workstreams has an action"]
    );
}

#[test]
fn one_alone_is_said_where_it_is() {
    assert_eq!(
        says(doc([Action::new("Act")]), "owner-missing"),
        ["actions[0] action 1: no owner is named"]
    );
    let owned = Action::new("Act").with_owners([Owner::post("").with_role("lead"), "Head".into()]);
    assert_eq!(
        says(doc([owned]), "owner-missing"),
        ["actions[0].owners action 1: the lead owner has neither a post nor a body"]
    );
}

#[test]
fn a_lead_is_said_once_by_whoever_has_the_owner() {
    let led = Action::new("Act")
        .with_owners([Owner::from("Head of Service"), Owner::post("All staff").with_role("lead")])
        .with_milestones([
            Milestone::new("a"),
            Milestone::new("b").with_owners(["Fostering Team"]),
        ]);
    assert_eq!(
        says(doc([led]), "owner-collective"),
        [
            "actions[0].owners[1] action 1: led by “All staff”, which is not one person's post",
            "actions[0].milestones[1].owners[0] milestone 1/“b”: led by “Fostering Team”, which is not one person's post",
        ]
    );
}

#[test]
fn due_dates_are_judged_as_agreed_by_the_day() {
    let moved = |agreed: Option<&str>| {
        let revision = Revision::new("TBC");
        let revision = match agreed {
            Some(day) => revision.with_agreed(day),
            None => revision,
        };
        let other = Action::new("Other").with_due("2027-01-29");
        doc([Action::new("Act").with_due("2026-12-18").with_revisions([revision]), other])
    };
    let said = [
        "actions[0].revisions[0].due action 1: was due 18 December 2026, and has had no day since 2 \
         November 2026",
    ];
    assert_eq!(says(moved(Some("2026-11-02")), "date-given-up"), said);
    assert!(says(moved(Some("2026-11-02")), "due-to-be-confirmed").is_empty());
    for agreed in [Some("2026-11-03"), None] {
        assert!(says(moved(agreed), "date-given-up").is_empty());
        assert!(says(moved(agreed), "due-to-be-confirmed").is_empty());
    }
}

#[test]
fn a_part_is_as_urgent_as_its_whole_unless_it_says_otherwise() {
    let with_part = |urgency: Option<Urgency>| {
        let mut doc = doc([Action::new("Act")]);
        for recommendation in &mut doc.recommendations {
            recommendation.urgency = Some(Urgency::Immediate);
        }
        let part = Recommendation::new("Reduce them here.").with_reference("1a").with_source("o");
        let mut part = part.with_part_of("1");
        part.urgency = urgency;
        doc.recommendations.push(part);
        for action in &mut doc.actions {
            action.answers = vec!["1a".to_owned()];
        }
        says(doc, "urgent-recommendation-undated")
    };
    assert_eq!(
        with_part(None),
        ["actions[0] action 1: answers recommendation 1a, which is urgent, and it has no due date"]
    );
    assert!(with_part(Some(Urgency::Normal)).is_empty());
}

#[test]
fn an_update_counts_when_it_has_a_day_since_the_due_day() {
    let update = |text: &str| Update::new(UpdateKind::Reason, text);
    let late =
        |update: Update| doc([Action::new("Act").with_due("2026-10-20").with_updates([update])]);
    let code = "overdue-without-update";
    assert!(says(late(update("No bids.").with_date("2026-10-20")), code).is_empty());
    for (update, since) in [
        (
            update("No bids.").with_date("2026-10-19"),
            "the last update that says why was written before that, on 19 October 2026",
        ),
        (update("No bids."), "the update that says why has no date"),
        (Update::new(UpdateKind::Progress, "Two bids."), "no update has a date"),
        (
            Update::new(UpdateKind::Progress, "Two bids.").with_date("October 2026"),
            "no update by this date says why; the last was written \u{201c}October 2026\u{201d}",
        ),
        (update("Written later.").with_date("2026-11-03"), "no update was written by this date"),
    ] {
        let said = format!("actions[0].due action 1: 13 days late (due “2026-10-20”), and {since}");
        assert_eq!(says(late(update), code), [said]);
    }
}

#[test]
fn a_wait_for_sign_off_is_counted_from_the_best_day_there_is() {
    let waiting =
        || Action::new("Act").with_status(DeliveryStatus::AwaitingSignOff).with_due("2026-09-01");
    let update = Update::new(UpdateKind::Progress, "Done.").with_date("2026-09-20");
    for (action, said) in [
        (waiting(), Some("62 days: it was due on 1 September 2026")),
        (
            waiting().with_updates([update.clone()]),
            Some("43 days: the last update was written on 20 September 2026"),
        ),
        (
            waiting().with_updates([update.clone()]).with_completed("2026-09-10"),
            Some("43 days: the last update was written on 20 September 2026"),
        ),
        (
            waiting().with_updates([update]).with_completed("2026-09-21"),
            Some("42 days: it was done on 21 September 2026"),
        ),
        (waiting().with_due("2026-12-01"), None),
    ] {
        let said =
            said.map(|since| format!("actions[0].status action 1: awaiting sign-off for {since}"));
        assert_eq!(says(doc([action]), "awaiting-sign-off-long"), Vec::from_iter(said));
    }
}

#[test]
fn a_stop_counts_from_its_day_and_a_milestone_that_stops_with_its_action_is_not_asked_why() {
    let stopped = Action::new("Act")
        .with_status(DeliveryStatus::Withdrawn)
        .with_stopped(Stopped::new().with_date("2026-11-02").with_approved_by("Board"))
        .with_milestones([Milestone::new("a")]);
    let waits = Action::new("Wait").with_depends_on(["1"]);
    let both = doc([stopped, waits]);
    assert!(says_on(both.clone(), "dependency-stopped", "2026-11-01").is_empty());
    assert!(says_on(both.clone(), "withdrawn-without-agreement", "2026-11-01").is_empty());
    assert_eq!(
        says(both.clone(), "dependency-stopped"),
        ["actions[0].status action 1: withdrawn since 2 November 2026, and action 2 depends on it"]
    );
    assert_eq!(
        says(both, "withdrawn-without-agreement"),
        ["actions[0].stopped action 1: withdrawn, agreed by “Board”, but no reason is given"]
    );
}

#[test]
fn completion_is_told_apart_from_words_about_it() {
    let done = Action::new("Act")
        .with_status(DeliveryStatus::Completed)
        .with_completed("last week")
        .with_signed_off(SignOff::new("TBC"))
        .with_milestones([
            Milestone::new("a").with_completed("2026-11-01"),
            Milestone::new("b")
                .with_status(DeliveryStatus::InProgress)
                .with_completed("2026-10-01"),
            Milestone::new("c"),
        ]);
    let done = doc([done]);
    assert_eq!(
        says(done.clone(), "completed-without-date"),
        ["actions[0].completed action 1: completed “last week”, which is not a date"]
    );
    assert_eq!(
        says(done.clone(), "completed-without-sign-off"),
        ["actions[0].signed_off action 1: signed off by “TBC”"]
    );
    assert_eq!(
        says(done.clone(), "completed-in-future"),
        [
            "actions[0].milestones[0].completed milestone 1/“a”: completed “2026-11-01”, after the status date, 30 October 2026"
        ]
    );
    assert_eq!(
        says(done.clone(), "completed-date-but-open"),
        [
            "actions[0].milestones[1].completed milestone 1/“b”: its completion date is “2026-10-01”, but its status is in progress"
        ]
    );
    assert_eq!(
        says(done, "completed-with-open-milestone"),
        [
            "actions[0].status action 1: complete, while 2 of its 3 milestones are still open, the first of them milestone 1/“b”"
        ]
    );
}

#[test]
fn the_plan_says_when_its_facts_were_gathered_and_who_answers_for_it() {
    let plan = || doc([Action::new("Act")]);
    let mut undated = plan();
    undated.status_date = None;
    assert_eq!(
        says(undated, "plan-not-updated"),
        ["the document the plan: the plan has no status date"]
    );
    let unread = plan().with_status_date("recently");
    assert_eq!(
        says(unread, "plan-not-updated"),
        ["status_date the plan: its status date “recently” is not a date"]
    );
    let unnamed = plan().with_roles([Role::new("Accountable", "to be appointed")]);
    assert_eq!(
        says(unnamed, "plan-without-accountable-lead"),
        ["roles[0].post the plan: the accountable post is “to be appointed”"]
    );
}

#[test]
fn a_workstream_holds_what_its_parts_hold() {
    let nested = [
        Workstream::new("Whole").with_reference("W"),
        Workstream::new("Part").with_reference("P").with_part_of("W"),
        Workstream::new("Part of the part").with_reference("Q").with_part_of("P"),
        Workstream::new("Beside").with_reference("B").with_part_of("W"),
        Workstream::new("Under it").with_reference("U").with_part_of("B"),
    ];
    let plan = doc([Action::new("Act").with_workstream("Q")]).with_workstreams(nested);
    assert_eq!(
        says(plan, "workstream-empty"),
        [
            "workstreams[3] workstream B: neither it nor its part contains an action",
            "workstreams[4] workstream U: it contains no action",
        ]
    );
}

#[test]
fn a_date_without_a_year_is_said_to_need_the_year_and_not_a_period_that_is_there() {
    let undated = |due: &str| doc([Action::new("Act").with_due(due)]);
    let said = |doc: PlanDoc| says(doc, "due-year-unstated");
    assert_eq!(
        said(undated("9 October")),
        ["actions[0].due action 1: due “9 October”, without a year"]
    );
    let none = undated("29 February").with_period(Period::new("2026-09-01", "2027-08-31"));
    assert_eq!(
        said(none),
        [
            "actions[0].due action 1: due “29 February”, which has no year, and the plan's period allows none"
        ]
    );
    let two = undated("9 October").with_period(Period::new("2026-09-01", "2199-08-31"));
    assert_eq!(
        said(two),
        [
            "actions[0].due action 1: due “9 October”, which has no year, and the plan's period allows more than one"
        ]
    );
}

#[test]
fn the_missing_date_of_an_urgent_action_is_said_once() {
    let mut doc = doc([Action::new("See every child"), Action::new("a"), Action::new("b")]);
    doc.recommendations.push(
        Recommendation::new("Now.")
            .with_reference("2")
            .with_source("o")
            .with_urgency(Urgency::Urgent),
    );
    if let Some(first) = doc.actions.first_mut() {
        first.answers = vec!["2".to_owned()];
    }
    let plan = Plan::build(doc.clone()).unwrap();
    let without = Rules::strict().without("urgent-recommendation-undated").unwrap();
    let said = plan.check(&without, "2026-11-02".parse().unwrap());
    let said: Vec<&str> =
        said.of_code("due-missing").map(improvement_plan::Diagnostic::message).collect();
    assert_eq!(said, ["none of the 3 open actions that need a due date has one"]);
    assert_eq!(says(doc.clone(), "urgent-recommendation-undated").len(), 1);
    assert_eq!(
        says(doc.clone(), "due-missing"),
        ["actions the plan: none of the 2 other open actions that need a due date has one"]
    );
    for action in &mut doc.actions {
        action.due = Some("TBC".into());
    }
    assert_eq!(says(doc.clone(), "urgent-recommendation-undated").len(), 1);
    assert_eq!(
        says(doc, "due-to-be-confirmed"),
        [
            "actions the plan: the due date of every one of the 2 other open actions is still to be confirmed"
        ]
    );
}
