//! The state of every measure as of a date, and its readings.

use chrono::NaiveDate;

use super::AS_OF;
use crate::analysis::{MeasureState, MeasureStatus};
use crate::due_date::DueDate;
use crate::export::star::table::{Column, Kind, Shape, Table, table};
use crate::export::write::Cell;
use crate::model::Reading;
use crate::plan::{MeasureRef, Plan};

/// A measure as of a date.
struct MeasureRow<'p> {
    as_of: NaiveDate,
    state: MeasureState<'p>,
}

/// Returns the state of every measure.
pub(in crate::export::star) fn measures(plan: &Plan, as_of: NaiveDate) -> Table {
    let shape = Shape {
        name: "fact_measure_status",
        title: "Where each measure stands",
        meaning: "One row for each measure as of a day: its latest figure and the target in force.",
        key: &["as_of", "measure_id"],
        links: &[("measure_id", "dim_measure", "measure_id")],
    };
    let columns: [Column<MeasureRow<'_>>; 8] = [
        Column::always("as_of", Kind::Day, AS_OF, |row| Cell::plain(row.as_of)),
        Column::always("measure_id", Kind::Id, "The measure.", |row| {
            Cell::plain(row.state.measure().id())
        }),
        Column::always(
            "status",
            Kind::words(MeasureStatus::ALL, MeasureStatus::as_str),
            "How it stands against the target; without data or target it is never bad.",
            |row| Cell::plain(row.state.status()),
        ),
        Column::new("latest_value", Kind::Figure, "The latest figure.", |row| {
            Cell::maybe(row.state.latest().and_then(|latest| latest.value))
        }),
        Column::new("latest_day", Kind::Day, "The first day that figure stands for.", |row| {
            Cell::maybe(row.state.latest_day())
        }),
        Column::new("target", Kind::Figure, "The target in force.", |row| {
            Cell::maybe(row.state.target().and_then(|target| target.value))
        }),
        Column::new("target_by", Kind::Day, "The day by which it is to be reached.", |row| {
            let by = row.state.target().and_then(|target| target.by.as_ref());
            Cell::maybe(by.and_then(|by| row.state.measure().plan().read(by).latest()))
        }),
        Column::new("target_by_words", Kind::Text, "The same, as written.", |row| {
            let by = row.state.target().and_then(|target| target.by.as_ref());
            Cell::optional(by.map(DueDate::as_str))
        }),
    ];
    let rows = plan.measure_states(as_of).map(|state| MeasureRow { as_of, state });
    table(&shape, &columns, rows)
}

/// A reading of a measure.
struct ReadingRow<'p> {
    measure: MeasureRef<'p>,
    position: usize,
    reading: &'p Reading,
}

/// Returns every reading of every measure.
pub(in crate::export::star) fn readings(plan: &Plan) -> Table {
    let shape = Shape {
        name: "fact_measure_reading",
        title: "Readings",
        meaning: "One row for each reading of a measure. A reading without a value says that there \
                  was no data.",
        key: &["measure_id", "position"],
        links: &[("measure_id", "dim_measure", "measure_id")],
    };
    let columns: [Column<ReadingRow<'_>>; 9] = [
        Column::always("measure_id", Kind::Id, "The measure.", |row| Cell::plain(row.measure.id())),
        Column::always("position", Kind::Whole, "Its place in the measure, from 1.", |row| {
            Cell::plain(row.position + 1)
        }),
        Column::new("first_day", Kind::Day, "The first day that it stands for.", |row| {
            let date = row.reading.date.as_ref();
            Cell::maybe(date.and_then(|date| row.measure.plan().read(date).earliest()))
        }),
        Column::new("last_day", Kind::Day, "The last day that it stands for.", |row| {
            let date = row.reading.date.as_ref();
            Cell::maybe(date.and_then(|date| row.measure.plan().read(date).latest()))
        }),
        Column::new("date_words", Kind::Text, "Its date, as written.", |row| {
            Cell::optional(row.reading.date.as_ref().map(DueDate::as_str))
        }),
        Column::new("value", Kind::Figure, "The figure; empty where there was no data.", |row| {
            Cell::maybe(row.reading.value)
        }),
        Column::new("lowest", Kind::Figure, "The lowest of what it was taken over.", |row| {
            Cell::maybe(row.reading.lowest)
        }),
        Column::new("highest", Kind::Figure, "The highest.", |row| {
            Cell::maybe(row.reading.highest)
        }),
        Column::new("data_source", Kind::Text, "Where the figure is from.", |row| {
            Cell::optional(row.reading.source.as_ref())
        }),
    ];
    let rows = plan.measures().flat_map(|measure| {
        let readings = measure.record().readings.iter().enumerate();
        readings.map(move |(position, reading)| ReadingRow { measure, position, reading })
    });
    table(&shape, &columns, rows)
}
