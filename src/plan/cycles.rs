//! Finds cycles in a graph of positions, one for each strongly connected component. Runs in linear
//! time and without recursion, so that a deep plan cannot overflow the stack.

use std::collections::{HashMap, VecDeque};

use super::adjacency::Links;

/// Returns a shortest cycle for each component that has one, ordered by the component's first
/// position. Each cycle starts at that position and does not repeat it at the end.
pub(crate) fn cycles(graph: &Links) -> Vec<Vec<u32>> {
    if graph.is_empty() {
        return Vec::new();
    }
    let components = components(graph);
    let mut firsts = components.firsts;
    firsts.sort_unstable();
    firsts.into_iter().map(|first| shortest_cycle(graph, &components.component_of, first)).collect()
}

struct Components {
    /// The component each position belongs to.
    component_of: Vec<u32>,
    /// The first position of each component that has a cycle.
    firsts: Vec<u32>,
}

const UNSEEN: u32 = u32::MAX;

/// Finds the strongly connected components with Tarjan's algorithm and an explicit stack.
fn components(graph: &Links) -> Components {
    let count = graph.len();
    let mut state = Search {
        number: vec![UNSEEN; count],
        low: vec![0; count],
        waiting: Vec::new(),
        is_waiting: vec![false; count],
        next: 0,
    };
    let mut component_of = vec![UNSEEN; count];
    let mut firsts = Vec::new();
    let mut component = 0;
    for start in 0..count {
        if state.number.get(start) != Some(&UNSEEN) {
            continue;
        }
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        state.open(start);
        while let Some((at, tried)) = path.pop() {
            if let Some(next) = graph.of(at).get(tried) {
                path.push((at, tried + 1));
                let next = *next as usize;
                if state.number.get(next) == Some(&UNSEEN) {
                    state.open(next);
                    path.push((next, 0));
                } else if state.is_waiting.get(next) == Some(&true) {
                    state.lower(at, state.number.get(next).copied());
                }
                continue;
            }
            if let Some((above, _)) = path.last() {
                state.lower(*above, state.low.get(at).copied());
            }
            if state.low.get(at) == state.number.get(at) {
                let found = state.close(at);
                for position in &found {
                    if let Some(slot) = component_of.get_mut(*position as usize) {
                        *slot = component;
                    }
                }
                let is_cycle = found.len() > 1
                    || found.first().is_some_and(|only| graph.of(*only as usize).contains(only));
                if let (true, Some(first)) = (is_cycle, found.iter().min()) {
                    firsts.push(*first);
                }
                component += 1;
            }
        }
    }
    Components { component_of, firsts }
}

struct Search {
    number: Vec<u32>,
    low: Vec<u32>,
    waiting: Vec<u32>,
    is_waiting: Vec<bool>,
    next: u32,
}

impl Search {
    fn open(&mut self, at: usize) {
        if let (Some(number), Some(low), Some(waits)) =
            (self.number.get_mut(at), self.low.get_mut(at), self.is_waiting.get_mut(at))
        {
            *number = self.next;
            *low = self.next;
            *waits = true;
        }
        self.next += 1;
        self.waiting.push(u32::try_from(at).unwrap_or(UNSEEN));
    }

    fn lower(&mut self, at: usize, to: Option<u32>) {
        if let (Some(low), Some(to)) = (self.low.get_mut(at), to) {
            *low = (*low).min(to);
        }
    }

    /// Returns the positions opened since `root`, which form a component with it.
    fn close(&mut self, root: usize) -> Vec<u32> {
        let mut found = Vec::new();
        while let Some(position) = self.waiting.pop() {
            if let Some(waits) = self.is_waiting.get_mut(position as usize) {
                *waits = false;
            }
            found.push(position);
            if position as usize == root {
                break;
            }
        }
        found
    }
}

/// Returns a shortest cycle through `first` within its component.
fn shortest_cycle(graph: &Links, component_of: &[u32], first: u32) -> Vec<u32> {
    let component = component_of.get(first as usize);
    let mut came_from: HashMap<u32, u32> = HashMap::new();
    let mut queue = VecDeque::from([first]);
    while let Some(at) = queue.pop_front() {
        for next in graph.of(at as usize) {
            if *next == first {
                let mut way = vec![at];
                let mut back = at;
                while back != first {
                    let Some(previous) = came_from.get(&back) else {
                        break;
                    };
                    back = *previous;
                    way.push(back);
                }
                way.reverse();
                return way;
            }
            if component_of.get(*next as usize) == component && !came_from.contains_key(next) {
                came_from.insert(*next, at);
                queue.push_back(*next);
            }
        }
    }
    vec![first]
}

#[cfg(test)]
mod tests {
    use super::super::adjacency::Links;
    use super::cycles;

    fn graph(links: &[&[u32]]) -> Links {
        let mut graph = Links::default();
        for targets in links {
            for target in *targets {
                graph.add(*target);
            }
            graph.close();
        }
        graph
    }

    #[test]
    fn one_cycle_is_reported_for_each_knot() {
        assert_eq!(cycles(&graph(&[&[1], &[2], &[]])), Vec::<Vec<u32>>::new());
        assert_eq!(cycles(&graph(&[&[0]])), [[0]]);
        assert_eq!(cycles(&graph(&[&[1], &[2], &[0]])), [[0, 1, 2]]);
        assert_eq!(cycles(&graph(&[&[1, 2], &[0], &[0], &[4], &[3], &[0, 3]])), [[0, 1], [3, 4]]);
    }

    #[test]
    fn a_very_long_cycle_needs_no_deep_stack() {
        let mut links = Links::default();
        for position in 0..200_000_u32 {
            links.add((position + 1) % 200_000);
            links.close();
        }
        assert_eq!(cycles(&links).first().map(Vec::len), Some(200_000));
    }
}
