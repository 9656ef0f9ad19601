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
mod settings;
mod store;

use std::error::Error;

use improvement_plan::Plan;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::access::{Access, Gate};
use crate::settings::Settings;
use crate::store::{Key, Store};

/// The plans that a service without a database starts with.
const SHIPPED: [(&str, &str); 2] = [
    ("croydon", include_str!("../../data/croydon-2017.json")),
    ("worcestershire", include_str!("../../data/worcestershire-2017.json")),
];

#[tokio::main]
#[expect(clippy::print_stdout, reason = "it tells whoever starts it what to try")]
async fn main() -> Result<(), Box<dyn Error>> {
    let Some(Settings { listen, database, gate }) = Settings::read()? else {
        print!("{}", include_str!("help.txt"));
        return Ok(());
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).init();
    let (store, kept) = match database {
        Some(file) => (Store::open(&file)?, format!("Plans are kept in {}.", file.display())),
        None => (shipped()?, "Two plans are held in memory. To keep plans: --database FILE".into()),
    };
    let (access, token) = match &gate {
        Gate::Tokens { .. } => ("The token decides what a caller may see and change.", TOKEN),
        Gate::Local(Access::Whole) => ("All callers may see and change whole plans.", ""),
        Gate::Local(Access::Published) => {
            ("All callers may see published plans. To see and change whole plans: --whole", "")
        }
    };
    let listener = TcpListener::bind(listen).await?;
    let here = format!("http://{}", listener.local_addr()?);
    let croydon = format!("{here}/councils/croydon/plans/croydon-transitional-2017");
    println!("Listening on {here}\n{kept}\n{access}\n\nTo try:");
    println!("  curl{token} '{croydon}/coverage?as_of=2017-11-07'");
    println!("  curl{token} -H 'Accept: text/markdown' '{croydon}/report?as_of=2017-11-07'");
    println!("  curl{token} '{here}/overdue?as_of=2017-11-07'\n\nEvery operation: {here}/");

    let router = api::router(store, gate)?;
    axum::serve(listener, router).with_graceful_shutdown(stopped()?).await?;
    tracing::info!("stopped");
    Ok(())
}

/// How curl sends the token.
const TOKEN: &str = " -H \"Authorization: Bearer $COUNCIL_SERVICE_TOKEN\"";

/// Returns a store in memory with the plans that come with the crate.
fn shipped() -> Result<Store, Box<dyn Error>> {
    let store = Store::in_memory()?;
    for (council, text) in SHIPPED {
        let plan = edits::with_ids(Plan::from_json(text)?)?;
        let reference = plan.reference().as_str().unwrap_or_default().to_owned();
        store.add(&Key { council: council.to_owned(), plan: reference }, None, &plan)?;
    }
    Ok(store)
}

/// Waits until the service is told to stop. Requests that are under way are then answered.
fn stopped() -> std::io::Result<impl Future<Output = ()>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        tracing::info!("stopping");
    })
}
