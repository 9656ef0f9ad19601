//! How the two records of a pair differ in what they write: references, words, leads, declared colours.

use chrono::NaiveDate;

use super::change::Change;
use super::identity::name;
use super::outcome::MatchedBy;
use crate::analysis::rag::Declared;
use crate::model::Record;
use crate::plan::{ActionRef, Item};
use crate::text::{same, same_reference};

/// Returns the declared colour of an action in one word: the colour, the status that the legend gives, or the word as
/// written.
pub(super) fn declared_word(action: ActionRef<'_>) -> Option<&str> {
    match action.declared_rag() {
        Declared::Missing => None,
        Declared::Colour(colour) => Some(colour.as_str()),
        Declared::Status(status) => Some(status.as_str()),
        Declared::Unknown(word) => Some(word),
    }
}

/// Returns the declared colours of a pair of actions if they differ.
pub(super) fn declared<'p>(earlier: Item<'p>, later: Item<'p>) -> Option<Change<&'p str>> {
    let (Item::Action(earlier), Item::Action(later)) = (earlier, later) else { return None };
    let has_legend = [earlier, later].iter().any(|action| !action.plan().index().legend.is_empty());
    if !has_legend && earlier.record().rag == later.record().rag {
        return None;
    }
    texts(declared_word(earlier), declared_word(later))
}

/// Returns the leads of a pair if they differ. A milestone that has no owners of its own in either plan has none.
pub(super) fn leads<'p>(earlier: Item<'p>, later: Item<'p>) -> Option<Change<&'p str>> {
    let is_same = match (earlier, later) {
        (Item::Milestone(earlier), Item::Milestone(later)) => {
            earlier.record().owners.is_empty() && later.record().owners.is_empty()
        }
        (Item::Action(earlier), Item::Action(later)) => {
            earlier.record().owners == later.record().owners
        }
        _ => false,
    };
    if is_same {
        return None;
    }
    texts(earlier.lead().as_str(), later.lead().as_str())
}

/// Returns two texts if they differ, folded.
fn texts<'p>(from: Option<&'p str>, to: Option<&'p str>) -> Option<Change<&'p str>> {
    let is_same = match (from, to) {
        (None, None) => true,
        (Some(from), Some(to)) => same(from, to),
        _ => false,
    };
    (!is_same).then(|| Change::new(from, to))
}

/// Returns the references of a pair if they differ in their compared form, or one of the two has none.
pub(super) fn references<'p>(
    earlier: Option<&'p str>,
    later: Option<&'p str>,
) -> Option<Change<&'p str>> {
    let is_same = match (earlier, later) {
        (None, None) => true,
        (Some(from), Some(to)) => same_reference(from, to),
        _ => false,
    };
    (!is_same).then(|| Change::new(earlier, later))
}

/// Returns the original due days of a pair if the earlier is a day and the later is another or none.
pub(super) fn baselines(
    earlier: Item<'_>,
    later: Item<'_>,
) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let from = earlier.baseline_due().due_day()?;
    let to = later.baseline_due().due_day();
    (to != Some(from)).then_some((from, to))
}

/// Returns what shows that two records are the same, if their words differ.
pub(super) fn reworded(
    earlier: &dyn Record,
    later: &dyn Record,
    has_same_id: bool,
) -> Option<MatchedBy> {
    if same(earlier.words(), later.words()) {
        return None;
    }
    let are_written = earlier.explicit_id().is_some() && later.explicit_id().is_some();
    let is_by_id = has_same_id && (are_written || !same_reference(name(earlier), name(later)));
    Some(if is_by_id { MatchedBy::Id } else { MatchedBy::Reference })
}

/// Returns the record of an item.
pub(super) fn record(item: Item<'_>) -> &dyn Record {
    match item {
        Item::Action(action) => action.record(),
        Item::Milestone(milestone) => milestone.record(),
    }
}
