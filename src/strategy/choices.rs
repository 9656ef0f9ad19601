//! Turns a row of numbers into choices. A choice always uses the same count of numbers, so that
//! shrinking one number never changes the meaning of the others.

use super::Dates;

/// The choices of one record.
pub(super) struct Choices<'n> {
    numbers: std::slice::Iter<'n, u16>,
    pub(super) dates: Dates,
}

impl<'n> Choices<'n> {
    pub(super) fn new(numbers: &'n [u16], dates: Dates) -> Self {
        Self { numbers: numbers.iter(), dates }
    }

    /// Returns how many numbers are left.
    #[cfg(test)]
    pub(super) fn left(&self) -> usize {
        self.numbers.len()
    }

    /// Returns a number below a count, or 0 if the count is 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let number = self.numbers.next().copied().map_or(0, usize::from);
        number.checked_rem(count).unwrap_or(0)
    }

    /// Returns true once in `count` times.
    pub(super) fn once_in(&mut self, count: usize) -> bool {
        self.below(count) + 1 == count
    }

    /// Picks one of several values. Shrinks to `plainest`.
    pub(super) fn pick<T: Clone>(&mut self, plainest: T, others: &[T]) -> T {
        let number = self.below(others.len() + 1);
        number.checked_sub(1).and_then(|at| others.get(at)).cloned().unwrap_or(plainest)
    }

    /// Picks one of a list, unless it is empty.
    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let number = self.below(all.len());
        all.get(number)
    }

    /// Makes a value that is present half of the time.
    pub(super) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.rarely(2, make)
    }

    /// Makes a value that is present once in `count` times.
    pub(super) fn rarely<T>(
        &mut self,
        count: usize,
        make: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        let is_there = self.once_in(count);
        let found = make(self);
        is_there.then_some(found)
    }

    /// Makes up to `most` values, each from its own numbers.
    pub(super) fn list<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.below(most + 1);
        let mut found: Vec<T> = (0..most).map(|_| make(self)).collect();
        found.truncate(count);
        found
    }
}
