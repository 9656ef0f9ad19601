//! Finds the rows of an export that only sum up others: groups of tasks, and tasks above
//! their parts. They are no actions.

use std::collections::HashSet;

use crate::import::ColumnMeaning as M;
use crate::import::banner::labelled_number;
use crate::import::headings::normalise;
use crate::import::values::text_of;
use crate::import::view::{TableRow, View};
use crate::text::{fold, fold_reference};

/// What a row that sums up others is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Summary {
    /// It names the rows below it.
    Group,
    /// It is what other rows say they belong to.
    Parent,
}

/// The rows of a table that sum up others, by position.
#[derive(Debug, Default)]
pub(super) struct SummaryRows(Vec<(usize, Summary)>);

/// The headings of columns that number the rows as the parts of an outline.
const OUTLINES: [&str; 4] = ["wbs", "wbs code", "outline number", "outline no"];

/// What a numbered line of work is called, which is no group.
const OF_WORK: [&str; 6] = ["action", "task", "step", "activity", "milestone", "recommendation"];

impl SummaryRows {
    pub(super) fn of(view: &View<'_>) -> Self {
        let found = outline(view).or_else(|| parents(view)).or_else(|| labelled(view));
        Self(found.unwrap_or_default())
    }

    /// Returns what a row sums up.
    pub(super) fn get(&self, row: usize) -> Option<Summary> {
        let at = self.0.binary_search_by_key(&row, |(at, _)| *at).ok()?;
        self.0.get(at).map(|(_, summary)| *summary)
    }

    /// Returns how many rows sum up others, and the first.
    pub(super) fn count(&self) -> Option<(usize, usize)> {
        let (first, _) = self.0.first()?;
        Some((self.0.len(), *first))
    }
}

/// Returns the text of a cell of a row.
fn text(row: TableRow<'_>, column: u16) -> Option<String> {
    let found = row.found(column)?;
    Some(text_of(found.cell, row.view.sheet.dates)?.trim().to_owned())
}

/// Returns the rows whose number in an outline is the beginning of the next row's: `1.2` above `1.2.1`.
fn outline(view: &View<'_>) -> Option<Vec<(usize, Summary)>> {
    let columns = &view.layout.columns;
    let is_outline = |heading: &str| OUTLINES.contains(&&*normalise(heading));
    let column = columns.iter().find(|one| is_outline(&one.heading))?.column;
    let rows: Vec<(usize, String)> = view
        .rows()
        .filter(|row| row.own_action().is_some())
        .filter_map(|row| Some((row.at, fold_reference(&text(row, column)?).into_owned())))
        .collect();
    let is_above = |own: &str, next: &str| {
        next.strip_prefix(own.trim_end_matches('.')).is_some_and(|rest| rest.starts_with('.'))
    };
    let groups = rows.iter().zip(rows.iter().skip(1));
    let groups = groups.filter(|((_, own), (_, next))| is_above(own, next));
    Some(groups.map(|((at, _), _)| (*at, Summary::Group)).collect())
}

/// Returns the rows that other rows name in a column of parents: `Parent summary`.
fn parents(view: &View<'_>) -> Option<Vec<(usize, Summary)>> {
    let columns = &view.layout.columns;
    let is_parent = |heading: &str| normalise(heading).split(' ').next() == Some("parent");
    let column = columns.iter().find(|one| is_parent(&one.heading))?.column;
    let named: HashSet<String> =
        view.rows().filter_map(|row| Some(fold(&text(row, column)?).into_owned())).collect();
    let is_named = |row: &TableRow<'_>| {
        let title = row.own_action().and_then(|found| text_of(found.cell, view.sheet.dates));
        title.is_some_and(|title| named.contains(&*fold(title.trim())))
    };
    let rows = view.rows().filter(|row| text(*row, column).is_none() && is_named(row));
    Some(rows.map(|row| (row.at, Summary::Parent)).collect())
}

/// Returns the rows that count up under one label, `Objective 1:`, and name no owner, where all other rows
/// do.
fn labelled(view: &View<'_>) -> Option<Vec<(usize, Summary)>> {
    let mut rows = view.rows().filter(|row| row.own_action().is_some());
    // A group stands above its rows, so the first row decides for nearly every table.
    let first = rows.next()?;
    let label = group_label(first).filter(|_| view.has(M::Owners))?;
    let mut groups = vec![(first.at, Summary::Group)];
    let mut is_last_group = true;
    for row in rows {
        let is_group = match group_label(row) {
            Some(own) if own == label => true,
            _ if row.first(M::Owners).is_none() => return None,
            _ => false,
        };
        if is_group && is_last_group {
            return None;
        }
        if is_group {
            groups.push((row.at, Summary::Group));
        }
        is_last_group = is_group;
    }
    (!is_last_group && groups.len() >= 2).then_some(groups)
}

/// Returns the label of a row that has a numbered name and no owner.
fn group_label(row: TableRow<'_>) -> Option<String> {
    let action = row.own_action()?;
    if row.first(M::Owners).is_some() {
        return None;
    }
    let text = text_of(action.cell, row.view.sheet.dates)?;
    let (label, _, rest) = labelled_number(text.trim())?;
    let label = normalise(label);
    let is_name = !label.is_empty() && !OF_WORK.contains(&&*label) && !rest.is_empty();
    is_name.then_some(label)
}
