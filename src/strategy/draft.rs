//! Drafts: the rows of numbers, one for each record, that proptest generates and shrinks.

use proptest::collection::vec;
use proptest::num::u16::ANY;
use proptest::strategy::Strategy;

use super::Shape;
use super::actions::ACTION;

/// The numbers of a record, used in turn. 0 is always the plainest choice.
pub(super) type Numbers = Vec<u16>;

/// How many numbers a record has. Reading past the end returns zeros.
const PLAN: usize = 38;
const SOURCE: usize = 27;
const RECOMMENDATION: usize = 56;
const WORKSTREAM: usize = 17;
const MILESTONE: usize = 53;
const MEASURE: usize = 93;
const WAIVER: usize = 11;

/// A plan as rows of numbers.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) plan: Numbers,
    pub(super) sources: Vec<Numbers>,
    pub(super) recommendations: Vec<Numbers>,
    pub(super) workstreams: Vec<Numbers>,
    /// The actions, each with its milestones.
    pub(super) actions: Vec<(Numbers, Vec<Numbers>)>,
    pub(super) measures: Vec<Numbers>,
    pub(super) waivers: Vec<Numbers>,
}

/// Generates a draft of a shape.
pub(super) fn draft(shape: Shape) -> impl Strategy<Value = Draft> {
    let records = |most: usize, length: usize| vec(vec(ANY, length), 0..=most);
    let milestones = records(shape.milestones, MILESTONE);
    (
        vec(ANY, PLAN),
        records(shape.sources, SOURCE),
        records(shape.recommendations, RECOMMENDATION),
        records(shape.workstreams, WORKSTREAM),
        vec((vec(ANY, ACTION), milestones), 0..=shape.actions),
        records(shape.measures, MEASURE),
        records(shape.waivers, WAIVER),
    )
        .prop_map(
            |(plan, sources, recommendations, workstreams, actions, measures, waivers)| Draft {
                plan,
                sources,
                recommendations,
                workstreams,
                actions,
                measures,
                waivers,
            },
        )
}

#[cfg(test)]
mod tests {
    use super::super::Dates;
    use super::super::actions::{ACTION, Reach};
    use super::super::choices::Choices;
    use super::super::targets::Target;
    use super::{MEASURE, MILESTONE, PLAN, RECOMMENDATION, SOURCE, WAIVER, WORKSTREAM};

    #[test]
    fn every_record_is_given_as_many_numbers_as_it_uses() {
        let numbers = [u16::MAX; 1_000];
        let used = |make: &dyn Fn(&mut Choices<'_>)| {
            let mut choices = Choices::new(&numbers, Dates::AsWritten);
            make(&mut choices);
            numbers.len() - choices.left()
        };
        let one = [Target { id: uuid::Uuid::nil(), names: vec!["1".to_owned()] }];
        let reach = Reach {
            sources: &one,
            recommendations: &one,
            workstreams: &one,
            measures: &one,
            before: &one,
        };
        let doc = crate::plan::PlanDoc::new("p", "Plan", "Anyshire");
        // Choosing its whole and its source takes five more.
        let recommendation = used(&|choices| {
            let name = choices.name(2, 1, 0);
            choices.recommendation(name);
            choices.link(&one[0]);
            choices.link(&one[0]);
        }) + 5;
        assert_eq!(used(&|choices| drop(choices.source(0))), SOURCE);
        assert_eq!(recommendation, RECOMMENDATION);
        assert_eq!(used(&|choices| drop(choices.workstream(0, &one))), WORKSTREAM);
        assert_eq!(used(&|choices| drop(choices.action(0, &reach))), ACTION);
        assert_eq!(used(&|choices| drop(choices.milestone(0, 0))), MILESTONE);
        assert_eq!(used(&|choices| drop(choices.measure(0, &one, &one))), MEASURE);
        assert_eq!(used(&|choices| drop(choices.waiver(&doc))), WAIVER);
        // The plan's own numbers, and one for the order of each of five lists.
        assert_eq!(used(&|choices| drop(choices.particulars())) + 5, PLAN);
    }
}
