//! What the columns of a table say of one another, worked out once for all of them.

use std::collections::BTreeMap;

use super::header::Head;
use super::profile::Profile;
use crate::import::ColumnMeaning;
use crate::import::column_meaning::{Holds, Strength};
use crate::import::headings::{HeadingMeaning, Recognised};

/// The first two columns of a kind, by position: enough to say whether there is one besides a given one.
#[derive(Debug, Clone, Copy, Default)]
struct FirstTwo([Option<usize>; 2]);

impl FirstTwo {
    fn add(&mut self, at: usize) {
        if let Some(place) = self.0.iter_mut().find(|place| place.is_none()) {
            *place = Some(at);
        }
    }

    fn has_other_than(self, at: usize) -> bool {
        self.0.into_iter().flatten().any(|other| other != at)
    }
}

/// What the columns of a table say of one another.
#[derive(Debug, Default)]
pub(super) struct Neighbours {
    first: BTreeMap<HeadingMeaning, usize>,
    sure: BTreeMap<ColumnMeaning, FirstTwo>,
    actions: FirstTwo,
    /// The first and the last column of sentences whose heading says little.
    texts: Option<(usize, usize)>,
    /// The first column of words for how far the work is whose heading says little.
    pub(super) states: Option<usize>,
    /// The most cells that a column holds, among those that were looked at.
    pub(super) most_filled: usize,
}

impl Neighbours {
    pub(super) fn new(heads: &[Head], profiles: &[Profile]) -> Self {
        let mut all = Self::default();
        for (at, (head, profile)) in heads.iter().zip(profiles).enumerate() {
            all.most_filled = all.most_filled.max(profile.filled);
            if let Some(means) = head.named {
                all.add(at, HeadingMeaning::Always(means), Strength::Strong);
            } else if let Some(found) = &head.found {
                all.add(at, found.meaning, found.strength);
            }
            let is_known = |found: &Recognised| found.strength > Strength::Within;
            if head.named.is_none()
                && !head.found.as_ref().is_some_and(is_known)
                && profile.filled > 1
                && profile.kind() == Some(Holds::States)
            {
                all.states.get_or_insert(at);
            }
            if is_unknown_text(head, profile) {
                let first = all.texts.map_or(at, |(first, _)| first);
                all.texts = Some((first, at));
            }
        }
        all
    }

    fn add(&mut self, at: usize, meaning: HeadingMeaning, strength: Strength) {
        use HeadingMeaning as H;
        self.first.entry(meaning).or_insert(at);
        if strength <= Strength::Within {
            return;
        }
        let is_action = matches!(
            meaning,
            H::Always(ColumnMeaning::Action | ColumnMeaning::Milestones)
                | H::How
                | H::What
                | H::Words
        );
        if is_action {
            self.actions.add(at);
        }
        if let H::Always(means) = meaning
            && strength > Strength::Loose
        {
            self.sure.entry(means).or_default().add(at);
        }
    }

    /// Returns the first column whose heading has a meaning.
    pub(super) fn first(&self, meaning: HeadingMeaning) -> Option<usize> {
        self.first.get(&meaning).copied()
    }

    /// Returns whether the heading of another column has a meaning for sure.
    pub(super) fn has_other(&self, at: usize, means: ColumnMeaning) -> bool {
        self.sure.get(&means).is_some_and(|two| two.has_other_than(at))
    }

    /// Returns whether the heading of another column says the action, surely or perhaps.
    pub(super) fn says_action_elsewhere(&self, at: usize) -> bool {
        self.actions.has_other_than(at)
    }

    /// Returns whether a column of sentences is the first of several whose headings say little.
    pub(super) fn is_first_text(&self, at: usize) -> bool {
        self.texts.is_some_and(|(first, last)| first == at && last > at)
    }
}

/// Returns whether a column holds sentences, and its heading says little.
pub(super) fn is_unknown_text(head: &Head, profile: &Profile) -> bool {
    head.named.is_none()
        && head.found.as_ref().is_none_or(|found| found.strength == Strength::Within)
        && profile.kind() == Some(Holds::Text)
}
