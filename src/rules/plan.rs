//! The plan as a whole.

use super::facts::Facts;
use super::hits::Hits;
use super::places::{day, open_actions, place};
use crate::diagnostic::{Location, Step};
use crate::plan::quoted;
use crate::text::{is_blank, written};

/// How old the facts of a plan may be, in days.
const OLDEST: i64 = 35;

pub(crate) fn plan_not_updated(facts: &Facts<'_>, hits: &mut Hits) {
    let words = facts.plan.doc().status_date.as_ref().map(|words| words.as_str().trim());
    let message = match (facts.plan.status_date(), words.filter(|words| !words.is_empty())) {
        (Some(gathered), _) => {
            let age = (facts.as_of - gathered).num_days();
            if age <= OLDEST {
                return;
            }
            format!("its facts were gathered on {}, {age} days ago", day(gathered))
        }
        (None, Some(words)) => format!("its status date {} gives no day", quoted(words)),
        (None, None) => "the plan does not say when its facts were gathered".to_owned(),
    };
    let location = place(Location::default(), "status_date", words.is_some());
    hits.add(location, "the plan", message);
}

pub(crate) fn period_unreadable(facts: &Facts<'_>, hits: &mut Hits) {
    let Some(period) = &facts.plan.doc().period else { return };
    for (key, which, words) in [("start", "first", &period.start), ("end", "last", &period.end)] {
        let Some(words) = words.as_ref().filter(|words| !is_blank(words.as_str())) else {
            continue;
        };
        if facts.plan.read(words).latest().is_none() {
            let words = quoted(words.as_str());
            let message =
                format!("the {which} day of the plan's period is {words}, which gives no day");
            let location = Location::new([Step::Key("period"), Step::Key(key)]);
            hits.add(location, "the plan", message);
        }
    }
}

pub(crate) fn success_missing(facts: &Facts<'_>, hits: &mut Hits) {
    let mut looked_at = 0;
    for action in open_actions(facts) {
        looked_at += 1;
        let success = action.record().success.as_ref();
        if written(success).is_none() {
            let location = place(action.location(), "success", success.is_some());
            hits.add(location, action.subject(), "nothing says what success looks like");
        }
    }
    hits.fold_if_all(looked_at, "actions", |n| {
        format!("none of the {n} open actions says what success looks like")
    });
}
