//! What the options say of a table.

use improvement_plan::import::{
    CarryDown, ColumnMeaning, DateOrder, RevisedDates, RowKind, RowOptions, SplitColumn,
    TableOptions,
};
use improvement_plan::model::{LegendEntry, LegendMeaning};
use improvement_plan::{DeliveryStatus, RagStatus};

use super::{answers, columns, options, read_with, said};

#[test]
fn a_column_named_in_the_options_means_what_they_say() {
    let table = TableOptions::new()
        .with_column("who?", ColumnMeaning::OtherOwners)
        .with_column("D", ColumnMeaning::Update);
    let import =
        read_with("Ref,Action,Who?,Shoe size\n1,Recruit,HR,43\n", &options().with_tables([table]));
    assert_eq!(columns(&import)[2].1, "other-owners");
    assert_eq!(import.doc().actions[0].updates[0].text, "43");
    assert_eq!(import.interpretation().sheets()[0].columns()[3].why(), "named in the options");
}

#[test]
fn a_sheet_named_for_a_text_file_is_said() {
    let import = read_with(
        "Action,Lead\nRecruit,HR\n",
        &options().with_tables([TableOptions::new().with_sheet("Plan")]),
    );
    assert_eq!(
        said(&import)[0],
        "error[options-unknown-sheet] the document: the options name a sheet “Plan”, but this is a text file, which has no sheets"
    );
}

#[test]
fn the_legend_says_what_the_words_of_a_council_mean() {
    let legend = [
        LegendEntry::new("Blue", LegendMeaning::Status(DeliveryStatus::Completed)),
        LegendEntry::new("3 Slipped", LegendMeaning::Colour(RagStatus::Red)),
    ];
    let import = read_with(
        "Ref,Action,BRAG\n1,Recruit,blue\n2,Retain,3 slipped\n3,Train,A/G\n",
        &options().with_legend(legend),
    );
    let states: Vec<_> =
        import.doc().actions.iter().map(|one| (one.status, one.rag.as_deref())).collect();
    assert_eq!(
        states,
        [
            (DeliveryStatus::Completed, Some("Blue")),
            (DeliveryStatus::NotStated, Some("3 Slipped")),
            (DeliveryStatus::NotStated, Some("A/G")),
        ]
    );
    assert_eq!(import.doc().legend.len(), 2);
}

#[test]
fn the_separators_of_the_options_are_the_only_ones() {
    let import = read_with(
        "Ofsted ref,Action\n1 | 2,Recruit\n\"3, 4\",Retain\n",
        &options().with_separators(["|"]),
    );
    assert_eq!(answers(&import), ["1; 2", "3, 4"]);
}

#[test]
fn headings_of_several_rows_are_joined_as_the_options_say() {
    let mut table = TableOptions::new().with_header_row(1_u32).with_heading_rows(3_u32);
    table = table
        .with_rows([RowOptions::numbered(RowKind::Guidance, [6])])
        .with_first_row(5_u32)
        .with_last_row(6_u32);
    let import = read_with(
        "Our plan,,What is to be done,,,\n\
         ,,By whom and when,,How it goes,\n\
         Recommendation,Action,Lead,Deadline,Autumn,Spring\n\
         What was asked,What we do,Who,When,,\n\
         Reduce caseloads.,Recruit,Head of HR,31/12/2026,Two posts filled,\n\
         Guidance,Write one action a row,,,,\n\
         Hear every child.,Train,Team Manager,30/11/2026,,\n",
        &options().with_tables([table]),
    );
    let means: Vec<_> = columns(&import).iter().map(|(_, means)| *means).collect();
    assert_eq!(means[..4], ["recommendation", "action", "owners", "due"]);
    assert_eq!(import.doc().actions.len(), 1);
    assert_eq!(import.doc().actions[0].title, "Recruit");
}

#[test]
fn a_column_of_two_things_is_split_as_the_options_say() {
    let split = SplitColumn::new("\n", ColumnMeaning::Owners, ColumnMeaning::Due);
    let table = TableOptions::new().with_split("Lead/Timescale", split);
    let import = read_with(
        "Recommendation,Action,Lead/Timescale,Progress\n\
         4.2 Health assessments,QA tool in use,\"Designated Nurse LAC\n\nEnd March 2025\",Tool drafted\n\
         4.3 Dental checks,Letters sent,Health Visitor,Letters drafted\n",
        &options().with_tables([table]),
    );
    let actions = &import.doc().actions;
    assert_eq!(actions[0].owners[0].as_str(), Some("Designated Nurse LAC"));
    assert_eq!(actions[0].due.as_ref().unwrap().as_str(), "End March 2025");
    assert_eq!(actions[1].owners[0].as_str(), Some("Health Visitor"));
    assert_eq!(actions[1].due, None);
    assert_eq!(import.interpretation().unused(), []);
}

#[test]
fn nothing_is_carried_down_where_the_options_say_so() {
    let table = "Recommendation,Action\nReduce caseloads.,Recruit\n,Retain\n";
    let read = |carry_down| {
        let table_options = TableOptions::new().with_carry_down(carry_down);
        answers(&read_with(table, &options().with_tables([table_options])))
    };
    assert_eq!(read(CarryDown::On)[1], read(CarryDown::On)[0]);
    assert_eq!(read(CarryDown::Off)[1], "");
}

#[test]
fn revised_dates_are_agreed_and_dates_month_first_where_the_options_say_so() {
    let table = TableOptions::new()
        .with_revised_dates(RevisedDates::Agreed)
        .with_dates(DateOrder::MonthFirst);
    let import = read_with(
        "Ref,Recommendation,Action,Due,Revised date\n1,Reduce caseloads.,Recruit,11/20/2021,3/31/2022\n",
        &options().with_status_date("1 January 2022").with_tables([table]),
    );
    let action = &import.doc().actions[0];
    assert_eq!(action.due.as_ref().unwrap().as_str(), "2021-11-20");
    let revision = &action.revisions[0];
    assert_eq!(revision.due.as_ref().unwrap().as_str(), "2022-03-31");
    assert_eq!(revision.agreed.as_ref().unwrap().as_str(), "1 January 2022");
    assert_eq!(
        said(&import),
        [
            "advice[revised-as-agreed] row 1, column \"Revised date\": 1 revised date taken as agreed on the status date, 1 January 2022, as the options say"
        ]
    );
}

#[test]
fn the_time_of_a_column_is_given_where_its_heading_names_none() {
    let table = TableOptions::new().with_time("D", "Summer term");
    let import = read_with(
        "Ref,Recommendation,Action,Comment\n1,Reduce caseloads.,Recruit,Two posts filled\n",
        &options().with_tables([table]),
    );
    let update = &import.doc().actions[0].updates[0];
    assert_eq!(update.date.as_ref().unwrap().as_str(), "Summer term");
}
