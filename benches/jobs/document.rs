//! The texts of the plans that are measured.
//!
//! They are written letter by letter, without the crate's types, so that the bytes stay the same
//! whatever becomes of the document.

use std::fmt::Write;

/// Which plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Document {
    /// Most actions break a standard rule, as in a plan nobody has tended.
    Breaking,
    /// No standard rule is broken as of 2 November 2026.
    Clean,
}

impl Document {
    /// Returns the plan as JSON: this many actions with four milestones each, a recommendation to
    /// four actions and a workstream to forty.
    pub(crate) fn text(self, actions: usize) -> String {
        let plan =
            Size { actions, recommendations: actions / 4 + 1, workstreams: actions / 40 + 1 };
        let mut text = String::with_capacity(actions * 1_000);
        match self {
            Self::Breaking => plan.write_breaking(&mut text),
            Self::Clean => plan.write_clean(&mut text),
        }
        .expect("writing to a string cannot fail");
        text
    }
}

struct Size {
    actions: usize,
    recommendations: usize,
    workstreams: usize,
}

const HEAD: &str = r#"{"format":1,"reference":"bench","title":"A plan to measure","authority":{"name":"Anyshire"},"status_date":"2026-10-30""#;
const SOURCES: &str =
    r#","sources":[{"reference":"ofsted","title":"Inspection of children's services"}]"#;
const STATUSES: [&str; 4] = ["in-progress", "completed", "not-started", "awaiting-sign-off"];

impl Size {
    fn write_breaking(&self, out: &mut String) -> std::fmt::Result {
        write!(out, "{HEAD}{SOURCES}")?;
        self.write_recommendations(out)?;
        list(out, "workstreams", self.workstreams, |out, i| {
            write!(out, r#"{{"reference":"W{i}","name":"Workstream {i}"}}"#)
        })?;
        list(out, "actions", self.actions, |out, i| {
            self.open_action(out, i)?;
            let (day, month) = (i % 28 + 1, i % 12 + 1);
            let status = STATUSES[i % 4];
            let colour = ["green", "amber", "red"][i % 3];
            write!(out, r#","due":"{day}/{month:02}/2026","status":"{status}""#)?;
            if status == "completed" {
                write!(out, r#","completed":"2026-09-14","rag":"{colour}""#)?;
            } else {
                write!(
                    out,
                    r#","rag":"{colour}","revisions":[{{"due":"2027-01-31","agreed":"2026-10-28","reason":"Second advert needed"}}]"#
                )?;
            }
            list(out, "milestones", 4, |out, j| {
                let month = (i + j) % 12 + 1;
                write!(
                    out,
                    r#"{{"reference":"{j}","title":"Step {j} of the thing, with some words to it","due":"2026-{month:02}-{day:02}"}}"#
                )
            })?;
            if status == "completed" {
                out.write_str(r#","evidence":[{"kind":"audit","title":"Dip sample","date":"2026-10-01","verified_by":"Internal audit"}]"#)?;
            }
            out.write_char('}')
        })?;
        out.write_char('}')
    }

    fn write_clean(&self, out: &mut String) -> std::fmt::Result {
        write!(
            out,
            r#"{HEAD},"roles":[{{"role":"accountable","post":"Director of Children's Services"}}]{SOURCES}"#
        )?;
        self.write_recommendations(out)?;
        list(out, "workstreams", self.workstreams, |out, i| {
            write!(
                out,
                r#"{{"reference":"W{i}","name":"Workstream {i}","lead":"Assistant Director {}"}}"#,
                i % 7
            )
        })?;
        list(out, "actions", self.actions, |out, i| {
            self.open_action(out, i)?;
            let (day, month) = (i % 28 + 1, i % 9 + 1);
            let status = STATUSES[i % 4];
            let is_complete = status == "completed";
            if is_complete {
                write!(
                    out,
                    r#","due":"{day}/{month:02}/2026","status":"completed","completed":"{day}/{month:02}/2026","signed_off":{{"date":"2026-10-07","by":"Improvement Board"}},"rag":"green""#
                )?;
            } else {
                let month = i % 5 + 7;
                write!(
                    out,
                    r#","due":"{day}/{month:02}/2027","status":"{status}","rag":"amber","revisions":[{{"due":"2027-12-31","agreed":"2026-10-28","reason":"Second advert needed","approved_by":"Improvement Board"}}]"#
                )?;
            }
            list(out, "milestones", 4, |out, j| {
                write!(
                    out,
                    r#"{{"reference":"{j}","title":"Step {j} of the thing, with some words to it","#
                )?;
                if is_complete {
                    write!(
                        out,
                        r#""due":"2026-{month:02}-{day:02}","status":"completed","completed":"2026-{month:02}-{day:02}"}}"#
                    )
                } else {
                    write!(out, r#""due":"2027-{:02}-{day:02}"}}"#, (i + j) % 6 + 1)
                }
            })?;
            if is_complete {
                out.write_str(r#","evidence":[{"kind":"audit","title":"Dip sample","date":"2026-10-01","verified_by":"Internal audit","voice":["children"]}]"#)?;
            }
            out.write_char('}')
        })?;
        list(out, "measures", self.workstreams, |out, i| {
            write!(
                out,
                r#"{{"reference":"M{i}","name":"Measure {i}","unit":"%","polarity":"higher","targets":[{{"value":80,"by":"2027-03-31"}}],"#
            )?;
            let about = (i..self.recommendations).step_by(self.workstreams);
            comma_separated(out, "answers", about, |out, r| write!(out, r#""R{r}""#))?;
            out.write_str(r#","readings":[{"date":"2026-10-15","value":81.5}]}"#)
        })?;
        out.write_char('}')
    }

    fn write_recommendations(&self, out: &mut String) -> std::fmt::Result {
        list(out, "recommendations", self.recommendations, |out, i| {
            write!(
                out,
                r#"{{"reference":"R{i}","source":"ofsted","text":"Improve the quality of practice in service area {i}.","addressed_to":["council"]}}"#
            )
        })
    }

    /// Writes the keys of an action up to its due date.
    fn open_action(&self, out: &mut String, i: usize) -> std::fmt::Result {
        let (first, second) = (i % self.recommendations, i * 7 % self.recommendations);
        let (part, number) = (i / 40 + 1, i % 40 + 1);
        let (workstream, service) = (i % self.workstreams, i % 97);
        write!(
            out,
            r#"{{"reference":"{part}.{number}","title":"Do the thing that recommendation asks for, number {i}","answers":["R{first}","R{second}"],"workstream":"W{workstream}","owners":["Head of Service {service}"]"#
        )
    }
}

fn list(
    out: &mut String,
    key: &str,
    count: usize,
    mut write: impl FnMut(&mut String, usize) -> std::fmt::Result,
) -> std::fmt::Result {
    out.push(',');
    comma_separated(out, key, 0..count, &mut write)
}

fn comma_separated(
    out: &mut String,
    key: &str,
    items: impl Iterator<Item = usize>,
    mut write: impl FnMut(&mut String, usize) -> std::fmt::Result,
) -> std::fmt::Result {
    write!(out, r#""{key}":["#)?;
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(out, item)?;
    }
    out.write_char(']')
}
