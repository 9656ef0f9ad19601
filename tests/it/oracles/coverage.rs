//! The coverage ladder, recommendation by recommendation, every link looked for anew.

use improvement_plan::facts::{Rung, Uncovered};
use improvement_plan::strategy::{self, Dates, Shape};
use improvement_plan::{NaiveDate, Plan, PlanDoc, RecommendationId};
use proptest::prelude::*;

use super::document::{State, folded};

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn coverage_is_what_the_definitions_say(
        doc in strategy::plan_doc_with(Shape::default().with_dates(Dates::Days)),
        as_of in strategy::as_of(),
    ) {
        let plan = Plan::build(doc).unwrap();
        let oracle = Oracle { plan: &plan, doc: plan.doc(), as_of };
        let coverage = plan.coverage(as_of);
        let mut counted = [0; 5];
        for (place, recommendation) in plan.recommendations().enumerate() {
            let one = coverage.recommendation(recommendation).unwrap();
            let height = oracle.height(place);
            let expected = height.checked_sub(1).and_then(|rung| Rung::ALL.get(rung)).copied();
            prop_assert_eq!(one.rung(), expected, "recommendation {}", place);
            prop_assert_eq!(one.uncovered(), oracle.uncovered(place), "recommendation {}", place);
            let linked: Vec<usize> = one.actions().iter().map(|action| action.position()).collect();
            prop_assert_eq!(linked, oracle.linked(place));
            for rung in Rung::ALL {
                let ratio = one.actions_at(*rung);
                prop_assert_eq!((ratio.part(), ratio.whole()), oracle.actions_at(place, *rung));
            }
            let record = recommendation.record();
            if record.part_of.is_none() && record.tier != Some("finding".into()) {
                counted.iter_mut().take(height + 1).for_each(|count| *count += 1);
            }
        }
        let [total, reached @ ..] = counted;
        for (rung, reached) in Rung::ALL.iter().zip(reached) {
            let ratio = coverage.ladder().at(*rung);
            prop_assert_eq!((ratio.part(), ratio.whole()), (reached, total));
        }
    }
}

struct Oracle<'p> {
    plan: &'p Plan,
    doc: &'p PlanDoc,
    as_of: NaiveDate,
}

impl Oracle<'_> {
    fn state(&self, action: usize) -> State<'_> {
        State { doc: self.doc, action: self.doc.actions.get(action).unwrap(), as_of: self.as_of }
    }

    /// How many rungs a recommendation has reached: a whole stands at the lowest of its parts.
    fn height(&self, place: usize) -> usize {
        let parts = self.parts(place);
        if !parts.is_empty() {
            return parts.into_iter().map(|part| self.height(part)).min().unwrap();
        }
        let linked = self.linked_from_above(place);
        let counted: Vec<usize> =
            linked.iter().copied().filter(|one| self.state(*one).is_counted()).collect();
        if !linked.iter().any(|one| self.state(*one).is_live()) {
            return 0;
        }
        if !counted.iter().all(|one| self.state(*one).is_planned()) {
            return 1;
        }
        if !counted.iter().all(|one| self.state(*one).is_completed()) {
            return 2;
        }
        if !counted.iter().all(|one| self.state(*one).is_assured()) {
            return 3;
        }
        4
    }

    /// Why no live action answers it: the first that holds.
    fn uncovered(&self, place: usize) -> Option<Uncovered> {
        if self.height(place) > 0 {
            return None;
        }
        if self.linked(place).is_empty() {
            return Some(Uncovered::NeverLinked);
        }
        // The parts that nothing live answers, and what once answered them.
        let leaves = self.leaves(place);
        let any_is_answered = leaves.iter().any(|leaf| self.height(*leaf) > 0);
        let gaps: Vec<Vec<usize>> = leaves
            .into_iter()
            .filter(|leaf| self.height(*leaf) == 0)
            .map(|leaf| self.linked_from_above(leaf))
            .collect();
        if any_is_answered || gaps.iter().any(Vec::is_empty) {
            return Some(Uncovered::PartWithoutAction);
        }
        let ended: Vec<State<'_>> = gaps.concat().into_iter().map(|one| self.state(one)).collect();
        let status = |word: &str| {
            ended.iter().all(|one| one.is_stopped() && one.action.status.as_str() == word)
        };
        Some(if ended.iter().any(|one| !one.is_stopped() && one.has_lapsed()) {
            Uncovered::InterimLapsed
        } else if status("suspended") {
            Uncovered::AllSuspended
        } else if status("withdrawn") {
            Uncovered::AllWithdrawn
        } else {
            Uncovered::Stopped
        })
    }

    fn actions_at(&self, place: usize, rung: Rung) -> (usize, usize) {
        let linked = self.linked(place);
        let states = linked.into_iter().map(|one| self.state(one));
        let states: Vec<_> =
            states.filter(|one| rung == Rung::Addressed || one.is_counted()).collect();
        let part = states.iter().filter(|one| match rung {
            Rung::Addressed => one.is_live(),
            Rung::Planned => one.is_planned(),
            Rung::Completed => one.is_completed(),
            Rung::Assured => one.is_completed() && one.is_assured(),
        });
        (part.count(), states.len())
    }

    fn parts(&self, place: usize) -> Vec<usize> {
        let all = 0..self.doc.recommendations.len();
        all.filter(|part| self.whole(*part) == Some(place)).collect()
    }

    fn leaves(&self, place: usize) -> Vec<usize> {
        let parts = self.parts(place);
        if parts.is_empty() {
            return vec![place];
        }
        parts.into_iter().flat_map(|part| self.leaves(part)).collect()
    }

    /// The actions that answer it or a whole it is a part of.
    fn linked_from_above(&self, place: usize) -> Vec<usize> {
        let mut linked = self.answering(place);
        if let Some(whole) = self.whole(place) {
            linked.extend(self.linked_from_above(whole));
        }
        linked.sort_unstable();
        linked.dedup();
        linked
    }

    /// The actions that answer it, a whole it is a part of, or a part of it.
    fn linked(&self, place: usize) -> Vec<usize> {
        let mut linked = self.linked_from_above(place);
        let mut below = self.parts(place);
        while let Some(part) = below.pop() {
            linked.extend(self.answering(part));
            below.extend(self.parts(part));
        }
        linked.sort_unstable();
        linked.dedup();
        linked
    }

    fn answering(&self, place: usize) -> Vec<usize> {
        let actions = self.doc.actions.iter().enumerate();
        actions
            .filter(|(_, action)| action.answers.iter().any(|link| self.named(link) == place))
            .map(|(at, _)| at)
            .collect()
    }

    fn whole(&self, place: usize) -> Option<usize> {
        let record = self.doc.recommendations.get(place)?;
        Some(self.part_of(record.part_of.as_ref()?, record.source.as_deref()))
    }

    /// What a `part_of` names: it looks in its own source before anywhere else.
    fn part_of(&self, link: &str, from: Option<&str>) -> usize {
        let home = self.source(from);
        let own = |source: Option<&String>| self.source(source.map(String::as_str)) == home;
        let mut all = self.doc.recommendations.iter();
        all.position(|one| own(one.source.as_ref()) && is_called(one.reference.as_ref(), link))
            .unwrap_or_else(|| self.named(link))
    }

    /// The recommendation a link names: by its id first, else by a reference that only it has, else
    /// by `source/reference`.
    fn named(&self, link: &str) -> usize {
        let id = link.trim().parse::<RecommendationId>().ok();
        if let Some(found) = id.and_then(|id| self.plan.recommendation(id)) {
            return found.position();
        }
        let all = || self.doc.recommendations.iter().enumerate();
        let found: Vec<usize> = all()
            .filter(|(_, one)| is_called(one.reference.as_ref(), link))
            .map(|(place, _)| place)
            .collect();
        if let [only] = found.as_slice() {
            return *only;
        }
        assert!(found.is_empty(), "{link} is ambiguous");
        let qualified = all().find(|(_, one)| {
            let home = self.source(one.source.as_deref());
            let name = home.and_then(|home| self.doc.sources.get(home)?.reference.as_ref());
            link.match_indices('/').any(|(slash, _)| {
                let (source, reference) = link.split_at(slash);
                let reference = reference.strip_prefix('/').unwrap();
                is_called(name, source) && is_called(one.reference.as_ref(), reference)
            })
        });
        qualified.unwrap().0
    }

    fn source(&self, link: Option<&str>) -> Option<usize> {
        let link = link?;
        let id = link.trim().parse().ok();
        if let Some(found) = id.and_then(|id| self.plan.source(id)) {
            return Some(found.position());
        }
        let mut sources = self.doc.sources.iter();
        let found = sources.position(|source| is_called(source.reference.as_ref(), link));
        Some(found.unwrap())
    }
}

fn is_called(reference: Option<&String>, wanted: &str) -> bool {
    reference.is_some_and(|own| compared(own) == compared(wanted))
}

/// Folded, and every run of digits without its leading zeros.
fn compared(reference: &str) -> String {
    let mut compared = String::new();
    let mut number = String::new();
    for letter in folded(reference).chars().chain([' ']) {
        if letter.is_ascii_digit() {
            number.push(letter);
            continue;
        }
        if !number.is_empty() {
            let plain = number.trim_start_matches('0');
            compared.push_str(if plain.is_empty() { "0" } else { plain });
            number.clear();
        }
        compared.push(letter);
    }
    compared.trim().to_owned()
}
