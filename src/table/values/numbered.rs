//! A text with its number before it.

/// The number before a text and the text without it; none, and the text as it is, where none stands
/// before it.
pub(crate) fn numbered(text: &str) -> (Option<&str>, &str) {
    let trimmed = text.trim();
    let end = trimmed
        .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '.'))
        .unwrap_or(trimmed.len());
    let (Some(number), Some(rest)) = (trimmed.get(..end), trimmed.get(end..)) else {
        return (None, text);
    };
    let has_mark = number.ends_with('.') || rest.starts_with([')', ':']);
    let number = number.trim_end_matches('.');
    if has_mark && number.bytes().any(|byte| byte.is_ascii_digit()) {
        (Some(number), rest.trim_start_matches([')', ':']).trim_start())
    } else {
        (None, text)
    }
}
