//! Open, late and due items by lead and by body, and workstreams without actions.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::given_up::DateGivenUp;
use super::timeliness::Timeliness;
use crate::plan::{Item, Plan, WorkstreamRef};
use crate::text::{fold, same};

impl Plan {
    /// Returns what is open, late and due soon (within [`DUE_SOON_DAYS`](crate::facts::DUE_SOON_DAYS))
    /// as of a date, for each lead and each body.
    ///
    /// Takes time linear in the size of the plan and of the answer: an item of several bodies is listed for each of
    /// them, so an action with n owners of different bodies and n milestones gives n times n entries.
    ///
    /// ```
    /// # use improvement_plan::{Action, Owner, Plan, PlanDoc, Source};
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire")
    ///     .with_sources([Source::new("Inspection").with_reference("ofsted")])
    ///     .with_actions([Action::new("Share information on missing children")
    ///         .with_enables(["ofsted"])
    ///         .with_owners([Owner::post("Superintendent").with_body("Police")])
    ///         .with_due("2026-10-30")]);
    /// let plan = Plan::build(doc)?;
    /// let workload = plan.workload("2026-11-02".parse()?);
    /// assert_eq!(workload.body("police").map(|load| load.overdue().len()), Some(1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn workload(&self, as_of: NaiveDate) -> Workload<'_> {
        let mut leads = Loads::default();
        let mut bodies = Loads::default();
        for item in self.items() {
            if !item.is_open(as_of) {
                continue;
            }
            let class = Timeliness::of(item, as_of);
            let lead = item.lead().as_str().unwrap_or("no owner");
            let is_given_up = DateGivenUp::of(item, class, as_of).is_some();
            let bodies_of = item.owners().iter().filter_map(|owner| owner.body_name());
            leads.add([lead].into_iter(), item, class, is_given_up);
            bodies.add(bodies_of, item, class, is_given_up);
        }
        Workload { as_of, by_lead: leads.loads, by_body: bodies.loads }
    }

    /// Returns the workstreams without an action in them or in any of their parts, in document order.
    /// Takes time linear in the size of the plan.
    pub(crate) fn empty_workstreams(&self) -> impl Iterator<Item = WorkstreamRef<'_>> {
        let mut holds_work = vec![false; self.workstreams().len()];
        for workstream in self.workstreams().filter(|one| one.actions().len() > 0) {
            let mut next = Some(workstream);
            // If a workstream is marked, so is every workstream that contains it.
            while let Some(one) = next {
                match holds_work.get_mut(one.position()) {
                    Some(marked) if !*marked => *marked = true,
                    _ => break,
                }
                next = one.whole();
            }
        }
        let marked = self.workstreams().zip(holds_work);
        marked.filter(|(_, holds_work)| !holds_work).map(|(workstream, _)| workstream)
    }
}

/// The workload of one lead or body.
///
/// Serialises as `name` (`no owner` for items without a lead), and `open`, `overdue`, `due_soon` and
/// `date_given_up`, each a list of [`Item`]s. What is open includes the others.
#[derive(Serialize, Clone, PartialEq, Eq)]
pub struct Load<'p> {
    name: &'p str,
    open: Vec<Item<'p>>,
    overdue: Vec<Item<'p>>,
    due_soon: Vec<Item<'p>>,
    date_given_up: Vec<Item<'p>>,
}

/// Shows no text of the plan.
impl std::fmt::Debug for Load<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Load")
            .field("open", &self.open)
            .field("overdue", &self.overdue)
            .field("due_soon", &self.due_soon)
            .field("date_given_up", &self.date_given_up)
            .finish_non_exhaustive()
    }
}

impl<'p> Load<'p> {
    /// Returns the lead or body as first written, or `no owner` for items without a lead.
    #[must_use]
    pub fn name(&self) -> &'p str {
        self.name
    }

    /// Returns everything open, including items awaiting sign-off and items without a date.
    #[must_use]
    pub fn open(&self) -> &[Item<'p>] {
        &self.open
    }

    /// Returns what is late.
    #[must_use]
    pub fn overdue(&self) -> &[Item<'p>] {
        &self.overdue
    }

    /// Returns what is due on the date asked about or within
    /// [`DUE_SOON_DAYS`](crate::facts::DUE_SOON_DAYS) after it.
    #[must_use]
    pub fn due_soon(&self) -> &[Item<'p>] {
        &self.due_soon
    }

    /// Returns what had a due day that was [given up](crate::facts::DateGivenUp) and so is not late.
    #[must_use]
    pub fn date_given_up(&self) -> &[Item<'p>] {
        &self.date_given_up
    }
}

/// The workload of each lead and body, in order of first mention. Names that differ only in case or
/// spaces are the same. An action of several bodies counts for each.
///
/// Serialises as `as_of`, `by_lead` and `by_body`, each a list of [`Load`]s.
#[derive(Serialize, Debug, Clone, PartialEq, Eq)]
pub struct Workload<'p> {
    as_of: NaiveDate,
    by_lead: Vec<Load<'p>>,
    by_body: Vec<Load<'p>>,
}

impl<'p> Workload<'p> {
    /// Returns the date.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Returns the workload of each lead.
    #[must_use]
    pub fn by_lead(&self) -> &[Load<'p>] {
        &self.by_lead
    }

    /// Returns the workload of each body to which owners belong.
    #[must_use]
    pub fn by_body(&self) -> &[Load<'p>] {
        &self.by_body
    }

    /// Returns the workload of a lead.
    #[must_use]
    pub fn lead(&self, name: &str) -> Option<&Load<'p>> {
        self.by_lead.iter().find(|load| same(load.name, name))
    }

    /// Returns the workload of a body, such as the police.
    #[must_use]
    pub fn body(&self, name: &str) -> Option<&Load<'p>> {
        self.by_body.iter().find(|load| same(load.name, name))
    }
}

#[derive(Default)]
struct Loads<'p> {
    loads: Vec<Load<'p>>,
    places: HashMap<String, usize>,
}

impl<'p> Loads<'p> {
    fn add(
        &mut self,
        names: impl Iterator<Item = &'p str>,
        item: Item<'p>,
        class: Timeliness,
        is_given_up: bool,
    ) {
        for name in names {
            let next = self.loads.len();
            let place = *self.places.entry(fold(name).into_owned()).or_insert(next);
            if place == next {
                let name = name.trim();
                self.loads.push(Load {
                    name,
                    open: Vec::new(),
                    overdue: Vec::new(),
                    due_soon: Vec::new(),
                    date_given_up: Vec::new(),
                });
            }
            let Some(load) = self.loads.get_mut(place) else { continue };
            if load.open.last() == Some(&item) {
                continue;
            }
            load.open.push(item);
            match class {
                Timeliness::Overdue { .. } => load.overdue.push(item),
                Timeliness::DueToday | Timeliness::DueSoon { .. } => load.due_soon.push(item),
                _ if is_given_up => load.date_given_up.push(item),
                _ => {}
            }
        }
    }
}
