//! What the cells of a column hold, counted over a sample of them.

use crate::cells::{Cell, Content, Shown};
use crate::due_date::{DateContext, DateReading};
use crate::import::column_meaning::{Holds, Strength};
use crate::import::text_patterns::is_only_references;
use crate::import::values::{
    FillMeans, StatusMeaning, StatusWords, date, names_post, priority, text_of,
};
use crate::text::{is_nothing, is_to_be_confirmed};

use super::contents::Contents;
use super::header::Head;
use crate::import::headings::HeadingMeaning;

/// The most cells of a column that are counted.
const SAMPLE: usize = 40;

/// The most of them that are classed, under a heading that leaves no doubt and under any other.
const FEW: usize = 8;
const MANY: usize = 20;

/// A text with more characters than this is not a value.
const LONGEST_VALUE: usize = 60;

/// A text with at least as many words is a sentence.
const SENTENCE: usize = 5;

/// The longest text, in characters, that may be a name, a level or a reference.
const LONGEST_NAME: usize = 40;

/// Words of bodies that may own work.
const BODIES: &[&str] = &[
    "team",
    "council",
    "board",
    "group",
    "committee",
    "department",
    "governors",
    "police",
    "nhs",
    "ccg",
    "icb",
    "trust",
    "partnership",
    "agencies",
    "panel",
    "cabinet",
    "directorate",
    "consortium",
    "governor",
    "slt",
    "smt",
    "hr",
    "dcs",
    "ceo",
    "cfo",
    "senco",
    "dsl",
    "psw",
    "teachers",
    "partners",
    "leaders",
];

/// Colours that no RAG status has, and the letters for them.
const COLOURS: &[&str] = &[
    "blue",
    "grey",
    "gray",
    "yellow",
    "white",
    "black",
    "purple",
    "orange",
    "b",
    "y",
    "a/g",
    "r/a",
    "g/a",
    "a/r",
    "amber/green",
    "red/amber",
    "amber/red",
    "green/amber",
    "light green",
    "dark green",
];

/// Words for how far work is that are no status by themselves.
const STATES: &[&str] = &[
    "yes",
    "no",
    "y",
    "n",
    "partly",
    "partially",
    "open",
    "outstanding",
    "overdue",
    "delayed",
    "not yet due",
    "embedded",
    "embedding",
    "pending",
    "ongoing",
    "on-going",
    "slipped",
    "late",
    "met",
    "not met",
    "partially met",
    "partially implemented",
    "not implemented",
    "discharged",
    "behind schedule",
    "ahead of schedule",
    "on track",
    "off track",
    "at risk",
];

/// What the cells of one column hold, each kind as a count of cells. A cell may be of several kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Profile {
    /// The cells that hold something.
    pub(super) filled: usize,
    /// The cells filled with red, amber or green.
    pub(super) coloured: usize,
    /// The cells that hold a word in place of a value: `TBC`, `N/A`, `Ongoing`.
    empty: usize,
    /// The cells that were classed.
    classed: usize,
    counts: [usize; Holds::COUNT],
}

impl Profile {
    /// Classes a sample of the cells below a heading: fewer where the heading leaves no doubt, and then only
    /// until one holds what it should.
    pub(super) fn of_head(contents: &Contents<'_>, head: &Head, words: &StatusWords) -> Self {
        let sure = match (&head.found, head.named) {
            (_, Some(_)) => Some((0, None)),
            (Some(found), None) if found.strength >= Strength::Weak => match found.meaning {
                HeadingMeaning::Always(means) => Some((FEW, means.holds())),
                _ => None,
            },
            _ => None,
        };
        let (most, own) = sure.unwrap_or((MANY, None));
        Self::of(contents, head.column, words, (most, own))
    }

    /// Classes a sample of a column.
    pub(super) fn new(contents: &Contents<'_>, column: u16, words: &StatusWords) -> Self {
        Self::of(contents, column, words, (MANY, None))
    }

    fn of(
        contents: &Contents<'_>,
        column: u16,
        words: &StatusWords,
        (most, own): (usize, Option<Holds>),
    ) -> Self {
        let mut profile = Self::default();
        for cell in contents.cells(column) {
            if cell.fill.is_some_and(|rgb| matches!(words.fill(rgb), FillMeans::Colour(_))) {
                profile.coloured += 1;
            }
            let is_enough = profile.classed >= most
                || (profile.classed > 1 && own.is_some_and(|kind| profile.number_of(kind) > 0));
            if is_enough {
                profile.filled +=
                    usize::from(!matches!(cell.content, Content::Blank | Content::Failed(_)));
            } else {
                profile.add(cell, contents, words);
            }
            if profile.filled == SAMPLE {
                break;
            }
        }
        profile
    }

    fn add(&mut self, cell: &Cell, contents: &Contents<'_>, words: &StatusWords) {
        let is_percent = cell.shown == Shown::Percent;
        match &cell.content {
            Content::Blank | Content::Failed(_) => {}
            Content::Truth(_) => {
                self.filled += 1;
                self.classed += 1;
                self.count(Holds::States);
            }
            Content::Number(figure) => {
                self.filled += 1;
                self.classed += 1;
                if cell.shown.is_day() {
                    self.count(Holds::Days);
                } else {
                    self.count(Holds::Figures);
                    if !is_percent && *figure < 10_000.0 {
                        self.count(Holds::References);
                    }
                    if is_percent {
                        self.count(Holds::States);
                    }
                    if (1.0..=5.0).contains(figure) {
                        self.count(Holds::Levels);
                    }
                }
            }
            Content::Text(_) => {
                let Some(text) = text_of(cell, contents.sheet.dates) else { return };
                let text = text.trim();
                if text.is_empty() {
                    return;
                }
                self.filled += 1;
                self.classed += 1;
                for kind in of_text(text, words) {
                    self.count(kind);
                }
                if text.len() <= LONGEST_VALUE {
                    match day_of(cell, contents) {
                        Some(true) => self.count(Holds::Days),
                        Some(false) => self.empty += 1,
                        None => {}
                    }
                }
            }
        }
    }

    fn count(&mut self, kind: Holds) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count += 1;
        }
    }

    /// Returns the number of cells that hold this.
    pub(super) fn number_of(&self, kind: Holds) -> usize {
        self.counts.get(kind as usize).copied().unwrap_or_default()
    }

    /// Returns whether the cells that hold a value mostly hold this.
    pub(super) fn is_mostly(&self, kind: Holds) -> bool {
        let valued = self.classed.saturating_sub(self.empty);
        valued > 0 && self.number_of(kind) * 3 >= valued * 2
    }

    /// Returns whether no cell holds this, and most hold more than a word in place of it.
    pub(super) fn has_none(&self, kind: Holds) -> bool {
        self.empty * 2 < self.classed && self.number_of(kind) == 0
    }

    /// Returns what the cells hold throughout, the most telling kind first.
    pub(super) fn kind(&self) -> Option<Holds> {
        [
            Holds::Days,
            Holds::Colours,
            Holds::States,
            Holds::Levels,
            Holds::People,
            Holds::References,
            Holds::Figures,
            Holds::Text,
        ]
        .into_iter()
        .find(|kind| self.is_mostly(*kind))
    }
}

/// Returns whether a text is a day, or a word in place of one; `None` for any other.
fn day_of(cell: &Cell, contents: &Contents<'_>) -> Option<bool> {
    let words = date(cell, contents.sheet.dates).words?;
    match words.read(&DateContext::new()) {
        DateReading::Due(_)
        | DateReading::From(_)
        | DateReading::WeekCommencing(_)
        | DateReading::YearUnstated
        | DateReading::OutOfRange => Some(true),
        DateReading::Ongoing | DateReading::ToBeConfirmed | DateReading::AsSoonAsPossible => {
            Some(false)
        }
        DateReading::Missing | DateReading::Unreadable(_) => None,
    }
}

/// Returns what a text may be, apart from a day.
fn of_text(text: &str, words: &StatusWords) -> impl Iterator<Item = Holds> {
    let folded = text.to_lowercase();
    let bare = folded.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_long = text.chars().count() > LONGEST_NAME;
    let is_sentence = text.split_whitespace().nth(SENTENCE - 1).is_some();
    let is_empty = is_nothing(text) || is_to_be_confirmed(text);
    let is_colour = !is_long
        && (COLOURS.contains(&bare) || matches!(words.meaning(text), StatusMeaning::Colour(_)));
    let is_state = is_state(text, bare, words);
    let is_level = !is_long
        && (super::contents::is_level(bare) || {
            let (urgency, tier) = priority(text);
            urgency.is_some() || tier.is_some()
        });
    let is_reference =
        !is_long && is_only_references(text) && text.len() <= 12 && !text.contains(['%', '£']);
    let is_figure = is_figure(bare);
    let is_person =
        !is_empty && !is_state && !is_colour && !is_reference && is_person(text, &folded);
    [
        (Holds::Colours, is_colour),
        (Holds::States, is_state),
        (Holds::Levels, is_level),
        (Holds::References, is_reference),
        (Holds::Figures, is_figure),
        (Holds::People, is_person),
        (Holds::Text, is_sentence),
    ]
    .into_iter()
    .filter_map(|(kind, is_one)| is_one.then_some(kind))
}

/// Returns whether a text is a word for how far work is, or begins or ends with one: `Complete: staff
/// reminded`, `Training delivered. Completed.`.
fn is_state(text: &str, bare: &str, words: &StatusWords) -> bool {
    let is_word = |part: &str| {
        matches!(words.meaning(part), StatusMeaning::Status(_) | StatusMeaning::Legend { .. })
    };
    if is_word(text) || STATES.contains(&bare) {
        return true;
    }
    if let Some(figure) = bare.strip_suffix('%').or_else(|| text.trim().strip_suffix('%')) {
        return figure.trim().parse::<f64>().is_ok();
    }
    let ends = [':', '.', ';', ',', '\n', '\u{2013}', '('];
    let first = text.split(ends).next().filter(|part| part.len() < text.len());
    let last = text.trim_end_matches('.').rsplit(ends).next();
    [first, last].into_iter().flatten().any(|part| part.len() <= LONGEST_NAME && is_word(part))
}

fn is_figure(bare: &str) -> bool {
    let figure = bare.trim_start_matches('£').trim_end_matches(['%', 'k', 'm']).replace(',', "");
    !figure.is_empty() && figure.trim().parse::<f64>().is_ok()
}

/// Returns whether a text names a person, a post or a body.
fn is_person(text: &str, folded: &str) -> bool {
    let count = text.split_whitespace().count();
    if count > 12 || text.len() > LONGEST_VALUE * 2 {
        return false;
    }
    let has_body = || {
        folded.split(|letter: char| !letter.is_alphanumeric()).any(|word| BODIES.contains(&word))
    };
    if count <= 8 && (names_post(text) || has_body()) {
        return true;
    }
    // Initials (`HoS`, `PSW`), or words that all begin with a capital: `Ann Smith`, `J. Jones`.
    let is_name = |word: &str| {
        let mut letters = word.chars().filter(|letter| letter.is_alphanumeric());
        letters.next().is_some_and(char::is_uppercase)
            && !word.bytes().any(|byte| byte.is_ascii_digit())
    };
    let is_initials = count == 1
        && text.len() <= 6
        && text.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
    let words = text.split(|letter: char| letter.is_whitespace() || letter == '/');
    is_initials
        || ((2..=4).contains(&count)
            && !text.bytes().any(|byte| byte.is_ascii_digit())
            && words.filter(|word| word.contains(char::is_alphabetic)).all(is_name))
}

#[cfg(test)]
mod tests {
    use super::of_text;
    use crate::import::column_meaning::Holds::{self, *};
    use crate::import::values::StatusWords;

    #[test]
    fn texts_are_classed_by_their_form() {
        let words = StatusWords::default();
        for (text, expected) in [
            ("Head of Safeguarding", &[People][..]),
            ("Ann Smith", &[People]),
            ("HoS", &[People]),
            ("Scrutiny Committee", &[People]),
            ("Green", &[Colours]),
            ("A/G", &[Colours]),
            ("Blue", &[Colours]),
            ("In progress", &[States]),
            ("Complete: staff reminded", &[States]),
            ("Training delivered. Completed.", &[States]),
            ("40%", &[States, Figures]),
            ("High", &[Levels]),
            ("R1", &[References]),
            ("2.5.1", &[References]),
            ("Train all staff in the new way of working", &[Text]),
            ("Recruit", &[]),
            ("TBC", &[]),
        ] {
            let found: Vec<Holds> = of_text(text, &words).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
