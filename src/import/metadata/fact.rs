//! One fact about the plan as a whole, and the lines in which such facts are searched for.

use crate::cells::At;
use crate::diagnostic::{Location, Step};
use crate::import::headings::normalise;
use crate::plan::quoted;

/// A cell above a table, or on a sheet without one.
pub(super) struct Line {
    pub(super) at: At,
    pub(super) place: Location,
    pub(super) text: String,
    /// The cell to its right.
    pub(super) value: Option<(At, String)>,
    pub(super) is_above_table: bool,
    /// Whether only the authority's name and a date come before it.
    pub(super) is_first: bool,
}

/// A fact and where it was found.
pub(super) struct Fact {
    pub(super) value: String,
    pub(super) why: String,
    pub(super) place: Location,
    pub(super) at: Option<At>,
}

/// Returns the value beside a label, or after it in the same cell.
pub(super) fn labelled(lines: &[Line], labels: &[&str], what: &str) -> Option<Fact> {
    lines.iter().find_map(|line| {
        if labels.contains(&&*normalise(&line.text)) {
            let (at, value) = line.value.clone()?;
            let why = format!("beside {} in {}", quoted(&line.text), line.place);
            return Some(Fact { value, why, place: line.place.clone(), at: Some(at) });
        }
        let (label, value) = line.text.split_once(':')?;
        let value = value.trim();
        let is_label = labels.contains(&&*normalise(label)) && !value.is_empty();
        is_label.then(|| Fact {
            value: value.to_owned(),
            why: format!("{what} in {}", line.place),
            place: line.place.clone(),
            at: Some(line.at),
        })
    })
}

/// Returns the document path of a fact that comes from no cell.
pub(super) fn key_place(key: &'static str) -> Location {
    let path: Vec<Step> = match key {
        "authority.name" => vec![Step::Key("authority"), Step::Key("name")],
        key => vec![Step::Key(key)],
    };
    Location::new(path)
}

/// Returns the name of a file as text, without its folder and extension.
pub(super) fn stem(file_name: &str) -> String {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    name.replace('_', " ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn the_name_of_a_file_is_read_as_words() {
        assert_eq!(stem("c:\\plans\\Action_plan.v2.xlsx"), "Action plan.v2");
    }
}
