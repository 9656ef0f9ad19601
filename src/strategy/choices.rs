//! Turns a row of numbers into choices. A choice takes the same count of numbers whatever they are,
//! so that shrinking one of them never changes what the others mean.

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

    /// How many numbers are left.
    #[cfg(test)]
    pub(super) fn left(&self) -> usize {
        self.numbers.len()
    }

    /// A number below a count; 0 where the count is 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let number = self.numbers.next().copied().map_or(0, usize::from);
        number.checked_rem(count).unwrap_or(0)
    }

    /// True once in so many times.
    pub(super) fn once_in(&mut self, count: usize) -> bool {
        self.below(count) + 1 == count
    }

    /// One of several, the first the plainest.
    pub(super) fn pick<T: Clone>(&mut self, plainest: T, others: &[T]) -> T {
        let number = self.below(others.len() + 1);
        number.checked_sub(1).and_then(|at| others.get(at)).cloned().unwrap_or(plainest)
    }

    /// One of a list; none of an empty one.
    pub(super) fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        let number = self.below(all.len());
        all.get(number)
    }

    /// Something that is there every other time.
    pub(super) fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.rarely(2, make)
    }

    /// Something that is there once in so many times.
    pub(super) fn rarely<T>(
        &mut self,
        count: usize,
        make: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        let is_there = self.once_in(count);
        let found = make(self);
        is_there.then_some(found)
    }

    /// None to `most` of something, each made from numbers of its own.
    pub(super) fn list<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.below(most + 1);
        let mut found: Vec<T> = (0..most).map(|_| make(self)).collect();
        found.truncate(count);
        found
    }
}
