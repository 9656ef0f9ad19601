//! How far the plan has come with each recommendation, by source and body.

use std::collections::HashSet;

use super::bodies::{Body, bodies};
use super::coverage_report::CoverageReport;
use super::document::Document;
use super::summary::recommendations;
use super::words::{capital, count, part_name, recommendation_name, sentence};
use crate::analysis::{Ladder, RecommendationCoverage, Rung};
use crate::model::DeliveryStatus;
use crate::plan::{ActionRef, Item, RecommendationRef, quoted};

impl CoverageReport<'_> {
    pub(super) fn write_ladder(&self, document: &mut Document) {
        document.section("How far the plan has come with each recommendation");
        let bodies = bodies(&self.coverage);
        if bodies.is_empty() {
            document.say("The plan has no recommendations to answer.");
        } else {
            document.say(
                "Each line below asks for more than the one above it, of every action linked to a \
                 recommendation. A completed action needs no lead or date. Assured means that the \
                 completion is shown by evidence that is current and independent of the owner. The \
                 lines after the first ask the same of an action that is suspended or has ended, \
                 and nothing of one withdrawn by agreement. A line says what the plan holds. It \
                 does not mean met: that only somebody who looks at practice can say.",
            );
        }
        let mut shown = HashSet::new();
        for body in &bodies {
            document.part(&format!(
                "{}: {}",
                body.name(),
                recommendations(body.recommendations.len())
            ));
            self.write_body(body, &mut shown, document);
        }
        document.say(&match self.coverage.enabling_actions() {
            0 => self.enabling_words(),
            1 => format!("{} It covers nothing above.", self.enabling_words()),
            _ => format!("{} They cover nothing above.", self.enabling_words()),
        });
    }

    /// How many actions serve the whole response, as a sentence.
    pub(super) fn enabling_words(&self) -> String {
        let enabling = self.coverage.enabling_actions();
        match enabling {
            0 => {
                "No action serves the whole response without answering a recommendation.".to_owned()
            }
            1 => "Counted apart: 1 action serves the whole response (a board, a team, a post) and \
                  answers no single recommendation."
                .to_owned(),
            _ => format!(
                "Counted apart: {enabling} actions serve the whole response (a board, a team, a \
                 post) and answer no single recommendation."
            ),
        }
    }

    /// What is inside a recommendation is shown once: under the first body it is addressed to.
    fn write_body(&self, body: &Body<'_, '_>, shown: &mut HashSet<usize>, document: &mut Document) {
        let ladder = Ladder::of(body.recommendations.iter().copied());
        document.table(
            ["Recommendations", "How many"],
            Rung::ALL.iter().map(|rung| [capital(rung.label()), ladder.at(*rung).to_string()]),
        );
        let answered = body.recommendations.iter().filter(|one| one.rung().is_some());
        let (fresh, again): (Vec<&RecommendationCoverage<'_, '_>>, Vec<_>) =
            answered.partition(|one| shown.insert(one.recommendation().position()));
        if !again.is_empty() {
            let names: Vec<_> = again.iter().map(|one| short_name(one.recommendation())).collect();
            document.say(&format!("As above: {}.", names.join(", ")));
        }
        if fresh.is_empty() {
            return;
        }
        document.say(
            "Inside each recommendation that has an action, how far the actions linked to it have \
             come:",
        );
        for one in fresh {
            let parts = one.recommendation().parts().filter_map(|part| {
                let standing = self.coverage.recommendation(part)?;
                Some(format!(
                    "{}: {} {}",
                    part_name(part),
                    sentence(part.text()),
                    self.actions_words(&standing)
                ))
            });
            let details = std::iter::once(self.actions_words(one)).chain(parts);
            document.item(&recommendation_name(one.recommendation()), details);
        }
    }

    /// `5 actions: 1 suspended, 1 withdrawn. Of the other 3: lead and date 2, complete 1, assured 0.`
    /// What has stopped or lapsed is in none of the later figures, so that none is larger than one
    /// before it.
    fn actions_words(&self, one: &RecommendationCoverage<'_, '_>) -> String {
        let actions = one.actions();
        let how_many = |is: &dyn Fn(ActionRef<'_>) -> bool| {
            actions.iter().filter(|action| is(**action)).count()
        };
        let stop = |action: ActionRef<'_>| Item::Action(action).stop(self.as_of);
        let is_live = |action: ActionRef<'_>| action.is_live(self.as_of);
        let stopped = |which| how_many(&|action| stop(action) == Some(which));
        let ended = how_many(&|action| stop(action).is_none() && !is_live(action));
        let apart: Vec<_> = [
            some(stopped(DeliveryStatus::Suspended), "suspended"),
            some(stopped(DeliveryStatus::Withdrawn), "withdrawn"),
            some(ended, "temporary and ended"),
        ]
        .into_iter()
        .flatten()
        .collect();
        let is_completed =
            |action: ActionRef<'_>| is_live(action) && action.is_completed(self.as_of);
        let has_plan = |action: ActionRef<'_>| {
            is_completed(action)
                || (is_live(action) && action.lead().is_known() && action.is_dated(self.as_of))
        };
        let is_assured = |action: ActionRef<'_>| {
            is_completed(action) && action.assuring_evidence(self.as_of).next().is_some()
        };
        let reached = format!(
            "lead and date {}, complete {}, assured {}.",
            how_many(&has_plan),
            how_many(&is_completed),
            how_many(&is_assured)
        );
        let all = count(actions.len(), "action", "actions");
        match how_many(&is_live) {
            _ if apart.is_empty() => format!("{all}: {reached}"),
            0 => format!("{all}: {}.", apart.join(", ")),
            rest => format!("{all}: {}. Of the other {rest}: {reached}", apart.join(", ")),
        }
    }
}

fn short_name(recommendation: RecommendationRef<'_>) -> String {
    match recommendation.reference().as_str() {
        Some(reference) => reference.to_owned(),
        None => quoted(recommendation.text()),
    }
}

/// How many of something there are, where there are any: `2 suspended`.
fn some(number: usize, words: &str) -> Option<String> {
    (number > 0).then(|| format!("{number} {words}"))
}
