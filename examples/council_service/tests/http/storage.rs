use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use serde_json::json;

use crate::client::{CROYDON, Running};

#[test]
fn every_acknowledged_version_is_there_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plans.sqlite3");
    // Each council's editor writes as fast as it can, and remembers what was acknowledged.
    let acknowledged = Mutex::new(Vec::new());
    for round in 0..3 {
        let mut service = Running::on_file(&file);
        thread::scope(|scope| {
            for council in ["north", "south", "east", "west"] {
                let (acknowledged, service) = (&acknowledged, &service);
                scope.spawn(move || {
                    let path = format!("/councils/{council}/plans/p");
                    let mut tag = match service.try_to_ask("GET", &path, &[], "") {
                        Ok(read) if read.status == 200 => read.header("etag").to_owned(),
                        _ => String::new(),
                    };
                    for number in 0.. {
                        let title = format!("{council} {round} {number}");
                        let body = json!({ "format": 1, "reference": "p", "title": title,
                            "authority": { "name": council } });
                        let headers = [("if-match", tag.as_str())];
                        let headers = if tag.is_empty() { &[][..] } else { &headers[..] };
                        match service.try_to_ask("PUT", &path, headers, &body.to_string()) {
                            Ok(stored) if stored.status < 300 => {
                                tag = stored.header("etag").to_owned();
                                let version = tag.trim_matches('"').to_owned();
                                acknowledged.lock().unwrap().push((path.clone(), version, title));
                            }
                            // It may have been stored, and its answer lost with the service.
                            _ => break,
                        }
                    }
                });
            }
            let before = acknowledged.lock().unwrap().len();
            while acknowledged.lock().unwrap().len() < before + 40 {
                thread::sleep(Duration::from_millis(5));
            }
            let id = service.id().to_string();
            assert!(
                std::process::Command::new("kill").args(["-9", &id]).status().unwrap().success()
            );
        });
        service.kill();
    }
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() >= 120);
    let service = Running::on_file(&file);
    for (path, version, title) in acknowledged {
        let read = service.get(&format!("{path}/versions/{version}"));
        assert_eq!(read.status, 200, "{path} {version}");
        assert_eq!(read.json()["title"], title.as_str());
    }
}

#[test]
fn it_stops_when_told_and_starts_where_it_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plans.sqlite3");
    let mut service = Running::on_file(&file);
    assert_eq!(service.get("/plans").json(), json!([]));
    let text = include_str!("../../../data/croydon-2017.json");
    assert_eq!(service.ask("PUT", CROYDON, &[], text).status, 201);
    assert!(service.terminate());
    let service = Running::on_file(&file);
    assert_eq!(service.get(CROYDON).header("etag"), "\"1\"");
}

#[test]
fn sixteen_clients_are_answered_without_an_error() {
    let service = Running::start(&["--whole"]);
    thread::scope(|scope| {
        for client in 0..16 {
            let service = &service;
            scope.spawn(move || {
                let agent: ureq::Agent =
                    ureq::Agent::config_builder().http_status_as_error(false).build().into();
                for number in 0..200 {
                    let question =
                        ["coverage", "overdue", "checks", "report"][(client + number) % 4];
                    let url = format!("{}{CROYDON}/{question}?as_of=2017-11-07", service.address);
                    let mut answered = agent.get(&url).call().unwrap();
                    assert_eq!(answered.status().as_u16(), 200, "{url}");
                    assert!(answered.body_mut().read_to_string().unwrap().starts_with('{'));
                }
            });
        }
    });
}
