//! The bridge table: the links of actions to recommendations and sources.

use super::table::{Column, Kind, Shape, Table, table};
use crate::export::write::Cell;
use crate::plan::{ActionRef, Plan, RecommendationRef, SourceRef};

/// A link of an action.
struct Link<'p> {
    action: ActionRef<'p>,
    to: To<'p>,
}

/// The target of a link.
enum To<'p> {
    Answers(RecommendationRef<'p>),
    Enables(SourceRef<'p>),
}

const SHAPE: Shape = Shape {
    name: "bridge_action_recommendation",
    title: "What each action serves",
    meaning: "One row for each link: an action answers a recommendation, or enables the whole \
              response to a source and so covers no single recommendation.",
    key: &["action_id", "kind", "target_id"],
    links: &[
        ("action_id", "dim_action", "action_id"),
        ("recommendation_id", "dim_recommendation", "recommendation_id"),
        ("source_id", "dim_source", "source_id"),
    ],
};

/// Returns every link, in the order of the actions.
pub(super) fn links(plan: &Plan) -> Table {
    let rows = plan.actions().flat_map(|action| {
        let answers = action.answers().map(To::Answers);
        answers.chain(action.enables().map(To::Enables)).map(move |to| Link { action, to })
    });
    let columns = [
        Column::always("action_id", Kind::Id, "The action.", |row: &Link<'_>| {
            Cell::plain(row.action.id())
        }),
        Column::always(
            "kind",
            Kind::Word(vec!["answers", "enables"]),
            "Whether it answers a recommendation or enables a source.",
            |row| {
                Cell::plain(match row.to {
                    To::Answers(_) => "answers",
                    To::Enables(_) => "enables",
                })
            },
        ),
        Column::always("target_id", Kind::Id, "The recommendation or the source.", |row| match row
            .to
        {
            To::Answers(recommendation) => Cell::plain(recommendation.id()),
            To::Enables(source) => Cell::plain(source.id()),
        }),
        Column::new(
            "recommendation_id",
            Kind::Id,
            "The recommendation, where it answers one.",
            |row| match row.to {
                To::Answers(recommendation) => Cell::plain(recommendation.id()),
                To::Enables(_) => Cell::default(),
            },
        ),
        Column::new("source_id", Kind::Id, "The source, where it enables one.", |row| {
            match row.to {
                To::Answers(_) => Cell::default(),
                To::Enables(source) => Cell::plain(source.id()),
            }
        }),
        Column::new("action_reference", Kind::Text, "What people quote the action by.", |row| {
            Cell::optional(row.action.reference().as_str())
        }),
        Column::new(
            "target_reference",
            Kind::Text,
            "What people quote the recommendation or the source by.",
            |row| match row.to {
                To::Answers(recommendation) => Cell::optional(recommendation.reference().as_str()),
                To::Enables(source) => Cell::optional(source.reference().as_str()),
            },
        ),
    ];
    table(&SHAPE, &columns, rows)
}
