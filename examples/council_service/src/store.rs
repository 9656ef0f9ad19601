//! The plans in a database, every version of each.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use improvement_plan::Plan;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::schemas::Version;

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS version (
        council TEXT NOT NULL,
        plan TEXT NOT NULL,
        number INTEGER NOT NULL CHECK (number > 0),
        stored_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        document TEXT NOT NULL,
        PRIMARY KEY (council, plan, number)
    ) STRICT";
const ADD: &str = "INSERT INTO version (council, plan, number, document) VALUES (?1, ?2, ?3, ?4)";
const KEYS: &str = "SELECT DISTINCT council, plan FROM version ORDER BY council, plan";
const VERSIONS: &str =
    "SELECT number, stored_at FROM version WHERE council = ?1 AND plan = ?2 ORDER BY number";
const LATEST: &str = "SELECT max(number) FROM version WHERE council = ?1 AND plan = ?2";
const DOCUMENT: &str =
    "SELECT document FROM version WHERE council = ?1 AND plan = ?2 AND number = ?3";

/// What names a plan.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Key {
    /// A short name of the council: lower-case letters, digits and hyphens.
    pub council: String,
    /// The reference of the plan.
    pub plan: String,
}

/// Why something was not stored or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the plan is not at the version that was expected")]
    Changed { current: Option<i64> },
    #[error("a stored plan cannot be read: {0:?}")]
    Unreadable(Key),
    #[error("{0}")]
    Database(#[from] rusqlite::Error),
}

/// Every version of every plan.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens a database, and creates it if there is none.
    pub fn open(file: &Path) -> Result<Self, StoreError> {
        Self::new(Connection::open(file)?)
    }

    pub fn in_memory() -> Result<Self, StoreError> {
        Self::new(Connection::open_in_memory()?)
    }

    fn new(connection: Connection) -> Result<Self, StoreError> {
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // A version that was acknowledged is on the disk, even if the power fails.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute(TABLES, [])?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Stores the next version of a plan, if its latest is the one expected; `None` expects a new plan.
    /// Returns the number of the version.
    pub fn add(&self, key: &Key, expected: Option<i64>, plan: &Plan) -> Result<i64, StoreError> {
        let mut connection = self.connection();
        // Immediate, so that no other process stores a version between the look and the insertion.
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let current = latest(&transaction, key)?;
        if current != expected {
            return Err(StoreError::Changed { current });
        }
        let version = current.unwrap_or_default() + 1;
        transaction.execute(ADD, params![key.council, key.plan, version, plan.to_json()])?;
        transaction.commit()?;
        Ok(version)
    }

    /// Returns the latest version of a plan and its number, if there is such a plan.
    pub fn latest(&self, key: &Key) -> Result<Option<(i64, Plan)>, StoreError> {
        let Some(version) = latest(&self.connection(), key)? else { return Ok(None) };
        let Some(document) = self.document(key, version)? else { return Ok(None) };
        let plan = Plan::from_json(&document);
        Ok(Some((version, plan.map_err(|_| StoreError::Unreadable(key.clone()))?)))
    }

    /// Returns what names each plan, in order.
    pub fn keys(&self) -> Result<Vec<Key>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(KEYS)?;
        let key = |row: &rusqlite::Row<'_>| Ok(Key { council: row.get(0)?, plan: row.get(1)? });
        let keys = statement.query_map([], key)?.collect::<Result<_, _>>()?;
        Ok(keys)
    }

    /// Returns the versions of a plan, first to last. None if there is no such plan.
    pub fn versions(&self, key: &Key) -> Result<Vec<Version>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(VERSIONS)?;
        let versions = statement.query_map([&key.council, &key.plan], |row| {
            Ok(Version { version: row.get(0)?, stored_at: row.get(1)? })
        })?;
        Ok(versions.collect::<Result<_, _>>()?)
    }

    /// Returns the document of a version.
    pub fn document(&self, key: &Key, version: i64) -> Result<Option<String>, StoreError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(DOCUMENT)?;
        let row = params![key.council, key.plan, version];
        Ok(statement.query_row(row, |row| row.get(0)).optional()?)
    }

    /// Locks, also after another thread panicked: what it had not committed was rolled back.
    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn latest(connection: &Connection, key: &Key) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare_cached(LATEST)?;
    statement.query_row([&key.council, &key.plan], |row| row.get(0))
}
