//! A web service that keeps the improvement plans of councils: an example of how to embed the crate
//! `improvement-plan`. `README.md` says what it does and what to add before it is used in earnest.

mod access;
mod answers;
mod api;
mod call;
mod edits;
mod plans;
mod problem;
mod schemas;
mod store;

use std::error::Error;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use improvement_plan::{Plan, PlanDoc};
use lexopt::{Arg, ValueExt};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::access::{Access, Gate};
use crate::store::{Key, Store};

/// The plans that a service without a database starts with.
const SHIPPED: [(&str, &str); 2] = [
    ("croydon", include_str!("../../data/croydon-2017.json")),
    ("worcestershire", include_str!("../../data/worcestershire-2017.json")),
];

#[tokio::main]
#[expect(clippy::print_stdout, reason = "it tells whoever starts it what to try")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
    let (mut database, mut local) = (None, Access::Published);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("listen") => listen = arguments.value()?.parse()?,
            Arg::Long("database") => database = Some(PathBuf::from(arguments.value()?)),
            Arg::Long("whole") => local = Access::Whole,
            Arg::Short('h') | Arg::Long("help") => {
                print!("{}", include_str!("help.txt"));
                return Ok(());
            }
            other => Err(other.unexpected())?,
        }
    }
    let gate = Gate::new(local, listen)?;
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let store = Store::open(database.as_deref())?;
    let kept = if let Some(file) = database {
        format!("Plans are kept in {}.", file.display())
    } else {
        for (council, text) in SHIPPED {
            let plan = Plan::from_json(text)?.edit(PlanDoc::pin_ids)?;
            let key = Key { council: council.to_owned(), plan: plan.reference().to_string() };
            store.add(&key, None, &plan.to_json())?;
        }
        "Two plans are held in memory. To keep plans: --database FILE".to_owned()
    };
    let (access, token) = match local {
        _ if !gate.tokens.is_empty() => ("A token decides what its callers see.", TOKEN),
        Access::Whole => ("All callers may see and change whole plans.", ""),
        Access::Published => ("All callers see published plans. For whole plans: --whole", ""),
    };
    let listener = TcpListener::bind(listen).await?;
    let here = format!("http://{}", listener.local_addr()?);
    let croydon = format!("{here}/councils/croydon/plans/croydon-transitional-2017");
    println!("Listening on {here}\n{kept}\n{access}\n\nTo try:");
    println!("  curl{token} '{croydon}/coverage?as_of=2017-11-07'");
    println!("  curl{token} -H 'Accept: text/markdown' '{croydon}/report?as_of=2017-11-07'");
    println!("  curl{token} '{here}/overdue?as_of=2017-11-07'\n\nEvery operation: {here}/");

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let stopped = async move {
        tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        tracing::info!("stopping");
    };
    // Requests that are under way are still answered.
    axum::serve(listener, api::router(store, gate)).with_graceful_shutdown(stopped).await?;
    tracing::info!("stopped");
    Ok(())
}

/// How curl sends the token.
const TOKEN: &str = " -H \"Authorization: Bearer $COUNCIL_SERVICE_TOKEN\"";
