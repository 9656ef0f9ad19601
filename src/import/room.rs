//! How much memory one file may still take beyond its own size, through repeated text and records inside
//! others.

/// The most bytes of text that one file may repeat, through merged blocks and blank cells. Stops one
/// long text above very many rows from filling the memory.
const MOST_REPEATED: usize = 24_000_000;

/// The most that one file may add inside other records (links, owners, steps, evidence, updates), each
/// counted by its [`weight`]. A plan of many thousand actions stays far below; a file built to fill the
/// memory does not.
const MOST_INSIDE: usize = 400_000;

/// The relative memory cost of a record inside another, including its diagnostics.
pub(crate) mod weight {
    /// An owner, or a link to an existing record.
    pub(crate) const LINK: usize = 1;
    /// An update, a reading, a target.
    pub(crate) const UPDATE: usize = 2;
    /// A piece of evidence.
    pub(crate) const EVIDENCE: usize = 3;
    /// A step.
    pub(crate) const MILESTONE: usize = 6;
    /// A link to a record not known yet: building the plan reports the nearest ones.
    pub(crate) const UNKNOWN_LINK: usize = 6;
    /// A source or a recommendation in a cell with others.
    pub(crate) const RECORD: usize = 8;
}

/// What is left of the limits.
#[derive(Debug)]
pub(crate) struct Room {
    /// How many more bytes may be repeated, by merged and blank cells.
    repeats: usize,
    /// Whether the limit on repeated text was passed and that is still to be reported.
    pub(super) is_repeat_limit_passed: bool,
    /// How much may still be added inside other records.
    inside: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self { repeats: MOST_REPEATED, is_repeat_limit_passed: false, inside: MOST_INSIDE }
    }
}

impl Room {
    /// Reserves space for this many records inside others, each of the given weight; returns `false` if
    /// it is not available.
    pub(crate) fn may_add(&mut self, records: usize, weight: usize) -> bool {
        match self.inside.checked_sub(records.saturating_mul(weight)) {
            Some(left) => {
                self.inside = left;
                true
            }
            None => false,
        }
    }

    /// Returns whether there is space for this many records inside others.
    pub(crate) fn has_room(&self, records: usize, weight: usize) -> bool {
        self.inside >= records.saturating_mul(weight)
    }

    /// Reserves this many bytes of repeated text; returns `false` if they are not available.
    pub(crate) fn may_repeat(&mut self, bytes: usize) -> bool {
        if let Some(left) = self.repeats.checked_sub(bytes) {
            self.repeats = left;
            return true;
        }
        self.is_repeat_limit_passed = true;
        false
    }
}
