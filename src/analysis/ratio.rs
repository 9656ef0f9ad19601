//! So many of so many.

use std::fmt;

/// So many of so many. Printed as `7 of 12 (58%)`.
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
    /// `part` of `whole`. A part larger than its whole is taken as the whole.
    #[must_use]
    pub const fn new(part: usize, whole: usize) -> Self {
        Self { part: if part < whole { part } else { whole }, whole }
    }

    /// How many.
    #[must_use]
    pub const fn part(self) -> usize {
        self.part
    }

    /// Of how many.
    #[must_use]
    pub const fn whole(self) -> usize {
        self.whole
    }

    /// How many are missing.
    #[must_use]
    pub const fn missing(self) -> usize {
        self.whole - self.part
    }

    /// Whether none is missing: true of an empty whole as well.
    #[must_use]
    pub const fn is_complete(self) -> bool {
        self.part == self.whole
    }

    /// The percentage, rounded to the nearest whole number: none of an empty whole, never 100 while
    /// one is missing, never 0 while one is there.
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

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = format!("{} of {}", self.part, self.whole);
        match self.percent() {
            Some(percent) => f.pad(&format!("{count} ({percent}%)")),
            None => f.pad(&count),
        }
    }
}
