//! Whether the evidence of an action holds: current, independent, and from after its completion.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;

use crate::due_date::DateReading;
use crate::model::{Evidence, EvidenceKind, Owner};
use crate::plan::{ActionRef, EvidenceDates, Item};
use crate::text::{fold, named, names_nobody};

/// One piece of evidence: its place among those of its action, and the day that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EvidenceDay {
    pub(crate) position: usize,
    pub(crate) day: NaiveDate,
}

impl<'p> ActionRef<'p> {
    /// The evidence that is current and independent as of a day. *Current*: dated by then, not
    /// older than a known day of completion, not expired. *Independent*: of a kind that is so by
    /// itself, or verified by somebody who is none of its known owners.
    pub fn assuring_evidence(self, as_of: NaiveDate) -> impl Iterator<Item = &'p Evidence> {
        let owners = self.known_owners();
        let evidence = self.record().evidence.iter().enumerate();
        evidence
            .filter(move |(position, evidence)| {
                self.is_current(*position, as_of) && is_independent(evidence, &owners)
            })
            .map(|(_, evidence)| evidence)
    }

    /// The dates of the evidence at a position.
    pub(crate) fn evidence_dates(self, position: usize) -> EvidenceDates {
        let dates = &self.plan().index().dates;
        dates
            .evidence(self.position(), position)
            .unwrap_or(EvidenceDates { date: DateReading::Missing, expires: DateReading::Missing })
    }

    fn is_current(self, position: usize, as_of: NaiveDate) -> bool {
        let dates = self.evidence_dates(position);
        let completed = Item::Action(self).completed_day();
        dates
            .date
            .earliest()
            .is_some_and(|day| day <= as_of && completed.is_none_or(|completed| completed <= day))
            && dates.expires.latest().is_none_or(|last| as_of <= last)
    }

    /// The pieces of evidence that an owner of the action verified, and that are not independent by
    /// their kind: each with its place and its verifier.
    pub(crate) fn verified_by_owners(self) -> Vec<(usize, &'p Evidence, &'p str)> {
        let owners = self.known_owners();
        let evidence = self.record().evidence.iter().enumerate();
        evidence
            .filter(|(_, evidence)| !is_independent_by_kind(evidence))
            .filter_map(|(position, evidence)| Some((position, evidence, verifier(evidence)?)))
            .filter(|(_, _, verifier)| owners.contains(&fold(verifier)))
            .collect()
    }

    /// The piece of evidence that held longest, where every piece that has a day or an end had
    /// expired before a day. Of a piece with neither nobody knows.
    pub(crate) fn last_expired_evidence(self, as_of: NaiveDate) -> Option<EvidenceDay> {
        self.latest_if_all_before(as_of, |dates| {
            let lasts = dates.date.earliest().map(|_| NaiveDate::MAX);
            dates.expires.latest().or(lasts)
        })
    }

    /// The newest piece of evidence, where every dated piece is from before a known completion.
    pub(crate) fn newest_evidence_before_completion(self) -> Option<EvidenceDay> {
        let completed = Item::Action(self).completed_day()?;
        self.latest_if_all_before(completed, |dates| {
            dates.date.latest().or_else(|| dates.date.earliest())
        })
    }

    /// The evidence with the latest of some days, where all those days are before a limit.
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

    /// Every name of its owners, folded, but for those still to be confirmed.
    fn known_owners(self) -> HashSet<Cow<'p, str>> {
        let names = self.record().owners.iter().flat_map(Owner::names);
        names.filter(|name| !names_nobody(name)).map(fold).collect()
    }
}

/// Whether somebody other than the owners vouches for a piece of evidence: its kind is independent by
/// itself, or an owner is known and the verifier is none of them.
fn is_independent(evidence: &Evidence, owners: &HashSet<Cow<'_, str>>) -> bool {
    is_independent_by_kind(evidence)
        || verifier(evidence)
            .is_some_and(|verifier| !owners.is_empty() && !owners.contains(&fold(verifier)))
}

fn is_independent_by_kind(evidence: &Evidence) -> bool {
    evidence.kind.as_ref().is_some_and(EvidenceKind::is_independent)
}

fn verifier(evidence: &Evidence) -> Option<&str> {
    named(evidence.verified_by.as_ref())
}
