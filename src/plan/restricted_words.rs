//! Finds the words of restricted records in texts about other records: a message about a plain action may
//! quote the reference of a restricted recommendation that it answers.

use std::collections::{HashMap, HashSet};

use super::PlanDoc;
use super::subject::quoted;
use crate::diagnostic::Step;
use crate::model::{Record, RecordKind};
use crate::text::{fold, fold_reference};

/// How many words a reference may have to be found outside quotation marks. No real reference has more.
const MOST_WORDS: usize = 4;

/// How many quotations that begin at the same mark are tried: titles may contain quotation marks.
const MOST_ENDS: usize = 4;

/// What surrounds a reference in a message.
const PUNCTUATION: [char; 9] = ['\u{201c}', '\u{201d}', '"', '\'', ',', ';', ':', '.', '→'];

/// The path of a record.
pub(super) type Path = Vec<Step>;

/// The words of a document's restricted records, and which record has them.
pub(super) struct RestrictedWords {
    /// By folded reference.
    references: HashMap<String, Vec<(RecordKind, Path)>>,
    /// The first word of each folded reference: most words of a message begin none.
    first_words: HashSet<String>,
    /// By folded title, name or text, cut as messages cut it.
    texts: HashMap<String, Path>,
}

impl RestrictedWords {
    /// Collects the words. `None` if nothing in the document is restricted.
    pub(super) fn new(doc: &PlanDoc) -> Option<Self> {
        let mut words =
            Self { references: HashMap::new(), first_words: HashSet::new(), texts: HashMap::new() };
        for kind in RecordKind::LISTED {
            for (at, record) in doc.records(kind).enumerate() {
                if record.is_restricted() {
                    words.add(record, &[Step::Key(kind.list()), Step::Index(at)]);
                }
            }
        }
        for (at, recommendation) in doc.recommendations.iter().enumerate() {
            let path = [Step::Key(RecordKind::Recommendation.list()), Step::Index(at)];
            let all = recommendation.assessments.iter();
            let restricted = all.filter(|one| one.restricted);
            words.add_parts(&path, restricted.filter_map(|one| one.text.as_deref()));
        }
        for (at, action) in doc.actions.iter().enumerate() {
            let path = [Step::Key(RecordKind::Action.list()), Step::Index(at)];
            for (step, milestone) in action.milestones.iter().enumerate() {
                if milestone.restricted || action.restricted {
                    let inside = [Step::Key(RecordKind::Milestone.list()), Step::Index(step)];
                    words.add(milestone, &[path.as_slice(), &inside].concat());
                }
            }
            let is_hidden = |restricted: bool| restricted || action.restricted;
            let evidence = action.evidence.iter().filter(|one| is_hidden(one.restricted));
            words.add_parts(&path, evidence.map(|one| one.title.as_str()));
            let updates = action.updates.iter().filter(|one| is_hidden(one.restricted));
            words.add_parts(&path, updates.map(|one| one.text.as_str()));
            let resources = action.resources.iter().filter(|one| is_hidden(one.restricted));
            words.add_parts(&path, resources.filter_map(|one| one.words.as_deref()));
        }
        Some(words).filter(|words| !words.references.is_empty() || !words.texts.is_empty())
    }

    fn add(&mut self, record: &dyn Record, path: &[Step]) {
        if let Some(reference) = record.reference() {
            let folded = fold_reference(reference);
            self.first_words.extend(folded.split_whitespace().next().map(str::to_owned));
            let places = self.references.entry(folded.into_owned()).or_default();
            places.push((record.kind(), path.to_vec()));
        }
        self.add_parts(path, [record.words()].into_iter());
    }

    fn add_parts<'t>(&mut self, path: &[Step], texts: impl Iterator<Item = &'t str>) {
        for text in texts {
            let cut = quoted(text);
            let key = fold(cut.trim_matches(PUNCTUATION)).into_owned();
            if !key.is_empty() {
                self.texts.entry(key).or_insert_with(|| path.to_vec());
            }
        }
    }

    /// Returns the path of the first record whose words a text has.
    pub(super) fn found_in(&self, text: &str) -> Option<&Path> {
        self.quoted_in(text).or_else(|| self.named_in(text))
    }

    /// Finds a text in quotation marks.
    fn quoted_in(&self, text: &str) -> Option<&Path> {
        text.match_indices('\u{201c}').find_map(|(begin, mark)| {
            let rest = text.get(begin + mark.len()..)?;
            let ends = rest.match_indices('\u{201d}').take(MOST_ENDS);
            ends.filter_map(|(end, _)| rest.get(..end)).find_map(|quotation| {
                // A recommendation may be `source/reference`, with the title of the source.
                let pieces = quotation.split('/').filter(|piece| piece.len() < quotation.len());
                [quotation].into_iter().chain(pieces).find_map(|words| self.called(words))
            })
        })
    }

    /// Returns the record with a text or a reference.
    fn called(&self, words: &str) -> Option<&Path> {
        let text = self.texts.get(fold(words.trim_matches(PUNCTUATION)).as_ref());
        text.or_else(|| {
            let places = self.references.get(fold_reference(words).as_ref())?;
            places.first().map(|(_, path)| path)
        })
    }

    /// Finds a reference. One that is only a number counts where a kind of record is named before it, as in
    /// `actions 1, 2 and 3`: elsewhere it is a day or a count.
    fn named_in(&self, text: &str) -> Option<&Path> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut kind = None;
        for (at, word) in words.iter().enumerate() {
            let bare = word.trim_matches(PUNCTUATION);
            if let Some(named) = kind_named(bare) {
                kind = Some(named);
                continue;
            }
            if self.may_begin(word)
                && let Some(path) = self.beginning_with(words.get(at..).unwrap_or_default(), kind)
            {
                return Some(path);
            }
            let goes_on =
                ["and", "or", "→"].contains(word) || bare.contains(|c: char| c.is_ascii_digit());
            kind = kind.filter(|_| goes_on);
        }
        None
    }

    /// Returns whether a word, or what follows a stroke in it, is the first of a reference.
    fn may_begin(&self, word: &str) -> bool {
        let is_first = |piece: &str| self.first_words.contains(fold_reference(piece).as_ref());
        let may_begin = |piece: &str| {
            let bare = piece.trim_matches(PUNCTUATION);
            let inner = bare.trim_matches(['(', ')']);
            is_first(piece)
                || (bare.len() < piece.len() && is_first(bare))
                || (inner.len() < bare.len() && is_first(inner))
        };
        may_begin(word) || (word.contains('/') && word.split('/').any(may_begin))
    }

    fn beginning_with(&self, words: &[&str], kind: Option<RecordKind>) -> Option<&Path> {
        let mut phrase = String::new();
        for word in words.iter().take(MOST_WORDS) {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(word);
            let bare = phrase.trim_matches(PUNCTUATION).trim_matches(['(', ')']);
            // A milestone is `action/milestone`, a recommendation `source/recommendation`.
            let whole = [bare, phrase.trim_matches(PUNCTUATION)];
            for piece in whole.into_iter().chain(bare.split('/')) {
                let places = self.references.get(fold_reference(piece).as_ref());
                let is_number = piece.bytes().all(|byte| byte.is_ascii_digit());
                let mut places = places.into_iter().flatten();
                let found = match kind {
                    Some(kind) if piece == bare => places.find(|(of, _)| *of == kind),
                    None if is_number => None,
                    Some(_) | None => places.next(),
                };
                if let Some((_, path)) = found {
                    return Some(path);
                }
            }
        }
        None
    }
}

/// Returns the kind of record that a word names.
fn kind_named(word: &str) -> Option<RecordKind> {
    let one = word.strip_suffix('s').unwrap_or(word);
    if one == "part" {
        return Some(RecordKind::Recommendation);
    }
    RecordKind::ALL.iter().copied().find(|kind| kind.name() == one)
}

#[cfg(test)]
mod tests {
    use super::RestrictedWords;
    use crate::model::{Action, Milestone, Recommendation};
    use crate::plan::PlanDoc;

    #[test]
    fn words_of_restricted_records_are_found_and_days_and_counts_are_not() {
        let steps = [Milestone::new("Advertise").with_reference("b").with_restricted()];
        let doc = PlanDoc::new("p", "Plan", "Anyshire")
            .with_recommendations([
                Recommendation::new("Reduce “high” caseloads.")
                    .with_reference("3")
                    .with_restricted(),
                Recommendation::new("Train staff.").with_reference("Rec 07").with_restricted(),
            ])
            .with_actions([
                Action::new("Settle the grievance").with_reference("2.4.08").with_restricted(),
                Action::new("Recruit").with_reference("5").with_milestones(steps),
            ]);
        let Some(words) = RestrictedWords::new(&doc) else { panic!("nothing is restricted") };
        for shown in [
            "“REDUCE  “high” caseloads.” could be anything",
            "there is no action “Settle the grievance”",
            "it answers recommendation 3, which is urgent",
            "it answers recommendations 1, 2 and 3",
            "“3” could be “s/3”",
            "it waits for 2.4.8.",
            "it depends on itself: 5 → 2.4.8 → 5",
            "(action 2.4.8)",
            "milestone 5/b is late",
            "rec 7 is open",
            "Did you mean “s/rec 7”?",
        ] {
            assert!(words.found_in(shown).is_some(), "{shown}");
        }
        for shown in [
            "3 days late, since 3 October 2017",
            "actions 1 and 5; 3 of 4 are open",
            "action 3 is open",
            "2.4.9 comes later",
            "it is “reduced”",
        ] {
            assert!(words.found_in(shown).is_none(), "{shown}");
        }
        assert!(RestrictedWords::new(&PlanDoc::new("p", "Plan", "A")).is_none());
    }
}
