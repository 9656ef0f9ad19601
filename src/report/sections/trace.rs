//! Follows each recommendation to its actions, their evidence and the measures of their effect.

use crate::analysis::Assessments;
use crate::model::Addressee;
use crate::plan::{ActionRef, Item, MeasureRef, RecommendationRef, SourceRef, quoted};
use crate::report::anchors::Anchors;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::{Due, written_day};
use crate::report::document::{Document, Record};
use crate::report::grammar::{capital, counted, sentence};
use crate::report::line::isolated;
use crate::report::names::{part_name, recommendation_name, source_name};
use crate::report::sections::ladder::actions_words;
use crate::report::sections::timeliness::{timeliness_tag, timeliness_words};
use crate::text::written;

/// The longest text, in bytes, that is given in full for each recommendation of an action. An action
/// can answer thousands of recommendations.
const LONGEST: usize = 300;

/// The most pieces of evidence or measures that are named for each recommendation of an action.
const NAMED: usize = 3;

impl<'p> CoverageReport<'p> {
    pub(in crate::report) fn add_trace(&self, document: &mut Document) {
        document.anchored_section("trace", "Recommendation by recommendation");
        let wholes: Vec<_> =
            self.plan.recommendations().filter(|one| one.whole().is_none()).collect();
        if wholes.is_empty() {
            document.paragraph("The plan has no recommendations to answer.");
            return;
        }
        document.paragraph(
            "Each recommendation, the actions that answer it, what shows that they are done, and what \
             shows their effect.",
        );
        let (anchors, actions) = (Anchors::of(self.plan), self.action_lines());
        for (source, members) in by_source(&wholes) {
            document.part(&source.map_or_else(|| "No source".to_owned(), source_name));
            for one in members {
                self.add_traced(one, &anchors, &actions, document);
            }
        }
    }

    fn add_traced(
        &self,
        one: RecommendationRef<'p>,
        anchors: &Anchors,
        lines: &[Record],
        document: &mut Document,
    ) {
        document.anchored_entry(anchors.get(one), &recommendation_name(one));
        document.label("Addressed to", &addressed_to(one));
        if one.record().is_finding() {
            document.label("Kind", "A finding, which is not counted in any total");
        }
        document.label("How far the plan has come", &self.standing(one));
        let measures: Vec<_> = one.measures().collect();
        document.label("Measures of its own", &measure_names(&measures, "none"));
        document.label("Who says it is met", &self.views(one));
        let mut parts: Vec<_> = one.parts().collect();
        let mut next = 0;
        while let Some(part) = parts.get(next).copied() {
            parts.extend(part.parts());
            next += 1;
        }
        for part in &parts {
            let name = format!("{} (our reading): {}", part_name(*part), isolated(part.text()));
            document.item(&name, [self.standing(*part)]);
        }
        let own = |one: RecommendationRef<'p>| {
            let found = one.actions().filter_map(|action| lines.get(action.position()));
            found.cloned().collect::<Vec<_>>()
        };
        for (whose, entries) in [(None, own(one))]
            .into_iter()
            .chain(parts.iter().map(|part| (Some(part_name(*part)), own(*part))))
        {
            if !entries.is_empty() {
                let number = counted(entries.len(), "action");
                document.fold(
                    &match whose {
                        None => format!("{number} for {}:", short(one)),
                        Some(part) => format!("{number} for {part}:"),
                    },
                    entries,
                );
            }
        }
    }

    /// Returns how far the plan has come with a recommendation or a part.
    fn standing(&self, one: RecommendationRef<'_>) -> String {
        let Some(coverage) = self.coverage.recommendation(one) else {
            return "Not counted.".to_owned();
        };
        match (coverage.rung(), coverage.uncovered()) {
            (Some(rung), _) => format!("{}. {}", capital(rung.label()), actions_words(&coverage)),
            (None, Some(reason)) => format!("No action: {}.", reason.label()),
            (None, None) => "No action.".to_owned(),
        }
    }

    /// Returns the latest view of each side, or that there is none.
    fn views(&self, one: RecommendationRef<'p>) -> String {
        let views = self.coverage.recommendation(one).map(|coverage| coverage.assessments());
        let views = views.unwrap_or_default();
        if views == Assessments::default() {
            return "Nobody yet.".to_owned();
        }
        let sides = [
            ("the service", views.own()),
            ("the board", views.board()),
            ("outside", views.outside()),
        ];
        let said = sides.map(|(who, view)| match view {
            Some(view) => format!("{who}: {}", self.view(view)),
            None => format!("{who}: no view"),
        });
        sentence(&capital(&said.join("; ")))
    }

    /// Returns the name of each action and what is known of it, in document order.
    fn action_lines(&self) -> Vec<Record> {
        let classes = self.classes_of_actions();
        let lines = self.plan.actions().zip(classes).map(|(action, (class, since))| {
            let due = Due::current(Item::Action(action), self.as_of);
            let due = match (due.day, due.words) {
                (None, Some(words)) => {
                    format!("No due date: written as \u{201c}{}\u{201d}", brief(words))
                }
                (None, None) => "No due date".to_owned(),
                (Some(due), words) => {
                    let words = words.filter(|words| words.len() <= LONGEST);
                    format!("Due {}", crate::report::dates::day_and_words(due, words))
                }
            };
            let lead = action.lead().as_str();
            let lead = lead.map_or_else(
                || "No lead.".to_owned(),
                |lead| sentence(&format!("Lead: {}", brief(lead))),
            );
            let state = timeliness_words(class, since);
            let known = format!(
                "{state}. {due}. {lead} {}Evidence: {}. Measures: {}.",
                milestones(action, self),
                self.evidence(action),
                measure_names(&action.measures().collect::<Vec<_>>(), "none")
            );
            Record::new(&name(action), [known], timeliness_tag(class, since), [])
        });
        lines.collect()
    }

    fn evidence(&self, action: ActionRef<'_>) -> String {
        let evidence = &action.record().evidence;
        if evidence.is_empty() {
            return "none".to_owned();
        }
        let named = evidence.iter().take(NAMED).map(|one| {
            let kind = one.kind.as_ref().map(|kind| kind.as_str().replace('-', " "));
            let date = one.date.as_ref().map(|date| written_day(self.plan, date));
            let by =
                written(one.verified_by.as_ref()).map(|by| format!("verified by {}", brief(by)));
            let about: Vec<_> =
                kind.map(|kind| isolated(&kind)).into_iter().chain(date).chain(by).collect();
            let title = brief(&one.title);
            if about.is_empty() { title } else { format!("{title} ({})", about.join(", ")) }
        });
        and_more(&named.collect::<Vec<_>>(), evidence.len())
    }
}

/// Returns the recommendations of each source, in the order in which the sources are first named.
fn by_source<'p>(
    all: &[RecommendationRef<'p>],
) -> Vec<(Option<SourceRef<'p>>, Vec<RecommendationRef<'p>>)> {
    let mut places = std::collections::HashMap::new();
    let mut found: Vec<(Option<SourceRef<'p>>, Vec<RecommendationRef<'p>>)> = Vec::new();
    for one in all {
        let source = one.source();
        let place = *places.entry(source.map(SourceRef::position)).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, members)) => members.push(*one),
            None => found.push((source, vec![*one])),
        }
    }
    found
}

fn addressed_to(one: RecommendationRef<'_>) -> String {
    let named = &one.record().addressed_to;
    let named: Vec<_> = named.iter().map(Addressee::label).map(isolated).collect();
    if named.is_empty() { "nobody by name".to_owned() } else { named.join(", ") }
}

/// Returns `recommendation 2.1`, or its beginning in quotation marks.
fn short(one: RecommendationRef<'_>) -> String {
    format!("recommendation {}", crate::report::names::short_name(one.reference(), one.text()))
}

fn name(action: ActionRef<'_>) -> String {
    let title = brief(action.title());
    match action.reference().as_str() {
        Some(reference) => format!("{}: {title}", brief(reference)),
        None => format!("{title} (no reference)"),
    }
}

/// Returns the text in full, or the beginning of a long one.
fn brief(text: &str) -> String {
    if text.len() <= LONGEST { isolated(text) } else { isolated(&quoted(text)) }
}

fn measure_names(measures: &[MeasureRef<'_>], none: &str) -> String {
    if measures.is_empty() {
        return none.to_owned();
    }
    and_more(
        &measures.iter().take(NAMED).map(|one| brief(one.name())).collect::<Vec<_>>(),
        measures.len(),
    )
}

fn and_more(named: &[String], all: usize) -> String {
    let rest = all.saturating_sub(named.len());
    let named = named.join("; ");
    if rest == 0 { named } else { format!("{named}; and {rest} more") }
}

/// Returns `3 milestones, 1 of them completed. `, or nothing without milestones.
fn milestones(action: ActionRef<'_>, report: &CoverageReport<'_>) -> String {
    let all = action.milestones().len();
    let completed = action.milestones().filter(|one| one.is_completed(report.as_of)).count();
    match all {
        0 => String::new(),
        1 if completed == 1 => "1 milestone, completed. ".to_owned(),
        1 => "1 milestone, not completed. ".to_owned(),
        _ => format!("{all} milestones, {completed} of them completed. "),
    }
}
