//! A running service, and requests to it.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use ureq::Agent;
use ureq::http::{Request, Response};

pub const CROYDON: &str = "/councils/croydon/plans/croydon-transitional-2017";

/// A service that was started, and is ended with the test.
pub struct Running {
    child: Child,
    pub address: String,
    /// What it printed before it could be asked.
    pub greeting: String,
    log: Arc<Mutex<String>>,
}

pub struct Answered {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub text: String,
}

impl Answered {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council-service"));
    command.env_remove("COUNCIL_SERVICE_TOKEN").env_remove("COUNCIL_SERVICE_PUBLISHED_TOKEN");
    command.args(["--listen", "127.0.0.1:0"]);
    command
}

impl Running {
    pub fn start(arguments: &[&str]) -> Self {
        Self::spawn(command().args(arguments))
    }

    pub fn on_file(file: &Path) -> Self {
        Self::spawn(command().arg("--whole").arg("--database").arg(file))
    }

    pub fn spawn(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut greeting = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        while !greeting.contains("Every operation: ") {
            assert_ne!(output.read_line(&mut greeting).unwrap(), 0, "it stopped: {greeting}");
        }
        let address = greeting.lines().next().unwrap().strip_prefix("Listening on ").unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (address, kept) = (address.to_owned(), Arc::clone(&log));
        let lines = BufReader::new(child.stderr.take().unwrap());
        thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                kept.lock().unwrap().extend([line.as_str(), "\n"]);
            }
        });
        Self { child, address, greeting, log }
    }

    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answered {
        self.try_to_ask(method, path, headers, body).unwrap()
    }

    pub fn try_to_ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answered, ureq::Error> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_empty() && !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/json");
        }
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let answered: Response<ureq::Body> = if body.is_empty() {
            agent.run(request.body(()).unwrap())?
        } else {
            agent.run(request.body(body.to_owned()).unwrap())?
        };
        let (parts, mut body) = answered.into_parts();
        let mut text = String::new();
        body.as_reader().read_to_string(&mut text).map_err(ureq::Error::Io)?;
        Ok(Answered { status: parts.status.as_u16(), headers: parts.headers, text })
    }

    pub fn get(&self, path: &str) -> Answered {
        self.ask("GET", path, &[], "")
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends the service as a crash would: it can finish nothing.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks the service to stop, and returns whether it ended well.
    pub fn terminate(&mut self) -> bool {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
