//! A table of actions, row by row: headings, actions, what is carried down, what continues an action,
//! notes.

use std::collections::BTreeMap;

use super::action_columns::{additions, facts, leads, new, report_revised};
use super::answers::{answered, is_as_above};
use super::continuation::{can_continue, continued, without_action};
use super::enables::enables;
use super::group_bounds::{Bounds, says_as_above};
use super::heading_rows::{Heading, as_recommendation, as_workstream, heading, workstream};
use super::row_kind::follows_a_gap;
use super::status::Fills;
use super::table_body::{Body, Sorted, leave};
use super::table_diagnostics::{report_fills, report_not_carried, report_of_links};
use crate::diagnostic::import_codes::{NO_ACTION_SAID, NOT_CARRIED, NOTHING_ABOVE};
use crate::import::ColumnMeaning as M;
use crate::import::interpretation::RowInterpretation;
use crate::import::ledger::At;
use crate::import::reader::Reader;
use crate::import::text_patterns::is_no_action;
use crate::import::values::{is_nothing, numbered};
use crate::import::view::{Found, View};
use crate::model::Owner;
use crate::plan::quoted;

/// What a row is that heads nothing and says a recommendation.
const NO_ROWS: &str = "a recommendation with no rows below it";

/// What came of a table.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) rows: Vec<RowInterpretation>,
    pub(crate) records: usize,
    /// How many blank cells of a column were read as the one above them.
    pub(crate) carried: BTreeMap<u16, usize>,
}

/// What holds for the rows below, until something else is said.
#[derive(Default)]
struct Walk<'a> {
    outcome: Outcome,
    /// Headings of which it is not known yet what they head.
    pending: Vec<Heading<'a>>,
    /// The recommendations of the group of rows.
    links: Vec<String>,
    /// Why blank cells below do not belong to the group.
    bounds: Bounds,
    owners: Vec<Owner>,
    section: Option<String>,
    /// The workstream that the whole sheet is about, where it is.
    theme: Option<String>,
    workstream: Option<String>,
    last: Option<usize>,
    fills: Fills,
    /// Cells that say something of the actions below, while none is there yet.
    unsettled: Vec<At>,
    /// The cell of the owners of the group, while no action has taken them.
    unsettled_owner: Option<At>,
}

/// Reads a table of actions.
pub(crate) fn read(reader: &mut Reader<'_>, view: &View<'_>) -> Outcome {
    let first_action = reader.doc.actions.len();
    let known_before = !reader.recommendations.is_empty();
    let known = view.layout.columns.iter().filter(|column| column.means.is_some()).count();
    let mut body = Body::new(view, if known <= 3 { 2 } else { 3 });
    let mut walk = Walk { bounds: Bounds::new(view), ..Walk::default() };
    for (row_at, row) in view.rows() {
        match body.sort(reader, view, row_at, &mut walk.outcome.rows) {
            Sorted::Row => walk.row(reader, view, row_at, row.number),
            Sorted::Headings => walk.bounds.end("the headings stand again between"),
            Sorted::End => walk.bounds.end("the table ends between"),
            Sorted::Left => {}
        }
    }
    walk.end(reader, view);
    let actions = first_action..reader.doc.actions.len();
    walk.outcome.records = actions.len();
    report_fills(reader, view, &walk.fills);
    report_not_carried(reader, view, actions.clone());
    report_revised(reader, view, actions.clone());
    report_of_links(reader, view, actions, known_before);
    walk.outcome
}

impl<'a> Walk<'a> {
    fn row(&mut self, reader: &mut Reader<'_>, view: &View<'a>, row_at: usize, row: u32) {
        let action = view.first(row_at, M::Action);
        if action.is_none_or(|found| !found.is_shared) {
            let gap = follows_a_gap(view, row_at);
            if let Some(heading) = heading(reader, view, row_at, gap) {
                self.pending.push(heading);
                return;
            }
        }
        let own = |found: &Found<'a>| !found.is_shared;
        let words = view.first(row_at, M::Recommendation).filter(own);
        let number = view.first(row_at, M::RecommendationReference).filter(own);
        match action {
            Some(found) if !found.is_shared => {
                self.flush(reader, view, words.is_some() || number.is_some());
                self.action(reader, view, row_at, row, &found);
            }
            Some(_) if self.last.is_some() => self.merged(reader, view, row_at, row),
            _ if words.is_some() || (number.is_some() && !self.repeats(reader, view, row_at)) => {
                self.flush(reader, view, true);
                self.without(reader, view, row_at, row);
            }
            _ => match self.last.filter(|_| can_continue(view, row_at)) {
                Some(last) => {
                    if let Some(found) = number {
                        reader.ledger.mark(found.at);
                    }
                    continued(reader, view, row_at, row, last, false);
                }
                None => without_action(reader, view, row_at, row),
            },
        }
    }

    /// Whether the number of a row is that of the group it is in.
    fn repeats(&self, reader: &Reader<'_>, view: &View<'_>, row_at: usize) -> bool {
        let Some(found) = view.first(row_at, M::RecommendationReference) else {
            return false;
        };
        let reference = crate::import::values::reference(found.cell, view.sheet.dates);
        let Ok(Some(reference)) = reference else { return false };
        let at = reader.recommendations.by_reference(&reference, reader.default_source);
        let own = at.and_then(|at| reader.doc.recommendations.get(at)?.reference.as_deref());
        self.links.iter().any(|link| Some(link.as_str()) == own || *link == reference)
    }

    /// Decides what the headings above a row are.
    fn flush(&mut self, reader: &mut Reader<'_>, view: &View<'a>, names_one: bool) {
        let pending = std::mem::take(&mut self.pending);
        for (at, heading) in pending.iter().enumerate() {
            let is_last = at + 1 == pending.len();
            let same = |other: &Heading<'_>| {
                heading.reference.is_some() && other.reference == heading.reference
            };
            let is_repeated = pending.iter().skip(at + 1).take(1).any(same);
            if heading.is_too_long() && !heading.may_be_recommendation {
                leave(reader, view, heading.row_at, "words between the rows of the table");
            } else if heading.is_name() || is_repeated {
                let theme = self.theme(reader, view);
                let before = reader.doc.workstreams.len();
                self.section = as_workstream(reader, view, heading, &mut self.outcome.rows);
                if let Some(new) = reader.doc.workstreams.get_mut(before) {
                    new.part_of = theme;
                }
                self.links.clear();
                self.owners.clear();
            } else {
                let answered = "the recommendation that the rows below it answer";
                let taken_for = if is_last { answered } else { NO_ROWS };
                let rows = &mut self.outcome.rows;
                let at = as_recommendation(reader, view, heading, rows, taken_for);
                self.links.clear();
                self.owners.clear();
                if is_last || !names_one {
                    self.links.extend(reader.link(at));
                    self.bounds.head();
                }
            }
            self.last = None;
            self.settle(reader);
        }
    }

    fn action(
        &mut self,
        reader: &mut Reader<'_>,
        view: &View<'a>,
        row_at: usize,
        row: u32,
        found: &Found<'a>,
    ) {
        let group = self.names_group(reader, view, row_at);
        let Some(title) = reader.text(view, found) else {
            self.without(reader, view, row_at, row);
            return;
        };
        if is_no_action(&title) {
            self.no_action(reader, view, row_at, row, found);
            return;
        }
        let answered = answered(reader, view, row_at);
        let at = new(reader, view, row_at, row, &title);
        let enables = enables(reader, view, row_at);
        let mut is_carried = false;
        if !enables.is_empty() && !group {
            self.settle(reader);
            self.links.clear();
            self.owners.clear();
        }
        let answers = if group {
            if !answered.is_shared {
                self.owners.clear();
            }
            self.settle(reader);
            self.links.clone_from(&answered.links);
            self.bounds.begin(view, row_at);
            answered.links
        } else {
            self.bound(reader, view, row_at);
            is_carried = !self.links.is_empty() && !self.bounds.is_forgotten(view, row_at);
            let bytes = self.links.iter().map(String::len).sum();
            let mut links = answered.links;
            if is_carried && reader.may_repeat(bytes) {
                self.unsettled.clear();
                self.count(view, row_at, &[M::Recommendation, M::RecommendationReference]);
                links.extend(
                    self.links
                        .iter()
                        .filter(|link| !links.contains(link))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
            }
            links
        };
        // Who leads a group leads its rows; an action with a reference of its own is of no group.
        let has_reference = view.first(row_at, M::ActionReference).is_some()
            || reader.doc.actions.get(at).is_some_and(|one| one.reference.is_some());
        let owners = self.owners(reader, view, row_at, is_carried && !has_reference);
        let workstream = self.workstream(reader, view, row_at, row);
        if let Some(one) = reader.doc.actions.get_mut(at) {
            one.answers = answers;
            one.enables = enables;
            one.owners = owners;
            one.workstream = workstream;
        }
        facts(reader, view, row_at, at, &mut self.fills);
        additions(reader, view, row_at, at, false);
        self.last = Some(at);
    }

    /// Whether a row names what it answers in words or by number. Words for "as above" do not: they are
    /// read as the cell above.
    fn names_group(&self, reader: &mut Reader<'_>, view: &View<'a>, row_at: usize) -> bool {
        let mut names_one = false;
        for means in [M::Recommendation, M::RecommendationReference] {
            for (_, found) in view.each(row_at, means) {
                if !is_as_above(&found) {
                    names_one = true;
                } else if self.links.is_empty() {
                    let message = "it stands for the recommendation above it, and there is none";
                    reader.report(view, &found, &NOTHING_ABOVE, "the table", message.to_owned());
                    reader.ledger.leave(found.at, "there is no recommendation above it");
                } else {
                    reader.ledger.mark(found.at);
                }
            }
        }
        names_one
    }

    /// A row that says that there is no action.
    fn no_action(
        &mut self,
        reader: &mut Reader<'_>,
        view: &View<'a>,
        row_at: usize,
        row: u32,
        found: &Found<'a>,
    ) {
        let text = reader.text(view, found).unwrap_or_default();
        let message = format!("{} is no action, so none was made", quoted(&text));
        reader.report(view, found, &NO_ACTION_SAID, "the table", message);
        reader.ledger.give_back(found.at, "it says that there is no action");
        if self.names_group(reader, view, row_at) {
            self.flush(reader, view, true);
            self.without(reader, view, row_at, row);
        } else {
            self.last = None;
            without_action(reader, view, row_at, row);
        }
    }

    /// Ends the group of rows where the file shows that a blank cell is not of it, and says so.
    fn bound(&mut self, reader: &mut Reader<'_>, view: &View<'a>, row_at: usize) {
        if self.links.is_empty() || says_as_above(view, row_at) {
            return;
        }
        let Some(why) = self.bounds.why(view, row_at) else { return };
        let row = view.sheet.rows.get(row_at).map_or(1, |row| row.number);
        let mut columns =
            view.columns(M::Recommendation).chain(view.columns(M::RecommendationReference));
        if let Some(column) = columns.next() {
            let message = format!(
                "the cell is blank, and the recommendation above it was not read into it: {why}"
            );
            let place = view.sheet.place(row, column.column);
            reader.problems.report(&NOT_CARRIED, place, "the table", message);
        }
        if !self.bounds.is_forgotten(view, row_at) {
            self.settle(reader);
            self.links.clear();
            self.owners.clear();
        }
    }

    /// The owners of a row: its own, else those of the group that it is a nameless part of.
    fn owners(
        &mut self,
        reader: &mut Reader<'_>,
        view: &View<'a>,
        row_at: usize,
        is_of_group: bool,
    ) -> Vec<Owner> {
        if let Some(found) = view.first(row_at, M::Owners) {
            let owners = leads(reader, view, &found);
            if self.unsettled_owner == Some(found.at) {
                self.unsettled_owner = None;
            }
            self.settle_owner(reader);
            self.owners.clone_from(&owners);
            return owners;
        }
        let bytes = self.owners.iter().filter_map(Owner::as_str).map(str::len).sum();
        if is_of_group && !self.owners.is_empty() && reader.may_repeat(bytes) {
            self.unsettled_owner = None;
            self.count(view, row_at, &[M::Owners]);
            return self.owners.clone();
        }
        Vec::new()
    }

    /// The workstream of a row: of its own column, carried down, else of the section it is in.
    fn workstream(
        &mut self,
        reader: &mut Reader<'_>,
        view: &View<'a>,
        row_at: usize,
        row: u32,
    ) -> Option<String> {
        if let Some(found) = view.first(row_at, M::Workstream) {
            let Some(text) = reader.text(view, &found).filter(|text| !is_nothing(text)) else {
                self.workstream = None;
                return None;
            };
            let (reference, name) = apart(&text);
            self.workstream = workstream(reader, view, row, reference, name);
            return self.workstream.clone();
        }
        if self.workstream.is_some() && view.has(M::Workstream) {
            self.count(view, row_at, &[M::Workstream]);
            return self.workstream.clone();
        }
        if self.section.is_some() { self.section.clone() } else { self.theme(reader, view) }
    }

    /// The workstream that the whole sheet is about.
    fn theme(&mut self, reader: &mut Reader<'_>, view: &View<'_>) -> Option<String> {
        let theme = view.layout.theme.as_ref().filter(|_| self.theme.is_none());
        if let Some(theme) = theme {
            let at = theme.row.unwrap_or(view.layout.header.start);
            let row = view.sheet.rows.get(at).map_or(1, |row| row.number);
            let (reference, name) = apart(&theme.name);
            self.theme = workstream(reader, view, row, reference, name);
        }
        self.theme.clone()
    }

    /// Counts the blank cells that were read as the one above them.
    fn count(&mut self, view: &View<'_>, row_at: usize, meanings: &[M]) {
        for column in meanings.iter().flat_map(|means| view.columns(*means)) {
            if view.found(row_at, column.column).is_none() {
                *self.outcome.carried.entry(column.column).or_default() += 1;
            }
        }
    }

    /// A row whose action is merged down from the row above.
    fn merged(&mut self, reader: &mut Reader<'_>, view: &View<'a>, row_at: usize, row: u32) {
        let Some(last) = self.last else { return };
        let answered = answered(reader, view, row_at);
        if answered.names_one && !answered.is_shared {
            self.links.clone_from(&answered.links);
            if let Some(one) = reader.doc.actions.get_mut(last) {
                for link in answered.links {
                    if one.answers.len() > 100 || !one.answers.contains(&link) {
                        one.answers.push(link);
                    }
                }
            }
        }
        continued(reader, view, row_at, row, last, true);
    }

    /// Gives back the cells that said something of actions, of which none came.
    fn settle(&mut self, reader: &mut Reader<'_>) {
        for at in self.unsettled.drain(..).chain(self.unsettled_owner.take()) {
            reader.ledger.give_back(at, "there is no action that it could belong to");
        }
    }

    fn settle_owner(&mut self, reader: &mut Reader<'_>) {
        if let Some(at) = self.unsettled_owner.take() {
            reader.ledger.give_back(at, "the actions below it have owners of their own");
        }
    }

    /// A row that names a recommendation and no action.
    fn without(&mut self, reader: &mut Reader<'_>, view: &View<'a>, row_at: usize, row: u32) {
        self.settle(reader);
        let before = reader.doc.recommendations.len();
        let answered = answered(reader, view, row_at);
        let is_new = reader.doc.recommendations.len() > before;
        self.links = answered.links;
        self.bounds.begin(view, row_at);
        self.owners.clear();
        self.last = None;
        if let Some(found) = view.first(row_at, M::Owners) {
            self.owners = leads(reader, view, &found);
            self.unsettled_owner = Some(found.at);
        }
        if view.has(M::Workstream) {
            self.workstream(reader, view, row_at, row);
        }
        if !is_new {
            for means in [M::Recommendation, M::RecommendationReference, M::Answers] {
                self.unsettled.extend(view.each(row_at, means).map(|(_, found)| found.at));
            }
        }
        without_action(reader, view, row_at, row);
    }

    /// Headings under which nothing stands: recommendations without an action, else notes.
    fn end(&mut self, reader: &mut Reader<'_>, view: &View<'a>) {
        self.settle(reader);
        let pending = std::mem::take(&mut self.pending);
        let mut in_notes = false;
        for heading in &pending {
            in_notes |= heading.follows_gap && heading.reference.is_none();
            if in_notes || heading.is_name() {
                leave(reader, view, heading.row_at, "a note under the table");
            } else {
                as_recommendation(reader, view, heading, &mut self.outcome.rows, NO_ROWS);
            }
        }
    }
}

/// The number before the name of a workstream, and its name.
fn apart(text: &str) -> (Option<&str>, &str) {
    match numbered(text) {
        (Some(reference), rest) if !rest.trim().is_empty() => (Some(reference), rest.trim()),
        _ => (None, text),
    }
}
