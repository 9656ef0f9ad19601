//! Reads any bytes as a workbook: a document or an error, never a panic.
#![no_main]

use improvement_plan::import::ReadOptions;
use improvement_plan::workbook;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match workbook::read(bytes, &ReadOptions::new()) {
        Ok(import) => {
            let _ = import.build();
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
