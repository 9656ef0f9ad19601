//! Shows caseloads, demand and other measures: latest reading, range, target and change.

use std::collections::HashMap;

use crate::analysis::{MeasureState, MeasureStatus};
use crate::due_date::DueDate;
use crate::model::{Number, Polarity, Reading, Statistic};
use crate::plan::MeasureRef;
use crate::report::coverage_report::CoverageReport;
use crate::report::dates::written_day;
use crate::report::document::{Block, Document, Figure, Record, Records};
use crate::report::grammar::{capital, counted, day, verb};
use crate::report::line::isolated;
use crate::report::picture::{MeasurePanel, MeasureScale, Picture, PicturedReading};
use crate::text::{fold, written};

impl CoverageReport<'_> {
    pub(in crate::report) fn add_measures(&self, document: &mut Document) {
        document.anchored_section(
            "measures",
            "Did it make a difference? Caseload, demand and other measures",
        );
        if self.measures.is_empty() {
            document.paragraph("None: the plan has no measures.");
            return;
        }
        let (context, judged): (Vec<_>, Vec<_>) =
            self.measures.iter().partition(|state| state.status() == MeasureStatus::Context);
        if !judged.is_empty() {
            document.part(&format!("Measures of the work: {}", judged.len()));
        }
        self.add_by_unit(&judged, document);
        if !context.is_empty() {
            document.part(&format!("Demand and context: {}", context.len()));
            document.paragraph("Neither good nor bad in themselves.");
        }
        self.add_by_unit(&context, document);
    }

    /// Adds the measures of each unit on one scale, in the order in which the units are first named.
    fn add_by_unit(&self, all: &[&MeasureState<'_>], document: &mut Document) {
        let mut places = HashMap::new();
        let mut units: Vec<(Option<&str>, Vec<&MeasureState<'_>>)> = Vec::new();
        for state in all {
            let unit = unit(state.measure()).map(str::trim);
            let place = *places.entry(unit.map(fold)).or_insert(units.len());
            match units.get_mut(place) {
                Some((_, members)) => members.push(state),
                None => units.push((unit, vec![state])),
            }
        }
        for (unit, members) in units {
            let unit = unit.map_or_else(
                || "without a unit".to_owned(),
                |unit| format!("in {}", isolated(unit)),
            );
            self.add_measures_of(&unit, &members, document);
        }
    }

    fn add_measures_of(&self, unit: &str, members: &[&MeasureState<'_>], document: &mut Document) {
        let is_context = members.iter().any(|state| state.status() == MeasureStatus::Context);
        let rows = members.iter().map(|state| {
            let range = self.range_and_target(state);
            let moved = self.moved(state);
            let told = if is_context { moved.clone() } else { format!("{range} {moved}") };
            let unread = self.unread(state);
            let told = [told].into_iter().chain(unread.clone()).collect::<Vec<_>>().join(" ");
            let moved = [moved].into_iter().chain(unread).collect::<Vec<_>>().join(" ");
            let range = if is_context { "Not judged.".to_owned() } else { range };
            Record::new(&self.latest(state), [told], None, [range, moved])
        });
        let records = Records {
            caption: format!("Measures {unit}: latest reading, range, target and change"),
            columns: &["Measure and latest reading", "Range and target", "Change"],
            rows: rows.collect(),
        };
        let count =
            |is: fn(&MeasureState<'_>) -> bool| members.iter().filter(|state| is(state)).count();
        let read = count(|state| state.latest().is_some());
        let on = count(|state| state.status() == MeasureStatus::OnTarget);
        let targets = count(|state| {
            use MeasureStatus::{NearTarget, OffTarget, OnTarget};
            matches!(state.status(), OnTarget | NearTarget | OffTarget)
        });
        let of = counted(members.len(), "measure");
        let judged = match targets {
            _ if is_context => "They describe demand and are neither good nor bad.".to_owned(),
            0 => "None can be compared with a target.".to_owned(),
            _ => format!("Of {targets} that can be compared with a target, {on} on target."),
        };
        document.figure(Figure {
            subtitle: format!("Measures {unit}, up to {}", day(self.as_of)),
            finding: format!("{read} of {of} {} a reading. {judged}", verb(read, "has", "have")),
            reading: "All lines share one scale, which begins at 0 unless a value is below it. A dot is \
                      a reading, the bar through it the lowest to the highest value, a dashed line the \
                      target, a short tick what it is compared with.",
            picture: Picture::Measures(MeasureScale {
                panels: members.iter().map(|state| self.panel(state, is_context)).collect(),
            }),
            table: Box::new(Block::Records(records)),
        });
    }

    fn panel(&self, state: &MeasureState<'_>, is_context: bool) -> MeasurePanel {
        let measure = state.measure();
        let (record, unit) = (measure.record(), unit(measure));
        let mut readings: Vec<_> = record
            .readings
            .iter()
            .filter_map(|reading| {
                let day = self.plan.read(reading.date.as_ref()?).earliest()?;
                let value = reading.value?;
                let range = reading.lowest.zip(reading.highest);
                (day <= self.as_of).then(|| PicturedReading {
                    day,
                    value: value.as_f64(),
                    words: figure(value, unit),
                    range: range.map(|(low, high)| (low.as_f64(), high.as_f64())),
                })
            })
            .collect();
        readings.sort_by_key(|reading| reading.day);
        let target = state.target().filter(|_| !is_context).and_then(|target| {
            let value = target.value?;
            let by = target.by.as_ref().map(|by| format!(" by {}", written_day(self.plan, by)));
            let words = format!("Target {}{}", figure(value, unit), by.unwrap_or_default());
            Some((value.as_f64(), words))
        });
        let comparator = record.comparators.iter().find_map(|one| {
            let value = one.value?;
            Some((value.as_f64(), format!("{}: {}", isolated(&one.name), figure(value, unit))))
        });
        let way = match record.polarity {
            Some(Polarity::Higher) => "Higher is better",
            Some(Polarity::Lower) => "Lower is better",
            Some(Polarity::Target) => "Close to the target is better",
            _ if is_context => "",
            _ => "Which way is better is not stated",
        };
        let is_alone = if readings.len() == 1 { "no earlier figure" } else { "" };
        let words: Vec<_> = [way, is_alone].into_iter().filter(|words| !words.is_empty()).collect();
        MeasurePanel {
            name: measure.name().to_owned(),
            words: capital(&words.join("; ")),
            readings,
            target,
            comparator,
            is_context,
        }
    }

    /// Returns a sentence that lists the readings without a readable date, if any.
    fn unread(&self, state: &MeasureState<'_>) -> Option<String> {
        let readings = state.measure().record().readings.iter();
        let unread: Vec<_> = readings
            .filter_map(|reading| {
                let value = figure(reading.value?, unit(state.measure()));
                let words = match reading.date.as_ref() {
                    Some(date) if self.plan.read(date).earliest().is_some() => return None,
                    Some(date) => date.as_str().trim(),
                    None => "",
                };
                Some(match words {
                    "" => format!("no date given: {value}"),
                    words => format!("\u{201c}{}\u{201d}: {value}", isolated(words)),
                })
            })
            .collect();
        if unread.is_empty() {
            return None;
        }
        Some(format!(
            "{} {} no date that can be read ({}), so {} not counted.",
            counted(unread.len(), "reading"),
            verb(unread.len(), "has", "have"),
            unread.join("; "),
            verb(unread.len(), "it is", "they are")
        ))
    }

    /// Returns `Average caseload, Assessment (cases per social worker): 31 (23 October 2017).`
    fn latest(&self, state: &MeasureState<'_>) -> String {
        let measure = state.measure();
        let latest = state.latest().and_then(|reading| {
            Some(format!(
                "{}{}",
                figure(reading.value?, unit(measure)),
                self.on(reading.date.as_ref())
            ))
        });
        let name = match unit(measure).map(str::trim) {
            None | Some("%") => isolated(measure.name()),
            Some(unit) => format!("{} ({})", isolated(measure.name()), isolated(unit)),
        };
        format!("{name}: {}.", latest.as_deref().unwrap_or("no reading yet"))
    }

    /// Returns `Lowest 9%, highest 38%. Target 12% by 31 March 2027: off target.`
    fn range_and_target(&self, state: &MeasureState<'_>) -> String {
        let measure = state.measure();
        let unit = unit(measure);
        let mut sentences = Vec::new();
        if let Some(reading) = state.latest() {
            let is_average = measure.record().statistic == Some(Statistic::Average);
            match (reading.lowest, reading.highest) {
                (Some(lowest), Some(highest)) => sentences.push(format!(
                    "Lowest {}, highest {}.",
                    figure(lowest, unit),
                    figure(highest, unit)
                )),
                (Some(lowest), None) => {
                    sentences.push(format!("Lowest {}, highest not given.", figure(lowest, unit)));
                }
                (None, Some(highest)) => {
                    sentences.push(format!("Lowest not given, highest {}.", figure(highest, unit)));
                }
                (None, None) if is_average => {
                    sentences.push("Lowest and highest: range not given.".to_owned());
                }
                (None, None) => {}
            }
        }
        let target = state.target().and_then(|target| {
            let by = target.by.as_ref().map_or_else(
                || ", no date set".to_owned(),
                |by| format!(" by {}", written_day(self.plan, by)),
            );
            let status = match state.status() {
                MeasureStatus::NoTarget | MeasureStatus::Context => String::new(),
                status => format!(": {}", status.label()),
            };
            Some(format!("Target {}{by}{status}.", figure(target.value?, unit)))
        });
        sentences.push(target.unwrap_or_else(|| "No target.".to_owned()));
        for comparator in &measure.record().comparators {
            let Some(value) = comparator.value else { continue };
            let on = self.on(comparator.date.as_ref());
            let name = isolated(&comparator.name);
            sentences.push(format!("{name}: {}{on}.", figure(value, unit)));
        }
        sentences.join(" ")
    }

    /// Returns how the latest reading differs from the one before it and from the baseline.
    fn moved(&self, state: &MeasureState<'_>) -> String {
        let measure = state.measure();
        let baseline = measure.record().baseline.as_ref();
        let baseline =
            baseline.and_then(|baseline| Some((baseline.value?, baseline.date.as_ref())));
        let Some(latest) = state.latest().and_then(|reading| reading.value) else {
            return match baseline {
                Some((value, date)) => {
                    format!("Baseline: {}{}.", figure(value, unit(measure)), self.on(date))
                }
                None => "No baseline.".to_owned(),
            };
        };
        let mut sentences = Vec::new();
        let before = self.reading_before(state);
        if let Some((value, date)) = before.and_then(|one| Some((one.value?, one.date.as_ref()))) {
            let words = change(measure, latest, value);
            sentences.push(format!("{words} the reading before it, {value}{}.", self.on(date)));
        }
        if let Some((value, date)) = baseline {
            let words = change(measure, latest, value);
            sentences.push(format!("{words} the baseline, {value}{}.", self.on(date)));
        }
        if sentences.is_empty() {
            "There is no earlier value to compare it with.".to_owned()
        } else {
            sentences.join(" ")
        }
    }

    fn reading_before<'p>(&self, state: &MeasureState<'p>) -> Option<&'p Reading> {
        let latest = state.latest_day()?;
        let readings = state.measure().record().readings.iter();
        readings
            .filter(|reading| reading.value.is_some())
            .filter_map(|reading| {
                let day = self.plan.read(reading.date.as_ref()?).earliest()?;
                (day < latest).then_some((reading, day))
            })
            .max_by_key(|(_, day)| *day)
            .map(|(reading, _)| reading)
    }

    /// Returns ` (23 October 2017)`, or an empty text without a date.
    fn on(&self, date: Option<&DueDate>) -> String {
        let words = date.map(|date| written_day(self.plan, date)).filter(|words| !words.is_empty());
        words.map_or_else(String::new, |words| format!(" ({words})"))
    }
}

fn unit(measure: MeasureRef<'_>) -> Option<&str> {
    written(measure.record().unit.as_ref())
}

/// Returns `Down 2 (the right way) from` or `The same as`.
fn change(measure: MeasureRef<'_>, latest: Number, before: Number) -> String {
    let (is_up, by) = match latest.cmp(&before) {
        std::cmp::Ordering::Equal => return "The same as".to_owned(),
        order => (order == std::cmp::Ordering::Greater, difference(latest, before)),
    };
    let way = match (measure.record().polarity, is_up) {
        (Some(Polarity::Higher), true) | (Some(Polarity::Lower), false) => " (the right way)",
        (Some(Polarity::Higher), false) | (Some(Polarity::Lower), true) => " (the wrong way)",
        _ => "",
    };
    format!("{} {by}{way} from", if is_up { "Up" } else { "Down" })
}

/// Returns a number with its percent sign, if that is its unit: `21.5%`, `31`. Other units are
/// shown beside the name of the measure, so that they never disagree with the number in grammar.
fn figure(number: Number, unit: Option<&str>) -> String {
    match unit.map(str::trim) {
        Some("%") => format!("{number}%"),
        _ => number.to_string(),
    }
}

/// Returns the absolute difference of two numbers, with no more decimals than they have.
fn difference(left: Number, right: Number) -> String {
    let decimals = |number: Number| {
        let written = number.to_string();
        written.split_once('.').map_or(0, |(_, decimals)| decimals.len())
    };
    let decimals = decimals(left).max(decimals(right));
    format!("{:.decimals$}", (left.as_f64() - right.as_f64()).abs())
}

#[cfg(test)]
mod tests {
    use super::difference;
    use crate::model::Number;

    #[test]
    fn a_difference_has_no_more_decimals_than_its_figures() {
        let decimal = |value| Number::decimal(value).unwrap();
        assert_eq!(difference(decimal(21.5), decimal(21.2)), "0.3");
        assert_eq!(difference(Number::from(17), Number::from(19)), "2");
        assert_eq!(difference(Number::from(17), decimal(19.25)), "2.25");
    }
}
