//! Evidence of an action: whether it is current, independent and later than completion.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::due_date::DateReading;
use crate::model::{Evidence, EvidenceKind, Owner};
use crate::plan::{ActionRef, EvidenceDates, Item};
use crate::text::{fold, named, names_nobody, same};

/// A piece of evidence: its position in the action's list, and the relevant date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EvidenceDay {
    pub(crate) position: usize,
    pub(crate) day: NaiveDate,
}

impl<'p> ActionRef<'p> {
    /// Returns the evidence that is current and independent as of a date.
    ///
    /// *Current*: dated by then, not older than a known completion day (a span such as a month that reaches
    /// that day is not older), not expired.
    /// *Independent*: of an independent kind, or verified by somebody who is not a known owner.
    pub fn assuring_evidence(self, as_of: NaiveDate) -> impl Iterator<Item = &'p Evidence> {
        let owners = KnownOwners::of(self);
        let evidence = self.record().evidence.iter().enumerate();
        evidence
            .filter(move |(position, evidence)| {
                self.is_current(*position, as_of) && is_independent(evidence, &owners)
            })
            .map(|(_, evidence)| evidence)
    }

    /// Returns the dates of the evidence at a position.
    pub(crate) fn evidence_dates(self, position: usize) -> EvidenceDates {
        let dates = &self.plan().index().dates;
        dates
            .evidence(self.position(), position)
            .unwrap_or(EvidenceDates { date: DateReading::Missing, expires: DateReading::Missing })
    }

    fn is_current(self, position: usize, as_of: NaiveDate) -> bool {
        let dates = self.evidence_dates(position);
        let completed = Item::Action(self).completed_day();
        let Some(first) = dates.date.earliest() else { return false };
        // A span such as a month that reaches the completion day is not older.
        let last = dates.date.latest().unwrap_or(first);
        first <= as_of
            && completed.is_none_or(|completed| completed <= last)
            && dates.expires.latest().is_none_or(|last| as_of <= last)
    }

    /// Returns the evidence that an owner of the action verified, and that are not independent by
    /// their kind: each with its position and its verifier.
    pub(crate) fn verified_by_owners(self) -> impl Iterator<Item = (usize, &'p Evidence, &'p str)> {
        let owners = KnownOwners::of(self);
        let evidence = self.record().evidence.iter().enumerate();
        evidence
            .filter(|(_, evidence)| !is_independent_by_kind(evidence))
            .filter_map(|(position, evidence)| Some((position, evidence, verifier(evidence)?)))
            .filter(move |(_, _, verifier)| owners.include(verifier))
    }

    /// Returns whether it has evidence, none of which is independent by its kind or names who verified it.
    pub(crate) fn is_verified_by_nobody(self) -> bool {
        let evidence = &self.record().evidence;
        let is_unverified =
            |one: &Evidence| !is_independent_by_kind(one) && verifier(one).is_none();
        !evidence.is_empty() && evidence.iter().all(is_unverified)
    }

    /// Returns who signed the completion off, if it is one of its owners.
    pub(crate) fn signed_off_by_owner(self) -> Option<&'p str> {
        let by = named(self.record().signed_off.as_ref()?.by.as_ref())?;
        let mut owners = self.record().owners.iter().flat_map(Owner::names);
        owners.any(|own| same(own, by)).then_some(by)
    }

    /// Returns the last piece of evidence to expire, if every piece that has a date or an expiry had
    /// expired before a date. Pieces with neither are ignored.
    pub(crate) fn last_expired_evidence(self, as_of: NaiveDate) -> Option<EvidenceDay> {
        self.latest_if_all_before(as_of, |dates| {
            let lasts = dates.date.earliest().map(|_| NaiveDate::MAX);
            dates.expires.latest().or(lasts)
        })
    }

    /// Returns the newest piece of evidence, if every dated piece is older than a known completion.
    pub(crate) fn newest_evidence_before_completion(self) -> Option<EvidenceDay> {
        let completed = Item::Action(self).completed_day()?;
        self.latest_if_all_before(completed, |dates| {
            dates.date.latest().or_else(|| dates.date.earliest())
        })
    }

    /// Returns the evidence with the latest date, if all the dates are before a limit.
    fn latest_if_all_before(
        self,
        limit: NaiveDate,
        day_of: impl Fn(EvidenceDates) -> Option<NaiveDate>,
    ) -> Option<EvidenceDay> {
        let days = (0..self.record().evidence.len()).filter_map(|position| {
            Some(EvidenceDay { position, day: day_of(self.evidence_dates(position))? })
        });
        days.max_by_key(|one| one.day).filter(|latest| latest.day < limit)
    }
}

/// The owners of an action, without those still to be confirmed.
enum KnownOwners<'p> {
    /// Few are compared one by one, which takes no allocation.
    Few(&'p [Owner]),
    /// The folded names of many, so that the time taken is linear in owners and evidence.
    Many(HashSet<Cow<'p, str>>),
}

/// The most owners that are compared one by one.
const FEW: usize = 8;

impl<'p> KnownOwners<'p> {
    fn of(action: ActionRef<'p>) -> Self {
        let record = action.record();
        if record.owners.len() <= FEW || record.evidence.len() <= FEW {
            return Self::Few(&record.owners);
        }
        let names = record.owners.iter().flat_map(Owner::names);
        Self::Many(names.filter(|name| !names_nobody(name)).map(fold).collect())
    }

    fn are_none(&self) -> bool {
        match self {
            Self::Few(owners) => owners.iter().flat_map(Owner::names).all(names_nobody),
            Self::Many(names) => names.is_empty(),
        }
    }

    /// Returns whether a name, which names somebody, is that of an owner.
    fn include(&self, name: &str) -> bool {
        match self {
            Self::Few(owners) => owners.iter().flat_map(Owner::names).any(|own| same(own, name)),
            Self::Many(names) => names.contains(&fold(name)),
        }
    }
}

/// Returns whether a piece of evidence is independent: its kind is, or at least one owner is known and
/// the verifier is not an owner.
fn is_independent(evidence: &Evidence, owners: &KnownOwners<'_>) -> bool {
    is_independent_by_kind(evidence)
        || verifier(evidence)
            .is_some_and(|verifier| !owners.are_none() && !owners.include(verifier))
}

fn is_independent_by_kind(evidence: &Evidence) -> bool {
    evidence.kind.as_ref().is_some_and(EvidenceKind::is_independent)
}

fn verifier(evidence: &Evidence) -> Option<&str> {
    named(evidence.verified_by.as_ref())
}
