//! Which record of the earlier plan is which of the later, for one kind of record.

use hashbrown::{DefaultHashBuilder, HashTable};

use super::identity::Identity;

/// No record.
const NONE: u32 = u32::MAX;

/// How many records ahead are compared before a record is looked up. Plans are mostly in the order that they had.
const AHEAD: usize = 4;

/// The pairs of one kind of record, by position. A record is in one pair at most.
#[derive(Debug, Clone)]
pub(super) struct Pairing {
    earlier_of: Vec<u32>,
    later_of: Vec<u32>,
    /// For each later record, whether the two ids of its pair are equal.
    has_same_id: Vec<bool>,
}

/// What may be common to two records that are left over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The reference, which both have.
    Reference,
    /// The words, where at least one of the two has no reference.
    Words,
}

impl Pairing {
    pub(super) fn new(earlier: usize, later: usize) -> Self {
        Self {
            earlier_of: vec![NONE; later],
            later_of: vec![NONE; earlier],
            has_same_id: vec![false; later],
        }
    }

    /// Returns the earlier record of a later one.
    pub(super) fn earlier(&self, later: usize) -> Option<usize> {
        self.earlier_of.get(later).filter(|at| **at != NONE).map(|at| *at as usize)
    }

    /// Returns the later record of an earlier one.
    pub(super) fn later(&self, earlier: usize) -> Option<usize> {
        self.later_of.get(earlier).filter(|at| **at != NONE).map(|at| *at as usize)
    }

    /// Returns whether a later record is in a pair with equal ids.
    pub(super) fn has_same_id(&self, later: usize) -> bool {
        self.has_same_id.get(later).copied().unwrap_or_default()
    }

    /// Returns how many pairs have different ids.
    pub(super) fn with_other_ids(&self) -> usize {
        let pairs = self.earlier_of.iter().zip(&self.has_same_id);
        pairs.filter(|(earlier, has_same_id)| **earlier != NONE && !**has_same_id).count()
    }

    /// Returns whether a record of each side is left over.
    fn is_open(&self) -> bool {
        self.earlier_of.contains(&NONE) && self.later_of.contains(&NONE)
    }

    /// Iterates over the earlier records that are in no pair.
    pub(super) fn gone(&self) -> impl Iterator<Item = usize> {
        Self::left(&self.later_of)
    }

    fn left(of: &[u32]) -> impl Iterator<Item = usize> {
        of.iter().enumerate().filter(|(_, other)| **other == NONE).map(|(at, _)| at)
    }

    fn pair(&mut self, earlier: usize, later: usize, has_same_id: bool) {
        let position = |at: usize| u32::try_from(at).unwrap_or(NONE);
        if let (Some(earlier_of), Some(later_of), Some(same)) = (
            self.earlier_of.get_mut(later),
            self.later_of.get_mut(earlier),
            self.has_same_id.get_mut(later),
        ) {
            (*earlier_of, *later_of, *same) = (position(earlier), position(later), has_same_id);
        }
    }

    /// Pairs the records with the same id, given the identity of every record. Identities are unique in each plan.
    pub(super) fn by_id(
        &mut self,
        earlier: &[Option<Identity<'_>>],
        later: &[Option<Identity<'_>>],
    ) {
        let mut next = 0;
        let mut left = Vec::new();
        for (at, wanted) in later.iter().enumerate() {
            let Some(wanted) = wanted else { continue };
            let mut near = earlier.get(next..).unwrap_or_default().iter().take(AHEAD);
            match near.position(|one| one.is_some_and(|one| one.is(*wanted))) {
                Some(ahead) => {
                    self.pair(next + ahead, at, true);
                    next += ahead + 1;
                }
                None => left.push((at, *wanted)),
            }
        }
        if left.is_empty() {
            return;
        }
        let hasher = DefaultHashBuilder::default();
        let mut table: HashTable<(Identity<'_>, usize)> = HashTable::new();
        for at in Self::left(&self.later_of) {
            if let Some(identity) = earlier.get(at).copied().flatten() {
                let rehash = |entry: &(Identity<'_>, usize)| entry.0.hash(&hasher);
                table.insert_unique(identity.hash(&hasher), (identity, at), rehash);
            }
        }
        if table.is_empty() {
            return;
        }
        for (at, wanted) in left {
            let found = table.find(wanted.hash(&hasher), |(identity, _)| identity.is(wanted));
            if let Some((_, earlier)) = found.copied() {
                self.pair(earlier, at, true);
            }
        }
    }

    /// Pairs the records left over that have a reference or words in common, each pair only where each is the only
    /// record left over of the other side that fits. The identity of a record comes with whether it has a reference.
    pub(super) fn by<'p>(
        &mut self,
        by: By,
        earlier: impl Fn(usize) -> Option<(Identity<'p>, bool)>,
        later: impl Fn(usize) -> Option<(Identity<'p>, bool)>,
    ) {
        if !self.is_open() {
            return;
        }
        let hasher = DefaultHashBuilder::default();
        let mut alike: HashTable<Alike<'p>> = HashTable::new();
        for at in Self::left(&self.later_of) {
            let Some((identity, has_reference)) = earlier(at) else { continue };
            let hash = identity.hash(&hasher);
            let rehash = |entry: &Alike<'p>| entry.identity.hash(&hasher);
            let entry = alike.entry(hash, |entry| entry.identity.is(identity), rehash);
            let mut entry = entry.or_insert_with(|| Alike::new(identity));
            entry.get_mut().earlier.add(at, has_reference);
        }
        for at in Self::left(&self.earlier_of) {
            let Some((identity, has_reference)) = later(at) else { continue };
            let hash = identity.hash(&hasher);
            if let Some(entry) = alike.find_mut(hash, |entry| entry.identity.is(identity)) {
                entry.later.add(at, has_reference);
            }
        }
        // Each pair is of records that are in no other, so their order makes no difference.
        for one in &alike {
            if let Some((earlier, later)) = one.pair(by) {
                self.pair(earlier, later, false);
            }
        }
    }
}

/// The records left over that have something in common.
struct Alike<'p> {
    identity: Identity<'p>,
    earlier: LeftOver,
    later: LeftOver,
}

impl<'p> Alike<'p> {
    fn new(identity: Identity<'p>) -> Self {
        Self { identity, earlier: LeftOver::default(), later: LeftOver::default() }
    }

    /// Returns the two records of which each is the only one that fits the other.
    fn pair(&self, by: By) -> Option<(usize, usize)> {
        for earlier_has in [true, false] {
            for later_has in [true, false] {
                let (earlier, later) = (self.earlier.of(earlier_has), self.later.of(later_has));
                let fits = self.later.fitting(by, earlier_has) == 1
                    && self.earlier.fitting(by, later_has) == 1;
                if by == By::Words && earlier_has && later_has {
                    continue;
                }
                if let (true, Some(earlier), Some(later)) = (fits, earlier.only(), later.only()) {
                    return Some((earlier, later));
                }
            }
        }
        None
    }
}

/// The records left over on one side, those with a reference and those without.
#[derive(Default)]
struct LeftOver {
    referenced: Few,
    unreferenced: Few,
}

impl LeftOver {
    fn add(&mut self, at: usize, has_reference: bool) {
        let few = if has_reference { &mut self.referenced } else { &mut self.unreferenced };
        few.count += 1;
        few.last = at;
    }

    fn of(&self, has_reference: bool) -> &Few {
        if has_reference { &self.referenced } else { &self.unreferenced }
    }

    /// Returns how many fit a record of the other side.
    fn fitting(&self, by: By, other_has_reference: bool) -> usize {
        match (by, other_has_reference) {
            (By::Reference, _) => self.referenced.count,
            (By::Words, true) => self.unreferenced.count,
            (By::Words, false) => self.referenced.count + self.unreferenced.count,
        }
    }
}

/// How many records there are, and the last of them.
#[derive(Default)]
struct Few {
    count: usize,
    last: usize,
}

impl Few {
    fn only(&self) -> Option<usize> {
        (self.count == 1).then_some(self.last)
    }
}
