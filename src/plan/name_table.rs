//! A table of values by name: a reference or a text, compared once folded, within a scope.

use std::hash::{BuildHasher, Hasher};

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::text::{same_reference, with_folded_reference};

/// How many names are searched one by one before they are kept in a hash table. The milestones of an action are
/// rarely more.
const FEW: usize = 8;

/// Values by name and scope. Names are hashed and compared as if folded, without keeping a folded copy.
pub(crate) struct NameTable<'d, V> {
    hasher: DefaultHashBuilder,
    /// The names while they are few.
    few: Vec<Entry<'d, V>>,
    /// All names, once they are more.
    many: HashTable<Entry<'d, V>>,
}

struct Entry<'d, V> {
    hash: u64,
    scope: u32,
    name: &'d str,
    value: V,
}

impl<V> Entry<'_, V> {
    fn is(&self, hash: u64, scope: u32, name: &str) -> bool {
        self.hash == hash && self.scope == scope && same_reference(self.name, name)
    }
}

impl<V> Default for NameTable<'_, V> {
    fn default() -> Self {
        Self { hasher: DefaultHashBuilder::default(), few: Vec::new(), many: HashTable::new() }
    }
}

impl<'d, V> NameTable<'d, V> {
    /// Removes every name. Drops a large table, so that later calls stay fast.
    pub(crate) fn clear(&mut self) {
        self.few.clear();
        if self.many.capacity() > 1_024 {
            self.many = HashTable::new();
        } else {
            self.many.clear();
        }
    }

    /// Returns the value of a name.
    pub(crate) fn get(&self, scope: u32, name: &str) -> Option<&V> {
        let hash = self.hash(scope, name);
        let is_it = |entry: &Entry<'_, V>| entry.is(hash, scope, name);
        let few = || self.few.iter().find(|entry| is_it(entry));
        self.many.find(hash, is_it).or_else(few).map(|entry| &entry.value)
    }

    /// Returns the value that a name already has or, if it has none, gives it this one.
    pub(crate) fn get_or_insert(&mut self, scope: u32, name: &'d str, value: V) -> Option<&mut V> {
        let hash = self.hash(scope, name);
        let is_it = |entry: &Entry<'_, V>| entry.is(hash, scope, name);
        if self.many.is_empty() {
            if let Some(at) = self.few.iter().position(is_it) {
                return self.few.get_mut(at).map(|entry| &mut entry.value);
            }
            self.few.push(Entry { hash, scope, name, value });
            if self.few.len() > FEW {
                for entry in self.few.drain(..) {
                    self.many.insert_unique(entry.hash, entry, |entry| entry.hash);
                }
            }
            return None;
        }
        match self.many.entry(hash, is_it, |entry| entry.hash) {
            hashbrown::hash_table::Entry::Occupied(entry) => Some(&mut entry.into_mut().value),
            hashbrown::hash_table::Entry::Vacant(entry) => {
                entry.insert(Entry { hash, scope, name, value });
                None
            }
        }
    }

    /// Iterates over the values, in no particular order.
    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.few.iter().chain(&self.many).map(|entry| &entry.value)
    }

    fn hash(&self, scope: u32, name: &str) -> u64 {
        with_folded_reference(name, |folded| {
            let mut hasher = self.hasher.build_hasher();
            hasher.write_u32(scope);
            hasher.write(folded);
            hasher.finish()
        })
    }
}
