//! The formats of the workbook: colours, drop-downs, row heights and printing.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation,
    DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Note, Worksheet, XlsxError,
};

use crate::model::{DeliveryStatus, LegendMeaning, RagStatus};
use crate::workbook::schema::Kind;

/// The colour of headings and of the sheets used every month.
pub(super) const BLUE: u32 = 0x0F_38_5C;

/// The colour of the sheets that are rarely needed.
pub(super) const GREY: u32 = 0x6F_77_7B;

/// The widest column whose cells have the text format, so that 1.2 does not become a date.
const IDENTIFIERS: u16 = 20;

/// The formats of the workbook.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) section: Format,
    pub(super) heading: Format,
    pub(super) label: Format,
    pub(super) hint: Format,
    pub(super) words: Format,
    pub(super) identifier: Format,
    pub(super) date: Format,
    pub(super) number: Format,
    pub(super) input: Format,
    pub(super) input_identifier: Format,
    pub(super) input_date: Format,
    pub(super) input_number: Format,
    pub(super) link: Format,
    pub(super) unwrapped: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let plain = Format::new().set_font_name("Arial").set_font_size(10);
        let words = plain.clone().set_text_wrap().set_align(FormatAlign::Top);
        let identifier = words.clone().set_num_format("@");
        let date = words.clone().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left);
        let number = words.clone().set_align(FormatAlign::Left);
        let boxed = |format: &Format| {
            let grey = Color::RGB(0xB1_B4_B6);
            format.clone().set_border(FormatBorder::Thin).set_border_color(grey)
        };
        Self {
            title: plain.clone().set_bold().set_font_size(18).set_font_color(Color::RGB(BLUE)),
            section: plain.clone().set_bold().set_font_size(13).set_font_color(Color::RGB(BLUE)),
            heading: plain
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(BLUE))
                .set_align(FormatAlign::VerticalCenter)
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::White),
            label: words.clone().set_bold(),
            hint: words.clone().set_font_color(Color::RGB(0x50_5A_5F)),
            input: boxed(&words),
            input_identifier: boxed(&identifier),
            input_date: boxed(&date),
            input_number: boxed(&number),
            link: words
                .clone()
                .set_font_color(Color::RGB(0x1D_70_B8))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            unwrapped: plain.clone().set_align(FormatAlign::Top),
            words,
            identifier,
            date,
            number,
        }
    }

    /// Returns the format of the cells of a column.
    pub(super) fn of(&self, kind: Kind, width: u16) -> &Format {
        match kind {
            Kind::Date => &self.date,
            Kind::Number => &self.number,
            _ if width <= IDENTIFIERS => &self.identifier,
            _ => &self.words,
        }
    }

    /// Returns the format of a box on the cover.
    pub(super) fn input(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Date => &self.input_date,
            Kind::Number => &self.input_number,
            Kind::Words => &self.input_identifier,
            _ => &self.input,
        }
    }
}

/// Returns a note for a heading, large enough for its text.
pub(super) fn note(words: &str) -> Note {
    let lines = u32::try_from(words.chars().count() / 36).unwrap_or(0) + 2;
    Note::new(words)
        .set_author("Improvement plan")
        .add_author_prefix(false)
        .set_font_size(9)
        .set_width(250)
        .set_height(16 * lines)
}

/// Returns a drop-down with the words of another sheet. An open list accepts other words without a
/// warning.
pub(super) fn choice(from: &str, is_closed: bool) -> Result<DataValidation, XlsxError> {
    let list = DataValidation::new().allow_list_formula(Formula::new(from));
    if is_closed {
        list.set_error_title("Not in the list")?
            .set_error_message("Choose one of the words in the list, or leave the cell blank.")
    } else {
        Ok(list.show_error_message(false))
    }
}

/// Returns the validation of a date; other text is allowed after a warning.
pub(super) fn day() -> Result<DataValidation, XlsxError> {
    let first = ExcelDateTime::from_ymd(1900, 3, 1)?;
    DataValidation::new()
        .allow_date(DataValidationRule::GreaterThan(first))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("Not a date")?
        .set_error_message(
            "This is not a day, such as 31/03/2027. Words such as Ongoing or End March 2027 are kept as they are.",
        )
}

/// Returns the validation of a number; nothing else is allowed.
pub(super) fn number() -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_decimal_number(DataValidationRule::Between(-1e15, 1e15))
        .set_error_title("Not a number")?
        .set_error_message("Write the figure alone, without its unit or any words.")
}

/// Fills the cells of a range that hold a word with the colour of what it means.
pub(super) fn paint(
    sheet: &mut Worksheet,
    column: u16,
    last_row: u32,
    word: &str,
    means: LegendMeaning,
) -> Result<(), XlsxError> {
    let (text, fill) = match means {
        LegendMeaning::Colour(RagStatus::Red) => (0x65_1B_1B, 0xF4_D7_D7),
        LegendMeaning::Colour(RagStatus::Amber) => (0x7A_3C_1C, 0xFF_EE_80),
        LegendMeaning::Colour(RagStatus::Green) => (0x08_3D_29, 0xCF_E4_DC),
        LegendMeaning::Status(DeliveryStatus::Completed) => (0x0F_38_5C, 0xD2_E2_F1),
        LegendMeaning::Status(_) => (0x0B_0C_0C, 0xCE_CE_CE),
    };
    let format =
        Format::new().set_font_color(Color::RGB(text)).set_background_color(Color::RGB(fill));
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo(word.to_owned()))
        .set_format(format);
    sheet.add_conditional_format(1, column, last_row, column, &rule)?;
    Ok(())
}

/// The height of one line, in points.
const LINE: u32 = 13;

/// The maximum height of a row, in points.
const TALLEST: u32 = 400;

/// Sets the height of a row to fit its longest cell. Cells come with the widths of their columns.
pub(super) fn heighten<'w>(
    sheet: &mut Worksheet,
    row: u32,
    cells: impl Iterator<Item = (&'w str, u16)>,
) -> Result<(), XlsxError> {
    let lines = cells.map(|(words, width)| lines(words, width)).max().unwrap_or(1);
    if lines > 1 {
        let height = lines.saturating_mul(LINE).saturating_add(3).min(TALLEST);
        sheet.set_row_height(row, height)?;
    }
    Ok(())
}

/// Estimates the number of lines that text takes, rounding up.
fn lines(words: &str, width: u16) -> u32 {
    // Letters are narrower than the digits that define a width, and lines break between words.
    let across = usize::from(width.saturating_mul(7) / 5).saturating_sub(2).max(6);
    let lines =
        words.split('\n').map(|line| line.chars().count().div_ceil(across).max(1)).sum::<usize>();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

/// The width of a page in characters, at the smallest legible size.
const ACROSS: u32 = 230;

/// Sets how a sheet prints: landscape on A4, on A3 if it is wide, and if it is wider still on several
/// pages across, each repeating the first columns.
pub(super) fn print(sheet: &mut Worksheet, width: u32) -> Result<(), XlsxError> {
    const A3: u8 = 8;
    const A4: u8 = 9;
    let pages = u16::try_from(width.div_ceil(ACROSS)).unwrap_or(1).max(1);
    sheet.set_landscape().set_paper_size(if width > ACROSS * 2 / 3 { A3 } else { A4 });
    sheet.set_print_fit_to_pages(pages, 0);
    if pages > 1 {
        sheet.set_repeat_columns(0, 1)?;
    }
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&A&RPage &P of &N");
    Ok(())
}
