//! Lists what the plan cannot show yet because it is not recorded.

use crate::analysis::{Declared, MeasureStatus, RagItem, Ratio};
use crate::due_date::DueDate;
use crate::model::{DeliveryStatus, SourceKind, Statistic};
use crate::plan::Item;
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::{counted, verb};
use crate::report::line::isolated;
use crate::text::written;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_not_recorded(&self, document: &mut Document) {
        document.anchored_section("not-shown", "What this plan cannot show yet");
        let mut lines = Vec::new();
        match (self.plan.status_date(), self.status_date_words()) {
            (Some(_), _) => {}
            (None, None) => lines.push("The plan does not say when its facts were gathered.".to_owned()),
            (None, Some(words)) => lines.push(format!(
                "The plan does not say when its facts were gathered: \u{201c}{}\u{201d} gives no date.",
                isolated(words)
            )),
        }
        lines.extend(self.sources_not_recorded());
        lines.extend(self.actions_not_recorded());
        let unconfirmed = self.plan.actions().filter(|one| one.lead().is_to_be_confirmed()).count();
        if unconfirmed > 0 {
            let actions = counted(unconfirmed, "action");
            lines.push(format!("In {actions} the lead is still to be confirmed."));
        }
        lines.extend(self.measures_not_recorded());
        if lines.is_empty() {
            document.paragraph("Nothing that this report looks for is missing.");
            return;
        }
        for line in lines {
            document.item(&line, None);
        }
    }

    fn sources_not_recorded(&self) -> impl Iterator<Item = String> {
        let inspections = self
            .plan
            .sources()
            .filter(|source| source.record().kind.as_ref().is_some_and(SourceKind::is_inspectorate))
            .filter(|source| source.recommendations().len() > 0);
        let inspections = Kind::new("inspection report", inspections);
        let recommendations = self.plan.recommendations().filter(|one| one.is_counted());
        let recommendations = Kind::new("recommendation", recommendations);
        [
            inspections.line(
                GIVES,
                "the date it was received, from which the time allowed by law is counted",
                |source| self.gives_a_day(source.record().received.as_ref()),
            ),
            recommendations.line(SAYS, "what difference it should make to children", |one| {
                written(one.record().difference.as_ref()).is_some()
            }),
            recommendations.line(HAS, "a measure", |one| one.has_measure()),
        ]
        .into_iter()
        .flatten()
    }

    fn actions_not_recorded(&self) -> impl Iterator<Item = String> {
        let actions = Kind::new("action", self.plan.actions());
        let completed = self.plan.actions().filter(|action| action.is_completed(self.as_of));
        let completed = Kind::new("completed action", completed);
        [
            self.colours_not_recorded(),
            actions.line(HAS, "a lead", |action| action.lead().is_known()),
            actions.line(HAS, "a due date", |action| {
                action.current_due(self.as_of).due_day().is_some()
            }),
            actions.line(HAS, "a delivery status", |action| {
                action.status() != DeliveryStatus::NotStated
            }),
            actions.line(HAS, "a milestone", |action| action.milestones().len() > 0),
            actions.line(GIVES, "a cost", |action| {
                action.record().resources.iter().any(|resource| resource.amount.is_some())
            }),
            actions.line(SAYS, "what success looks like", |action| {
                written(action.record().success.as_ref()).is_some()
            }),
            actions.line(HAS, "a measure of effect", |action| action.measures().len() > 0),
            completed.line(HAS, "a completion date", |action| {
                Item::Action(*action).completed_day().is_some()
            }),
            completed.line(HAS, "evidence", |action| !action.record().evidence.is_empty()),
            completed.line(IS, "signed off", |action| {
                let signed_off = action.record().signed_off.as_ref();
                signed_off.is_some_and(|signed_off| written(signed_off.by.as_ref()).is_some())
            }),
        ]
        .into_iter()
        .flatten()
    }

    /// Returns `2 of 7 actions have a colour, and 1 has another word in its place.`
    fn colours_not_recorded(&self) -> Option<String> {
        let actions = Kind::new("action", self.rag.items());
        let line = actions.line(HAS, "a colour", |item| item.declared().colour().is_some())?;
        let is_another = |item: &&&RagItem<'_>| {
            item.declared().colour().is_none() && item.declared() != Declared::Missing
        };
        let another = match actions.all.iter().filter(is_another).count() {
            0 => return Some(line),
            1 => "1 has another word in its place".to_owned(),
            number => format!("{number} have another word in its place"),
        };
        Some(format!("{}, and {another}.", line.trim_end_matches('.')))
    }

    /// Returns whether a date is given and can be read as a day.
    fn gives_a_day(&self, date: Option<&DueDate>) -> bool {
        date.is_some_and(|date| self.plan.read(date).earliest().is_some())
    }

    fn measures_not_recorded(&self) -> impl Iterator<Item = String> {
        let of_the_work =
            self.measures.iter().filter(|state| state.status() != MeasureStatus::Context);
        let averages = self
            .measures
            .iter()
            .filter(|state| state.measure().record().statistic == Some(Statistic::Average));
        let readings = self.measures.iter().flat_map(|state| &state.measure().record().readings);
        let readings = readings.filter(|reading| reading.value.is_some());
        [
            Kind::new("measure", self.measures.iter())
                .line(HAS, "a reading", |state| state.latest().is_some()),
            Kind::new("reading", readings).line(HAS, "a date that can be read", |reading| {
                self.gives_a_day(reading.date.as_ref())
            }),
            Kind::new("measure of the work", of_the_work).line(HAS, "a target", |state| {
                state.measure().record().targets.iter().any(|target| target.value.is_some())
            }),
            Kind::new("average", averages).line(HAS, "its lowest and highest values", |state| {
                state.latest().is_some_and(|one| one.lowest.is_some() && one.highest.is_some())
            }),
        ]
        .into_iter()
        .flatten()
    }
}

/// A verb in singular and plural.
type Verb = [&'static str; 2];

const HAS: Verb = ["has", "have"];
const GIVES: Verb = ["gives", "give"];
const SAYS: Verb = ["says", "say"];
const IS: Verb = ["is", "are"];

/// The records of one kind, all of which should have what a board asks for.
struct Kind<T> {
    noun: &'static str,
    all: Vec<T>,
}

impl<T> Kind<T> {
    fn new(noun: &'static str, all: impl IntoIterator<Item = T>) -> Self {
        Self { noun, all: all.into_iter().collect() }
    }

    /// Returns how many records have `thing`, unless all do: `No action has a colour (0 of 61).` or
    /// `10 of 61 actions have a lead.`
    fn line(&self, [one, many]: Verb, thing: &str, has: impl Fn(&T) -> bool) -> Option<String> {
        let noun = self.noun;
        let ratio =
            Ratio::new(self.all.iter().filter(|record| has(record)).count(), self.all.len());
        match (ratio.part(), ratio.whole()) {
            _ if ratio.is_complete() => None,
            (0, whole) => Some(format!("No {noun} {one} {thing} (0 of {whole}).")),
            (part, whole) => {
                let verb = verb(part, one, many);
                let nouns = match noun.split_once(" of ") {
                    Some((noun, rest)) => format!("{noun}s of {rest}"),
                    None => format!("{noun}s"),
                };
                Some(format!("{part} of {whole} {nouns} {verb} {thing}."))
            }
        }
    }
}
