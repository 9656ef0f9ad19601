//! The plans in a database, every version of each.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Result, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const TABLE: &str = "
    CREATE TABLE IF NOT EXISTS version (
        council TEXT NOT NULL,
        plan TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        stored_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        document TEXT NOT NULL,
        PRIMARY KEY (council, plan, number)
    ) STRICT";
const ADD: &str = "INSERT INTO version (council, plan, number, document) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT DO NOTHING";
const KEYS: &str = "SELECT DISTINCT council, plan FROM version ORDER BY council, plan";
const VERSIONS: &str =
    "SELECT number, stored_at FROM version WHERE council = ?1 AND plan = ?2 ORDER BY number";
const DOCUMENT: &str = "SELECT number, document FROM version WHERE council = ?1 AND plan = ?2
    AND (?3 IS NULL OR number = ?3) ORDER BY number DESC LIMIT 1";

/// What names a plan.
#[derive(Clone, Deserialize, Serialize, JsonSchema)]
pub struct Key {
    /// A short name of the council: lower-case letters, digits and hyphens.
    pub council: String,
    /// The reference of the plan.
    pub plan: String,
}

/// A version of a plan.
#[derive(Serialize, JsonSchema)]
pub struct Version {
    version: i64,
    /// When it was stored, in UTC.
    stored_at: String,
}

/// Every version of every plan.
pub struct Store(Mutex<Connection>);

impl Store {
    /// Opens the database in a file, which is created if there is none. Without a file, in memory.
    pub fn open(file: Option<&Path>) -> Result<Self> {
        let connection = file.map_or_else(Connection::open_in_memory, Connection::open)?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A version that was acknowledged is on the disk, even if the power fails.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute(TABLE, [])?;
        Ok(Self(Mutex::new(connection)))
    }

    /// Stores the version that follows the current one and returns its number, or `None` if another
    /// program or thread was faster: of two that store the same number, the primary key lets one in.
    pub fn add(&self, key: &Key, current: Option<i64>, document: &str) -> Result<Option<i64>> {
        let next = current.unwrap_or_default() + 1;
        let row = params![key.council, key.plan, next, document];
        Ok((self.connection().execute(ADD, row)? == 1).then_some(next))
    }

    /// Returns what names each plan, in order.
    pub fn keys(&self) -> Result<Vec<Key>> {
        let connection = self.connection();
        let mut keys = connection.prepare(KEYS)?;
        keys.query_map([], |row| Ok(Key { council: row.get(0)?, plan: row.get(1)? }))?.collect()
    }

    /// Returns the versions of a plan, first to last. None if there is no such plan.
    pub fn versions(&self, key: &Key) -> Result<Vec<Version>> {
        let connection = self.connection();
        let mut versions = connection.prepare(VERSIONS)?;
        let version =
            |row: &rusqlite::Row<'_>| Ok(Version { version: row.get(0)?, stored_at: row.get(1)? });
        versions.query_map([&key.council, &key.plan], version)?.collect()
    }

    /// Returns a version of a plan, or the latest: its number and its document.
    pub fn document(&self, key: &Key, version: Option<i64>) -> Result<Option<(i64, String)>> {
        let row = (&key.council, &key.plan, version);
        self.connection().query_row(DOCUMENT, row, |row| row.try_into()).optional()
    }

    /// Locks, also after another thread panicked: what it had not committed was rolled back.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
