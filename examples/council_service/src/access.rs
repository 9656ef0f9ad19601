//! Who may see and change what.

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use subtle::ConstantTimeEq;

use crate::problem::Problem;

/// How much of a plan a caller may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// The plan without its restricted records. Nothing can be changed.
    Published,
    /// All of it, and it can be changed.
    Whole,
}

impl Access {
    /// Refuses callers who may not see whole plans. They could not change a plan either without losing
    /// what is hidden from them.
    pub fn must_be_whole(self) -> Result<(), Problem> {
        let detail = "Only callers who may see whole plans can do this: start the service with \
                      --whole, or send the token for whole plans.";
        match self {
            Self::Whole => Ok(()),
            Self::Published => Err(Problem::new(StatusCode::FORBIDDEN, detail)),
        }
    }
}

/// What a request must show to be answered.
pub enum Gate {
    /// Nothing: only this machine is served, and everyone on it has this access.
    Local(Access),
    /// One of these tokens.
    Tokens { whole: Option<Token>, published: Option<Token> },
}

impl Gate {
    /// Returns the access of a request.
    pub fn admit(&self, headers: &HeaderMap) -> Result<Access, Problem> {
        let (whole, published) = match self {
            Self::Local(access) if is_for_this_machine(headers) => return Ok(*access),
            Self::Local(_) => {
                let detail = "Without tokens, the service answers only to localhost.";
                return Err(Problem::new(StatusCode::MISDIRECTED_REQUEST, detail));
            }
            Self::Tokens { whole, published } => (whole, published),
        };
        let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (scheme, given) = given.and_then(|value| value.split_once(' ')).unwrap_or_default();
        let given = scheme.eq_ignore_ascii_case("bearer").then(|| Token(given.to_owned()));
        if given.is_some() && given == *whole {
            Ok(Access::Whole)
        } else if given.is_some() && given == *published {
            Ok(Access::Published)
        } else {
            let detail = "Send a token of this service, as Authorization: Bearer TOKEN.";
            Err(Problem::new(StatusCode::UNAUTHORIZED, detail))
        }
    }
}

/// Returns whether a request names this machine as its host. A page from elsewhere can lead a browser to
/// this machine under a name of its own, and must not be answered.
fn is_for_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(':');
    let name = if name.is_empty() || host.parse::<IpAddr>().is_ok() { host } else { name };
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

/// A secret that callers send.
#[derive(Eq)]
pub struct Token(String);

impl Token {
    /// Creates a token. `None` if it is too short to be a secret or cannot be sent in a header.
    pub fn new(text: &str) -> Option<Self> {
        let sound = text.len() >= 16 && text.bytes().all(|byte| byte.is_ascii_graphic());
        sound.then(|| Self(text.to_owned()))
    }
}

/// Compares in a time that does not tell how much was right.
impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}
