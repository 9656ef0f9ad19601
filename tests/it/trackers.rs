//! Small trackers, each with one thing that real ones have, and what a person reads in them: every
//! record with its facts, and what has to be said.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use improvement_plan::import::{Import, ReadOptions};
use improvement_plan::{PlanDoc, Severity, csv, workbook};

/// What a person reads in a tracker.
struct Tracker {
    file: &'static str,
    /// The records of the document, as `facts` writes them.
    facts: &'static [&'static str],
    /// Codes that have to be reported, each with a part of its location and message.
    said: &'static [(&'static str, &'static str)],
}

/// Reads a tracker as an officer would, who names only whose plan it is.
fn read(file: &str) -> Import {
    read_with(file, &ReadOptions::new())
}

/// Reads a tracker with options, and whose plan it is.
fn read_with(file: &str, options: &ReadOptions) -> Import {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/trackers").join(file);
    let is_csv = path.extension().is_some_and(|ending| ending == "csv");
    let bytes = fs::read(path).unwrap();
    let options = options.clone();
    let options = options.with_authority("Anyshire").with_reference("any").with_title("Case");
    if is_csv {
        csv::read(bytes.as_slice(), &options).unwrap()
    } else {
        workbook::read(bytes.as_slice(), &options).unwrap()
    }
}

/// Returns a line for each recommendation and action, with everything that the document says of it.
fn facts(doc: &PlanDoc) -> Vec<String> {
    let mut lines = Vec::new();
    for one in &doc.recommendations {
        let reference = one.reference.as_ref().map_or_else(String::new, |own| format!(" {own}"));
        let mut line = format!("recommendation{reference}: {}", one.text);
        if let Some(response) = &one.response {
            let decision = response.decision.map_or("responded", |decision| decision.as_str());
            write!(line, "; {decision}").unwrap();
            if let Some(reason) = &response.reason {
                write!(line, ": {reason}").unwrap();
            }
        }
        lines.push(line);
    }
    for one in &doc.actions {
        let reference = one.reference.as_ref().map_or_else(String::new, |own| format!(" {own}"));
        let mut line = format!("action{reference}: {}", one.title);
        let mut say = |what: &str, value: &str| write!(line, "; {what} {value}").unwrap();
        for link in &one.answers {
            let answered = doc.recommendations.iter().find(|other| {
                other.reference.as_ref() == Some(link)
                    || other.id.is_some_and(|id| id.to_string() == *link)
            });
            say("answers", answered.map_or(link, |other| &other.text));
        }
        if let Some(link) = &one.workstream {
            let stream = doc.workstreams.iter().find(|other| {
                other.reference.as_ref() == Some(link)
                    || other.id.is_some_and(|id| id.to_string() == *link)
            });
            say("in", stream.map_or(link, |other| &other.name));
        }
        for owner in &one.owners {
            say("owner", owner.as_str().unwrap_or("nobody"));
        }
        let days = [("start", &one.start), ("due", &one.due), ("completed", &one.completed)];
        for (what, day) in days {
            if let Some(day) = day {
                say(what, day.as_str());
            }
        }
        for revision in &one.revisions {
            let due = revision.due.as_ref().map_or("", |due| due.as_str());
            say(if revision.agreed.is_some() { "agreed" } else { "asks for" }, due);
        }
        if one.status.as_str() != "not-stated" {
            say("is", one.status.as_str());
        }
        if let Some(rag) = &one.rag {
            say("rag", rag);
        }
        if let Some(success) = &one.success {
            say("success", success);
        }
        for milestone in &one.milestones {
            let due = milestone.due.as_ref().map_or("no day", |due| due.as_str());
            say("milestone", &format!("{} ({due})", milestone.title));
        }
        for update in &one.updates {
            let day =
                update.date.as_ref().map_or_else(String::new, |day| format!(" ({})", day.as_str()));
            say("update", &format!("{}{day}", update.text));
        }
        for evidence in &one.evidence {
            say("evidence", &evidence.title);
        }
        for tag in &one.tags {
            say("tag", tag);
        }
        lines.push(line.replace('\n', "\u{b6}"));
    }
    lines
}

/// Returns what is wrong with the reading of a tracker.
fn wrong(tracker: &Tracker) -> Vec<String> {
    wrong_in(tracker, &read(tracker.file))
}

fn wrong_in(tracker: &Tracker, import: &Import) -> Vec<String> {
    let found = facts(import.doc());
    let mut wrong = Vec::new();
    for line in &found {
        if !tracker.facts.contains(&line.as_str()) {
            wrong.push(format!("read     {line}"));
        }
    }
    for line in tracker.facts {
        if !found.iter().any(|one| one == line) {
            wrong.push(format!("not read {line}"));
        }
    }
    if wrong.is_empty() && found != tracker.facts {
        wrong.push("the order differs".to_owned());
    }
    let said: Vec<(String, String)> = import
        .diagnostics()
        .iter()
        .map(|one| (one.code().to_string(), format!("{}: {}", one.location(), one.message())))
        .collect();
    for (code, part) in tracker.said {
        if !said.iter().any(|(own, text)| own == code && text.contains(part)) {
            wrong.push(format!("not said {code} {part}"));
        }
    }
    if !wrong.is_empty() {
        wrong.extend(said.iter().map(|(code, text)| format!("    said {code} {text}")));
    }
    wrong
}

#[test]
fn every_tracker_is_read_as_a_person_would() {
    let mut report = String::new();
    for tracker in TRACKERS {
        let wrong = wrong(tracker);
        if !wrong.is_empty() {
            writeln!(report, "{}:\n  {}", tracker.file, wrong.join("\n  ")).unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn every_shipped_tracker_has_a_reading() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/trackers");
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let named: Vec<&str> = TRACKERS.iter().map(|tracker| tracker.file).collect();
    assert_eq!(files, named);
}

/// The most lines of an options file with which any table is read rightly.
const MOST_LINES: usize = 20;

/// What remains to be said of a tracker that is read with its options, by code: what no option can settle.
const REMAINS: &[(&str, &str)] = &[("milestone-a-row.xlsx", "milestone-colours")];

/// Trackers that ask something, or are not read by themselves, with the options that settle it.
#[test]
fn a_short_file_of_options_settles_what_a_tracker_asks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/data/tracker_options");
    let mut report = String::new();
    let same = TRACKERS.iter().filter(|one| AS_BY_THEMSELVES.contains(&one.file));
    let same: Vec<Tracker> = same.map(|one| Tracker { said: &[], ..*one }).collect();
    assert_eq!(same.len(), AS_BY_THEMSELVES.len());
    for tracker in same.iter().chain(WITH_OPTIONS) {
        let (name, _) = tracker.file.rsplit_once('.').unwrap();
        let text = fs::read_to_string(folder.join(format!("{name}.json"))).unwrap();
        assert!(text.lines().count() <= MOST_LINES, "{name}");
        let options = ReadOptions::from_json(&text).unwrap();
        let import = read_with(tracker.file, &options);
        let mut wrong = wrong_in(tracker, &import);
        let asked = import.diagnostics().iter().filter(|one| one.severity() >= Severity::Warning);
        let remains = |code: &str| REMAINS.contains(&(tracker.file, code));
        wrong.extend(
            asked.filter(|one| !remains(one.code().as_str())).map(|one| format!("asked    {one}")),
        );
        // What is suggested from that reading reads the file in the same way, without a question.
        let kept = import.interpretation().to_options();
        let text = serde_json::to_string(&kept).unwrap();
        let again = read_with(tracker.file, &ReadOptions::from_json(&text).unwrap());
        if again.doc() != import.doc() {
            wrong.push(format!("kept as  {:?}", facts(again.doc())));
        }
        if !wrong.is_empty() {
            writeln!(report, "{}:\n  {}", tracker.file, wrong.join("\n  ")).unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// Those that the options only make sure of: their facts are read without options too.
const AS_BY_THEMSELVES: [&str; 5] = [
    "colours-without-heading.xlsx",
    "lead-and-timescale.csv",
    "milestone-a-row.xlsx",
    "two-row-headings.csv",
    "two-row-impact.csv",
];

/// What a person reads in the trackers that ask, once the options say it.
const WITH_OPTIONS: &[Tracker] = &[
    Tracker {
        file: "month-first.csv",
        facts: &[
            "recommendation: Supervision of staff",
            "action 1: Policy; answers Supervision of staff; owner PSW; due 2021-07-11",
            "action 2: Audit; answers Supervision of staff; owner QA; due 2021-11-20",
            "action 3: Report; answers Supervision of staff; owner QA; due 2021-12-05",
        ],
        said: &[],
    },
    Tracker {
        file: "objective-column.csv",
        facts: &[
            "recommendation: 65% at level 2",
            "action R1a: Revise the strategy; answers 65% at level 2; owner Head of School Improvement; due Sept 2011",
        ],
        said: &[],
    },
    Tracker {
        file: "original-and-revised.csv",
        facts: &[
            "recommendation 1: Reconcile the accounts each quarter",
            "recommendation 2: Publish a recovery policy",
            "action: Reconcile; answers Reconcile the accounts each quarter; owner AD; due 30/06/2022; agreed 31/03/2023; is in-progress",
            "action: Draft; answers Publish a recovery policy; owner AD; due 30/09/2022; is in-progress",
        ],
        said: &[("revised-as-agreed", "1 revised date")],
    },
    Tracker {
        file: "school-terms.csv",
        facts: &[
            "recommendation: Improve the quality of teaching in the school",
            "action 1: Action words number 1 for this; answers Improve the quality of teaching in the school; owner Head; due 26 May 2017",
            "action 2: Action words number 2 for this; answers Improve the quality of teaching in the school; owner Head; due 26 May 2017",
            "action 3: Action words number 3 for this; answers Improve the quality of teaching in the school; owner Head; due 26 May 2017",
            "action 4: Action words number 4 for this; answers Improve the quality of teaching in the school; owner Head; due 22 May 2017",
            "action 5: Action words number 5 for this; answers Improve the quality of teaching in the school; owner Head; due 22 December 2017",
            "action 6: Action words number 6 for this; answers Improve the quality of teaching in the school; owner Head; due 9 February 2018",
            "action 7: Action words number 7 for this; answers Improve the quality of teaching in the school; owner Head; due 3 January 2017",
        ],
        said: &[],
    },
];

/// The trackers in the order of their names. A line break inside a text is written `¶`.
const TRACKERS: &[Tracker] = &[
    Tracker {
        file: "achieved-yes-partly-no.csv",
        facts: &[
            "recommendation: Performance framework",
            "recommendation: IRO capacity",
            "recommendation: Carer information",
            "action: Weekly reports presented; answers Performance framework; owner Head of Information; due April 2025; is completed",
            "action: Two posts advertised; answers IRO capacity; owner Head of Safeguarding; due May 2025; is in-progress",
            "action: Profiles written; answers Carer information; owner Fostering Manager; due Sept 2025",
        ],
        said: &[],
    },
    Tracker {
        file: "backslashes.xlsx",
        facts: &[
            "recommendation 1: Improve the quality of assessments",
            "recommendation 2: Improve visits",
            "action: Assessment training; answers Improve the quality of assessments; owner Principal Social Worker; due 2025-03-31; completed 2025-03-20; is completed; rag green",
            "action: Weekly visits report; answers Improve visits; owner Head of Service; due 2025-06-30; rag amber",
        ],
        said: &[("status-from-completion", "1 action")],
    },
    Tracker {
        file: "banner-above-headings.csv",
        facts: &[
            "recommendation 1: Raise standards",
            "recommendation 2: Improve attendance",
            "action R1a: Revise the strategy; answers Raise standards; owner Head of School Improvement; due Sept 2011",
            "action R2a: Attendance strategy; answers Improve attendance; owner Head of Inclusion; due July 2012",
        ],
        said: &[],
    },
    Tracker {
        file: "colours-without-heading.xlsx",
        facts: &[
            "recommendation 1: Timeliness",
            "recommendation 2: Quality",
            "action: Raise performance; answers Timeliness; owner Ops Manager; due March 2025; rag red",
            "action: Review plans; answers Quality; owner Ops Manager; due Dec 2025; rag green",
        ],
        said: &[("colour-from-fill", "Sheet!F2: the fill was read as the colour in 2 cells")],
    },
    Tracker {
        file: "completed-by-a-person.csv",
        facts: &[
            "recommendation 1: Reconcile the accounts each quarter",
            "action: Reconcile; answers Reconcile the accounts each quarter; owner Finance Manager; due 30/06/2022",
        ],
        said: &[],
    },
    Tracker {
        file: "completed-date-no-status.csv",
        facts: &[
            "recommendation 1: Improve assessments",
            "recommendation 2: Improve visits",
            "action: Training; answers Improve assessments; owner PSW; due 31/03/2025; completed 20/03/2025; is completed",
            "action: Report; answers Improve visits; owner HoS; due 31/03/2025",
        ],
        said: &[("status-from-completion", "1 action")],
    },
    Tracker {
        file: "dated-status.csv",
        facts: &[
            "recommendation: Care leavers",
            "action: Issue passports; answers Care leavers; owner Named Nurse; due April 2025; completed May 2025; is completed; update May 2025\u{b6}Completed. Passports issued.",
        ],
        said: &[],
    },
    Tracker {
        file: "days-overdue.csv",
        facts: &[
            "recommendation: Interviews",
            "recommendation: Plans",
            "action 1: Commission; answers Interviews; owner CM; due 15/10/2022; update Days overdue: Overdue 12 Days",
            "action 2: Report; answers Interviews; owner QA; due 30/10/2022; update Days overdue: Due in 3 Days",
            "action 3: Review; answers Plans; owner LCM",
        ],
        said: &[],
    },
    Tracker {
        file: "eta-and-last-updated.csv",
        facts: &[
            "recommendation 1: Improve the quality of assessments",
            "action: Train staff; answers Improve the quality of assessments; owner PSW; due 31/12/2025; update Date last updated: 31/05/2025",
        ],
        said: &[],
    },
    Tracker {
        file: "expiry-is-not-due.csv",
        facts: &[
            "recommendation: 1 Escalation",
            "action: Protocol; answers 1 Escalation; owner LSCP Manager; due 31/12/2025; update Expiry date: 31/12/2027",
        ],
        said: &[],
    },
    Tracker {
        file: "fill-beside-words.xlsx",
        facts: &[
            "recommendation: Record reasons in every file",
            "recommendation: Train staff in risk",
            "action: Remind doctors; answers Record reasons in every file; owner MD; due 31/08/2015; rag green; update Audit programme agreed",
            "action: Deliver training; answers Train staff in risk; owner HR; due 31/08/2015; rag red; update Half of the staff trained",
        ],
        said: &[("colour-from-fill", "Sheet!E2: the fill was read as the colour in 2 cells")],
    },
    Tracker {
        file: "fill-on-progress.xlsx",
        facts: &[
            "recommendation: Record reasons in every file",
            "recommendation: Train staff in risk",
            "action: Remind doctors; answers Record reasons in every file; owner MD; due 31/08/2015; rag green; update Audit programme agreed",
            "action: Deliver training; answers Train staff in risk; owner HR; due 31/08/2015; rag red; update Half of the staff trained",
        ],
        said: &[("colour-from-fill", "Sheet!E2: the fill was read as the colour in 2 cells")],
    },
    Tracker {
        file: "fill-on-reference.xlsx",
        facts: &[
            "recommendation 1: Record reasons in every file",
            "recommendation 2: Train staff in risk",
            "action: Remind doctors; answers Record reasons in every file; owner MD; due 31/08/2015; rag green",
            "action: Deliver training; answers Train staff in risk; owner HR; due 31/08/2015; rag red",
        ],
        said: &[("colour-from-fill", "Sheet!A2: the fill was read as the colour in 2 cells")],
    },
    Tracker {
        file: "finish-beside-due.csv",
        facts: &[
            "recommendation: 1 Thresholds",
            "action: Publish the document; answers 1 Thresholds; owner Policy; start 01/03/20; due 20/03/20; completed 18/03/20; is completed",
        ],
        said: &[],
    },
    Tracker {
        file: "guidance-row.csv",
        facts: &[
            "recommendation 1: Review the referral protocol",
            "action: Review the protocol; answers Review the referral protocol; owner CCG; due 31/12/2016",
        ],
        said: &[("guidance-row", "row 2")],
    },
    Tracker {
        file: "how-and-what.csv",
        facts: &[
            "recommendation: Challenge agencies on CSE",
            "action: Embed the CSE audit; answers Challenge agencies on CSE; owner CSE group; due September 2014",
            "action: Deliver CSE training; answers Challenge agencies on CSE; owner Training group; due March 2015",
        ],
        said: &[],
    },
    Tracker {
        file: "inspector-column-other-name.csv",
        facts: &[
            "recommendation MH01: The trust must ensure training",
            "action: Training trajectory; answers The trust must ensure training; owner HR; due 30/11/2017",
        ],
        said: &[],
    },
    Tracker {
        file: "lead-and-timescale.csv",
        facts: &[
            "recommendation 4.2: Health assessments",
            "action: QA tool in use; answers Health assessments; owner Designated Nurse LAC; due End March 2025; update Tool drafted",
        ],
        said: &[("column-split", "persons and days")],
    },
    Tracker {
        file: "lettered-actions.csv",
        facts: &[
            "recommendation 1: Timeliness",
            "action 1a: Raise performance; answers Timeliness; owner Ops Manager; due March 2025",
            "action 1b: Weekly reports; answers Timeliness; owner Information Officer; due January 2025",
            "action 1c: Address in supervision; answers Timeliness; owner Ops Manager; due March 2025",
        ],
        said: &[("cell-split", "row 3")],
    },
    Tracker {
        file: "lists-side-by-side.csv",
        facts: &[
            "recommendation: 1 Protocol",
            "action: Review the protocol; answers 1 Protocol; owner CCG; due 31/03/2017; milestone Review (31/12/2016); milestone Consult (31/01/2017); milestone Publish (31/03/2017)",
        ],
        said: &[("lists-paired", "row 2")],
    },
    Tracker {
        file: "managed-by.csv",
        facts: &[
            "recommendation 1: Review the code of governance",
            "action: Rewrite it; answers Review the code of governance; owner Monitoring Officer; is in-progress",
        ],
        said: &[],
    },
    Tracker {
        file: "milestone-a-row.xlsx",
        facts: &[
            "recommendation: Leadership",
            "action 1.1: Lead improvement; answers Leadership; owner Chief Executive; due April 26; milestone Deliver training (Oct 24); milestone Champions board (April 26); milestone Priority group agreed (Dec 25); update Deliver training: green; update Champions board: amber; update Priority group agreed: red",
        ],
        said: &[("milestones-dated", "Sheet!E2"), ("milestone-colours", "Sheet!F2")],
    },
    Tracker {
        file: "monitored-by.csv",
        facts: &[
            "recommendation: 1 Standards",
            "action: Strategy; answers 1 Standards; owner Head; due Sept 2011; is completed; update Monitored by: Scrutiny Committee",
        ],
        said: &[],
    },
    Tracker {
        file: "month-first.csv",
        facts: &[
            "recommendation: Supervision of staff",
            "action 1: Policy; answers Supervision of staff; owner PSW; due 7/11/2021",
            "action 2: Audit; answers Supervision of staff; owner QA; due 11/20/2021",
            "action 3: Report; answers Supervision of staff; owner QA; due 12/5/2021",
        ],
        said: &[("month-first", "row 3")],
    },
    Tracker {
        file: "no-action-column.csv",
        facts: &[
            "recommendation 1: Reconcile accounts quarterly",
            "recommendation 2: Publish policy",
            "action: Reconcile accounts quarterly; answers Reconcile accounts quarterly; owner AD; due 30/06/2022; update Overdue; update Backlog",
            "action: Publish policy; answers Publish policy; owner AD; due 30/04/2023; is completed; update Done",
        ],
        said: &[("no-action-column", "an action was made of each")],
    },
    Tracker {
        file: "not-agreed.csv",
        facts: &[
            "recommendation 1: Review assessments; accepted",
            "recommendation 2: New IT system; declined: Not affordable",
            "action: Guidance; answers Review assessments; owner Head; due June 2019",
        ],
        said: &[],
    },
    Tracker {
        file: "number-that-begins-a-text.csv",
        facts: &[
            "recommendation: 3 TAs",
            "recommendation: Improve the timeliness of visits to children",
            "action: Review deployment of TAs; answers 3 TAs; owner SENCo; due 31/03/2025",
            "action: Staff briefing; answers Improve the timeliness of visits to children; owner PSW; due 31/03/2025",
        ],
        said: &[],
    },
    Tracker {
        file: "objective-column.csv",
        facts: &[
            "action R1a: Revise the strategy; owner Head of School Improvement; due Sept 2011; success 65% at level 2",
        ],
        said: &[("no-recommendation-column", "row 1")],
    },
    Tracker {
        file: "original-and-revised.csv",
        facts: &[
            "recommendation 1: Reconcile the accounts each quarter",
            "recommendation 2: Publish a recovery policy",
            "action: Reconcile; answers Reconcile the accounts each quarter; owner AD; due 30/06/2022; asks for 31/03/2023; is in-progress",
            "action: Draft; answers Publish a recovery policy; owner AD; due 30/09/2022; is in-progress",
        ],
        said: &[("revised-not-agreed", "1 revised date")],
    },
    Tracker {
        file: "percent-complete.csv",
        facts: &[
            "recommendation 1: Reconcile the accounts each quarter",
            "recommendation 2: Publish a recovery policy",
            "action: Reconcile; answers Reconcile the accounts each quarter; owner FBP; due 30/06/2022; is completed",
            "action: Draft; answers Publish a recovery policy; owner AD; due 30/06/2022; is in-progress; update % complete: 40%",
        ],
        said: &[("status-from-percent", "2 cells")],
    },
    Tracker {
        file: "rag-last-month.csv",
        facts: &[
            "recommendation 1: Improve the quality of assessments",
            "action: Train staff; answers Improve the quality of assessments; owner PSW; due 31/12/2025; rag green; update RAG last month: Red",
        ],
        said: &[],
    },
    Tracker {
        file: "same-action-twice.csv",
        facts: &[
            "recommendation: Improve the quality of assessments for children",
            "recommendation: Improve the timeliness of visits to children",
            "action: Staff briefing; answers Improve the quality of assessments for children; answers Improve the timeliness of visits to children; owner PSW; due 31/03/2025",
        ],
        said: &[("same-action", "row 3")],
    },
    Tracker {
        file: "school-terms.csv",
        facts: &[
            "recommendation: Improve the quality of teaching in the school",
            "action 1: Action words number 1 for this; answers Improve the quality of teaching in the school; owner Head; due HT5",
            "action 2: Action words number 2 for this; answers Improve the quality of teaching in the school; owner Head; due End of HT5",
            "action 3: Action words number 3 for this; answers Improve the quality of teaching in the school; owner Head; due Half term 5",
            "action 4: Action words number 4 for this; answers Improve the quality of teaching in the school; owner Head; due 22nd May",
            "action 5: Action words number 5 for this; answers Improve the quality of teaching in the school; owner Head; due Autumn 2",
            "action 6: Action words number 6 for this; answers Improve the quality of teaching in the school; owner Head; due Autumn 2 \u{2013} Spring 1",
            "action 7: Action words number 7 for this; answers Improve the quality of teaching in the school; owner Head; due INSET Jan 17",
        ],
        said: &[("dates-not-read", "7 of 7")],
    },
    Tracker {
        file: "section-rows-numbered.csv",
        facts: &[
            "recommendation 10.1.1: Hospital trusts support an epilepsy nurse",
            "recommendation 10.2.1: Schools keep care plans",
            "action: Nurse to provide support; answers Hospital trusts support an epilepsy nurse; in Health; owner Lead Nurse; due Jan 08",
            "action: Audit plans; answers Schools keep care plans; in Education; owner Head of Inclusion; due Mar 08",
        ],
        said: &[],
    },
    Tracker {
        file: "status-among-words.csv",
        facts: &[
            "recommendation 1: Record reasons",
            "recommendation 2: Risk training",
            "recommendation 3: Audit",
            "action: Remind doctors; answers Record reasons; owner Medical Director; due August 2015; is completed; update Complete: staff reminded",
            "action: Deliver training; answers Risk training; owner Head of Risk; due August 2015; is completed; update Training delivered. Completed.",
            "action: Audit files; answers Audit; owner QA; due August 2015; is completed",
        ],
        said: &[],
    },
    Tracker {
        file: "status-in-date-column.csv",
        facts: &[
            "recommendation: Support victims",
            "recommendation: Raise awareness",
            "action: Map provision; answers Support victims; owner Designated Nurse; is completed",
            "action: Drama in schools; answers Raise awareness; owner Training Manager; due Dec 2024",
        ],
        said: &[("status-in-date-column", "row 2")],
    },
    Tracker {
        file: "status-words.csv",
        facts: &[
            "recommendation 1: Interviews",
            "recommendation 2: Plans",
            "recommendation 3: Plans",
            "recommendation 4: Plans",
            "recommendation 5: Plans",
            "recommendation 6: Plans",
            "recommendation 7: Plans",
            "recommendation 8: Plans",
            "recommendation 9: Plans",
            "recommendation 10: Plans",
            "recommendation 11: Plans",
            "recommendation 12: Plans",
            "recommendation 13: Plans",
            "recommendation 14: Plans",
            "recommendation 15: Plans",
            "recommendation 16: Plans",
            "action: Commission; answers Interviews; owner CM; due 15/10/2022",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; update Outstanding",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is in-progress",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; update Not yet due",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; update Superseded",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; update Risk accepted",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is completed",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is awaiting-sign-off",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; update Overdue",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is completed",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is completed",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is in-progress; update On track to deliver",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is in-progress; update Not on track",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is completed",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is completed",
            "action: Review; answers Plans; owner LCM; due 15/10/2022; is completed",
        ],
        said: &[
            ("status-not-known", "\u{201c}Superseded\u{201d}"),
            ("status-not-known", "\u{201c}Risk accepted\u{201d}"),
        ],
    },
    Tracker {
        file: "title-with-a-heading-word.csv",
        facts: &[
            "recommendation 24 AGS 03: Review the code",
            "action: Rewrite it; answers Review the code; owner Monitoring Officer; due 30-Sep-2024",
        ],
        said: &[],
    },
    Tracker {
        file: "two-row-headings.csv",
        facts: &[
            "recommendation: Improve PEPs",
            "action: Audit all PEPs; answers Improve PEPs; owner PEP Co-ordinator; due 31/07/2025; rag green; update RAG Summer: Red; update RAG Autumn: Amber",
        ],
        said: &[],
    },
    Tracker {
        file: "two-row-impact.csv",
        facts: &[
            "recommendation: Improve EHC plans",
            "action: QA framework; answers Improve EHC plans; owner SEND Manager; due 30/09/2025; success 3 months: 40% good\u{b6}6 months: 60% good\u{b6}12 months: 80% good",
        ],
        said: &[],
    },
];
