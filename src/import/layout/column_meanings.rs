//! Gives each column of a table its meaning: all columns together, by what speaks for each.

use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{Candidate, Evidence, Table};
use super::contents::Contents;
use super::header::Head;
use super::joint_choice::choose;
use super::neighbours::Neighbours;
use super::profile::Profile;
use super::table_layout::{Column, update_kind};
use crate::diagnostic::column_letters;
use crate::import::column_meaning::{Holds, Strength};
use crate::import::headings::{HeadingMeaning, normalise};
use crate::import::values::StatusWords;
use crate::import::{ColumnMeaning, SheetKind};
use crate::plan::quoted;

/// Two columns with the same meaning where a record can hold only one value.
pub(super) struct Alike {
    /// The column that was used.
    pub(super) used: u16,
    /// The other column.
    pub(super) other: u16,
    /// Whether the other column is kept as updates.
    pub(super) is_kept: bool,
    /// Whether both hold the same wherever both hold something.
    pub(super) is_same: bool,
}

/// A column that a person should look at.
pub(super) struct Doubt {
    pub(super) column: u16,
    pub(super) why: Why,
}

/// Why a person should look at a column.
pub(super) enum Why {
    /// It was read with this meaning, for this reason, and might have another.
    Guessed { means: ColumnMeaning, why: String, instead: Option<ColumnMeaning> },
    /// It holds this, but its heading is not known and another column has that meaning.
    Unknown { holds: Holds, taken: ColumnMeaning, by: u16 },
    /// Its heading says this, but its cells hold that.
    Contradicted { means: ColumnMeaning, holds: Holds },
}

/// The columns of a table with their meanings, and what is to be said of them.
#[derive(Default)]
pub(super) struct Assigned {
    pub(super) columns: Vec<Column>,
    pub(super) alike: Vec<Alike>,
    pub(super) doubts: Vec<Doubt>,
    /// The columns that say how far the work was at an earlier time than another.
    pub(super) earlier: Vec<u16>,
}

/// Gives the columns of a table their meanings.
pub(super) fn assign(
    kind: SheetKind,
    heads: &[Head],
    contents: &Contents<'_>,
    profiles: &[Profile],
    words: &StatusWords,
) -> Assigned {
    let neighbours = Neighbours::new(heads, profiles);
    let table = Table { kind, heads, contents, profiles, neighbours };
    let evidence: Vec<Evidence> = (0..heads.len()).map(|at| table.evidence(at)).collect();
    let chosen = in_two_rounds(heads, &evidence);
    let candidates = |at: usize| evidence.get(at).map_or(&[][..], |one| one.candidates.as_slice());
    let mut assignment = Assignment {
        kind,
        heads,
        contents,
        profiles,
        columns: heads.iter().map(unknown).collect(),
        taken: BTreeMap::new(),
        alike: Vec::new(),
        doubts: Vec::new(),
        earlier: Vec::new(),
    };
    for (at, one) in chosen.iter().enumerate() {
        if let Some(candidate) = one.and_then(|one| candidates(at).get(one)) {
            assignment.take(at, candidate);
        }
    }
    for (at, (evidence, one)) in evidence.iter().zip(&chosen).enumerate() {
        assignment.settle(at, evidence, one.and_then(|one| evidence.candidates.get(one)));
    }
    assignment.numbers();
    assignment.names_of_measures();
    assignment.colours_without_heading(words);
    let Assignment { columns, alike, doubts, earlier, .. } = assignment;
    Assigned { columns, alike, doubts, earlier }
}

/// The score of a meaning that is taken.
const NEVER: i32 = -100_000;

/// Chooses for the columns whose heading says something, and then for the others among the meanings that are
/// left: what only cells speak for never turns what a heading says.
fn in_two_rounds(heads: &[Head], evidence: &[Evidence]) -> Vec<Option<usize>> {
    let is_known = |head: &Head| head.named.is_some() || head.found.is_some();
    let known: Vec<Vec<Candidate>> = heads
        .iter()
        .zip(evidence)
        .map(|(head, one)| if is_known(head) { one.candidates.clone() } else { Vec::new() })
        .collect();
    let mut chosen = choose(&known);
    let taken: BTreeSet<ColumnMeaning> = known
        .iter()
        .zip(&chosen)
        .filter_map(|(candidates, at)| Some(candidates.get((*at)?)?.means))
        .collect();
    let is_left = |one: &Candidate| one.means.may_repeat() || !taken.contains(&one.means);
    let others: Vec<Vec<Candidate>> = heads
        .iter()
        .zip(evidence)
        .map(|(head, one)| {
            if is_known(head) {
                return Vec::new();
            }
            let unusable = |one: &Candidate| Candidate { score: NEVER, ..one.clone() };
            let each = one.candidates.iter();
            each.map(|one| if is_left(one) { one.clone() } else { unusable(one) }).collect()
        })
        .collect();
    for (place, other) in chosen.iter_mut().zip(choose(&others)) {
        *place = place.or(other);
    }
    chosen
}

fn unknown(head: &Head) -> Column {
    Column {
        column: head.column,
        heading: head.heading.clone(),
        means: None,
        why: "its heading is not known".to_owned(),
        time: head.found.as_ref().and_then(|found| found.time.clone()),
        keeps_heading: false,
        update_kind: update_kind(&head.heading),
        doubt: None,
    }
}

struct Assignment<'a> {
    kind: SheetKind,
    heads: &'a [Head],
    contents: &'a Contents<'a>,
    profiles: &'a [Profile],
    columns: Vec<Column>,
    /// The first column of each meaning, by position.
    taken: BTreeMap<ColumnMeaning, usize>,
    alike: Vec<Alike>,
    doubts: Vec<Doubt>,
    earlier: Vec<u16>,
}

impl Assignment<'_> {
    fn has(&self, means: ColumnMeaning) -> bool {
        self.taken.contains_key(&means)
    }

    /// Gives a column the meaning that was chosen for it.
    fn take(&mut self, at: usize, candidate: &Candidate) {
        self.taken.entry(candidate.means).or_insert(at);
        self.set(at, Some(candidate.means), candidate.why.clone().into_owned());
        if matches!(candidate.means, ColumnMeaning::Note | ColumnMeaning::Response)
            && let Some(column) = self.columns.get_mut(at)
        {
            column.keeps_heading = true;
        }
    }

    /// Says what is to be said of a column: why it has no meaning, and what is doubtful about the one it
    /// has.
    fn settle(&mut self, at: usize, evidence: &Evidence, chosen: Option<&Candidate>) {
        let Some(head) = self.heads.get(at) else { return };
        if let Some(chosen) = chosen {
            if chosen.is_earlier_state {
                let profile = self.profiles.get(at).copied().unwrap_or_default();
                if profile.filled + profile.coloured > 0 {
                    self.earlier.push(head.column);
                }
                return;
            }
            if chosen.means == ColumnMeaning::Note
                && let Some(instead) = self.missing(at, head)
            {
                let why = chosen.why.clone().into_owned();
                let why = Why::Guessed { means: chosen.means, why, instead: Some(instead) };
                self.doubt(at, why);
                return;
            }
            if chosen.is_doubted {
                let instead = evidence.candidates.iter().map(|one| one.means);
                let instead = instead.filter(|means| *means != chosen.means).find(|means| {
                    means.may_repeat() || self.taken.get(means).is_none_or(|used| *used == at)
                });
                let why = chosen.why.clone().into_owned();
                self.doubt(at, Why::Guessed { means: chosen.means, why, instead });
            }
            return;
        }
        if let Some((means, holds)) = evidence.contradicted {
            self.refuse(at, &format!("its heading says {means}, but it holds {}", holds.words()));
            self.doubt(at, Why::Contradicted { means, holds });
            return;
        }
        if evidence.is_out_of_place {
            self.refuse(at, why_not(self.kind));
            return;
        }
        let Some(best) = evidence.candidates.first() else {
            if head
                .found
                .as_ref()
                .is_some_and(|found| found.meaning != HeadingMeaning::Always(ColumnMeaning::Number))
            {
                self.refuse(at, "its heading has no meaning in such a table");
            }
            return;
        };
        let Some(&used) = self.taken.get(&best.means) else { return };
        if head.found.is_none() && head.named.is_none() {
            self.unknown_but_of_a_kind(at, best.means, used);
            return;
        }
        let is_plain = head.named.is_some()
            || matches!(
                head.found.as_ref().map(|found| found.meaning),
                Some(HeadingMeaning::Always(_))
            );
        if is_plain {
            self.alike(at, best.means, used);
        } else {
            let by = self.heads.get(used);
            let by = by.map_or_else(String::new, |head| {
                format!("{} (column {})", quoted(&head.heading), column_letters(head.column))
            });
            self.refuse(at, &format!("{by} was read as {}", best.means));
        }
    }

    /// Returns what a column that is kept as notes by a word in its heading would say, if no column says
    /// that and its cells may.
    fn missing(&self, at: usize, head: &Head) -> Option<ColumnMeaning> {
        use ColumnMeaning as M;
        let is_sure = head.found.as_ref().is_none_or(|found| found.strength > Strength::Loose);
        if is_sure || self.kind != SheetKind::Actions {
            return None;
        }
        let means = match self.profiles.get(at).and_then(Profile::kind)? {
            Holds::Days => M::Due,
            Holds::People => M::Owners,
            Holds::Colours => M::Rag,
            Holds::States => M::Status,
            _ => return None,
        };
        (!self.has(means)).then_some(means)
    }

    fn doubt(&mut self, at: usize, why: Why) {
        if let Some(head) = self.heads.get(at) {
            self.doubts.push(Doubt { column: head.column, why });
        }
    }

    /// Asks about a column of days or colours under a heading that is not known.
    fn unknown_but_of_a_kind(&mut self, at: usize, taken: ColumnMeaning, used: usize) {
        let holds = self.profiles.get(at).and_then(Profile::kind);
        let by = self.heads.get(used).map(|head| head.column);
        let asked = [Holds::Days, Holds::Colours, Holds::States];
        if let (Some(holds), Some(by)) = (holds.filter(|holds| asked.contains(holds)), by) {
            self.doubt(at, Why::Unknown { holds, taken, by });
        }
    }

    /// Leaves a column that has the meaning of another, or keeps it as updates.
    fn alike(&mut self, at: usize, means: ColumnMeaning, used: usize) {
        use ColumnMeaning as M;
        let first = self.columns.get(used).cloned();
        let Some((first, own)) = first.zip(self.columns.get(at).cloned()) else {
            return;
        };
        let is_kept = self.kind == SheetKind::Actions && matches!(means, M::Status | M::Rag);
        let is_same = self.contents.hold_the_same(first.column, own.column);
        self.alike.push(Alike { used: first.column, other: own.column, is_kept, is_same });
        let letter = column_letters(first.column);
        let twice = if normalise(&first.heading) == normalise(&own.heading) {
            format!("the same heading is above column {letter}, which was used")
        } else if is_same {
            format!("{} (column {letter}) says the same, and was used", quoted(&first.heading))
        } else {
            format!(
                "{} (column {letter}) has that meaning too, and was used",
                quoted(&first.heading)
            )
        };
        if is_kept {
            self.set(at, Some(M::Update), format!("{twice}; this column is kept as updates"));
            if let Some(column) = self.columns.get_mut(at) {
                column.keeps_heading = true;
            }
        } else {
            self.refuse(at, &twice);
        }
    }

    /// Assigns number columns to the first text column on their right, unless they number the actions.
    fn numbers(&mut self) {
        use ColumnMeaning as M;
        for at in 0..self.heads.len() {
            let is_number = self.columns.get(at).is_some_and(|one| one.means == Some(M::Number))
                || self.heads.get(at).is_some_and(|head| {
                    let found = head.found.as_ref().map(|found| found.meaning);
                    head.named.is_none() && found == Some(HeadingMeaning::Always(M::Number))
                });
            if !is_number {
                continue;
            }
            match self.number(at) {
                Some((means, why)) => {
                    self.taken.remove(&M::Number);
                    self.take(at, &Candidate::new(means, 0, why));
                }
                None => self.refuse(at, "another column holds the references"),
            }
        }
    }

    fn number(&self, at: usize) -> Option<(ColumnMeaning, String)> {
        use ColumnMeaning as M;
        let columns = self.columns.iter().enumerate();
        let words = |(place, column): (usize, &Column)| {
            let means = column.means.and_then(M::numbered_by)?;
            Some((place, means, column.column, column.heading.clone()))
        };
        let named: Vec<(usize, M, u16, String)> = columns.filter_map(words).collect();
        let right = named.iter().find(|(place, ..)| *place > at).or_else(|| named.last())?;
        let (_, mut means, words, heading) = right.clone();
        let mut why = format!("its heading, left of {}", quoted(&heading));
        let action = named.iter().find(|(_, means, ..)| *means == M::ActionReference);
        let number = self.columns.get(at)?.column;
        if let (M::RecommendationReference, Some((.., action, heading))) = (means, action)
            && (self.has(M::RecommendationReference)
                || self.contents.number_actions(number, words, *action))
        {
            means = M::ActionReference;
            why = format!("its heading; its numbers count the rows under {}", quoted(heading));
        }
        (!self.has(means)).then_some((means, why))
    }

    /// Assigns the name of the measure to an untitled column left of the values.
    fn names_of_measures(&mut self) {
        if self.kind != SheetKind::Measures || self.has(ColumnMeaning::Measure) {
            return;
        }
        let figures = self.columns.iter().filter(|column| column.means.is_some());
        let Some(first) = figures.map(|column| column.column).min() else {
            return;
        };
        let has_heading = |column: &u16| self.heads.iter().any(|head| head.column == *column);
        let Some(column) = (0..first).find(|at| !has_heading(at) && self.contents.any(*at)) else {
            return;
        };
        self.add_without_heading(
            column,
            ColumnMeaning::Measure,
            "it is left of the figures and has no heading",
        );
    }

    /// Reads the one column without a heading that holds nothing but red, amber and green as the colour.
    fn colours_without_heading(&mut self, words: &StatusWords) {
        if self.kind != SheetKind::Actions || self.has(ColumnMeaning::Rag) {
            return;
        }
        let mut colours = self.contents.without_heading(self.heads).into_iter().filter(|column| {
            let profile = Profile::new(self.contents, *column, words);
            let is_filled = profile.filled == 0 && profile.coloured > 1;
            is_filled || (profile.filled > 1 && profile.kind() == Some(Holds::Colours))
        });
        let (Some(column), None) = (colours.next(), colours.next()) else { return };
        let why = "it has no heading and holds nothing but red, amber and green";
        self.add_without_heading(column, ColumnMeaning::Rag, why);
        let why = Why::Guessed {
            means: ColumnMeaning::Rag,
            why: "it holds nothing but red, amber and green".to_owned(),
            instead: Some(ColumnMeaning::Ignore),
        };
        self.doubts.push(Doubt { column, why });
    }

    fn add_without_heading(&mut self, column: u16, means: ColumnMeaning, why: &str) {
        self.columns.push(Column {
            column,
            heading: String::new(),
            means: Some(means),
            why: why.to_owned(),
            time: None,
            keeps_heading: false,
            update_kind: update_kind(""),
            doubt: None,
        });
        self.columns.sort_by_key(|one| one.column);
    }

    fn refuse(&mut self, at: usize, why: &str) {
        self.set(at, None, why.to_owned());
    }

    fn set(&mut self, at: usize, means: Option<ColumnMeaning>, why: String) {
        if let Some(column) = self.columns.get_mut(at) {
            column.means = means;
            column.why = why;
        }
    }
}

/// Returns why a kind of table leaves a column of a known meaning unused.
fn why_not(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Actions => "a table of actions has no place for figures of measures",
        SheetKind::Recommendations => {
            "a recommendation has no such thing: it belongs to an action, and this table has no column of actions"
        }
        SheetKind::Measures => "a table of measures has no place for it",
        SheetKind::Ignore => "the options say that this sheet is not to be read",
    }
}
