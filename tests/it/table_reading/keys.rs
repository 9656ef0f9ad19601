//! Keys: what a file says that its own words and colours mean.

use improvement_plan::import::ReadOptions;
use improvement_plan::model::{LegendEntry, LegendMeaning};
use improvement_plan::{DeliveryStatus, workbook};
use rust_xlsxwriter::{Color, Format, Workbook, Worksheet};

use super::{options, read, read_with, said};

const TABLE: &str = "Ref,Recommendation,Action,Lead,BRAG\n\
                     1,Reduce caseloads.,Recruit,Head of HR,Blue\n\
                     2,Hear every child.,Train,Team Manager,Red\n";

fn states(import: &improvement_plan::import::Import) -> Vec<(DeliveryStatus, Option<&str>)> {
    import.doc().actions.iter().map(|one| (one.status, one.rag.as_deref())).collect()
}

#[test]
fn a_key_in_one_cell_says_what_the_words_mean_wherever_it_stands() {
    let key = "\"Key: Red = off track, Amber = at risk, Green = on track, Blue = complete\"";
    let loose = "\"Red = off track, Amber = at risk, Green = on track, Blue = complete\"";
    for text in [
        format!("Our plan,,,,\n{key},,,,\n{TABLE}"),
        format!("{TABLE}{key},,,,\n"),
        format!("{TABLE},,,,\n{key},,,,\n"),
        format!("{TABLE},,,,\n{loose},,,,\n"),
    ] {
        let import = read(&text);
        assert_eq!(
            states(&import),
            [(DeliveryStatus::Completed, Some("Blue")), (DeliveryStatus::NotStated, Some("red"))],
            "{text}"
        );
        let found = said(&import);
        assert!(
            found.iter().any(|one| one.starts_with("advice[key-read]")
                && one.ends_with(
                    "the key was read as the meaning of the colours: “Blue” is completed"
                )),
            "{text}{found:?}"
        );
        assert_eq!(import.doc().actions.len(), 2);
        assert_eq!(import.doc().workstreams.len(), 0);
        assert_eq!(import.doc().recommendations.len(), 2);
    }
}

#[test]
fn a_key_of_two_cells_a_row_stands_below_or_beside_the_table() {
    let below = format!(
        "{TABLE},,,,\nKey,,,,\nRed,Off track,,,\nBlue,Complete,,,\nGrey,Action on hold,,,\n"
    );
    let beside = "Ref,Recommendation,Action,Lead,BRAG,,RAG key,\n\
                  1,Reduce caseloads.,Recruit,Head of HR,Blue,,Red,Off track\n\
                  2,Hear every child.,Train,Team Manager,Red,,Blue,Complete\n\
                  3,Visit on time.,Audit,Team Manager,Blue,,Grey,On hold\n";
    for (text, count) in [(below.as_str(), 2), (beside, 3)] {
        let import = read(text);
        assert_eq!(states(&import)[0], (DeliveryStatus::Completed, Some("Blue")), "{text}");
        assert_eq!(import.doc().actions.len(), count);
        assert!(
            said(&import).iter().any(|one| one.ends_with(
                "the meaning of the colours: “Blue” is completed and “Grey” is suspended"
            )),
            "{:?}",
            said(&import)
        );
        assert_eq!(import.interpretation().unused(), []);
    }
}

#[test]
fn what_a_key_cannot_say_is_asked_and_the_options_go_first() {
    let text =
        format!("{TABLE},,,,\nKey,,,,\nGreen,Complete,,,\nBlue,See the minutes of the board,,,\n");
    let import = read(&text);
    assert_eq!(states(&import)[0].0, DeliveryStatus::NotStated);
    let asked: Vec<String> =
        said(&import).into_iter().filter(|one| one.contains("key-not-read")).collect();
    assert_eq!(
        asked,
        [
            "warning[key-not-read] row 5, column \"A\": the key says that “Green” means “Complete”, but it stays the colour green: the options say what it means, as in \"legend\": [{ \"word\": \"Green\", \"means\": \"completed\" }]",
            "warning[key-not-read] row 5, column \"A\": the key says that “Blue” means “See the minutes of the board”, but that is no colour and no status: the options say what it means, as in \"legend\": [{ \"word\": \"Blue\", \"means\": \"completed\" }]",
        ]
    );
    let legend = [
        LegendEntry::new("Blue", LegendMeaning::Status(DeliveryStatus::Suspended)),
        LegendEntry::new("Green", LegendMeaning::Status(DeliveryStatus::Completed)),
    ];
    let import = read_with(&text, &options().with_legend(legend));
    assert_eq!(states(&import)[0].0, DeliveryStatus::Suspended);
    assert!(!said(&import).iter().any(|one| one.contains("key-not-read")));
}

#[test]
fn a_column_that_is_called_key_is_no_key() {
    let import = read(
        "Action,Lead,Key,Note\nRecruit,HR,Red,Posts advertised\nTrain,HR,Blue,Completed training\n",
    );
    assert!(!said(&import).iter().any(|one| one.contains("key-read")), "{:?}", said(&import));
    assert_eq!(import.doc().actions.len(), 2);
}

fn plan(sheet: &mut Worksheet, fills: &[u32]) {
    for (column, heading) in (0..).zip(["Ref", "Recommendation", "Action", "Lead", "Status"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for (row, colour) in (1..).zip(fills) {
        sheet.write_number(row, 0, row).unwrap();
        sheet.write_string(row, 1, format!("Reduce the caseloads of team {row}.")).unwrap();
        sheet.write_string(row, 2, format!("Recruit for team {row}")).unwrap();
        sheet.write_string(row, 3, "Head of HR").unwrap();
        let format = Format::new().set_background_color(Color::RGB(*colour));
        sheet.write_blank(row, 4, &format).unwrap();
    }
}

fn of(book: &mut Workbook, options: &ReadOptions) -> improvement_plan::import::Import {
    workbook::read(book.save_to_buffer().unwrap().as_slice(), options).unwrap()
}

#[test]
fn a_sheet_of_fills_beside_words_says_what_the_fills_mean() {
    let mut book = Workbook::new();
    plan(book.add_worksheet().set_name("Plan").unwrap(), &[0x00_70C0, 0x00_B050, 0x70_30A0]);
    let key = book.add_worksheet().set_name("RAG Key").unwrap();
    key.write_string(0, 0, "Colours used in this plan").unwrap();
    let lines = [
        (0x00_70C0, "Action completed"),
        (0x00_B050, "On track"),
        (0xFF_C000, "At risk"),
        (0x70_30A0, "On hold"),
    ];
    for (row, (colour, text)) in (1..).zip(lines) {
        let format = Format::new().set_background_color(Color::RGB(colour));
        key.write_blank(row, 0, &format).unwrap();
        key.write_string(row, 1, text).unwrap();
    }
    let import = of(&mut book, &options());
    assert_eq!(
        states(&import),
        [
            (DeliveryStatus::Completed, None),
            (DeliveryStatus::NotStated, Some("green")),
            (DeliveryStatus::Suspended, None),
        ]
    );
    assert!(
        said(&import).contains(
            &"advice[key-read] 'RAG Key'!A2: the key was read as the meaning of the colours: “blue (0070C0)” is completed and “purple (7030A0)” is suspended".to_owned()
        ),
        "{:?}",
        said(&import)
    );
}

#[test]
fn the_fills_of_a_key_beside_a_table_are_no_colours_of_its_actions() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Plan").unwrap();
    for (column, heading) in (0..).zip(["Ref", "Recommendation", "Action", "Lead"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    sheet.write_string(0, 5, "Key").unwrap();
    for (row, (colour, text)) in (1..).zip([(0xFF_0000, "Off track"), (0x00_B050, "On track")]) {
        sheet.write_number(row, 0, row).unwrap();
        sheet.write_string(row, 1, format!("Reduce the caseloads of team {row}.")).unwrap();
        sheet.write_string(row, 2, format!("Recruit for team {row}")).unwrap();
        sheet.write_string(row, 3, "Head of HR").unwrap();
        let format = Format::new().set_background_color(Color::RGB(colour));
        sheet.write_string_with_format(row, 5, text, &format).unwrap();
    }
    let import = of(&mut book, &options());
    assert_eq!(states(&import), [(DeliveryStatus::NotStated, None); 2]);
    assert_eq!(import.interpretation().unused(), []);
}
