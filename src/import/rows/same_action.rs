//! The same action in several rows: one action that answers everything its rows do, or several with one
//! title that are told apart by what they answer.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::import_codes::SAME_ACTION;
use crate::import::table_reader::TableReader;
use crate::model::Action;
use crate::text::{counted, fold, runs_in_words};

/// The actions of a table by their titles.
#[derive(Debug, Default)]
pub(super) struct SameActions {
    /// The first action without a reference of each title.
    first: HashMap<String, usize>,
    /// The names from which ids were derived.
    pinned: HashSet<String>,
    joined: Vec<u32>,
    apart: Vec<u32>,
}

/// The most runs of rows that a message lists.
const MOST_RUNS: usize = 8;

impl SameActions {
    /// Looks at the action that was read last. Returns the position of the action that it is: an earlier
    /// one that says the same, which then answers what this row does too.
    pub(super) fn settle(&mut self, table: &mut TableReader<'_, '_>, at: usize, row: u32) -> usize {
        let actions = &mut table.reader.doc.actions;
        let Some(own) = actions.get(at).filter(|own| own.reference.is_none()) else { return at };
        let first = *self.first.entry(fold(&own.title).into_owned()).or_insert(at);
        if first == at {
            return at;
        }
        if actions.get(first).zip(actions.get(at)).is_some_and(|(one, own)| is_same(one, own))
            && at + 1 == actions.len()
        {
            let answers = actions.pop().map(|own| own.answers).unwrap_or_default();
            if let Some(one) = actions.get_mut(first) {
                let own = one.answers.len();
                for link in answers {
                    if !one.answers.iter().take(own).any(|other| *other == link) {
                        one.answers.push(link);
                    }
                }
            }
            self.joined.push(row);
            return first;
        }
        self.apart.push(row);
        if let Some(own) = table.reader.doc.actions.get(at) {
            let mut name = format!("{}\n{}", own.title, own.answers.join("\n"));
            let plain = name.clone();
            let mut times = 1;
            while !self.pinned.insert(name.clone()) {
                times += 1;
                name = format!("{plain}\n{times}");
            }
            let id = table.reader.namespaces.action(&Action::new(name));
            if let Some(own) = table.reader.doc.actions.get_mut(at) {
                own.id = Some(id);
            }
        }
        at
    }

    /// Says once which rows repeat the action of another.
    pub(super) fn report(&self, table: &mut TableReader<'_, '_>) {
        for (rows, fate) in [
            (
                &self.joined,
                "the title, the owners, the day and the status of an action above: read as the same action, which answers all of them",
            ),
            (
                &self.apart,
                "the title of an action above and differ in something else: read as actions of their own, told apart by what they answer",
            ),
        ] {
            let Some(first) = rows.first() else { continue };
            let which = match rows.as_slice() {
                [row] => format!("row {row} has"),
                _ => format!(
                    "{} have ({})",
                    counted(rows.len(), "row"),
                    runs_in_words(rows, MOST_RUNS)
                ),
            };
            let fate = if rows.len() == 1 {
                fate.replace("and differ", "and differs")
                    .replace("actions of their own", "an action of its own")
                    .replace("by what they answer", "by what it answers")
            } else {
                fate.to_owned()
            };
            let message = format!("{which} {fate}");
            let place = table.view.sheet.row_place(*first);
            table.reader.problems.report(&SAME_ACTION, place, "the table", message);
        }
    }
}

/// Returns whether two actions differ in nothing but what they answer.
fn is_same(one: &Action, other: &Action) -> bool {
    one.owners == other.owners && one.due == other.due && one.status == other.status && {
        let bare = |action: &Action| Action {
            id: None,
            title: String::new(),
            answers: Vec::new(),
            ..action.clone()
        };
        bare(one) == bare(other)
    }
}
