//! The group of rows that a recommendation heads: what the rows answer and who leads them.

use super::action_columns::leads;
use super::answers::is_as_above;
use super::group_bounds::{Bounds, says_as_above};
use super::outcome::Outcome;
use crate::cells::{At, Merge};
use crate::diagnostic::import_codes::{NOT_CARRIED, NOTHING_ABOVE};
use crate::import::reader::Reader;
use crate::import::table_reader::TableReader;
use crate::import::view::{TableRow, View};
use crate::import::{CarryDown, ColumnMeaning as M};
use crate::model::Owner;

/// What applies to the rows below a recommendation until the group ends.
#[derive(Default)]
pub(super) struct Group {
    /// The recommendations that the group's rows answer.
    pub(super) links: Vec<String>,
    /// Why blank cells below are not part of the group.
    pub(super) bounds: Bounds,
    pub(super) owners: Vec<Owner>,
    /// Cells that describe the actions below, held until one is read.
    pub(super) unclaimed: Vec<At>,
    /// The cell of the group's owners, until an action takes them.
    unclaimed_owner: Option<At>,
    /// Whether owners of several rows are merged, so that a blank cell beside them is blank.
    are_owners_merged: bool,
}

impl Group {
    pub(super) fn new(view: &View<'_>) -> Self {
        let mut columns = view.columns(M::Owners).map(|column| column.column);
        let are_owners_merged = columns.any(|column| {
            let is_tall = |merge: &Merge| {
                merge.columns == (column, column)
                    && merge.rows.0 > view.header_row()
                    && merge.rows.1 > merge.rows.0
            };
            view.sheet.merges.iter().any(is_tall)
        });
        Self { bounds: Bounds::new(view), are_owners_merged, ..Self::default() }
    }

    /// Begins the group of a row that names its recommendations.
    pub(super) fn begin(&mut self, row: TableRow<'_>, links: &[String]) {
        links.clone_into(&mut self.links);
        self.bounds.begin(row);
    }

    /// Begins a group under a heading.
    pub(super) fn head(&mut self, link: Option<String>) {
        self.links.extend(link);
        self.bounds.head();
    }

    /// Sets the owners of the group, before any action takes them.
    pub(super) fn lead(&mut self, owners: Vec<Owner>, at: At) {
        self.owners = owners;
        self.unclaimed_owner = Some(at);
    }

    /// Clears the group's links and owners.
    pub(super) fn clear(&mut self) {
        self.links.clear();
        self.owners.clear();
    }

    /// Ends the group and marks the cells that no action took as unused.
    pub(super) fn end(&mut self, reader: &mut Reader<'_>) {
        self.release(reader);
        self.clear();
    }

    /// Returns whether a row with a blank cell is in the group.
    pub(super) fn reaches(&self, row: TableRow<'_>) -> bool {
        let rules = &row.view.layout.rules;
        rules.carry_down == CarryDown::On
            && !rules
                .not_carried
                .iter()
                .any(|means| matches!(means, M::Recommendation | M::RecommendationReference))
            && !self.links.is_empty()
            && !self.bounds.is_forgotten(row)
    }

    /// Adds the group's links to those of a row. Returns `false` if the limit on repeated text was
    /// passed.
    pub(super) fn carry(&mut self, reader: &mut Reader<'_>, links: &mut Vec<String>) -> bool {
        if !reader.room.may_repeat(self.links.iter().map(String::len).sum()) {
            return false;
        }
        self.unclaimed.clear();
        let own = links.len();
        for link in &self.links {
            if !links.iter().take(own).any(|other| other == link) {
                links.push(link.clone());
            }
        }
        true
    }

    /// Returns whether the row's number is that of its group.
    pub(super) fn repeats(&self, reader: &Reader<'_>, row: TableRow<'_>) -> bool {
        let Some(found) = row.first(M::RecommendationReference) else {
            return false;
        };
        let reference = crate::import::values::reference(found.cell, row.view.sheet.dates);
        let Ok(Some(reference)) = reference else { return false };
        let at = reader.known.recommendations.by_reference(&reference, reader.known.default_source);
        let own = at.and_then(|at| reader.doc.recommendations.get(at)?.reference.as_deref());
        self.links.iter().any(|link| Some(link.as_str()) == own || *link == reference)
    }

    /// Returns whether a row names what it answers, by text or by number. "As above" does not count: it
    /// is read as the cell above.
    pub(super) fn is_named(&self, table: &mut TableReader<'_, '_>, row: TableRow<'_>) -> bool {
        let mut names_one = false;
        for means in [M::Recommendation, M::RecommendationReference] {
            for (_, found) in row.each(means) {
                if !is_as_above(&found) {
                    names_one = true;
                } else if self.links.is_empty() {
                    let message = "it refers to the recommendation above it, but there is none";
                    table.report(&found, &NOTHING_ABOVE, "the table", message.to_owned());
                    table.reader.ledger.leave(found.at, "there is no recommendation above it");
                } else {
                    table.reader.ledger.mark(found.at);
                }
            }
        }
        names_one
    }

    /// Ends the group, with a report, at a row where the file shows that a blank cell is not part of it.
    pub(super) fn end_at_bound(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'_>) {
        if self.links.is_empty() || says_as_above(row) {
            return;
        }
        let Some(why) = self.bounds.why(row) else { return };
        let mut columns = table
            .view
            .columns(M::Recommendation)
            .chain(table.view.columns(M::RecommendationReference));
        if let Some(column) = columns.next() {
            let message = format!(
                "the cell is blank, but the recommendation above was not carried down to it: {why}"
            );
            let place = table.view.sheet.place(row.number, column.column);
            table.reader.problems.report(&NOT_CARRIED, place, "the table", message);
        }
        if !self.bounds.is_forgotten(row) {
            self.end(table.reader);
        }
    }

    /// Returns the owners that a row names itself, which lead the rows below it too.
    pub(super) fn own_owners(
        &mut self,
        table: &mut TableReader<'_, '_>,
        row: TableRow<'_>,
    ) -> Option<Vec<Owner>> {
        let found = row.first(M::Owners)?;
        let owners = leads(table, &found);
        if self.unclaimed_owner == Some(found.at) {
            self.unclaimed_owner = None;
        }
        self.release_owner(table.reader);
        self.owners.clone_from(&owners);
        Some(owners)
    }

    /// Returns the owners of the group, for a row in it that names none. Where the owners of other rows are
    /// merged, the row has none, which is reported.
    pub(super) fn carry_owners(
        &mut self,
        reader: &mut Reader<'_>,
        row: TableRow<'_>,
        outcome: &mut Outcome,
    ) -> Vec<Owner> {
        if self.are_owners_merged
            && !self.owners.is_empty()
            && let Some(column) = row.view.columns(M::Owners).next()
        {
            let message = "the cell is blank, but the owner above was not carried down to it: the column has merged cells, and this is none of them";
            let place = row.view.sheet.place(row.number, column.column);
            reader.problems.report(&NOT_CARRIED, place, "the table", message);
            return Vec::new();
        }
        let bytes = self.owners.iter().filter_map(Owner::as_str).map(str::len).sum();
        if self.owners.is_empty()
            || row.view.layout.rules.not_carried.contains(&M::Owners)
            || !reader.room.may_repeat(bytes)
        {
            return Vec::new();
        }
        self.unclaimed_owner = None;
        outcome.count_carried(row, &[M::Owners]);
        self.owners.clone()
    }

    /// Marks the cells that described actions as unused, since no action followed.
    pub(super) fn release(&mut self, reader: &mut Reader<'_>) {
        for at in self.unclaimed.drain(..).chain(self.unclaimed_owner.take()) {
            reader.ledger.release(at, "there is no action that it could belong to");
        }
    }

    fn release_owner(&mut self, reader: &mut Reader<'_>) {
        if let Some(at) = self.unclaimed_owner.take() {
            reader.ledger.release(at, "the actions below it have owners of their own");
        }
    }
}
