//! Which parts of the workbook refer to which, from its `.rels` parts. Nothing outside the workbook is
//! ever followed.

use std::collections::BTreeMap;

use quick_xml::events::Event;

use super::WorkbookError;
use super::package::Package;
use super::xml::{Xml, attribute};
use crate::text::thousands;

/// The most relationships one part may have.
const MOST: usize = 10_000;

/// The relationships of one part.
#[derive(Debug, Default)]
pub(super) struct Relationships {
    by_id: BTreeMap<String, Relationship>,
}

/// A relationship to another part.
#[derive(Debug)]
pub(super) struct Relationship {
    /// The last word of its type: `worksheet`.
    pub(super) kind: String,
    /// The name of the part, or `None` if it is outside the workbook.
    pub(super) part: Option<String>,
}

impl Relationships {
    /// Reads the relationships of a part, which may have none.
    pub(super) fn of(package: &mut Package, part: &str) -> Result<Self, WorkbookError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = match folder {
            "" => format!("_rels/{name}.rels"),
            folder => format!("{folder}/_rels/{name}.rels"),
        };
        let mut by_id = BTreeMap::new();
        let Some(list) = package.part(&list, &format!("the part {list}"))? else {
            return Ok(Self::default());
        };
        let mut xml = Xml::new(&list);
        loop {
            let found = match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let kind = attribute(&element, "Type").unwrap_or_default();
                    let is_outside = attribute(&element, "TargetMode")
                        .is_some_and(|mode| mode.eq_ignore_ascii_case("External"));
                    let target = attribute(&element, "Target").unwrap_or_default();
                    let part = if is_outside { None } else { inside(folder, &target) };
                    let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                    attribute(&element, "Id")
                        .map(|id| (id.into_owned(), Relationship { kind, part }))
                }
                Event::Eof => break,
                _ => None,
            };
            by_id.extend(found);
            if by_id.len() > MOST {
                let (called, most) = (xml.called(), thousands(MOST));
                return Err(WorkbookError::harmful(format!(
                    "{called} points to more than {most} other parts"
                )));
            }
        }
        Ok(Self { by_id })
    }

    pub(super) fn get(&self, id: &str) -> Option<&Relationship> {
        self.by_id.get(id)
    }

    /// Returns the part of a kind, if there is one inside the workbook.
    pub(super) fn part_of_kind(&self, kind: &str) -> Option<&str> {
        let mut of_kind = self.by_id.values().filter(|relationship| relationship.kind == kind);
        of_kind.find_map(|relationship| relationship.part.as_deref())
    }
}

/// Resolves a target from a folder to the name of a part, or returns `None` if it leads out.
fn inside(folder: &str, target: &str) -> Option<String> {
    if target.contains([':', '\\', '?']) || target.starts_with("//") {
        return None;
    }
    let mut steps: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|step| !step.is_empty()).collect(),
    };
    for step in target.split('#').next().unwrap_or_default().split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    (!steps.is_empty()).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_target_is_a_part_of_the_workbook_or_nothing() {
        let part = |target| inside("xl", target);
        assert_eq!(part("worksheets/sheet1.xml").as_deref(), Some("xl/worksheets/sheet1.xml"));
        assert_eq!(part("/xl/styles.xml").as_deref(), Some("xl/styles.xml"));
        assert_eq!(part("./styles.xml").as_deref(), Some("xl/styles.xml"));
        assert_eq!(part("../docProps/app.xml").as_deref(), Some("docProps/app.xml"));
        for outside in
            ["../../etc/passwd", "https://example.org/a.xlsx", "file:///C:/a.xml", "//a/b"]
        {
            assert_eq!(part(outside), None, "{outside}");
        }
    }
}
