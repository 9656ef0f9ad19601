//! Judges a document of which some values could not be read.
//!
//! A value that could not be read counts as missing, and nothing is reported that would only follow
//! from its absence: neither that it is missing, nor that a link names nothing if the missing value
//! could be the name of its target, nor that two records are alike if the missing value could tell
//! them apart. A key that the format does not have stands for the absent key it resembles or, if it
//! resembles none, for every absent key of its object whose value could be like its own.

use uuid::Uuid;

use super::adjacency::Link;
use super::limits::Limits;
use super::record_list::RecordList;
use super::structural::{
    ACTION_WITHOUT_RECOMMENDATION, AMBIGUOUS_REFERENCE, UNKNOWN_PART_PARENT, unknown,
};
use super::text_checks::Texts;
use super::{PlanDoc, build, record_names};
use crate::diagnostic::{Diagnostic, Step};
use crate::id::{
    ActionId, MeasureId, MilestoneId, PlanId, RecommendationId, SourceId, WorkstreamId, parse_link,
};
use crate::model::{Record, RecordKind};
use crate::text::is_blank;

/// The keys by which a record is found.
const ID: &str = "id";
const REFERENCE: &str = "reference";
const SOURCE: &str = "source";
const AUTHORITY: &str = "authority";
const RESTRICTED: &str = "restricted";

/// What a document lacks because it could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Omission {
    /// The value at a path, with all that is in it.
    Value(Vec<Step>),
    /// A text of the object at a path, nobody knows which.
    Text(Vec<Step>),
    /// A text of the object at a path that could be its id.
    Id(Vec<Step>),
    /// A list of the object at a path, nobody knows which.
    List(Vec<Step>),
    /// Nothing that could be told from what the object has.
    Nothing,
}

impl Omission {
    /// What an object may lack that has a value for a key that the format does not have.
    pub(crate) fn unclear(object: Vec<Step>, written: &str) -> Self {
        match written.as_bytes().first() {
            Some(b'"') if parse_link(written.trim_matches('"')).is_some() => Self::Id(object),
            Some(b'"') => Self::Text(object),
            Some(b'[') => Self::List(object),
            _ => Self::Nothing,
        }
    }
}

/// Returns the problems of a document of which some values could not be read: `found`, which says
/// so, and the structural problems that do not follow from it. All are in document order, each with
/// its record if the id is known. Without limits, the structure is not judged.
pub(crate) fn judge(
    mut doc: PlanDoc,
    limits: Option<&Limits>,
    omissions: &[Omission],
    found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let omitted = Omitted(omissions);
    let unnamed = omitted.set_apart(&mut doc);
    let mut problems = Vec::new();
    let index =
        build::resolve(&doc, Texts::Unknown, limits.unwrap_or(&Limits::default()), &mut problems);
    let unclear = Unclear::new(&doc, &omitted, &unnamed, &index.source_of);
    if limits.is_some() {
        problems.retain(|problem| !unclear.explains(problem));
    } else {
        problems.clear();
    }
    let found = found.into_iter().map(|one| {
        let subject = subject_at(&doc, one.location().steps(), &unnamed);
        one.about(subject)
    });
    let all = found.chain(problems).collect();
    record_names::diagnosed_without(&doc, &index.source_of, &unnamed, all).into_iter().collect()
}

/// Returns the name in messages of the record that a path leads into. Where its name could not be
/// read, it is the place.
fn subject_at(doc: &PlanDoc, path: &[Step], unnamed: &[Vec<Step>]) -> Option<String> {
    let (list, at) = RecordList::holding(doc, path)?;
    let record = list.get(at)?;
    let is_unnamed = unnamed.iter().any(|unnamed| path.starts_with(unnamed));
    Some(if is_unnamed && is_blank(record.words()) {
        format!("{} {}", record.kind().name(), list.location(at))
    } else {
        list.subject(at)
    })
}

/// What could not be read.
struct Omitted<'o>(&'o [Omission]);

impl Omitted<'_> {
    /// Returns whether the value of a key, or one that it is in, could not be read.
    fn has(&self, object: &[Step], key: &'static str) -> bool {
        let mut path = object.to_vec();
        path.push(Step::Key(key));
        self.covers(&path)
    }

    /// Returns whether the value of a key could not be read, although its object could.
    fn lacks_exactly(&self, object: &[Step], key: &'static str) -> bool {
        self.0.iter().any(|one| match one {
            Omission::Value(lost) => lost.split_last() == Some((&Step::Key(key), object)),
            _ => false,
        })
    }

    fn covers(&self, path: &[Step]) -> bool {
        self.0.iter().any(|one| matches!(one, Omission::Value(lost) if path.starts_with(lost)))
    }

    fn has_text(&self, object: &[Step]) -> bool {
        let is_text = |one: &Omission| matches!(one, Omission::Text(lost) | Omission::Id(lost) if lost == object);
        self.0.iter().any(is_text)
    }

    fn has_id(&self, object: &[Step]) -> bool {
        self.has(object, ID)
            || self.0.iter().any(|one| matches!(one, Omission::Id(lost) if lost == object))
    }

    /// Returns whether the name or the code of the authority could not be read.
    fn lacks_authority(&self) -> bool {
        let authority = [Step::Key(AUTHORITY)];
        ["name", "code"].into_iter().any(|key| self.has(&authority, key))
            || self.has_text(&authority)
    }

    fn has_list(&self, object: &[Step]) -> bool {
        self.0.iter().any(|one| matches!(one, Omission::List(lost) if lost == object))
    }

    /// Returns whether a list of the object may be missing.
    fn lacks_list(&self, object: &[Step], key: &'static str) -> bool {
        self.has(object, key) || self.has_list(object)
    }

    /// Returns whether the id of a record cannot be known.
    fn lacks_name(&self, path: &[Step], record: &dyn Record) -> bool {
        let is_named = record.reference().is_some();
        self.has(path, ID)
            || (record.explicit_id().is_none() && self.has_id(path))
            || self.has(path, REFERENCE)
            || (!is_named && (self.has_text(path) || self.has(path, record.kind().words_key())))
    }

    /// Gives every record whose name could not be read an id of its own, and every recommendation
    /// whose source could not be read a source of its own, so that no two are taken for one. Returns
    /// the paths of the records without a name.
    fn set_apart(&self, doc: &mut PlanDoc) -> Vec<Vec<Step>> {
        let mut unnamed = Vec::new();
        if self.has(&[], ID) || (doc.id.is_none() && self.has_id(&[])) {
            doc.id = Some(PlanId::from_uuid(Uuid::nil()));
        }
        if self.lacks_authority() {
            doc.authority.name.clear();
            doc.authority.code = None;
        }
        macro_rules! set_apart {
            ($records:expr, $path:expr, $id:ident) => {
                for (at, record) in $records.iter_mut().enumerate() {
                    let path: Vec<Step> = $path.into_iter().chain([Step::Index(at)]).collect();
                    // A flag that cannot be read may have been true.
                    record.restricted |= self.lacks_exactly(&path, RESTRICTED);
                    if self.lacks_name(&path, record) {
                        record.id = Some($id::from_uuid(nobody(unnamed.len())));
                        unnamed.push(path);
                    }
                }
            };
        }
        let list = |kind: RecordKind| [Step::Key(kind.list())];
        set_apart!(doc.sources, list(RecordKind::Source), SourceId);
        set_apart!(doc.recommendations, list(RecordKind::Recommendation), RecommendationId);
        set_apart!(doc.workstreams, list(RecordKind::Workstream), WorkstreamId);
        set_apart!(doc.actions, list(RecordKind::Action), ActionId);
        set_apart!(doc.measures, list(RecordKind::Measure), MeasureId);
        for (i, action) in doc.actions.iter_mut().enumerate() {
            let list = || {
                let actions = Step::Key(RecordKind::Action.list());
                [actions, Step::Index(i), Step::Key(RecordKind::Milestone.list())]
            };
            set_apart!(action.milestones, list(), MilestoneId);
        }
        for (at, record) in doc.recommendations.iter_mut().enumerate() {
            let path = [Step::Key(RecordKind::Recommendation.list()), Step::Index(at)];
            if self.lacks_source(&path, record.source.is_some()) {
                record.source = Some(nobody(at).to_string());
            }
        }
        unnamed
    }

    fn lacks_source(&self, path: &[Step], is_there: bool) -> bool {
        self.has(path, SOURCE) || (!is_there && self.has_text(path))
    }
}

/// Returns an id that no record has.
fn nobody(number: usize) -> Uuid {
    const FIRST: u128 = 0x4c1d_90e6_7b35_8f2a_a0d4_63c8_0000_0000;
    Uuid::from_u128(FIRST + number as u128)
}

fn is_nobody(id: Uuid) -> bool {
    id.as_u128() >> 32 == nobody(0).as_u128() >> 32
}

/// What cannot be judged of a document.
struct Unclear<'d> {
    doc: &'d PlanDoc,
    omitted: &'d Omitted<'d>,
    /// The kinds of which not every name is known.
    kinds: Vec<RecordKind>,
    /// Whether ids that are derived from the plan's own names are unknown.
    has_unknown_ids: bool,
    /// Whether the source of some recommendation is unknown.
    has_unknown_sources: bool,
    /// The source of each recommendation that was found.
    source_of: &'d Link,
}

impl<'d> Unclear<'d> {
    fn new(
        doc: &'d PlanDoc,
        omitted: &'d Omitted<'d>,
        unnamed: &[Vec<Step>],
        source_of: &'d Link,
    ) -> Self {
        let lacks_some = |kind: &RecordKind| {
            let list = [Step::Key(kind.list())];
            let is_absent = doc.count(*kind) == 0;
            omitted.covers(&list)
                || (is_absent && omitted.has_list(&[]))
                || unnamed.iter().any(|path| path.len() == 2 && path.starts_with(&list))
        };
        let kinds = RecordKind::LISTED.into_iter().filter(lacks_some).collect();
        let has_unknown_ids =
            omitted.lacks_authority() || omitted.has(&[], REFERENCE) || omitted.has_id(&[]);
        let has_unknown_sources = doc.recommendations.iter().enumerate().any(|(at, record)| {
            let path = [Step::Key(RecordKind::Recommendation.list()), Step::Index(at)];
            let is_id = || record.source.as_deref().and_then(parse_link).is_some();
            omitted.has(&path, SOURCE) || omitted.has_text(&path) || (has_unknown_ids && is_id())
        });
        Self { doc, omitted, kinds, has_unknown_ids, has_unknown_sources, source_of }
    }

    /// Returns whether a structural problem may only follow from what could not be read.
    fn explains(&self, problem: &Diagnostic) -> bool {
        let place = problem.location().steps();
        let record = place.get(..2).unwrap_or_default();
        let is_of_authority = || place.first() == Some(&Step::Key(AUTHORITY));
        let is_of_plan_id = || place.first() == Some(&Step::Key(ID));
        if self.omitted.covers(place)
            || (self.omitted.lacks_authority() && is_of_authority())
            || (self.omitted.has_id(&[]) && is_of_plan_id())
        {
            return true;
        }
        let code = problem.code();
        if code == ACTION_WITHOUT_RECOMMENDATION.code() {
            return ["answers", "enables"]
                .into_iter()
                .any(|key| self.omitted.lacks_list(record, key));
        }
        if code == AMBIGUOUS_REFERENCE.code() {
            return place.get(2) == Some(&Step::Key("part_of")) && self.lacks_source(record);
        }
        if code == UNKNOWN_PART_PARENT.code() {
            return self.may_name(RecordKind::Recommendation, place);
        }
        let named = RecordKind::LISTED.into_iter().find(|kind| unknown(*kind).code() == code);
        named.is_some_and(|kind| self.may_name(kind, place))
    }

    /// Returns whether the source that a recommendation names was not found, and may only not have been read.
    fn lacks_source(&self, record: &[Step]) -> bool {
        let at = position(record);
        let is_named = self.doc.recommendations.get(at).is_some_and(|one| one.source.is_some());
        let link: Vec<Step> = record.iter().cloned().chain([Step::Key(SOURCE)]).collect();
        is_named && self.source_of.of(at).is_none() && self.may_name(RecordKind::Source, &link)
    }

    /// Returns whether the link at a path could name a record whose name could not be read.
    fn may_name(&self, kind: RecordKind, place: &[Step]) -> bool {
        let sources_are_unclear =
            self.has_unknown_sources || self.kinds.contains(&RecordKind::Source);
        let is_of_source = kind == RecordKind::Recommendation && sources_are_unclear;
        self.kinds.contains(&kind)
            || link(self.doc, place).is_some_and(|link| {
                let id = parse_link(link);
                let is_id = id.is_some();
                id.is_some_and(is_nobody)
                    || (is_id && (self.has_unknown_ids || is_of_source))
                    || (is_of_source && link.contains('/'))
            })
    }
}

fn position(place: &[Step]) -> usize {
    match place.get(1) {
        Some(Step::Index(at)) => *at,
        _ => usize::MAX,
    }
}

/// Returns the link at a path.
fn link<'d>(doc: &'d PlanDoc, place: &[Step]) -> Option<&'d str> {
    let [Step::Key(list), Step::Index(at), Step::Key(key), element @ ..] = place else {
        return None;
    };
    let of = |links: &'d [String]| match element {
        [Step::Index(element)] => links.get(*element).map(String::as_str),
        _ => None,
    };
    match *list {
        "recommendations" => {
            let record = doc.recommendations.get(*at)?;
            if *key == SOURCE { record.source.as_deref() } else { record.part_of.as_deref() }
        }
        "workstreams" => doc.workstreams.get(*at)?.part_of.as_deref(),
        "actions" => {
            let record = doc.actions.get(*at)?;
            match *key {
                "answers" => of(&record.answers),
                "enables" => of(&record.enables),
                "depends_on" => of(&record.depends_on),
                "measures" => of(&record.measures),
                "workstream" => record.workstream.as_deref(),
                _ => record.succeeded_by.as_deref(),
            }
        }
        _ => {
            let record = doc.measures.get(*at)?;
            if *key == "answers" { of(&record.answers) } else { of(&record.workstreams) }
        }
    }
}
