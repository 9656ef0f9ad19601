//! Works out how far down a recommendation applies to rows that leave its cell blank. Uses only the
//! shape of the table, not the recommendation's text.

use super::answers::is_as_above;
use super::row_kind::{Shape, follows_a_gap, shape_of};
use crate::cells::Content;
use crate::import::ColumnMeaning as M;
use crate::import::view::{Found, TableRow, View};

/// The columns that name what an action answers.
const NAMES: [M; 2] = [M::Recommendation, M::RecommendationReference];

/// The number of rows that must name their own recommendation before a single blank one counts as
/// forgotten.
const FEWEST_NAMED: usize = 8;

/// The end of the group of rows that a recommendation heads.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    /// Whether the table repeats a recommendation instead of leaving its cell blank: most rows have one,
    /// or a single row of many has none.
    each_names_its_own: bool,
    /// The last row of the merged block that names the recommendation.
    last: Option<u32>,
    /// Whether the group is headed by a row of its own; such a group ends at the next heading.
    has_head: bool,
    ended: Option<&'static str>,
    /// The values in the columns left of the recommendation when the group began.
    outer: [Option<Content>; 2],
}

/// The columns that divide the plan above the recommendation, if they are left of it.
const OUTER: [(M, &str); 2] = [
    (M::Source, "the row names another report"),
    (M::Workstream, "the row names another workstream"),
];

impl Bounds {
    pub(super) fn new(view: &View<'_>) -> Self {
        let (mut named, mut again, mut blank) = (0_usize, 0_usize, 0_usize);
        let mut before: Option<&Content> = None;
        if NAMES.into_iter().any(|means| view.has(means)) {
            for row in view.rows() {
                let action = row.own_action();
                if action.is_none() || shape_of(row) != Shape::Rows {
                    continue;
                }
                match NAMES.into_iter().find_map(|means| row.first(means)) {
                    Some(found) => {
                        let content = Some(&found.cell.content);
                        named += 1;
                        again += usize::from(!found.is_shared && before == content);
                        before = content;
                    }
                    None => blank += 1,
                }
            }
        }
        let each_names_its_own = again > blank || (blank == 1 && named >= FEWEST_NAMED);
        Self { each_names_its_own, ..Self::default() }
    }

    /// Begins the group of a row that names its recommendation.
    pub(super) fn begin(&mut self, row: TableRow<'_>) {
        let named = NAMES.into_iter().flat_map(|means| row.each(means));
        self.last = named
            .filter_map(|(column, found)| row.view.merges.block(found.row, column.column))
            .map(|(_, last)| last)
            .max();
        self.has_head = false;
        self.ended = None;
        for ((means, _), before) in OUTER.iter().zip(&mut self.outer) {
            if let Some(found) = outer(row, *means) {
                *before = Some(found.cell.content.clone());
            }
        }
    }

    /// Begins a group under a heading.
    pub(super) fn head(&mut self) {
        (self.last, self.has_head, self.ended) = (None, true, None);
    }

    /// Ends the group.
    pub(super) fn end(&mut self, why: &'static str) {
        if !self.has_head {
            self.ended = self.ended.or(Some(why));
        }
    }

    /// Returns whether nearly every row names its own recommendation and this one does not.
    pub(super) fn is_forgotten(&self, row: TableRow<'_>) -> bool {
        self.each_names_its_own && !self.has_head && self.last.is_none() && !says_as_above(row)
    }

    /// Returns why a row with a blank cell is not in the group, or `None` if it is.
    pub(super) fn why(&self, row: TableRow<'_>) -> Option<&'static str> {
        if self.has_head {
            return None;
        }
        if row.first(M::Answers).is_some() {
            return Some("the row has a link of its own");
        }
        for ((means, why), before) in OUTER.iter().zip(&self.outer) {
            let now = outer(row, *means).map(|found| &found.cell.content);
            if now.is_some_and(|now| before.as_ref() != Some(now)) {
                return Some(why);
            }
        }
        if self.ended.is_some() {
            return self.ended;
        }
        let has_block = NAMES.into_iter().flat_map(|means| row.view.columns(means)).any(|column| {
            row.view
                .merges
                .block(row.number, column.column)
                .is_some_and(|(first, last)| first < last)
        });
        if has_block {
            return Some("it is a merged block of its own");
        }
        if self.last.is_some_and(|last| row.number > last) {
            return Some("the merged block of that recommendation ends above it");
        }
        if follows_a_gap(row) {
            return Some("there is a blank row between");
        }
        self.each_names_its_own.then_some("nearly every other row names its own")
    }
}

/// Returns a row's own cell in a column left of those that name its recommendation.
fn outer(row: TableRow<'_>, means: M) -> Option<Found<'_>> {
    let names = NAMES.into_iter().flat_map(|means| row.view.columns(means));
    let leftmost = names.map(|column| column.column).min()?;
    let mut found = row.each(means);
    found.find(|(column, _)| column.column < leftmost).map(|(_, found)| found)
}

/// Returns whether a row says that it answers the same as the row above.
pub(super) fn says_as_above(row: TableRow<'_>) -> bool {
    NAMES.into_iter().any(|means| row.first(means).as_ref().is_some_and(is_as_above))
}
