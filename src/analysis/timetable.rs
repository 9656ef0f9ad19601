//! The statutory timetable of a source: by when the council must publish the report and its statement of action.

use chrono::NaiveDate;

use super::answer_object::answer_object;
use super::answer_words::answer_words;
use crate::due_date::{DateReading, DateSpan, DueDate};
use crate::model::{Framework, SourceKind, Tier};
use crate::plan::SourceRef;
use crate::text::and_list;
use crate::working_days::{OutsideRange, WorkingDays};

/// Working days from receipt to the publication of the report.
const REPORT: i64 = 30;
/// Working days from receipt to the draft statement after a focused visit.
const DRAFT: i64 = 20;
/// Working days from receipt to the statement of proposed action.
const STATEMENT: i64 = 70;

impl<'p> SourceRef<'p> {
    /// Returns the statutory timetable of the source: the days by which the report, the draft and the written
    /// statement of proposed action are due, counted in working days.
    ///
    /// The days follow from the date of receipt or, where that is not a single day, from the date of publication.
    /// Whether the law sets them for this source is [`StatutoryTimetable::applies`].
    ///
    /// ```
    /// # use improvement_plan::{Plan, PlanDoc, Source};
    /// # use improvement_plan::model::SourceKind;
    /// use improvement_plan::working_days::WorkingDays;
    ///
    /// let doc = PlanDoc::new("p", "Plan", "Anyshire").with_sources([Source::new("Inspection")
    ///     .with_kind(SourceKind::Inspection)
    ///     .with_published("24 January 2017")
    ///     .with_stated_deadline("3 May 2017")]);
    /// let plan = Plan::build(doc)?;
    /// let source = plan.sources().next().ok_or("no source")?;
    ///
    /// let timetable = source.timetable(&WorkingDays::england_and_wales());
    /// assert_eq!(timetable.statement()?, Some("2017-05-05".parse()?)); // counted from publication
    /// assert_eq!(timetable.difference()?, Some(-2));
    /// let receipt = timetable.explained_by()?.ok_or("nothing explains it")?;
    /// assert_eq!(receipt.earliest(), "2017-01-20".parse()?);
    /// assert_eq!(receipt.latest(), "2017-01-22".parse()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn timetable(self, days: &WorkingDays) -> StatutoryTimetable<'p> {
        StatutoryTimetable::of(self, days)
    }

    /// Returns the statutory timetable of the source if the law sets one and a date is given to count from.
    pub(crate) fn dated_timetable(self, days: &WorkingDays) -> Option<StatutoryTimetable<'p>> {
        let is_dated = self.record().published.is_some() || self.record().received.is_some();
        (is_dated && self.has_statutory_timetable()).then(|| self.timetable(days))
    }

    /// Returns whether the law sets a timetable for the source.
    fn has_statutory_timetable(self) -> bool {
        match self.record().kind {
            Some(SourceKind::Inspection) => {
                !matches!(self.record().framework, Some(Framework::AreaSend | Framework::Jtai))
            }
            Some(SourceKind::FocusedVisit) => self.needs_draft(),
            _ => false,
        }
    }

    /// Returns whether it is a focused visit that found an area for priority action.
    fn needs_draft(self) -> bool {
        let is_priority = |tier: &Option<Tier>| *tier == Some(Tier::PriorityAction);
        self.record().kind == Some(SourceKind::FocusedVisit)
            && self.recommendations().any(|one| is_priority(&one.record().tier))
    }
}

answer_words! {
    /// The date that a timetable is counted from.
    TimetableBasis {
        /// The day on which the council received the report, as the law says.
        Received = "received", "receipt";
        /// The day on which the report was published, because the day of receipt is not known.
        Published = "published", "publication";
    }
}

/// The statutory timetable of a source (Education and Inspections Act 2006, section 137; S.I. 2007/462).
///
/// From the day of receipt, which is not counted, a council has 30 working days to publish the report and 70 to
/// publish its statement of proposed action; after a focused visit with an area for priority action, 20 for a
/// draft. A day that needs bank holidays that are not known gives [`OutsideRange`], never an estimate. The dates
/// received, published, stated by the council and computed here are kept apart, because they often disagree.
///
/// Serialises as `id`, `reference` (as written, or null) and `title` of the source; `applies`, whether the law
/// sets a timetable for it; `published` and `received` (days, or null where not a single day); `basis`, the word of
/// a [`TimetableBasis`], or null; `draft`, `report` and `statement` (days, or null); `stated`, the deadline
/// stated by the council if it is a single day, else null, and `stated_words`, as written, or null; `difference`
/// (working days, or null), `explained_by` (the first and the last day, or null), and `outside_range`, a sentence
/// that says what could not be counted and why, or null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatutoryTimetable<'p> {
    source: SourceRef<'p>,
    published: Option<NaiveDate>,
    received: Option<NaiveDate>,
    stated: Option<DateSpan>,
    draft: Counted<NaiveDate>,
    report: Counted<NaiveDate>,
    statement: Counted<NaiveDate>,
    difference: Counted<i64>,
    explained_by: Counted<DateSpan>,
}

/// Something counted in working days, where there is something to count from.
type Counted<T> = Result<Option<T>, OutsideRange>;

impl<'p> StatutoryTimetable<'p> {
    fn of(source: SourceRef<'p>, days: &WorkingDays) -> Self {
        let record = source.record();
        let read = |date: &Option<DueDate>| {
            date.as_ref().map_or(DateReading::Missing, |date| source.plan().read(date))
        };
        let (published, received) =
            (read(&record.published).single_day(), read(&record.received).single_day());
        let stated = read(&record.stated_deadline);
        let stated = stated.earliest().zip(stated.latest());
        let stated = stated.and_then(|(earliest, latest)| DateSpan::new(earliest, latest));
        let basis = received.or(published);
        let after = |n| basis.map(|basis| days.after(basis, n)).transpose();
        let statement = after(STATEMENT);
        let stated_day = stated.and_then(DateSpan::single_day);
        let difference = statement.ok().flatten().zip(stated_day);
        Self {
            source,
            published,
            received,
            stated,
            draft: if source.needs_draft() { after(DRAFT) } else { Ok(None) },
            report: after(REPORT),
            statement,
            difference: difference.map(|(from, to)| days.between(from, to)).transpose(),
            explained_by: stated_day.map_or(Ok(None), |stated| explained_by(stated, days)),
        }
    }

    /// Returns the source.
    #[must_use]
    pub const fn source(&self) -> SourceRef<'p> {
        self.source
    }

    /// Returns whether the law sets a timetable for the source: it is an inspection, but not of the framework
    /// `area-send` or `jtai`, which have other clocks, or a focused visit with a recommendation of the tier
    /// `priority-action`.
    #[must_use]
    pub fn applies(&self) -> bool {
        self.source.has_statutory_timetable()
    }

    /// Returns the day on which the report was published, if that is a single day.
    #[must_use]
    pub const fn published(&self) -> Option<NaiveDate> {
        self.published
    }

    /// Returns the day on which the council received the report, if that is a single day.
    #[must_use]
    pub const fn received(&self) -> Option<NaiveDate> {
        self.received
    }

    /// Returns which date the days are counted from, or `None` if neither is a single day.
    #[must_use]
    pub const fn basis(&self) -> Option<TimetableBasis> {
        match (self.received, self.published) {
            (Some(_), _) => Some(TimetableBasis::Received),
            (None, Some(_)) => Some(TimetableBasis::Published),
            (None, None) => None,
        }
    }

    /// Returns the day by which the draft statement is due, 20 working days after the basis: only after a focused
    /// visit with a recommendation of the tier `priority-action`.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if the bank holidays that it needs are not known.
    pub const fn draft(&self) -> Result<Option<NaiveDate>, OutsideRange> {
        self.draft
    }

    /// Returns the day by which the report is to be published, 30 working days after the basis, or `None` without a
    /// basis.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if the bank holidays that it needs are not known.
    pub const fn report(&self) -> Result<Option<NaiveDate>, OutsideRange> {
        self.report
    }

    /// Returns the day by which the statement of proposed action is due, 70 working days after the basis, or `None`
    /// without a basis.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if the bank holidays that it needs are not known.
    pub const fn statement(&self) -> Result<Option<NaiveDate>, OutsideRange> {
        self.statement
    }

    /// Returns the deadline that the council states: from its earliest to its latest day, `None` if it gives none.
    #[must_use]
    pub const fn stated(&self) -> Option<DateSpan> {
        self.stated
    }

    /// Returns the working days from the computed statement to the stated deadline: negative if the council states
    /// an earlier day. `None` if either is not a single day.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if the stated deadline is outside the days whose bank holidays are known.
    pub const fn difference(&self) -> Result<Option<i64>, OutsideRange> {
        self.difference
    }

    /// Returns the days of receipt from which the stated deadline follows, the first to the last. `None` if the
    /// stated deadline is not a single day, or not a working day.
    ///
    /// # Errors
    ///
    /// [`OutsideRange`] if they need bank holidays that are not known.
    pub const fn explained_by(&self) -> Result<Option<DateSpan>, OutsideRange> {
        self.explained_by
    }

    /// Returns a sentence that says what could not be counted because bank holidays are not known, or `None` if
    /// everything could be.
    #[must_use]
    pub fn outside_range(&self) -> Option<String> {
        let counted = [
            ("the draft", self.draft.err()),
            ("the publication of the report", self.report.err()),
            ("the statement", self.statement.err()),
            ("the difference from the stated deadline", self.difference.err()),
            ("the days of receipt that explain the stated deadline", self.explained_by.err()),
        ];
        let mut sentences = Vec::new();
        let mut said = Vec::new();
        for reason in counted.iter().filter_map(|(_, why)| *why) {
            if !said.contains(&reason) {
                said.push(reason);
                let of_reason = counted.iter().filter(|(_, why)| *why == Some(reason));
                let what: Vec<&str> = of_reason.map(|(what, _)| *what).collect();
                sentences.push(format!("Not counted: {}, because {reason}.", and_list(&what)));
            }
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    fn stated_day(&self) -> Option<NaiveDate> {
        self.stated.and_then(DateSpan::single_day)
    }
}

/// Returns the days of receipt from which a deadline follows.
fn explained_by(stated: NaiveDate, days: &WorkingDays) -> Counted<DateSpan> {
    if !days.is_working_day(stated)? {
        return Ok(None);
    }
    let first = days.after(stated, -STATEMENT)?;
    let next = days.after(first, 1)?;
    Ok(next.pred_opt().and_then(|last| DateSpan::new(first, last)))
}

answer_object!(StatutoryTimetable<'_>, |this|
    [this.source]
    applies = this.applies(),
    published = this.published,
    received = this.received,
    basis = this.basis(),
    draft = this.draft.ok().flatten(),
    report = this.report.ok().flatten(),
    statement = this.statement.ok().flatten(),
    stated = this.stated_day(),
    stated_words = this.source.record().stated_deadline,
    difference = this.difference.ok().flatten(),
    explained_by = this.explained_by.ok().flatten().map(|span| [span.earliest(), span.latest()]),
    outside_range = this.outside_range(),
);
