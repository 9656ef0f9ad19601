//! The status of each measure against its target. *No data* and *no target* are separate statuses.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answer_words::answer_words;
use super::answers::Answers;
use super::timeliness::days_from;
use crate::due_date::DueDate;
use crate::model::{Number, Polarity, Reading, Target};
use crate::plan::{MeasureRef, Plan};
use crate::text::fold;

/// Floating-point error: 12.3 is 0.3 from 12, but the computed difference is slightly more.
const ROUNDING: f64 = 1e-9;

impl Plan {
    /// Returns the state of each measure as of a date, in document order.
    pub fn measure_states(&self, as_of: NaiveDate) -> Answers<MeasureState<'_>> {
        self.measures().map(|measure| measure.state(as_of)).collect()
    }
}

impl<'p> MeasureRef<'p> {
    /// Returns the state of the measure as of a date, from its latest reading and the target in force.
    #[must_use]
    pub fn state(self, as_of: NaiveDate) -> MeasureState<'p> {
        let latest = self.latest_reading(as_of);
        let target = self.target(as_of);
        MeasureState {
            measure: self,
            latest: latest.map(|(reading, _)| reading),
            latest_day: latest.map(|(_, day)| day),
            target,
            status: self.status(latest.map(|(reading, _)| reading), target),
        }
    }

    /// Returns the last reading with a value as of a date. A reading counts from its first day.
    fn latest_reading(self, as_of: NaiveDate) -> Option<(&'p Reading, NaiveDate)> {
        let readings = self.record().readings.iter();
        readings
            .filter(|reading| reading.value.is_some())
            .filter_map(|reading| {
                let day = self.plan().read(reading.date.as_ref()?).earliest()?;
                (day <= as_of).then_some((reading, day))
            })
            .max_by_key(|(_, day)| *day)
    }

    /// Returns the target in force on a date: of the targets set by then, the next one to be reached, or
    /// else the last. A target without a date of setting was always set. Of several targets for the same
    /// date, the one set last counts.
    fn target(self, as_of: NaiveDate) -> Option<&'p Target> {
        let day = |date: Option<&DueDate>| date.and_then(|date| self.plan().read(date).latest());
        let in_force = |target: &&Target| {
            target.value.is_some() && day(target.set.as_ref()).is_none_or(|set| set <= as_of)
        };
        let targets = &self.record().targets;
        let set = targets.iter().filter(in_force).enumerate().map(|(position, target)| {
            let latest_set = (day(target.set.as_ref()), position);
            (target, day(target.by.as_ref()), latest_set)
        });
        let (ahead, past): (Vec<_>, Vec<_>) =
            set.partition(|(_, by, _)| by.is_some_and(|by| by >= as_of));
        let next = ahead.into_iter().min_by_key(|(_, by, set)| (*by, Reverse(*set)));
        let last = || past.into_iter().max_by_key(|(_, by, set)| (*by, *set));
        next.or_else(last).map(|(target, _, _)| target)
    }

    fn status(self, latest: Option<&Reading>, target: Option<&Target>) -> MeasureStatus {
        if self.record().polarity == Some(Polarity::Context) {
            return MeasureStatus::Context;
        }
        let Some(value) = latest.and_then(|reading| reading.value) else {
            return MeasureStatus::NoData;
        };
        self.compare(value, target).unwrap_or(MeasureStatus::NoTarget)
    }

    /// Compares a value with a target. Returns `None` without a target, or if the measure does not state
    /// which direction is better.
    fn compare(self, value: Number, target: Option<&Target>) -> Option<MeasureStatus> {
        let target = target?.value?;
        let off = match self.record().polarity? {
            Polarity::Higher => target.as_f64() - value.as_f64(),
            Polarity::Lower => value.as_f64() - target.as_f64(),
            Polarity::Target => (value.as_f64() - target.as_f64()).abs(),
            Polarity::Context => return Some(MeasureStatus::Context),
        };
        let tolerance = self.record().tolerance.map_or(0.0, Number::as_f64);
        Some(if off <= 0.0 {
            MeasureStatus::OnTarget
        } else if off <= tolerance + ROUNDING {
            MeasureStatus::NearTarget
        } else {
            MeasureStatus::OffTarget
        })
    }

    /// Returns each target set by a date that replaced another, and the target it replaced. Targets are
    /// compared in the order in which they were set.
    ///
    /// A target replaces that for the same date if its number is different. A target for another date
    /// replaces one that was set on an earlier day if it is the same number, or for a later date an easier
    /// one than was to be reached last; targets set together are the stages of one path.
    pub(crate) fn changed_targets(self, as_of: NaiveDate) -> Vec<ChangedTarget<'p>> {
        let targets = &self.record().targets;
        if targets.len() < 2 {
            return Vec::new();
        }
        let day = |date: Option<&DueDate>| date.and_then(|date| self.plan().read(date).latest());
        let mut set: Vec<_> = targets
            .iter()
            .enumerate()
            .map(|(position, target)| (day(target.set.as_ref()), position, target))
            .filter(|(set, _, target)| target.value.is_some() && set.is_none_or(|set| set <= as_of))
            .collect();
        set.sort_by_key(|(set, position, _)| (*set, *position));
        let mut current: HashMap<By<'_>, &Target> = HashMap::new();
        let mut of_value: BTreeMap<Number, SetTarget<'p>> = BTreeMap::new();
        let mut last: Option<SetTarget<'p>> = None;
        let mut changed = Vec::new();
        for (set, position, target) in set {
            let by = day(target.by.as_ref());
            let this = SetTarget { position, target, set, by };
            let replaced = current.insert(By::of(target, by), target);
            let same = target.value.and_then(|value| of_value.insert(value, this));
            let moved = same.filter(|before| before.by.is_some() && before.by != by);
            let eased =
                last.filter(|before| by > before.by && self.is_easier(target, before.target));
            let moved = moved.or(eased).filter(|before| before.set < set);
            if let Some(before) = replaced.filter(|before| before.value != target.value) {
                changed.push(ChangedTarget { position, target, before, moved: None });
            } else if let (None, Some(moved)) = (replaced, moved) {
                let (before, moved) = (moved.target, Some(moved.position));
                changed.push(ChangedTarget { position, target, before, moved });
            }
            if last.is_none_or(|last| last.by <= by) {
                last = Some(this);
            }
        }
        changed
    }

    /// Returns whether a target is easier to reach than another.
    fn is_easier(self, target: &Target, other: &Target) -> bool {
        match (self.record().polarity, target.value.zip(other.value)) {
            (Some(Polarity::Higher), Some((target, other))) => target < other,
            (Some(Polarity::Lower), Some((target, other))) => target > other,
            _ => false,
        }
    }

    /// Returns the last target whose day has passed, if a number misses it by more than the tolerance. A
    /// target that was replaced by another for a different date does not count.
    fn missed_target(self, value: Number, as_of: NaiveDate) -> Option<MissedTarget<'p>> {
        let day = |date: Option<&DueDate>| date.and_then(|date| self.plan().read(date).latest());
        let past = self.record().targets.iter().enumerate().filter_map(|(position, target)| {
            let by = day(target.by.as_ref()).filter(|by| target.value.is_some() && *by < as_of)?;
            let set = day(target.set.as_ref());
            set.is_none_or(|set| set <= as_of).then_some(SetTarget {
                position,
                target,
                set,
                by: Some(by),
            })
        });
        let mut past: Vec<SetTarget<'p>> = past.collect();
        if past.is_empty() {
            return None;
        }
        let replaced: HashSet<usize> =
            self.changed_targets(as_of).into_iter().filter_map(|changed| changed.moved).collect();
        past.retain(|one| !replaced.contains(&one.position));
        let last = past.into_iter().max_by_key(|one| (one.by, one.set, one.position))?;
        let is_missed = self.compare(value, Some(last.target)) == Some(MeasureStatus::OffTarget);
        let by = last.by.filter(|_| is_missed)?;
        Some(MissedTarget { position: last.position, target: last.target, by })
    }
}

/// A target and its dates.
#[derive(Debug, Clone, Copy)]
struct SetTarget<'p> {
    position: usize,
    target: &'p Target,
    set: Option<NaiveDate>,
    by: Option<NaiveDate>,
}

/// A target that replaced another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChangedTarget<'p> {
    /// Its index among the targets.
    pub(crate) position: usize,
    pub(crate) target: &'p Target,
    pub(crate) before: &'p Target,
    /// The index of the target that it replaced, if that was for another date.
    pub(crate) moved: Option<usize>,
}

/// A target whose day has passed and that is not reached.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MissedTarget<'p> {
    /// Its index among the targets.
    pub(crate) position: usize,
    pub(crate) target: &'p Target,
    /// Its last day.
    pub(crate) by: NaiveDate,
}

/// When a target should be reached, used to find targets for the same date.
#[derive(PartialEq, Eq, Hash)]
enum By<'p> {
    Day(NaiveDate),
    Words(Cow<'p, str>),
}

impl<'p> By<'p> {
    fn of(target: &'p Target, day: Option<NaiveDate>) -> Self {
        let words = target.by.as_ref().map_or("", DueDate::as_str);
        day.map_or_else(|| Self::Words(fold(words)), Self::Day)
    }
}

answer_words! {
    /// The status of a measure against its target.
    #[non_exhaustive]
    MeasureStatus {
        /// It describes demand and is neither good nor bad.
        Context = "context", "context";
        /// No reading has a value yet.
        NoData = "no-data", "no data";
        /// There is a reading, but no target, or the measure does not state which direction is better.
        NoTarget = "no-target", "no target";
        /// At the target or better.
        OnTarget = "on-target", "on target";
        /// Off target by no more than the tolerance.
        NearTarget = "near-target", "near target";
        /// Off target by more than the tolerance.
        OffTarget = "off-target", "off target";
    }
}

/// The state of a measure as of a date.
///
/// Serialises as `id`, `reference` (as written, or null), `name`, `unit` (as written, or null), `status`
/// (the word of a [`MeasureStatus`]), `latest` (the reading as the document writes it, or null),
/// `latest_day` (the first day it covers, or null) and `target` (as the document writes it, or null).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct MeasureState<'p> {
    measure: MeasureRef<'p>,
    latest: Option<&'p Reading>,
    latest_day: Option<NaiveDate>,
    target: Option<&'p Target>,
    status: MeasureStatus,
}

/// Shows no text of the plan.
impl std::fmt::Debug for MeasureState<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MeasureState")
            .field("measure", &self.measure)
            .field("latest_day", &self.latest_day)
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

impl<'p> MeasureState<'p> {
    /// Returns the measure.
    #[must_use]
    pub const fn measure(&self) -> MeasureRef<'p> {
        self.measure
    }

    /// Returns its latest reading with a value.
    #[must_use]
    pub const fn latest(&self) -> Option<&'p Reading> {
        self.latest
    }

    /// Returns the first day that the latest reading covers.
    #[must_use]
    pub const fn latest_day(&self) -> Option<NaiveDate> {
        self.latest_day
    }

    /// Returns the target in force.
    #[must_use]
    pub const fn target(&self) -> Option<&'p Target> {
        self.target
    }

    /// Returns its status.
    #[must_use]
    pub const fn status(&self) -> MeasureStatus {
        self.status
    }

    /// Returns the lowest and the highest number of the latest reading that are off target although the
    /// reading itself is not, each with its name.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = (&'static str, Number)> + use<'p> {
        let is_well = matches!(self.status, MeasureStatus::OnTarget | MeasureStatus::NearTarget);
        let reading = self.latest.filter(|_| is_well);
        let (measure, target) = (self.measure, self.target);
        let lowest = reading.and_then(|reading| reading.lowest).map(|lowest| ("lowest", lowest));
        let highest =
            reading.and_then(|reading| reading.highest).map(|highest| ("highest", highest));
        lowest.into_iter().chain(highest).filter(move |(_, figure)| {
            measure.compare(*figure, target) == Some(MeasureStatus::OffTarget)
        })
    }

    /// Returns the last target whose day has passed, if the latest reading is off it.
    pub(crate) fn missed_target(&self, as_of: NaiveDate) -> Option<MissedTarget<'p>> {
        self.measure.missed_target(self.latest?.value?, as_of)
    }

    /// Returns the days since the last day that the latest reading covers, or `None` if it is not past.
    pub(crate) fn days_since_reading(&self, as_of: NaiveDate) -> Option<u32> {
        let reading = self.measure.plan().read(self.latest?.date.as_ref()?);
        let last = reading.latest().or_else(|| reading.earliest())?;
        (last < as_of).then(|| days_from(last, as_of))
    }

    /// Returns the index of the latest reading among those of the measure.
    pub(crate) fn latest_position(&self) -> Option<usize> {
        let latest = self.latest?;
        self.measure.record().readings.iter().position(|reading| std::ptr::eq(reading, latest))
    }
}

answer_object!(MeasureState<'_>, |this|
    [this.measure]
    unit = this.measure.record().unit,
    status = this.status,
    latest = this.latest,
    latest_day = this.latest_day,
    target = this.target,
);
