//! Finds workbooks with one sheet per theme: such a plan names the theme above its table or on its tab,
//! and in no column.

use std::collections::{BTreeMap, BTreeSet};

use super::authority::is_only_authority;
use super::fact::Line;
use super::status_date::is_only_day;
use super::title_block::lines;
use crate::cells::Grid;
use crate::import::headings::{HeadingMeaning, is_timed, normalise, recognise};
use crate::import::layout::{Layout, Theme};
use crate::import::{ColumnMeaning, SheetKind};

/// Words before or beside the name of a theme.
const LABELS: &[&str] = &["theme", "workstream", "work stream", "priority", "strand", "pillar"];

/// Words that name a table rather than a theme.
const PLAIN: &[&str] = &[
    "action",
    "plan",
    "sheet",
    "tracker",
    "table",
    "data",
    "master",
    "list",
    "improvement",
    "main",
    "version",
    "copy",
    "draft",
    "tab",
    "item",
    "all",
    "log",
    "new",
    "open",
    "current",
    "of",
];

/// Words that say what became of the rows.
const PAST: &[&str] =
    &["closed", "completed", "complete", "archive", "archived", "previous", "old", "superseded"];

/// Finds the theme of each table of actions, if several sheets hold one each.
pub(in crate::import) fn find_themes(grid: &Grid, layouts: &mut [Layout]) {
    let mut alike: BTreeMap<BTreeSet<ColumnMeaning>, Vec<usize>> = BTreeMap::new();
    for (at, layout) in layouts.iter().enumerate() {
        let is_first = layouts.iter().position(|one| one.sheet == layout.sheet) == Some(at);
        let means: BTreeSet<ColumnMeaning> =
            layout.columns.iter().filter_map(|column| column.means).collect();
        if layout.kind == Some(SheetKind::Actions)
            && is_first
            && !means.contains(&ColumnMeaning::Workstream)
        {
            alike.entry(means).or_default().push(at);
        }
    }
    alike.retain(|_, tables| tables.len() > 1);
    if alike.is_empty() {
        return;
    }
    let lines = lines(grid, layouts);
    for tables in alike.values() {
        let themes = of_tables(grid, layouts, &lines, tables);
        for (at, theme) in themes {
            let Some(layout) = layouts.get_mut(at) else { continue };
            if theme.row.is_none() {
                layout.why.push_str("; the name of the sheet is the workstream of its rows");
            }
            layout.theme = Some(theme);
        }
    }
}

/// Returns the themes of tables with the same columns, or none if a theme distinguishes fewer than two.
fn of_tables(
    grid: &Grid,
    layouts: &[Layout],
    lines: &[Line],
    tables: &[usize],
) -> Vec<(usize, Theme)> {
    let sheets: BTreeSet<usize> =
        tables.iter().filter_map(|at| Some(layouts.get(*at)?.sheet)).collect();
    let mut on_sheets: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for line in lines.iter().filter(|line| sheets.contains(&line.at.sheet)) {
        on_sheets.entry(normalise(&line.text)).or_default().insert(line.at.sheet);
    }
    let is_shared =
        |text: &str| on_sheets.get(&normalise(text)).is_some_and(|sheets| sheets.len() > 1);
    let mut themes: Vec<(usize, Theme)> = Vec::new();
    let mut names = BTreeSet::new();
    for at in tables {
        let Some(layout) = layouts.get(*at) else { continue };
        let mut own = lines.iter().filter(|line| line.at.sheet == layout.sheet);
        let mut last_row = None;
        let above = own.find_map(|line| {
            let is_beside = last_row.replace(line.at.row) == Some(line.at.row);
            let name = if is_beside { None } else { named(line, &is_shared) };
            name.map(|name| Theme { name, row: Some(line.at.row) })
        });
        let tab = || {
            let name = grid.sheets.get(layout.sheet)?.name.as_deref()?.trim().to_owned();
            is_name(&name).then_some(Theme { name, row: None })
        };
        let theme = above.or_else(tab);
        if let Some(theme) = theme.filter(|theme| names.insert(normalise(&theme.name))) {
            themes.push((*at, theme));
        }
    }
    if themes.len() < 2 { Vec::new() } else { themes }
}

/// Returns the theme that a line above a table names.
fn named(line: &Line, is_shared: &dyn Fn(&str) -> bool) -> Option<String> {
    let is_label = |text: &str| LABELS.contains(&&*normalise(text));
    let text = line.text.trim();
    if let (true, Some((_, value))) = (is_label(text), &line.value) {
        return is_name(value).then(|| value.trim().to_owned());
    }
    if is_shared(text) || is_only_authority(text) || is_only_day(text) || !is_name(text) {
        return None;
    }
    let Some((label, value)) = text.split_once(':') else {
        return Some(text.to_owned());
    };
    if is_label(label) {
        return is_name(value).then(|| value.trim().to_owned());
    }
    let is_other = recognise(label).is_some_and(
        |found| matches!(found.meaning, HeadingMeaning::Always(means) if means != ColumnMeaning::Workstream),
    );
    (!is_other).then(|| text.to_owned())
}

/// Returns whether a text can name a theme: it is not only a table's name, a time or a word for what is
/// past.
fn is_name(text: &str) -> bool {
    let compared = normalise(text);
    let has = |words: &[&str], word: &str| words.contains(&word);
    let is_plain = compared.split(' ').all(|word| {
        let word = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        has(PLAIN, word) || word.len() < 2
    });
    text.chars().any(char::is_alphabetic)
        && !is_plain
        && !compared.split(' ').any(|word| has(PAST, word))
        && !is_timed(text)
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_theme_is_no_time_and_no_table() {
        for name in ["Workforce", "Priority 1: Practice", "Workforce action plan", "Early help"] {
            assert!(is_name(name), "{name}");
        }
        for name in
            ["Q1", "October 2026", "Sheet1", "Action plan", "Closed actions", "2", "Plan (2)"]
        {
            assert!(!is_name(name), "{name}");
        }
    }
}
