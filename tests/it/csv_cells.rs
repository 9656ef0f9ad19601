//! Which cells are read of a CSV file, whatever its line ends, its encoding and its separator. The options
//! say to ignore its table, so the import lists every cell as unused, with its place and its text.

use std::fmt::Write;

use improvement_plan::csv;
use improvement_plan::import::{ReadOptions, SheetKind, TableOptions};

/// The cells as they were read, a row a line, or why the file was refused: `2: A=1 C=End of May`.
fn cells(bytes: &[u8]) -> String {
    let ignored = TableOptions::new().with_holds(SheetKind::Ignore);
    let options = ReadOptions::new().with_tables([ignored]);
    let import = match csv::read(bytes, &options) {
        Ok(import) => import,
        Err(error) => return error.to_string(),
    };
    let mut cells = String::new();
    let mut last_row = 0;
    for cell in import.interpretation().unused() {
        let (row, column) = (cell.place().row().unwrap(), cell.place().column().unwrap());
        if row != last_row {
            let bar = if last_row == 0 { "" } else { " | " };
            write!(cells, "{bar}{row}:").unwrap();
            last_row = row;
        }
        let text = cell.text().replace('\r', "<CR>").replace('\n', "<LF>").replace('\t', "<TAB>");
        write!(cells, " {column}={text}").unwrap();
    }
    cells
}

/// A file, and the cells that are read from it.
const FILES: &[(&str, &str)] = &[
    // Line ends, and rows as a spreadsheet numbers them.
    ("a,b\nc,d\n", "1: A=a B=b | 2: A=c B=d"),
    ("a,b\r\nc,d", "1: A=a B=b | 2: A=c B=d"),
    ("a,b\rc,d\r", "1: A=a B=b | 2: A=c B=d"),
    ("a\r\nb\nc\rd", "1: A=a | 2: A=b | 3: A=c | 4: A=d"),
    ("\n\na\n\n\nb", "3: A=a | 6: A=b"),
    ("\r\n\r\na\r\n\r\nb\r\n", "3: A=a | 5: A=b"),
    ("\r\ra\r\rb", "3: A=a | 5: A=b"),
    ("\"a\nb\",c\nd", "1: A=a<LF>b B=c | 2: A=d"),
    ("\"a\r\n\r\nb\",c\r\nd", "1: A=a<CR><LF><CR><LF>b B=c | 2: A=d"),
    ("\"a\rb\"\rc", "1: A=a<CR>b | 2: A=c"),
    (",,\na,,\n , \u{A0},\n,,b", "2: A=a | 4: C=b"),
    ("\n\n\"a\nb\",c\n\nd", "3: A=a<LF>b B=c | 5: A=d"),
    // Quotation marks.
    ("\"He said \"\"no\"\"\",12\" pipe", "1: A=He said \"no\" B=12\" pipe"),
    ("\"a,b\",\"\",\"\"\"\"", "1: A=a,b C=\""),
    ("\"a\"b,c", "1: A=ab B=c"),
    ("a, \"b\",  c ", "1: A=a B= \"b\" C=  c "),
    (
        "a,b\n\"c",
        "row 2, column \"A\": a quotation mark opens this cell and none closes it, so everything after \
         it would be one cell; close it, or write a quotation mark that is part of the words twice",
    ),
    // Separators.
    ("a;b;c\n1;2,5;3\n", "1: A=a B=b C=c | 2: A=1 B=2,5 C=3"),
    ("a\tb\n1\t2, 3", "1: A=a B=b | 2: A=1 B=2, 3"),
    ("a|b\n1|2, 3", "1: A=a B=b | 2: A=1 B=2, 3"),
    ("sep=;\r\na,b;c\r\nd", "1: A=a,b B=c | 2: A=d"),
    (
        "Plan; as agreed\n\nRef,Action,Lead\n1,\"Audit; act\",Head; Chair\n",
        "1: A=Plan; as agreed | 3: A=Ref B=Action C=Lead | 4: A=1 B=Audit; act C=Head; Chair",
    ),
    // Rows of different widths.
    ("a,b,c\nd\ne,f,g,h", "1: A=a B=b C=c | 2: A=d | 3: A=e B=f C=g D=h"),
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
