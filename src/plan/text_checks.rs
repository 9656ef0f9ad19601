//! What holds of every text and date wherever it stands: not too long, no control characters, not
//! blank where it is all a record has, and no day in a year that no plan speaks of.

use super::PlanDoc;
use super::limits::Limits;
use super::structural::{
    BLANK_TITLE, CONTROL_CHARACTER, DATE_OUT_OF_RANGE, TEXT_TOO_LONG, TOO_MANY_RECORDS, problem,
};
use super::subject::{milestone_subject, quoted, subject};
use super::walk::{Visitor, walk};
use crate::diagnostic::{Diagnostic, Location, Step};
use crate::due_date::{DateContext, DateReading, DueDate};
use crate::text::{is_blank, written};

/// Everything wrong with the texts of a document, wherever they stand.
pub(crate) fn check(
    doc: &PlanDoc,
    limits: &Limits,
    context: DateContext,
    problems: &mut Vec<Diagnostic>,
) {
    counts(doc, limits, problems);
    blanks(doc, problems);
    let mut reader = Reader { doc, limits, context, path: Vec::new(), problems };
    walk(doc, &mut reader);
}

fn counts(doc: &PlanDoc, limits: &Limits, problems: &mut Vec<Diagnostic>) {
    let milestones = doc.actions.iter().map(|action| action.milestones.len());
    for (list, location, count) in [
        ("sources", "sources", doc.sources.len()),
        ("recommendations", "recommendations", doc.recommendations.len()),
        ("workstreams", "workstreams", doc.workstreams.len()),
        ("actions", "actions", doc.actions.len()),
        ("milestones", "actions", milestones.sum()),
        ("measures", "measures", doc.measures.len()),
        ("waivers", "waivers", doc.waivers.len()),
    ] {
        if count > limits.records {
            let most = limits.records;
            problems.push(problem(
                &TOO_MANY_RECORDS,
                Location::new([Step::Key(location)]),
                "the plan",
                format!("{count} {list}, where {most} are allowed"),
            ));
        }
    }
}

fn blanks(doc: &PlanDoc, problems: &mut Vec<Diagnostic>) {
    let mut check =
        |text: &str, reference: Option<&String>, kind: &str, location: &dyn Fn() -> Location| {
            if is_blank(text) {
                let called = subject(kind, written(reference), "");
                problems.push(blank(location(), called));
            }
        };
    let at = |list, position, key| Location::element(list, position).key(key);
    let plan = |key| Location::new([Step::Key(key)]);
    check(&doc.reference, None, "plan", &|| plan("reference"));
    check(&doc.title, Some(&doc.reference), "plan", &|| plan("title"));
    check(&doc.authority.name, None, "authority", &|| plan("authority").key("name"));
    for (i, source) in doc.sources.iter().enumerate() {
        check(&source.title, source.reference.as_ref(), "source", &|| at("sources", i, "title"));
    }
    for (i, recommendation) in doc.recommendations.iter().enumerate() {
        let reference = recommendation.reference.as_ref();
        check(&recommendation.text, reference, "recommendation", &|| {
            at("recommendations", i, "text")
        });
    }
    for (i, workstream) in doc.workstreams.iter().enumerate() {
        check(&workstream.name, workstream.reference.as_ref(), "workstream", &|| {
            at("workstreams", i, "name")
        });
    }
    for (i, action) in doc.actions.iter().enumerate() {
        check(&action.title, action.reference.as_ref(), "action", &|| at("actions", i, "title"));
        let inside = |list, j, key| Location::element("actions", i).key(list).index(j).key(key);
        for (j, evidence) in action.evidence.iter().enumerate() {
            check(&evidence.title, None, "evidence", &|| inside("evidence", j, "title"));
        }
        for (j, update) in action.updates.iter().enumerate() {
            check(&update.text, None, "update", &|| inside("updates", j, "text"));
        }
    }
    for (i, measure) in doc.measures.iter().enumerate() {
        check(&measure.name, measure.reference.as_ref(), "measure", &|| at("measures", i, "name"));
        for (j, comparator) in measure.comparators.iter().enumerate() {
            check(&comparator.name, None, "comparator", &|| {
                Location::element("measures", i).key("comparators").index(j).key("name")
            });
        }
    }
    for (i, action) in doc.actions.iter().enumerate() {
        for (j, milestone) in action.milestones.iter().enumerate() {
            if is_blank(&milestone.title) {
                let (within, own) = (&action.reference, &milestone.reference);
                let called = milestone_subject(written(within.as_ref()), written(own.as_ref()), "");
                let at = Location::element("actions", i).key("milestones").index(j);
                problems.push(blank(at.key("title"), called));
            }
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
        // A text has at most as many UTF-16 units as bytes, so most need not be counted.
        if text.len() > self.limits.text_units {
            let units = text.encode_utf16().count();
            if units > self.limits.text_units {
                let most = self.limits.text_units;
                self.add(
                    &TEXT_TOO_LONG,
                    format!("the text is {units} characters long, as spreadsheets count, where {most} are allowed"),
                );
            }
        }
        if !may_hold_control(text) {
            return;
        }
        if let Some((at, control)) = text.char_indices().find(|(_, letter)| is_refused(*letter)) {
            let code = u32::from(control);
            let place = match text.split_at_checked(at) {
                Some((before, _)) if !is_blank(before) => format!("after {}", quoted(before)),
                _ => "at the beginning of the text".to_owned(),
            };
            self.add(
                &CONTROL_CHARACTER,
                format!("a character that cannot be printed (U+{code:04X}) stands {place}"),
            );
        }
    }

    fn date(&mut self, words: &str) {
        self.text(words);
        // What is refused for its length needs no reading: it could take long.
        if words.len() > self.limits.text_units.saturating_mul(3) {
            return;
        }
        if DueDate::new(words).read(&self.context) == DateReading::OutOfRange {
            let (first, last) = (self.limits.years.start(), self.limits.years.end());
            self.add(
                &DATE_OUT_OF_RANGE,
                format!("{} is not in the years {first} to {last}", quoted(words)),
            );
        }
    }
}

impl Reader<'_> {
    fn add(&mut self, entry: &crate::diagnostic::CodeEntry, message: String) {
        let subject = self.subject();
        let location = Location::new(self.path.clone());
        self.problems.push(problem(entry, location, subject, message));
    }

    /// The record the path leads into.
    fn subject(&self) -> String {
        let doc = self.doc;
        let mut steps = self.path.iter();
        let (Some(Step::Key(list)), Some(Step::Index(i))) = (steps.next(), steps.next()) else {
            return "the plan".to_owned();
        };
        let named =
            match *list {
                "sources" => doc.sources.get(*i).map(|record| {
                    subject("source", written(record.reference.as_ref()), &record.title)
                }),
                "recommendations" => doc.recommendations.get(*i).map(|record| {
                    subject("recommendation", written(record.reference.as_ref()), &record.text)
                }),
                "workstreams" => doc.workstreams.get(*i).map(|record| {
                    subject("workstream", written(record.reference.as_ref()), &record.name)
                }),
                "actions" => doc.actions.get(*i).map(|record| {
                    let own = written(record.reference.as_ref());
                    match (steps.next(), steps.next()) {
                        (Some(Step::Key("milestones")), Some(Step::Index(j))) => {
                            record.milestones.get(*j).map(|step| {
                                let reference = written(step.reference.as_ref());
                                milestone_subject(own, reference, &step.title)
                            })
                        }
                        _ => None,
                    }
                    .unwrap_or_else(|| subject("action", own, &record.title))
                }),
                "measures" => doc.measures.get(*i).map(|record| {
                    subject("measure", written(record.reference.as_ref()), &record.name)
                }),
                _ => None,
            };
        named.unwrap_or_else(|| "the plan".to_owned())
    }
}

/// Whether any byte could belong to a control character; most texts have none, and need no second look.
fn may_hold_control(text: &str) -> bool {
    text.bytes().any(|byte| byte < 0x20 || byte == 0x7f || byte == 0xc2)
}

fn is_refused(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\t' | '\n' | '\r')
}
