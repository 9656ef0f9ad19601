//! The names of records: folded references (or texts) by scope, and the detection of duplicates.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::record_list::RecordList;
use super::structural::{DUPLICATE_ID, DUPLICATE_REFERENCE, problem};
use super::subject::quoted;
use crate::diagnostic::Diagnostic;
use crate::text::{fold_reference, is_blank};

/// The names in use by scope, with the record that holds each.
#[derive(Default)]
pub(crate) struct Names<'d> {
    held: HashMap<(u32, Cow<'d, str>), Holder>,
}

#[derive(Clone, Copy)]
struct Holder {
    position: u32,
    by_reference: bool,
    has_explicit_id: bool,
}

impl<'d> Names<'d> {
    /// Removes every name. Drops a large table, so that later calls stay fast.
    pub(crate) fn clear(&mut self) {
        if self.held.capacity() > 1_024 {
            self.held = HashMap::new();
        } else {
            self.held.clear();
        }
    }

    /// Adds the record at a position of a list. Reports a duplicate name and returns the
    /// record that already holds it.
    pub(crate) fn add(
        &mut self,
        scope: u32,
        list: RecordList<'d>,
        position: u32,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let at = position as usize;
        let record = list.get(at)?;
        let reference = record.reference();
        let has_explicit_id = record.explicit_id().is_some();
        if reference.is_none() && has_explicit_id {
            return None;
        }
        let name = fold_reference(reference.unwrap_or(record.words()));
        let holder = Holder { position, by_reference: reference.is_some(), has_explicit_id };
        let first = match self.held.entry((scope, name)) {
            Entry::Vacant(place) => {
                place.insert(holder);
                return None;
            }
            Entry::Occupied(mut place) => {
                let first = *place.get();
                if holder.by_reference && !first.by_reference {
                    place.insert(holder);
                }
                first
            }
        };
        if let (Some(reference), true) = (reference, first.by_reference) {
            problems.push(problem(
                &DUPLICATE_REFERENCE,
                list.location(at).key("reference"),
                list.subject(at),
                already_used(reference, list, first.position as usize),
            ));
            return Some(first.position);
        }
        if first.has_explicit_id || holder.has_explicit_id {
            return None;
        }
        let (words, other) = (quoted(record.words()), list.location(first.position as usize));
        let key = record.kind().words_key();
        problems.push(problem(
            &DUPLICATE_ID,
            list.location(at),
            list.subject(at),
            format!("it has no reference, and {other} has the same {key}: {words}"),
        ));
        Some(first.position)
    }

    /// Finds the record with a folded reference.
    pub(crate) fn by_reference(&self, scope: u32, compared: &str) -> Option<u32> {
        self.held
            .get(&(scope, Cow::Borrowed(compared)))
            .filter(|holder| holder.by_reference)
            .map(|holder| holder.position)
    }
}

/// Returns the message for a reference already used by the record at a position of the same list.
fn already_used(reference: &str, list: RecordList<'_>, holder: usize) -> String {
    let other = list.location(holder);
    let (held, words) = list.get(holder).map_or((None, ""), |one| (one.reference(), one.words()));
    let named = if is_blank(words) { String::new() } else { format!(" {}", quoted(words)) };
    let (reference, held) = (reference.trim(), held.unwrap_or(reference).trim());
    let is_same = reference == held;
    let (reference, held) = (quoted(reference), quoted(held));
    if is_same {
        format!("{reference} is already the reference of {other}{named}")
    } else {
        format!("{reference} is read as the same reference as {held}, which {other}{named} has")
    }
}
