//! The top of a report: whose plan it is, the date, and the headline.

use crate::analysis::{DUE_SOON_DAYS, Group, NoDate, Ratio, Timeliness};
use crate::plan::{ItemKind, Plan};
use crate::report::coverage_report::CoverageReport;
use crate::report::document::Document;
use crate::report::grammar::{capital, counted, day, days, items, sentence, verb};
use crate::report::line::{isolated, without_marks};
use crate::report::names::source_name;
use crate::text::written;

impl<'p> CoverageReport<'p> {
    /// Returns the headline: how many recommendations of one source to one body have an action, and how
    /// much is late.
    ///
    /// The second says separately what fell due on or after the status date, because the plan could
    /// not yet report on it, and then how many due dates were given up, if any were. What cannot be late
    /// because it has no day that can be read is counted beside what is late.
    #[must_use]
    pub fn headline(&self) -> [String; 2] {
        self.marked_headline().map(|sentence| without_marks(&sentence).into_owned())
    }

    /// Returns the headline, with the words of the plan marked.
    fn marked_headline(&self) -> [String; 2] {
        let mut late = self.late_sentence();
        if let Some(given_up) = self.given_up_sentence() {
            late = format!("{late} {given_up}");
        }
        if self.unread_rows > 0 {
            let (rows, were) =
                (counted(self.unread_rows, "row"), verb(self.unread_rows, "was", "were"));
            late = format!("{late} {rows} of the table {were} not read.");
        }
        [self.coverage_sentence(), late]
    }

    pub(in crate::report) fn add_summary(&self, document: &mut Document) {
        document.title(&self.title());
        document.paragraph(&self.marked_headline().join(" "));
        for (label, fact) in self.labelled_facts() {
            document.label(label, &fact);
        }
        for caution in self.cautions() {
            document.paragraph(&caution);
        }
    }

    /// Returns the authority, the date of the report, when its facts were gathered, the plan and
    /// where its recommendations come from, with labels.
    pub(in crate::report) fn labelled_facts(&self) -> [(&'static str, String); 5] {
        [
            ("Authority", isolated(&self.plan.doc().authority.name)),
            ("As of", day(self.as_of)),
            ("Facts gathered", self.gathered()),
            ("Plan", self.plan_and_version()),
            ("Sources", self.source_names()),
        ]
    }

    /// Returns the sentences about restricted and withheld records, and about facts of another day.
    pub(in crate::report) fn cautions(&self) -> impl Iterator<Item = String> {
        let about_records = self.restricted_sentence().into_iter().chain(self.withheld_sentence());
        about_records.chain(self.age_sentence())
    }

    pub(in crate::report) fn title(&self) -> String {
        format!("Coverage report: {}", isolated(self.plan.title()))
    }

    /// Returns the names of the sources: the first three, and how many more there are.
    fn source_names(&self) -> String {
        const NAMED: usize = 3;
        let names: Vec<_> = self.plan.sources().take(NAMED).map(source_name).collect();
        match self.plan.sources().count() {
            0 => "none".to_owned(),
            all if all > NAMED => format!("{} and {} more", names.join(", "), all - NAMED),
            _ => names.join(", "),
        }
    }

    /// Returns a sentence about facts that are old, or of a later day than the report.
    fn age_sentence(&self) -> Option<String> {
        let apart = (self.as_of - self.plan.status_date()?).num_days();
        let distance = days(u32::try_from(apart.unsigned_abs()).unwrap_or(u32::MAX));
        if apart > i64::from(DUE_SOON_DAYS) {
            Some(format!("These facts are {distance} old. Ask what has changed since."))
        } else if apart < 0 {
            Some(format!(
                "This report looks back: the facts were gathered {distance} after the date that it is \
                 as of."
            ))
        } else {
            None
        }
    }

    /// Returns `croydon-2017, version 3`.
    fn plan_and_version(&self) -> String {
        let doc = self.plan.doc();
        match written(doc.version.as_ref()) {
            Some(version) => {
                format!("{}, version {}", isolated(&doc.reference), isolated(version))
            }
            None => isolated(&doc.reference),
        }
    }

    /// Returns a sentence that warns against publishing, if the plan has restricted records.
    pub(in crate::report) fn restricted_sentence(&self) -> Option<String> {
        let (records, them) = match restricted(self.plan) {
            0 => return None,
            1 => ("1 record".to_owned(), "it"),
            number => (format!("{number} records"), "them"),
        };
        Some(format!(
            "Do not publish this report as it is: it includes {records} marked restricted. Make it \
             again without {them}."
        ))
    }

    /// Returns a sentence about what was withheld, if that is known and not 0.
    pub(in crate::report) fn withheld_sentence(&self) -> Option<String> {
        let withheld = self.withheld.filter(|withheld| withheld.total() > 0)?;
        Some(sentence(&capital(&withheld.to_string())))
    }

    fn gathered(&self) -> String {
        let Some(gathered) = self.plan.status_date() else {
            return self.status_date_words().map_or_else(
                || "not stated".to_owned(),
                |words| format!("\u{201c}{}\u{201d}, which gives no date", isolated(words)),
            );
        };
        let apart = (self.as_of - gathered).num_days();
        let distance = days(u32::try_from(apart.unsigned_abs()).unwrap_or(u32::MAX));
        match apart {
            0 => format!("{}, the same day", day(gathered)),
            1.. => format!("{}, {distance} earlier", day(gathered)),
            _ => format!("{}, {distance} later", day(gathered)),
        }
    }

    /// Returns the status date as written.
    pub(in crate::report) fn status_date_words(&self) -> Option<&'p str> {
        let words = self.plan.doc().status_date.as_ref().map(|date| date.as_str().trim());
        words.filter(|words| !words.is_empty())
    }

    fn coverage_sentence(&self) -> String {
        let all = self.coverage.addressed();
        match self.coverage.headline() {
            Some(group) => covered(&self.whose(&group), group.ladder().addressed()),
            None if all.whole() == 0 => "This plan has no recommendations to answer.".to_owned(),
            None => covered(&Whose::this_plan(String::new()), all),
        }
    }

    /// Returns whose recommendations they are, and to whom they are addressed. The source is named
    /// if its body has several.
    fn whose(&self, group: &Group<'_>) -> Whose {
        let to = group
            .addressee()
            .as_ref()
            .map_or_else(String::new, |addressee| format!(" to {}", isolated(addressee.label())));
        let Some(source) = group.source() else {
            return Whose::this_plan(to);
        };
        let body = |source: crate::plan::SourceRef<'_>| {
            written(source.record().body.as_ref()).map(|body| body.trim().to_owned())
        };
        let alike = self
            .plan
            .sources()
            .filter(|other| body(*other) == body(source) && other.recommendations().len() > 0);
        match body(source) {
            Some(body) if alike.count() == 1 => {
                Whose { owner: Owner::Possessive(isolated(&possessive(&body))), to }
            }
            _ => Whose { owner: Owner::Source(source_name(source)), to },
        }
    }

    /// Returns how much is late, and how much cannot be because it has no day that can be read.
    fn late_sentence(&self) -> String {
        let is_action = |kind| kind == ItemKind::Action;
        let actions = self.overdue.iter().filter(|item| is_action(item.kind())).count();
        let late = items(actions, self.overdue.len() - actions);
        let are = verb(self.overdue.len(), "is", "are");
        let since = self.overdue.iter().filter(|item| item.fell_due_since_report()).count();
        if self.overdue.is_empty() {
            return self.nothing_late_sentence();
        }
        let (open, unread) = self.open_actions();
        let end = if unread > 0 {
            let (has, open) = (verb(unread, "has", "have"), counted(open, "open action"));
            format!(" {unread} of {open} {has} no day that can be read.")
        } else {
            String::new()
        };
        let Some(gathered) = self.plan.status_date() else {
            return format!(
                "{late} {are} late. The plan does not say when its facts were gathered.{end}"
            );
        };
        let since_when = format!("on or after {}, when the facts were gathered", day(gathered));
        let late = match (self.overdue.len(), since) {
            (_, 0) => format!("{late} {are} late."),
            (1, _) => format!("{late} {are} late; it fell due {since_when}, so ask how it went."),
            (all, since) if all == since => format!(
                "{late} {are} late, all of which fell due {since_when}, so ask how they went."
            ),
            (_, since) => format!(
                "{late} {are} late; {since} of them fell due {since_when}, so ask how {} went.",
                verb(since, "it", "they")
            ),
        };
        late + &end
    }

    /// Counts the open actions, and those of them without a day that can be read.
    fn open_actions(&self) -> (usize, usize) {
        let actions = self.timeliness.items().filter(|item| item.item().kind() == ItemKind::Action);
        actions.fold((0, 0), |(open, unread), item| match item.class() {
            Timeliness::NoDate(NoDate::Missing | NoDate::Unreadable | NoDate::YearUnstated) => {
                (open + 1, unread + 1)
            }
            Timeliness::NoDate(_)
            | Timeliness::Overdue { .. }
            | Timeliness::DueToday
            | Timeliness::DueSoon { .. }
            | Timeliness::OnTime { .. }
            | Timeliness::AwaitingSignOff => (open + 1, unread),
            _ => (open, unread),
        })
    }
}

impl CoverageReport<'_> {
    /// Returns what to say where nothing is late. What has no due date can never be late, so a plan
    /// without dates is not called punctual.
    pub(in crate::report) fn nothing_late_sentence(&self) -> String {
        let counts = [self.timeliness.actions(), self.timeliness.milestones()];
        let [dated, undated] = [
            counts.map(|one| {
                one.due_today() + one.due_soon() + one.on_time() + one.awaiting_sign_off()
            }),
            counts.map(|one| one.no_date()),
        ];
        let [actions, milestones] = undated;
        let number = actions + milestones;
        let (are, they) = (verb(number, "is", "are"), items(actions, milestones));
        if self.plan.action_count() == 0 {
            "Nothing can be called late: the plan has no actions.".to_owned()
        } else if undated == [0, 0] {
            "Nothing is late.".to_owned()
        } else if dated == [0, 0] {
            "Nothing can be called late: nothing that is still to be done has a due date."
                .to_owned()
        } else {
            format!(
                "Nothing is late, but {they} {} no due date and {are} never counted as late.",
                verb(number, "has", "have")
            )
        }
    }
}

/// Whose recommendations a sentence is about (`Ofsted's`, or the name of their source) and to whom
/// they are addressed (` to the council`).
struct Whose {
    owner: Owner,
    to: String,
}

enum Owner {
    /// `Ofsted's`.
    Possessive(String),
    /// `Peer review (peers)`.
    Source(String),
}

impl Whose {
    fn this_plan(to: String) -> Self {
        Self { owner: Owner::Possessive("this plan's".to_owned()), to }
    }

    /// Returns `Ofsted's 21 recommendations to the council`.
    fn many(&self, number: usize) -> String {
        match &self.owner {
            Owner::Possessive(owner) => format!("{owner} {number} recommendations{}", self.to),
            Owner::Source(source) => format!("the {number} recommendations of {source}{}", self.to),
        }
    }

    /// Returns `Ofsted's only recommendation to the council`.
    fn only(&self) -> String {
        capital(&match &self.owner {
            Owner::Possessive(owner) => format!("{owner} only recommendation{}", self.to),
            Owner::Source(source) => format!("the only recommendation of {source}{}", self.to),
        })
    }
}

fn covered(asked: &Whose, addressed: Ratio) -> String {
    let (part, missing, whole) = (addressed.part(), addressed.missing(), addressed.whole());
    let have = |number| verb(number, "has", "have");
    match (part, missing) {
        (1, 0) => format!("{} has an action.", asked.only()),
        (0, 1) => format!("{} has no action.", asked.only()),
        (0, _) => format!("None of {} has an action.", asked.many(whole)),
        (_, 0) => format!("All of {} have an action.", asked.many(whole)),
        _ => format!(
            "Of {}, {part} ({}%) {} an action and {missing} {} none.",
            asked.many(whole),
            addressed.percent().unwrap_or_default(),
            have(part),
            have(missing)
        ),
    }
}

fn possessive(name: &str) -> String {
    if name.ends_with(['s', 'S']) { format!("{name}'") } else { format!("{name}'s") }
}

/// Returns the number of restricted records of all kinds.
pub(in crate::report) fn restricted(plan: &Plan) -> usize {
    let doc = plan.doc();
    let of_action = |action: &crate::model::Action| {
        usize::from(action.restricted)
            + action.milestones.iter().filter(|one| one.restricted).count()
            + action.resources.iter().filter(|one| one.restricted).count()
            + action.evidence.iter().filter(|one| one.restricted).count()
    };
    let of_recommendation = |one: &crate::model::Recommendation| {
        usize::from(one.restricted) + one.assessments.iter().filter(|one| one.restricted).count()
    };
    doc.sources.iter().filter(|one| one.restricted).count()
        + doc.recommendations.iter().map(of_recommendation).sum::<usize>()
        + doc.workstreams.iter().filter(|one| one.restricted).count()
        + doc.actions.iter().map(of_action).sum::<usize>()
        + doc.measures.iter().filter(|one| one.restricted).count()
}
