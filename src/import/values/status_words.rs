//! Interprets the text of a status or RAG column: the council's own legend first, then the usual words.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{FillMeans, Fills, Note};
use crate::diagnostic::import_codes;
use crate::import::ReadOptions;
use crate::model::{DeliveryStatus, LegendEntry, LegendMeaning, RagStatus};
use crate::text::fold;

/// The meaning of a text in a status or RAG column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatusMeaning<'w> {
    /// A delivery status in a usual spelling.
    Status(DeliveryStatus),
    /// A colour in a usual spelling.
    Colour(RagStatus),
    /// A word of the council's own legend, as the legend spells it.
    Legend { word: &'w str, means: LegendMeaning },
    /// Text without a settled meaning, to be kept as written.
    Unknown,
}

/// The status words known in one council.
#[derive(Debug, Clone, Default)]
pub(crate) struct StatusWords {
    legend: BTreeMap<String, LegendEntry>,
    fills: Fills,
    notes: Vec<Note>,
}

impl StatusWords {
    /// Creates the words from a council's options.
    pub(crate) fn new(options: &ReadOptions) -> Self {
        let mut words = Self { fills: Fills::new(&options.fills), ..Self::default() };
        for entry in &options.legend {
            words.learn(entry);
        }
        words
    }

    /// Returns the contradictions in the legend; the first meaning of a word is used.
    pub(crate) fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Returns the meaning of a fill.
    pub(crate) fn fill(&self, rgb: [u8; 3]) -> FillMeans {
        self.fills.meaning(rgb)
    }

    /// Returns the meaning of a text, ignoring case, space and punctuation.
    pub(crate) fn meaning(&self, text: &str) -> StatusMeaning<'_> {
        let key = squash(text);
        if let Some(entry) = self.legend.get(&key) {
            return StatusMeaning::Legend { word: &entry.word, means: entry.means };
        }
        if let Some(status) = status(&key) {
            return StatusMeaning::Status(status);
        }
        colour(&key).map_or(StatusMeaning::Unknown, StatusMeaning::Colour)
    }

    fn learn(&mut self, entry: &LegendEntry) {
        let key = squash(&entry.word);
        match self.legend.get(&key) {
            None => {
                self.legend.insert(key, entry.clone());
            }
            Some(first) if first.means == entry.means => {}
            Some(first) => self.notes.push(Note::new(
                &import_codes::LEGEND_CONTRADICTS,
                format!(
                    "the legend says that {} means {} and that {} means {}; the first is used",
                    first.word, first.means, entry.word, entry.means
                ),
            )),
        }
    }
}

/// Returns the delivery status for a usual spelling. A text that only says that something is late, or is
/// now part of daily work, is not a status.
fn status(key: &str) -> Option<DeliveryStatus> {
    use DeliveryStatus as S;
    Some(match key {
        "notstated" | "open" | "outstanding" | "notyetdue" | "notdue" => S::NotStated,
        "notstarted" | "notyetstarted" | "notstartedyet" | "yettostart" | "notbegun"
        | "notyetbegun" | "notcommenced" | "notyetcommenced" | "tostart" | "tobestarted"
        | "duetostart" | "todo" | "planned" | "hebddechrau" => S::NotStarted,
        "inprogress"
        | "workinprogress"
        | "wip"
        | "progressing"
        | "beingprogressed"
        | "ongoing"
        | "underway"
        | "wellunderway"
        | "started"
        | "commenced"
        | "begun"
        | "live"
        | "inhand"
        | "intrain"
        | "partcompleted"
        | "partcomplete"
        | "partlycompleted"
        | "partlycomplete"
        | "partiallycompleted"
        | "partiallycomplete"
        | "partiallyachieved"
        | "partlyachieved"
        | "nearlycomplete"
        | "partly"
        | "partially"
        | "partial"
        | "partiallyimplemented"
        | "partlyimplemented"
        | "partimplemented"
        | "partiallydelivered"
        | "partlydelivered"
        | "partiallymet"
        | "partlymet"
        | "embedding"
        | "ontracktodeliver"
        | "notontrack"
        | "notontracktodeliver"
        | "continuing"
        | "arygweill" => S::InProgress,
        "awaitingsignoff"
        | "awaitsignoff"
        | "awaitingapproval"
        | "awaitingclosure"
        | "forsignoff"
        | "forapproval"
        | "readyforsignoff"
        | "readyforapproval"
        | "pendingsignoff"
        | "pendingapproval"
        | "subjecttosignoff"
        | "subjecttoapproval"
        | "submittedforsignoff"
        | "submittedforapproval"
        | "completeawaitingsignoff"
        | "completedawaitingsignoff"
        | "completependingsignoff"
        | "completedpendingsignoff"
        | "tobesignedoff" => S::AwaitingSignOff,
        "completed"
        | "complete"
        | "fullycompleted"
        | "fullycomplete"
        | "done"
        | "closed"
        | "achieved"
        | "fullyachieved"
        | "finished"
        | "delivered"
        | "implemented"
        | "fullyimplemented"
        | "actioned"
        | "signedoff"
        | "completedandsignedoff"
        | "embedded"
        | "discharged"
        | "fullymet"
        | "fullydelivered"
        | "fullyembedded"
        | "completedandclosed"
        | "completeandclosed"
        | "closedcomplete"
        | "closedcompleted"
        | "cwblhawyd"
        | "wedieigwblhau" => S::Completed,
        "suspended" | "onhold" | "putonhold" | "paused" | "onpause" | "deferred" | "postponed"
        | "parked" => S::Suspended,
        "withdrawn" | "cancelled" | "canceled" | "nolongerrequired" | "nolongerneeded"
        | "nolongerrelevant" | "nolongerapplicable" | "abandoned" | "discontinued" | "removed"
        | "deleted" => S::Withdrawn,
        _ => return None,
    })
}

/// Words that only say that something is late: they say nothing of the work.
const LATENESS: [&str; 7] =
    ["overdue", "late", "delayed", "slipped", "slippage", "behindschedule", "missed"];

/// Returns whether a text only says that something is late.
pub(crate) fn says_only_late(text: &str) -> bool {
    LATENESS.contains(&&*squash(text))
}

/// Returns whether a text says that the work is under way and how it goes: `On track`.
pub(crate) fn says_under_way(text: &str) -> bool {
    matches!(
        &*squash(text),
        "ontrack"
            | "ontarget"
            | "onschedule"
            | "oncourse"
            | "atrisk"
            | "offtrack"
            | "offtarget"
            | "offcourse"
    )
}

/// Returns the status of a cell under a heading that asks for yes or no: `Achieved?`.
pub(crate) fn of_yes_or_no(text: &str) -> Option<DeliveryStatus> {
    Some(match &*squash(text) {
        "yes" | "y" | "true" | "\u{2713}" | "\u{2714}" => DeliveryStatus::Completed,
        "partly" | "partially" | "partial" | "inpart" | "part" => DeliveryStatus::InProgress,
        "no" | "n" | "false" | "notyet" => DeliveryStatus::NotStated,
        _ => return None,
    })
}

/// Returns the colour for a usual spelling, with or without the number some councils put before it (`3
/// Red`), or for the words that define the colours in this crate: on track, at risk, off track.
fn colour(key: &str) -> Option<RagStatus> {
    let word = key.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let has_figure = word.len() + 1 == key.len();
    if !has_figure && word.len() != key.len() {
        return None;
    }
    Some(match word {
        "green" => RagStatus::Green,
        "amber" => RagStatus::Amber,
        "red" => RagStatus::Red,
        _ if has_figure => return None,
        "g" | "raggreen" | "ontrack" | "ontarget" | "onschedule" | "oncourse" => RagStatus::Green,
        "a" | "ragamber" | "atrisk" => RagStatus::Amber,
        "r" | "ragred" | "offtrack" | "offtarget" | "offcourse" => RagStatus::Red,
        _ => return None,
    })
}

/// Normalises a text for comparison: letters and digits without case or space, with the signs that
/// distinguish `A/G` from `AG` and `A-` from `A`. A text with neither is compared as it is: `✓`.
fn squash(text: &str) -> String {
    let mut squashed = String::with_capacity(text.len());
    let folded = if text.is_ascii() { Cow::Borrowed(text) } else { fold(text) };
    for letter in folded.chars() {
        let is_grade = letter == '-' && squashed.len() == 1;
        if letter.is_alphanumeric() || matches!(letter, '/' | '+' | '%') || is_grade {
            squashed.push(letter.to_ascii_lowercase());
        }
    }
    if squashed.is_empty() { fold(text).into_owned() } else { squashed }
}

#[cfg(test)]
mod tests {
    use super::{StatusMeaning, StatusWords};
    use crate::import::ReadOptions;
    use crate::model::{DeliveryStatus as S, LegendEntry, LegendMeaning as M, RagStatus as C};

    #[test]
    fn statuses_are_known_in_their_usual_spellings() {
        let words = StatusWords::default();
        for (status, spellings) in [
            (S::NotStated, &["not-stated", "Not stated"][..]),
            (
                S::NotStarted,
                &["not-started", "NOT STARTED", "Not yet started.", "To do", "Planned"],
            ),
            (
                S::InProgress,
                &["in-progress", "In Progress", "On-going", "Under way", "Live", "WIP"],
            ),
            (S::InProgress, &["Started", "Partially complete", "part-completed"]),
            (S::AwaitingSignOff, &["awaiting-sign-off", "Awaiting sign off", "For sign-off"]),
            (S::AwaitingSignOff, &["Pending approval", "Completed – awaiting sign-off"]),
            (S::Completed, &["completed", "COMPLETED", "Complete", "Done!", "Closed", "Achieved"]),
            (S::Suspended, &["suspended", "On hold", "Paused", "Deferred"]),
            (S::Withdrawn, &["withdrawn", "Cancelled", "No longer  required"]),
            (S::NotStated, &["Open", "Outstanding", "Not yet due"]),
            (S::InProgress, &["Partially implemented", "Partly", "Embedding", "Not on track"]),
            (S::Completed, &["Implemented", "Embedded", "Discharged"]),
        ] {
            for spelling in spellings {
                assert_eq!(words.meaning(spelling), StatusMeaning::Status(status), "{spelling}");
            }
        }
    }

    #[test]
    fn colours_are_known_and_other_words_are_kept() {
        let words = StatusWords::default();
        for (colour, spellings) in [
            (C::Green, &["G", "green", " Green ", "1 Green", "On track", "RAG: Green"][..]),
            (C::Amber, &["a", "AMBER.", "At risk"]),
            (C::Red, &["R", "Red", "3Red", "3 Red", "Off track"]),
        ] {
            for spelling in spellings {
                assert_eq!(words.meaning(spelling), StatusMeaning::Colour(colour), "{spelling}");
            }
        }
        for kept in [
            "Blue",
            "B",
            "Yellow",
            "Grey",
            "White",
            "A/G",
            "Amber/Green",
            "R/A",
            "1",
            "4",
            "3 R",
            "10 Red",
            "3 Slipped",
            "4 Data Not Available",
            "A-",
            "A+",
            "AG",
            "",
            " ",
            "-",
            "✓",
            "yes",
            "Incomplete",
            "Not complete",
            "Overdue",
            "Slipped",
            "Superseded",
            "Risk accepted",
            "Red wine",
            "100%",
            "Completed 12/3/17",
            "TBC",
            "N/A",
            "Active",
            "Deprecated",
            "Pending",
            "Not applicable",
        ] {
            assert_eq!(words.meaning(kept), StatusMeaning::Unknown, "{kept}");
        }
    }

    #[test]
    fn the_legend_comes_first_and_may_not_contradict_itself_unsaid() {
        let options = ReadOptions::new().with_legend([
            LegendEntry::new("Blue", M::Status(S::Completed)),
            LegendEntry::new("3 Slipped", M::Colour(C::Red)),
            LegendEntry::new("A / G", M::Colour(C::Amber)),
            LegendEntry::new("Red", M::Status(S::NotStarted)),
            LegendEntry::new("✓", M::Status(S::Completed)),
            LegendEntry::new("BLUE", M::Status(S::Suspended)),
            LegendEntry::new("3-slipped", M::Colour(C::Red)),
        ]);
        let words = StatusWords::new(&options);
        for (text, word, means) in [
            ("blue", "Blue", M::Status(S::Completed)),
            ("3slipped", "3 Slipped", M::Colour(C::Red)),
            ("a/g", "A / G", M::Colour(C::Amber)),
            ("RED", "Red", M::Status(S::NotStarted)),
            ("✓", "✓", M::Status(S::Completed)),
        ] {
            assert_eq!(words.meaning(text), StatusMeaning::Legend { word, means }, "{text}");
        }
        assert_eq!(words.meaning("green"), StatusMeaning::Colour(C::Green));
        assert_eq!(words.meaning("✗"), StatusMeaning::Unknown);
        let notes: Vec<&str> = words.notes().iter().map(|note| note.message.as_str()).collect();
        assert_eq!(
            notes,
            ["the legend says that Blue means completed and that BLUE means suspended; the first \
              is used"]
        );
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn every_text_is_read_without_a_panic(text in crate::import::values::tests::text()) {
            let _ = StatusWords::default().meaning(&text);
        }
    }
}
