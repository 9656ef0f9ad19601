//! Who may see and change what.

use std::env;
use std::net::{IpAddr, SocketAddr};

use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, header};
use schemars::JsonSchema;
use serde::Serialize;
use subtle::ConstantTimeEq;

use crate::problem::Problem;

/// The variables that hold tokens, and what each lets its callers see.
const TOKENS: [(&str, Access); 2] = [
    ("COUNCIL_SERVICE_TOKEN", Access::Whole),
    ("COUNCIL_SERVICE_PUBLISHED_TOKEN", Access::Published),
];

/// How much of a plan a caller may see.
#[derive(Clone, Copy, PartialEq, Serialize, JsonSchema)]
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
        if self == Self::Whole { Ok(()) } else { Err(Problem::new(StatusCode::FORBIDDEN, detail)) }
    }
}

/// What a request must show to be answered: one of these tokens. Without any, only this machine is served,
/// and everyone on it has the same access.
pub struct Gate {
    pub local: Access,
    pub tokens: Vec<(String, Access)>,
}

impl Gate {
    /// Reads the tokens from the environment. One that is set but would not protect anything is refused.
    pub fn new(local: Access, listen: SocketAddr) -> Result<Self, String> {
        let mut tokens: Vec<(String, Access)> = Vec::new();
        for (variable, access) in TOKENS {
            let Some(token) = env::var_os(variable) else { continue };
            let is_sound =
                |token: &&str| token.len() >= 16 && token.bytes().all(|c| c.is_ascii_graphic());
            let advice = "must be at least 16 characters, all of them visible, and its own";
            let token = token.to_str().filter(is_sound);
            let token = token.filter(|token| tokens.iter().all(|(other, _)| other != token));
            let token = token.ok_or_else(|| format!("the token in {variable} {advice}"))?;
            tokens.push((token.to_owned(), access));
        }
        let advice = "set a token, or listen on 127.0.0.1 (see --help)";
        match (tokens.is_empty(), local) {
            (true, _) if !listen.ip().is_loopback() => {
                Err(format!("{listen} can be reached from other machines: {advice}"))
            }
            (false, Access::Whole) => {
                Err("--whole is for a service without tokens: a token decides".to_owned())
            }
            _ => Ok(Self { local, tokens }),
        }
    }

    /// Returns the access of a request.
    pub fn admit(&self, headers: &HeaderMap) -> Result<Access, Problem> {
        if self.tokens.is_empty() {
            let detail = "Without tokens, the service answers only to localhost.";
            let elsewhere = || Problem::new(StatusCode::MISDIRECTED_REQUEST, detail);
            return is_for_this_machine(headers).then_some(self.local).ok_or_else(elsewhere);
        }
        let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let (scheme, given) = given.and_then(|value| value.split_once(' ')).unwrap_or_default();
        // Compares in a time that does not tell how much was right.
        let is_given = |token: &str| bool::from(token.as_bytes().ct_eq(given.as_bytes()));
        let mut known = self.tokens.iter().filter(|_| scheme.eq_ignore_ascii_case("bearer"));
        known.find(|(token, _)| is_given(token)).map(|(_, access)| *access).ok_or_else(|| {
            let detail = "Send a token of this service, as Authorization: Bearer TOKEN.";
            Problem::new(StatusCode::UNAUTHORIZED, detail)
        })
    }
}

/// Returns whether a request names this machine as its host. A page from elsewhere can lead a browser to
/// this machine under a name of its own, and must not be answered.
fn is_for_this_machine(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| Authority::try_from(host.as_bytes()).ok());
    host.is_some_and(|host| {
        let name = host.host().trim_matches(['[', ']']);
        let address = name.parse::<IpAddr>();
        name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|one| one.is_loopback())
    })
}
