//! Generates the records inside larger ones: owners, revisions, evidence, milestones, assessments
//! and so on.

use super::choices::Choices;
use crate::model::{
    Assessment, Baseline, Basis, Comparator, Decision, DeliveryStatus, Every, Evidence, Funding,
    Grade, InForce, Judgement, Milestone, Owner, Reading, Recurrence, Resource, Response, Revision,
    SignOff, Stopped, Target, Update,
};

impl Choices<'_> {
    pub(super) fn owner(&mut self) -> Owner {
        let name = self.post();
        let body = self.pick("Police".to_owned(), &["NHS ICB".to_owned(), "police".to_owned()]);
        let role = self.pick("lead", &["support", "partner", "chair"]);
        match self.below(6) {
            1 => Owner::post(name).with_body(body),
            2 => Owner::post(name).with_role(role),
            3 => Owner::body(body).with_role(role),
            4 => Owner::from("Chair / DCS"),
            5 => Owner::from(" "),
            _ => Owner::from(name),
        }
    }

    pub(super) fn status(&mut self) -> DeliveryStatus {
        use DeliveryStatus::{
            AwaitingSignOff, Completed, InProgress, NotStarted, NotStated, Suspended, Withdrawn,
        };
        let others = [
            InProgress,
            Completed,
            NotStarted,
            Completed,
            AwaitingSignOff,
            Completed,
            Suspended,
            Completed,
            Withdrawn,
            Suspended,
            Withdrawn,
        ];
        self.pick(NotStated, &others)
    }

    pub(super) fn revision(&mut self) -> Revision {
        let mut revision = Revision::new(self.date());
        let agreed = self.date();
        revision.agreed = if self.once_in(3) { None } else { Some(agreed) };
        if self.once_in(10) {
            revision.due = None;
        }
        revision.reason = self.maybe(Self::text);
        revision.approved_by = self.maybe(Self::post);
        revision
    }

    pub(super) fn stopped(&mut self) -> Stopped {
        let mut stopped = Stopped::new();
        stopped.date = self.maybe(Self::date);
        stopped.reason = self.maybe(Self::text);
        stopped.approved_by = self.maybe(Self::post);
        stopped.review = self.maybe(Self::date);
        stopped
    }

    pub(super) fn recurrence(&mut self) -> Recurrence {
        let mut recurs = Recurrence::new(self.pick(Every::Week, Every::ALL));
        if self.once_in(4) {
            recurs.every = None;
        }
        recurs.next_review = self.maybe(Self::date);
        recurs
    }

    pub(super) fn in_force(&mut self) -> InForce {
        let mut in_force = InForce::new();
        in_force.from = self.maybe(Self::early_date);
        let until = self.date();
        in_force.until = if self.once_in(4) { None } else { Some(until) };
        in_force.words = self.maybe(Self::text);
        in_force
    }

    pub(super) fn sign_off(&mut self) -> SignOff {
        let mut signed = SignOff::new(self.post());
        signed.date = self.maybe(Self::date);
        if self.once_in(4) {
            signed.by = None;
        }
        signed
    }

    pub(super) fn evidence(&mut self) -> Evidence {
        let kinds = ["inspection", "survey", "peer-review", "dip-sample", "a walk round"];
        let mut evidence = Evidence::new(self.pick("audit", &kinds), self.text());
        if self.once_in(6) {
            evidence.kind = None;
        }
        let date = self.date();
        evidence.date = if self.once_in(6) { None } else { Some(date) };
        let verifier = self.post();
        evidence.verified_by = if self.once_in(4) { None } else { Some(verifier) };
        evidence.expires = self.rarely(3, Self::late_date);
        let voices = ["staff".into(), "children".into(), "neighbours".into()];
        evidence.voice = self.list(2, |choices| choices.pick("families".into(), &voices));
        evidence.restricted = self.once_in(10);
        evidence
    }

    pub(super) fn update(&mut self) -> Update {
        let kinds = ["recovery", "reason", "blocker", "decision", "gossip"];
        let mut update = Update::new(self.pick("progress", &kinds), self.text());
        update.date = self.maybe(Self::date);
        update.restricted = self.once_in(10);
        update
    }

    pub(super) fn resource(&mut self) -> Resource {
        let mut resource = Resource::new();
        resource.amount = self.maybe(Self::number);
        resource.basis = self.maybe(|choices| choices.pick(Basis::Total, Basis::ALL));
        resource.funding = self.maybe(|choices| choices.pick(Funding::Confirmed, Funding::ALL));
        resource.funding_source = self.maybe(Self::post);
        resource.ring_fenced = self.maybe(|choices| choices.once_in(2));
        resource.spent = self.maybe(Self::number);
        resource.words = self.maybe(Self::text);
        resource.restricted = self.once_in(10);
        resource
    }

    /// Generates the milestone at a position in its action's list.
    pub(super) fn milestone(&mut self, action: usize, place: usize) -> Milestone {
        let name = self.name(5, place + 1, action * 1_000 + place);
        let mut milestone = Milestone::new(name.title);
        milestone.reference = name.reference;
        milestone.id = name.explicit_id.map(crate::id::MilestoneId::from_uuid);
        milestone.owners = self.list(1, Self::owner);
        milestone.due = self.maybe(Self::date);
        milestone.status = self.status();
        milestone.completed = self.maybe(Self::date);
        milestone.revisions = self.list(1, Self::revision);
        milestone.stopped = self.rarely(4, Self::stopped);
        milestone.signed_off = self.rarely(4, Self::sign_off);
        milestone.restricted = self.once_in(10);
        milestone
    }

    pub(super) fn response(&mut self) -> Response {
        let mut response = Response::new(self.pick(Decision::Accepted, Decision::ALL));
        response.reason = self.maybe(Self::text);
        response
    }

    pub(super) fn assessment(&mut self) -> Assessment {
        let kinds = ["board", "inspection", "dfe", "passers-by"];
        let kind = self.pick("self", &kinds);
        let judgement = self.pick(Judgement::SomeProgress, Judgement::ALL);
        let mut assessment = Assessment::new(kind, judgement);
        assessment.date = self.maybe(Self::date);
        assessment.by = self.maybe(Self::post);
        assessment.text = self.maybe(Self::text);
        assessment.restricted = self.once_in(10);
        assessment
    }

    pub(super) fn grade(&mut self) -> Grade {
        Grade::new("overall", self.pick("inadequate", &["good", "requires improvement"]))
    }

    pub(super) fn baseline(&mut self) -> Baseline {
        let mut baseline = Baseline::new(self.number());
        baseline.date = self.maybe(Self::date);
        baseline
    }

    pub(super) fn target(&mut self) -> Target {
        let mut target = Target::new(self.number());
        target.by = self.maybe(Self::date);
        target.set = self.maybe(Self::date);
        target
    }

    pub(super) fn comparator(&mut self) -> Comparator {
        let mut comparator = Comparator::new("England", self.number());
        comparator.date = self.maybe(Self::date);
        comparator
    }

    pub(super) fn reading(&mut self) -> Reading {
        let mut reading = Reading::new(self.date(), self.number());
        if self.once_in(5) {
            reading.value = None;
        }
        reading.lowest = self.maybe(Self::number);
        reading.highest = self.maybe(Self::number);
        reading.source = self.maybe(Self::text);
        reading
    }
}
