//! Plans and their answers may be kept and asked by many threads.

use improvement_plan::facts::{
    Coverage, DueItem, InterimArrangement, Load, MeasureState, OverdueItem, RagReport,
    ResourceSummary, Slippage, TimelinessReport, Trace, Workload,
};
use improvement_plan::plan::{
    ActionRef, MeasureRef, MilestoneRef, Published, RecommendationRef, SourceRef, WorkstreamRef,
};
use improvement_plan::{
    CheckReport, CoverageReport, Diagnostics, NaiveDate, Plan, PlanDoc, RejectedPlan, Rules,
};

fn is_shared<T: Send + Sync>() {}

#[test]
fn documents_plans_and_rules_are_send_and_sync() {
    is_shared::<PlanDoc>();
    is_shared::<Plan>();
    is_shared::<RejectedPlan>();
    is_shared::<Published>();
    is_shared::<Rules>();
    is_shared::<Diagnostics>();
    #[cfg(feature = "json")]
    is_shared::<improvement_plan::LoadError>();
    #[cfg(any(feature = "csv", feature = "workbook"))]
    is_shared::<improvement_plan::import::Import>();
}

#[test]
fn handles_answers_and_reports_are_send_and_sync() {
    is_shared::<ActionRef<'_>>();
    is_shared::<MeasureRef<'_>>();
    is_shared::<MilestoneRef<'_>>();
    is_shared::<RecommendationRef<'_>>();
    is_shared::<SourceRef<'_>>();
    is_shared::<WorkstreamRef<'_>>();
    is_shared::<Coverage<'_>>();
    is_shared::<DueItem<'_>>();
    is_shared::<InterimArrangement<'_>>();
    is_shared::<Load<'_>>();
    is_shared::<MeasureState<'_>>();
    is_shared::<OverdueItem<'_>>();
    is_shared::<RagReport<'_>>();
    is_shared::<ResourceSummary>();
    is_shared::<Slippage<'_>>();
    is_shared::<TimelinessReport<'_>>();
    is_shared::<Trace<'_>>();
    is_shared::<Workload<'_>>();
    is_shared::<CheckReport>();
    is_shared::<CoverageReport<'_>>();
}

#[test]
fn one_plan_answers_many_threads_at_once() {
    let plan = Plan::from_json(include_str!("../../examples/data/croydon-2017.json")).unwrap();
    let as_of: NaiveDate = "2017-11-07".parse().unwrap();
    let alone = plan.coverage(as_of).addressed();
    std::thread::scope(|scope| {
        let asked: Vec<_> =
            (0..4).map(|_| scope.spawn(|| plan.coverage(as_of).addressed())).collect();
        assert!(asked.into_iter().all(|thread| thread.join().unwrap() == alone));
    });
}
