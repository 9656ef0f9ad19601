//! The covering note: its parts in their order.

use super::progress_report::ProgressReport;
use super::topics::Topics;
use crate::analysis::Timeliness;
use crate::plan::{Plan, Withheld};
use crate::report::document::{Document, Level};
use crate::report::grammar::{day, verb};
use crate::report::layouts::layouts;
use crate::report::line::isolated;
use crate::report::sections::summary::restricted;

impl ProgressReport<'_, '_> {
    /// The topics in their order. Each is left out where it is empty.
    const TOPICS: [fn(&Self, &mut Topics<'_>); 13] = [
        Self::add_newly_late,
        Self::add_late_no_longer,
        Self::add_moves,
        Self::add_done,
        Self::add_stopped,
        Self::add_reopened,
        Self::add_added,
        Self::add_gone,
        Self::add_recommendations,
        Self::add_colours,
        Self::add_links,
        Self::add_leads,
        Self::add_trust,
    ];

    fn document(&self) -> Document {
        let progress = self.progress;
        let mut document = Document::default();
        document.title(&format!("Covering note: {}", isolated(progress.later().title())));
        document.label("Authority", &progress.later().doc().authority.name);
        document.label("Earlier plan", &compared(progress.earlier(), progress.earlier_as_of()));
        document.label("Later plan", &compared(progress.later(), progress.as_of()));
        self.add_to(&mut document, Level::Section);
        document
    }

    /// Adds the paragraph of the balances and the topics, with headings of a level.
    pub(in crate::report) fn add_to(&self, document: &mut Document, level: Level) {
        self.add_other_plan(document);
        document.paragraph(&self.balance_sentences(place(level)));
        self.add_topics(document, level);
    }

    /// Adds the table of the balances and the topics, with headings for a section of the page.
    #[cfg(feature = "html")]
    pub(in crate::report) fn add_to_page(&self, document: &mut Document) {
        self.add_other_plan(document);
        document.paragraph(&self.days_sentence(place(Level::Part)));
        if let Some(table) = self.balance_table() {
            document.table(table);
        }
        let of_recommendations = self.progress.recommendation_balance();
        if of_recommendations.opening() + of_recommendations.closing() == 0 {
            document.paragraph(&self.recommendation_sentence());
        }
        self.add_topics(document, Level::Part);
    }

    /// Says so if the two are different plans.
    fn add_other_plan(&self, document: &mut Document) {
        let progress = self.progress;
        if !progress.same_plan() {
            document.paragraph(&format!(
                "These are two different plans, \u{201c}{}\u{201d} and \u{201c}{}\u{201d}: what has no \
                 counterpart is counted as gone and added.",
                isolated(progress.earlier().title()),
                isolated(progress.later().title())
            ));
        }
    }

    fn add_topics(&self, document: &mut Document, level: Level) {
        let progress = self.progress;
        let mut topics = Topics::new(document, level, progress);
        if progress.is_empty() {
            topics.paragraph(
                "No action, milestone or recommendation differs between the two in its state, dates, \
                 colour, lead, words or links.",
            );
        }
        for add in Self::TOPICS {
            add(self, &mut topics);
        }
        topics.heading(&format!("What this {} does not show", place(level)));
        topics.paragraph(&self.limits());
    }

    /// Says what was not compared, and what cannot become late.
    fn limits(&self) -> String {
        let (plan, as_of) = (self.progress.later(), self.progress.as_of());
        let is_undated = |class| matches!(class, Timeliness::NoDate(_));
        let undated = plan.items().filter(|item| is_undated(item.timeliness(as_of))).count();
        let undated = match undated {
            0 => String::new(),
            number => format!(
                " {number} open {} no due day, so {} cannot be late.",
                verb(number, "item has", "items have"),
                verb(number, "it", "they")
            ),
        };
        let hidden = restricted(self.progress.earlier()).max(restricted(plan));
        let hidden = match hidden {
            0 => String::new(),
            _ => " Restricted records are among them: do not publish this.".to_owned(),
        };
        let sides = self.withheld.iter().flatten().zip(["earlier", "later"]);
        let sides = sides.filter(|(withheld, _)| withheld.total() > 0);
        let withheld: Vec<String> = sides
            .map(|(withheld, side)| format!(" From the {side} plan, {}.", what_is(withheld)))
            .collect();
        let withheld = withheld.concat();
        format!(
            "It compares actions, milestones, recommendations and the links between them. Not compared are \
             how far parts of recommendations and findings have come, urgency, sources, workstreams, when \
             temporary arrangements end, measures, evidence, resources and updates.\
             {undated}{withheld}{hidden}"
        )
    }
}

/// Names what is written: a note on its own, or a section of another report.
fn place(level: Level) -> &'static str {
    if level == Level::Part { "section" } else { "note" }
}

/// Says what was withheld: `2 actions and 5 updates are withheld`.
fn what_is(withheld: &Withheld) -> String {
    let words = withheld.to_string();
    let counts = words.strip_prefix("withheld: ").unwrap_or(&words);
    format!("{counts} {} withheld", verb(withheld.total(), "is", "are"))
}

/// Names a plan with its date and the day its facts were gathered.
fn compared(plan: &Plan, as_of: chrono::NaiveDate) -> String {
    let reference = plan.doc().reference.trim();
    let gathered = match plan.status_date() {
        Some(gathered) if gathered == as_of => "facts gathered that day".to_owned(),
        Some(gathered) => format!("facts gathered on {}", day(gathered)),
        None => "the plan does not say when its facts were gathered".to_owned(),
    };
    format!("{reference} as of {} ({gathered})", day(as_of))
}

layouts! {
    /// Returns the covering note as plain text of 80 columns, without drawings or colours. Words longer than a line
    /// are not cut.
    ProgressReport<'_, '_>, "plans"
}
