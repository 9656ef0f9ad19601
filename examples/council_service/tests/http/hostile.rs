use std::io::{Read, Write};
use std::net::TcpStream;
use std::thread;

use crate::client::{CROYDON, Running};

/// Sends a request as it is, and returns the beginning of the answer.
fn send(service: &Running, head: &str, body: &[u8]) -> String {
    let address = service.address.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let mut sender = stream.try_clone().unwrap();
    let mut answered = Vec::new();
    thread::scope(|scope| {
        scope.spawn(move || {
            // The service may close the connection before everything is sent.
            let _ = sender.write_all(head.as_bytes()).and_then(|()| sender.write_all(body));
        });
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = stream.read(&mut buffer) {
            answered.extend_from_slice(&buffer[..read]);
            if String::from_utf8_lossy(&answered).contains("\"title\"") {
                break;
            }
        }
        let _ = stream.shutdown(std::net::Shutdown::Both);
    });
    String::from_utf8_lossy(&answered).into_owned()
}

#[test]
fn a_body_of_thirty_megabytes_is_refused() {
    let service = Running::start(&["--whole"]);
    let body = vec![b' '; 30 * 1024 * 1024];
    let head = format!(
        "PUT {CROYDON} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         If-Match: *\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let answered = send(&service, &head, &body);
    assert!(answered.starts_with("HTTP/1.1 413 "), "{answered}");
    assert!(answered.contains("application/problem+json"), "{answered}");

    // The same without a length, in one chunk.
    let head = format!(
        "PUT {CROYDON} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         If-Match: *\r\nTransfer-Encoding: chunked\r\n\r\n{:x}\r\n",
        body.len()
    );
    let answered = send(&service, &head, &body);
    assert!(answered.starts_with("HTTP/1.1 413 "), "{answered}");
    assert_eq!(service.get(CROYDON).header("etag"), "\"1\"");
}

#[test]
fn a_hostile_body_is_refused_and_the_service_goes_on() {
    let service = Running::start(&["--whole"]);
    let deep = "[".repeat(1_000_000);
    let keys = format!("{{{}}}", vec![r#""format": 1"#; 100_000].join(","));
    let wrong = format!(r#"{{ "format": 1, "actions": [{}] }}"#, vec!["{}"; 200_000].join(","));
    for (name, body) in [
        ("deep", deep.as_str()),
        ("keys", &keys),
        ("wrong", &wrong),
        ("number", r#"{ "format": 1e999 }"#),
        ("nothing", " "),
        ("control", "{ \"format\": 1, \"title\": \"\u{0}\" }"),
    ] {
        for (method, path) in [
            ("PUT", CROYDON.to_owned()),
            ("PATCH", format!("{CROYDON}/items/2.4.8")),
            ("POST", format!("{CROYDON}/items/2.4.8/revisions")),
        ] {
            let answered = service.ask(method, &path, &[("if-match", "\"1\"")], body);
            assert!([400, 422].contains(&answered.status), "{name}: {}", answered.status);
            assert!(answered.text.len() < 1_000_000, "{name}: {} bytes", answered.text.len());
        }
    }
    let head = format!(
        "PUT {CROYDON} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
         If-Match: *\r\nContent-Length: 4\r\n\r\n"
    );
    let answered = send(&service, &head, b"\"\xff\xfe\"");
    assert!(answered.starts_with("HTTP/1.1 422 "), "{answered}");
    assert_eq!(service.get(CROYDON).header("etag"), "\"1\"");
}

#[test]
fn what_cannot_be_asked_is_a_problem_with_a_reason() {
    let service = Running::start(&["--whole"]);
    for (method, path, status) in [
        ("GET", "/nothing".to_owned(), 404),
        ("GET", "/councils/croydon/plans/nothing".to_owned(), 404),
        ("GET", format!("{CROYDON}/versions/99"), 404),
        ("GET", format!("{CROYDON}/versions/first"), 400),
        ("GET", format!("{CROYDON}/coverage?as_of=31/02/2018"), 400),
        ("GET", format!("{CROYDON}/coverage?asof=2018-02-28"), 400),
        ("DELETE", CROYDON.to_owned(), 415),
        ("POST", "/plans".to_owned(), 415),
    ] {
        let answered = service.ask(method, &path, &[], "");
        assert_eq!(answered.status, status, "{method} {path}");
        assert_eq!(answered.header("content-type"), "application/problem+json", "{path}");
        let problem = answered.json();
        assert_eq!(problem["status"], status);
        assert_ne!(problem["detail"], "", "{method} {path}");
    }
    let form = [("content-type", "application/x-www-form-urlencoded"), ("if-match", "*")];
    assert_eq!(service.ask("PUT", CROYDON, &form, "{}").status, 415);
    let not_allowed = service.ask("DELETE", CROYDON, &[("content-type", "application/json")], "{}");
    assert_eq!(not_allowed.status, 405);
    assert!(not_allowed.header("allow").contains("PUT"), "{}", not_allowed.header("allow"));
}
