//! Positions in a text: byte offsets, and lines and columns.

/// Returns the line and column of each byte offset, both counted from 1, the column in characters. The
/// offsets must be in ascending order.
pub(super) fn lines_and_columns(
    text: &str,
    offsets: impl Iterator<Item = usize>,
) -> Vec<(usize, usize)> {
    let (mut line, mut column, mut at) = (1, 1, 0);
    offsets
        .map(|offset| {
            let mut end = offset.clamp(at, text.len().max(at));
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let between = text.get(at..end).unwrap_or_default();
            let breaks = between.matches('\n').count();
            let last = between.rsplit('\n').next().unwrap_or_default().chars().count();
            line += breaks;
            column = if breaks == 0 { column + last } else { last + 1 };
            at = end;
            (line, column)
        })
        .collect()
}

/// Returns the byte offset of a line and a column as `serde_json` counts them: lines from 1,
/// columns in bytes, where column 0 is the line break before the line.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        None => 0,
        Some(breaks) => text.match_indices('\n').nth(breaks).map_or(text.len(), |(at, _)| at + 1),
    };
    (start + column).saturating_sub(1).min(text.len())
}

/// Returns the byte offset of `piece`, which is a slice of `text`.
pub(super) fn offset_in(text: &str, piece: &str) -> usize {
    piece.as_ptr().addr().saturating_sub(text.as_ptr().addr())
}
