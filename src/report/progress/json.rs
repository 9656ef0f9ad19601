//! Writes progress as JSON for programs: references, days and words, no ids.

use chrono::NaiveDate;
use serde::Serialize;

use super::item_entries::{
    BaselineAltered, Completed, DerivedChange, InState, Link, NewlyOverdue, NoLonger, Redated,
    Reopened, RevisionAltered, Reworded, Stopped, Was, WordChange,
};
use super::progress_report::ProgressReport;
use super::recommendation_entries::{RecommendationName, Recommendations};
use crate::analysis::{Change, ItemBalance, ItemChange, LinkChange, Progress};
use crate::due_date::DueDate;
use crate::plan::{ActionRef, Item, ItemKind, Plan};
use crate::report::json_text::to_json_text;

/// # JSON (feature `json`)
impl ProgressReport<'_, '_> {
    /// Returns the report as JSON, with a line break at the end. Later versions may add keys, but never rename or
    /// remove them.
    ///
    /// Every key is there: a list may be empty, and a value that is not known is null. Days are written
    /// `2017-11-07`. An *item* is `kind` (`action` or `milestone`), `reference`, `action` (the reference of its
    /// action: only a milestone has the key) and `title`, from the later plan, or the earlier where it is gone. A
    /// *recommendation* is `source` (its reference, else its title), `reference` and `text`.
    ///
    /// | key | value |
    /// |---|---|
    /// | `earlier`, `later` | `reference`, `title`, `authority` (its name), `status_date` and `as_of` |
    /// | `same_plan`, `rag_policy_changed` | whether the ids of the plans are equal, and whether their policies differ |
    /// | `matched_by_reference` | how many pairs have different ids |
    /// | `recommendations` | `in_plan`, and `addressed`, `planned`, `completed` and `assured` as balances; `added`, `removed` (each a recommendation and its `rung`); `gained`, `lost` (with `from`, `to`, and the `reason` of a fall to no action); `renumbered` (`from`); `reworded` (`from`, `matched_by`) |
    /// | `actions`, `milestones` | the balances `in_plan`, `open` and `overdue` |
    /// | `added`, `removed` | items with their `state` |
    /// | `completed` | items with `from` (a state) and `days_late` |
    /// | `suspended`, `withdrawn` | items with `from` and `agreed` |
    /// | `reopened` | items with `from` |
    /// | `newly_overdue` | items with `due`, `days_late`, `lead` and `fell_due_since_report` |
    /// | `no_longer_overdue` | items with `was_due` and `how` |
    /// | `redated` | items with `from`, `to`, `days`, `against_baseline`, `how`, `reasons` and `declared` |
    /// | `baseline_altered` | items with `from` and `to` |
    /// | `revisions_altered` | items with `due` (words as written) and `agreed` (a day) |
    /// | `rag` | `declared` and `derived`: items with `from` and `to` |
    /// | `links` | `added` and `removed`: items with `recommendation` |
    /// | `leads`, `moved` | items with `from` and `to`: leads as written, references of actions |
    /// | `renumbered`, `reworded` | items with `from`, the earlier reference or title; `reworded` with `matched_by` |
    /// | `reused_references` | items with `from`, the title of the action that had the reference |
    ///
    /// ```
    /// # use improvement_plan::report::ProgressReport;
    /// # use improvement_plan::{Action, Plan, PlanDoc, Source};
    /// # let doc = PlanDoc::new("p", "Plan", "Anyshire")
    /// #     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    /// #     .with_actions([Action::new("Set up a board")
    /// #         .with_reference("1")
    /// #         .with_enables(["ofsted"])
    /// #         .with_due("2026-10-30")]);
    /// # let plan = Plan::build(doc)?;
    /// let progress = plan.progress_since(&plan, "2026-10-30".parse()?, "2026-11-30".parse()?);
    /// let json: serde_json::Value = serde_json::from_str(&ProgressReport::new(&progress).to_json())?;
    /// assert_eq!(json["actions"]["overdue"]["newly"], 1);
    /// assert_eq!(json["newly_overdue"][0]["days_late"], 31);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json_text(&ProgressJson::of(self.progress))
    }
}

/// The schema of [`ProgressReport::to_json`].
#[cfg(feature = "schema")]
impl schemars::JsonSchema for ProgressReport<'_, '_> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ProgressReport".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        ProgressJson::json_schema(generator)
    }
}

/// What has changed between two plans.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Progress"))]
pub(in crate::report) struct ProgressJson<'a> {
    /// The earlier plan and its date.
    earlier: SideName<'a>,
    /// The later plan and its date.
    later: SideName<'a>,
    /// Whether the ids of the two plans are equal.
    same_plan: bool,
    /// Whether the two plans derive colours by different policies.
    rag_policy_changed: bool,
    /// How many pairs of recommendations, actions and milestones have different ids.
    matched_by_reference: usize,
    /// The recommendations.
    recommendations: Recommendations<'a>,
    /// The balances of the actions.
    actions: ItemBalance,
    /// The balances of the milestones.
    milestones: ItemBalance,
    /// What is in the later plan only.
    added: Vec<InState<'a>>,
    /// What is in the earlier plan only.
    removed: Vec<InState<'a>>,
    /// What was not completed and is.
    completed: Vec<Completed<'a>>,
    /// What was not suspended and is.
    suspended: Vec<Stopped<'a>>,
    /// What was not withdrawn and is.
    withdrawn: Vec<Stopped<'a>>,
    /// What was not open and is.
    reopened: Vec<Reopened<'a>>,
    /// What is late and was not.
    newly_overdue: Vec<NewlyOverdue<'a>>,
    /// What was late and is not.
    no_longer_overdue: Vec<NoLonger<'a>>,
    /// What is in both plans with another due day.
    redated: Vec<Redated<'a>>,
    /// What has another original due day.
    baseline_altered: Vec<BaselineAltered<'a>>,
    /// The agreed revisions that are not listed any more.
    revisions_altered: Vec<RevisionAltered<'a>>,
    /// The colours that differ.
    rag: Colours<'a>,
    /// The links of actions in both plans that differ.
    links: Links<'a>,
    /// The leads that differ.
    leads: Vec<WordChange<'a>>,
    /// The milestones that were moved to another action.
    moved: Vec<WordChange<'a>>,
    /// What has another reference.
    renumbered: Vec<Was<'a>>,
    /// What has another title.
    reworded: Vec<Reworded<'a>>,
    /// The actions with a reference that another action had.
    reused_references: Vec<Was<'a>>,
}

impl<'a> ProgressJson<'a> {
    pub(in crate::report) fn of(progress: &Progress<'a>) -> Self {
        let stopped = |one: ItemChange<'_, 'a>| {
            Some(Stopped::of(one.item(), one.state_before(), one.stop_is_agreed()?))
        };
        let link = |one: LinkChange<'a>| {
            let action = Item::Action(one.action());
            Link::of(action, RecommendationName::of(one.recommendation()))
        };
        Self {
            earlier: SideName::of(progress.earlier(), progress.earlier_as_of()),
            later: SideName::of(progress.later(), progress.as_of()),
            same_plan: progress.same_plan(),
            rag_policy_changed: progress.rag_policy_changed(),
            matched_by_reference: progress.matched_by_reference(),
            recommendations: Recommendations::of(progress),
            actions: progress.balance(ItemKind::Action),
            milestones: progress.balance(ItemKind::Milestone),
            added: each(progress.added(), |one| Some(InState::of(one.item(), one.state()))),
            removed: each(progress.removed(), |one| {
                Some(InState::of(one.item(), one.state_before()))
            }),
            completed: each(progress.completed(), |one| {
                Some(Completed::of(one.item(), one.state_before(), one.days_late()))
            }),
            suspended: each(progress.suspended(), stopped),
            withdrawn: each(progress.withdrawn(), stopped),
            reopened: each(progress.reopened(), |one| {
                Some(Reopened::of(one.item(), one.state_before()))
            }),
            newly_overdue: each(progress.newly_overdue(), |one| {
                let late = one.newly_overdue()?;
                let (lead, is_since) = (late.lead().as_str(), late.fell_due_since_report());
                Some(NewlyOverdue::of(one.item(), late.due(), late.days_late(), lead, is_since))
            }),
            no_longer_overdue: each(progress.no_longer_overdue(), |one| {
                let ended = one.no_longer_overdue()?;
                Some(NoLonger::of(one.item(), ended.was_due(), ended.how()))
            }),
            redated: each(progress.redated(), |one| {
                let moved = one.date_move()?;
                Some(Redated::of(
                    one.item(),
                    moved.from(),
                    moved.to(),
                    moved.days(),
                    moved.against_baseline(),
                    moved.how(),
                    moved.reasons().to_vec(),
                    moved.declared(),
                ))
            }),
            baseline_altered: each(progress.baseline_altered(), |one| {
                let change = one.baseline_altered()?;
                Some(BaselineAltered::of(one.item(), change.from(), change.to()))
            }),
            revisions_altered: progress
                .revisions_altered()
                .flat_map(|one| {
                    let gone = one.revisions_altered().into_iter();
                    gone.map(move |revision| {
                        let due = revision.due().map(DueDate::as_str);
                        RevisionAltered::of(one.item(), due, revision.agreed())
                    })
                })
                .collect(),
            rag: Colours {
                declared: each(progress.redeclared(), |one| words(one, one.declared())),
                derived: each(progress.rederived(), |one| {
                    let change = one.derived()?;
                    Some(DerivedChange::of(one.item(), change.from(), change.to()))
                }),
            },
            links: Links {
                added: progress.links_added().map(link).collect(),
                removed: progress.links_removed().map(link).collect(),
            },
            leads: each(progress.with_other_lead(), |one| words(one, one.lead())),
            moved: each(progress.moved(), |one| {
                let (from, to) = one.moved()?;
                let (from, to) = (from.reference().as_str(), to.reference().as_str());
                Some(WordChange::of(one.item(), from, to))
            }),
            renumbered: each(progress.renumbered(), |one| {
                Some(Was::of(one.item(), one.renumbered()?.from()))
            }),
            reworded: each(progress.reworded(), |one| {
                let (from, matched_by) = one.reworded()?;
                Some(Reworded::of(one.item(), from, matched_by))
            }),
            reused_references: each(progress.reused_references(), |one| {
                Some(Was::of(one.item(), one.reused_reference().map(ActionRef::title)))
            }),
        }
    }
}

/// Makes an entry of each item for which there is one.
fn each<'s, 'a: 's, T>(
    items: impl Iterator<Item = ItemChange<'s, 'a>>,
    entry: impl Fn(ItemChange<'s, 'a>) -> Option<T>,
) -> Vec<T> {
    items.filter_map(entry).collect()
}

/// Makes an entry of words that differ.
fn words<'a>(one: ItemChange<'_, 'a>, change: Option<Change<&'a str>>) -> Option<WordChange<'a>> {
    let change = change?;
    Some(WordChange::of(one.item(), change.from(), change.to()))
}

/// A plan and the date of its facts.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct SideName<'a> {
    /// Its reference, as written.
    reference: &'a str,
    /// Its title.
    title: &'a str,
    /// The name of its authority.
    authority: &'a str,
    /// The date on which its facts were gathered.
    status_date: Option<NaiveDate>,
    /// The date for which its facts are given.
    as_of: NaiveDate,
}

impl<'a> SideName<'a> {
    fn of(plan: &'a Plan, as_of: NaiveDate) -> Self {
        let doc = plan.doc();
        Self {
            reference: &doc.reference,
            title: &doc.title,
            authority: &doc.authority.name,
            status_date: plan.status_date(),
            as_of,
        }
    }
}

/// The colours that differ.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Colours<'a> {
    /// Declared: the colour, the status that the legend gives, or the word as written.
    declared: Vec<WordChange<'a>>,
    /// Derived from the dates, each by the policy of its plan.
    derived: Vec<DerivedChange<'a>>,
}

/// The links of actions in both plans that differ.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Links<'a> {
    /// Those that are new.
    added: Vec<Link<'a>>,
    /// Those that are gone.
    removed: Vec<Link<'a>>,
}
