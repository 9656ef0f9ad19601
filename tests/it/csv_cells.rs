//! Which cells are read of a CSV file, whatever its encoding and its separator: none belongs to a table,
//! so each is listed with its place and its text. Rows and quotation marks are tested where they are read.

use std::fmt::Write;

use improvement_plan::csv;
use improvement_plan::import::ReadOptions;

/// The cells as they were read, a row a line: `2: A=1 C=End of May`.
fn cells(bytes: &[u8]) -> String {
    let import = csv::read(bytes, &ReadOptions::new()).unwrap();
    let mut cells = String::new();
    let mut last_row = 0;
    for cell in &import.interpretation().unused {
        let (row, column) = (cell.place.row().unwrap(), cell.place.column().unwrap());
        if row != last_row {
            let bar = if last_row == 0 { "" } else { " | " };
            write!(cells, "{bar}{row}:").unwrap();
            last_row = row;
        }
        let text = cell.text.replace('\r', "<CR>").replace('\n', "<LF>").replace('\t', "<TAB>");
        write!(cells, " {column}={text}").unwrap();
    }
    cells
}

/// A file, and the cells that are read from it.
const FILES: &[(&str, &str)] = &[
    (",,\na,,\n , \u{A0},\n,,b", "2: A=a | 4: C=b"),
    ("\n\n\"a\nb\",c\n\nd", "3: A=a<LF>b B=c | 5: A=d"),
    // Separators.
    ("a;b;c\n1;2,5;3\n", "1: A=a B=b C=c | 2: A=1 B=2,5 C=3"),
    ("a\tb\n1\t2, 3", "1: A=a B=b | 2: A=1 B=2, 3"),
    ("a|b\n1|2, 3", "1: A=a B=b | 2: A=1 B=2, 3"),
    ("sep=;\r\na,b;c\r\nd", "1: A=a,b B=c | 2: A=d"),
    // Encodings.
    ("\u{FEFF}é,b", "1: A=é B=b"),
    ("\u{FEFF}\u{FEFF}\"é,b\"", "1: A=é,b"),
    ("sep=;\n\u{FEFF}\"a;b\"", "1: A=a;b"),
    // The mark against formulas comes off, and nothing else does.
    ("'=1+1,'-5,'+44,'@a", "1: A==1+1 B=-5 C=+44 D=@a"),
    ("'  =1,\"'\ta\",\"'\nb\",\"'\r\nc\"", "1: A=  =1 B=<TAB>a C=<LF>b D=<CR><LF>c"),
    ("'＝a,'＋b,'－c,'＠d", "1: A=＝a B=＋b C=－c D=＠d"),
    ("''=1,'tis,'90s,',=1,-3", "1: A='=1 B='tis C='90s D=' E==1 F=-3"),
];

#[test]
fn every_cell_is_read_where_a_spreadsheet_shows_it() {
    for (file, expected) in FILES {
        assert_eq!(cells(file.as_bytes()), *expected, "{file:?}");
    }
}

#[test]
fn cells_in_other_encodings_are_decoded() {
    assert_eq!(cells(b"Caf\xE9,\xA3\x80\n\x93a\x94"), "1: A=Café B=£€ | 2: A=“a”");
    let utf16: Vec<u8> = "\u{FEFF}é\tb\r\nc\td".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(cells(&utf16), "1: A=é B=b | 2: A=c B=d");
}
