//! Sorts diagnostics in document order.

use std::collections::HashMap;

use serde::Serialize;

use super::walk::{Visitor, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Step};

/// Sorts diagnostics by their location in the document. A diagnostic about a missing key comes
/// first in its record. Diagnostics with the same location keep their order.
pub(crate) fn in_document_order<T: Serialize>(
    document: &T,
    diagnostics: Vec<Diagnostic>,
) -> Diagnostics {
    if diagnostics.len() < 2 {
        return Diagnostics::new(diagnostics);
    }
    let mut wanted = Wanted::new(&diagnostics);
    walk(document, &mut wanted);
    let ranks = wanted.ranks(&diagnostics);
    let mut ranked: Vec<(usize, Diagnostic)> = ranks.into_iter().zip(diagnostics).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    Diagnostics::new(ranked.into_iter().map(|(_, diagnostic)| diagnostic).collect())
}

/// The locations of diagnostics as a tree, with the order in which a walk visits them.
struct Wanted {
    places: Vec<Place>,
    /// The path of places from the root to the current value.
    inside: Vec<usize>,
    met: usize,
}

#[derive(Default)]
struct Place {
    below: HashMap<Step, usize>,
    rank: Option<usize>,
}

impl Wanted {
    fn new(diagnostics: &[Diagnostic]) -> Self {
        let mut wanted = Self {
            places: vec![Place { rank: Some(0), ..Place::default() }],
            inside: vec![0],
            met: 0,
        };
        for diagnostic in diagnostics {
            let mut at = 0;
            for step in diagnostic.location().steps() {
                at = wanted.below(at, step.clone());
            }
        }
        wanted
    }

    fn below(&mut self, at: usize, step: Step) -> usize {
        let new = self.places.len();
        let Some(place) = self.places.get_mut(at) else {
            return at;
        };
        let next = *place.below.entry(step).or_insert(new);
        if next == new {
            self.places.push(Place::default());
        }
        next
    }

    fn ranks(&self, diagnostics: &[Diagnostic]) -> Vec<usize> {
        diagnostics
            .iter()
            .map(|diagnostic| {
                let mut at = 0;
                let mut rank = 0;
                for step in diagnostic.location().steps() {
                    let below = self.places.get(at).and_then(|place| place.below.get(step));
                    let Some(next) = below else { break };
                    at = *next;
                    rank = self.places.get(at).and_then(|place| place.rank).unwrap_or(rank);
                }
                rank
            })
            .collect()
    }
}

impl Visitor for Wanted {
    fn enter(&mut self, step: Step) -> bool {
        let here = self.inside.last().and_then(|at| self.places.get(*at));
        let Some(below) = here.and_then(|place| place.below.get(&step)).copied() else {
            return false;
        };
        self.met += 1;
        if let Some(place) = self.places.get_mut(below) {
            place.rank = Some(self.met);
        }
        self.inside.push(below);
        true
    }

    fn leave(&mut self) {
        self.inside.pop();
    }

    fn text(&mut self, _: &str) {}

    fn date(&mut self, _: &str) {}
}
