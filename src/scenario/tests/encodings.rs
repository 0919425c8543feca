//! Encodings of tables, templates and the example county.

use super::{COUNTY, in_both_languages, shown};
use crate::scenario::{Diagnostics, Scenario, example, templates};
use crate::text::Lang;

/// The example county in Chinese, its tables passed through a change of bytes, loaded.
fn example_as(change: impl Fn(&str) -> Vec<u8>) -> Result<Scenario, Diagnostics> {
    let directory = tempfile::tempdir().expect("a directory");
    for file in example(Lang::Zh).expect("the base case is valid") {
        let bytes = if file.name.ends_with(".csv") { change(&file.text) } else { file.text.into_bytes() };
        std::fs::write(directory.path().join(file.name), bytes).expect("a file");
    }
    Scenario::load(&directory.path().join("county.toml"))
}

fn plain(text: &str) -> &str {
    text.strip_prefix('\u{feff}').expect("tables begin with the byte order mark")
}

fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// World and policy of a scenario as text: equal texts are equal bits of every result.
fn meaning(loaded: Result<Scenario, Diagnostics>) -> String {
    let scenario = loaded.unwrap_or_else(|told| panic!("{told}"));
    format!("{:?}{:?}{:?}", scenario.world, scenario.policy, scenario.run)
}

#[test]
fn the_same_table_in_any_encoding_means_the_same() {
    let utf8 = meaning(example_as(|text| text.as_bytes().to_vec()));
    assert_eq!(meaning(example_as(|text| plain(text).as_bytes().to_vec())), utf8, "without byte order mark");
    assert_eq!(meaning(example_as(|text| gb18030(plain(text)))), utf8, "GB18030");
    assert_eq!(meaning(example_as(|text| plain(text).replace('\n', "\r\n").into_bytes())), utf8, "Windows");
    assert_eq!(meaning(example_as(|text| plain(text).replace(',', "\t").into_bytes())), utf8, "tabs");
    assert_eq!(meaning(example_as(|text| gb18030(&plain(text).replace(',', ";")))), utf8, "semicolons");
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_row() {
    let told = |name: &str, bytes: &[u8]| {
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("base.toml"), COUNTY).expect("a file");
        std::fs::write(directory.path().join("roster.csv"), bytes).expect("a file");
        let text = "extends = \"base.toml\"\n[world.population]\nroster = \"roster.csv\"\n";
        in_both_languages(name, &Scenario::from_text("county", text, directory.path()).expect_err("no text"))
    };
    let utf16: Vec<u8> = "\u{feff}户编号,乡镇\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big_endian: Vec<u8> = "household,township\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let cases = [
        told("UTF-16", &utf16),
        told("UTF-16 without mark", &big_endian),
        // 县 in GBK, then a byte that neither encoding has.
        told("neither", b"household,township\n1,\xcf\xd8\n2,\xff\n"),
        told("a mark and a broken byte", b"\xef\xbb\xbfhousehold,township\n1,\xcf\xd8\n"),
    ];
    shown!(cases.concat());
}

/// The templates of both languages load as they are, all three together.
#[test]
fn templates_load_and_their_description_names_every_column() {
    for lang in Lang::ALL {
        let directory = tempfile::tempdir().expect("a directory");
        std::fs::write(directory.path().join("base.toml"), COUNTY.replace(
            "[world.organisations.types.cooperative]",
            "[world.organisations.types.company]\nweight = 0.5\nfailure = { season = { pd_annual = 0.02 } }\n\n[world.organisations.types.cooperative]",
        )).expect("a file");
        let files = templates(lang);
        for file in &files {
            std::fs::write(directory.path().join(file.name), &file.text).expect("a file");
        }
        let text = "extends = \"base.toml\"\n[world]\nledger = \"ledger-template.csv\"\n\
            [world.population]\nroster = \"roster-template.csv\"\n\
            [world.organisations]\nfile = \"organisations-template.csv\"\n";
        let scenario = Scenario::from_text("county", text, directory.path()).unwrap_or_else(|told| panic!("{told}"));
        assert_eq!(scenario.world.ledger.loans.len(), 2);
        let description = &files[3].text;
        for file in &files[..3] {
            let headings = plain(&file.text).lines().next().expect("headings");
            for heading in headings.split(',') {
                assert!(description.contains(&format!("\n| {heading} | ")), "{} lacks {heading}", lang.key());
            }
            assert_eq!(plain(&file.text).lines().count(), 3);
        }
    }
}

/// `lendmix example scenarios/example-county --lang zh` wrote what ships.
#[test]
fn the_example_county_ships_as_the_command_writes_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/example-county");
    for file in example(Lang::Zh).expect("the base case is valid") {
        let shipped = std::fs::read_to_string(folder.join(file.name)).expect("the file ships");
        assert!(
            shipped == file.text,
            "{} is another than the command writes: remove the folder and run `lendmix example scenarios/example-county --lang zh`",
            file.name
        );
    }
    let scenario = Scenario::load(&folder.join("county.toml")).unwrap_or_else(|told| panic!("{told}"));
    let english = super::load_beside_all(&example(Lang::En).expect("the base case is valid"), "county.toml");
    assert_eq!(scenario.world.ledger.loans, english.world.ledger.loans, "both languages say the same");
}
