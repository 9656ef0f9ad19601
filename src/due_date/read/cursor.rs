//! A position in a list of tokens, from which the parsers consume tokens.

use super::tokens::{Gap, Kind, Mark, Number, Token};
use super::vocabulary::Word;

#[derive(Copy, Clone, Debug)]
pub(super) struct Cursor<'t> {
    rest: &'t [Token],
}

impl<'t> Cursor<'t> {
    pub(super) fn new(tokens: &'t [Token]) -> Self {
        Self { rest: tokens }
    }

    pub(super) fn rest(self) -> &'t [Token] {
        self.rest
    }

    pub(super) fn is_done(self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn peek(self) -> Option<Token> {
        self.rest.first().copied()
    }

    pub(super) fn skip(&mut self) {
        self.rest = self.rest.split_first().map_or(self.rest, |(_, rest)| rest);
    }

    /// Consumes what `read` parses, or nothing if it fails.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = read(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// Returns what `read` parses if it consumes all tokens.
    pub(super) fn whole<T>(mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let found = read(&mut self)?;
        self.is_done().then_some(found)
    }

    pub(super) fn word(&mut self) -> Option<Word> {
        let Kind::Word(word) = self.peek()?.kind else {
            return None;
        };
        self.skip();
        Some(word)
    }

    pub(super) fn number(&mut self) -> Option<Number> {
        let Kind::Number(number) = self.peek()?.kind else {
            return None;
        };
        self.skip();
        Some(number)
    }

    /// Consumes a number without `st`, `nd`, `rd` or `th`.
    pub(super) fn cardinal(&mut self) -> Option<Number> {
        self.attempt(|cursor| cursor.number().filter(|number| !number.ordinal))
    }

    pub(super) fn month(&mut self) -> Option<u32> {
        self.attempt(|cursor| match cursor.word()? {
            Word::Month(month) => Some(month),
            _ => None,
        })
    }

    pub(super) fn eat(&mut self, word: Word) -> bool {
        self.eat_kind(Kind::Word(word))
    }

    /// Consumes all of `words`, or nothing.
    pub(super) fn eat_all(&mut self, words: &[Word]) -> bool {
        self.attempt(|cursor| words.iter().all(|word| cursor.eat(*word)).then_some(())).is_some()
    }

    pub(super) fn eat_any(&mut self, words: &[Word]) -> bool {
        words.iter().any(|word| self.eat(*word))
    }

    pub(super) fn eat_mark(&mut self, mark: Mark) -> bool {
        self.eat_kind(Kind::Mark(mark))
    }

    pub(super) fn mark_of(&mut self, marks: &[Mark]) -> Option<Mark> {
        marks.iter().copied().find(|mark| self.eat_mark(*mark))
    }

    /// Consumes one of `marks` without a space on either side.
    pub(super) fn tight_mark_of(&mut self, marks: &[Mark]) -> Option<Mark> {
        self.attempt(|cursor| {
            let before = cursor.peek()?.gap;
            let mark = cursor.mark_of(marks)?;
            (before == Gap::None && cursor.peek()?.gap == Gap::None).then_some(mark)
        })
    }

    fn eat_kind(&mut self, kind: Kind) -> bool {
        let found = self.peek().is_some_and(|token| token.kind == kind);
        if found {
            self.skip();
        }
        found
    }
}
