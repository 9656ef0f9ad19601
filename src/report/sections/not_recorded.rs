//! What the plan cannot show yet, because nobody has written it down.

use crate::analysis::{Declared, MeasureStatus, Ratio};
use crate::due_date::DueDate;
use crate::model::{DeliveryStatus, SourceKind, Statistic};
use crate::plan::{ActionRef, Item, MeasureRef};
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::counted;
use crate::text::written;

impl CoverageReport<'_> {
    pub(in crate::report) fn add_not_recorded(&self, document: &mut Document) {
        document.section("What this plan cannot show yet");
        let mut lines = Vec::new();
        match (self.plan.status_date(), self.status_date_words()) {
            (Some(_), _) => {}
            (None, None) => lines.push("The day its facts were gathered is not stated.".to_owned()),
            (None, Some(words)) => lines.push(format!(
                "The day its facts were gathered cannot be read: \u{201c}{words}\u{201d} gives no day."
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
            document.paragraph("Nothing is missing that this report looks for.");
            return;
        }
        for line in lines {
            document.item(&line, None);
        }
    }

    fn sources_not_recorded(&self) -> Vec<String> {
        let inspections: Vec<_> = self
            .plan
            .sources()
            .filter(|source| source.record().kind.as_ref().is_some_and(SourceKind::is_inspectorate))
            .filter(|source| source.recommendations().len() > 0)
            .collect();
        let received =
            inspections.iter().filter(|source| self.gives_a_day(source.record().received.as_ref()));
        let counted = || self.plan.recommendations().filter(|one| one.is_counted());
        let measured = counted().filter(|one| one.has_measure());
        let different =
            counted().filter(|one| written(one.record().difference.as_ref()).is_some()).count();
        let all = counted().count();
        lines([
            (
                "inspection report",
                "gives",
                "give",
                "the day it was received, from which the time allowed by law is counted",
                Ratio::new(received.count(), inspections.len()),
            ),
            (
                "recommendation",
                "says",
                "say",
                "what difference it should make to children",
                Ratio::new(different, all),
            ),
            ("recommendation", "has", "have", "a measure", Ratio::new(measured.count(), all)),
        ])
    }

    fn actions_not_recorded(&self) -> Vec<String> {
        let all = self.plan.action_count();
        let how_many = |is: &dyn Fn(ActionRef<'_>) -> bool| {
            Ratio::new(self.plan.actions().filter(|action| is(*action)).count(), all)
        };
        let completed: Vec<_> =
            self.plan.actions().filter(|action| action.is_completed(self.as_of)).collect();
        let of_completed = |is: &dyn Fn(ActionRef<'_>) -> bool| {
            let shown = completed.iter().filter(|action| is(**action)).count();
            Ratio::new(shown, completed.len())
        };
        let mut lines_of_actions: Vec<_> = self.colours_not_recorded().into_iter().collect();
        lines_of_actions.extend(lines([
            ("action", "has", "have", "a lead", how_many(&|action| action.lead().is_known())),
            (
                "action",
                "has",
                "have",
                "a due day",
                how_many(&|action| action.current_due(self.as_of).due_day().is_some()),
            ),
            (
                "action",
                "has",
                "have",
                "a delivery status",
                how_many(&|action| action.status() != DeliveryStatus::NotStated),
            ),
            (
                "action",
                "has",
                "have",
                "a milestone",
                how_many(&|action| action.milestones().len() > 0),
            ),
            ("action", "gives", "give", "a cost", how_many(&has_cost)),
            (
                "action",
                "says",
                "say",
                "what success looks like",
                how_many(&|action| written(action.record().success.as_ref()).is_some()),
            ),
            (
                "action",
                "has",
                "have",
                "a measure of effect",
                how_many(&|action| action.measures().len() > 0),
            ),
            (
                "completed action",
                "has",
                "have",
                "a day of completion",
                of_completed(&|action| Item::Action(action).completed_day().is_some()),
            ),
            (
                "completed action",
                "has",
                "have",
                "evidence",
                of_completed(&|action| !action.record().evidence.is_empty()),
            ),
            (
                "completed action",
                "is",
                "are",
                "signed off",
                of_completed(&|action| is_signed_off(action)),
            ),
        ]));
        lines_of_actions
    }

    /// `2 of 7 actions have a colour, and 1 has another word in its place.`
    fn colours_not_recorded(&self) -> Option<String> {
        let items = || self.rag.items();
        let coloured = items().filter(|item| item.declared.colour().is_some()).count();
        let missing = items().filter(|item| item.declared == Declared::Missing).count();
        let looked =
            ("action", "has", "have", "a colour", Ratio::new(coloured, self.plan.action_count()));
        let line = lines([looked]).into_iter().next()?;
        Some(match items().len().saturating_sub(coloured + missing) {
            0 => line,
            1 => and(&line, "1 has another word in its place"),
            words => and(&line, &format!("{words} have another word in its place")),
        })
    }

    /// Whether a date is given and gives a day.
    fn gives_a_day(&self, date: Option<&DueDate>) -> bool {
        date.is_some_and(|date| self.plan.read(date).earliest().is_some())
    }

    fn measures_not_recorded(&self) -> Vec<String> {
        let judged: Vec<_> =
            self.measures.iter().filter(|state| state.status != MeasureStatus::Context).collect();
        let averages: Vec<_> = self
            .measures
            .iter()
            .filter(|state| state.measure.record().statistic == Some(Statistic::Average))
            .collect();
        let ranged = averages.iter().filter(|state| {
            state.latest.is_some_and(|one| one.lowest.is_some() && one.highest.is_some())
        });
        let with_reading = self.measures.iter().filter(|state| state.latest.is_some());
        let readings: Vec<_> = self
            .measures
            .iter()
            .flat_map(|state| &state.measure.record().readings)
            .filter(|reading| reading.value.is_some())
            .collect();
        let dated = readings.iter().filter(|reading| self.gives_a_day(reading.date.as_ref()));
        let with_target = judged.iter().filter(|state| has_target(state.measure));
        lines([
            (
                "measure",
                "has",
                "have",
                "a reading",
                Ratio::new(with_reading.count(), self.measures.len()),
            ),
            (
                "reading",
                "has",
                "have",
                "a day that can be read",
                Ratio::new(dated.count(), readings.len()),
            ),
            (
                "measure of the work",
                "has",
                "have",
                "a target",
                Ratio::new(with_target.count(), judged.len()),
            ),
            (
                "average",
                "has",
                "have",
                "its lowest and highest beside it",
                Ratio::new(ranged.count(), averages.len()),
            ),
        ])
    }
}

/// What is looked for: whose it is, its verb for one and for many, the thing, and how many have it.
type Looked = (&'static str, &'static str, &'static str, &'static str, Ratio);

/// One line for whatever not all have: `No action has a colour (0 of 61).`,
/// `10 of 61 actions have a lead.`
fn lines<const N: usize>(looked: [Looked; N]) -> Vec<String> {
    let incomplete = looked.into_iter().filter(|(.., ratio)| !ratio.is_complete());
    incomplete
        .map(|(noun, one, many, thing, ratio)| match (ratio.part(), ratio.whole()) {
            (0, whole) => format!("No {noun} {one} {thing} (0 of {whole})."),
            (part, whole) => {
                let verb = if part == 1 { one } else { many };
                format!("{part} of {whole} {} {verb} {thing}.", plural(noun))
            }
        })
        .collect()
}

/// `No action has a colour (0 of 61), and 2 have another word in its place.`
fn and(line: &str, more: &str) -> String {
    format!("{}, and {more}.", line.trim_end_matches('.'))
}

fn plural(noun: &str) -> String {
    match noun.split_once(" of ") {
        Some((noun, rest)) => format!("{noun}s of {rest}"),
        None => format!("{noun}s"),
    }
}

fn has_cost(action: ActionRef<'_>) -> bool {
    action.record().resources.iter().any(|resource| resource.amount.is_some())
}

fn is_signed_off(action: ActionRef<'_>) -> bool {
    let signed_off = action.record().signed_off.as_ref();
    signed_off.is_some_and(|signed_off| written(signed_off.by.as_ref()).is_some())
}

fn has_target(measure: MeasureRef<'_>) -> bool {
    measure.record().targets.iter().any(|target| target.value.is_some())
}
