//! Measures reading a council's workbook against another reader that only visits the same cells, and the peak
//! memory per row.
//!
//! Absolute times mean little on a shared machine, so the subject and its yardstick alternate in one run and
//! the median ratio is printed. `cargo bench --bench workbooks --features against-calamine`, or with `-- --quick`
//! for a short run.
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may panic")]

mod measure;

use std::hint::black_box;
use std::io::Cursor;
use std::process::Command;

use calamine::{Reader, Xlsx};
use improvement_plan::import::{ReadOptions, SheetLimits};
use improvement_plan::workbook::{self, WorkbookError};
use measure::measure;
use rust_xlsxwriter::{Color, ExcelDateTime, Format, Workbook};

/// Set in the child process that measures memory, or by hand to count instructions: what reads the file
/// `WORKBOOK_FILE`. `ours`, `theirs` (the yardstick) or `none`.
const READER: &str = "WORKBOOK_READER";

fn main() {
    if let Ok(reader) = std::env::var(READER) {
        return read_once(&reader);
    }
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let (sizes, rounds): (&[u32], usize) =
        if is_quick { (&[150, 2_000], 3) } else { (&[150, 2_400, 20_000], 11) };
    println!("Y is calamine visiting the same cells and discarding their values.");
    for rows in sizes {
        let bytes = council_plan(*rows);
        println!("\n{rows} rows, {} bytes", bytes.len());
        let (ratio, time) = measure(|| ours(&bytes), || theirs(&bytes), rounds);
        let each = time.as_nanos() / u128::from(*rows);
        println!("  {:32} {ratio:6.2} Y  {each:8} ns per row", "check, read and interpret");
        let almost = held(&bytes) - 1;
        let (ratio, time) = measure(|| cells(&bytes, almost), || theirs(&bytes), rounds);
        let each = time.as_nanos() / u128::from(*rows);
        println!("  {:32} {ratio:6.2} Y  {each:8} ns per row", "check and read the cells alone");
        let before = peak_of_child("none", &bytes);
        if let (Some(before), Some(after)) = (before, peak_of_child("ours", &bytes)) {
            let peak = after.saturating_sub(before) * 1_024 / u64::from(*rows);
            println!("  {:32} {peak:6} bytes per row at the peak", "memory, the file included");
        }
    }
}

fn ours(bytes: &[u8]) {
    let import = workbook::read(bytes, &ReadOptions::new()).unwrap();
    black_box(&import);
}

/// Reads every cell but fails at the last one, so that no table is interpreted.
fn cells(bytes: &[u8], almost: usize) {
    let limits = SheetLimits::default().with_cells(almost);
    let refused = workbook::read(bytes, &ReadOptions::new().with_limits(limits));
    assert!(matches!(refused, Err(WorkbookError::TooLarge { .. })));
}

/// Returns the number of cells that are not empty.
fn held(bytes: &[u8]) -> usize {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    names.iter().map(|name| book.worksheet_range(name).unwrap().used_cells().count()).sum()
}

fn theirs(bytes: &[u8]) {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&name).unwrap();
        while let Some(cell) = cells.next_cell().unwrap() {
            black_box(cell.get_value());
        }
    }
}

/// Returns the peak memory in kB of a child process with one reader of a workbook, or `None` if the system
/// does not report it.
fn peak_of_child(reader: &str, bytes: &[u8]) -> Option<u64> {
    let file = std::env::temp_dir().join(format!("workbook-bench-{}.xlsx", std::process::id()));
    std::fs::write(&file, bytes).ok()?;
    let child = Command::new(std::env::current_exe().ok()?)
        .env(READER, reader)
        .env("WORKBOOK_FILE", &file)
        .output();
    std::fs::remove_file(&file).ok()?;
    String::from_utf8(child.ok()?.stdout).ok()?.trim().parse().ok()
}

/// In the child process: reads the file once, and prints the peak memory.
fn read_once(reader: &str) {
    let bytes = std::fs::read(std::env::var("WORKBOOK_FILE").unwrap()).unwrap();
    match reader {
        "ours" => ours(&bytes),
        "theirs" => theirs(&bytes),
        _ => {}
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", peak.unwrap_or_default().trim_end_matches("kB").trim());
}

/// Returns a plan as councils keep it: a title, a header row, and one action per row, with dates and colours.
fn council_plan(rows: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Action plan").unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let colours = [0xC6_EFCE, 0xFF_EB9C, 0xFF_C7CE]
        .map(|rgb| Format::new().set_background_color(Color::RGB(rgb)));
    sheet.write_string(0, 0, "Anyshire improvement plan, as at 30 October 2026").unwrap();
    let headings = [
        "No.",
        "Recommendation",
        "Ref",
        "Action",
        "Lead",
        "Start",
        "By when",
        "RAG",
        "Status",
        "Progress",
        "Success measures",
        "Evidence",
    ];
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string(2, column, heading).unwrap();
    }
    let statuses = ["In progress", "Completed", "Not started"];
    for i in 0..rows {
        let row = i + 3;
        if i % 4 == 0 {
            let recommendation =
                format!("Improve the quality of practice in service area {}.", i / 4);
            sheet.write_number(row, 0, i / 4 + 1).unwrap();
            sheet.write_string(row, 1, recommendation).unwrap();
        }
        let at = |months: u32| {
            ExcelDateTime::from_ymd(2026, u8::try_from(months % 12 + 1).unwrap(), 28).unwrap()
        };
        sheet.write_string(row, 2, format!("{}.{}", i / 4 + 1, i % 4 + 1)).unwrap();
        let action =
            format!("Do the thing that the recommendation asks for, step {i}, and say who by");
        sheet.write_string(row, 3, action).unwrap();
        sheet.write_string(row, 4, format!("Head of Service {}", i % 97)).unwrap();
        sheet.write_datetime_with_format(row, 5, at(i), &day).unwrap();
        sheet.write_datetime_with_format(row, 6, at(i + 5), &day).unwrap();
        let colour = usize::try_from(i % 3).unwrap();
        sheet
            .write_string_with_format(row, 7, ["Green", "Amber", "Red"][colour], &colours[colour])
            .unwrap();
        sheet.write_string(row, 8, statuses[colour]).unwrap();
        let progress =
            format!("Reviewed in week {}: the team is in place and cases are audited.", i % 52);
        sheet.write_string(row, 9, progress).unwrap();
        sheet.write_string(row, 10, "90% of plans are reviewed on time").unwrap();
        sheet.write_string(row, 11, "Dip sample").unwrap();
    }
    book.save_to_buffer().unwrap()
}
