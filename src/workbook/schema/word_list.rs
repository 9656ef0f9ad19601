//! The vocabularies of the workbook: the label of each word in a drop-down, and the word meant by what an
//! officer typed.

use super::escape::{exact_words, exactly, is_plain};
use crate::due_date::Quarters;
use crate::model::{
    Addressee, AssessmentKind, Basis, Decision, DeliveryStatus, Every, EvidenceKind, Framework,
    Funding, Judgement, LegendMeaning, OwnerRole, Polarity, Purpose, RagStatus, SourceKind,
    Statistic, Tier, UpdateKind, Urgency, Voice,
};
use crate::text::fold;

/// A vocabulary for cells.
#[derive(Debug)]
pub(in crate::workbook) struct Vocabulary {
    /// The heading on the sheet of lists.
    pub(in crate::workbook) name: &'static str,
    /// Returns the words as in a document.
    pub(in crate::workbook) words: fn() -> Vec<&'static str>,
    /// Whether no other word is allowed.
    pub(in crate::workbook) is_closed: bool,
}

impl PartialEq for Vocabulary {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Vocabulary {
    /// Returns the label of a word, such as `In progress`; a word of one's own is unchanged.
    pub(in crate::workbook) fn label(&self, word: &str) -> String {
        if (self.words)().contains(&word) { labelled(word) } else { word.to_owned() }
    }

    /// Returns the label of every word.
    pub(in crate::workbook) fn labels(&self) -> Vec<String> {
        (self.words)().into_iter().map(labelled).collect()
    }

    /// Returns the word meant by typed text, ignoring case and hyphens.
    fn meant(&self, typed: &str) -> Option<&'static str> {
        let typed = compared(typed);
        (self.words)()
            .into_iter()
            .find(|word| compared(word) == typed || compared(&labelled(word)) == typed)
    }
}

/// Labels that differ from the word by more than a capital and spaces.
const LABELS: &[(&str, &str)] = &[
    ("awaiting-sign-off", "Awaiting sign-off"),
    ("one-off", "One-off"),
    ("sif", "Single inspection framework (SIF)"),
    ("ilacs-standard", "ILACS standard"),
    ("ilacs-short", "ILACS short"),
    ("area-send", "Area SEND"),
    ("jtai", "JTAI"),
    ("dfe", "Department for Education"),
    ("self", "The service itself"),
];

fn labelled(word: &str) -> String {
    if let Some((_, label)) = LABELS.iter().find(|(known, _)| *known == word) {
        return (*label).to_owned();
    }
    let spaced = word.replace('-', " ");
    let mut letters = spaced.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn compared(word: &str) -> String {
    fold(&word.replace(['-', '_', '\u{2010}', '\u{2011}', '\u{2013}'], " ")).into_owned()
}

/// A word of a vocabulary.
pub(in crate::workbook) trait Word: Sized + PartialEq + 'static {
    const VOCABULARY: &'static Vocabulary;
    /// Returns the word as in a document.
    fn as_word(&self) -> &str;
    /// Reads the word of a document.
    fn exactly(word: &str) -> Option<Self>;
    /// Reads what an officer typed.
    fn read(text: &str) -> Option<Self> {
        match Self::VOCABULARY.meant(text) {
            Some(word) => Self::exactly(word),
            None if Self::VOCABULARY.is_closed => None,
            None => Self::exactly(text),
        }
    }
}

/// Returns the label of a word; a word of one's own is unchanged.
pub(in crate::workbook) fn written_word<W: Word>(word: &W) -> String {
    let label = W::VOCABULARY.label(word.as_word());
    if is_plain(&label) && W::read(&label).as_ref() == Some(word) {
        label
    } else {
        exactly(word.as_word())
    }
}

/// Reads the word in a cell, or returns `None` if the vocabulary lacks it.
pub(in crate::workbook) fn read_word<W: Word>(text: &str) -> Option<W> {
    match exact_words(text) {
        Some(exact) => W::exactly(&exact),
        None => W::read(text),
    }
}

macro_rules! closed {
    ($($word:ident = $name:literal,)+) => {$(
        impl Word for $word {
            const VOCABULARY: &'static Vocabulary = &Vocabulary {
                name: $name,
                words: || $word::ALL.iter().map(|word| word.as_str()).collect(),
                is_closed: true,
            };

            fn as_word(&self) -> &str {
                self.as_str()
            }

            fn exactly(word: &str) -> Option<Self> {
                word.parse().ok()
            }
        }
    )+};
}

macro_rules! open {
    ($($word:ident = $name:literal,)+) => {$(
        impl Word for $word {
            const VOCABULARY: &'static Vocabulary = &Vocabulary {
                name: $name,
                words: || $word::KNOWN.to_vec(),
                is_closed: false,
            };

            fn as_word(&self) -> &str {
                self.as_str()
            }

            fn exactly(word: &str) -> Option<Self> {
                Some(Self::from(word))
            }
        }
    )+};
}

closed! {
    DeliveryStatus = "Status",
    Urgency = "Urgency",
    Decision = "Decision",
    Judgement = "Judgement",
    Every = "How often",
    Basis = "Basis",
    Funding = "Funding",
    Statistic = "Statistic",
    Polarity = "Better is",
    Quarters = "Quarters",
}

open! {
    Purpose = "Purpose",
    SourceKind = "Kind of source",
    Framework = "Framework",
    Addressee = "Addressed to",
    Tier = "Tier",
    OwnerRole = "Role of an owner",
    EvidenceKind = "Kind of evidence",
    Voice = "Whose voice",
    AssessmentKind = "Kind of assessor",
    UpdateKind = "Kind of update",
}

impl Word for LegendMeaning {
    const VOCABULARY: &'static Vocabulary = &Vocabulary {
        name: "What a word means",
        words: || {
            let colours = RagStatus::ALL.iter().map(|colour| colour.as_str());
            colours.chain(DeliveryStatus::ALL.iter().map(|status| status.as_str())).collect()
        },
        is_closed: true,
    };

    fn as_word(&self) -> &str {
        self.as_str()
    }

    fn exactly(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

/// Every vocabulary, in the order of the sheet of lists.
pub(in crate::workbook) const ALL: &[&Vocabulary] = &[
    DeliveryStatus::VOCABULARY,
    Urgency::VOCABULARY,
    Tier::VOCABULARY,
    Addressee::VOCABULARY,
    Decision::VOCABULARY,
    Judgement::VOCABULARY,
    AssessmentKind::VOCABULARY,
    EvidenceKind::VOCABULARY,
    Voice::VOCABULARY,
    UpdateKind::VOCABULARY,
    Every::VOCABULARY,
    Basis::VOCABULARY,
    Funding::VOCABULARY,
    Statistic::VOCABULARY,
    Polarity::VOCABULARY,
    SourceKind::VOCABULARY,
    Framework::VOCABULARY,
    OwnerRole::VOCABULARY,
    Purpose::VOCABULARY,
    Quarters::VOCABULARY,
    LegendMeaning::VOCABULARY,
];
