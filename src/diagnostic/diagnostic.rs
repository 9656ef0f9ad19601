//! A single diagnostic.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use uuid::Uuid;

use super::location::path;
use super::{Code, Location, RecordName, Severity, Waived};
use crate::model::record::RecordId;

/// The namespace of fingerprints. It must never change.
const FINGERPRINTS: Uuid = Uuid::from_u128(0x3d9c_51f7_8a02_5b6e_b1c4_70f2_9e5d_a836);

/// A report about a document: what it is, where, how much it matters and what to do.
///
/// Displays as one line, `warning[green-but-overdue] actions[7].rag: …`, without the help. If its
/// record is restricted, or it has words of another record that is, the line names the record by kind and
/// id instead of giving the message: lines end up in logs. `Debug` shows only the code and the place.
///
/// Serialised as an object: `code`, `severity`, `location` (as displayed), `subject`, `message`,
/// `help`; `record`, an object with `kind` and `id`, or null; `pointer`, a JSON Pointer, empty for
/// the document itself and for what is only in a cell; `line` and `column`, or null; `fingerprint`; and
/// only if a waiver accepts it `waived`, an object with `reason` and `expires`, each or null.
///
/// ```
/// use improvement_plan::{Action, Plan, PlanDoc};
///
/// let doc = PlanDoc::new("p", "Plan", "Anyshire")
///     .with_actions([Action::new("Recruit").with_reference("3.1").with_answers(["22"])]);
/// let rejected = Plan::build(doc).unwrap_err();
/// let json = serde_json::to_value(rejected.diagnostics())?;
/// assert_eq!(json[0]["code"], "unknown-recommendation");
/// assert_eq!(json[0]["record"]["kind"], "action");
/// assert_eq!(json[0]["pointer"], "/actions/0/answers/0");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    code: Code,
    severity: Severity,
    location: Location,
    record: Option<RecordName>,
    /// The line and the column in the text.
    position: Option<(usize, usize)>,
    hidden: Option<Hidden>,
    /// Rarely there, so that others do not grow by it.
    waived: Option<Box<Waived>>,
    subject: String,
    message: String,
    help: Cow<'static, str>,
    earlier: Earlier,
}

/// Why a diagnostic has text that is not to be published.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Hidden {
    /// It is about a restricted record.
    Own,
    /// It has words of another record, which is restricted.
    Quoted(Box<RecordName>),
    /// The same, for a record whose id is not known.
    QuotedAt(Box<Location>),
}

/// Where a difference between two plans is in the earlier one.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
enum Earlier {
    /// It is about one plan.
    #[default]
    None,
    /// It is about what is in the earlier plan only, so its location is there.
    Gone,
    /// The place in the earlier plan of what is in both.
    Also(Box<Location>),
}

impl Diagnostic {
    pub(crate) fn new(
        code: Code,
        severity: Severity,
        location: Location,
        subject: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            code,
            severity,
            location,
            record: None,
            position: None,
            hidden: None,
            waived: None,
            subject: subject.into(),
            message: message.into(),
            help: help.into(),
            earlier: Earlier::None,
        }
    }

    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Returns the severity.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns where in the document it is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// Returns the record it is about: its kind and its id.
    ///
    /// `None` for what is about the whole plan or is only in a cell; and where the id is not known,
    /// as for a record without a reference and a title, or a recommendation of an unknown source.
    #[must_use]
    pub fn record(&self) -> Option<RecordId> {
        self.record.as_ref().map(RecordName::id)
    }

    /// Returns the line in the JSON text that was read, counted from 1. `None` if there was no such
    /// text.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.position.map(|(line, _)| line)
    }

    /// Returns the column in the JSON text that was read, counted from 1 in characters. `None` if
    /// there was no such text.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.position.map(|(_, column)| column)
    }

    /// Returns a UUID by which to recognise the same problem in the next version of a plan.
    ///
    /// It is derived (UUID version 5) from the code, the [`record`](Self::record) and the path below
    /// the record, such as `answers[0]`. It does not change when other records are added, moved or
    /// removed, nor with the wording or the severity. It changes with the id of the record. Without
    /// a record it is derived from the whole path or, for what is only in a cell, from the cell; it
    /// is then the same in every plan.
    #[must_use]
    pub fn fingerprint(&self) -> Uuid {
        let steps = self.location.steps();
        let below = self.record.as_ref().map_or(0, RecordName::depth);
        let key = path(steps.get(below..).unwrap_or_default());
        let recipe = match self.record() {
            Some(record) => format!("{}\n{record}\n{key}", self.code),
            None if steps.is_empty() => format!("{}\n\n{}", self.code, self.location),
            None => format!("{}\n\n{key}", self.code),
        };
        Uuid::new_v5(&FINGERPRINTS, recipe.as_bytes())
    }

    /// Returns what it is about, as people call it: `action 3.1`. A waiver names its subject in the
    /// same way.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// Returns whether it is about a restricted record or has words of one, such as a reference that a
    /// plain action links to, so that its subject, message and help hold text that is not to be published.
    #[must_use]
    pub fn is_restricted(&self) -> bool {
        self.hidden.is_some()
    }

    /// Returns what was found.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns what to do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        &self.help
    }

    /// Returns the acceptance of a waiver, if one of the document accepts it.
    #[must_use]
    pub fn waived(&self) -> Option<&Waived> {
        self.waived.as_deref()
    }

    /// Returns the place in the earlier plan of a difference between two plans: that of
    /// [`location`](Self::location) if it is about what is gone, `None` for what is new and for every other diagnostic.
    #[must_use]
    pub fn earlier(&self) -> Option<&Location> {
        match &self.earlier {
            Earlier::None => None,
            Earlier::Gone => Some(&self.location),
            Earlier::Also(location) => Some(location),
        }
    }

    /// Returns whether it is about what is in the earlier of two plans only, so that its location is there.
    #[must_use]
    pub fn is_about_what_is_gone(&self) -> bool {
        self.earlier == Earlier::Gone
    }

    /// Sets the place in the earlier plan.
    pub(crate) fn with_earlier(self, location: Location) -> Self {
        Self { earlier: Earlier::Also(Box::new(location)), ..self }
    }

    /// Marks it as one about what is in the earlier plan only.
    pub(crate) fn of_earlier(self) -> Self {
        Self { earlier: Earlier::Gone, ..self }
    }

    /// Sets the cell in the earlier table.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn earlier_at(mut self, cell: Location) -> Self {
        match &mut self.earlier {
            Earlier::None => {}
            Earlier::Gone => return self.at(cell),
            Earlier::Also(location) => **location = location.clone().in_cell(cell),
        }
        self
    }

    /// Adds the cell that it came from.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn at(self, cell: Location) -> Self {
        Self { location: self.location.in_cell(cell), ..self }
    }

    /// Replaces the message and the help, if given.
    #[cfg(any(feature = "csv", feature = "workbook"))]
    pub(crate) fn with_wording(self, message: Option<String>, help: Option<String>) -> Self {
        Self {
            message: message.unwrap_or(self.message),
            help: help.map_or(self.help, Cow::Owned),
            ..self
        }
    }

    /// Sets the line and the column in the text that was read.
    #[cfg(feature = "json")]
    pub(crate) fn in_text(self, position: (usize, usize)) -> Self {
        Self { position: Some(position), ..self }
    }

    /// Replaces what it is about, if given.
    #[cfg(feature = "json")]
    pub(crate) fn about(self, subject: Option<String>) -> Self {
        Self { subject: subject.unwrap_or(self.subject), ..self }
    }

    pub(crate) fn set_record(&mut self, record: Option<RecordName>) {
        self.record = record;
    }

    /// Hides the message where it may end up in a log.
    pub(crate) fn hide(&mut self, hidden: Hidden) {
        self.hidden = Some(hidden);
    }

    /// Returns the line with the message, for reports: those of a council show the whole plan.
    pub(crate) fn line_in_full(&self) -> String {
        format!("{}: {}{}", self.heading(), self.message, self.in_earlier())
    }

    /// Returns the place in the earlier plan, in brackets, if it has one beside its location.
    fn in_earlier(&self) -> String {
        match &self.earlier {
            Earlier::Also(location) => format!(" (in the earlier plan: {location})"),
            _ => String::new(),
        }
    }

    /// Returns what stands for the message in a log, if it has text of a restricted record.
    pub(crate) fn restricted_note(&self) -> Option<String> {
        let record = self.record().map_or_else(|| "the record".to_owned(), |id| id.to_string());
        let quoted = match self.hidden.as_ref()? {
            Hidden::Own => {
                return Some(format!("{record} is restricted, so its text is not shown here"));
            }
            Hidden::Quoted(name) => name.id().to_string(),
            Hidden::QuotedAt(place) => place.to_string(),
        };
        Some(format!("the message has restricted words of {quoted}, so it is not shown here"))
    }

    fn heading(&self) -> String {
        let gone = if self.is_about_what_is_gone() { "earlier plan, " } else { "" };
        format!("{}[{}] {gone}{}", self.severity, self.code, self.location)
    }

    pub(crate) fn set_waived(&mut self, waived: Waived) {
        self.waived = Some(Box::new(waived));
    }

    pub(crate) fn set_severity(&mut self, severity: Severity) {
        self.severity = severity;
    }
}

/// Shows the code and the place, and no text of the plan.
impl fmt::Debug for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}] {:?}", self.severity, self.code, self.location)
    }
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length =
            11 + usize::from(self.waived.is_some()) + usize::from(self.earlier().is_some());
        let mut object = serializer.serialize_struct("Diagnostic", length)?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("severity", &self.severity)?;
        object.serialize_field("location", &self.location)?;
        object.serialize_field("subject", &self.subject)?;
        object.serialize_field("message", &self.message)?;
        object.serialize_field("help", &self.help)?;
        object.serialize_field("record", &self.record())?;
        object.serialize_field("pointer", &self.location.pointer())?;
        object.serialize_field("line", &self.line())?;
        object.serialize_field("column", &self.column())?;
        object.serialize_field("fingerprint", &self.fingerprint())?;
        if let Some(waived) = self.waived() {
            object.serialize_field("waived", waived)?;
        }
        if let Some(earlier) = self.earlier() {
            object.serialize_field("earlier", earlier)?;
        }
        object.end()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.restricted_note() {
            Some(note) => write!(f, "{}: {note}", self.heading()),
            None => f.write_str(&self.line_in_full()),
        }
    }
}
