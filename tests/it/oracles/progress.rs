//! Progress between two plans, by the definitions: every record is compared with every other, every list is made
//! anew, and the whole JSON of the report must be equal.

use improvement_plan::facts::{Declared, Rung, Timeliness, Uncovered};
use improvement_plan::model::Stopped;
use improvement_plan::plan::{ActionRef, Item, MilestoneRef, RecommendationRef, SourceRef};
use improvement_plan::report::ProgressReport;
use improvement_plan::strategy::{self, Dates, Shape};
use improvement_plan::{DeliveryStatus, DueDate, NaiveDate, Plan, Revision};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::document::{day, folded};

proptest! {
    #![proptest_config(crate::laws::cases::cases())]

    #[test]
    fn progress_is_what_the_definitions_say(
        (earlier, later) in strategy::plan_and_successor_with(Shape::default().with_dates(Dates::Days)),
        (earlier_as_of, as_of) in (strategy::as_of(), strategy::as_of()),
    ) {
        let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
        agrees(&earlier, &later, earlier_as_of, as_of)?;
    }

    #[test]
    fn progress_between_strangers_is_what_the_definitions_say(
        earlier in strategy::plan_doc_with(Shape::default().with_dates(Dates::Days)),
        later in strategy::plan_doc_with(Shape::default().with_dates(Dates::Days)),
        (earlier_as_of, as_of) in (strategy::as_of(), strategy::as_of()),
    ) {
        let (earlier, later) = (Plan::build(earlier).unwrap(), Plan::build(later).unwrap());
        agrees(&earlier, &later, earlier_as_of, as_of)?;
    }
}

/// Holds the report against the oracle, key by key.
fn agrees(
    earlier: &Plan,
    later: &Plan,
    earlier_as_of: NaiveDate,
    as_of: NaiveDate,
) -> Result<(), TestCaseError> {
    let progress = later.progress_since(earlier, earlier_as_of, as_of);
    let found: Value = serde_json::from_str(&ProgressReport::new(&progress).to_json()).unwrap();
    let expected = Oracle::new(earlier, later, earlier_as_of, as_of).report();
    for (key, expected) in expected.as_object().unwrap() {
        prop_assert_eq!(&found[key], expected, "{}", key);
    }
    prop_assert_eq!(found.as_object().unwrap().len(), expected.as_object().unwrap().len());
    Ok(())
}

/// A reference as it is compared.
fn compared(reference: &str) -> String {
    let mut compared = String::new();
    let folded = folded(reference);
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let end = rest.find(|one: char| !one.is_ascii_digit()).unwrap_or(rest.len());
            let (digits, after) = rest.split_at(end);
            let trimmed = digits.trim_start_matches('0');
            compared.push_str(if trimmed.is_empty() { "0" } else { trimmed });
            rest = after;
        } else {
            compared.push(first);
            rest = rest.split_at(first.len_utf8()).1;
        }
    }
    compared
}

/// A record as the passes see it.
struct Seen {
    id: String,
    reference: Option<String>,
    words: String,
    /// What it must have in common to be found by reference or words: none, if its parent is no pair.
    within: Option<usize>,
}

/// Whether two records fit.
type Fits<'f> = &'f dyn Fn(&Seen, &Seen) -> bool;

/// The pairs, by positions.
type Pairs = Vec<(usize, usize)>;

/// Three passes, each over what is left, each pair only where each is the only one that fits.
fn pairs(earlier: &[Seen], later: &[Seen]) -> Pairs {
    let mut found: Pairs = Vec::new();
    let same_id = |one: &Seen, other: &Seen| one.id == other.id;
    let is_near = |one: &Seen, other: &Seen| one.within.is_some() && one.within == other.within;
    let same_reference = |one: &Seen, other: &Seen| {
        is_near(one, other) && one.reference.is_some() && one.reference == other.reference
    };
    let same_words = |one: &Seen, other: &Seen| {
        is_near(one, other)
            && one.words == other.words
            && (one.reference.is_none() || other.reference.is_none())
    };
    let passes: [Fits<'_>; 3] = [&same_id, &same_reference, &same_words];
    for fits in passes {
        let left_earlier: Vec<usize> =
            (0..earlier.len()).filter(|at| !found.iter().any(|(one, _)| one == at)).collect();
        let left_later: Vec<usize> =
            (0..later.len()).filter(|at| !found.iter().any(|(_, one)| one == at)).collect();
        let mut new = Vec::new();
        for one in &left_earlier {
            let mine: Vec<_> =
                left_later.iter().filter(|at| fits(&earlier[*one], &later[**at])).collect();
            let [other] = mine.as_slice() else { continue };
            let theirs =
                left_earlier.iter().filter(|at| fits(&earlier[**at], &later[**other])).count();
            if theirs == 1 {
                new.push((*one, **other));
            }
        }
        found.extend(new);
    }
    found
}

fn earlier_of(pairs: &Pairs, later: usize) -> Option<usize> {
    pairs.iter().find(|(_, one)| *one == later).map(|(one, _)| *one)
}

fn later_of(pairs: &Pairs, earlier: usize) -> Option<usize> {
    pairs.iter().find(|(one, _)| *one == earlier).map(|(_, one)| *one)
}

/// What stands for the same parent on both sides: the earlier parent, counted from 1, and 0 for none at all.
fn parent(of: Option<usize>, pairs: Option<&Pairs>, is_earlier: bool) -> Option<usize> {
    let (Some(at), Some(pairs)) = (of, pairs) else { return Some(0) };
    let earlier = if is_earlier { later_of(pairs, at).map(|_| at) } else { earlier_of(pairs, at) };
    earlier.map(|earlier| earlier + 1)
}

/// The rung of a recommendation where it is counted.
type Counted = Option<Option<Rung>>;

struct Oracle<'p> {
    earlier: &'p Plan,
    later: &'p Plan,
    earlier_as_of: NaiveDate,
    as_of: NaiveDate,
    earlier_items: Vec<Item<'p>>,
    later_items: Vec<Item<'p>>,
    recommendations: Pairs,
    actions: Pairs,
    /// The pairs of items, by their positions among all items.
    items: Pairs,
}

fn seen(id: &impl ToString, reference: Option<&str>, words: &str, within: Option<usize>) -> Seen {
    Seen { id: id.to_string(), reference: reference.map(compared), words: folded(words), within }
}

impl<'p> Oracle<'p> {
    fn new(earlier: &'p Plan, later: &'p Plan, earlier_as_of: NaiveDate, as_of: NaiveDate) -> Self {
        let sources = |plan: &Plan| -> Vec<Seen> {
            let one = plan.sources();
            one.map(|one| seen(&one.id(), one.reference().as_str(), one.title(), Some(0))).collect()
        };
        let sources = pairs(&sources(earlier), &sources(later));
        let recommendations = |plan: &Plan, is_earlier| -> Vec<Seen> {
            plan.recommendations()
                .map(|one| {
                    let source = one.source().map(SourceRef::position);
                    let within = parent(source, Some(&sources), is_earlier);
                    seen(&one.id(), one.reference().as_str(), one.text(), within)
                })
                .collect()
        };
        let recommendations =
            pairs(&recommendations(earlier, true), &recommendations(later, false));
        let actions = |plan: &Plan| -> Vec<Seen> {
            let one = plan.actions();
            one.map(|one| seen(&one.id(), one.reference().as_str(), one.title(), Some(0))).collect()
        };
        let actions = pairs(&actions(earlier), &actions(later));
        let milestones = |plan: &Plan, is_earlier| -> Vec<Seen> {
            plan.milestones()
                .map(|one| {
                    let within = parent(Some(one.action().position()), Some(&actions), is_earlier);
                    seen(&one.id(), one.reference().as_str(), one.title(), within)
                })
                .collect()
        };
        let milestones = pairs(&milestones(earlier, true), &milestones(later, false));
        let (earlier_items, later_items): (Vec<_>, Vec<_>) =
            (earlier.items().collect(), later.items().collect());
        let place = |items: &[Item<'_>], wanted: Item<'_>| {
            items.iter().position(|one| *one == wanted).unwrap()
        };
        let action = |plan: &'p Plan, at: usize| Item::Action(plan.actions().nth(at).unwrap());
        let milestone =
            |plan: &'p Plan, at: usize| Item::Milestone(plan.milestones().nth(at).unwrap());
        let of_actions = actions.iter().map(|(one, other)| {
            (
                place(&earlier_items, action(earlier, *one)),
                place(&later_items, action(later, *other)),
            )
        });
        let of_milestones = milestones.iter().map(|(one, other)| {
            (
                place(&earlier_items, milestone(earlier, *one)),
                place(&later_items, milestone(later, *other)),
            )
        });
        let items = of_actions.chain(of_milestones).collect();
        Self {
            earlier,
            later,
            earlier_as_of,
            as_of,
            earlier_items,
            later_items,
            recommendations,
            actions,
            items,
        }
    }

    /// Every item as it was and is, in the order of the lists.
    fn both(&self) -> Vec<(Option<Item<'p>>, Option<Item<'p>>)> {
        let now = self.later_items.iter().enumerate().map(|(at, later)| {
            (earlier_of(&self.items, at).map(|one| self.earlier_items[one]), Some(*later))
        });
        let gone = self.earlier_items.iter().enumerate();
        let gone = gone.filter(|(at, _)| later_of(&self.items, *at).is_none());
        now.chain(gone.map(|(_, one)| (Some(*one), None))).collect()
    }

    fn pair_items(&self) -> Vec<(Item<'p>, Item<'p>)> {
        self.both().into_iter().filter_map(|(one, other)| one.zip(other)).collect()
    }

    fn before(&self, item: Option<Item<'_>>) -> Option<&'static str> {
        item.map(|item| state(item.timeliness(self.earlier_as_of)))
    }

    fn now(&self, item: Option<Item<'_>>) -> Option<&'static str> {
        item.map(|item| state(item.timeliness(self.as_of)))
    }

    fn report(&self) -> Value {
        let side = |plan: &Plan, as_of: NaiveDate| {
            json!({ "reference": plan.doc().reference, "title": plan.title(), "authority": plan.doc().authority.name,
                    "status_date": plan.status_date(), "as_of": as_of })
        };
        let milestones = self.items.iter().filter(|(one, other)| {
            matches!(self.earlier_items[*one], Item::Milestone(_))
                && self.earlier_items[*one].id() != self.later_items[*other].id()
        });
        let actions = self.items.iter().filter(|(one, other)| {
            matches!(self.earlier_items[*one], Item::Action(_))
                && self.earlier_items[*one].id() != self.later_items[*other].id()
        });
        let recommendations = self.recommendations.iter().filter(|(one, other)| {
            self.earlier.recommendations().nth(*one).unwrap().id()
                != self.later.recommendations().nth(*other).unwrap().id()
        });
        json!({
            "earlier": side(self.earlier, self.earlier_as_of),
            "later": side(self.later, self.as_of),
            "same_plan": self.earlier.id() == self.later.id(),
            "rag_policy_changed": self.earlier.rag_policy() != self.later.rag_policy(),
            "matched_by_reference": milestones.count() + actions.count() + recommendations.count(),
            "recommendations": self.recommendation_part(),
            "actions": self.balances(|item| matches!(item, Item::Action(_))),
            "milestones": self.balances(|item| matches!(item, Item::Milestone(_))),
            "added": self.list(|one, other| one.is_none().then(|| json!({ "state": self.now(other) }))),
            "removed": self.list(|one, other| other.is_none().then(|| json!({ "state": self.before(one) }))),
            "completed": self.list(|one, other| {
                let (one, other) = self.became("completed", one, other)?;
                let due = other.current_due(self.as_of).due_day();
                let late = other.completed_day().zip(due).map(|(done, due)| (done - due).num_days());
                Some(json!({ "from": self.before(Some(one)), "days_late": late }))
            }),
            "suspended": self.stopped("suspended"),
            "withdrawn": self.stopped("withdrawn"),
            "reopened": self.list(|one, other| {
                let (one, _) = self.became("open", one, other)?;
                Some(json!({ "from": self.before(Some(one)) }))
            }),
            "newly_overdue": self.list(|one, other| {
                let late = self.later.overdue(self.as_of).find(|late| Some(late.item()) == other)?;
                (!self.was_overdue(one)).then(|| json!({
                    "due": late.due(), "days_late": late.days_late(), "lead": late.lead(),
                    "fell_due_since_report": late.fell_due_since_report(),
                }))
            }),
            "no_longer_overdue": self.list(|one, other| self.no_longer(one, other)),
            "redated": self.list(|one, other| self.redated(one?, other?)),
            "baseline_altered": self.list(|one, other| {
                let from = one?.baseline_due().due_day()?;
                let to = other?.baseline_due().due_day();
                (Some(from) != to).then(|| json!({ "from": from, "to": to }))
            }),
            "revisions_altered": self.revisions_altered(),
            "rag": self.rag(),
            "links": self.links(),
            "leads": self.list(|one, other| {
                let (one, other) = (one?, other?);
                let has_own = |item: Item<'_>| match item {
                    Item::Action(_) => true,
                    Item::Milestone(milestone) => !milestone.record().owners.is_empty(),
                };
                let (from, to) = (one.lead().as_str(), other.lead().as_str());
                let differs = from.map(folded) != to.map(folded) && (has_own(one) || has_own(other));
                differs.then(|| json!({ "from": from, "to": to }))
            }),
            "moved": self.list(|one, other| {
                let (one, other) = (one?.action(), other?.action());
                let is_moved = !self.actions.contains(&(one.position(), other.position()));
                is_moved.then(|| json!({ "from": one.reference(), "to": other.reference() }))
            }),
            "renumbered": self.list(|one, other| {
                let (from, to) = (one?.reference().as_str(), other?.reference().as_str());
                (from.map(compared) != to.map(compared)).then(|| json!({ "from": from }))
            }),
            "reworded": self.list(|one, other| {
                let (one, other) = (one?, other?);
                if folded(one.title()) == folded(other.title()) {
                    return None;
                }
                let pinned = |item: Item<'_>| match item {
                    Item::Action(action) => action.record().id.is_some(),
                    Item::Milestone(milestone) => milestone.record().id.is_some(),
                };
                let name = |item: Item<'_>| compared(item.reference().as_str().unwrap_or(item.title()));
                let by_id = one.id() == other.id()
                    && ((pinned(one) && pinned(other)) || name(one) != name(other));
                Some(json!({ "from": one.title(), "matched_by": if by_id { "id" } else { "reference" } }))
            }),
            "reused_references": self.reused(),
        })
    }

    /// A list: the entries of the items for which there is one.
    fn list(
        &self,
        entry: impl Fn(Option<Item<'p>>, Option<Item<'p>>) -> Option<Value>,
    ) -> Vec<Value> {
        let mut list = Vec::new();
        for (one, other) in self.both() {
            if let Some(more) = entry(one, other) {
                list.push(with(named(other.or(one).unwrap()), &more));
            }
        }
        list
    }

    /// A pair that came into a state.
    fn became(
        &self,
        wanted: &str,
        one: Option<Item<'p>>,
        other: Option<Item<'p>>,
    ) -> Option<(Item<'p>, Item<'p>)> {
        let came = self.before(one) != Some(wanted) && self.now(other) == Some(wanted);
        if came { one.zip(other) } else { None }
    }

    fn stopped(&self, wanted: &str) -> Vec<Value> {
        self.list(|one, other| {
            let (one, other) = self.became(wanted, one, other)?;
            let holds = |item: Item<'p>| -> (DeliveryStatus, Option<&'p Stopped>) {
                match item {
                    Item::Action(action) => (action.status(), action.record().stopped.as_ref()),
                    Item::Milestone(one) => (one.status(), one.record().stopped.as_ref()),
                }
            };
            let (status, of_action) = holds(Item::Action(other.action()));
            let has_stopped = super::document::is_stopped(status, of_action, self.as_of);
            let stop = if has_stopped { of_action } else { holds(other).1 };
            let says = |text: &Option<String>| {
                text.as_deref().is_some_and(|text| !folded(text).is_empty())
            };
            let agreed = stop.is_some_and(|stop| {
                let is_named =
                    stop.approved_by.as_deref().is_some_and(|name| folded(name) != "tbc");
                says(&stop.reason) && says(&stop.approved_by) && is_named
            });
            Some(json!({ "from": self.before(Some(one)), "agreed": agreed }))
        })
    }

    fn was_overdue(&self, one: Option<Item<'_>>) -> bool {
        one.is_some_and(|one| {
            matches!(one.timeliness(self.earlier_as_of), Timeliness::Overdue { .. })
        })
    }

    fn no_longer(&self, one: Option<Item<'p>>, other: Option<Item<'p>>) -> Option<Value> {
        if !self.was_overdue(one) {
            return None;
        }
        let one = one?;
        let how = match other {
            None => "removed",
            Some(other) => match other.timeliness(self.as_of) {
                Timeliness::Overdue { .. } => return None,
                Timeliness::AwaitingSignOff => "awaiting-sign-off",
                class if state(class) != "open" => state(class),
                _ if self.due_days(one, other).0 != self.due_days(one, other).1 => {
                    self.how(one, other)
                }
                _ => "not-yet",
            },
        };
        Some(json!({ "was_due": one.current_due(self.earlier_as_of).due_day(), "how": how }))
    }

    fn due_days(&self, one: Item<'_>, other: Item<'_>) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let from = one.current_due(self.earlier_as_of).due_day();
        (from, other.current_due(self.as_of).due_day())
    }

    /// The revisions of the later record agreed since, by their position.
    fn new_moves(&self, one: Item<'_>, other: Item<'_>) -> Vec<usize> {
        let before = revisions(one);
        let now = revisions(other);
        let agreed = |revision: &Revision, as_of| {
            day(revision.agreed.as_ref()).is_some_and(|agreed| agreed <= as_of)
        };
        (0..now.len())
            .filter(|at| agreed(&now[*at], self.as_of))
            .filter(|at| {
                !before.iter().any(|one| agreed(one, self.earlier_as_of) && is_same(one, &now[*at]))
            })
            .collect()
    }

    fn how(&self, one: Item<'_>, other: Item<'_>) -> &'static str {
        let standing = (0..revisions(other).len()).rfind(|at| {
            let revision = &revisions(other)[*at];
            let words = revision.due.as_ref().map_or("", |due| due.as_str().trim());
            let is_readable =
                ["TBC", "Ongoing", "ASAP"].contains(&words) || day(revision.due.as_ref()).is_some();
            let agreed = day(revision.agreed.as_ref());
            is_readable && agreed.is_some_and(|agreed| agreed <= self.as_of)
        });
        let had_none =
            self.due_days(one, other).0.is_none() && one.baseline_due().due_day().is_none();
        match standing {
            Some(at) if self.new_moves(one, other).contains(&at) => "agreed",
            None if had_none => "set",
            _ => "altered",
        }
    }

    fn redated(&self, one: Item<'p>, other: Item<'p>) -> Option<Value> {
        let (from, to) = self.due_days(one, other);
        if from == to {
            return None;
        }
        let reasons: Vec<_> = self
            .new_moves(one, other)
            .into_iter()
            .map(|at| revisions(other)[at].reason.clone().filter(|text| !text.trim().is_empty()))
            .collect();
        let baseline = one.baseline_due().due_day().or_else(|| other.baseline_due().due_day());
        let between = |from: Option<NaiveDate>| Some((to? - from?).num_days());
        Some(json!({
            "from": from, "to": to, "days": between(from), "against_baseline": between(baseline),
            "how": self.how(one, other), "reasons": reasons, "declared": declared(other.action()),
        }))
    }

    fn revisions_altered(&self) -> Vec<Value> {
        let mut list = Vec::new();
        for (one, other) in self.pair_items() {
            for revision in revisions(one) {
                let Some(agreed) = day(revision.agreed.as_ref()) else { continue };
                let is_listed = revisions(other).iter().any(|other| is_same(revision, other));
                if agreed <= self.earlier_as_of && !is_listed {
                    list.push(with(
                        named(other),
                        &json!({ "due": revision.due, "agreed": agreed }),
                    ));
                }
            }
        }
        list
    }

    fn rag(&self) -> Value {
        let actions = |one: Option<Item<'p>>, other: Option<Item<'p>>| match (one?, other?) {
            (Item::Action(one), Item::Action(other)) => Some((one, other)),
            _ => None,
        };
        let colour = |action: ActionRef<'_>, as_of| {
            action.rag(as_of, &action.plan().rag_policy()).derived().colour()
        };
        json!({
            "declared": self.list(|one, other| {
                let (one, other) = actions(one, other)?;
                let (from, to) = (declared(one), declared(other));
                let differs = from.as_deref().map(folded) != to.as_deref().map(folded);
                differs.then(|| json!({ "from": from, "to": to }))
            }),
            "derived": self.list(|one, other| {
                let (one, other) = actions(one, other)?;
                let (from, to) = (colour(one, self.earlier_as_of), colour(other, self.as_of));
                (from != to).then(|| json!({ "from": from, "to": to }))
            }),
        })
    }

    fn links(&self) -> Value {
        let is_same = |one: RecommendationRef<'_>, other: RecommendationRef<'_>| {
            self.recommendations.contains(&(one.position(), other.position()))
        };
        let (mut added, mut removed) = (Vec::new(), Vec::new());
        for (one, other) in self.pair_items() {
            let (Item::Action(one), Item::Action(other)) = (one, other) else { continue };
            for recommendation in self.later.recommendations() {
                let answers =
                    |action: ActionRef<'p>| action.answers().any(|one| one == recommendation);
                if answers(other) && !one.answers().any(|before| is_same(before, recommendation)) {
                    let more = json!({ "recommendation": asked(recommendation) });
                    added.push(with(named(Item::Action(other)), &more));
                }
            }
            for recommendation in self.earlier.recommendations() {
                let answers =
                    |action: ActionRef<'p>| action.answers().any(|one| one == recommendation);
                if answers(one) && !other.answers().any(|now| is_same(recommendation, now)) {
                    let more = json!({ "recommendation": asked(recommendation) });
                    removed.push(with(named(Item::Action(other)), &more));
                }
            }
        }
        json!({ "added": added, "removed": removed })
    }

    fn reused(&self) -> Vec<Value> {
        self.list(|_, other| {
            let Some(Item::Action(other)) = other else { return None };
            let reference = compared(other.reference().as_str()?);
            let bearer = self.earlier.actions().find(|one| {
                one.reference().as_str().is_some_and(|one| compared(one) == reference)
                    && !self.actions.contains(&(one.position(), other.position()))
            })?;
            Some(json!({ "from": bearer.title() }))
        })
    }

    fn balances(&self, is_kind: impl Fn(Item<'p>) -> bool) -> Value {
        let both: Vec<_> = self
            .both()
            .into_iter()
            .filter(|(one, other)| is_kind(other.or(*one).unwrap()))
            .collect();
        let earlier: Vec<_> =
            self.earlier_items.iter().copied().filter(|item| is_kind(*item)).collect();
        let later: Vec<_> =
            self.later_items.iter().copied().filter(|item| is_kind(*item)).collect();
        let count = |is_one: &dyn Fn(Option<&str>, Option<&str>) -> bool| {
            both.iter().filter(|(one, other)| is_one(self.before(*one), self.now(*other))).count()
        };
        let open = Some("open");
        let left = |wanted: &'static str| count(&|one, other| one == open && other == Some(wanted));
        let is_late = |item: Option<Item<'_>>, as_of| {
            item.is_some_and(|item| matches!(item.timeliness(as_of), Timeliness::Overdue { .. }))
        };
        let late = |was: bool, is: bool| {
            both.iter()
                .filter(|(one, other)| {
                    is_late(*one, self.earlier_as_of) == was && is_late(*other, self.as_of) == is
                })
                .count()
        };
        json!({
            "in_plan": { "opening": earlier.len(), "added": count(&|one, _| one.is_none()),
                         "removed": count(&|_, other| other.is_none()), "closing": later.len() },
            "open": {
                "opening": earlier.iter().filter(|item| self.before(Some(**item)) == open).count(),
                "added": count(&|one, other| one.is_none() && other == open),
                "reopened": count(&|one, other| one.is_some() && one != open && other == open),
                "completed": left("completed"), "suspended": left("suspended"), "withdrawn": left("withdrawn"),
                "removed": count(&|one, other| one == open && other.is_none()),
                "closing": later.iter().filter(|item| self.now(Some(**item)) == open).count(),
            },
            "overdue": {
                "opening": earlier.iter().filter(|item| is_late(Some(**item), self.earlier_as_of)).count(),
                "newly": late(false, true), "no_longer": late(true, false),
                "closing": later.iter().filter(|item| is_late(Some(**item), self.as_of)).count(),
            },
        })
    }

    fn recommendation_part(&self) -> Value {
        let (before, now) =
            (self.earlier.coverage(self.earlier_as_of), self.later.coverage(self.as_of));
        let earlier: Vec<_> = self.earlier.recommendations().collect();
        let later: Vec<_> = self.later.recommendations().collect();
        let counted = |one: RecommendationRef<'_>| {
            one.record().part_of.is_none() && one.record().tier != Some("finding".into())
        };
        let was = |one: RecommendationRef<'p>| before.recommendation(one).unwrap().rung();
        let is = |one: RecommendationRef<'p>| now.recommendation(one).unwrap().rung();
        let mut both = Vec::new();
        for (at, one) in later.iter().enumerate() {
            both.push((earlier_of(&self.recommendations, at).map(|at| earlier[at]), Some(*one)));
        }
        for (at, one) in earlier.iter().enumerate() {
            if later_of(&self.recommendations, at).is_none() {
                both.push((Some(*one), None));
            }
        }
        // The rungs of those counted on each side.
        let rungs: Vec<(Counted, Counted)> = both
            .iter()
            .map(|(one, other)| {
                (
                    one.filter(|one| counted(*one)).map(was),
                    other.filter(|one| counted(*one)).map(is),
                )
            })
            .collect();
        let count = |is_one: &dyn Fn(Counted, Counted) -> bool| {
            rungs.iter().filter(|(one, other)| is_one(*one, *other)).count()
        };
        let balance = |rung: Rung| {
            let has = |reached: Option<Rung>| reached >= Some(rung);
            json!({
                "opening": earlier.iter().filter(|one| counted(**one) && has(was(**one))).count(),
                "gained": count(&|one, other| matches!((one, other), (Some(one), Some(other)) if !has(one) && has(other))),
                "lost": count(&|one, other| matches!((one, other), (Some(one), Some(other)) if has(one) && !has(other))),
                "added": count(&|one, other| one.is_none() && other.is_some_and(has)),
                "removed": count(&|one, other| other.is_none() && one.is_some_and(has)),
                "closing": later.iter().filter(|one| counted(**one) && has(is(**one))).count(),
            })
        };
        let mut lists: [Vec<Value>; 6] = Default::default();
        for ((one, other), (rung_before, rung)) in both.iter().zip(&rungs) {
            match (rung_before, rung) {
                (None, Some(rung)) => {
                    lists[0].push(with(asked(other.unwrap()), &json!({ "rung": rung })));
                }
                (Some(rung), None) => {
                    lists[1].push(with(asked(one.unwrap()), &json!({ "rung": rung })));
                }
                (Some(from), Some(to)) if from < to => {
                    lists[2].push(with(asked(other.unwrap()), &json!({ "from": from, "to": to })));
                }
                (Some(from), Some(to)) if from > to => {
                    let why = now.recommendation(other.unwrap()).unwrap().uncovered();
                    let more =
                        json!({ "from": from, "to": to, "reason": why.map(Uncovered::label) });
                    lists[3].push(with(asked(other.unwrap()), &more));
                }
                _ => {}
            }
            let (Some(one), Some(other)) = (one, other) else { continue };
            let (from, to) = (one.reference().as_str(), other.reference().as_str());
            if from.map(compared) != to.map(compared) {
                lists[4].push(with(asked(*other), &json!({ "from": from })));
            }
            if folded(one.text()) != folded(other.text()) {
                let name = |one: &RecommendationRef<'_>| {
                    compared(one.reference().as_str().unwrap_or(one.text()))
                };
                let are_pinned = one.record().id.is_some() && other.record().id.is_some();
                let by_id = one.id() == other.id() && (are_pinned || name(one) != name(other));
                let matched_by = if by_id { "id" } else { "reference" };
                let more = json!({ "from": one.text(), "matched_by": matched_by });
                lists[5].push(with(asked(*other), &more));
            }
        }
        let [added, removed, gained, lost, renumbered, reworded] = lists;
        json!({
            "in_plan": { "opening": earlier.iter().filter(|one| counted(**one)).count(),
                         "added": count(&|one, other| one.is_none() && other.is_some()),
                         "removed": count(&|one, other| one.is_some() && other.is_none()),
                         "closing": later.iter().filter(|one| counted(**one)).count() },
            "addressed": balance(Rung::Addressed), "planned": balance(Rung::Planned),
            "completed": balance(Rung::Completed), "assured": balance(Rung::Assured),
            "added": added, "removed": removed, "gained": gained, "lost": lost,
            "renumbered": renumbered, "reworded": reworded,
        })
    }
}

fn state(class: Timeliness) -> &'static str {
    match class {
        Timeliness::Suspended => "suspended",
        Timeliness::Withdrawn => "withdrawn",
        Timeliness::CompletedOnTime { .. }
        | Timeliness::CompletedLate { .. }
        | Timeliness::CompletedLatenessUnknown => "completed",
        _ => "open",
    }
}

fn declared(action: ActionRef<'_>) -> Option<String> {
    match action.declared_rag() {
        Declared::Colour(colour) => Some(colour.as_str().to_owned()),
        Declared::Status(status) => Some(status.as_str().to_owned()),
        Declared::Unknown(word) => Some(word.to_owned()),
        _ => None,
    }
}

fn revisions(item: Item<'_>) -> &[Revision] {
    match item {
        Item::Action(action) => &action.record().revisions,
        Item::Milestone(milestone) => &milestone.record().revisions,
    }
}

/// The same agreed day, and the same due day or, where neither is a day, the same words.
fn is_same(one: &Revision, other: &Revision) -> bool {
    let words = |due: Option<&DueDate>| due.map_or_else(String::new, |due| folded(due.as_str()));
    let (due, other_due) = (day(one.due.as_ref()), day(other.due.as_ref()));
    let is_same_due = match (due, other_due) {
        (None, None) => words(one.due.as_ref()) == words(other.due.as_ref()),
        (due, other) => due == other,
    };
    let agreed = day(one.agreed.as_ref());
    agreed.is_some() && agreed == day(other.agreed.as_ref()) && is_same_due
}

fn named(item: Item<'_>) -> Value {
    let milestone = |one: MilestoneRef<'_>| {
        json!({ "kind": "milestone", "reference": one.reference(), "action": one.action().reference(),
                "title": one.title() })
    };
    match item {
        Item::Action(one) => {
            json!({ "kind": "action", "reference": one.reference(), "title": one.title() })
        }
        Item::Milestone(one) => milestone(one),
    }
}

fn asked(one: RecommendationRef<'_>) -> Value {
    let source = one.source().map(|source| source.reference().as_str().unwrap_or(source.title()));
    json!({ "source": source, "reference": one.reference(), "text": one.text() })
}

/// An object with the keys of another behind its own.
fn with(mut object: Value, more: &Value) -> Value {
    let all = object.as_object_mut().unwrap();
    all.extend(more.as_object().unwrap().clone());
    object
}
