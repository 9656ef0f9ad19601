//! What the options say of the rows and blank cells of a table, and of its fills and the words of its days.

use improvement_plan::import::{
    BlankCells, ColumnMeaning, ReadOptions, RowKind, RowOptions, TableOptions,
};
use improvement_plan::model::{Decision, LegendMeaning};
use improvement_plan::{DeliveryStatus, workbook};
use rust_xlsxwriter::{Color, Format, Workbook};

use super::{answers, options, read_with, said};

fn titles(import: &improvement_plan::import::Import) -> Vec<&str> {
    import.doc().actions.iter().map(|one| one.title.as_str()).collect()
}

fn with(table: TableOptions) -> ReadOptions {
    options().with_tables([table])
}

#[test]
fn rows_are_sections_recommendations_and_records_where_the_options_say_so() {
    let table = "Action,Lead,By when\n\
                 Helping early,,\n\
                 Reduce the caseloads of every team,HR,\n\
                 Recruit,HR,31/12/2026\n\
                 Total,HR,30/11/2026\n";
    let rows = [
        RowOptions::numbered(RowKind::Section, [2]),
        RowOptions::numbered(RowKind::Recommendation, [3]),
        RowOptions::numbered(RowKind::Record, [5]),
    ];
    let import = read_with(table, &with(TableOptions::new().with_rows(rows)));
    assert_eq!(titles(&import), ["Recruit", "Total"]);
    assert_eq!(import.doc().workstreams[0].name, "Helping early");
    assert_eq!(import.doc().recommendations[0].text, "Reduce the caseloads of every team");
    assert!(
        import.doc().actions.iter().all(|one| one.answers.len() == 1),
        "{:?}",
        answers(&import)
    );
}

#[test]
fn rows_are_milestones_of_the_action_above_where_a_column_says_so() {
    let table = "Type,Ref,Recommendation,Task,Lead,By when,RAG\n\
                 Action,1,Reduce caseloads.,Recruit,Head of HR,31/12/2026,Amber\n\
                 milestone,1a,,Advertise,Recruitment Lead,30/09/2026,Green\n\
                 Milestone,1b,,Interview,,31/10/2026,\n\
                 Action,2,Hear every child.,Train,Team Manager,30/11/2026,\n";
    let table_options = TableOptions::new()
        .with_column("Task", ColumnMeaning::Action)
        .with_column("Ref", ColumnMeaning::ActionReference)
        .with_column("Type", ColumnMeaning::Ignore)
        .with_rows([RowOptions::saying(RowKind::Milestone, "Type", "Milestone")]);
    let import = read_with(table, &with(table_options));
    let actions = &import.doc().actions;
    assert_eq!(titles(&import), ["Recruit", "Train"]);
    let milestones: Vec<_> = actions[0]
        .milestones
        .iter()
        .map(|one| {
            (one.title.as_str(), one.reference.as_deref(), one.due.as_ref().unwrap().as_str())
        })
        .collect();
    assert_eq!(
        milestones,
        [("Advertise", Some("1a"), "30/09/2026"), ("Interview", Some("1b"), "31/10/2026")]
    );
    assert_eq!(actions[0].milestones[0].owners[0].as_str(), Some("Recruitment Lead"));
    assert_eq!(actions[0].due.as_ref().unwrap().as_str(), "31/12/2026");
    assert_eq!(actions[0].rag.as_deref(), Some("amber"));
    assert_eq!(actions[0].updates[0].text, "Advertise: Green");
}

#[test]
fn a_record_begins_where_the_options_say_so() {
    let table = "Ref,Recommendation,Action,Lead,Progress\n\
                 1,Reduce caseloads.,Recruit social,Head of HR,Two posts\n\
                 ,,workers in all teams,Head of Finance,filled\n\
                 2,Hear every child.,Train,Team Manager,\n";
    let rows = [RowOptions::saying(RowKind::Continuation, "Ref", "")];
    let import = read_with(table, &with(TableOptions::new().with_rows(rows)));
    let actions = &import.doc().actions;
    assert_eq!(titles(&import), ["Recruit social\nworkers in all teams", "Train"]);
    let owners: Vec<_> = actions[0].owners.iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(owners, ["Head of HR", "Head of Finance"]);
    assert_eq!(actions[0].updates[0].text, "Two posts\nfilled");
    assert_eq!(import.interpretation().unused(), []);
}

#[test]
fn a_blank_cell_means_what_the_options_say() {
    let table = "Recommendation,Agreed,Action,Lead,By when\n\
                 Reduce caseloads.,Yes,Recruit,Head of HR,31/12/2026\n\
                 ,Yes,Retain,,\n\
                 Hear every child.,,Train,Team Manager,30/11/2026\n";
    let due = |blanks: BlankCells| {
        let import = read_with(table, &with(TableOptions::new().with_blank("By when", blanks)));
        let due = import
            .doc()
            .actions
            .iter()
            .map(|one| one.due.as_ref().map(|day| day.as_str().to_owned()));
        due.collect::<Vec<_>>()
    };
    assert_eq!(due(BlankCells::NotKnown)[1], None);
    assert_eq!(due(BlankCells::SameAsAbove)[1].as_deref(), Some("31/12/2026"));

    let lead = |means| {
        let import = read_with(table, &with(TableOptions::new().with_blank("Lead", means)));
        import.doc().actions[1].owners.len()
    };
    assert_eq!(lead(BlankCells::NotKnown), 0);
    assert_eq!(lead(BlankCells::SameAsAbove), 1);
    let none = TableOptions::new().with_blank("Recommendation", BlankCells::NotKnown);
    assert_eq!(answers(&read_with(table, &with(none)))[1], "");

    let no = TableOptions::new().with_blank("Agreed", BlankCells::No);
    let import = read_with(table, &with(no));
    let decisions: Vec<_> = import
        .doc()
        .recommendations
        .iter()
        .map(|one| one.response.as_ref().and_then(|response| response.decision))
        .collect();
    assert_eq!(decisions, [Some(Decision::Accepted), Some(Decision::Declined)]);
    assert_eq!(titles(&import), ["Recruit", "Retain"]);
}

#[test]
fn what_stands_for_blank_cells_ends_at_a_section() {
    let table = "Recommendation,Action,Theme\n\
                 Reduce caseloads.,Recruit,Helping early\n\
                 Children in care,,\n\
                 Hear every child.,Train,\n";
    let table_options = TableOptions::new()
        .with_rows([RowOptions::numbered(RowKind::Section, [3])])
        .with_column("Theme", ColumnMeaning::Update)
        .with_blank("Theme", BlankCells::SameAsAbove);
    let import = read_with(table, &with(table_options));
    assert_eq!(import.doc().actions[1].updates, []);
    assert!(import.doc().actions[1].workstream.is_some());
}

#[test]
fn fills_mean_what_the_options_say() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["Ref", "Recommendation", "Action", "Lead", "RAG"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let fills = [0x00_70C0, 0x70_30A0, 0x00_B0F0, 0x00_B050];
    for (row, (colour, action)) in
        (1..).zip(fills.into_iter().zip(["Recruit", "Retain", "Train", "Audit"]))
    {
        sheet.write_number(row, 0, row).unwrap();
        sheet.write_string(row, 1, format!("Reduce caseloads {action}.")).unwrap();
        sheet.write_string(row, 2, action).unwrap();
        sheet.write_string(row, 3, "Head of HR").unwrap();
        let format = Format::new().set_background_color(Color::RGB(colour));
        sheet.write_blank(row, 4, &format).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let asked = workbook::read(bytes.as_slice(), &options()).unwrap();
    assert!(
        said(&asked).iter().any(|one| one.starts_with(
            "warning[fill-unknown] Sheet1!E2: 3 cells under \u{201c}RAG\u{201d} are filled with a colour that is not red, amber or green and have no word, the first blue (0070C0): the options say what that means"
        )),
        "{:?}",
        said(&asked)
    );
    let options = options()
        .with_fill("blue", LegendMeaning::Status(DeliveryStatus::Completed))
        .with_fill("Purple", LegendMeaning::Status(DeliveryStatus::Suspended))
        .with_fill("#00B0F0", LegendMeaning::Status(DeliveryStatus::InProgress));
    let import = workbook::read(bytes.as_slice(), &options).unwrap();
    let states: Vec<_> =
        import.doc().actions.iter().map(|one| (one.status, one.rag.as_deref())).collect();
    assert_eq!(
        states,
        [
            (DeliveryStatus::Completed, None),
            (DeliveryStatus::Suspended, None),
            (DeliveryStatus::InProgress, None),
            (DeliveryStatus::NotStated, Some("green")),
        ]
    );
}

#[test]
fn words_of_date_columns_stand_for_the_days_of_the_options() {
    let table = "Ref,Recommendation,Action,Milestones,By when\n\
                 1,Reduce caseloads.,Recruit,,end of ht5\n\
                 2,Hear every child.,Train,\"Plan\nHold\",\"HT5\n31/12/2027\"\n";
    let days = options().with_day("HT5", "26 May 2027").with_day("End of HT5", "26 May 2027");
    let import = read_with(table, &days);
    let actions = &import.doc().actions;
    assert_eq!(actions[0].due.as_ref().unwrap().as_str(), "26 May 2027");
    assert_eq!(actions[1].milestones[0].due.as_ref().unwrap().as_str(), "26 May 2027");
}

#[test]
fn everything_that_options_cannot_say_is_reported_with_its_key() {
    let text = r#"{
        "tables": [
            { "sheet": "Plan", "holds": "measures", "header_row": 4, "first_row": 4, "last_row": 2,
              "columns": { "Lead": "owners" },
              "split": { "Lead": { "at": "", "first": "update", "second": "due" } },
              "rows": [ { "are": "section" }, { "are": "guidance", "numbers": [3], "column": "A" },
                        { "are": "record", "numbers": [9], "says": "x" } ] },
            { "sheet": "plan", "heading_rows": 2 }
        ],
        "legend": [ { "word": " ", "means": "red" } ],
        "fills": { "beige": "red" },
        "days": { "HT5": "soon" },
        "separators": [""]
    }"#;
    let options = ReadOptions::from_json(text).unwrap();
    let found = said(&read_with("Action,Lead\nRecruit,HR\n", &options));
    let found: Vec<&str> = found
        .iter()
        .filter_map(|one| one.strip_prefix("error[options-contradict] the document: "))
        .collect();
    assert_eq!(
        found,
        [
            "tables[0].first_row is 4, but the headings are down to row 4",
            "tables[0].last_row is 2, which is above row 4, the first",
            "tables[0].columns.Lead is owners, which a table of measures does not have",
            "tables[0].split.Lead.at is empty: write the text between the two parts",
            "tables[0].split.Lead says that the first part is update, and columns that it is something else",
            "tables[0].rows[0] says which rows neither by numbers nor by column",
            "tables[0].rows[1] says which rows both by numbers and by column: write two entries",
            "tables[0].rows[1].numbers has row 3, but the headings are down to row 4",
            "tables[0].rows[2].says needs column, the column that says it",
            "tables[1] is about the sheet \u{201c}plan\u{201d}, as tables[0] is: it was not used",
            "tables[1].heading_rows needs header_row, the first row of the headings",
            "legend[0].word is blank",
            "fills: \u{201c}beige\u{201d} is not a colour: write red, orange, yellow, green, blue, purple, pink, brown or grey, or six hexadecimal digits such as 0070C0",
            "days.HT5: \u{201c}soon\u{201d} gives no day: write one such as 31/03/2027",
            "separators[0] is empty",
        ]
    );
}

#[test]
fn a_column_that_any_key_of_the_options_names_has_to_be_there() {
    let table = TableOptions::new()
        .with_blank("Leed", BlankCells::SameAsAbove)
        .with_time("Note", "Summer term")
        .with_rows([RowOptions::saying(RowKind::Section, "Kind", "Heading")]);
    let found = said(&read_with("Action,Lead\nRecruit,HR\n", &with(table)));
    let found: Vec<&String> =
        found.iter().filter(|one| one.contains("options-unknown-column")).collect();
    assert_eq!(
        found,
        [
            "error[options-unknown-column] the table: the options name a column \u{201c}Note\u{201d} (tables[0].times), but there is none: the headings are \u{201c}Action\u{201d}, \u{201c}Lead\u{201d}",
            "error[options-unknown-column] the table: the options name a column \u{201c}Leed\u{201d} (tables[0].blanks), but there is none: did you mean \u{201c}Lead\u{201d}?",
            "error[options-unknown-column] the table: the options name a column \u{201c}Kind\u{201d} (tables[0].rows[0]), but there is none: the headings are \u{201c}Action\u{201d}, \u{201c}Lead\u{201d}",
        ]
    );
}
