//! An object of JSON, written member by member.
//!
//! In: names that need no escaping, and values. Out: compact JSON, in their order. Nothing can go wrong. A ledger has a line for each
//! figure of a site, of many short members: to ask serde for each name costs as much as to write the values.

use super::write;
use serde::Serialize;

/// An object that is being written.
pub struct Object<'a> {
    to: &'a mut Vec<u8>,
    /// What stands before the next member.
    before: u8,
}

impl<'a> Object<'a> {
    /// Begins an object.
    pub fn begin(to: &'a mut Vec<u8>) -> Self {
        Self { to, before: b'{' }
    }

    /// Adds a member.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.to.extend([self.before, b'"']);
        self.to.extend(name.as_bytes());
        self.to.extend(b"\":");
        write(self.to, value);
        self.before = b',';
    }

    /// Adds the members of something that is an object itself, and has any.
    pub fn members<T: Serialize>(&mut self, object: &T) {
        let start = self.to.len();
        write(self.to, object);
        let end = self.to.pop();
        assert_eq!((self.to[start], end), (b'{', Some(b'}')), "what has members is an object");
        self.to[start] = self.before;
        self.before = b',';
    }

    /// Ends it; it has a member.
    pub fn end(self) {
        self.to.push(b'}');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Amount;

    #[test]
    fn an_object_is_what_serde_would_write() {
        let mut written = Vec::new();
        let mut object = Object::begin(&mut written);
        object.members(&Amount::Value(88.into()));
        object.member("text", "“ร้อยละ 88”\n");
        object.members(&Amount::Lost);
        object.member("page", &None::<usize>);
        object.end();
        let expected =
            r#"{"value":"88","low":null,"high":null,"text":"“ร้อยละ 88”\n","value":null,"low":null,"high":null,"page":null}"#;
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }
}
