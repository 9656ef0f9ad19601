//! What is known of the plan as a whole: from the options, else from the rows above the tables, the
//! names of the sheets and of the file; each said, with where it was found.

use super::codes::{FACT_NOT_FOUND, FACT_WORKED_OUT};
use super::headings::normal;
use super::layout::Layout;
use super::ledger::{At, Ledger};
use super::understood::FactUnderstood;
use super::values::text_of;
use super::view::is_filled;
use super::{Grid, Places, Problems, ReadOptions, RowUnderstood};
use crate::diagnostic::{Location, Step};
use crate::due_date::{DateContext, DateReading, DueDate};
use crate::plan::{PlanDoc, quoted};

/// How many rows of a sheet are looked at.
const LOOKED_AT: usize = 40;

/// Titles longer than this are text.
const LONGEST: usize = 200;

/// A cell above a table, or on a sheet without one.
struct Line {
    at: At,
    place: Location,
    text: String,
    /// The cell to its right.
    value: Option<(At, String)>,
    is_above_table: bool,
    is_first: bool,
}

/// A fact and where it was found.
struct Fact {
    value: String,
    why: String,
    place: Location,
    at: Option<At>,
}

/// What was settled of the plan as a whole.
pub(super) struct Settled {
    pub(super) doc: PlanDoc,
    pub(super) facts: Vec<FactUnderstood>,
    /// The rows above tables, by the sheet they are on.
    pub(super) titles: Vec<(usize, RowUnderstood)>,
}

/// Settles what is known of the plan as a whole.
pub(super) fn settle(
    grid: &Grid,
    layouts: &[Layout],
    options: &ReadOptions,
    problems: &mut Problems,
    ledger: &mut Ledger,
    places: &mut Places,
) -> Settled {
    let lines = lines(grid, layouts);
    let mut facts = Vec::new();
    let mut settle = |key: &'static str, given: Option<&String>, found: Option<Fact>| {
        if let Some(given) = given.filter(|given| !given.trim().is_empty()) {
            let why = "given in the options".to_owned();
            facts.push(FactUnderstood { key, value: given.clone(), why });
            return Some(given.clone());
        }
        let Fact { value, why, place, at } = found?;
        if let Some(at) = at {
            ledger.mark(at);
            let key = if key == "authority.name" { "authority" } else { key };
            places.fact(key, place.clone());
        }
        let message = format!("the {} is taken to be {}, {why}", called(key), quoted(&value));
        problems.say(&FACT_WORKED_OUT, place, "the plan", message);
        facts.push(FactUnderstood { key, value: value.clone(), why });
        Some(value)
    };
    let title = settle("title", options.title.as_ref(), title(grid, layouts, options, &lines));
    let authority =
        settle("authority.name", options.authority.as_ref(), authority(grid, options, &lines));
    let made = title.as_deref().map(|title| Fact {
        value: slug(title),
        why: "made from the title".to_owned(),
        place: key_place("reference"),
        at: None,
    });
    let reference = labelled(&lines, &["plan reference", "plan ref"], "the reference").or(made);
    let reference = settle("reference", options.reference.as_ref(), reference);
    let given = options.status_date.as_ref().map(|day| day.as_str().to_owned());
    let status_date = settle("status_date", given.as_ref(), status_date(grid, &lines));
    let mut missing = |key: &'static str, found: Option<String>, instead: &str| {
        found.unwrap_or_else(|| {
            let message = format!("the {} stands nowhere in the file", called(key));
            problems.say(&FACT_NOT_FOUND, key_place(key), "the plan", message);
            instead.to_owned()
        })
    };
    let title = missing("title", title, "Improvement plan");
    let reference = reference.unwrap_or_else(|| slug(&title));
    let authority = missing("authority.name", authority, "authority not stated");
    let mut doc = PlanDoc::new(reference, title, authority);
    doc.authority.code.clone_from(&options.authority_code);
    doc.status_date = options.status_date.clone().or_else(|| status_date.map(DueDate::from));
    doc.period.clone_from(&options.period);
    doc.quarters = options.quarters;
    doc.legend.clone_from(&options.legend);
    let titles = title_rows(grid, layouts, ledger);
    Settled { doc, facts, titles }
}

fn called(key: &str) -> &str {
    match key {
        "authority.name" => "authority",
        "status_date" => "day of the facts",
        other => other,
    }
}

fn key_place(key: &'static str) -> Location {
    let path: Vec<Step> = match key {
        "authority.name" => vec![Step::Key("authority"), Step::Key("name")],
        key => vec![Step::Key(key)],
    };
    Location::new(path)
}

/// The cells above tables, and those of sheets without one.
fn lines(grid: &Grid, layouts: &[Layout]) -> Vec<Line> {
    let mut lines = Vec::new();
    for layout in layouts {
        let Some(sheet) = grid.sheets.get(layout.sheet) else {
            continue;
        };
        let is_above_table = layout.kind.is_some() && !layout.header.is_empty();
        let rows = if is_above_table { layout.above.clone() } else { layout.body.clone() };
        if layout.kind == Some(super::SheetKind::Ignore) {
            continue;
        }
        let mut is_first = true;
        for row_at in rows.take(LOOKED_AT) {
            let Some(row) = sheet.rows.get(row_at) else { continue };
            let texts: Vec<(usize, u16, String)> = row
                .cells
                .iter()
                .enumerate()
                .take(12)
                .filter_map(|(at, cell)| {
                    let text = text_of(cell, sheet.dates)?.trim().to_owned();
                    (text.chars().count() <= LONGEST).then_some((at, cell.column, text))
                })
                .collect();
            for (place, (cell, column, text)) in texts.iter().enumerate() {
                let at = |cell: usize| At { sheet: layout.sheet, row: row_at, cell };
                lines.push(Line {
                    at: at(*cell),
                    place: match sheet.name {
                        Some(_) => sheet.place(row.number, *column),
                        None => sheet.row_place(row.number),
                    },
                    text: text.clone(),
                    value: texts.get(place + 1).map(|(next, _, text)| (at(*next), text.clone())),
                    is_above_table,
                    is_first: std::mem::take(&mut is_first),
                });
            }
        }
    }
    lines
}

/// What stands beside a label, or after it in one cell.
fn labelled(lines: &[Line], labels: &[&str], what: &str) -> Option<Fact> {
    lines.iter().find_map(|line| {
        if labels.contains(&&*normal(&line.text)) {
            let (at, value) = line.value.clone()?;
            let why = format!("beside {} in {}", quoted(&line.text), line.place);
            return Some(Fact { value, why, place: line.place.clone(), at: Some(at) });
        }
        let (label, value) = line.text.split_once(':')?;
        let value = value.trim();
        let is_label = labels.contains(&&*normal(label)) && !value.is_empty();
        is_label.then(|| Fact {
            value: value.to_owned(),
            why: format!("{what} in {}", line.place),
            place: line.place.clone(),
            at: Some(line.at),
        })
    })
}

fn title(grid: &Grid, layouts: &[Layout], options: &ReadOptions, lines: &[Line]) -> Option<Fact> {
    let by_label =
        labelled(lines, &["title", "plan title", "name of plan", "document title"], "the title");
    if by_label.is_some() {
        return by_label;
    }
    let is_title = |line: &&Line| {
        line.is_first
            && line.text.split_whitespace().count() >= 2
            && line.text.chars().any(char::is_alphabetic)
            && marked_date(&line.text)
                .is_none_or(|(before, _)| before.split_whitespace().count() >= 2)
    };
    let line = lines.iter().find(|line| is_title(line) && line.is_above_table);
    let line = line.or_else(|| lines.iter().find(|line| is_title(line)));
    if let Some(line) = line {
        return Some(Fact {
            value: line.text.clone(),
            why: format!("from the title in {}", line.place),
            place: line.place.clone(),
            at: Some(line.at),
        });
    }
    let table = layouts.iter().find(|layout| !layout.header.is_empty() && layout.kind.is_some());
    let sheet = table.and_then(|layout| grid.sheets.get(layout.sheet));
    if let Some((sheet, name)) = sheet.and_then(|sheet| Some((sheet, sheet.name.as_deref()?)))
        && name.split_whitespace().count() >= 2
        && !normal(name).starts_with("sheet")
    {
        return Some(Fact {
            value: name.trim().to_owned(),
            why: "from the name of the sheet".to_owned(),
            place: sheet.whole(),
            at: None,
        });
    }
    let stem = stem(options.file_name.as_deref()?);
    (!stem.is_empty()).then(|| Fact {
        value: stem,
        why: "from the name of the file".to_owned(),
        place: key_place("title"),
        at: None,
    })
}

/// The name of a file without its folder and its ending, as words.
fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    name.replace('_', " ").trim().to_owned()
}

fn authority(grid: &Grid, options: &ReadOptions, lines: &[Line]) -> Option<Fact> {
    let by_label = labelled(
        lines,
        &["council", "authority", "local authority", "name of council"],
        "the authority",
    );
    if by_label.is_some() {
        return by_label;
    }
    let in_line = lines.iter().find_map(|line| {
        let value = council(&line.text)?;
        let why = format!("from the title in {}", line.place);
        Some(Fact { value, why, place: line.place.clone(), at: Some(line.at) })
    });
    let in_sheet = || {
        grid.sheets.iter().find_map(|sheet| {
            let value = council(sheet.name.as_deref()?)?;
            let why = "from the name of a sheet".to_owned();
            Some(Fact { value, why, place: sheet.whole(), at: None })
        })
    };
    let in_file = || {
        let value = council(&stem(options.file_name.as_deref()?))?;
        let why = "from the name of the file".to_owned();
        Some(Fact { value, why, place: key_place("authority.name"), at: None })
    };
    in_line.or_else(in_sheet).or_else(in_file)
}

/// The council a text names: `Anyshire County Council`.
fn council(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let end = words.iter().position(|word| matches!(&*bare(word), "Council" | "COUNCIL"))?;
    let before = words.get(..end)?;
    let is_part = |word: &&&str| {
        let ends_before = word.ends_with([':', '-', '\u{2013}', ',', '.', ';']);
        !ends_before
            && (word.starts_with(char::is_uppercase)
                || matches!(**word, "of" | "and" | "upon" | "on" | "&"))
    };
    let count = before.iter().rev().take(7).take_while(is_part).count();
    let mut name = before.get(before.len() - count..)?;
    while let Some((first, rest)) = name.split_first() {
        if first.starts_with(char::is_uppercase) && !matches!(*first, "The" | "THE" | "For") {
            break;
        }
        name = rest;
    }
    (!name.is_empty()).then(|| {
        format!("{} {}", name.join(" "), words.get(end).map_or(String::new(), |word| bare(word)))
    })
}

fn status_date(grid: &Grid, lines: &[Line]) -> Option<Fact> {
    let labels = [
        "as at",
        "as of",
        "date",
        "status date",
        "position at",
        "last updated",
        "updated",
        "date updated",
        "data as at",
        "position as at",
        "information date",
        "date of last update",
        "update date",
        "date of update",
        "day of fact",
    ];
    let by_label = labelled(lines, &labels, "the day");
    if let Some(fact) = by_label.filter(|fact| is_day(&fact.value)) {
        return Some(fact);
    }
    let in_line = lines.iter().find_map(|line| {
        let (_, value) = marked_date(&line.text)?;
        let why = format!("from the title in {}", line.place);
        Some(Fact { value, why, place: line.place.clone(), at: Some(line.at) })
    });
    in_line.or_else(|| {
        grid.sheets.iter().find_map(|sheet| {
            let (_, value) = marked_date(sheet.name.as_deref()?)?;
            let why = "from the name of a sheet".to_owned();
            Some(Fact { value, why, place: sheet.whole(), at: None })
        })
    })
}

fn is_day(text: &str) -> bool {
    matches!(DueDate::new(text).read(&DateContext::new()), DateReading::Due(_))
}

/// What stands before `as at`, and the date after it.
fn marked_date(text: &str) -> Option<(&str, String)> {
    let lower = text.to_ascii_lowercase();
    for mark in
        ["as at", "as of", "last updated", "updated on", "updated", "position at", "update:"]
    {
        let Some(at) = lower.find(mark) else { continue };
        let (before, rest) = text.split_at_checked(at)?;
        let rest = rest.get(mark.len()..)?.trim_start_matches([':', ' ', '-']);
        let words: Vec<&str> = rest.split_whitespace().take(5).collect();
        for count in (1..=words.len()).rev() {
            let some = words.get(..count)?.join(" ");
            let some = some.trim_matches([')', ']', '.', ',', ';', '(', '[']).trim();
            if is_day(some) {
                let before = before.trim_end_matches(|letter: char| !letter.is_alphanumeric());
                return Some((before, some.to_owned()));
            }
        }
    }
    None
}

/// What people may quote a plan by, made from its title: the words before any date.
fn slug(title: &str) -> String {
    let before = marked_date(title).map_or(title, |(before, _)| before);
    let mut slug = String::new();
    for word in before
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '\u{2019}')
    {
        let word: String = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
        if word.is_empty() || slug.len() + word.len() > 60 {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_lowercase());
    }
    if slug.is_empty() { "plan".to_owned() } else { slug }
}

/// The rows above tables, which are their titles whatever was taken from them.
fn title_rows(grid: &Grid, layouts: &[Layout], ledger: &mut Ledger) -> Vec<(usize, RowUnderstood)> {
    let mut titles = Vec::new();
    for layout in layouts.iter().filter(|layout| layout.kind.is_some() && !layout.header.is_empty())
    {
        let Some(sheet) = grid.sheets.get(layout.sheet) else {
            continue;
        };
        for row_at in layout.above.clone() {
            let Some(row) = sheet.rows.get(row_at) else { continue };
            let mut texts = Vec::new();
            for (cell_at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| is_filled(cell))
            {
                if let Some(text) = text_of(cell, sheet.dates) {
                    ledger.mark(At { sheet: layout.sheet, row: row_at, cell: cell_at });
                    texts.push(text.trim().to_owned());
                }
            }
            if !texts.is_empty() {
                let taken_for = "a title above the table".to_owned();
                let understood =
                    RowUnderstood { row: row.number, text: texts.join(" | "), taken_for };
                titles.push((layout.sheet, understood));
            }
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::{council, marked_date, slug, stem};

    #[test]
    fn a_council_is_found_in_a_title() {
        for (text, found) in [
            ("Anyshire County Council Improvement Plan", Some("Anyshire County Council")),
            (
                "Improvement plan: Royal Borough of Anytown Council",
                Some("Royal Borough of Anytown Council"),
            ),
            ("The Anyshire Council", Some("Anyshire Council")),
            ("Report to Council", None),
            ("Improvement plan", None),
        ] {
            assert_eq!(council(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn a_day_is_found_after_its_mark() {
        for (text, found) in [
            ("Plan as at 30 October 2026", Some("30 October 2026")),
            ("Last updated: 30/10/2026 (draft)", Some("30/10/2026")),
            ("Updated", None),
            ("as at the meeting", None),
        ] {
            assert_eq!(marked_date(text).map(|(_, day)| day).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn a_reference_is_made_of_a_title_without_its_date() {
        assert_eq!(
            slug("Children's Improvement Plan – as at 30 October 2026"),
            "childrens-improvement-plan"
        );
        assert_eq!(slug("???"), "plan");
        assert_eq!(stem("c:\\plans\\Action_plan.v2.xlsx"), "Action plan.v2");
    }
}
