//! Generates the fields of the plan itself and its records, except actions.

use super::choices::Choices;
use super::targets::{Name, Target, explicit_id};
use crate::due_date::Quarters;
use crate::id::{MeasureId, PlanId, RecommendationId, SourceId, WorkstreamId};
use crate::model::{
    Authority, DeliveryStatus, LegendEntry, LegendMeaning, Measure, Period, Polarity, RagPolicy,
    RagStatus, Recommendation, Role, Source, Statistic, Urgency, Waiver, Workstream,
};
use crate::plan::PlanDoc;
use crate::rules::Rules;

impl Choices<'_> {
    /// Generates a plan without records.
    pub(super) fn particulars(&mut self) -> PlanDoc {
        let reference = self.pick("sample-2026", &["Plan 07", "2026/27"]);
        let mut doc = PlanDoc::new(reference, self.text(), "Anyshire");
        let code = self.maybe(|_| "E10000099".to_owned());
        doc.authority = Authority { code, ..Authority::new("Anyshire") };
        doc.id = self.rarely(4, |_| PlanId::from_uuid(explicit_id(0, 0)));
        let purposes = ["transitional".into(), "a purpose of our own".into()];
        doc.purpose = self.maybe(|choices| choices.pick("improvement".into(), &purposes));
        doc.version = self.maybe(Self::text);
        doc.status_date = self.maybe(Self::date);
        let period = Period::new("2026-09-01", "2027-08-31");
        doc.period = self.maybe(|choices| {
            let open = Period { end: None, ..period.clone() };
            choices.pick(period, &[open])
        });
        let quarters = self.pick(Quarters::Financial, &[Quarters::Calendar]);
        doc.quarters = self.maybe(|_| quarters);
        doc.roles = self.list(2, |choices| {
            let mut role = Role::new("accountable", choices.post());
            role.body = choices.maybe(Self::post);
            role
        });
        doc.rag_policy = self.maybe(|choices| {
            RagPolicy::new()
                .with_red_after_days(choices.pick(28, &[0, 7, u32::MAX]))
                .with_not_started_within_days(choices.pick(14, &[0, 60]))
                .with_moved_by_more_than_days(choices.pick(28, &[0]))
                .with_moved_times(choices.pick(2, &[0, 1]))
        });
        doc.legend = self.list(2, |choices| {
            let word = choices.pick("blue", &["grey", "Amber"]);
            let amber = LegendMeaning::Colour(RagStatus::Amber);
            let completed = LegendMeaning::Status(DeliveryStatus::Completed);
            LegendEntry::new(word, choices.pick(completed, &[amber]))
        });
        doc
    }

    pub(super) fn source(&mut self, place: usize) -> Source {
        let name = self.name(1, place + 1, place);
        let mut source = Source::new(name.title);
        let blank = |reference: &String| reference.trim().is_empty();
        source.reference = name.reference.map(|reference| {
            // The prefix prevents `source/reference` of one record from being the reference of
            // another.
            if blank(&reference) { reference } else { format!("S{reference}") }
        });
        source.id = name.explicit_id.map(SourceId::from_uuid);
        let kinds = ["local-priority", "peer-review", "monitoring-visit", "a letter"];
        source.kind = self.maybe(|choices| choices.pick("inspection", &kinds).into());
        let frameworks = ["sif", "jtai", "another"];
        source.framework = self.maybe(|choices| choices.pick("ilacs-standard", &frameworks).into());
        source.body = self.maybe(Self::post);
        source.published = self.maybe(Self::date);
        source.received = self.maybe(Self::date);
        source.stated_deadline = self.maybe(Self::date);
        source.grades = self.list(2, Self::grade);
        source.restricted = self.once_in(10);
        source
    }

    /// Generates a recommendation without links.
    pub(super) fn recommendation(&mut self, name: Name) -> Recommendation {
        let mut recommendation = Recommendation::new(name.title);
        recommendation.reference = name.reference;
        recommendation.id = name.explicit_id.map(RecommendationId::from_uuid);
        let bodies = ["police", "schools", "the mayor"];
        recommendation.addressed_to =
            self.list(2, |choices| choices.pick("council", &bodies).into());
        let tiers = ["priority-action", "finding", "area-for-improvement", "advice"];
        recommendation.tier = self.maybe(|choices| choices.pick("recommendation", &tiers).into());
        recommendation.urgency = self.maybe(|choices| choices.pick(Urgency::Normal, Urgency::ALL));
        recommendation.paragraphs = self.list(2, Self::text);
        recommendation.tags = self.list(1, Self::text);
        recommendation.response = self.maybe(Self::response);
        recommendation.difference = self.maybe(Self::text);
        recommendation.assessments = self.list(2, Self::assessment);
        recommendation.restricted = self.once_in(10);
        recommendation
    }

    /// Generates a workstream, which may be a part of an earlier one.
    pub(super) fn workstream(&mut self, place: usize, before: &[Target]) -> (Workstream, Name) {
        let name = self.name(3, place + 1, place);
        let mut workstream = Workstream::new(name.title.clone());
        workstream.reference.clone_from(&name.reference);
        workstream.id = name.explicit_id.map(WorkstreamId::from_uuid);
        workstream.part_of = self.maybe(|choices| choices.link_to_one(before)).flatten();
        workstream.lead = self.maybe(Self::owner);
        workstream.team = self.maybe(Self::post);
        workstream.restricted = self.once_in(10);
        (workstream, name)
    }

    pub(super) fn measure(
        &mut self,
        place: usize,
        recommendations: &[Target],
        workstreams: &[Target],
    ) -> (Measure, Name) {
        let name = self.name(6, place + 1, place);
        let mut measure = Measure::new(name.title.clone());
        measure.reference.clone_from(&name.reference);
        measure.id = name.explicit_id.map(MeasureId::from_uuid);
        measure.unit = self.maybe(|choices| choices.pick("%", &["children"]).to_owned());
        measure.statistic = self.maybe(|choices| choices.pick(Statistic::Count, Statistic::ALL));
        measure.polarity = self.maybe(|choices| choices.pick(Polarity::Lower, Polarity::ALL));
        measure.baseline = self.maybe(Self::baseline);
        measure.targets = self.list(2, Self::target);
        measure.tolerance = self.maybe(Self::number);
        measure.comparators = self.list(1, Self::comparator);
        measure.answers = self.links(2, recommendations);
        measure.workstreams = self.links(2, workstreams);
        measure.readings = self.list(2, Self::reading);
        measure.restricted = self.once_in(10);
        (measure, name)
    }

    pub(super) fn waiver(&mut self, doc: &PlanDoc) -> Waiver {
        let rules = Rules::table();
        let code = self.one_of(&rules).map_or("owner-missing", |rule| rule.code().as_str());
        let mut waiver = Waiver::new(code);
        let references: Vec<&String> =
            doc.actions.iter().filter_map(|action| action.reference.as_ref()).collect();
        let subject = self.one_of(&references).map(|reference| format!("action {reference}"));
        waiver.subject = self.maybe(|_| subject).flatten();
        waiver.reason = self.maybe(Self::text);
        waiver.approved_by = self.maybe(Self::post);
        waiver.expires = self.maybe(Self::date);
        waiver
    }
}
