//! Lists temporary arrangements: when they end and what follows them.

use crate::analysis::{InterimArrangement, InterimState, Succession};
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::written_day;
use crate::report::document::Document;
use crate::report::grammar::{capital, counted, day};
use crate::report::line::isolated;
use crate::report::names::action_name;
use crate::text::written;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_interim(&self, document: &mut Document) {
        document.anchored_section("temporary", "Temporary arrangements, and what follows them");
        if self.interim.is_empty() {
            document.paragraph("None: no action is marked as temporary.");
            return;
        }
        let how_many = |is: fn(&InterimArrangement<'_>) -> bool| {
            self.interim.iter().filter(|one| is(one)).count()
        };
        let ended = how_many(|one| matches!(one.state(), InterimState::Ended { .. }));
        let endless = how_many(|one| one.until().is_none());
        let unfollowed = how_many(|one| !one.is_followed());
        let have = if ended > 1 { "have" } else { "has" };
        let or_none = |number: usize| match number {
            0 => "none".to_owned(),
            number => number.to_string(),
        };
        let [ended, endless, unfollowed] = [ended, endless, unfollowed].map(or_none);
        document.paragraph(&format!(
            "{}: {ended} {have} ended, {endless} without a known end, {unfollowed} with nothing \
             lasting to follow.",
            counted(self.interim.len(), "temporary arrangement"),
        ));
        for one in &self.interim {
            document.item(&action_name(one.action()), [self.arrangement(one)]);
        }
    }

    fn arrangement(&self, one: &InterimArrangement<'_>) -> String {
        let in_force = one.action().record().in_force.as_ref();
        let from = in_force.and_then(|in_force| in_force.from.as_ref());
        let from = from
            .filter(|_| one.from().is_some())
            .map(|from| format!("from {} ", written_day(self.plan, from)))
            .unwrap_or_default();
        let state = one.state();
        let end = match one.until() {
            Some(until) => format!("until {}", day(until)),
            None => "with no known end".to_owned(),
        };
        let held = match state {
            InterimState::NoKnownEnd if from.is_empty() => {
                "In force, with no known start or end".to_owned()
            }
            InterimState::NoKnownEnd => format!("In force {from}{end}"),
            InterimState::NotYet => format!("To be in force {from}{end}: {state}"),
            _ => format!("In force {from}{end}: {state}"),
        };
        let own = in_force.and_then(|in_force| written(in_force.words.as_ref()));
        let words = if one.until().is_some() { own } else { one.words() };
        let words = words.map(|words| format!(" (\u{201c}{}\u{201d})", isolated(words)));
        let next = match (one.succession(), one.succeeded_by()) {
            (_, None) => "Nothing is named to follow it.".to_owned(),
            (Succession::Lasting, Some(next)) => format!("Followed by {}.", action_name(next)),
            _ => format!("{}.", capital(&one.what_follows(action_name))),
        };
        format!("{held}{}. {next}", words.unwrap_or_default())
    }
}
