//! The words of a status or RAG column: the council's own legend first, then the usual ones.

use std::collections::BTreeMap;

use super::Note;
use crate::model::{DeliveryStatus, LegendEntry, LegendMeaning, RagStatus};
use crate::table::{ReadOptions, codes};
use crate::text::fold;

/// What a word of a status or RAG column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said<'w> {
    /// A delivery status in one of its usual spellings.
    Status(DeliveryStatus),
    /// A colour in one of its usual spellings.
    Colour(RagStatus),
    /// A word of the council's own legend, as the legend spells it.
    Legend { word: &'w str, means: LegendMeaning },
    /// Words of no settled meaning, to be kept as written.
    Words,
}

/// The words that are known in one council.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    legend: BTreeMap<String, LegendEntry>,
    notes: Vec<Note>,
}

impl Words {
    /// The words of a council.
    pub(crate) fn new(options: &ReadOptions) -> Self {
        let mut words = Self::default();
        for entry in &options.legend {
            words.learn(entry);
        }
        words
    }

    /// Where the legend contradicts itself; the first meaning of a word is used.
    pub(crate) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// What a word says, whatever its case, space and punctuation.
    pub(crate) fn said(&self, text: &str) -> Said<'_> {
        let key = squash(text);
        if let Some(entry) = self.legend.get(&key) {
            return Said::Legend { word: &entry.word, means: entry.means };
        }
        if let Some(status) = status(&key) {
            return Said::Status(status);
        }
        colour(&key).map_or(Said::Words, Said::Colour)
    }

    fn learn(&mut self, entry: &LegendEntry) {
        let key = squash(&entry.word);
        match self.legend.get(&key) {
            None => {
                self.legend.insert(key, entry.clone());
            }
            Some(first) if first.means == entry.means => {}
            Some(first) => self.notes.push(Note::new(
                &codes::LEGEND_CONTRADICTS,
                format!(
                    "the legend says that {} means {} and that {} means {}; the first is used",
                    first.word, first.means, entry.word, entry.means
                ),
            )),
        }
    }
}

fn status(key: &str) -> Option<DeliveryStatus> {
    use DeliveryStatus as S;
    Some(match key {
        "notstated" => S::NotStated,
        "notstarted" | "notyetstarted" | "todo" | "planned" => S::NotStarted,
        "inprogress" | "ongoing" | "underway" | "started" | "live" => S::InProgress,
        "awaitingsignoff" | "forsignoff" | "pendingapproval" => S::AwaitingSignOff,
        "completed" | "complete" | "done" | "closed" | "achieved" => S::Completed,
        "suspended" | "onhold" | "paused" | "deferred" => S::Suspended,
        "withdrawn" | "cancelled" | "superseded" | "nolongerrequired" => S::Withdrawn,
        _ => return None,
    })
}

fn colour(key: &str) -> Option<RagStatus> {
    Some(match key {
        "g" | "green" => RagStatus::Green,
        "a" | "amber" => RagStatus::Amber,
        "r" | "red" => RagStatus::Red,
        _ => return None,
    })
}

/// The form in which words are compared: letters, figures and what tells `A/G` from `AG`.
fn squash(text: &str) -> String {
    let folded = fold(text);
    let squashed: String = folded
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "/+%".contains(*letter))
        .collect();
    if squashed.is_empty() { folded.into_owned() } else { squashed }
}
