//! The words with a meaning in a date. Every other word is [`Word::Other`].

use crate::text::{TO_BE_DONE, TO_BE_INITIALS};

/// Exceeds the length of every word below, so that longer words need no comparison.
const LONGEST: usize = 16;

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 1 to 12.
    Month(u32),
    Weekday,
    /// `one` to `twelve`.
    Count(u32),
    /// `first` to `fourth`.
    Rank(u32),
    /// A single letter, in lower case.
    Letter(u8),
    Unit(Unit),
    Phase,
    Early,
    Mid,
    Late,
    End,
    Quarter,
    Financial,
    FinancialYear,
    Commencing,
    Ending,
    WeekCommencing,
    By,
    Due,
    Target,
    Date,
    No,
    Later,
    Than,
    The,
    Of,
    In,
    On,
    And,
    To,
    Until,
    From,
    Starting,
    With,
    Effect,
    Onwards,
    For,
    Within,
    Period,
    Ongoing,
    Going,
    Rolling,
    Programme,
    ToBeConfirmed,
    Be,
    /// What is still to happen to a date: confirmed, agreed.
    ToBeDone,
    AsSoonAsPossible,
    As,
    Soon,
    Possible,
    Immediate,
    Season,
    Half,
    Term,
    HalfTerm,
    School,
    Holiday,
    Festival,
    Other,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

/// Returns the meaning of a run of letters, in any case.
pub(super) fn word(text: &str) -> Word {
    let mut room = [0_u8; LONGEST];
    let Some(folded) = room.get_mut(..text.len()) else {
        return Word::Other;
    };
    folded.copy_from_slice(text.as_bytes());
    folded.make_ascii_lowercase();
    match &*folded {
        [letter @ b'a'..=b'z'] => Word::Letter(*letter),
        folded => calendar(folded)
            .or_else(|| number(folded))
            .or_else(|| lead(folded))
            .or_else(|| state(folded))
            .or_else(|| school(folded))
            .unwrap_or(Word::Other),
    }
}

/// Returns the number of a month from its name or a usual abbreviation, in any case.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(crate) fn month_named(text: &str) -> Option<u32> {
    match word(text) {
        Word::Month(number) => Some(number),
        _ => None,
    }
}

fn calendar(folded: &[u8]) -> Option<Word> {
    Some(match folded {
        b"jan" | b"january" => Word::Month(1),
        b"feb" | b"february" => Word::Month(2),
        b"mar" | b"march" => Word::Month(3),
        b"apr" | b"april" => Word::Month(4),
        b"may" => Word::Month(5),
        b"jun" | b"june" => Word::Month(6),
        b"jul" | b"july" => Word::Month(7),
        b"aug" | b"august" => Word::Month(8),
        b"sep" | b"sept" | b"september" => Word::Month(9),
        b"oct" | b"october" => Word::Month(10),
        b"nov" | b"november" => Word::Month(11),
        b"dec" | b"december" => Word::Month(12),
        b"mon" | b"monday" | b"tue" | b"tues" | b"tuesday" | b"wed" | b"weds" | b"wednesday"
        | b"thu" | b"thur" | b"thurs" | b"thursday" | b"fri" | b"friday" | b"sat" | b"saturday"
        | b"sun" | b"sunday" => Word::Weekday,
        b"early" => Word::Early,
        b"mid" => Word::Mid,
        b"late" => Word::Late,
        b"end" => Word::End,
        b"quarter" | b"qtr" => Word::Quarter,
        b"financial" => Word::Financial,
        b"fy" => Word::FinancialYear,
        b"day" | b"days" => Word::Unit(Unit::Days),
        b"week" | b"weeks" | b"wks" => Word::Unit(Unit::Weeks),
        b"month" | b"months" | b"mths" => Word::Unit(Unit::Months),
        b"year" | b"years" | b"yrs" => Word::Unit(Unit::Years),
        b"commencing" | b"beginning" => Word::Commencing,
        b"ending" => Word::Ending,
        b"wc" | b"wb" => Word::WeekCommencing,
        b"phase" | b"stage" => Word::Phase,
        _ => return None,
    })
}

fn number(folded: &[u8]) -> Option<Word> {
    Some(match folded {
        b"one" => Word::Count(1),
        b"two" => Word::Count(2),
        b"three" => Word::Count(3),
        b"four" => Word::Count(4),
        b"five" => Word::Count(5),
        b"six" => Word::Count(6),
        b"seven" => Word::Count(7),
        b"eight" => Word::Count(8),
        b"nine" => Word::Count(9),
        b"ten" => Word::Count(10),
        b"eleven" => Word::Count(11),
        b"twelve" => Word::Count(12),
        b"first" => Word::Rank(1),
        b"second" => Word::Rank(2),
        b"third" => Word::Rank(3),
        b"fourth" => Word::Rank(4),
        _ => return None,
    })
}

fn lead(folded: &[u8]) -> Option<Word> {
    Some(match folded {
        b"by" => Word::By,
        b"due" => Word::Due,
        b"target" => Word::Target,
        b"date" | b"dates" => Word::Date,
        b"no" | b"not" => Word::No,
        b"later" => Word::Later,
        b"than" => Word::Than,
        b"the" => Word::The,
        b"of" => Word::Of,
        b"in" => Word::In,
        b"on" => Word::On,
        b"and" => Word::And,
        b"to" => Word::To,
        b"until" | b"till" => Word::Until,
        b"from" => Word::From,
        b"starting" => Word::Starting,
        b"with" => Word::With,
        b"effect" => Word::Effect,
        b"onward" | b"onwards" => Word::Onwards,
        b"for" => Word::For,
        b"within" => Word::Within,
        b"period" => Word::Period,
        _ => return None,
    })
}

fn state(folded: &[u8]) -> Option<Word> {
    Some(match folded {
        b"ongoing" | b"continuous" | b"continuing" => Word::Ongoing,
        b"going" => Word::Going,
        b"rolling" => Word::Rolling,
        b"programme" => Word::Programme,
        b"be" => Word::Be,
        b"asap" => Word::AsSoonAsPossible,
        b"as" => Word::As,
        b"soon" => Word::Soon,
        b"possible" => Word::Possible,
        b"immediate" | b"immediately" => Word::Immediate,
        _ if is_among(TO_BE_INITIALS, folded) => Word::ToBeConfirmed,
        _ if is_among(TO_BE_DONE, folded) => Word::ToBeDone,
        _ => return None,
    })
}

fn is_among(words: &[&str], folded: &[u8]) -> bool {
    words.iter().any(|word| word.as_bytes() == folded)
}

fn school(folded: &[u8]) -> Option<Word> {
    Some(match folded {
        b"spring" | b"summer" | b"autumn" | b"winter" => Word::Season,
        b"half" => Word::Half,
        b"term" => Word::Term,
        b"halfterm" => Word::HalfTerm,
        b"school" | b"academic" => Word::School,
        b"holiday" | b"holidays" => Word::Holiday,
        b"easter" | b"christmas" | b"xmas" => Word::Festival,
        _ => return None,
    })
}
