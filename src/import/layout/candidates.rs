//! What each column may mean, with a score: what its heading says, and what its cells hold.

use std::borrow::Cow;

use super::contents::Contents;
use super::header::Head;
use super::neighbours::{Neighbours, is_unknown_text};
use super::profile::Profile;
use crate::import::column_meaning::{Holds, Strength};
use crate::import::headings::{HeadingMeaning, hints, normalise};
use crate::import::{ColumnMeaning as M, SheetKind};

/// The score of a column that the options name: above any total of others.
const NAMED: i32 = 10_000;

/// What cells of the right kind add, and cells of another kind take away.
pub(super) const FIT: i32 = 10;

/// The least score with which a meaning is given.
pub(super) const LEAST: i32 = 15;

/// What a meaning scores that only the cells speak for.
const CELLS_ALONE: i32 = 25;

/// A meaning that a column may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) means: M,
    pub(super) score: i32,
    pub(super) why: Cow<'static, str>,
    /// Whether a person should confirm it.
    pub(super) is_doubted: bool,
    /// Whether the column says how far the work was at an earlier time than another.
    pub(super) is_earlier_state: bool,
}

impl Candidate {
    pub(super) fn new(means: M, score: i32, why: impl Into<Cow<'static, str>>) -> Self {
        Self { means, score, why: why.into(), is_doubted: false, is_earlier_state: false }
    }

    pub(super) fn doubted(self) -> Self {
        Self { is_doubted: true, ..self }
    }

    /// Creates the meaning of a column that says how far the work was at an earlier time than another.
    pub(super) fn earlier_state() -> Self {
        let note = Self::new(M::Note, LEAST, "an earlier state, kept as an update");
        Self { is_earlier_state: true, ..note }
    }
}

/// What speaks for the meanings of one column.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    /// The meanings it may have, the likeliest first.
    pub(super) candidates: Vec<Candidate>,
    /// A meaning of its heading that its cells contradict, with what they hold.
    pub(super) contradicted: Option<(M, Holds)>,
    /// A meaning of its heading that the kind of table has no use for.
    pub(super) is_out_of_place: bool,
}

/// A table whose columns are to be given their meanings.
pub(super) struct Table<'a> {
    pub(super) kind: SheetKind,
    pub(super) heads: &'a [Head],
    pub(super) contents: &'a Contents<'a>,
    /// What the cells below each heading hold.
    pub(super) profiles: &'a [Profile],
    pub(super) neighbours: Neighbours,
}

/// Returns the score of a heading of some strength.
pub(super) fn points(strength: Strength) -> i32 {
    match strength {
        Strength::Strong => 100,
        Strength::Weak => 80,
        Strength::Loose => 60,
        Strength::Within => 40,
    }
}

/// Returns what the cells of a column say of a meaning: more, nothing or less.
pub(super) fn fit(means: M, profile: &Profile) -> i32 {
    match means.holds() {
        Some(Holds::Text) | None => 0,
        Some(kind) if profile.is_mostly(kind) => FIT,
        Some(kind) if profile.filled > 1 && profile.has_none(kind) => -FIT,
        Some(_) => 0,
    }
}

/// Returns what the cells of a column hold throughout that cannot be of a meaning; `least` is how many
/// must hold it.
pub(super) fn contradiction(means: M, profile: &Profile, least: usize) -> Option<Holds> {
    let is_own = |kind: Holds| profile.number_of(kind) > 0;
    if profile.filled < least || means.holds().is_some_and(is_own) {
        return None;
    }
    means.never().iter().copied().find(|kind| profile.is_mostly(*kind))
}

impl Table<'_> {
    /// Returns what speaks for the meanings of a column.
    pub(super) fn evidence(&self, at: usize) -> Evidence {
        let (Some(head), Some(profile)) = (self.heads.get(at), self.profiles.get(at)) else {
            return Evidence::default();
        };
        if let Some(named) = head.named {
            let candidate = Candidate::new(named, NAMED, "named in the options");
            return self.allowed(vec![candidate]);
        }
        let Some(found) = &head.found else {
            let candidates = self.by_cells(at, profile);
            return Evidence { candidates, ..Evidence::default() };
        };
        if found.meaning == HeadingMeaning::Always(M::Number) {
            return Evidence::default();
        }
        let given = match found.meaning {
            HeadingMeaning::Always(means) => self.always(at, means, found.strength),
            other => match self.kind {
                SheetKind::Actions => self.in_actions(at, other, points(found.strength)),
                SheetKind::Recommendations => {
                    self.in_recommendations(at, other, points(found.strength))
                }
                SheetKind::Measures => self.in_measures(other, points(found.strength)),
                SheetKind::Ignore => Vec::new(),
            },
        };
        let mut evidence = self.allowed(given);
        // A word in its heading speaks of figures, and it holds none.
        if evidence.is_out_of_place
            && found.strength <= Strength::Loose
            && profile.has_none(Holds::Figures)
        {
            let candidates = self.by_cells(at, profile);
            return Evidence { candidates, ..Evidence::default() };
        }
        if self.kind == SheetKind::Actions
            && profile.kind() == Some(Holds::Colours)
            && hints(&head.heading).contains(&M::Rag)
            && !evidence.candidates.iter().any(|one| one.means == M::Rag)
        {
            let why = "a word of its heading, and it holds colours";
            evidence.candidates.push(Candidate::new(M::Rag, points(Strength::Loose), why));
        }
        // A word somewhere in a heading says little; what sentences it stands over may say more.
        if self.kind == SheetKind::Actions
            && is_unknown_text(head, profile)
            && hints(&head.heading).contains(&M::Action)
            && !self.neighbours.says_action_elsewhere(at)
        {
            let why = "a word of its heading and what its cells hold";
            evidence
                .candidates
                .push(Candidate::new(M::Action, points(Strength::Within) + FIT, why).doubted());
        }
        let is_by = found.strength <= Strength::Loose || normalise(&head.heading).ends_with(" by");
        let least = if is_by { 1 } else { 2 };
        let contradicted = |one: &Candidate| {
            contradiction(one.means, profile, least).map(|kind| (one.means, kind))
        };
        evidence.contradicted = evidence.candidates.iter().find_map(contradicted);
        evidence.candidates.retain(|one| contradicted(one).is_none());
        let is_empty =
            profile.filled == 0 && profile.coloured == 0 && self.neighbours.most_filled > 0;
        for one in &mut evidence.candidates {
            // An empty column gives way to any that is filled.
            if is_empty {
                one.score = one.score.min(LEAST);
            }
            let fit = fit(one.means, profile);
            one.score += fit;
            one.is_doubted |=
                found.strength == Strength::Within && fit < FIT && one.means != M::Note;
        }
        evidence.candidates.retain(|one| one.score >= LEAST);
        evidence
    }

    /// Leaves out the meanings that this kind of table cannot use.
    fn allowed(&self, mut candidates: Vec<Candidate>) -> Evidence {
        let known = candidates.len();
        candidates.retain(|one| one.means.is_allowed_on(self.kind));
        let is_out_of_place = candidates.is_empty() && known > 0;
        Evidence { candidates, contradicted: None, is_out_of_place }
    }

    pub(super) fn heading_with(&self, meaning: HeadingMeaning) -> Option<(usize, &Head)> {
        let at = self.neighbours.first(meaning)?;
        Some((at, self.heads.get(at)?))
    }

    pub(super) fn has(&self, means: M) -> bool {
        self.heading_with(HeadingMeaning::Always(means)).is_some()
    }

    /// Returns whether a column stands left of those that say the action.
    pub(super) fn is_left_of_action(&self, at: usize) -> bool {
        let action = self.heading_with(HeadingMeaning::Always(M::Action));
        let action = action.or_else(|| self.heading_with(HeadingMeaning::How));
        action.is_some_and(|(action, _)| at < action)
    }

    /// Returns whether a column left of the actions is filled for only some of them, as one that is
    /// carried down is.
    pub(super) fn is_carried_down(&self, at: usize) -> bool {
        let filled = |at: usize| self.profiles.get(at).map_or(0, |profile| profile.filled);
        let action = self.heading_with(HeadingMeaning::Always(M::Action));
        action.is_some_and(|(action, _)| {
            at < action && filled(at) > 0 && filled(at) * 3 <= filled(action) * 2
        })
    }

    /// What the cells alone say of a column whose heading is not known. Always to be confirmed.
    fn by_cells(&self, at: usize, profile: &Profile) -> Vec<Candidate> {
        if self.kind != SheetKind::Actions || profile.filled + profile.coloured < 2 {
            return Vec::new();
        }
        let one = |means: M, less: i32, why: &'static str| {
            Candidate::new(means, CELLS_ALONE - less, why).doubted()
        };
        if profile.filled == 0 {
            return vec![one(M::Rag, 0, "its cells are filled red, amber and green")];
        }
        let kind = profile.kind();
        let mut candidates: Vec<Candidate> = match kind {
            Some(Holds::Days) => vec![
                one(M::Due, 0, "it holds days"),
                one(M::Note, 10, "it holds days, and another column says when it is due"),
            ],
            Some(Holds::Colours) => vec![one(M::Rag, 0, "it holds colours")],
            Some(Holds::States) => {
                vec![one(M::Status, 0, "it holds words for how far the work is")]
            }
            Some(Holds::People) => vec![one(M::Owners, 0, "it holds persons, posts or bodies")],
            Some(Holds::Text) => self.of_sentences(at),
            _ => Vec::new(),
        };
        let heading = self.heads.get(at).map_or("", |head| head.heading.as_str());
        for means in hints(heading) {
            let is_fitting = match means.holds() {
                None if means == M::Workstream => kind.is_none(),
                Some(Holds::Text) | None => kind == Some(Holds::Text),
                holds => holds == kind,
            };
            if !is_fitting || contradiction(means, profile, 2).is_some() {
                continue;
            }
            let why = "a word of its heading and what its cells hold";
            match candidates.iter_mut().find(|one| one.means == means) {
                Some(known) => known.score += FIT,
                None => candidates.push(one(means, -FIT / 2, why)),
            }
        }
        candidates.sort_by_key(|one| -one.score);
        candidates
    }

    /// What sentences under a heading that is not known may be; at least notes. Of several such columns the
    /// left one says what the others answer.
    fn of_sentences(&self, at: usize) -> Vec<Candidate> {
        let one = |means: M, less: i32, why: &'static str| {
            Candidate::new(means, CELLS_ALONE - less, why).doubted()
        };
        let filled = |at: usize| self.profiles.get(at).map_or(0, |profile| profile.filled);
        let is_on_every_row = filled(at) * 10 >= self.neighbours.most_filled * 9;
        let says_action = self.neighbours.says_action_elsewhere(at);
        let says_recommendation = self.neighbours.has_other(at, M::Recommendation);
        let mut candidates = Vec::new();
        if !says_action && !says_recommendation && self.neighbours.is_first_text(at) {
            candidates.push(one(
                M::Recommendation,
                -5,
                "it holds sentences, left of other sentences",
            ));
        } else if self.is_left_of_action(at) || self.is_carried_down(at) {
            candidates.push(one(
                M::Recommendation,
                5,
                "it holds sentences, left of the column of actions",
            ));
        }
        if !says_action && is_on_every_row {
            candidates.push(one(
                M::Action,
                0,
                "it holds sentences, and no other column says the action",
            ));
        }
        candidates.push(one(M::Note, 10, "it holds sentences"));
        candidates
    }
}

#[cfg(test)]
mod tests {
    use super::{contradiction, fit, points};
    use crate::cells::{Cell, Content, Row, Sheet};
    use crate::import::ColumnMeaning::{self, *};
    use crate::import::column_meaning::{Holds, Strength};
    use crate::import::layout::contents::Contents;
    use crate::import::layout::profile::Profile;
    use crate::import::values::StatusWords;

    fn profile(cells: &[&str]) -> Profile {
        let row = |(at, text): (usize, &&str)| Row {
            number: u32::try_from(at + 1).unwrap(),
            cells: vec![Cell::new(0, Content::Text((*text).into()))],
            ..Row::default()
        };
        let sheet = Sheet { rows: cells.iter().enumerate().map(row).collect(), ..Sheet::default() };
        let contents = Contents { sheet: &sheet, body: 0..cells.len() };
        Profile::new(&contents, 0, &StatusWords::default())
    }

    const DAYS: &[&str] = &["31/03/2025", "Dec 2026", "TBC"];
    const PEOPLE: &[&str] = &["Head of HR", "Ann Smith", "Team Manager"];
    const COLOURS: &[&str] = &["Red", "Amber", "G"];
    const STATES: &[&str] = &["Completed", "In progress", "Complete: staff reminded"];
    const TEXTS: &[&str] =
        &["Train all staff in the new model", "Recruit ten social workers by spring"];

    #[test]
    fn a_surer_heading_scores_more_than_any_fit_of_the_cells() {
        let strengths = [Strength::Strong, Strength::Weak, Strength::Loose, Strength::Within];
        for pair in strengths.windows(2) {
            assert!(points(pair[0]) >= points(pair[1]) + 2 * super::FIT);
        }
    }

    #[test]
    fn cells_of_the_right_kind_speak_for_a_meaning_and_others_against_it() {
        let table: &[(ColumnMeaning, &[&str], i32)] = &[
            (Due, DAYS, 10),
            (Due, TEXTS, -10),
            (Due, &["Ongoing", "TBC"], 0),
            (Owners, PEOPLE, 10),
            (Owners, DAYS, -10),
            (Rag, COLOURS, 10),
            (Status, STATES, 10),
            (Status, TEXTS, -10),
            (Action, TEXTS, 0),
            (Due, &[], 0),
        ];
        for (means, cells, expected) in table {
            assert_eq!(fit(*means, &profile(cells)), *expected, "{means}: {cells:?}");
        }
    }

    #[test]
    fn cells_that_cannot_be_of_a_meaning_contradict_it() {
        let table: &[(ColumnMeaning, &[&str], Option<Holds>)] = &[
            (Due, PEOPLE, Some(Holds::People)),
            (Due, COLOURS, Some(Holds::Colours)),
            (Due, DAYS, None),
            (Due, &["Head of HR", "31/03/2025"], None),
            (Due, &["HT5", "Autumn 2"], None),
            (Owners, DAYS, Some(Holds::Days)),
            (Owners, &["All staff", "Everyone"], None),
            (Action, DAYS, Some(Holds::Days)),
            (Action, &["Recruit", "Retain"], None),
            (Status, DAYS, Some(Holds::Days)),
            (Rag, DAYS, Some(Holds::Days)),
            (Rag, &["Behind plan", "As planned"], None),
            (ActionReference, TEXTS, Some(Holds::Text)),
            (Update, DAYS, None),
            (Due, &["Head of HR"], None),
        ];
        for (means, cells, expected) in table {
            assert_eq!(contradiction(*means, &profile(cells), 2), *expected, "{means}: {cells:?}");
        }
    }
}
