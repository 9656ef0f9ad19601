//! Who is called what: the references of each kind of record in their compared form, and the two
//! that are called alike.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::structural::{DUPLICATE_ID, DUPLICATE_REFERENCE, problem};
use super::subject::{milestone_subject, quoted, subject};
use crate::diagnostic::{Diagnostic, Location};
use crate::text::{fold_reference, is_blank, written};

/// One record, as far as its name goes.
pub(crate) struct Named<'d> {
    pub(crate) kind: &'static str,
    pub(crate) reference: Option<&'d String>,
    /// The reference of the action it is a step of.
    pub(crate) within: Option<&'d String>,
    pub(crate) words: &'d str,
    /// Whether the document pins its id, so that its name makes none.
    pub(crate) is_pinned: bool,
}

/// What is said of a reference that another record has, given that record's reference and words.
fn already_used(
    reference: &str,
    other: &Location,
    holder: Option<(&Option<String>, &String)>,
) -> String {
    let (held, words) = holder.map_or((None, ""), |(held, words)| (written(held.as_ref()), words));
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

/// The names used inside one scope (a number tells scopes apart), and the record that used each.
#[derive(Default)]
pub(crate) struct Names<'d> {
    held: HashMap<(u32, Cow<'d, str>), Holder>,
}

#[derive(Clone, Copy)]
struct Holder {
    position: u32,
    by_reference: bool,
    is_pinned: bool,
}

impl<'d> Names<'d> {
    /// Forgets every name. Room for very many is given back, so that forgetting few stays quick.
    pub(crate) fn clear(&mut self) {
        if self.held.capacity() > 1_024 {
            self.held = HashMap::new();
        } else {
            self.held.clear();
        }
    }

    /// Adds the record at a position, and says which record holds its name already, if one does.
    pub(crate) fn add(
        &mut self,
        scope: u32,
        position: u32,
        named: &Named<'d>,
        location: &dyn Fn(u32) -> Location,
        holder_of: &dyn Fn(u32) -> Option<(&'d Option<String>, &'d String)>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let reference = written(named.reference);
        if reference.is_none() && named.is_pinned {
            return None;
        }
        let name = fold_reference(reference.unwrap_or(named.words));
        let holder =
            Holder { position, by_reference: reference.is_some(), is_pinned: named.is_pinned };
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
        let is_called = match named.within {
            None => subject(named.kind, reference, named.words),
            within => milestone_subject(written(within), reference, named.words),
        };
        let other = location(first.position);
        if let (Some(reference), true) = (reference, first.by_reference) {
            problems.push(problem(
                &DUPLICATE_REFERENCE,
                location(position).key("reference"),
                is_called,
                already_used(reference, &other, holder_of(first.position)),
            ));
            return Some(first.position);
        }
        if first.is_pinned || holder.is_pinned {
            return None;
        }
        problems.push(problem(
            &DUPLICATE_ID,
            location(position),
            is_called,
            format!(
                "without a reference it is known by {}, and so is {other}",
                quoted(named.words)
            ),
        ));
        Some(first.position)
    }

    /// The record with a reference, given in its compared form.
    pub(crate) fn by_reference(&self, scope: u32, compared: &str) -> Option<u32> {
        self.held
            .get(&(scope, Cow::Borrowed(compared)))
            .filter(|holder| holder.by_reference)
            .map(|holder| holder.position)
    }
}
