//! A part of a whole, with its percentage.

use std::fmt;

use super::answer_object::answer_object;

/// A part of a whole, printed as `7 of 12 (58%)`.
///
/// Serialises as `part`, `whole` and `percent`, which is null if the whole is 0.
///
/// ```
/// use improvement_plan::facts::Ratio;
///
/// assert_eq!(Ratio::new(7, 12).to_string(), "7 of 12 (58%)");
/// assert_eq!(Ratio::new(999, 1000).percent(), Some(99)); // one is missing
/// assert_eq!(Ratio::new(1, 1000).percent(), Some(1)); // one is there
/// assert_eq!(Ratio::new(0, 0).percent(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Ratio {
    part: usize,
    whole: usize,
}

impl Ratio {
    /// Creates `part` of `whole`. A part larger than `whole` is reduced to it.
    #[must_use]
    pub const fn new(part: usize, whole: usize) -> Self {
        Self { part: if part < whole { part } else { whole }, whole }
    }

    /// Returns the part.
    #[must_use]
    pub const fn part(self) -> usize {
        self.part
    }

    /// Returns the whole.
    #[must_use]
    pub const fn whole(self) -> usize {
        self.whole
    }

    /// Returns how many are missing.
    #[must_use]
    pub const fn missing(self) -> usize {
        self.whole - self.part
    }

    /// Returns whether none is missing, which is also true if the whole is 0.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.part == self.whole
    }

    /// Returns the percentage, rounded to the nearest whole number, or `None` if the whole is 0. It is
    /// 100 only if none is missing, and 0 only if the part is 0.
    #[must_use]
    pub fn percent(self) -> Option<u8> {
        if self.whole == 0 {
            return None;
        }
        let (part, whole) = (self.part as u128, self.whole as u128);
        let rounded = (part * 200 + whole) / (whole * 2);
        let honest = if self.part == 0 {
            0
        } else if self.is_complete() {
            100
        } else {
            rounded.clamp(1, 99)
        };
        u8::try_from(honest).ok()
    }
}

answer_object!(Ratio, |this| part = this.part, whole = this.whole, percent = this.percent(),);

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = format!("{} of {}", self.part, self.whole);
        match self.percent() {
            Some(percent) => f.pad(&format!("{count} ({percent}%)")),
            None => f.pad(&count),
        }
    }
}
