//! What follows an interim arrangement, by going from one to the next until it is known.

use improvement_plan::facts::Succession;
use improvement_plan::model::{InForce, Stopped};
use improvement_plan::{Action, DeliveryStatus, NaiveDate, Plan, PlanDoc, Source};
use proptest::prelude::*;

use super::document::{day, is_stopped};

/// Whether lasting work follows an action: named, not stopped, without a gap, and itself followed if it is
/// temporary too.
fn is_followed(actions: &[Action], at: usize, as_of: NaiveDate) -> bool {
    let mut here = &actions[at];
    // After as many steps as there are actions, it goes round in a circle.
    for _ in 0..actions.len() {
        let Some(name) = here.succeeded_by.as_deref() else { return false };
        let next = actions.iter().find(|one| one.reference.as_deref() == Some(name)).unwrap();
        if is_stopped(next.status, next.stopped.as_ref(), as_of) {
            return false;
        }
        let until = here.in_force.as_ref().and_then(|in_force| day(in_force.until.as_ref()));
        let from = next.in_force.as_ref().and_then(|in_force| day(in_force.from.as_ref()));
        let begins = from.or(day(next.start.as_ref()));
        if let (Some(until), Some(begins)) = (until, begins)
            && begins > until.succ_opt().unwrap()
            && begins > as_of
        {
            return false;
        }
        if next.in_force.is_none() {
            return true;
        }
        here = next;
    }
    false
}

fn a_day() -> impl Strategy<Value = String> {
    (1_u32..29).prop_map(|day| format!("2026-11-{day:02}"))
}

prop_compose! {
    fn an_action()(
        until in prop::option::weighted(0.8, a_day()),
        from in prop::option::of(a_day()),
        start in prop::option::of(a_day()),
        is_temporary in prop::bool::weighted(0.75),
        next in prop::option::weighted(0.85, 0_usize..6),
        stopped in prop::option::weighted(0.1, a_day()),
    ) -> (Action, Option<usize>) {
        let mut action = Action::new("Something").with_enables(["s"]);
        action.start = start.map(Into::into);
        if is_temporary {
            let mut in_force = InForce::new();
            in_force.until = until.map(Into::into);
            in_force.from = from.map(Into::into);
            action.in_force = Some(in_force);
        }
        if let Some(date) = stopped {
            action.status = DeliveryStatus::Suspended;
            action.stopped = Some(Stopped::default().with_date(date));
        }
        (action, next)
    }
}

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn what_follows_a_temporary_arrangement_is_what_going_on_from_it_finds(
        drawn in prop::collection::vec(an_action(), 1..7),
    ) {
        let as_of: NaiveDate = "2026-11-14".parse().unwrap();
        let count = drawn.len();
        let actions: Vec<Action> = drawn.into_iter().enumerate().map(|(at, (mut action, next))| {
            action.reference = Some(format!("A{at}"));
            action.title = format!("Action {at}");
            action.succeeded_by = next.map(|next| format!("A{}", next % count));
            action
        }).collect();
        let doc = PlanDoc::new("p", "Plan", "Anyshire")
            .with_sources([Source::new("Inspection").with_reference("s")])
            .with_actions(actions.clone());
        let plan = Plan::build(doc).unwrap();
        let mut seen = 0;
        for one in plan.interim(as_of) {
            seen += 1;
            let at = one.action().position();
            let expected = is_followed(&actions, at, as_of);
            prop_assert_eq!(one.is_followed(), expected, "{} {}", at, one.succession());
            let next = actions[at].succeeded_by.as_deref();
            prop_assert_eq!(one.succession() == Succession::NotNamed, next.is_none());
            // What goes round in a circle comes back to where it began.
            let mut here = at;
            let comes_back = (0..actions.len()).any(|_| {
                let next = actions[here].succeeded_by.as_deref();
                let next = actions.iter().position(|one| one.reference.as_deref() == next);
                here = next.unwrap_or(here);
                next == Some(at)
            });
            prop_assert!(one.succession() != Succession::Circle || comes_back);
        }
        let is_listed = |one: &&Action| {
            one.in_force.is_some() && !is_stopped(one.status, one.stopped.as_ref(), as_of)
        };
        prop_assert_eq!(seen, actions.iter().filter(is_listed).count());
    }
}
