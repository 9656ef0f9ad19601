//! Links between records, stored as positions in their lists.

/// For each position, the positions it links to, in one flat array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Links {
    starts: Vec<u32>,
    targets: Vec<u32>,
}

impl Default for Links {
    fn default() -> Self {
        Self { starts: vec![0], targets: Vec::new() }
    }
}

impl Links {
    /// Creates links with space for those of `count` positions.
    pub(crate) fn with_capacity(count: usize) -> Self {
        let mut starts = Vec::with_capacity(count + 1);
        starts.push(0);
        Self { starts, targets: Vec::new() }
    }

    /// Adds a link of the next position.
    pub(crate) fn add(&mut self, target: u32) {
        self.targets.push(target);
    }

    /// Ends the links of the next position.
    pub(crate) fn close(&mut self) {
        self.starts.push(position(self.targets.len()));
    }

    /// Returns the number of positions.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns whether there are no links at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.targets.is_empty()
    }

    /// Returns the positions that a position links to.
    pub(crate) fn of(&self, at: usize) -> &[u32] {
        self.range(at).and_then(|range| self.targets.get(range)).unwrap_or(&[])
    }

    /// Returns the links in the opposite direction, for `count` targets.
    pub(crate) fn reversed(&self, count: usize) -> Self {
        let mut starts = vec![0_u32; count + 1];
        for target in &self.targets {
            if let Some(next) = starts.get_mut(*target as usize + 1) {
                *next += 1;
            }
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut free = starts.clone();
        let mut targets = vec![0; self.targets.len()];
        for at in 0..self.len() {
            for target in self.of(at) {
                let Some(slot) = free.get_mut(*target as usize) else {
                    continue;
                };
                if let Some(place) = targets.get_mut(*slot as usize) {
                    *place = position(at);
                }
                *slot += 1;
            }
        }
        Self { starts, targets }
    }

    fn range(&self, at: usize) -> Option<std::ops::Range<usize>> {
        let start = *self.starts.get(at)? as usize;
        let end = *self.starts.get(at + 1)? as usize;
        Some(start..end)
    }
}

/// For each position, the single position it links to, if any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Link(Vec<Option<u32>>);

impl Link {
    pub(crate) fn push(&mut self, target: Option<u32>) {
        self.0.push(target);
    }

    pub(crate) fn of(&self, at: usize) -> Option<u32> {
        self.0.get(at).copied().flatten()
    }

    /// Converts to [`Links`] with at most one target each.
    pub(crate) fn to_links(&self) -> Links {
        let mut links = Links::with_capacity(self.0.len());
        for target in &self.0 {
            links.targets.extend(*target);
            links.close();
        }
        links
    }
}

/// Converts a length or an index to a position, saturating. The default [`Limits`](super::Limits)
/// reject a plan that large.
pub(crate) fn position(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
