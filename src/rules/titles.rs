//! What things are called.

use std::collections::HashMap;

use super::facts::Facts;
use super::hits::Hits;
use crate::plan::{ActionRef, quoted};
use crate::text::fold;

/// Says it of every action that shares a title, so that it does not matter which is written first.
pub(crate) fn duplicate_title(facts: &Facts<'_>, hits: &mut Hits) {
    let mut called: HashMap<_, (ActionRef<'_>, Option<ActionRef<'_>>)> = HashMap::new();
    for action in facts.plan.actions() {
        let (first, second) = called.entry(fold(action.title())).or_insert((action, None));
        if *first != action && second.is_none() {
            *second = Some(action);
        }
    }
    for action in facts.plan.actions() {
        let Some((first, second)) = called.get(&fold(action.title())) else { continue };
        let other = if *first == action { *second } else { Some(*first) };
        if let Some(other) = other {
            let other = match other.reference().as_str() {
                Some(_) => other.subject(),
                None => other.location().to_string(),
            };
            let message = format!("{} is also the title of {other}", quoted(action.title()));
            hits.add(action.location().key("title"), action.subject(), message);
        }
    }
}
