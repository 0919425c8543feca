//! The report in a real browser: a headless Chromium opens it without a network. Skipped, and told, where there is none;
//! `LENDMIX_BROWSER` names one that is not on the path. `LENDMIX_SHOTS=DIR` keeps pictures and the PDF to look at.

#![cfg(unix)]

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::report::{done, small_run};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// A4 without the margins of the page, at 96 pixels an inch.
const A4: u32 = 673;

#[test]
fn the_report_reads_switches_and_prints_in_a_browser() {
    let Some(browser) = browser() else {
        // Not by a macro: what those print is kept back where a test passes.
        writeln!(std::io::stderr(), "skipped: no Chromium on the path; LENDMIX_BROWSER may name one").unwrap();
        return;
    };
    let place = TempDir::new().unwrap();
    small_run(place.path(), "40", "zh", true);
    done(
        place.path(),
        &["map", "small.toml", "--steps", "4", "--replications", "40", "--tables", "none", "-o", "map", "--quiet"],
    );
    for run in ["out", "map"] {
        let file = format!("{run}-both.html");
        done(place.path(), &["report", run, "--lang", "both", "--output", &file]);
        reads_switches_and_prints(&browser, place.path(), run, &file);
    }
}

/// A picture of a report from its head to the end of the decision card; none without a browser.
pub fn picture_of_card(folder: &Path, report: &Path) -> Option<Vec<u8>> {
    let mut page = Page::open(&browser()?, folder, report);
    page.resize(1000);
    let height = page.number("document.querySelector('.card').getBoundingClientRect().bottom + window.scrollY") + 24.0;
    let clip = json!({ "x": 0, "y": 0, "width": 1000, "height": height, "scale": 1.25 });
    let shot =
        page.ask("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": true, "clip": clip }));
    page.close();
    Some(from_base64(shot["data"].as_str().unwrap()))
}

fn reads_switches_and_prints(browser: &Path, folder: &Path, run: &str, file: &str) {
    let mut page = Page::open(browser, folder, &folder.join(file));
    for width in [390, A4, 1024] {
        page.resize(width);
        for lang in ["zh", "en"] {
            page.show(lang);
            assert_eq!(page.number("document.documentElement.scrollWidth"), f64::from(width), "{run} {lang} overflows");
            // What is wider than a telephone stands in a container that scrolls.
            assert_eq!(page.outside(".scroll"), json!([]), "{run} {lang} at {width}");
            assert_eq!(page.value(BROKEN), json!([]), "{run} {lang} at {width}: a word is broken in a cell");
            page.keep_shot(&format!("{run}-{lang}-{width}"));
        }
    }
    page.resize(A4);
    for lang in ["zh", "en"] {
        page.show(lang);
        let shown =
            page.value("[...document.querySelectorAll('main')].filter(m => m.offsetHeight > 0).map(m => m.className)");
        assert_eq!(shown, json!([lang]));
        page.ask("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        // Paper does not scroll.
        assert_eq!(page.outside(".nowhere"), json!([]), "{run} {lang} on paper");
        page.ask("Emulation.setEmulatedMedia", json!({ "media": "" }));
        let pages = page.print(&format!("{run}-{lang}.pdf"));
        assert!(pages > 3, "{pages} pages");
    }
    let broken = page.value("[...document.images].filter(i => !i.complete || i.naturalWidth === 0).length");
    assert_eq!(broken, json!(0));
    let images = if run == "map" { 1 } else { 10 };
    assert!(page.number("document.images.length") > f64::from(images));
    assert_eq!(page.value("[...document.images].every(i => i.alt.length > 10)"), json!(true));
    page.close();
}

/// Cells of words below the first column that are more than a line high.
const BROKEN: &str = "[...document.querySelectorAll('.figures td.words')].filter(e => e.offsetHeight > 0 && \
    (r => r.selectNodeContents(e) || r.getClientRects().length > 1)(document.createRange())).map(e => e.textContent)";

fn browser() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("LENDMIX_BROWSER") {
        return Some(PathBuf::from(named));
    }
    let path = std::env::var_os("PATH")?;
    let places: Vec<PathBuf> = std::env::split_paths(&path).collect();
    NAMES.iter().flat_map(|name| places.iter().map(move |place| place.join(name))).find(|found| found.is_file())
}

/// A page in a browser, spoken to over two pipes (the DevTools protocol: JSON, each message ended by a zero byte).
struct Page {
    browser: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    next: u64,
    session: String,
    /// What the browser told meanwhile.
    events: VecDeque<Value>,
    /// Addresses that it asked for.
    own: String,
}

impl Page {
    fn open(browser: &Path, folder: &Path, file: &Path) -> Page {
        // The browser speaks on descriptors 3 and 4.
        let mut browser = Command::new("sh")
            .args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1"])
            .arg(browser)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run"])
            .args(["--hide-scrollbars", "--disable-background-networking", "--disable-component-update"])
            .arg(format!("--user-data-dir={}", folder.join("profile").display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (to, from) = (browser.stdin.take().unwrap(), BufReader::new(browser.stdout.take().unwrap()));
        let own = format!("file://{}", file.canonicalize().unwrap().display());
        let mut page = Page { browser, to, from, next: 0, session: String::new(), events: VecDeque::new(), own };
        let target = page.ask("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].clone();
        let attached = page.ask("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        page.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Network", "Log", "Runtime"] {
            page.ask(&format!("{domain}.enable"), json!({}));
        }
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        page.ask("Network.emulateNetworkConditions", offline);
        page.resize(1024);
        let own = page.own.clone();
        page.ask("Page.navigate", json!({ "url": own }));
        page.wait_for("Page.loadEventFired");
        page
    }

    /// Sends a message and waits for its answer.
    fn ask(&mut self, method: &str, parameters: Value) -> Value {
        self.next += 1;
        let mut message = json!({ "id": self.next, "method": method, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.to.write_all(format!("{message}\0").as_bytes()).unwrap();
        self.to.flush().unwrap();
        loop {
            let told = self.read();
            if told["id"] == json!(self.next) {
                assert!(told.get("error").is_none(), "{method}: {told}");
                return told["result"].clone();
            }
            self.events.push_back(told);
        }
    }

    fn read(&mut self) -> Value {
        let mut bytes = Vec::new();
        self.from.read_until(0, &mut bytes).unwrap();
        assert_eq!(bytes.pop(), Some(0), "the browser has gone");
        serde_json::from_slice(&bytes).unwrap()
    }

    fn wait_for(&mut self, method: &str) {
        while !self.events.iter().any(|event| event["method"] == method) {
            let told = self.read();
            self.events.push_back(told);
        }
    }

    fn value(&mut self, expression: &str) -> Value {
        let answer = self.ask("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }));
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Elements that reach beyond the page and do not stand in one of class `but`.
    fn outside(&mut self, but: &str) -> Value {
        self.value(&format!(
            "[...document.querySelectorAll('main *')].filter(e => e.offsetHeight > 0 && !e.closest('{but}') \
             && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1) \
             .map(e => e.tagName + ' ' + e.className).slice(0, 5)"
        ))
    }

    fn number(&mut self, expression: &str) -> f64 {
        self.value(expression).as_f64().unwrap()
    }

    fn resize(&mut self, width: u32) {
        let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", size);
    }

    /// Clicks on the switch, as a reader would.
    fn show(&mut self, lang: &str) {
        self.value(&format!("document.querySelector('label[for=show-{lang}]').click()"));
    }

    /// Prints on paper; the number of pages.
    fn print(&mut self, name: &str) -> usize {
        let printed = self.ask("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true }));
        let pdf = from_base64(printed["data"].as_str().unwrap());
        keep(name, &pdf);
        // A page, and not a node of the tree of pages.
        pdf.windows(12).filter(|window| window.starts_with(b"/Type /Page") && window[11] != b's').count()
    }

    fn keep_shot(&mut self, name: &str) {
        if std::env::var_os("LENDMIX_SHOTS").is_some() {
            let shot = self.ask("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": true }));
            keep(&format!("{name}.png"), &from_base64(shot["data"].as_str().unwrap()));
        }
    }

    /// Nothing but the page itself was asked for, and the console is silent.
    fn close(mut self) {
        let own = self.own.clone();
        for event in &self.events {
            let told = &event["params"];
            match event["method"].as_str().unwrap_or_default() {
                "Network.requestWillBeSent" => {
                    let address = told["request"]["url"].as_str().unwrap_or_default();
                    assert!(address == own || address.starts_with("data:"), "asked for {address}");
                }
                "Log.entryAdded" | "Runtime.consoleAPICalled" | "Runtime.exceptionThrown" => {
                    panic!("the console says {told}");
                }
                _ => {}
            }
        }
        self.session.clear();
        self.ask("Browser.close", json!({}));
        let _ = self.browser.wait();
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // After a failed assertion the browser must not stay.
        let _ = self.browser.kill();
        let _ = self.browser.wait();
    }
}

fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("LENDMIX_SHOTS") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}

fn from_base64(text: &str) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let six = |sign: u8| SIGNS.iter().position(|one| *one == sign).unwrap() as u32;
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for sign in text.bytes().filter(|sign| *sign != b'=') {
        (bits, held) = ((bits << 6) | six(sign), held + 6);
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}
