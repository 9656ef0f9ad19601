//! Checks the number of records and every text and date of a document: length, control characters,
//! blank titles, and dates outside the allowed years.

use super::PlanDoc;
use super::limits::Limits;
use super::record_list::RecordList;
use super::structural::{
    BLANK_TITLE, CONTROL_CHARACTER, DATE_OUT_OF_RANGE, TEXT_TOO_LONG, TOO_MANY_RECORDS, problem,
};
use super::subject::{quoted, subject};
use super::walk::{Visitor, walk};
use crate::diagnostic::{CodeEntry, Diagnostic, Location, Step};
use crate::due_date::{DateContext, DateReading, is_day_in_range, reading};
use crate::model::RecordKind;
use crate::text::{is_blank, written};

/// What is known of the texts and dates of a document before it is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Texts {
    /// Each was found to be right as it was read, by [`is_surely_right`] or [`is_day_in_range`].
    SurelyRight,
    Unknown,
}

/// Reports every problem with the record counts, texts and dates of a document.
pub(crate) fn check(
    doc: &PlanDoc,
    texts: Texts,
    limits: &Limits,
    context: DateContext,
    problems: &mut Vec<Diagnostic>,
) {
    counts(doc, limits, problems);
    blanks(doc, problems);
    if texts == Texts::SurelyRight {
        return;
    }
    // Nearly every document passes a look that keeps no account of where it is.
    let mut look = Look { limits, context, needs_care: false };
    walk(doc, &mut look);
    if look.needs_care {
        walk(doc, &mut Reader { doc, limits, context, path: Vec::new(), problems });
    }
}

fn counts(doc: &PlanDoc, limits: &Limits, problems: &mut Vec<Diagnostic>) {
    let records = RecordKind::ALL.iter().map(|kind| {
        let key = if *kind == RecordKind::Milestone { "actions" } else { kind.list() };
        (kind.list(), key, doc.count(*kind))
    });
    for (list, key, count) in records.chain([("waivers", "waivers", doc.waivers.len())]) {
        if count > limits.records {
            let most = limits.records;
            problems.push(problem(
                &TOO_MANY_RECORDS,
                Location::new([Step::Key(key)]),
                "the plan",
                format!("it has {count} {list}; at most {most} are allowed"),
            ));
        }
    }
}

fn blanks(doc: &PlanDoc, problems: &mut Vec<Diagnostic>) {
    let plan = |key| Location::new([Step::Key(key)]);
    let reference = written(Some(&doc.reference));
    let mut check = |text: &str, subject: &dyn Fn() -> String, location: &dyn Fn() -> Location| {
        if is_blank(text) {
            problems.push(blank(location(), subject()));
        }
    };
    check(&doc.reference, &|| subject("plan", None, ""), &|| plan("reference"));
    check(&doc.title, &|| subject("plan", reference, ""), &|| plan("title"));
    let authority = || plan("authority").key("name");
    check(&doc.authority.name, &|| "the authority".to_owned(), &authority);
    let mut check_list = |list: RecordList<'_>| {
        for (at, record) in list.iter().enumerate() {
            let key = record.kind().words_key();
            check(record.words(), &|| list.subject(at), &|| list.location(at).key(key));
        }
    };
    for kind in RecordKind::LISTED {
        check_list(RecordList::Document(doc, kind));
    }
    for (i, action) in doc.actions.iter().enumerate() {
        check_list(RecordList::Milestones(i, action));
    }
    let mut check_part = |text: &str, kind: &str, list, i, key, j, words| {
        let location = || Location::element(list, i).key(key).index(j).key(words);
        check(text, &|| subject(kind, None, ""), &location);
    };
    for (i, action) in doc.actions.iter().enumerate() {
        for (j, evidence) in action.evidence.iter().enumerate() {
            check_part(&evidence.title, "evidence", "actions", i, "evidence", j, "title");
        }
        for (j, update) in action.updates.iter().enumerate() {
            check_part(&update.text, "update", "actions", i, "updates", j, "text");
        }
    }
    for (i, measure) in doc.measures.iter().enumerate() {
        for (j, comparator) in measure.comparators.iter().enumerate() {
            check_part(&comparator.name, "comparator", "measures", i, "comparators", j, "name");
        }
    }
}

fn blank(location: Location, called: String) -> Diagnostic {
    let key = match location.steps().last() {
        Some(Step::Key(key)) => *key,
        _ => "title",
    };
    problem(&BLANK_TITLE, location, called, format!("the {key} is blank"))
}

/// Finds whether any text or date may have a problem, without keeping the place.
struct Look<'a> {
    limits: &'a Limits,
    context: DateContext,
    needs_care: bool,
}

impl Visitor for Look<'_> {
    fn enter(&mut self, _: Step) -> bool {
        !self.needs_care
    }

    fn leave(&mut self) {}

    fn text(&mut self, text: &str) {
        self.needs_care |= !is_surely_right(text, self.limits);
    }

    fn date(&mut self, words: &str) {
        if !is_day_in_range(words, &self.context) {
            self.text(words);
            // The reading of a long text could be slow, and its length is a reason for care already.
            self.needs_care |=
                !self.needs_care && reading(words, &self.context) == DateReading::OutOfRange;
        }
    }
}

/// Returns whether a text is short enough and holds no control character. False means that it may be right.
pub(crate) fn is_surely_right(text: &str, limits: &Limits) -> bool {
    text.len() <= limits.text_units && !may_hold_control(text)
}

struct Reader<'a> {
    doc: &'a PlanDoc,
    limits: &'a Limits,
    context: DateContext,
    path: Vec<Step>,
    problems: &'a mut Vec<Diagnostic>,
}

impl Visitor for Reader<'_> {
    fn enter(&mut self, step: Step) -> bool {
        self.path.push(step);
        true
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn text(&mut self, text: &str) {
        // A text has at most as many UTF-16 units as bytes, so most texts need no counting.
        if text.len() > self.limits.text_units {
            let units = text.encode_utf16().count();
            if units > self.limits.text_units {
                let most = self.limits.text_units;
                self.add(
                    &TEXT_TOO_LONG,
                    format!("the text has {units} characters, as spreadsheets count them; at most {most} are allowed"),
                );
            }
        }
        if !may_hold_control(text) {
            return;
        }
        if let Some((at, control)) =
            text.char_indices().find(|(_, character)| is_rejected(*character))
        {
            let code = u32::from(control);
            let place = match text.split_at_checked(at) {
                Some((before, _)) if !is_blank(before) => format!("after {}", quoted(before)),
                _ => "at its beginning".to_owned(),
            };
            self.add(
                &CONTROL_CHARACTER,
                format!("the text has a character that cannot be printed (U+{code:04X}) {place}"),
            );
        }
    }

    fn date(&mut self, words: &str) {
        self.text(words);
        // A text that is already rejected for its length is not parsed, which could be slow.
        if words.len() > self.limits.text_units.saturating_mul(3) {
            return;
        }
        if reading(words, &self.context) == DateReading::OutOfRange {
            let (first, last) = (self.limits.years.start(), self.limits.years.end());
            self.add(
                &DATE_OUT_OF_RANGE,
                format!("{} is not in the years {first} to {last}", quoted(words)),
            );
        }
    }
}

impl Reader<'_> {
    fn add(&mut self, entry: &CodeEntry, message: String) {
        let subject = self.subject();
        let location = Location::new(self.path.clone());
        self.problems.push(problem(entry, location, subject, message));
    }

    /// Returns the name of the record at the current path.
    fn subject(&self) -> String {
        let list = RecordList::holding(self.doc, &self.path);
        list.map_or_else(|| "the plan".to_owned(), |(list, at)| list.subject(at))
    }
}

/// Returns whether any byte could belong to a control character: below 0x20, 0x7f, or 0xc2, which begins the controls
/// beyond ASCII. Most texts are printable ASCII, which is seen eight bytes at once.
fn may_hold_control(text: &str) -> bool {
    !is_surely_printable(text.as_bytes())
        && text.bytes().any(|byte| byte < 0x20 || byte == 0x7f || byte == 0xc2)
}

/// Returns whether a text of at least eight bytes is printable ASCII. False means that it may be.
fn is_surely_printable(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else { return false };
    let mut other = beyond_printable(*last);
    for eight in bytes.as_chunks().0 {
        other |= beyond_printable(*eight);
    }
    other == 0
}

/// Returns a number that is zero only if each of eight bytes is from 0x20 to 0x7e.
const fn beyond_printable(eight: [u8; 8]) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    let bytes = u64::from_le_bytes(eight);
    // The high bit of another byte is set at the start, by adding 1 to 0x7f, or by taking 0x20 from less. Only such a
    // byte carries anything to the next.
    let high = bytes | bytes.wrapping_add(ONES) | bytes.wrapping_sub(ONES * 0x20);
    high & (ONES * 0x80)
}

fn is_rejected(character: char) -> bool {
    character.is_control() && !matches!(character, '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::{is_rejected, may_hold_control};

    /// Wherever a control character is, it is seen; and most other texts are known to have none.
    #[test]
    fn no_control_character_is_overlooked() {
        for length in 0..40 {
            for at in 0..=length {
                for code in 0..=0x250 {
                    let Some(character) = char::from_u32(code) else { continue };
                    let before = "Ab 3~".chars().cycle().take(at);
                    let text: String = before
                        .chain([character])
                        .chain(" z\u{e9}9".chars().cycle().take(length - at))
                        .collect();
                    if is_rejected(character) {
                        assert!(may_hold_control(&text), "{text:?}");
                    } else if !character.is_control() && !('\u{80}'..='\u{bf}').contains(&character)
                    {
                        assert!(!may_hold_control(&text), "{text:?}");
                    }
                }
            }
        }
    }
}
