//! What an honest plan must never be told.

use improvement_plan::model::{SourceKind, Urgency};
use improvement_plan::{
    Action, DeliveryStatus, NaiveDate, Plan, PlanDoc, Recommendation, Rules, Severity, Source,
};

/// An early draft: every recommendation answered, every action owned and dated, and nothing else.
fn draft() -> PlanDoc {
    PlanDoc::new("draft-2026", "Draft improvement plan", "Anyshire")
        .with_sources([
            Source::new("Inspection of children's services")
                .with_reference("ofsted-2026")
                .with_kind(SourceKind::Inspection),
            Source::new("Peer review").with_reference("peers").with_kind(SourceKind::PeerReview),
        ])
        .with_recommendations([
            Recommendation::new("Take urgent action to see every child in care.")
                .with_reference("1")
                .with_source("ofsted-2026")
                .with_urgency(Urgency::Urgent),
            Recommendation::new("Reduce caseloads.").with_reference("2").with_source("ofsted-2026"),
            Recommendation::new("Listen to staff.").with_reference("2").with_source("peers"),
        ])
        .with_actions([
            Action::new("See every child in care")
                .with_answers(["ofsted-2026/1", "peers/2"])
                .with_owners(["Head of Children in Care"])
                .with_due("2026-12-18"),
            Action::new("Cap caseloads")
                .with_answers(["ofsted-2026/2"])
                .with_owners(["Head of Safeguarding"])
                .with_due("2027-03-31")
                .with_status(DeliveryStatus::InProgress),
            Action::new("Improvement board")
                .with_enables(["ofsted-2026"])
                .with_owners(["Chief Executive"])
                .with_due("2027-03-31"),
        ])
}

#[test]
fn an_honest_plan_has_no_error() {
    let plan = Plan::build(draft()).unwrap();
    let as_of: NaiveDate = "2026-11-02".parse().unwrap();
    for rules in [Rules::standard(), Rules::strict()] {
        let errors = plan.check(&rules, as_of).at_least(Severity::Error);
        assert!(errors.is_empty(), "{errors}");
    }
}
