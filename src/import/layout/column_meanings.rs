//! Assigns each column of a table its meaning, from its heading and the columns beside it.

use std::collections::BTreeMap;

use super::contents::Contents;
use super::header::Head;
use super::table_layout::{Column, update_kind};
use crate::diagnostic::column_letters;
use crate::import::column_meaning::Strength;
use crate::import::headings::{HeadingMeaning, normalise};
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
}

/// Assigns the columns of a table their meanings.
pub(super) fn assign(
    kind: SheetKind,
    heads: &[Head],
    contents: &Contents<'_>,
) -> (Vec<Column>, Vec<Alike>) {
    let mut assignment = Assignment {
        kind,
        heads,
        contents,
        columns: heads.iter().map(unknown).collect(),
        taken: BTreeMap::new(),
        alike: Vec::new(),
    };
    assignment.named();
    assignment.plain();
    assignment.by_neighbours();
    assignment.numbers();
    assignment.names_of_measures();
    (assignment.columns, assignment.alike)
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
    }
}

struct Assignment<'a> {
    kind: SheetKind,
    heads: &'a [Head],
    contents: &'a Contents<'a>,
    columns: Vec<Column>,
    /// The first column of each meaning, by position.
    taken: BTreeMap<ColumnMeaning, usize>,
    alike: Vec<Alike>,
}

impl Assignment<'_> {
    fn has(&self, means: ColumnMeaning) -> bool {
        self.taken.contains_key(&means)
    }

    fn heading_with(&self, meaning: HeadingMeaning) -> Option<&str> {
        let found = self.heads.iter().find(|head| {
            head.named.is_none()
                && head.found.as_ref().is_some_and(|found| found.meaning == meaning)
        });
        found.map(|head| head.heading.as_str())
    }

    /// Assigns the columns that the options name.
    fn named(&mut self) {
        for (at, head) in self.heads.iter().enumerate() {
            if let Some(means) = head.named {
                self.give(at, means, "named in the options".to_owned());
            }
        }
    }

    /// Assigns the columns whose heading has one meaning regardless of its neighbours, the surest first.
    fn plain(&mut self) {
        for strength in [Strength::Strong, Strength::Weak, Strength::Loose] {
            for at in self.in_order(strength) {
                let Some(head) = self.heads.get(at) else { continue };
                let Some(found) = head.found.as_ref().filter(|_| head.named.is_none()) else {
                    continue;
                };
                if let HeadingMeaning::Always(means) = found.meaning
                    && means != ColumnMeaning::Number
                {
                    let why = match strength {
                        Strength::Loose => "its heading contains such a word",
                        Strength::Weak | Strength::Strong => "its heading",
                    };
                    self.give(at, means, why.to_owned());
                }
            }
        }
    }

    /// Returns the columns of a given strength, from the left. Of several status or colour columns, the
    /// one without a time is current, else the last with content.
    fn in_order(&self, strength: Strength) -> Vec<usize> {
        let is_of =
            |head: &Head| head.found.as_ref().is_some_and(|found| found.strength == strength);
        let mut order: Vec<usize> =
            (0..self.heads.len()).filter(|at| self.heads.get(*at).is_some_and(is_of)).collect();
        order.sort_by_key(|at| {
            let Some((head, found)) =
                self.heads.get(*at).and_then(|head| Some((head, head.found.as_ref()?)))
            else {
                return (0, 0);
            };
            let is_state = matches!(
                found.meaning,
                HeadingMeaning::Always(ColumnMeaning::Rag | ColumnMeaning::Status)
            );
            match (is_state, &found.time) {
                (true, Some(_)) if self.contents.any(head.column) => (1, usize::MAX - at),
                (true, Some(_)) => (2, *at),
                _ => (0, *at),
            }
        });
        order
    }

    /// Assigns the columns whose heading depends on its neighbours.
    fn by_neighbours(&mut self) {
        // Columns that name the table's records come before those that only describe them.
        for is_first in [true, false] {
            for at in 0..self.heads.len() {
                let Some(head) = self.heads.get(at) else { continue };
                let Some(found) = head.found.as_ref().filter(|_| head.named.is_none()) else {
                    continue;
                };
                let names = matches!(
                    found.meaning,
                    HeadingMeaning::How
                        | HeadingMeaning::What
                        | HeadingMeaning::Measure
                        | HeadingMeaning::Indicator
                        | HeadingMeaning::Words
                );
                if matches!(found.meaning, HeadingMeaning::Always(_)) || names != is_first {
                    continue;
                }
                let (meaning, column) = (found.meaning, head.column);
                match self.column_meaning(meaning, column) {
                    Some((means, why)) => self.give(at, means, why),
                    None => self.refuse(at, "the table has another column that says this"),
                }
            }
        }
    }

    fn column_meaning(
        &self,
        meaning: HeadingMeaning,
        column: u16,
    ) -> Option<(ColumnMeaning, String)> {
        match self.kind {
            SheetKind::Actions => self.in_actions(meaning, column),
            SheetKind::Recommendations => self.in_recommendations(meaning, column),
            SheetKind::Measures => self.in_measures(meaning),
            SheetKind::Ignore => None,
        }
    }

    fn in_actions(&self, meaning: HeadingMeaning, column: u16) -> Option<(ColumnMeaning, String)> {
        use ColumnMeaning as M;
        let heading = || "its heading".to_owned();
        let free = |means: M, why: String| (!self.has(means)).then_some((means, why));
        let how = self.heading_with(HeadingMeaning::How);
        match meaning {
            HeadingMeaning::How if self.has(M::Action) => Some((M::Milestones, "its heading, beside the column of actions".to_owned())),
            HeadingMeaning::How => Some((M::Action, heading())),
            HeadingMeaning::What => match how {
                Some(how) if !self.has(M::Recommendation) => {
                    Some((M::Recommendation, format!("its heading, beside {}, which says the action", quoted(how))))
                }
                None if !self.has(M::Action) => Some((M::Action, "its heading, and no other column says the action".to_owned())),
                _ => free(M::Recommendation, "its heading, beside the column of actions".to_owned())
                    .or_else(|| free(M::Workstream, "its heading, beside the column of recommendations".to_owned())),
            },
            HeadingMeaning::Words => free(M::Action, "its heading, and no other column says the action".to_owned()),
            HeadingMeaning::Objective => free(M::Recommendation, "its heading, and no other column says what the action answers".to_owned())
                .or_else(|| free(M::Workstream, "its heading, beside the column of recommendations".to_owned())),
            HeadingMeaning::Priority if self.contents.are_levels(column) => free(M::Priority, "its heading, and it holds levels such as high and low".to_owned()),
            HeadingMeaning::Priority => free(M::Workstream, "its heading, and it holds names rather than levels".to_owned()),
            HeadingMeaning::Target if !self.has(M::Due) && self.contents.are_dates(column) => {
                Some((M::Due, "its heading, and it holds dates".to_owned()))
            }
            HeadingMeaning::Target => Some((M::Success, "its heading, and it holds no dates".to_owned())),
            HeadingMeaning::Outcome | HeadingMeaning::Impact => Some(if self.has(M::Success) {
                (M::Update, "its heading, beside the column that says what success looks like".to_owned())
            } else {
                (M::Success, heading())
            }),
            HeadingMeaning::CompletionDate => free(M::Due, "its heading, and no other column says when it is due".to_owned())
                .or_else(|| free(M::Completed, "its heading, beside the day it is due".to_owned())),
            HeadingMeaning::Paragraph if self.has(M::Recommendation) || self.has(M::RecommendationReference) => {
                free(M::Paragraphs, "its heading".to_owned())
            }
            HeadingMeaning::Paragraph
                if !self.has(M::ActionReference)
                    && self.heading_with(HeadingMeaning::Always(M::Number)).is_none()
                    && !self.is_of_report(column)
                    && self.contents.are_plain_and_different(column) =>
            {
                Some((M::ActionReference, "its heading, and each of its numbers occurs once".to_owned()))
            }
            HeadingMeaning::Paragraph => Some((M::RecommendationReference, "its heading, and no other column names the recommendation".to_owned())),
            HeadingMeaning::Body => Some(if self.has(M::Owners) {
                (M::OtherOwners, "its heading, beside the column of owners".to_owned())
            } else {
                (M::Owners, heading())
            }),
            HeadingMeaning::Measure | HeadingMeaning::Indicator => Some((M::Success, "its heading, in a table of actions".to_owned())),
            HeadingMeaning::Progress if !self.has(M::Status) && !self.has(M::Rag) => {
                Some((M::Status, "its heading; a cell that holds a status alone gives it, other words are kept as updates".to_owned()))
            }
            HeadingMeaning::Progress => Some((M::Update, heading())),
            HeadingMeaning::Period => Some((M::Update, "its heading is a time".to_owned())),
            HeadingMeaning::Always(_) => None,
        }
    }

    /// Returns whether a heading names the report it is about.
    fn is_of_report(&self, column: u16) -> bool {
        let head = self.heads.iter().find(|head| head.column == column);
        head.is_some_and(|head| {
            let compared = normalise(&head.heading);
            ["ofsted", "report", "inspection"].iter().any(|word| compared.contains(word))
        })
    }

    fn in_recommendations(
        &self,
        meaning: HeadingMeaning,
        column: u16,
    ) -> Option<(ColumnMeaning, String)> {
        use ColumnMeaning as M;
        let heading = || "its heading".to_owned();
        let free = |means: M, why: String| (!self.has(means)).then_some((means, why));
        match meaning {
            HeadingMeaning::Words | HeadingMeaning::What | HeadingMeaning::Objective => {
                free(M::Recommendation, "its heading, in a table of recommendations".to_owned())
            }
            HeadingMeaning::Body => {
                free(M::AddressedTo, "its heading, in a table of recommendations".to_owned())
            }
            HeadingMeaning::Priority if self.contents.are_levels(column) => {
                free(M::Priority, heading())
            }
            HeadingMeaning::Priority => {
                free(M::Workstream, "its heading, and it holds names rather than levels".to_owned())
            }
            HeadingMeaning::Outcome | HeadingMeaning::Impact => {
                Some((M::Success, "its heading: the difference it should make".to_owned()))
            }
            HeadingMeaning::Paragraph => free(M::Paragraphs, heading()),
            _ => None,
        }
    }

    fn in_measures(&self, meaning: HeadingMeaning) -> Option<(ColumnMeaning, String)> {
        use ColumnMeaning as M;
        let free = |means: M, why: &str| (!self.has(means)).then_some((means, why.to_owned()));
        match meaning {
            HeadingMeaning::Measure => free(M::Measure, "its heading"),
            HeadingMeaning::Indicator => match self
                .heading_with(HeadingMeaning::Words)
                .or(self.heading_with(HeadingMeaning::Measure))
            {
                Some(_) => free(
                    M::MeasureReference,
                    "its heading, beside the column that names the measure",
                ),
                None => free(M::Measure, "its heading"),
            },
            HeadingMeaning::Words => free(M::Measure, "its heading, in a table of measures"),
            HeadingMeaning::Target => free(M::Target, "its heading, in a table of measures"),
            HeadingMeaning::Period => Some((M::Reading, "its heading is a time".to_owned())),
            _ => None,
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
                    self.give(at, means, why);
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
        self.columns.insert(
            0,
            Column {
                column,
                heading: String::new(),
                means: Some(ColumnMeaning::Measure),
                why: "it is left of the figures and has no heading".to_owned(),
                time: None,
                keeps_heading: false,
                update_kind: update_kind(""),
            },
        );
        self.columns.sort_by_key(|one| one.column);
    }

    /// Assigns a column its meaning, if the table can use it and no other column has it.
    fn give(&mut self, at: usize, means: ColumnMeaning, why: String) {
        use ColumnMeaning as M;
        if !means.is_allowed_on(self.kind) {
            self.refuse(at, why_not(self.kind));
            return;
        }
        let Some(&used) = self.taken.get(&means).filter(|_| !means.may_repeat()) else {
            self.taken.entry(means).or_insert(at);
            self.set(at, Some(means), why);
            return;
        };
        if means == M::Owners {
            self.set(
                at,
                Some(M::OtherOwners),
                "its heading, beside the column of those who lead".to_owned(),
            );
            return;
        }
        let first = self.columns.get(used).cloned();
        let Some((first, own)) = first.zip(self.columns.get(at).cloned()) else {
            return;
        };
        let is_kept = self.kind == SheetKind::Actions && matches!(means, M::Status | M::Rag);
        self.alike.push(Alike { used: first.column, other: own.column, is_kept });
        let letter = column_letters(first.column);
        let twice = if normalise(&first.heading) == normalise(&own.heading) {
            format!("the same heading is above column {letter}, which was used")
        } else {
            format!("{} (column {letter}) says the same, and was used", quoted(&first.heading))
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
