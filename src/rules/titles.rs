//! What things are called.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::facts::Facts;
use super::hits::Hits;
use crate::plan::{ActionRef, quoted};
use crate::text::fold;

pub(crate) fn duplicate_title(facts: &Facts<'_>, hits: &mut Hits) {
    let mut first_with: HashMap<Cow<'_, str>, ActionRef<'_>> = HashMap::new();
    for action in facts.plan.actions() {
        match first_with.entry(fold(action.title())) {
            Entry::Vacant(free) => {
                free.insert(action);
            }
            Entry::Occupied(first) => {
                let other = match first.get().reference().as_str() {
                    Some(_) => first.get().subject(),
                    None => first.get().location().to_string(),
                };
                let message = format!("{} is also the title of {other}", quoted(action.title()));
                hits.add(action.location().key("title"), action.subject(), message);
            }
        }
    }
}
