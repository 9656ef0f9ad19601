//! Documents of format 1 that were written before the first release. They must read for ever, and with the
//! same ids, so neither the files nor the numbers here may be changed: a new version gets files of its own.

use improvement_plan::Plan;

use super::papers::fingerprint;

/// A document, a fingerprint of its bytes, and one of its JSON with every id.
const DOCUMENTS: &[(&str, &[u8], u64, u64)] = &[
    (
        "byte-order-mark",
        include_bytes!("data/format-1/byte-order-mark.json"),
        0xaecf_a366_58d6_798c,
        0xa027_876f_0267_e34c,
    ),
    (
        "every-key",
        include_bytes!("data/format-1/every-key.json"),
        0x8dcb_3ea8_bb0b_aedf,
        0x95bb_5a99_e296_706b,
    ),
    (
        "every-record",
        include_bytes!("data/format-1/every-record.json"),
        0x9da3_ca77_70f6_b5be,
        0xbb42_8239_5ecd_2f22,
    ),
    (
        "fewest-keys",
        include_bytes!("data/format-1/fewest-keys.json"),
        0x3b4e_351f_3cb6_d02e,
        0xee59_e21e_b19d_b552,
    ),
    (
        "unusual-shapes",
        include_bytes!("data/format-1/unusual-shapes.json"),
        0x8b48_b0b6_5460_b356,
        0x23b5_982e_7eb4_b642,
    ),
];

#[test]
fn documents_of_today_read_for_ever_and_keep_their_ids() {
    let mut found = Vec::new();
    for (name, bytes, _, _) in DOCUMENTS {
        let plan = Plan::from_json_bytes(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(Plan::from_json(&plan.to_json()).unwrap(), plan, "{name}");
        let text = std::str::from_utf8(bytes).unwrap();
        let with_ids = plan.into_doc_with_ids().to_json();
        found.push((*name, fingerprint(text), fingerprint(&with_ids)));
    }
    let expected: Vec<_> =
        DOCUMENTS.iter().map(|(name, _, bytes, ids)| (*name, *bytes, *ids)).collect();
    assert!(found == expected, "a document of today was changed, or reads otherwise: {found:#x?}");
}
