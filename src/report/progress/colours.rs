//! Colours and leads that differ.

use super::item_topics::entry;
use super::progress_report::ProgressReport;
use super::topics::Topics;
use crate::analysis::Change;
use crate::model::RagStatus;
use crate::report::line::isolated;

impl ProgressReport<'_, '_> {
    pub(super) fn add_colours(&self, topics: &mut Topics<'_>) {
        let entries: Vec<_> = self
            .progress
            .items()
            .filter_map(|one| {
                let mut lines = Vec::new();
                if let Some(change) = one.declared() {
                    let word =
                        |word: Option<&str>| word.map_or("without a colour".to_owned(), said);
                    lines.push(format!(
                        "Reported {}; was {}.",
                        word(change.to()),
                        word(change.from())
                    ));
                }
                if let Some(change) = one.derived() {
                    lines.push(by_the_dates(change));
                }
                (!lines.is_empty()).then(|| entry(one, lines))
            })
            .collect();
        if entries.is_empty() {
            return;
        }
        topics.heading("Colours");
        if self.progress.rag_policy_changed() {
            topics.paragraph(
                "The two plans derive colours from dates by different policies, so some differ for \
                 that reason alone.",
            );
        }
        topics.entries(entries);
    }

    pub(super) fn add_leads(&self, topics: &mut Topics<'_>) {
        let entries = self.progress.with_other_lead().filter_map(|one| {
            let change = one.lead()?;
            let lead = |lead: Option<&str>| lead.map_or("nobody".to_owned(), said);
            let (to, from) = (lead(change.to()), lead(change.from()));
            Some(entry(one, vec![format!("Led by {to}; was led by {from}.")]))
        });
        topics.add("Leads", entries.collect());
    }
}

fn by_the_dates(change: Change<RagStatus>) -> String {
    let colour = |colour: Option<RagStatus>| colour.map_or("not rated", RagStatus::as_str);
    format!("By the dates {}; was {}.", colour(change.to()), colour(change.from()))
}

fn said(word: &str) -> String {
    isolated(word)
}
