//! The charts as a whole, on made-up data: ordinary and extreme, in both languages, widths and tones.

use super::charts::*;
use super::*;
use crate::text::Lang;

fn month(year: i32, month: u32) -> CalendarMonth {
    CalendarMonth::new(year, month).expect("a month")
}

/// A share of `n` with a rough interval.
fn share(value: f64) -> Estimated {
    let value = value.clamp(0.0, 1.0);
    let half = 0.03 * libm::sqrt(value * (1.0 - value)) + 0.002;
    Estimated { value, low: (value - half).max(0.0), high: (value + half).min(1.0) }
}

fn around(value: f64, half: f64) -> Estimated {
    Estimated { value, low: value - half, high: value + half }
}

/// A made-up fund: quantile `q` of month `i` of `months`, and a depletion probability that rises to `last`
/// (one: at once).
fn fan(months: u32, balance: impl Fn(f64, f64) -> f64, last: f64) -> FundFan {
    let z = [-1.645, -0.674, 0.0, 0.674, 1.645];
    let part = |i: u32| f64::from(i + 1) / f64::from(months);
    let quantiles = (0..months).map(|i| z.map(|z| balance(part(i), z))).collect();
    let point = |i: u32| share(if last < 1.0 { last * part(i) * part(i) } else { 1.0 });
    FundFan::new(month(2016, 1), Some(balance(0.0, 0.0)), quantiles, (0..months).map(point).collect()).expect("valid")
}

/// A fund of about 30 million yuan that spreads as it is drawn down.
fn ordinary(months: u32) -> FundFan {
    fan(months, |t, z| (3.0e7 - 1.6e7 * t + 9e6 * t * z * libm::sqrt(t)).max(0.0), 0.23)
}

fn depletion(months: u32, last: f64) -> DepletionMonths {
    let part = |i: u32| last * f64::from(i * i) / f64::from(months * months);
    let width = if months > 24 { 3 } else { 1 };
    let bins = (0..months.div_ceil(width)).map(|b| {
        let (from, to) = (b * width, ((b + 1) * width).min(months));
        DepletionBin { from, to, share: share(part(to) - part(from)) }
    });
    let held = (0..months).map(|i| share(1.0 - part(i + 1))).collect();
    let depleted = libm::round(last * 1000.0) as u64;
    DepletionMonths::new(month(2016, 1), (depleted, 1000), bins.collect(), held).expect("valid")
}

fn recovery(months: u32, level: f64) -> RecoveryFan {
    let rates = (0..months).map(|i| {
        let within = f64::from(i % 12) / 12.0;
        let spread = 0.12 * (1.0 - within) + 0.02;
        let nothing_due = i < 12 || i % 12 == 0;
        (!nothing_due).then(|| [-0.9, -0.35, 0.0, 0.25, 0.45].map(|z| (level + z * spread).clamp(0.0, 1.0)))
    });
    RecoveryFan::new(month(2016, 1), rates.collect(), Some(0.98)).expect("valid")
}

fn normal(mean: f64, sd: f64) -> Vec<f64> {
    // Quantiles of the logistic law, which a test needs no library for.
    (1..1000).map(|i| f64::from(i) / 1000.0).map(|p| mean + sd * 0.55 * libm::log(p / (1.0 - p))).collect()
}

fn gain(mean: f64, sd: f64) -> Option<Gain> {
    let values = normal(mean, sd);
    let below = values.iter().filter(|v| **v < 0.0).count() as f64 / values.len() as f64;
    Some(Gain {
        mean: around(mean, sd * 0.06),
        quantiles: [49, 249, 499, 749, 949].map(|i: usize| values[i]),
        below_zero: share(below),
        histogram: Histogram::of(&values, 60).expect("values"),
    })
}

fn gains(lang: Lang, scale: f64, with_all: bool) -> Gains {
    let names = lang.pick(
        ["all borrowing households", "self-directed", "pooled", "fixed benefit"],
        ["全部贷款户", "自主贷款", "分贷统用统还", "固定受益"],
    );
    let numbers = [(1100.0, 350.0), (1480.0, 600.0), (855.0, 420.0), (840.0, 150.0)];
    let row = |(i, name): (usize, &str)| GainRow {
        name: name.to_owned(),
        gain: if with_all || i < 2 { gain(numbers[i].0 * scale, numbers[i].1 * scale.abs()) } else { None },
    };
    Gains::new(names.into_iter().enumerate().map(row).collect()).expect("valid")
}

fn deciles(level: f64) -> Deciles {
    let decile = |i: u32| Decile {
        name: (i + 1).to_string(),
        gain: (i != 8).then(|| around(level * (600.0 + 80.0 * f64::from(i)), 40.0)),
        worse_off: (i != 8).then(|| share(0.05 + 0.02 * f64::from(i))),
        borrowing: Some(share(0.5 - 0.03 * f64::from(i))),
    };
    Deciles::new((0..10).map(decile).collect()).expect("valid")
}

fn losses(lang: Lang, scale: f64) -> Losses {
    let values: Vec<f64> = (1..1000).map(|i| -libm::log(1.0 - f64::from(i) / 1000.0) * 6e6 * scale).collect();
    let panel = |name: &str| LossPanel {
        name: name.to_owned(),
        histogram: Histogram::of(&values, 40).expect("values"),
        mean: around(6e6 * scale, 0.3e6 * scale),
        measures: [("VaR 95%", 18e6), ("ES 95%", 24e6), ("VaR 99%", 27.6e6), ("ES 99%", 33.6e6)]
            .map(|(name, yuan)| LossMeasure {
                name: name.to_owned(),
                value: yuan * scale,
                interval: Some((yuan * scale * 0.9, yuan * scale * 1.12)),
            })
            .to_vec(),
    };
    let names = lang.pick(["paid by the fund", "borne by the bank"], ["风险补偿金代偿", "银行承担"]);
    Losses::new(names.map(panel).to_vec()).expect("valid")
}

fn comparison(lang: Lang, scenarios: usize) -> Comparison {
    let title =
        lang.pick("Leverage cap of five times instead of ten", "杠杆上限由十倍降为五倍，并同时调整三种贷款模式的比例");
    let names = (0..scenarios).map(|i| if i % 3 == 0 { title.to_owned() } else { format!("leverage-{i}x") }).collect();
    let measure = |name: &str, scale: f64| Measure {
        name: name.to_owned(),
        unit: lang.pick("million yuan a year", "百万元/年").to_owned(),
        differences: (0..scenarios)
            .map(|i| {
                let told = [Told::Better, Told::Not, Told::Worse, Told::Differs][i % 4];
                (i != 1).then(|| Difference { estimated: around(scale * (i as f64 - 1.5), scale * 0.8), told })
            })
            .collect(),
    };
    let names_of = lang.pick(
        ["Probability that the fund runs dry", "Recovery rate", "Gain per head", "Public cost"],
        ["补偿金耗尽概率", "贷款回收率", "人均增收", "公共成本"],
    );
    let measures = vec![
        measure(names_of[0], 1.2),
        measure(names_of[1], 0.4),
        measure(names_of[2], 35.0),
        measure(names_of[3], 2.1),
    ];
    Comparison::new(names, measures).expect("valid")
}

fn fund_size(scale: f64) -> FundSize {
    let curve = (0..=100).map(|i| {
        let yuan = f64::from(i) * 0.4e6;
        (yuan * scale, share(1.0 - 0.6 * libm::exp(-yuan / 8e6)))
    });
    let mark = |level: f64| {
        let yuan = -8e6 * libm::log((1.0 - level) / 0.6) * scale;
        FundMark { level, yuan, interval: Some((yuan * 0.93, yuan * 1.08)) }
    };
    FundSize::new(curve.collect(), [0.9, 0.95, 0.99].map(mark).to_vec(), Some(15e6 * scale)).expect("valid")
}

fn maturity(months: u32, scale: f64) -> MaturityWall {
    let lent = (0..months).map(|i| if i < 24 { 1.2e7 * scale } else { 3e6 * scale }).collect();
    let due = (0..months).map(|i| {
        let mean = if i < 12 {
            0.0
        } else if (36..48).contains(&i) {
            1.6e7
        } else {
            4e6
        };
        around(mean * scale, mean * scale * 0.25)
    });
    let years = ticks::year_cells(month(2016, 1), months).len();
    let unrecovered = (0..years).map(|y| (y > 0).then(|| [0.3, 0.7, 1.0, 1.4, 2.0].map(|q| q * 0.02 * y as f64)));
    MaturityWall::new(month(2016, 1), lent, due.collect(), unrecovered.collect()).expect("valid")
}

fn townships(lang: Lang, rows: usize, years: i32) -> TownshipTable {
    let names = lang
        .pick(["Shouyan", "Xianzijiao", "Lianjiang Street", "Qingtang"], ["寿雁镇", "仙子脚镇", "濂溪街道", "清塘镇"]);
    let cell =
        |row: usize, year: i32| share((row as f64 * 0.37 + f64::from(year) * 0.21) % 1.0 * f64::from(year) / 5.0);
    TownshipTable::new(
        (0..rows).map(|i| format!("{}{}", names[i % 4], if i < 4 { String::new() } else { format!(" {i}") })).collect(),
        (0..years).map(|y| 2016 + y).collect(),
        (0..rows).map(|row| (0..years).map(|year| cell(row, year)).collect()).collect(),
    )
    .expect("valid")
}

/// Gain and survival that pull in different directions; the corner of fixed benefit cannot be lent.
fn mixes(steps: u32) -> MixMap {
    let mut mixes = Vec::new();
    for i in 0..=steps {
        for j in 0..=steps - i {
            let parts = [i, j, steps - i - j];
            let [own, pooled, fixed] = parts.map(|part| f64::from(part) / f64::from(steps));
            let survival = 1.0 - 0.16 * own * own - 0.05 * pooled - 0.002 * fixed;
            let gain = 1480.0 * own + 855.0 * pooled + 840.0 * fixed - 300.0 * own * own;
            mixes.push(Mix {
                parts,
                gain: Some(gain),
                survival: Some(share(survival)),
                lent: Some(if fixed > 0.75 { 0.4 } else { 1.0 }),
                undecided: gain > 1100.0,
                efficient: parts[1] == 0 && fixed <= 0.75,
            });
        }
    }
    MixMap::new(steps, mixes, Some([0.38, 0.5, 0.12])).expect("valid")
}

/// A search whose answer lies between its values; none of the gains near the end can be measured.
fn lever(lang: Lang, limit: f64) -> LeverSearch {
    let at = [2.0, 4.0, 6.0, 8.0, 9.0, 10.0, 12.0, 16.0, 20.0];
    let met = |at: f64| match at {
        at if at < 7.0 => Met::Surely,
        at if at < 9.5 => Met::ByEstimate,
        _ => Met::Not,
    };
    let panel = |name: &str, suffix, value: &dyn Fn(f64) -> Option<Estimated>, limit| LeverPanel {
        name: name.to_owned(),
        suffix,
        values: at.iter().map(|at| value(*at)).collect(),
        limit,
    };
    let names = lang.pick(["Fund runs dry", "Lent of the plan", "Gain"], ["耗尽概率", "放贷占计划", "人均增收"]);
    let panels = vec![
        panel(names[0], "%", &|at| Some(around(0.1 * at * at, 0.05 * at)), Some(limit)),
        panel(names[1], "%", &|at| Some(around((20.0 + 8.0 * at).min(98.0), 1.0)), None),
        panel(names[2], "", &|at| (at < 15.0).then(|| around(1000.0 + 9.0 * at, 60.0)), None),
    ];
    let marks = [(10.0, "this scenario 10", true), (9.0, "answer 9", false)].map(|(at, name, dashed)| LeverMark {
        at,
        name: name.to_owned(),
        dashed,
    });
    let axis = lang.pick("leverage cap, times the fund", "杠杆上限（补偿金的倍数）").to_owned();
    LeverSearch::new((axis, ""), at.map(|at| (at, met(at))).to_vec(), panels, marks.to_vec()).expect("valid")
}

fn sheet(style: Style) -> Sheet {
    let lang = style.lang;
    Sheet {
        style,
        title: lang.pick("Risk compensation fund: balance and depletion", "风险补偿金：余额与耗尽概率").to_owned(),
        reading: lang
            .pick(
                "Half of the simulated paths lie in the dark band, nine in ten in both; the line is the median.",
                "深色带含一半模拟路径，浅色带与深色带合计含九成；实线为中位数。",
            )
            .to_owned(),
        caption: lang
            .pick(
                "Scenario daoxian-2016 (Daoxian 2016: the programme as reported); 10,000 replications; seed 42; run 9f3c21ab77e0",
                "方案 daoxian-2016（道县2016：按公开报道的做法）；模拟 10,000 次；种子 42；运行摘要 9f3c21ab77e0",
            )
            .to_owned(),
        facts: vec![("version", "0.1.0".to_owned()), ("seed", "42".to_owned()), ("run", "9f3c<&>\"77e0".to_owned())],
    }
}

const ENGLISH: Style = Style { width: Width::Double, tone: Tone::Colour, lang: Lang::En };
const CHINESE: Style = Style { lang: Lang::Zh, ..ENGLISH };

/// Every chart on ordinary and on extreme data.
fn cases(lang: Lang) -> Vec<(&'static str, Box<dyn Body>)> {
    vec![
        ("fund", Box::new(ordinary(72)) as Box<dyn Body>),
        ("fund-12", Box::new(ordinary(12))),
        ("fund-1", Box::new(ordinary(1))),
        ("fund-360", Box::new(ordinary(360))),
        ("fund-never", Box::new(fan(60, |t, z| 3e7 + 2e7 * t + 3e6 * t * z, 0.0))),
        ("fund-gone", Box::new(fan(60, |t, _| if t > 0.0 { 0.0 } else { 3e7 }, 1.0))),
        ("fund-large", Box::new(fan(120, |t, z| 8.6e13 * (1.0 + t) + 1e13 * t * z, 0.012))),
        ("fund-flat", Box::new(fan(60, |_, _| 5e6, 0.0))),
        ("fund-below", Box::new(fan(36, |t, z| 2e5 * (1.0 - 1.4 * t) + 8e4 * t * z, 0.97))),
        ("depletion", Box::new(depletion(72, 0.23))),
        ("depletion-12", Box::new(depletion(12, 0.05))),
        ("depletion-1", Box::new(depletion(1, 1.0))),
        ("depletion-never", Box::new(depletion(72, 0.0))),
        ("depletion-all", Box::new(depletion(120, 1.0))),
        ("recovery", Box::new(recovery(72, 0.96))),
        ("recovery-low", Box::new(recovery(30, 0.4))),
        ("gains", Box::new(gains(lang, 1.0, true))),
        ("gains-missing", Box::new(gains(lang, -0.01, false))),
        ("deciles", Box::new(deciles(1.0))),
        ("deciles-loss", Box::new(deciles(-0.2))),
        ("losses", Box::new(losses(lang, 1.0))),
        ("losses-small", Box::new(losses(lang, 1e-4))),
        ("comparison", Box::new(comparison(lang, 5))),
        ("comparison-1", Box::new(comparison(lang, 1))),
        ("comparison-20", Box::new(comparison(lang, 20))),
        ("fund-size", Box::new(fund_size(1.0))),
        ("fund-size-large", Box::new(fund_size(100.0))),
        ("maturity", Box::new(maturity(72, 1.0))),
        ("maturity-13", Box::new(maturity(13, 20.0))),
        ("townships", Box::new(townships(lang, 22, 6))),
        ("townships-3", Box::new(townships(lang, 3, 1))),
        ("lever", Box::new(lever(lang, 9.0))),
        ("lever-far", Box::new(lever(lang, 99.0))),
        ("mixes", Box::new(mixes(10))),
        ("mixes-5", Box::new(mixes(5))),
        ("townships-60", Box::new(townships(lang, 60, 12))),
    ]
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let pair = || {
        let svg = draw(&sheet(CHINESE), &ordinary(60)).expect("drawn");
        (svg_to_png(&svg).expect("a picture"), svg)
    };
    assert!(pair() == pair());
}

#[test]
fn text_is_outlined_and_provenance_is_kept() {
    for style in [ENGLISH, CHINESE] {
        let mut sheet = sheet(style);
        sheet.caption.push_str(" <&>");
        let svg = draw(&sheet, &ordinary(60)).expect("drawn");
        let document = resvg::usvg::roxmltree::Document::parse(&svg).expect("XML");
        assert!(!document.descendants().any(|node| node.tag_name().name() == "text"));
        let root = document.root_element();
        assert_eq!(root.attribute("width"), Some("180mm"));
        let said = |tag| root.children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text());
        assert_eq!(said("title"), Some(sheet.title.as_str()));
        assert!(said("desc").is_some_and(|text| text.contains(&sheet.caption)));
        let facts: Vec<(String, String)> = sheet.facts.iter().map(|(k, v)| (k.to_string(), v.clone())).collect();
        assert_eq!(provenance(svg.as_bytes()), facts);
        assert_eq!(provenance(&svg_to_png(&svg).expect("a picture")), facts);
    }
    assert!(provenance(b"no picture").is_empty() && provenance(&[0x89, 0xff]).is_empty());
}

#[test]
fn the_picture_has_300_dots_per_inch_and_says_so() {
    for (width, pixels) in [(Width::Double, 2126), (Width::Single, 1039)] {
        let svg = draw(&sheet(Style { width, ..ENGLISH }), &ordinary(12)).expect("drawn");
        let file = svg_to_png(&svg).expect("a picture");
        let reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().expect("a PNG");
        let info = reader.info();
        assert_eq!(info.width, pixels);
        let dots = info.pixel_dims.expect("a resolution");
        assert_eq!((dots.xppu, dots.yppu, dots.unit), (11811, 11811, png::Unit::Meter));
    }
}

#[test]
fn a_character_without_glyph_stops_the_chart_and_is_named() {
    let sheet = Sheet { title: "余额 🐼".into(), ..sheet(CHINESE) };
    let error = draw(&sheet, &ordinary(60)).expect_err("no panda").to_string();
    assert!(error.contains('🐼') && error.contains("余额"), "{error}");
}

/// Whatever a chart may write is in the font: labels, titles, readings, captions.
#[test]
fn every_word_of_the_charts_is_in_the_font() {
    use crate::text::words::{charts, figures};
    for entry in charts::ENTRIES.iter().chain(figures::ENTRIES) {
        for text in [entry.en, entry.zh] {
            check_text(text).unwrap_or_else(|error| panic!("{}: {error}", entry.key));
        }
    }
}

#[test]
fn texts_that_leave_no_room_are_refused() {
    let sheet = Sheet { caption: "摘要".repeat(9_000), ..sheet(CHINESE) };
    assert!(matches!(draw(&sheet, &ordinary(60)), Err(PlotError::NoRoom { .. })));
}

#[test]
fn what_is_not_svg_is_an_error() {
    assert!(matches!(svg_to_png("no picture"), Err(PlotError::Xml(_))));
    assert!(matches!(svg_to_png("<p/>"), Err(PlotError::Svg(_))));
}

/// Every label of every chart is in the font, in both languages. Writes pictures to look at:
/// `LENDMIX_EXAMPLES=dir cargo test examples`.
#[test]
fn examples_of_every_kind_are_drawn() {
    let folder = std::env::var_os("LENDMIX_EXAMPLES").map(std::path::PathBuf::from);
    let only = std::env::var("LENDMIX_ONLY").unwrap_or_default();
    for lang in Lang::ALL {
        for (name, body) in cases(lang).iter().filter(|(name, _)| name.starts_with(&only)) {
            for width in Width::ALL {
                let tone = if name.contains('-') { Tone::Grey } else { Tone::Colour };
                let style = Style { width, tone, lang };
                let svg = draw(&sheet(style), body.as_ref()).unwrap_or_else(|e| panic!("{name} {style:?}: {e}"));
                let Some(folder) = &folder else { continue };
                let stem = format!("{name}.{}.{}", width.key(), lang.key());
                let picture = svg_to_png(&svg).expect("a picture");
                std::fs::write(folder.join(format!("{stem}.png")), picture).expect("written");
            }
        }
    }
}
