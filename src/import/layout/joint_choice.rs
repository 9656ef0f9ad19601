//! Chooses the meanings of all columns of a table together: the choice with the highest total score.

use std::collections::VecDeque;

use super::candidates::Candidate;
use crate::import::ColumnMeaning;

/// Returns the position of the candidate chosen for each column, or `None` for a column that gets none.
/// No two columns get one meaning, unless it may repeat. Of equal totals, the columns on the left keep
/// what they have.
///
/// Columns are added one by one. Each takes the meaning that raises the total most, and the column that
/// had it moves on to its next best, and so on; this keeps the total the highest there is. The work for a
/// column is bounded by the number of meanings.
pub(super) fn choose(columns: &[Vec<Candidate>]) -> Vec<Option<usize>> {
    let mut choice = Choice {
        columns,
        chosen: vec![None; columns.len()],
        holders: vec![None; ColumnMeaning::ALL.len()],
    };
    for column in 0..columns.len() {
        choice.add(column);
    }
    choice.chosen
}

struct Choice<'a> {
    columns: &'a [Vec<Candidate>],
    chosen: Vec<Option<usize>>,
    /// The column that has each meaning.
    holders: Vec<Option<usize>>,
}

/// A step of a chain of moves: a column takes a meaning.
#[derive(Clone, Copy)]
struct Step {
    column: usize,
    candidate: usize,
    /// The meaning that the column held before.
    before: Option<ColumnMeaning>,
    /// What the total rises by, up to and with this step, before anyone moves away.
    gain: i32,
}

/// Where a chain of moves ends.
#[derive(Clone, Copy)]
enum End {
    /// At a meaning that no column has.
    Open(ColumnMeaning),
    /// At a meaning whose holder moves to what it can have in any case.
    Displaced(ColumnMeaning),
}

impl Choice<'_> {
    fn candidates(&self, column: usize) -> &[Candidate] {
        self.columns.get(column).map_or(&[], Vec::as_slice)
    }

    /// Returns the best of what a column can have in any case: a meaning that may repeat, or none.
    fn in_any_case(&self, column: usize) -> (i32, Option<usize>) {
        let mut best = (0, None);
        for (at, one) in self.candidates(column).iter().enumerate() {
            if one.means.may_repeat() && one.score > best.0 {
                best = (one.score, Some(at));
            }
        }
        best
    }

    fn holder(&self, means: ColumnMeaning) -> Option<usize> {
        self.holders.get(means as usize).copied().flatten()
    }

    fn score(&self, column: usize) -> i32 {
        let chosen = self.chosen.get(column).copied().flatten();
        chosen.and_then(|at| self.candidates(column).get(at)).map_or(0, |one| one.score)
    }

    fn add(&mut self, column: usize) {
        let mut steps: Vec<Option<Step>> = vec![None; self.holders.len()];
        let mut waiting = VecDeque::new();
        self.take(&mut steps, &mut waiting, Step { column, candidate: 0, before: None, gain: 0 });
        while let Some(means) = waiting.pop_front() {
            let Some(step) = steps.get(means as usize).copied().flatten() else { continue };
            if let Some(holder) = self.holder(means) {
                let gain = step.gain - self.score(holder);
                let from = Step { column: holder, candidate: 0, before: Some(means), gain };
                self.take(&mut steps, &mut waiting, from);
            }
        }
        let (mut gain, own) = self.in_any_case(column);
        let mut end = None;
        for means in ColumnMeaning::ALL {
            let Some(step) = steps.get(*means as usize).copied().flatten() else { continue };
            let (total, one) = match self.holder(*means) {
                None => (step.gain, End::Open(*means)),
                Some(holder) => {
                    let left = step.gain - self.score(holder) + self.in_any_case(holder).0;
                    (left, End::Displaced(*means))
                }
            };
            if total > gain {
                (gain, end) = (total, Some(one));
            }
        }
        match end {
            None => self.set(column, own),
            Some(end) => self.move_along(&steps, end),
        }
    }

    /// Records every meaning that a column can take with a higher gain than is known.
    fn take(&self, steps: &mut [Option<Step>], waiting: &mut VecDeque<ColumnMeaning>, from: Step) {
        for (candidate, one) in self.candidates(from.column).iter().enumerate() {
            let gain = from.gain + one.score;
            let Some(place) = steps.get_mut(one.means as usize) else { continue };
            if one.means.may_repeat()
                || Some(one.means) == from.before
                || place.is_some_and(|known| known.gain >= gain)
            {
                continue;
            }
            *place = Some(Step { candidate, gain, ..from });
            waiting.push_back(one.means);
        }
    }

    /// Makes the moves of a chain, from its end.
    fn move_along(&mut self, steps: &[Option<Step>], end: End) {
        let mut means = match end {
            End::Open(means) => means,
            End::Displaced(means) => {
                if let Some(holder) = self.holder(means) {
                    let (_, own) = self.in_any_case(holder);
                    self.set(holder, own);
                }
                means
            }
        };
        // A chain has no meaning twice.
        for _ in 0..steps.len() {
            let Some(step) = steps.get(means as usize).copied().flatten() else { return };
            self.set(step.column, Some(step.candidate));
            if let Some(holder) = self.holders.get_mut(means as usize) {
                *holder = Some(step.column);
            }
            match step.before {
                Some(before) => means = before,
                None => return,
            }
        }
    }

    fn set(&mut self, column: usize, candidate: Option<usize>) {
        if let Some(chosen) = self.chosen.get_mut(column) {
            *chosen = candidate;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::choose;
    use crate::import::ColumnMeaning::{self, *};
    use crate::import::layout::candidates::Candidate;

    fn chosen(columns: &[&[(ColumnMeaning, i32)]]) -> Vec<Option<ColumnMeaning>> {
        let candidates: Vec<Vec<Candidate>> = columns
            .iter()
            .map(|some| {
                some.iter().map(|(means, score)| Candidate::new(*means, *score, "")).collect()
            })
            .collect();
        let chosen = choose(&candidates);
        let means =
            |(column, at): (usize, &Option<usize>)| at.map(|at| candidates[column][at].means);
        chosen.iter().enumerate().map(means).collect()
    }

    #[test]
    fn the_best_total_counts_and_not_the_first_that_comes() {
        // Each of the first two would take what the next can have alone.
        assert_eq!(
            chosen(&[&[(Due, 70), (Completed, 60)], &[(Due, 100)]]),
            [Some(Completed), Some(Due)]
        );
        assert_eq!(
            chosen(&[
                &[(Action, 70), (Recommendation, 60)],
                &[(Action, 100), (Milestones, 30)],
                &[(Recommendation, 90), (Workstream, 80)],
            ]),
            [Some(Recommendation), Some(Action), Some(Workstream)]
        );
    }

    #[test]
    fn of_equals_the_left_keeps_it_and_what_repeats_is_given_twice() {
        assert_eq!(chosen(&[&[(Due, 100)], &[(Due, 100)]]), [Some(Due), None]);
        assert_eq!(chosen(&[&[(Update, 50)], &[(Update, 50)]]), [Some(Update), Some(Update)]);
        assert_eq!(chosen(&[&[], &[(Rag, 10)]]), [None, Some(Rag)]);
    }

    /// Every choice, tried one by one.
    #[cfg(feature = "proptest")]
    fn best_of_all(columns: &[Vec<Candidate>], taken: &mut Vec<ColumnMeaning>) -> i32 {
        let Some((first, rest)) = columns.split_first() else { return 0 };
        let mut best = best_of_all(rest, taken);
        for one in first {
            if one.means.may_repeat() || !taken.contains(&one.means) {
                taken.push(one.means);
                best = best.max(one.score + best_of_all(rest, taken));
                taken.pop();
            }
        }
        best
    }

    #[cfg(feature = "proptest")]
    proptest::proptest! {
        #[test]
        fn no_choice_has_a_higher_total(
            scores in proptest::collection::vec(
                proptest::collection::vec((0_usize..5, 1_i32..100), 0..4), 0..6)
        ) {
            let some = [Action, Recommendation, Due, Update, Status];
            let columns: Vec<Vec<Candidate>> = scores
                .iter()
                .map(|column| column.iter().map(|(at, score)| Candidate::new(some[*at], *score, "")).collect())
                .collect();
            let chosen = choose(&columns);
            let mut taken = Vec::new();
            let mut total = 0;
            for (column, at) in columns.iter().zip(&chosen) {
                if let Some(at) = at {
                    total += column[*at].score;
                    if !column[*at].means.may_repeat() {
                        proptest::prop_assert!(!taken.contains(&column[*at].means));
                        taken.push(column[*at].means);
                    }
                }
            }
            proptest::prop_assert_eq!(total, best_of_all(&columns, &mut Vec::new()));
        }
    }
}
