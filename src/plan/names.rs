//! The names of records: folded references (or texts) by scope, and the detection of duplicates.

use super::name_table::NameTable;
use super::record_list::RecordList;
use super::structural::{DUPLICATE_ID, DUPLICATE_REFERENCE, problem};
use super::subject::quoted;
use crate::diagnostic::Diagnostic;
use crate::model::Record;
use crate::text::is_blank;

/// The names in use by scope, with the record that holds each.
#[derive(Default)]
pub(crate) struct Names<'d> {
    held: NameTable<'d, Holder>,
}

#[derive(Clone, Copy)]
struct Holder {
    position: u32,
    by_reference: bool,
    has_explicit_id: bool,
}

impl<'d> Names<'d> {
    /// Removes every name.
    pub(crate) fn clear(&mut self) {
        self.held.clear();
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
        let name = reference.unwrap_or(record.words());
        let holder = Holder { position, by_reference: reference.is_some(), has_explicit_id };
        let held = self.held.get_or_insert(scope, name, holder)?;
        let first = *held;
        if holder.by_reference && !first.by_reference {
            *held = holder;
        }
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

    /// Finds the record with a reference.
    pub(crate) fn by_reference(&self, scope: u32, reference: &str) -> Option<u32> {
        let holder = self.held.get(scope, reference).filter(|holder| holder.by_reference);
        holder.map(|holder| holder.position)
    }
}

/// Returns the message for a reference already used by the record at a position of the same list.
fn already_used(reference: &str, list: RecordList<'_>, holder: usize) -> String {
    let other = list.location(holder);
    let (held, words) = list.get(holder).map_or((None, ""), |one| (one.reference(), one.words()));
    let is_restricted = list.get(holder).is_some_and(Record::is_restricted);
    let named = if is_restricted || is_blank(words) {
        String::new()
    } else {
        format!(" {}", quoted(words))
    };
    let (reference, held) = (reference.trim(), held.unwrap_or(reference).trim());
    let is_same = reference == held;
    let (reference, held) = (quoted(reference), quoted(held));
    if is_same {
        format!("{reference} is already the reference of {other}{named}")
    } else {
        format!("{reference} is read as the same reference as {held}, which {other}{named} has")
    }
}
