//! Reads any bytes as a CSV file: a document or an error, never a panic, and the same each time.
#![no_main]

use improvement_plan::import::ReadOptions;
use improvement_plan::csv;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let options = ReadOptions::new();
    let first = csv::read(bytes, &options).map_err(|error| error.to_string());
    let second = csv::read(bytes, &options).map_err(|error| error.to_string());
    assert_eq!(first, second);
    if let Ok(import) = first {
        let _ = import.build();
    }
});
