//! Reads a table of actions row by row: headings, actions, carried-down links, continuation rows and
//! notes.

use super::action_columns::{AddedCells, additions, facts, leads, new, report_revised};
use super::answers::{Answered, answered};
use super::cell_comments::keep;
use super::colour_columns::colour_columns;
use super::continuation::{
    can_continue, continued, is_spread, merged, milestone, spread_step, without_action,
};
use super::enables::enables;
use super::group::Group;
use super::heading_rows::{Heading, as_recommendation, as_workstream, heading, note, workstream};
use super::outcome::Outcome;
use super::response::respond;
use super::row_workstreams::RowWorkstreams;
use super::same_action::SameActions;
use super::side_by_side::{Piece, days_of_steps, pieces};
use super::summary_rows::{Summary, SummaryRows};
use super::table_body::{Body, Sorted};
use super::table_diagnostics::{
    forget_explained_colours, report_not_carried, report_of_links, report_summaries, report_tally,
};
use super::tally::Tally;
use crate::diagnostic::import_codes::{NO_ACTION_SAID, RESPONSE_DECLINED};
use crate::import::ColumnMeaning as M;
use crate::import::banner::rows_above;
use crate::import::interpretation::{RowInterpretation, SECTION};
use crate::import::table_reader::TableReader;
use crate::import::text_patterns::is_no_action;
use crate::import::values::owners as owners_of;
use crate::import::values::text_of;
use crate::import::view::{Found, TableRow};
use crate::import::{RowKind, SheetKind};
use crate::model::Decision;
use crate::plan::quoted;
use crate::text::names_nothing;

/// What a recommendation heading with no rows below it is taken for.
const NO_ROWS: &str = "a recommendation with no rows below it";

/// The state of reading a table of actions from the top.
#[derive(Default)]
struct Walk<'a> {
    outcome: Outcome,
    /// Headings whose role is not known yet.
    pending: Vec<Heading<'a>>,
    group: Group,
    workstreams: RowWorkstreams,
    /// The action that a row without its own continues.
    last: Option<usize>,
    tally: Tally,
    same: SameActions,
    /// Whether the action that goes on has a milestone with its own day in each of its rows.
    is_spread: bool,
    /// The rows that sum up others.
    summaries: SummaryRows,
    /// The columns whose fills are colours, besides those of colours and statuses.
    colours: Vec<u16>,
}

/// What the row below some headings says itself about what it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowBelow {
    /// It names a recommendation, so that only the last heading can apply to it.
    Names,
    NamesNone,
}

/// Reads a table of actions.
pub(crate) fn read(table: &mut TableReader<'_, '_>) -> Outcome {
    let first_action = table.reader.doc.actions.len();
    let known = table.view.layout.columns.iter().filter(|column| column.means.is_some()).count();
    let mut body = Body::new(table.view, if known <= 3 { 2 } else { 3 });
    // Known beforehand, the memory is exactly as much as is needed, and no action is moved.
    let own = table.view.rows().filter(|row| row.own_action().is_some()).count();
    table.reader.doc.actions.reserve_exact(own);
    let colours = colour_columns(table.view, &table.reader.words);
    let summaries = SummaryRows::of(table.view);
    let mut walk = Walk { group: Group::new(table.view), colours, summaries, ..Walk::default() };
    if table.view.layout.kind == Some(SheetKind::Actions) {
        for at in rows_above(table.view.sheet, table.view.layout) {
            walk.pending.extend(table.view.row(at).and_then(|row| heading(table.reader, row)));
        }
    }
    for row in table.view.rows() {
        match body.sort(table, row, &mut walk.outcome.rows) {
            Sorted::Row => {
                let pending = walk.pending.len();
                walk.row(table, row);
                if let Some(last) = walk.last.filter(|_| walk.pending.len() == pending) {
                    keep(table, row, last);
                }
            }
            Sorted::Headings => walk.group.bounds.end("the headings are repeated between"),
            Sorted::End => walk.group.bounds.end("the table ends between"),
            Sorted::Left => {}
        }
    }
    walk.end(table);
    let actions = first_action..table.reader.doc.actions.len();
    walk.outcome.records = actions.len();
    if let Some((count, first)) = walk.summaries.count() {
        report_summaries(table, count, first);
    }
    walk.same.report(table);
    forget_explained_colours(table, actions.clone(), &mut walk.tally);
    report_tally(table, &walk.tally);
    report_not_carried(table, actions.clone());
    report_revised(table, actions.clone());
    report_of_links(table, actions);
    walk.outcome
}

impl<'a> Walk<'a> {
    fn row(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'a>) {
        if row.given() == Some(RowKind::Milestone)
            && let Some(last) = self.last
        {
            let rest = (self.colours.as_slice(), &mut self.tally);
            if self.is_spread && row.first_own(M::Milestones).is_some() {
                spread_step(table, row, last, rest);
            } else {
                milestone(table, row, last, rest);
            }
            return;
        }
        if let Some(summary) = self.summaries.get(row.at).filter(|_| row.given().is_none()) {
            self.summary(table, row, summary);
            return;
        }
        let action = row.action();
        let is_head = matches!(row.given(), Some(RowKind::Section | RowKind::Recommendation));
        let is_numbered =
            table.view.makes_actions() && row.first_own(M::RecommendationReference).is_some();
        if (is_head
            || (action.is_none_or(|found| !found.is_shared) && !(is_numbered && action.is_some())))
            && let Some(heading) = heading(table.reader, row)
        {
            self.pending.push(heading);
            return;
        }
        let words = row.first_own(M::Recommendation);
        let number = row.first_own(M::RecommendationReference);
        match action {
            Some(found) if !found.is_shared => {
                let named = words.or(number).map_or(RowBelow::NamesNone, |_| RowBelow::Names);
                self.flush(table, named);
                self.action(table, row, &found);
            }
            Some(_) if self.last.is_some() => self.merged(table, row),
            _ if words.is_some()
                || (number.is_some() && !self.group.repeats(table.reader, row)) =>
            {
                self.flush(table, RowBelow::Names);
                self.without(table, row);
            }
            _ => match self.last.filter(|_| can_continue(row)) {
                Some(last) => {
                    if let Some(found) = number {
                        table.reader.ledger.mark(found.at);
                    }
                    continued(table, row, last, &mut self.tally);
                }
                None => without_action(table, row),
            },
        }
    }

    /// Handles a row that sums up others: a group names the workstream of the rows below it.
    fn summary(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'_>, summary: Summary) {
        self.flush(table, RowBelow::Names);
        self.group.end(table.reader);
        self.last = None;
        let Some(found) = row.own_action() else { return };
        let Some(name) = table.text(&found) else { return };
        let is_above_group = self.summaries.get(row.at + 1).is_some();
        let taken_for = match summary {
            Summary::Parent => "what other rows say they are part of",
            Summary::Group if is_above_group => "a name above groups of rows",
            Summary::Group => {
                self.workstreams.section = workstream(table, row.number, None, &name);
                SECTION
            }
        };
        table.leave(row, "its row sums up other rows");
        let (taken_for, text) = (taken_for.to_owned(), name.into_owned());
        self.outcome.rows.push(RowInterpretation { row: row.number, text, taken_for });
    }

    /// Decides what the headings above a row are.
    fn flush(&mut self, table: &mut TableReader<'_, '_>, row_below: RowBelow) {
        let pending = std::mem::take(&mut self.pending);
        let heads = pending.iter().filter(|heading| heading.lead.is_none()).count();
        let mut leads =
            pending.iter().filter_map(|heading| heading.lead.map(|lead| (heading, lead)));
        for (at, heading) in pending.iter().filter(|heading| heading.lead.is_none()).enumerate() {
            let is_last = at + 1 == heads;
            let same = |other: &Heading<'_>| {
                heading.reference.is_some() && other.reference == heading.reference
            };
            let is_repeated = heading.row.given() != Some(RowKind::Recommendation)
                && pending.iter().skip(at + 1).take(1).any(same);
            if heading.is_too_long() && !heading.may_be_recommendation {
                table.leave(heading.row, "text between the rows of the table");
            } else if heading.is_name() || is_repeated {
                let theme = self.workstreams.of_sheet(table);
                let before = table.reader.doc.workstreams.len();
                self.workstreams.section = as_workstream(table, heading, &mut self.outcome.rows);
                if let Some(new) = table.reader.doc.workstreams.get_mut(before) {
                    new.part_of = theme;
                }
                self.group.clear();
            } else {
                let answered = "the recommendation that the rows below it answer";
                let taken_for = if is_last { answered } else { NO_ROWS };
                let rows = &mut self.outcome.rows;
                let at = as_recommendation(table, heading, rows, taken_for);
                self.group.clear();
                if is_last || row_below == RowBelow::NamesNone {
                    self.group.head(table.reader.link(at));
                }
            }
            self.last = None;
            self.group.release(table.reader);
        }
        if let Some((heading, lead)) = leads.next_back() {
            note(table, heading, &mut self.outcome.rows, "the lead of the rows below it");
            if let Some(cell) = heading.cells.first() {
                self.group.lead(owners_of(lead), cell.at);
            }
        }
        for (heading, _) in leads {
            table.leave(heading.row, "a lead with no rows below it");
        }
    }

    fn action(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'_>, found: &Found<'a>) {
        let group = self.group.is_named(table, row);
        let Some(title) = table.text(found) else {
            self.without(table, row);
            return;
        };
        if is_no_action(&title) {
            self.no_action(table, row, found);
            return;
        }
        match pieces(table, row, &mut self.tally) {
            None => self.one(table, row, group, (&title, None)),
            Some(pieces) => {
                for piece in &pieces {
                    self.one(table, row, group, (&piece.title, Some(piece)));
                }
            }
        }
    }

    /// Reads one action of a row: all of the row, or a piece of it.
    fn one(
        &mut self,
        table: &mut TableReader<'_, '_>,
        row: TableRow<'_>,
        group: bool,
        (title, piece): (&str, Option<&Piece>),
    ) {
        let answered = answered(table, row);
        if let Some(decision) = respond(table, row, &answered.places, Some(title))
            && decision == Decision::Declined
        {
            self.declined(table, row, group, &answered);
            return;
        }
        let own = answered.places.first().filter(|_| table.view.makes_actions());
        let own = own.and_then(|at| table.reader.doc.recommendations.get(*at));
        let words = own.map(|one| one.text.clone());
        let at = new(table, row, words.as_deref().unwrap_or(title));
        if let (Some(piece), Some(one)) = (piece, table.reader.doc.actions.get_mut(at))
            && piece.reference.is_some()
        {
            one.reference.clone_from(&piece.reference);
        }
        let enables = enables(table, row);
        let mut is_carried = false;
        if !enables.is_empty() && !group {
            self.group.end(table.reader);
        }
        let answers = if group {
            if !answered.is_shared {
                self.group.owners.clear();
            }
            self.group.release(table.reader);
            self.group.begin(row, &answered.links);
            answered.links
        } else {
            self.group.end_at_bound(table, row);
            is_carried = self.group.reaches(row);
            let mut links = answered.links;
            if is_carried && self.group.carry(table.reader, &mut links) {
                self.outcome.count_carried(row, &[M::Recommendation, M::RecommendationReference]);
            }
            links
        };
        // The owner of a group owns its rows; an action with its own reference is in no group.
        let has_reference = row.first(M::ActionReference).is_some()
            || table.reader.doc.actions.get(at).is_some_and(|one| one.reference.is_some());
        let owners = match self.group.own_owners(table, row) {
            Some(owners) => owners,
            None if is_carried && !has_reference => {
                self.group.carry_owners(table.reader, row, &mut self.outcome)
            }
            None => Vec::new(),
        };
        let workstream = self.workstreams.of_row(table, row, &mut self.outcome);
        if let Some(one) = table.reader.doc.actions.get_mut(at) {
            one.answers = answers;
            one.enables = enables;
            one.owners = match piece.and_then(|piece| piece.owner.as_deref()) {
                Some(owner) => owners_of(owner),
                None => owners,
            };
            one.workstream = workstream;
        }
        self.is_spread = piece.is_none() && is_spread(row);
        if self.is_spread {
            spread_step(table, row, at, (&self.colours, &mut self.tally));
        } else {
            let steps =
                if piece.is_none() { days_of_steps(table, row, &mut self.tally) } else { None };
            let last = steps.as_ref().map(|(_, last)| last.as_str());
            let due = piece.map(|piece| piece.due.as_str()).or(last);
            facts(table, row, at, due, (&self.colours, &mut self.tally));
            additions(table, row, at, AddedCells::All);
            if let (Some((days, _)), Some(one)) = (steps, table.reader.doc.actions.get_mut(at))
                && one.milestones.len() == days.len()
            {
                for (milestone, day) in one.milestones.iter_mut().zip(days) {
                    milestone.due = Some(day);
                }
            }
        }
        self.last = Some(self.same.settle(table, at, row.number));
    }

    /// Handles a row whose recommendation was declined: there is nothing to do, and its words say why.
    fn declined(
        &mut self,
        table: &mut TableReader<'_, '_>,
        row: TableRow<'_>,
        group: bool,
        answered: &Answered,
    ) {
        if group {
            self.group.release(table.reader);
            self.group.begin(row, &answered.links);
            self.group.owners.clear();
        }
        self.last = None;
        let message = "the recommendation was declined, so no action was made; the other words of the row are its reason";
        table.report_of_row(row.number, &RESPONSE_DECLINED, "the table", message);
        for found in row.filled() {
            let text = text_of(found.cell, table.view.sheet.dates);
            if text.is_some_and(|text| names_nothing(&text)) {
                table.reader.ledger.mark(found.at);
            } else {
                table.reader.ledger.leave(found.at, "the recommendation of its row was declined");
            }
        }
    }

    /// Handles a row that says there is no action.
    fn no_action(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'_>, found: &Found<'a>) {
        let text = table.text(found).unwrap_or_default();
        let message = format!("{} is no action, so none was made", quoted(&text));
        table.report(found, &NO_ACTION_SAID, "the table", message);
        table.reader.ledger.release(found.at, "it says that there is no action");
        if self.group.is_named(table, row) {
            self.flush(table, RowBelow::Names);
            self.without(table, row);
        } else {
            self.last = None;
            without_action(table, row);
        }
    }

    /// Handles a row whose action is merged down from the row above.
    fn merged(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'_>) {
        let Some(last) = self.last else { return };
        let answered = answered(table, row);
        if answered.names_one && !answered.is_shared {
            self.group.links.clone_from(&answered.links);
            if let Some(one) = table.reader.doc.actions.get_mut(last) {
                for link in answered.links {
                    if one.answers.len() > 100 || !one.answers.contains(&link) {
                        one.answers.push(link);
                    }
                }
            }
        }
        if self.is_spread && row.first_own(M::Milestones).is_some() {
            spread_step(table, row, last, (&self.colours, &mut self.tally));
        } else {
            merged(table, row, last, &mut self.tally);
        }
    }

    /// Handles a row that names a recommendation but no action.
    fn without(&mut self, table: &mut TableReader<'_, '_>, row: TableRow<'_>) {
        self.group.release(table.reader);
        let before = table.reader.doc.recommendations.len();
        let answered = answered(table, row);
        let is_new = table.reader.doc.recommendations.len() > before;
        respond(table, row, &answered.places, None);
        self.group.begin(row, &answered.links);
        self.group.owners.clear();
        self.last = None;
        if let Some(found) = row.first(M::Owners) {
            let owners = leads(table, &found);
            self.group.lead(owners, found.at);
        }
        if table.view.has(M::Workstream) {
            self.workstreams.of_row(table, row, &mut self.outcome);
        }
        if !is_new {
            for means in [M::Recommendation, M::RecommendationReference, M::Answers] {
                self.group.unclaimed.extend(row.each(means).map(|(_, found)| found.at));
            }
        }
        without_action(table, row);
    }

    /// Handles headings with nothing below them: recommendations without an action, else notes.
    fn end(&mut self, table: &mut TableReader<'_, '_>) {
        self.group.release(table.reader);
        let pending = std::mem::take(&mut self.pending);
        let mut in_notes = false;
        for heading in &pending {
            in_notes |= heading.follows_gap && heading.reference.is_none();
            if in_notes || heading.is_name() {
                table.leave(heading.row, "a note under the table");
            } else {
                as_recommendation(table, heading, &mut self.outcome.rows, NO_ROWS);
            }
        }
    }
}
