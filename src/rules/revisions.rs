//! Rules about revisions of due dates.

use chrono::NaiveDate;

use super::dates::{date, day, due_words, on};
use super::facts::Facts;
use super::hits::{Found, Hits};
use super::locations::{due_place, place};
use crate::analysis::Slippage;
use crate::diagnostic::Location;
use crate::due_date::{DateReading, DueDate};
use crate::model::Revision;
use crate::plan::{Item, quoted};
use crate::text::{counted, days, is_blank, named, reason, written};

pub(crate) fn revision_not_agreed(facts: &Facts<'_>, hits: &mut Hits) {
    for item in facts.moved.iter().copied().filter(|item| item.is_open(facts.as_of)) {
        for (position, later) in item.requests(facts.as_of) {
            let Some(revision) = item.revisions().get(position) else { continue };
            let is_there = !gives_nothing(revision) && revision.agreed.is_some();
            let location = place(revision_at(item, position), "agreed", is_there);
            let message = why_not_agreed(facts, revision, later);
            if later.is_some() && !gives_nothing(revision) {
                let help = "Check the day of the agreement, or ask as of that day or a later one.";
                hits.add_with_help(location, item.subject(), message, help);
            } else {
                hits.add(location, item.subject(), message);
            }
        }
    }
}

fn why_not_agreed(facts: &Facts<'_>, revision: &Revision, later: Option<NaiveDate>) -> String {
    let Some(due) = revision.due.as_ref().filter(|due| !is_blank(due.as_str())) else {
        return "the revision gives no new date, so it changes nothing".to_owned();
    };
    let due = date(facts.plan, due);
    let agreed = revision.agreed.as_ref().map(DueDate::as_str);
    match (later, agreed.filter(|agreed| !is_blank(agreed))) {
        (Some(_), _) => {
            let later = revision.agreed.as_ref().map(|agreed| on(facts.plan, agreed));
            let later = later.unwrap_or_default();
            format!("{due} is requested, but agreed only {later}, after the date of this report")
        }
        (None, Some(words)) => {
            format!("{due} is requested, but its agreement date {} is not a date", quoted(words))
        }
        (None, None) => format!("{due} is requested, but no agreement date is given"),
    }
}

/// Returns whether the new date of a revision is absent or blank.
fn gives_nothing(revision: &Revision) -> bool {
    revision.due.as_ref().is_none_or(|due| is_blank(due.as_str()))
}

pub(crate) fn revision_unreadable(facts: &Facts<'_>, hits: &mut Hits) {
    for item in facts.moved.iter().copied() {
        for (position, reading) in item.unreadable_revisions(facts.as_of) {
            let Some(revision) = item.revisions().get(position) else { continue };
            let location = place(revision_at(item, position), "due", revision.due.is_some());
            let words = quoted(revision.due.as_ref().map_or("", |due| due.as_str().trim()));
            let why = match reading {
                DateReading::Missing => "an agreed revision gives no new date".to_owned(),
                DateReading::Unreadable(why) => format!("agreed as {words}: {why}"),
                DateReading::OutOfRange => format!("agreed as {words}: its year cannot be right"),
                _ => format!("agreed as {words}, without a year"),
            };
            hits.add(location, item.subject(), format!("{why}; {}", what_stands(facts, item)));
        }
    }
}

/// Says which due date an item has in spite of a revision that cannot be read.
fn what_stands(facts: &Facts<'_>, item: Item<'_>) -> String {
    let words = item.current_due_words(facts.as_of).filter(|words| !is_blank(words.as_str()));
    match words {
        Some(words) => format!("the due date is still {}", date(facts.plan, words)),
        None => "there is still no due date".to_owned(),
    }
}

pub(crate) fn date_given_up(facts: &Facts<'_>, hits: &mut Hits) {
    for one in facts.dates_given_up() {
        let (item, was_due) = (one.item(), day(one.was_due()));
        let since = agreed_words(facts, item, one.revision());
        let message = format!("was due {was_due}, and has had no day since {since}");
        hits.add(due_place(item, facts.as_of), item.subject(), message);
    }
}

/// Returns every revision that moved a due day by the date asked about.
fn agreed_moves<'p>(facts: &Facts<'p>) -> impl Iterator<Item = AgreedMove<'p>> {
    let as_of = facts.as_of;
    let moves = facts.moved.iter().copied();
    moves.flat_map(move |item| item.moves(as_of).map(move |one| (item, one))).filter_map(
        |(item, one)| {
            let revision = item.revisions().get(one.position)?;
            Some(AgreedMove { item, position: one.position, revision })
        },
    )
}

/// A revision that moved a due day.
struct AgreedMove<'p> {
    item: Item<'p>,
    position: usize,
    revision: &'p Revision,
}

impl AgreedMove<'_> {
    /// Reports a field of the revision that is missing or says nothing.
    fn lacks(
        &self,
        facts: &Facts<'_>,
        hits: &mut Hits,
        key: &'static str,
        is_there: bool,
        what: &str,
    ) {
        let location = place(revision_at(self.item, self.position), key, is_there);
        let new = self.revision.due.as_ref().map(|due| date(facts.plan, due)).unwrap_or_default();
        let agreed = agreed_on(facts, self.item, self.position);
        hits.add(location, self.item.subject(), format!("moved to {new}, agreed {agreed}, {what}"));
    }
}

pub(crate) fn revision_without_reason(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(agreed_moves(facts), |one| {
        reason(one.revision.reason.as_ref()).is_none().then_some(one)
    });
    let all = |all| format!("none of the {all} agreed revisions has a reason");
    hits.add_each_or_all(found, "actions", all, |hits, one| {
        let given = one.revision.reason.as_ref();
        let what = match written(given) {
            Some(open) => format!("with no reason but {}", quoted(open)),
            None => "without a reason".to_owned(),
        };
        one.lacks(facts, hits, "reason", given.is_some(), &what);
    });
}

pub(crate) fn revision_without_approver(facts: &Facts<'_>, hits: &mut Hits) {
    let found = Found::among(agreed_moves(facts), |one| {
        named(one.revision.approved_by.as_ref()).is_none().then_some(one)
    });
    let all = |all| format!("none of the {all} agreed revisions names who approved it");
    hits.add_each_or_all(found, "actions", all, |hits, one| {
        let given = one.revision.approved_by.as_ref();
        let what = match written(given) {
            Some(open) => format!("but its approver is {}", quoted(open)),
            None => "but nobody is named as having approved it".to_owned(),
        };
        one.lacks(facts, hits, "approved_by", given.is_some(), &what);
    });
}

pub(crate) fn revised_after_due(facts: &Facts<'_>, hits: &mut Hits) {
    for item in facts.moved.iter().copied() {
        for one in item.moves(facts.as_of) {
            let Some((due, late)) = one.already_past() else { continue };
            // Of a month, the last day counts.
            let up_to = if item.is_agreed_on_one_day(one.position) { "" } else { "up to " };
            let message = format!(
                "agreed {}, {up_to}{} after the due date it replaced, {}",
                agreed_on(facts, item, one.position),
                days(late),
                day(due),
            );
            let location = revision_at(item, one.position).key("agreed");
            hits.add(location, item.subject(), message);
        }
    }
}

pub(crate) fn revised_repeatedly(facts: &Facts<'_>, hits: &mut Hits) {
    for item in facts.moved.iter().copied().filter(|item| item.is_open(facts.as_of)) {
        let slippage = Slippage::of(item, facts.as_of);
        if slippage.moves() > 1 {
            let times = match slippage.moves() {
                2 => "twice".to_owned(),
                more => counted(more, "time"),
            };
            let message = match (slippage.days(), slippage.current().due_day()) {
                (Some(0), Some(due)) => {
                    format!("moved {times}, now due {}, the original date", day(due))
                }
                (Some(moved), Some(due)) => {
                    let way = if moved < 0 { "earlier" } else { "later" };
                    let moved = days(u32::try_from(moved.abs()).unwrap_or(u32::MAX));
                    format!("moved {times}, now due {}, {moved} {way} than originally", day(due))
                }
                _ => format!("moved {times}, now due {}", due_words(item, facts.as_of)),
            };
            hits.add(item.location().key("revisions"), item.subject(), message);
        }
    }
}

pub(crate) fn revisions_out_of_order(facts: &Facts<'_>, hits: &mut Hits) {
    for item in facts.moved.iter().copied() {
        for (position, above) in item.revisions_out_of_order() {
            let [agreed, above] = [position, above].map(|at| agreed_on(facts, item, at));
            let message = format!("agreed {agreed}, before the revision above it, agreed {above}");
            hits.add(revision_at(item, position).key("agreed"), item.subject(), message);
        }
    }
}

/// Returns the day on which a revision was agreed, or the words for it if they are not one day.
fn agreed_words(facts: &Facts<'_>, item: Item<'_>, position: usize) -> String {
    let agreed = item.revisions().get(position).and_then(|revision| revision.agreed.as_ref());
    agreed.map(|agreed| date(facts.plan, agreed)).unwrap_or_default()
}

/// Returns when a revision was agreed, after that verb: `on 9 October 2026`, or the words if they are not one day.
fn agreed_on(facts: &Facts<'_>, item: Item<'_>, position: usize) -> String {
    let agreed = item.revisions().get(position).and_then(|revision| revision.agreed.as_ref());
    agreed.map(|agreed| on(facts.plan, agreed)).unwrap_or_default()
}

fn revision_at(item: Item<'_>, position: usize) -> Location {
    item.location().key("revisions").index(position)
}
