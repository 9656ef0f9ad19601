//! Everything a plan answers, written down so that two plans can be compared.

use std::collections::BTreeMap;

use improvement_plan::facts::{Coverage, Group, Rung};
use improvement_plan::plan::{ActionRef, Item, MeasureRef, RecommendationRef};
use improvement_plan::{NaiveDate, Plan, Rules};

/// The answers about each record, by its id: they name no other record but by its id.
pub(crate) fn about_records(plan: &Plan, as_of: NaiveDate) -> BTreeMap<String, String> {
    let mut answers = BTreeMap::new();
    let mut say = |about: String, answer: String| {
        let before = answers.insert(about.clone(), answer);
        assert_eq!(before, None, "two answers about {about}");
    };
    let coverage = plan.coverage(as_of);
    for recommendation in plan.recommendations() {
        say(format!("recommendation {}", recommendation.id()), told(&coverage, recommendation));
    }
    let policy = plan.rag_policy();
    for action in plan.actions() {
        let rag = action.rag(as_of, &policy);
        let relations = [
            ids(action.answers().map(RecommendationRef::id)),
            ids(action.enables().map(improvement_plan::plan::SourceRef::id)),
            ids(action.depends_on().map(ActionRef::id)),
            ids(action.needed_by().map(ActionRef::id)),
            ids(action.succeeded_by().map(ActionRef::id)),
            ids(action.measures().map(MeasureRef::id)),
            ids(action.workstream().map(improvement_plan::plan::WorkstreamRef::id)),
        ];
        let evidence = action.assuring_evidence(as_of).count();
        say(
            format!("action {}", action.id()),
            format!(
                "{:?} {:?} {:?} {evidence} {relations:?} {} {}",
                rag.declared(),
                rag.derived(),
                rag.difference(),
                action.is_live(as_of),
                action.is_dated(as_of),
            ),
        );
    }
    for timely in plan.timeliness(as_of).items() {
        let item = timely.item();
        let answer = format!(
            "{:?} due {:?}, at first {:?}, lead {:?}",
            timely.class(),
            item.current_due(as_of),
            item.baseline_due(),
            item.lead().as_str(),
        );
        say(format!("timeliness of {}", id(item)), answer);
    }
    for late in plan.overdue(as_of) {
        let answer = format!(
            "{} {} {:?} {}",
            late.due(),
            late.days_late(),
            late.days_late_against_baseline(),
            late.fell_due_since_report(),
        );
        say(format!("overdue {}", id(late.item())), answer);
    }
    for due in plan.due_within(as_of, 28) {
        say(format!("due {}", id(due.item())), format!("{} {}", due.due(), due.days_left()));
    }
    for slippage in plan.slippage(as_of) {
        let answer = format!(
            "{:?} {} {} {} {:?}",
            slippage.days(),
            slippage.revisions(),
            slippage.moves(),
            slippage.requests(),
            slippage.days_late_against_baseline(),
        );
        say(format!("slippage of {}", id(slippage.item())), answer);
    }
    for interim in plan.interim(as_of) {
        let next = interim.succeeded_by().map(ActionRef::id);
        let answer = format!(
            "{:?} {:?} {:?} {next:?} {:?} {}",
            interim.from(),
            interim.until(),
            interim.state(),
            interim.words(),
            interim.succession(),
        );
        say(format!("interim {}", interim.action().id()), answer);
    }
    for state in plan.measure_states(as_of) {
        let measure = state.measure();
        let relations = [
            ids(measure.answers().map(RecommendationRef::id)),
            ids(measure.workstreams().map(improvement_plan::plan::WorkstreamRef::id)),
            ids(measure.actions().map(ActionRef::id)),
        ];
        let answer = format!(
            "{:?} {:?} {:?} {:?} {relations:?}",
            state.latest(),
            state.latest_day(),
            state.target(),
            state.status(),
        );
        say(format!("measure {}", measure.id()), answer);
    }
    answers
}

/// The answers about the plan as a whole and about groups, as sets.
pub(crate) fn about_groups(plan: &Plan, as_of: NaiveDate) -> BTreeMap<&'static str, Vec<String>> {
    let coverage = plan.coverage(as_of);
    let timeliness = plan.timeliness(as_of);
    let rag = plan.rag(as_of, &plan.rag_policy());
    let workload = plan.workload(as_of);
    let loads = |loads: &[improvement_plan::facts::Load<'_>]| {
        sorted(loads.iter().map(|load| {
            let items = |items: &[Item<'_>]| sorted(items.iter().map(|item| id(*item)));
            let (open, overdue) = (items(load.open()), items(load.overdue()));
            let name = load.name().to_lowercase();
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("{name}: {open:?} {overdue:?} {:?}", items(load.due_soon()))
        }))
    };
    // Pennies: added in another order, floating-point numbers differ in their last digits.
    let resources = plan.resources();
    let resources = resources.lines().iter().map(|line| {
        let (amount, spent) = (line.amount() * 100.0, line.spent() * 100.0);
        format!(
            "{:?} {:?} {} {} {amount:.0} {} {spent:.0}",
            line.basis(),
            line.funding(),
            line.entries(),
            line.with_amount(),
            line.with_spent(),
        )
    });
    let checks = [Rules::standard(), Rules::strict()].into_iter().flat_map(|rules| {
        let checked = plan.check_in_full(&rules, as_of);
        let kept = checked.diagnostics().iter().cloned().map(|one| (one, "kept"));
        let waived = checked.waived().iter().cloned().map(|one| (one, "waived"));
        let all = kept.chain(waived);
        all.map(|(one, what)| format!("{} {} {what}", one.severity(), one.code()))
            .collect::<Vec<_>>()
    });
    BTreeMap::from([
        ("ladder", vec![format!("{:?}", coverage.ladder())]),
        ("enabling", vec![coverage.enabling_actions().to_string()]),
        ("by source", groups(coverage.by_source())),
        ("by addressee", groups(coverage.by_addressee())),
        ("by both", groups(coverage.by_source_and_addressee())),
        ("by tier", groups(coverage.by_tier())),
        ("by workstream", groups(coverage.by_workstream())),
        ("by lead", groups(coverage.by_lead())),
        ("actions", vec![format!("{:?}", timeliness.actions())]),
        ("milestones", vec![format!("{:?}", timeliness.milestones())]),
        ("declared", vec![format!("{:?}", rag.declared())]),
        ("derived", vec![format!("{:?}", rag.derived())]),
        ("by lead, workload", loads(workload.by_lead())),
        ("by body, workload", loads(workload.by_body())),
        ("resources", sorted(resources)),
        ("checks", sorted(checks)),
    ])
}

/// The id of an action or a milestone.
pub(crate) fn id(item: Item<'_>) -> String {
    match item {
        Item::Action(action) => action.id().to_string(),
        Item::Milestone(milestone) => milestone.id().to_string(),
    }
}

fn told<'p>(coverage: &Coverage<'p>, recommendation: RecommendationRef<'p>) -> String {
    let one = coverage.recommendation(recommendation).unwrap();
    let ratios: Vec<String> =
        Rung::ALL.iter().map(|rung| one.actions_at(*rung).to_string()).collect();
    let relations = [
        ids(recommendation.source().map(improvement_plan::plan::SourceRef::id)),
        ids(recommendation.whole().map(RecommendationRef::id)),
        ids(recommendation.parts().map(RecommendationRef::id)),
        ids(one.actions().into_iter().map(ActionRef::id)),
        ids(recommendation.trace().measures().into_iter().map(MeasureRef::id)),
    ];
    format!(
        "{:?} {:?} {ratios:?} {} {:?} {relations:?}",
        one.rung(),
        one.uncovered(),
        one.withdrawn(),
        one.assessments(),
    )
}

fn groups(groups: Vec<Group<'_>>) -> Vec<String> {
    sorted(groups.into_iter().map(|group| {
        let source = group.source().map(improvement_plan::plan::SourceRef::id);
        let name = group.name().to_lowercase();
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{name} {source:?} {:?} {:?}", group.addressee(), group.ladder())
    }))
}

fn ids<T: std::fmt::Display>(ids: impl IntoIterator<Item = T>) -> Vec<String> {
    sorted(ids.into_iter().map(|id| id.to_string()))
}

fn sorted(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut texts: Vec<String> = texts.collect();
    texts.sort();
    texts
}
