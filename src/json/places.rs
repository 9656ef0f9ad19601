//! Finds where the paths of a document are in its text.

use std::collections::HashMap;

use serde_json::value::RawValue;

use super::located_value::entries;
use super::position::offset_in;
use crate::diagnostic::Step;

/// Returns the byte offset of the value at each path or, where there is none, of the innermost value
/// around it. Reads each part of the text at most once for each level of the paths.
pub(super) fn offsets(text: &str, paths: &[&[Step]]) -> Vec<usize> {
    let mut places = Places { text, paths, offsets: vec![0; paths.len()] };
    places.visit(text.trim_matches([' ', '\t', '\n', '\r']), 0, (0..paths.len()).collect());
    places.offsets
}

struct Places<'a> {
    text: &'a str,
    paths: &'a [&'a [Step]],
    offsets: Vec<usize>,
}

impl<'a> Places<'a> {
    /// Sets the offsets of the paths that lead to a value or into it.
    fn visit(&mut self, raw: &str, depth: usize, inside: Vec<usize>) {
        let offset = offset_in(self.text, raw);
        let mut keys: HashMap<&'a str, Vec<usize>> = HashMap::new();
        let mut elements: HashMap<usize, Vec<usize>> = HashMap::new();
        for one in inside {
            if let Some(slot) = self.offsets.get_mut(one) {
                *slot = offset;
            }
            match self.paths.get(one).and_then(|path| path.get(depth)) {
                Some(Step::Key(key)) => keys.entry(key).or_default().push(one),
                Some(Step::UnknownKey(key)) => keys.entry(key).or_default().push(one),
                Some(Step::Index(at)) => elements.entry(*at).or_default().push(one),
                None => {}
            }
        }
        if !keys.is_empty() && raw.starts_with('{') {
            for (key, value) in entries(raw).0 {
                if let Some(inside) = keys.remove(key.0.as_ref()) {
                    self.visit(value.get(), depth + 1, inside);
                }
            }
        }
        if !elements.is_empty() && raw.starts_with('[') {
            let list: Vec<&RawValue> = serde_json::from_str(raw).unwrap_or_default();
            for (at, value) in list.into_iter().enumerate() {
                if let Some(inside) = elements.remove(&at) {
                    self.visit(value.get(), depth + 1, inside);
                }
            }
        }
    }
}
