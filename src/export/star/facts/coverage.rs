//! The state of every recommendation as of a date.

use chrono::NaiveDate;

use super::AS_OF;
use crate::analysis::{RecommendationCoverage, Rung, Uncovered};
use crate::export::star::table::{Column, Kind, Shape, Table, table};
use crate::export::write::Cell;
use crate::plan::Plan;

/// Written for a recommendation that has reached no rung.
const NO_RUNG: &str = "none";

/// A recommendation as of a date.
struct CoverageRow<'c, 'p> {
    as_of: NaiveDate,
    one: RecommendationCoverage<'c, 'p>,
}

impl CoverageRow<'_, '_> {
    /// Returns how many of its actions have reached a rung.
    fn actions(&self, rung: Rung) -> Cell {
        Cell::plain(self.one.actions_at(rung).part())
    }
}

/// Returns the state of every recommendation, part and finding.
pub(in crate::export::star) fn recommendations(plan: &Plan, as_of: NaiveDate) -> Table {
    let shape = Shape {
        name: "fact_recommendation_status",
        title: "Where each recommendation stands",
        meaning: "One row for each recommendation as of a day: how far its actions have got. No rung \
                  says that a recommendation is met.",
        key: &["as_of", "recommendation_id"],
        links: &[("recommendation_id", "dim_recommendation", "recommendation_id")],
    };
    let coverage = plan.coverage(as_of);
    let rows = plan.recommendations().filter_map(|recommendation| {
        Some(CoverageRow { as_of, one: coverage.recommendation(recommendation)? })
    });
    let columns: [Column<CoverageRow<'_, '_>>; 10] = [
        Column::always("as_of", Kind::Day, AS_OF, |row| Cell::plain(row.as_of)),
        Column::always("recommendation_id", Kind::Id, "The recommendation.", |row| {
            Cell::plain(row.one.recommendation().id())
        }),
        Column::always(
            "rung",
            Kind::Word(
                [NO_RUNG].into_iter().chain(Rung::ALL.iter().map(|rung| rung.as_str())).collect(),
            ),
            "The highest rung of coverage that it has reached.",
            |row| Cell::plain(row.one.rung().map_or(NO_RUNG, Rung::as_str)),
        ),
        Column::new(
            "uncovered_reason",
            Kind::words(Uncovered::ALL, Uncovered::as_str),
            "Why no live action answers it.",
            |row| Cell::maybe(row.one.uncovered()),
        ),
        Column::always("actions", Kind::Whole, "How many actions are linked to it.", |row| {
            Cell::plain(row.one.actions().len())
        }),
        Column::always("actions_live", Kind::Whole, "How many of them are live.", |row| {
            row.actions(Rung::Addressed)
        }),
        Column::always(
            "actions_planned",
            Kind::Whole,
            "How many of them have a lead and a date, or are completed.",
            |row| row.actions(Rung::Planned),
        ),
        Column::always("actions_completed", Kind::Whole, "How many are completed.", |row| {
            row.actions(Rung::Completed)
        }),
        Column::always(
            "actions_assured",
            Kind::Whole,
            "How many are completed with evidence that is current and independent.",
            |row| row.actions(Rung::Assured),
        ),
        Column::always(
            "actions_withdrawn",
            Kind::Whole,
            "How many were withdrawn by agreement and count no more.",
            |row| Cell::plain(row.one.withdrawn()),
        ),
    ];
    table(&shape, &columns, rows)
}
