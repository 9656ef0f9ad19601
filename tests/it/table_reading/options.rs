//! What the options say of a table.

use improvement_plan::import::{ColumnMeaning, TableOptions};
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
