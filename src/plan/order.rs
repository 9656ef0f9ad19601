//! Sorts diagnostics in document order.

use std::cmp::Ordering;

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
    let ranks = wanted.ranks();
    let mut ranked: Vec<(usize, Diagnostic)> = ranks.into_iter().zip(diagnostics).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    Diagnostics::new(ranked.into_iter().map(|(_, diagnostic)| diagnostic).collect())
}

/// The locations of diagnostics as a tree, with the order in which a walk visits them.
struct Wanted<'d> {
    places: Vec<Place<'d>>,
    /// The place of each diagnostic.
    leaves: Vec<usize>,
    /// The path of places from the root to the current value.
    inside: Vec<usize>,
    met: usize,
}

/// A place on the way to a diagnostic.
#[derive(Default)]
struct Place<'d> {
    above: usize,
    /// The places below, in the order of their steps: elements by position, so that a walk finds each
    /// beside the one before, without hashing.
    below: Vec<(&'d Step, usize)>,
    /// How many of the elements below have been passed.
    passed: usize,
    rank: Option<usize>,
}

impl<'d> Wanted<'d> {
    fn new(diagnostics: &'d [Diagnostic]) -> Self {
        let mut wanted = Self {
            places: vec![Place { rank: Some(0), ..Place::default() }],
            leaves: vec![0; diagnostics.len()],
            inside: vec![0],
            met: 0,
        };
        let paths = diagnostics.iter().map(|diagnostic| diagnostic.location().steps());
        let mut paths: Vec<(&'d [Step], usize)> = paths.zip(0..).collect();
        paths.sort_by(|(left, _), (right, _)| compare(left, right));
        for (path, diagnostic) in paths {
            let leaf = path.iter().fold(0, |at, step| wanted.below(at, step));
            if let Some(place) = wanted.leaves.get_mut(diagnostic) {
                *place = leaf;
            }
        }
        wanted
    }

    /// Returns the place one step below another. Paths come in order, so only the last place below can be it.
    fn below(&mut self, at: usize, step: &'d Step) -> usize {
        let new = self.places.len();
        let Some(place) = self.places.get_mut(at) else {
            return at;
        };
        match place.below.last() {
            Some((last, known)) if *last == step => *known,
            _ => {
                place.below.push((step, new));
                self.places.push(Place { above: at, ..Place::default() });
                new
            }
        }
    }

    /// Returns the rank of each diagnostic: that of its place or, if the document has no such place, of the
    /// nearest above that it has.
    fn ranks(&self) -> Vec<usize> {
        let rank = |leaf: usize| {
            let mut at = leaf;
            loop {
                let place = self.places.get(at)?;
                if place.rank.is_some() {
                    return place.rank;
                }
                at = place.above;
            }
        };
        self.leaves.iter().map(|leaf| rank(*leaf).unwrap_or_default()).collect()
    }
}

impl Place<'_> {
    /// Returns the place below that a walk enters, if one is wanted there.
    fn entered(&mut self, step: &Step) -> Option<usize> {
        let Step::Index(position) = step else {
            let found = self.below.iter().find(|(wanted, _)| *wanted == step);
            return found.map(|(_, place)| *place);
        };
        while let Some((Step::Index(wanted), place)) = self.below.get(self.passed) {
            if wanted >= position {
                return (wanted == position).then_some(*place);
            }
            self.passed += 1;
        }
        None
    }
}

/// Orders paths so that equal ones and the elements of a list are beside each other.
fn compare(left: &[Step], right: &[Step]) -> Ordering {
    let kind = |step: &Step| match step {
        Step::Key(_) => 0,
        Step::UnknownKey(_) => 1,
        Step::Index(_) => 2,
    };
    let each = left.iter().zip(right).map(|steps| match steps {
        (Step::Key(left), Step::Key(right)) => left.cmp(right),
        (Step::UnknownKey(left), Step::UnknownKey(right)) => left.cmp(right),
        (Step::Index(left), Step::Index(right)) => left.cmp(right),
        (left, right) => kind(left).cmp(&kind(right)),
    });
    let mut different = each.filter(|order| order.is_ne());
    different.next().unwrap_or_else(|| left.len().cmp(&right.len()))
}

impl Visitor for Wanted<'_> {
    fn enter(&mut self, step: Step) -> bool {
        let here = self.inside.last().and_then(|at| self.places.get_mut(*at));
        let Some(below) = here.and_then(|place| place.entered(&step)) else {
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
