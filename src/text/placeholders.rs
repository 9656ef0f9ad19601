//! Blank texts, and words in place of a value: nothing, nobody, or not yet.

/// Returns whether the text is empty or only whitespace.
#[inline]
pub(crate) fn is_blank(text: &str) -> bool {
    // Nearly every text begins with a letter or a digit of ASCII, and every reference is asked.
    let begins_with_a_letter = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !begins_with_a_letter && text.chars().all(char::is_whitespace)
}

/// Returns the text of an optional field, unless it is blank.
pub(crate) fn written(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !is_blank(text))
}

/// Returns whether text in place of a reason is blank or says that there is none, or none yet: `TBC`, `-`, `N/A`.
pub(crate) fn says_nothing(text: &str) -> bool {
    Bare::of(text).is_some_and(|words| words.name_nothing())
}

/// Returns the reason in a field, unless it says nothing; see [`says_nothing`].
pub(crate) fn reason(text: Option<&String>) -> Option<&str> {
    written(text).filter(|reason| !says_nothing(reason))
}

/// Returns the name in a field, unless it names nobody; see [`names_nobody`].
pub(crate) fn named(text: Option<&String>) -> Option<&str> {
    written(text).filter(|name| !names_nobody(name))
}

/// Abbreviations of *to be confirmed*, *to be advised* and *to be decided*.
pub(crate) const TO_BE_INITIALS: &[&str] = &["tbc", "tba", "tbd"];

/// The participles that follow `to be` or `not yet` when something is still open.
pub(crate) const TO_BE_DONE: &[&str] = &[
    "advised",
    "agreed",
    "announced",
    "appointed",
    "arranged",
    "confirmed",
    "decided",
    "determined",
    "identified",
    "recruited",
];

/// Returns whether text says that a value is still open: `TBC`, `t.b.a.`, `to be agreed`, `not yet
/// agreed`, `?`. Used for names, money, links, actions and dates alike.
#[cfg_attr(
    not(any(feature = "csv", feature = "workbook")),
    allow(dead_code, reason = "only what is read from a table is asked this on its own")
)]
pub(crate) fn is_to_be_confirmed(text: &str) -> bool {
    Bare::of(text).is_some_and(|words| words.are_open() && !is_blank(text))
}

/// Returns whether text says that there is no value: a dash, `none`, `N/A`, `not applicable`.
pub(crate) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    matches!(text, "-" | "\u{2013}" | "\u{2014}")
        || ["none", "n/a", "not applicable"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Returns whether text in place of a name says that there is nothing, or nothing yet.
#[cfg_attr(
    not(any(feature = "csv", feature = "workbook")),
    allow(dead_code, reason = "only what is read from a table is asked this on its own")
)]
pub(crate) fn names_nothing(text: &str) -> bool {
    says_nothing(text) && !is_blank(text)
}

/// Returns whether text in place of a person, post or body is blank or says that there is nobody,
/// or nobody yet (`TBC`, `to be appointed`, `vacant`, `N/A`, `-`), also where it says for which post: `TBC (HR)`,
/// `Lead TBC`, `TBC - Head of Service`, `Vacant post`. Where several are named, one who is known is enough.
pub(crate) fn names_nobody(text: &str) -> bool {
    may_name_nobody(text) && (is_nobody(text) || name_nobody_yet(text))
}

/// Returns whether the whole text, without anything beside, says that there is nobody, or nobody yet.
pub(crate) fn is_nobody(text: &str) -> bool {
    Bare::of(text).is_some_and(|words| words.name_nothing() || words.are_vacant())
}

/// Returns whether text begins or ends as one that names nobody may. Every owner of a plan is asked, and nearly none
/// does.
fn may_name_nobody(text: &str) -> bool {
    let bytes = text.as_bytes().trim_ascii();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return true };
    let ends_in = |end: &[u8]| {
        let last = bytes.len().checked_sub(end.len()).and_then(|at| bytes.get(at..));
        last.is_some_and(|last| last.eq_ignore_ascii_case(end))
    };
    let begins = matches!(
        first,
        b'T' | b't' | b'N' | b'n' | b'U' | b'u' | b'V' | b'v' | b'(' | b'[' | b'-' | b'.' | b'?'
    );
    // Other letters and spaces than those of ASCII are looked at in full.
    begins
        || begins_with(bytes, b"awaiting")
        || !first.is_ascii_graphic()
        || match last {
            b')' | b']' | b'.' | b'?' | 0x80.. => true,
            b'A' | b'a' => ends_in(b"tba"),
            b'C' | b'c' => ends_in(b"tbc"),
            b'D' | b'd' => ends_in(b"ed") || ends_in(b"tbd"),
            b'T' | b't' => {
                ends_in(b"vacant")
                    || ends_in(b"awaiting appointment")
                    || ends_in(b"awaiting recruitment")
            }
            b'Y' | b'y' => ends_in(b"vacancy"),
            _ => !last.is_ascii_graphic(),
        }
}

fn begins_with(text: &[u8], beginning: &[u8]) -> bool {
    text.get(..beginning.len()).is_some_and(|first| first.eq_ignore_ascii_case(beginning))
}

/// Departments, which say where a post is to be filled and name nobody: `TBC/HR`.
const DEPARTMENTS: &[&str] = &["finance", "hr", "human resources", "ict", "it", "legal"];

/// Returns whether every name in a text is that of nobody yet, but for departments beside.
fn name_nobody_yet(text: &str) -> bool {
    let mut is_any_open = false;
    for name in text.split(['/', '&', '+', ';', '\n']).filter(|name| !is_blank(name)) {
        if is_nobody_yet(name) {
            is_any_open = true;
        } else if !is_one_of(name.trim(), DEPARTMENTS) {
            return false;
        }
    }
    is_any_open
}

/// Returns whether a name is that of nobody yet: it says so before or after the post, or what is added in brackets,
/// after a dash or after a comma says so, alone or before anything else: `DCS (TBC from January)`.
fn is_nobody_yet(name: &str) -> bool {
    let is_end = |letter: char| {
        matches!(letter, '(' | ')' | '[' | ']' | ',' | ':' | '\u{2013}' | '\u{2014}')
    };
    let parts = name.split(is_end).flat_map(|part| part.split(" - "));
    let mut parts = parts.filter(|part| !is_blank(part));
    parts.next().is_some_and(|first| is_open_post(first) || begins_or_ends_open(first))
        || parts.any(|part| is_open_post(part) || begins_open(part))
}

/// Words for any post, which add nothing to the words that say that nobody holds it.
const ANY_POST: &[&str] = &[
    "currently",
    "lead",
    "manager",
    "name",
    "officer",
    "owner",
    "person",
    "position",
    "post",
    "postholder",
    "role",
];

/// Returns whether text says that a post is open and does not name it: `TBC`, `vacant post`, `lead to be confirmed`.
fn is_open_post(part: &str) -> bool {
    let is_any_post = |word: &str| ANY_POST.iter().any(|any| any.eq_ignore_ascii_case(word));
    let mut words = part.trim();
    loop {
        let first = words.split_once(char::is_whitespace).filter(|(word, _)| is_any_post(word));
        let last = words.rsplit_once(char::is_whitespace).filter(|(_, word)| is_any_post(word));
        match (first, last) {
            (Some((_, rest)), _) | (None, Some((rest, _))) => words = rest.trim(),
            (None, None) => break,
        }
    }
    // Somebody can be the manager of vacancies.
    let is_post_of_vacancies =
        words.eq_ignore_ascii_case("vacancy") && begins_with(part.trim().as_bytes(), b"vacancy ");
    !words.is_empty()
        && !is_post_of_vacancies
        && Bare::of(words).is_some_and(|bare| bare.are_open() || bare.are_vacant())
}

/// Words after which those for nobody yet are a part of the name of a post: `Head of TBC`.
const WITHIN_A_NAME: &[&str] = &["at", "for", "from", "in", "of", "the", "with"];

/// Returns whether text says that a post is open before or after it names it: `TBC Head of Service`, `Head of Service
/// to be appointed`, `Head of Service vacant`.
fn begins_or_ends_open(part: &str) -> bool {
    let mut last = words_of(part).rev();
    let [end, before, third, fourth] =
        [last.next(), last.next(), last.next(), last.next()].map(Option::unwrap_or_default);
    let is_open = is_initials(end) || is_one_of(end, &["unfilled", "vacancy", "vacant"]);
    begins_open(part)
        || is_open && !is_one_of(before, WITHIN_A_NAME)
        || is_awaiting(before, end)
        || is_to_be(third, before, end) && !is_one_of(fourth, WITHIN_A_NAME)
}

/// Returns whether text begins with the words that say that a post is open: `TBC from January`.
fn begins_open(part: &str) -> bool {
    let mut first = words_of(part);
    let [one, two, three] =
        [first.next(), first.next(), first.next()].map(Option::unwrap_or_default);
    is_initials(one) || is_to_be(one, two, three) || is_awaiting(one, two)
}

fn words_of(part: &str) -> impl DoubleEndedIterator<Item = &str> {
    let words = part.split(|letter: char| letter.is_whitespace() || letter == '-');
    words.map(|word| word.trim_end_matches('?')).filter(|word| !word.is_empty())
}

fn is_awaiting(one: &str, two: &str) -> bool {
    one.eq_ignore_ascii_case("awaiting") && is_one_of(two, &["appointment", "recruitment"])
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// Returns whether a word is an abbreviation of *to be confirmed*, with or without full stops.
fn is_initials(word: &str) -> bool {
    let letters = word.bytes().filter(|letter| *letter != b'.');
    let letters = letters.map(|letter| letter.to_ascii_lowercase());
    TO_BE_INITIALS.iter().any(|known| letters.clone().eq(known.bytes()))
}

fn is_to_be(first: &str, second: &str, done: &str) -> bool {
    let is =
        |one: &str, two: &str| first.eq_ignore_ascii_case(one) && second.eq_ignore_ascii_case(two);
    (is("to", "be") || is("not", "yet")) && is_one_of(done, TO_BE_DONE)
}

/// Text folded, without full stops and without question marks at the end, if it can be one of the texts
/// that say that there is nothing or nothing yet. Every owner of a plan is asked, so it takes no allocation.
struct Bare {
    letters: [u8; Self::LONGEST],
    length: usize,
}

impl Bare {
    /// More bytes than any of these texts has. The longest are `not yet determined` and `not yet identified`.
    const LONGEST: usize = 24;

    /// Returns `None` for a text that is too long, begins with another letter than all of them, or has a question
    /// mark before its end.
    fn of(text: &str) -> Option<Self> {
        let mut bare = Self { letters: [0; Self::LONGEST], length: 0 };
        let (mut has_begun, mut is_after_space, mut is_question) = (false, false, false);
        let mut spaces = 0_usize;
        for character in text.chars() {
            if character.is_whitespace() {
                is_after_space = has_begun;
                continue;
            }
            has_begun = true;
            if std::mem::take(&mut is_after_space) {
                if is_question {
                    return None;
                }
                spaces += 1;
            }
            match character {
                '.' => {}
                '?' => is_question = true,
                _ if is_question => return None,
                _ => {
                    let spaces = std::mem::take(&mut spaces);
                    bare.add(if bare.length > 0 { spaces } else { 0 }, character)?;
                }
            }
        }
        Some(bare)
    }

    /// Appends spaces and a character in lower case.
    fn add(&mut self, spaces: usize, character: char) -> Option<()> {
        let is_first = self.length == 0;
        self.letters.get_mut(self.length..)?.get_mut(..spaces)?.fill(b' ');
        self.length += spaces;
        if character.is_ascii() {
            let lower = character.to_ascii_lowercase();
            if is_first && !matches!(lower, 't' | 'n' | 'u' | 'v' | '-') {
                return None;
            }
            *self.letters.get_mut(self.length)? = u8::try_from(lower).ok()?;
            self.length += 1;
            return Some(());
        }
        for lower in character.to_lowercase() {
            let place = self.letters.get_mut(self.length..)?.get_mut(..lower.len_utf8())?;
            self.length += lower.encode_utf8(place).len();
        }
        Some(())
    }

    fn as_str(&self) -> &str {
        let letters = self.letters.get(..self.length).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    /// Returns whether the words say that a value is still open, as no words at all do.
    fn are_open(&self) -> bool {
        let words = self.as_str();
        let open = words.strip_prefix("to be ").or_else(|| words.strip_prefix("not yet "));
        words.is_empty()
            || TO_BE_INITIALS.contains(&words)
            || open.is_some_and(|done| TO_BE_DONE.contains(&done))
    }

    /// Returns whether the words say that nobody holds a post, or nobody who is known.
    fn are_vacant(&self) -> bool {
        matches!(
            self.as_str(),
            "no lead"
                | "no one"
                | "no owner"
                | "nobody"
                | "not allocated"
                | "not assigned"
                | "unallocated"
                | "unassigned"
                | "unfilled"
                | "unknown"
                | "vacancy"
                | "vacant"
        )
    }

    /// Returns whether the words say that there is nothing, or nothing yet.
    fn name_nothing(&self) -> bool {
        let words = self.as_str();
        self.are_open() || is_nothing(words) || matches!(words, "na" | "nil")
    }
}

#[cfg(test)]
mod tests {
    use super::{Bare, TO_BE_DONE, is_nobody, is_to_be_confirmed, names_nobody, names_nothing};
    use crate::text::fold;

    #[test]
    fn words_that_name_nobody_are_known() {
        for open in ["TBC", "t.b.c.", "TBC?", "To be  appointed", "Not yet agreed.", "?", "..."] {
            assert!(is_to_be_confirmed(open), "{open}");
            assert!(names_nothing(open), "{open}");
            assert!(names_nobody(open), "{open}");
        }
        for nothing in ["N/A", "-", "\u{2014}", "NA", "nil", "None.", "n/a?"] {
            assert!(!is_to_be_confirmed(nothing), "{nothing}");
            assert!(names_nothing(nothing), "{nothing}");
            assert!(names_nobody(nothing), "{nothing}");
        }
        for nobody in ["Vacant", "unknown", "Unassigned", " "] {
            assert!(!names_nothing(nobody), "{nobody}");
            assert!(names_nobody(nobody), "{nobody}");
        }
        for somebody in ["Director", "To be Director", "Nona", "Head of TBC"] {
            assert!(!names_nobody(somebody), "{somebody}");
        }
    }

    #[test]
    fn a_post_that_nobody_holds_yet_names_nobody() {
        for nobody in [
            "TBC (HR)",
            "Lead TBC",
            "TBC - Head of Service",
            "Vacant post",
            "Post vacant",
            "post currently vacant",
            "Head of Service (vacant)",
            "Head of Service - TBC",
            "Head of Service (t.b.c.)",
            "Head of Service, to be appointed",
            "Head of Service to be recruited",
            "To be confirmed by Human Resources",
            "TBC-HR",
            "tba: Principal Social Worker",
            "TBC / TBA",
            "[TBC]",
            "Head of Service (lead officer TBC)",
            "Owner not yet agreed",
            "TBC \u{2013} Anyshire NHS Trust",
            "Team manager TBC?",
            "Not assigned",
            "Nobody",
            "TBC/HR",
            "HR / TBC",
            "Unfilled",
            "Post unfilled",
            "Head of Service - unfilled",
            "Awaiting appointment",
            "awaiting recruitment of a Head of Service",
            "Head of Service, awaiting appointment",
            "DCS (TBC from January)",
            "Vacancy",
            "Team manager vacancy",
        ] {
            assert!(names_nobody(nobody), "{nobody}");
        }
        for somebody in [
            "Head of HR / TBC",
            "TBC & Director of Children's Services",
            "Interim Head of Service (permanent TBC)",
            "Head of Service (Fostering)",
            "Vacant Property Officer",
            "Vacancy Manager",
            "Vacancy Lead",
            "HR / Finance",
            "Finance Manager / TBC",
            "Appointment Officer",
            "Team Manager, Vacancies",
            "Director of Recruitment",
            "Head of Safeguarding (retired)",
            "Nominated Officer (unconfirmed)",
            "Tabc",
            "Trust Board - Health and Advised Care",
            "Head of Service for TBC",
        ] {
            assert!(!names_nobody(somebody), "{somebody}");
        }
    }

    /// What [`Bare`] computes, said directly.
    fn bare(text: &str) -> String {
        let bare = fold(text).replace('.', "");
        bare.trim_end_matches('?').trim().to_owned()
    }

    #[test]
    fn words_are_bared_on_the_stack_as_they_would_be_in_a_string() {
        let pieces = [
            "",
            " ",
            ".",
            "?",
            "TBC",
            "to be ",
            "not yet",
            "agreed",
            "VACANT",
            "n/a",
            "\u{a0}",
            "-",
            "\u{2013}",
            "un\u{212a}nown",
            "x",
        ];
        let known = |words: &str| {
            let open = words.strip_prefix("to be ").or_else(|| words.strip_prefix("not yet "));
            words.is_empty()
                || ["tbc", "tba", "tbd"].contains(&words)
                || open.is_some_and(|done| TO_BE_DONE.contains(&done))
        };
        let nobody = ["-", "\u{2013}", "n/a", "unknown", "vacant"];
        for count in 0..pieces.len().pow(4) {
            let text: String = (0..4)
                .filter_map(|place| pieces.get(count / pieces.len().pow(place) % pieces.len()))
                .copied()
                .collect();
            let words = bare(&text);
            let is_open = known(&words) && !text.trim().is_empty();
            assert_eq!(is_to_be_confirmed(&text), is_open, "{text:?}");
            let names_none = known(&words) || nobody.contains(&&*words);
            assert_eq!(is_nobody(&text), names_none, "{text:?}");
            assert!(!names_none || names_nobody(&text), "{text:?}");
        }
    }

    #[test]
    fn no_phrase_for_nothing_is_taken_for_a_name_because_of_its_length() {
        let longest = TO_BE_DONE.iter().map(|done| "not yet ".len() + done.len()).max();
        assert!(longest < Some(Bare::LONGEST));
        for done in TO_BE_DONE {
            assert!(is_to_be_confirmed(&format!("Not.  yet\t{done}. ??")), "{done}");
        }
    }
}
