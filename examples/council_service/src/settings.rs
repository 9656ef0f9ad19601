//! What the service is started with: its arguments and the tokens in its environment.

use std::env;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use lexopt::{Arg, Error, Parser, ValueExt};

use crate::access::{Access, Gate, Token};

/// What the service is started with.
pub struct Settings {
    pub listen: SocketAddr,
    /// The file of the database. Without one, plans are held in memory.
    pub database: Option<PathBuf>,
    pub gate: Gate,
}

impl Settings {
    /// Reads the arguments and the environment. `None` if help was asked for.
    pub fn read() -> Result<Option<Self>, Error> {
        let mut listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
        let mut database = None;
        let mut local = Access::Published;
        let mut arguments = Parser::from_env();
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("listen") => listen = arguments.value()?.parse()?,
                Arg::Long("database") => database = Some(PathBuf::from(arguments.value()?)),
                Arg::Long("whole") => local = Access::Whole,
                Arg::Short('h') | Arg::Long("help") => return Ok(None),
                other => return Err(other.unexpected()),
            }
        }
        let whole = token("COUNCIL_SERVICE_TOKEN")?;
        let published = token("COUNCIL_SERVICE_PUBLISHED_TOKEN")?;
        let gate = match (whole, published) {
            (None, None) if listen.ip().is_loopback() => Gate::Local(local),
            (None, None) => {
                let reached =
                    "can be reached from other machines: set a token, or listen on 127.0.0.1";
                return Err(format!("{listen} {reached} (see --help)").into());
            }
            _ if local == Access::Whole => {
                return Err("--whole is for a service without tokens: a token decides".into());
            }
            (Some(whole), Some(published)) if whole == published => {
                return Err("the two tokens must differ".into());
            }
            (whole, published) => Gate::Tokens { whole, published },
        };
        Ok(Some(Self { listen, database, gate }))
    }
}

/// Reads a token. One that is set but would not protect anything stops the service.
fn token(variable: &str) -> Result<Option<Token>, Error> {
    let Some(value) = env::var_os(variable) else { return Ok(None) };
    let token = value.to_str().and_then(Token::new);
    let advice = "must be at least 16 characters, all of them visible";
    token.map(Some).ok_or_else(|| format!("the token in {variable} {advice}").into())
}
