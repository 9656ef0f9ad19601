//! A messy table as a council might keep it, read whole.

use super::{answers, owners, read, rows, said, titles, unused};

#[test]
fn a_messy_table_is_read_as_an_officer_would_read_it() {
    let import = read("\
Anyshire improvement plan (draft),,,,,,,
,,,,,,,
No.,Ofsted Recommendation,Actions Required,Lead Officer(s),By When?,R/A/G,Current Status,Update
LEADERSHIP,,,,,,,
1,Managers oversee practice and write it down.,Audit supervision each week,Head of Safeguarding / Principal Social Worker,31/12/2026,Amber,In progress,Three audits done
,,Train all managers,,TBC,G,Done,
PEOPLE,,,,,,,
2,Caseloads fall and staff stay.,Recruit 12 social workers,Head of HR,Q4 2026/27,Yellow,,
No.,Ofsted Recommendation,Actions Required,Lead Officer(s),By When?,R/A/G,Current Status,Update
\"1, 2\",,Hold a monthly board,Chair / DCS,Ongoing,,On hold,

Key: Blue = complete,,,,,,,
");
    assert_eq!(
        titles(&import),
        [
            "Audit supervision each week",
            "Train all managers",
            "Recruit 12 social workers",
            "Hold a monthly board",
        ]
    );
    assert_eq!(answers(&import), ["1", "1", "2", "1; 2"]);
    assert_eq!(
        owners(&import),
        [
            "Head of Safeguarding; Principal Social Worker",
            "Head of Safeguarding; Principal Social Worker",
            "Head of HR",
            "Chair / DCS",
        ]
    );
    let doc = import.doc();
    let due: Vec<_> = doc.actions.iter().map(|one| one.due.as_ref().unwrap().as_str()).collect();
    assert_eq!(due, ["31/12/2026", "TBC", "Q4 2026/27", "Ongoing"]);
    let rag: Vec<_> = doc.actions.iter().map(|one| one.rag.as_deref()).collect();
    assert_eq!(rag, [Some("amber"), Some("green"), Some("Yellow"), None]);
    let status: Vec<_> = doc.actions.iter().map(|one| one.status.as_str()).collect();
    assert_eq!(status, ["in-progress", "completed", "not-stated", "suspended"]);
    assert_eq!(
        rows(&import),
        [
            (1, "a title above the table"),
            (4, "the workstream of the rows below it"),
            (7, "the workstream of the rows below it"),
            (9, "the headings again"),
        ]
    );
    assert_eq!(
        unused(&import),
        ["row 12, column \"No.\", Key: Blue = complete: a note under the table"]
    );
    assert_eq!(
        said(&import),
        [
            "warning[colour-not-known] row 8, column \"R/A/G\": “Yellow”, in 1 cell, is not red, amber or \
          green, and no legend says what it means: it was kept as written and says nothing of whether \
          the work is done; the options say what it means, as in \"legend\": [{ \"word\": \"Yellow\", \
          \"means\": \"amber\" }]"
        ]
    );
    assert!(import.build().is_ok());
}
