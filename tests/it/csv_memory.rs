//! The worst files within the limits, each read in a process of its own: none takes more than 256 MiB,
//! and none ends it.

use std::io::{self, Read, Write};
use std::process::Command;
use std::{env, fs};

use improvement_plan::csv;
use improvement_plan::import::ReadOptions;

/// The variable that tells a child what to read.
const CASE: &str = "CSV_MEMORY_CASE";

/// The most that a child may take, in KiB.
const MOST: u64 = 256 * 1024;

/// The size of the largest files, in bytes.
const SIZE: u64 = 19_999_998;

/// The size of the files of which every cell is many records, which would be far more than are kept.
const FEWER: u64 = 2_500 * LINES.len() as u64;

/// A name, what the file is repeated of after its first bytes, how it ends, and how many bytes are
/// repeated.
type Case = (&'static str, &'static [u8], &'static [u8], &'static str, u64);

const CASES: &[Case] = &[
    ("separators", b"", b",", "row 1: there are more cells in this row", SIZE),
    ("as many cells as may be", b"", WIDE, "read", 2_000 * 250 * 21),
    ("as much text as may be", b"", LONG, "read", SIZE),
    (
        "Windows-1252",
        b"",
        b"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80,",
        "row 1: there are",
        SIZE,
    ),
    ("steps", b"Action,Milestones\n", LINES, "read", FEWER),
    ("owners", b"Action,Lead\n", LINES, "read", FEWER),
    ("links", b"Action,Link to recommendation\n", LINES, "read", FEWER),
    ("waits", b"Action,Depends on\n", LINES, "read", FEWER),
    ("evidence", b"Action,Evidence\n", LINES, "read", FEWER),
    ("sources", b"Action,Enables\n", LINES, "read", FEWER),
    ("recommendations", b"Action,Recommendation\n", LINES, "read", FEWER),
];

/// A row of an action and a cell of 90 short lines, no two alike.
const LINES: &[u8] = &{
    let mut row = [b'\n'; 4 + 90 * 3 + 1];
    row[0] = b'A';
    row[1] = b',';
    row[2] = b'"';
    let mut line = 0;
    while line < 90 {
        row[3 + line * 3] = b"abcdefghi"[line / 10];
        row[4 + line * 3] = b"0123456789"[line % 10];
        line += 1;
    }
    row[3 + 90 * 3] = b'"';
    row
};

/// A row of 250 cells of 20 letters.
const WIDE: &[u8] = &{
    let mut row = [b'a'; 250 * 21];
    let mut cell = 1;
    while cell <= 250 {
        row[cell * 21 - 1] = if cell == 250 { b'\n' } else { b',' };
        cell += 1;
    }
    row
};

/// A row of one cell of 30,000 letters.
const LONG: &[u8] = &{
    let mut row = [b'a'; 30_001];
    row[30_000] = b'\n';
    row
};

/// Repeats some bytes without end.
struct Again {
    block: Vec<u8>,
    at: usize,
}

impl Again {
    fn new(bytes: &[u8]) -> Self {
        Self { block: bytes.repeat(1 + 65_536 / bytes.len()), at: 0 }
    }
}

impl Read for Again {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = (&self.block[self.at..]).read(buffer)?;
        self.at = (self.at + length) % self.block.len();
        Ok(length)
    }
}

#[test]
fn a_child_reads_one_of_the_worst_files() {
    let Ok(name) = env::var(CASE) else { return };
    let (_, first, again, end, size) = CASES.iter().find(|case| case.0 == name).unwrap();
    let rest = Again::new(again).take(*size);
    let said = match csv::read(first.chain(rest), &ReadOptions::new()) {
        Ok(_) => "read".to_owned(),
        Err(error) => error.to_string(),
    };
    assert!(said.starts_with(end), "{name}: {said}");
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    writeln!(io::stdout(), "peak {}", most.trim().trim_end_matches(" kB")).unwrap();
}

#[test]
fn no_file_within_the_limits_takes_more_than_256_mib() {
    for (name, ..) in CASES {
        let child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "csv_memory::a_child_reads_one_of_the_worst_files", "--nocapture"])
            .env(CASE, name)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&child.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&child.stderr).into_owned();
        assert!(child.status.success(), "{name}: {said}{wrong}");
        let peak = said.lines().find_map(|line| line.strip_prefix("peak "));
        let peak: u64 = peak.unwrap_or_else(|| panic!("{name}: {said}")).parse().unwrap();
        assert!(peak <= MOST, "{name}: {} MiB", peak / 1024);
    }
}
