//! How far the pairs can be trusted: what was renumbered, moved, reworded, or has a reference that another had.

use super::item_topics::entry;
use super::progress_report::ProgressReport;
use super::topics::Topics;
use crate::analysis::{Change, MatchedBy};
use crate::plan::quoted;
use crate::report::grammar::verb;
use crate::report::line::isolated;
use crate::report::names::{action_of, recommendation_name, short_name};
use crate::rules::is_own_source;

impl ProgressReport<'_, '_> {
    pub(super) fn add_trust(&self, topics: &mut Topics<'_>) {
        let progress = self.progress;
        let renumbered = progress
            .renumbered()
            .filter_map(|one| Some(entry(one, vec![earlier_reference(one.renumbered()?)])));
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
                MatchedBy::Id => "It has the same id, so it is taken for the same work.",
                MatchedBy::Reference => {
                    "Only its reference shows that it is the same: ask whether it still is."
                }
            };
            Some(entry(one, vec![format!("Was {}. {look}", isolated(&quoted(from)))]))
        });
        topics.add("Reworded", reworded.collect());
        let reused = progress.reused_references().filter_map(|one| {
            let bearer = isolated(&quoted(one.reused_reference()?.title()));
            Some(entry(one, vec![format!("Another action had this reference: {bearer}.")]))
        });
        topics.add("References used again", reused.collect());
        self.add_altered_recommendations(topics);
        let matched = progress.matched_by_reference();
        if matched > 0 {
            topics.heading("Recognised by reference or words alone");
            topics.paragraph(&format!(
                "{matched} {} recognised in the earlier plan by {} alone, because the ids of the two differ.",
                verb(
                    matched,
                    "recommendation, action or milestone was",
                    "recommendations, actions or milestones were",
                ),
                verb(matched, "its reference or its words", "their references or their words"),
            ));
        }
    }

    fn add_altered_recommendations(&self, topics: &mut Topics<'_>) {
        let mut is_first = true;
        for one in self.progress.recommendations() {
            let mut lines = Vec::new();
            lines.extend(one.renumbered().map(earlier_reference));
            if let Some((from, _)) = one.reworded() {
                let whose = if is_own_source(one.recommendation().source()) {
                    "Its words were changed."
                } else {
                    "Its words were changed, though they are not the council's own."
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

/// Says what the reference was.
fn earlier_reference(change: Change<&str>) -> String {
    change.from().map_or_else(
        || "Had no reference.".to_owned(),
        |reference| format!("Was {}.", isolated(reference)),
    )
}
