//! What follows an interim arrangement: work that lasts, or itself followed, without a gap.

use chrono::NaiveDate;

use super::answer_words::answer_words;
use crate::plan::{ActionRef, Item};

answer_words! {
    /// What follows an interim arrangement. It is followed only by work that lasts, begins without a gap
    /// and is not stopped, or by another interim arrangement that is itself followed so.
    #[non_exhaustive]
    Succession {
        /// Work that lasts follows without a gap, directly or after other interim arrangements.
        Lasting = "lasting", "lasting work follows";
        /// No action is named to follow it.
        NotNamed = "not-named", "nothing is named to follow";
        /// What is named to follow it leads back to it.
        Circle = "circle", "what should follow leads back to it";
        /// What is named to follow it is suspended or withdrawn.
        Stopped = "stopped", "what should follow has stopped";
        /// What is named to follow it has not begun, and begins later than the day after its end.
        AfterGap = "after-gap", "what should follow begins only after a gap";
        /// What is named to follow it is an interim arrangement too, and nothing lasting follows that.
        OnlyTemporary = "only-temporary", "what should follow is temporary too";
    }
}

impl ActionRef<'_> {
    /// Returns whether it is an interim arrangement.
    pub(crate) fn is_interim(self) -> bool {
        self.record().in_force.is_some()
    }

    /// Returns whether it is an open interim arrangement with neither an end nor a due day.
    pub(crate) fn is_endless(self, as_of: NaiveDate) -> bool {
        self.is_interim()
            && self.dates().until.latest().is_none()
            && self.current_due(as_of).due_day().is_none()
            && self.is_open(as_of)
    }

    /// Returns the first day on which it is in force or, if that is not known, on which it starts.
    pub(crate) fn begins(self) -> Option<NaiveDate> {
        let from = self.dates().from.earliest();
        from.or_else(|| self.start_days().map(crate::due_date::DateSpan::earliest))
    }
}

/// What is known of the arrangement at a place while the chains are followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Nothing,
    /// It is on the chain that is being followed.
    OnTheWay,
    Answer(Succession),
}

/// What one arrangement leads to.
enum Step {
    Answer(Succession),
    /// To the interim arrangement at a place.
    To(usize),
}

/// Returns what follows each of the arrangements, which are all that are not stopped, in document order.
///
/// Each chain is followed until something is known, and what is found is then known of all of it: so the time
/// taken is linear, whatever the chains look like.
pub(super) fn successions(temporary: &[ActionRef<'_>], as_of: NaiveDate) -> Vec<Succession> {
    let mut known = vec![Known::Nothing; temporary.len()];
    let mut chain: Vec<usize> = Vec::new();
    for first in 0..temporary.len() {
        let mut here = first;
        let mut answer = loop {
            match known.get(here) {
                Some(Known::Answer(answer)) => break of_one_before(*answer),
                Some(Known::OnTheWay) => {
                    // All from here to the end of the chain lead back to themselves.
                    let circle = chain.iter().position(|at| *at == here).unwrap_or_default();
                    for at in chain.split_off(circle) {
                        know(&mut known, at, Succession::Circle);
                    }
                    break Succession::OnlyTemporary;
                }
                Some(Known::Nothing) => {}
                None => break Succession::OnlyTemporary,
            }
            know_on_the_way(&mut known, &mut chain, here);
            match step(temporary, here, as_of) {
                Step::Answer(answer) => break answer,
                Step::To(next) => here = next,
            }
        };
        while let Some(at) = chain.pop() {
            know(&mut known, at, answer);
            answer = of_one_before(answer);
        }
    }
    let answer = |known| match known {
        Known::Answer(answer) => answer,
        Known::Nothing | Known::OnTheWay => Succession::OnlyTemporary,
    };
    known.into_iter().map(answer).collect()
}

/// Returns what follows an arrangement that is followed by another, given what follows that.
fn of_one_before(next: Succession) -> Succession {
    match next {
        Succession::Lasting => Succession::Lasting,
        _ => Succession::OnlyTemporary,
    }
}

fn know(known: &mut [Known], at: usize, answer: Succession) {
    if let Some(known) = known.get_mut(at) {
        *known = Known::Answer(answer);
    }
}

fn know_on_the_way(known: &mut [Known], chain: &mut Vec<usize>, at: usize) {
    if let Some(known) = known.get_mut(at) {
        *known = Known::OnTheWay;
        chain.push(at);
    }
}

fn step(temporary: &[ActionRef<'_>], at: usize, as_of: NaiveDate) -> Step {
    let Some(action) = temporary.get(at) else { return Step::Answer(Succession::NotNamed) };
    let Some(next) = action.succeeded_by() else { return Step::Answer(Succession::NotNamed) };
    if Item::Action(next).stop(as_of).is_some() {
        return Step::Answer(Succession::Stopped);
    }
    if begins_after_gap(*action, next, as_of) {
        return Step::Answer(Succession::AfterGap);
    }
    if !next.is_interim() {
        return Step::Answer(Succession::Lasting);
    }
    let place = temporary.binary_search_by_key(&next.position(), |one| one.position());
    place.map_or(Step::Answer(Succession::Stopped), Step::To)
}

/// Returns whether the next action begins later than the day after an arrangement ends, and has not begun as
/// of a date.
fn begins_after_gap(action: ActionRef<'_>, next: ActionRef<'_>, as_of: NaiveDate) -> bool {
    let day_after = action.dates().until.latest().and_then(|last| last.succ_opt());
    let begins = next.begins().filter(|first| *first > as_of && !next.is_completed(as_of));
    day_after.zip(begins).is_some_and(|(day_after, begins)| begins > day_after)
}
