//! How far the pairs can be trusted: what was renumbered, moved, reworded, or has a reference that another had.

use super::item_topics::entry;
use super::progress_report::ProgressReport;
use super::topics::Topics;
use crate::analysis::MatchedBy;
use crate::plan::quoted;
use crate::report::grammar::{counted, verb};
use crate::report::line::isolated;
use crate::report::names::{action_of, recommendation_name, short_name};
use crate::rules::is_own_source;

impl ProgressReport<'_, '_> {
    pub(super) fn add_trust(&self, topics: &mut Topics<'_>) {
        let progress = self.progress;
        let number =
            |reference: Option<&str>| reference.map_or("without a reference".to_owned(), isolated);
        let renumbered = progress.renumbered().filter_map(|one| {
            let was = number(one.renumbered()?.from());
            Some(entry(one, vec![format!("Was {was}.")]))
        });
        topics.add("Renumbered", renumbered.collect());
        let moved = progress.moved().filter_map(|one| {
            let (from, _) = one.moved()?;
            let was = short_name(from.reference(), from.title());
            let is = action_of(one.item()).unwrap_or_default();
            Some(entry(one, vec![format!("Was a milestone of {was}, and is one of {is}.")]))
        });
        topics.add("Moved to another action", moved.collect());
        let reworded = progress.reworded().filter_map(|one| {
            let (from, matched_by) = one.reworded()?;
            let look = match matched_by {
                MatchedBy::Id => "The two have the same id.",
                MatchedBy::Reference => "Look whether it is still the same work.",
            };
            Some(entry(one, vec![format!("Was {}. {look}", isolated(&quoted(from)))]))
        });
        topics.add("Reworded", reworded.collect());
        let reused = progress.reused_references().filter_map(|one| {
            let bearer = isolated(&quoted(one.reused_reference()?.title()));
            Some(entry(one, vec![format!("This reference was that of another action: {bearer}.")]))
        });
        topics.add("References used again", reused.collect());
        self.add_altered_recommendations(topics);
        let matched = progress.matched_by_reference();
        if matched > 0 {
            topics.heading("Matched without an id");
            topics.paragraph(&format!(
                "{} with different ids {} taken for the same because of {} alone.",
                counted(matched, "pair"),
                verb(matched, "is", "are"),
                verb(matched, "its reference or its words", "their references or their words"),
            ));
        }
    }

    fn add_altered_recommendations(&self, topics: &mut Topics<'_>) {
        let mut is_first = true;
        for one in self.progress.recommendations() {
            let mut lines = Vec::new();
            if let Some(change) = one.renumbered() {
                let was = change.from().map_or_else(|| "without a reference".to_owned(), isolated);
                lines.push(format!("Was {was}."));
            }
            if let Some((from, _)) = one.reworded() {
                let whose = if is_own_source(one.recommendation().source()) {
                    "These words were changed."
                } else {
                    "Somebody changed these words, which are not the council's to change."
                };
                lines.push(format!("{whose} They were {}.", isolated(&quoted(from))));
            }
            if lines.is_empty() {
                continue;
            }
            if std::mem::take(&mut is_first) {
                topics.heading("Recommendations with another reference or other words");
            }
            topics.item(&recommendation_name(one.recommendation()), lines);
        }
    }
}
