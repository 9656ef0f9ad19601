//! Breakers: for each structural code, a way to break any valid document.

use uuid::Uuid;

use crate::id::SourceId;
use crate::model::{Action, Measure, Recommendation, Source, Workstream};
use crate::plan::{Limits, PlanDoc};

/// Breaks a valid document, so that it is rejected with diagnostics of exactly one structural code.
///
/// A breaker only adds records, with references that no document of [`plan_doc`](super::plan_doc)
/// uses. It therefore breaks every document, and breakers of different codes can be combined.
#[derive(Debug, Clone, Copy)]
pub struct Breaker {
    code: &'static str,
    add: fn(&mut Broken),
}

impl Breaker {
    /// Returns the structural code it causes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Breaks a document.
    #[must_use]
    pub fn break_doc(&self, doc: PlanDoc) -> PlanDoc {
        let mut broken = Broken { code: self.code, doc };
        (self.add)(&mut broken);
        broken.doc
    }

    /// Returns the limits for building the broken document: the default ones, except that
    /// `too-many-records` allows only one record of each kind.
    #[must_use]
    pub fn limits(&self) -> Limits {
        match self.code {
            "too-many-records" => Limits::default().with_records(1),
            _ => Limits::default(),
        }
    }
}

/// Returns a breaker for each structural code, in the order of
/// [`Plan::structural_codes`](crate::Plan::structural_codes).
///
/// ```
/// use improvement_plan::{strategy, Plan, PlanDoc};
///
/// for breaker in strategy::breakers() {
///     let doc = breaker.break_doc(PlanDoc::new("p", "Plan", "Anyshire"));
///     let rejected = Plan::build_with(doc, &breaker.limits()).unwrap_err();
///     for diagnostic in rejected.diagnostics() {
///         assert_eq!(diagnostic.code(), breaker.code());
///     }
/// }
/// ```
#[must_use]
pub fn breakers() -> &'static [Breaker] {
    BREAKERS
}

/// Returns the breaker for a structural code.
///
/// ```
/// use improvement_plan::{strategy, Plan};
///
/// for entry in Plan::structural_codes() {
///     assert!(strategy::breaker(entry.code().as_str()).is_some());
/// }
/// ```
#[must_use]
pub fn breaker(code: &str) -> Option<&'static Breaker> {
    BREAKERS.iter().find(|breaker| breaker.code == code)
}

const fn breaker_of(code: &'static str, add: fn(&mut Broken)) -> Breaker {
    Breaker { code, add }
}

/// One character more than the default limit of a text.
const TOO_LONG: usize = 32_768;

const BREAKERS: &[Breaker] = &[
    breaker_of("too-many-records", |broken| {
        broken.source("one");
        broken.source("two");
    }),
    breaker_of("blank-title", |broken| broken.source("one").title = " ".into()),
    breaker_of("text-too-long", |broken| broken.source("one").title = "x".repeat(TOO_LONG)),
    breaker_of("control-character", |broken| broken.source("one").title.push('\u{7}')),
    breaker_of("date-out-of-range", |broken| {
        broken.source("one").published = Some("1066-10-14".into());
    }),
    breaker_of("nil-id", |broken| {
        broken.source("one").id = Some(SourceId::from_uuid(Uuid::nil()));
    }),
    breaker_of("duplicate-id", |broken| {
        for _ in 0..2 {
            let source = broken.source("one");
            source.reference = None;
            source.title = "breaker of ids".into();
        }
    }),
    breaker_of("duplicate-reference", |broken| {
        broken.source("one");
        broken.source("ONE ");
    }),
    breaker_of("unknown-source", |broken| {
        let nothing = broken.reference("nothing");
        broken.action("one", &[]).enables = vec![nothing];
    }),
    breaker_of("unknown-part-parent", |broken| {
        let nothing = broken.reference("nothing");
        broken.recommendation("one").part_of = Some(nothing);
    }),
    breaker_of("unknown-recommendation", |broken| {
        let nothing = broken.reference("nothing");
        broken.action("one", &[]).answers = vec![nothing];
    }),
    breaker_of("unknown-workstream", |broken| {
        let nothing = broken.reference("nothing");
        broken.action("one", &["source"]).workstream = Some(nothing);
    }),
    breaker_of("unknown-action", |broken| {
        let nothing = broken.reference("nothing");
        broken.action("one", &["source"]).depends_on = vec![nothing];
    }),
    breaker_of("unknown-measure", |broken| {
        let nothing = broken.reference("nothing");
        broken.action("one", &["source"]).measures = vec![nothing];
    }),
    breaker_of("ambiguous-reference", |broken| {
        for source in ["one", "two"] {
            broken.source(source);
            let source = broken.reference(source);
            broken.recommendation("shared").source = Some(source);
        }
        let shared = broken.reference("shared");
        let name = broken.reference("measure");
        broken.doc.measures.push(Measure::new(name).with_answers([shared]));
    }),
    breaker_of("action-without-recommendation", |broken| {
        broken.action("one", &[]);
    }),
    breaker_of("part-cycle", |broken| {
        for (one, other) in [("one", "two"), ("two", "one")] {
            let other = broken.reference(other);
            broken.recommendation(one).part_of = Some(other);
        }
    }),
    breaker_of("workstream-cycle", |broken| {
        for (one, other) in [("one", "two"), ("two", "one")] {
            let (one, other) = (broken.reference(one), broken.reference(other));
            let workstream = Workstream::new(&*one).with_reference(&*one).with_part_of(other);
            broken.doc.workstreams.push(workstream);
        }
    }),
    breaker_of("dependency-cycle", |broken| {
        broken.source("source");
        for (one, other) in [("one", "two"), ("two", "one")] {
            let (source, other) = (broken.reference("source"), broken.reference(other));
            let action = broken.action(one, &[]);
            action.enables = vec![source];
            action.depends_on = vec![other];
        }
    }),
];

/// A document in the course of being broken.
struct Broken {
    code: &'static str,
    doc: PlanDoc,
}

impl Broken {
    /// Returns a reference that only this breaker uses.
    fn reference(&self, name: &str) -> String {
        format!("breaker {} {name}", self.code)
    }

    fn source(&mut self, name: &str) -> &mut Source {
        let reference = self.reference(name);
        let source = Source::new(&*reference).with_reference(&*reference);
        last(&mut self.doc.sources, source)
    }

    fn recommendation(&mut self, name: &str) -> &mut Recommendation {
        let reference = self.reference(name);
        let recommendation = Recommendation::new(&*reference).with_reference(&*reference);
        last(&mut self.doc.recommendations, recommendation)
    }

    /// Adds an action that enables new sources.
    fn action(&mut self, name: &str, enables: &[&str]) -> &mut Action {
        for source in enables {
            self.source(source);
        }
        let enables: Vec<String> = enables.iter().map(|source| self.reference(source)).collect();
        let reference = self.reference(name);
        let action = Action::new(&*reference).with_reference(&*reference).with_enables(enables);
        last(&mut self.doc.actions, action)
    }
}

/// Adds a record to a list and returns a mutable reference to it.
fn last<T>(list: &mut Vec<T>, record: T) -> &mut T {
    let place = list.len();
    list.push(record);
    list.get_mut(place).unwrap_or_else(|| unreachable!("the record was just added"))
}
