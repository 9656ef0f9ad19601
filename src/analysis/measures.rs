//! Where each measure stands against its target. *No data* and *no target* are states of their own.

use std::borrow::Cow;
use std::collections::HashMap;

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::answer_words::answer_words;
use super::timeliness::days_from;
use crate::due_date::DueDate;
use crate::model::{Number, Polarity, Reading, Target};
use crate::plan::{MeasureRef, Plan};
use crate::text::fold;

/// 12.3 is 0.3 from 12, though a computer's decimals make it a hair more.
const ROUNDING: f64 = 1e-9;

impl Plan {
    /// Where each measure stands as of a day, in document order.
    pub fn measure_states(&self, as_of: NaiveDate) -> impl Iterator<Item = MeasureState<'_>> {
        self.measures().map(move |measure| measure.state(as_of))
    }
}

impl<'p> MeasureRef<'p> {
    /// Where the measure stands as of a day: by its latest reading and the target in force.
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

    /// The last reading taken by a day that has a value. A reading counts from its first day.
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

    /// The target in force on a day: of those set by then (one without a day was always set), the
    /// first that is still to be reached, else the last. Of several for one day the latest set counts.
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
        self.standing(value, target).unwrap_or(MeasureStatus::NoTarget)
    }

    /// How one figure stands against a target; none where there is no target, or nobody said which
    /// way is better.
    fn standing(self, value: Number, target: Option<&Target>) -> Option<MeasureStatus> {
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

    /// The targets, set by a day, that replaced another for the same day with another figure: each
    /// with the one it replaced. Targets count in the order in which they were set.
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
        let mut standing: HashMap<By<'_>, &Target> = HashMap::new();
        let mut changed = Vec::new();
        for (_, position, target) in set {
            let replaced = standing.insert(By::of(target, day(target.by.as_ref())), target);
            if let Some(before) = replaced.filter(|before| before.value != target.value) {
                changed.push(ChangedTarget { position, target, before });
            }
        }
        changed
    }
}

/// A target that replaced another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChangedTarget<'p> {
    /// Its place among the targets.
    pub(crate) position: usize,
    pub(crate) target: &'p Target,
    pub(crate) before: &'p Target,
}

/// By when a target should be reached, so that targets for the same day can be found.
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
    /// How a measure stands against its target.
    #[non_exhaustive]
    MeasureStatus {
        /// It tells of the demand, and is never good or bad.
        Context = "context", "context";
        /// No reading has a value yet.
        NoData = "no-data", "no data";
        /// There is a reading, and no target to hold it against, or nobody said which way is better.
        NoTarget = "no-target", "no target";
        /// At the target or better.
        OnTarget = "on-target", "on target";
        /// Off the target by no more than the tolerance.
        NearTarget = "near-target", "near target";
        /// Further off.
        OffTarget = "off-target", "off target";
    }
}

/// Where a measure stands as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureState<'p> {
    measure: MeasureRef<'p>,
    latest: Option<&'p Reading>,
    latest_day: Option<NaiveDate>,
    target: Option<&'p Target>,
    status: MeasureStatus,
}

impl<'p> MeasureState<'p> {
    /// The measure.
    #[must_use]
    pub const fn measure(&self) -> MeasureRef<'p> {
        self.measure
    }

    /// Its last reading with a value.
    #[must_use]
    pub const fn latest(&self) -> Option<&'p Reading> {
        self.latest
    }

    /// The first day that reading stands for.
    #[must_use]
    pub const fn latest_day(&self) -> Option<NaiveDate> {
        self.latest_day
    }

    /// The target in force.
    #[must_use]
    pub const fn target(&self) -> Option<&'p Target> {
        self.target
    }

    /// How it stands.
    #[must_use]
    pub const fn status(&self) -> MeasureStatus {
        self.status
    }

    /// The lowest and the highest figure of the latest reading, with what each is, where they are
    /// off target and the figure itself is not.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = (&'static str, Number)> + use<'p> {
        let is_well = matches!(self.status, MeasureStatus::OnTarget | MeasureStatus::NearTarget);
        let reading = self.latest.filter(|_| is_well);
        let (measure, target) = (self.measure, self.target);
        let lowest = reading.and_then(|reading| reading.lowest).map(|lowest| ("lowest", lowest));
        let highest =
            reading.and_then(|reading| reading.highest).map(|highest| ("highest", highest));
        lowest.into_iter().chain(highest).filter(move |(_, figure)| {
            measure.standing(*figure, target) == Some(MeasureStatus::OffTarget)
        })
    }

    /// Days from the last day that the latest reading stands for; none where it is not past.
    pub(crate) fn days_since_reading(&self, as_of: NaiveDate) -> Option<u32> {
        let reading = self.measure.plan().read(self.latest?.date.as_ref()?);
        let last = reading.latest().or_else(|| reading.earliest())?;
        (last < as_of).then(|| days_from(last, as_of))
    }

    /// The place of the latest reading among those of the measure.
    pub(crate) fn latest_position(&self) -> Option<usize> {
        let latest = self.latest?;
        self.measure.record().readings.iter().position(|reading| std::ptr::eq(reading, latest))
    }
}
