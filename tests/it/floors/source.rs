//! The source of the crate as the tests of the house read it: its modules, and the names that a file uses.
#![expect(clippy::string_slice, reason = "the places were found in the same text")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A module: its path below the crate, such as `["plan", "build"]`.
pub(super) type Module = Vec<String>;

/// One file of `src`.
pub(super) struct File {
    /// Its path below `src`.
    pub(super) path: PathBuf,
    /// The module it holds.
    pub(super) module: Module,
    /// Its code: no comments, no texts, no tests.
    pub(super) code: String,
    /// Every name that a `use` brings in, with the path it stands for; whether it is given on; and as
    /// which name. `*` is a name too.
    uses: Vec<Use>,
}

/// One name that a `use` brings in.
pub(super) struct Use {
    pub(super) name: String,
    pub(super) path: Vec<String>,
    pub(super) is_public: bool,
    pub(super) is_exported: bool,
}

/// Every file of `src`, by the module it holds.
pub(super) struct Source {
    pub(super) files: BTreeMap<Module, File>,
}

impl Source {
    pub(super) fn read() -> &'static Self {
        static READ: LazyLock<Source> = LazyLock::new(Source::read_once);
        &READ
    }

    fn read_once() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut paths = Vec::new();
        collect(&folder, &mut paths);
        let files = paths.into_iter().map(|path| File::read(&folder, &path));
        Self { files: files.map(|file| (file.module.clone(), file)).collect() }
    }

    /// Where the item of this path, written in this module, is defined: its module and its name. None
    /// where it is of another crate.
    pub(super) fn definition(
        &self,
        from: &Module,
        path: &[String],
    ) -> Option<(Module, Option<String>)> {
        self.follow(from, path, 0)
    }

    fn follow(
        &self,
        from: &Module,
        path: &[String],
        depth: u8,
    ) -> Option<(Module, Option<String>)> {
        let (mut at, mut rest) = match path.split_first() {
            Some((first, rest)) if first == "crate" => (Module::new(), rest),
            Some((first, rest)) if first == "self" => (from.clone(), rest),
            Some((first, _)) if first == "super" => (from.clone(), path),
            Some((first, _)) if self.child(from, first).is_some() => (from.clone(), path),
            // A name that this file has brought in itself.
            Some((first, rest)) if depth < 8 => {
                let used = self.files.get(from)?.uses.iter().find(|used| used.name == *first)?;
                let path = [used.path.as_slice(), rest].concat();
                return self.follow(from, &path, depth + 1);
            }
            _ => return None,
        };
        while let Some((first, after)) = rest.split_first() {
            if first == "super" {
                at.pop();
            } else if let Some(child) = self.child(&at, first) {
                at = child;
            } else if let Some(used) = self.exported(&at, first) {
                let path = [used.path.as_slice(), after].concat();
                return if depth < 8 { self.follow(&at, &path, depth + 1) } else { None };
            } else {
                return Some((at, Some(first.clone())));
            }
            rest = after;
        }
        Some((at, None))
    }

    fn child(&self, at: &Module, name: &str) -> Option<Module> {
        let child: Module = at.iter().cloned().chain([name.to_owned()]).collect();
        self.files.contains_key(&child).then_some(child)
    }

    /// What a module gives on under this name.
    fn exported(&self, at: &Module, name: &str) -> Option<&Use> {
        let uses = &self.files.get(at)?.uses;
        uses.iter().find(|used| used.name == name && used.is_exported)
    }

    /// The modules whose items this file uses by name, itself left out. What a `mod.rs` gives on is not
    /// used by it.
    pub(super) fn used_by(&self, file: &File) -> BTreeSet<Module> {
        let declares = file.path.ends_with("mod.rs") || file.path.ends_with("lib.rs");
        let uses = file.uses.iter().filter(|used| !(declares && used.is_exported));
        let in_uses = uses.filter_map(|used| self.definition(&file.module, &used.path));
        let in_code = paths(&file.code);
        let in_code = in_code.iter().filter_map(|path| self.definition(&file.module, path));
        in_uses
            .chain(in_code)
            // A module by itself is no item: what is used of it is named where it is used.
            .filter_map(|(module, name)| name.map(|_| module))
            .filter(|module| *module != file.module)
            .collect()
    }

    /// What a public module gives to users: the definitions, with the names they are known by.
    pub(super) fn public_names(&self, module: &Module) -> Vec<(String, (Module, String))> {
        let file = &self.files[module];
        let given = file.uses.iter().filter(|used| used.is_public).filter_map(|used| {
            let (home, name) = self.definition(module, &used.path)?;
            Some((used.name.clone(), (home, name.unwrap_or_else(|| used.name.clone()))))
        });
        let own = file.code.lines().filter_map(|line| {
            let rest = line.strip_prefix("pub ")?;
            let rest =
                rest.strip_prefix("const fn").or_else(|| rest.split_once(' ').map(|it| it.1));
            let kinds =
                ["struct ", "enum ", "fn ", "trait ", "type ", "const ", "static ", "union "];
            kinds.iter().any(|kind| line["pub ".len()..].starts_with(kind)).then_some(())?;
            let name: String =
                rest?.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            Some((name.clone(), (module.clone(), name)))
        });
        given.chain(own).collect()
    }

    /// The public names at the root, those of other crates too.
    pub(super) fn root_names(&self) -> Vec<&Use> {
        self.files[&Module::new()].uses.iter().filter(|used| used.is_public).collect()
    }

    /// The modules that users can name.
    pub(super) fn public_modules(&self) -> Vec<Module> {
        let mut found = Vec::new();
        let mut look_in = vec![Module::new()];
        while let Some(module) = look_in.pop() {
            for line in self.files[&module].code.lines() {
                let name = line.strip_prefix("pub mod ").and_then(|line| line.strip_suffix(';'));
                if let Some(child) = name.and_then(|name| self.child(&module, name)) {
                    found.push(child.clone());
                    look_in.push(child);
                }
            }
        }
        found
    }
}

impl File {
    fn read(folder: &Path, path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let path = path.strip_prefix(folder).unwrap().to_owned();
        let mut module: Module = path
            .with_extension("")
            .components()
            .map(|part| part.as_os_str().to_str().unwrap().to_owned())
            .collect();
        if ["mod", "lib"].contains(&module.last().unwrap().as_str()) {
            module.pop();
        }
        let code = code(&text);
        let uses = uses(&code);
        Self { path, module, code: without_uses(&code), uses }
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
}

/// A file without its comments, and without the tests at its end.
pub(super) fn code(text: &str) -> String {
    let end = text.find("\nmod tests {").unwrap_or(text.len());
    let mut code = String::new();
    for line in text[..end].lines() {
        let line = if line.trim_start().starts_with("//") { "" } else { line };
        // A comment behind code; `//` inside a text has no space after it here.
        code.push_str(line.split(" // ").next().unwrap());
        code.push('\n');
    }
    code
}

/// The `use` statements of a file, one by one, each with what stands before the word `use`.
fn statements(code: &str) -> Vec<(usize, usize, &str, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in code.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let word = ["pub use ", "pub(crate) use ", "pub(super) use ", "use "]
            .into_iter()
            .find(|word| trimmed.starts_with(word))
            .or_else(|| {
                let inside = trimmed.starts_with("pub(in ");
                inside.then(|| trimmed.find(" use ").map(|at| &trimmed[..at + 5])).flatten()
            });
        if let Some(word) = word {
            let at = start + line.len() - trimmed.len();
            let end = at + code[at..].find(';').unwrap() + 1;
            found.push((at, end, &code[at..at + word.len()], &code[at + word.len()..end - 1]));
        }
        start += line.len();
    }
    found
}

fn uses(code: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (_, _, before, tree) in statements(code) {
        let mut leaves = Vec::new();
        let tree: String = tree.split_whitespace().collect::<Vec<_>>().join(" ");
        expand(&[], &tree, &mut leaves);
        found.extend(leaves.into_iter().map(|(name, path)| Use {
            name,
            path,
            is_public: before == "pub use ",
            is_exported: before != "use ",
        }));
    }
    found
}

/// The leaves of a tree of `use`: `a::{b, c as d}` is `b` from `a::b` and `d` from `a::c`.
fn expand(before: &[String], tree: &str, leaves: &mut Vec<(String, Vec<String>)>) {
    let tree = tree.trim();
    if tree.is_empty() {
        return;
    }
    if let Some((path, inside)) = tree.split_once('{') {
        let path: Vec<String> =
            before.iter().cloned().chain(segments(path.trim_end_matches("::"))).collect();
        let inside = inside.strip_suffix('}').unwrap();
        let mut depth = 0;
        for part in inside.split(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 0
        }) {
            expand(&path, part, leaves);
        }
        return;
    }
    let (path, name) =
        tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name)));
    let mut path: Vec<String> = before.iter().cloned().chain(segments(path)).collect();
    if path.len() > 1 && path.last().unwrap() == "self" {
        path.pop();
    }
    let name = name.map_or_else(|| path.last().unwrap().clone(), |name| name.trim().to_owned());
    leaves.push((name, path));
}

fn segments(path: &str) -> impl Iterator<Item = String> {
    path.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}

fn without_uses(code: &str) -> String {
    let mut rest = String::new();
    let mut from = 0;
    for (start, end, _, _) in statements(code) {
        rest.push_str(&code[from..start]);
        from = end;
    }
    rest.push_str(&code[from..]);
    rest
}

/// Every path of two names or more that the code writes out.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    code.split(|c: char| !is_name(c) && c != ':')
        .map(|word| word.trim_matches(':'))
        .filter(|word| word.contains("::"))
        .map(|word| segments(word).collect())
        .collect()
}
