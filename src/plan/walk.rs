//! Walks a record through its `Serialize` implementation, visiting every key and text in document
//! order without a second list of fields.

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

use crate::diagnostic::Step;
use crate::due_date::DueDate;

/// Receives the events of a walk through a value.
pub(crate) trait Visitor {
    /// Called at the start of a value. If it returns true, the walk visits the value and then calls
    /// `leave`; otherwise the value is skipped.
    fn enter(&mut self, step: Step) -> bool;
    /// Called at the end of a value that was entered.
    fn leave(&mut self);
    /// Called for a text in the current value.
    fn text(&mut self, text: &str);
    /// Called for a date in the current value.
    fn date(&mut self, words: &str);
}

/// Walks through a value and calls the visitor.
pub(crate) fn walk<T: Serialize + ?Sized, V: Visitor>(value: &T, visitor: &mut V) {
    // A walk writes nothing and so cannot fail.
    let _ = value.serialize(Walker { visitor, is_date: false });
}

struct Walker<'v, V> {
    visitor: &'v mut V,
    is_date: bool,
}

/// The error type of a serializer that never fails.
#[derive(Debug, thiserror::Error)]
#[error("a walk cannot fail")]
struct Never;

impl ser::Error for Never {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Walks the elements of a list or the fields of an object.
struct Inside<'v, V> {
    visitor: &'v mut V,
    position: usize,
}

impl<V: Visitor> Inside<'_, V> {
    fn step<T: Serialize + ?Sized>(&mut self, step: Step, value: &T) -> Result<(), Never> {
        if self.visitor.enter(step) {
            value.serialize(Walker { visitor: &mut *self.visitor, is_date: false })?;
            self.visitor.leave();
        }
        Ok(())
    }
}

impl<V: Visitor> ser::SerializeSeq for Inside<'_, V> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Never> {
        let step = Step::Index(self.position);
        self.position += 1;
        self.step(step, value)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

impl<V: Visitor> ser::SerializeStruct for Inside<'_, V> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        self.step(Step::Key(key), value)
    }

    fn end(self) -> Result<(), Never> {
        Ok(())
    }
}

/// Skips values that hold no text.
macro_rules! pass_over {
    ($($method:ident($type:ty);)+) => {$(
        fn $method(self, _: $type) -> Result<(), Never> {
            Ok(())
        }
    )+};
}

impl<'v, V: Visitor> Serializer for Walker<'v, V> {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = Inside<'v, V>;
    type SerializeStruct = Inside<'v, V>;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeMap = Impossible<(), Never>;
    type SerializeStructVariant = Impossible<(), Never>;

    pass_over! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_bytes(&[u8]);
        serialize_unit_struct(&'static str);
    }

    fn serialize_str(self, text: &str) -> Result<(), Never> {
        if self.is_date {
            self.visitor.date(text);
        } else {
            self.visitor.text(text);
        }
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Never> {
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(Walker { visitor: self.visitor, is_date: name == DueDate::NAME })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Never> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Never> {
        Ok(Inside { visitor: self.visitor, position: 0 })
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Never> {
        Ok(Inside { visitor: self.visitor, position: 0 })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Never> {
        Err(Never)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Never> {
        Err(Never)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Never> {
        Err(Never)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Never> {
        Err(Never)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Never> {
        Err(Never)
    }
}
