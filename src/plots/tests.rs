//! The chart as a whole.

use super::*;
use crate::units::Probability;

/// A made-up fund: quantile `q` of month `i` of `months`, and a depletion probability that rises to `last`
/// (one: at once).
pub(super) fn fan(months: u32, balance: impl Fn(f64, f64) -> f64, last: f64) -> FundFan {
    let start = CalendarMonth::new(2016, 1).expect("a month");
    let z = [-1.645, -0.674, 0.0, 0.674, 1.645];
    let share = |i: u32| f64::from(i + 1) / f64::from(months);
    let quantiles = (0..months).map(|i| z.map(|z| balance(share(i), z))).collect();
    let p = |value: f64| Probability::new(value.clamp(0.0, 1.0)).expect("a probability");
    let point = |i: u32| {
        let estimate = if last < 1.0 { last * share(i) * share(i) } else { 1.0 };
        let half = 0.03 * libm::sqrt(estimate * (1.0 - estimate).max(0.0)) + 0.002;
        DepletionPoint { estimate: p(estimate), low: p(estimate - half), high: p(estimate + half) }
    };
    FundFan::new(start, Some(balance(0.0, 0.0)), quantiles, (0..months).map(point).collect()).expect("valid")
}

/// A fund of about 30 million yuan that spreads as it is drawn down.
fn ordinary(months: u32) -> FundFan {
    fan(months, |t, z| (3.0e7 - 1.6e7 * t + 9e6 * t * z * libm::sqrt(t)).max(0.0), 0.23)
}

fn english() -> FanLabels {
    FanLabels {
        title: "Risk compensation fund of Dao County: balance and probability of depletion".into(),
        subtitle: "Half of the simulated runs lie in the dark band, nine in ten within both; the line is the median."
            .into(),
        balance_axis: "Fund balance at the end of the month, {unit}".into(),
        depletion_axis: "Probability that the fund has run dry by then, with 95% interval of the simulation".into(),
        years: "Year".into(),
        months: "Month".into(),
        quantiles: ["5%", "25%", "Median", "75%", "95%"].map(String::from),
        caption: "Scenario daoxian-2016 · 10,000 replications · seed 42 · digest 9f3c21ab77e0".into(),
        numbers: NumberStyle::English,
    }
}

fn chinese() -> FanLabels {
    FanLabels {
        title: "道县小额信贷风险补偿金：余额与耗尽概率".into(),
        subtitle: "深色带含一半模拟结果，浅色带与深色带合计含九成；实线为中位数。".into(),
        balance_axis: "月末风险补偿金余额（{unit}）".into(),
        depletion_axis: "截至当月末已耗尽的概率（浅色带为模拟误差的 95% 区间）".into(),
        years: "年份".into(),
        months: "月份".into(),
        quantiles: ["5%", "25%", "中位数", "75%", "95%"].map(String::from),
        caption: "方案 daoxian-2016 · 重复 10,000 次 · 随机种子 42 · 摘要 9f3c21ab77e0".into(),
        numbers: NumberStyle::Chinese,
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let pair = || {
        let svg = fund_fan_svg(&ordinary(60), &chinese()).expect("drawn");
        (svg_to_png(&svg).expect("a picture"), svg)
    };
    assert!(pair() == pair());
}

#[test]
fn text_is_outlined_and_provenance_is_kept() {
    for labels in [english(), chinese()] {
        let mut labels = labels;
        labels.caption.push_str(" <&>");
        let svg = fund_fan_svg(&ordinary(60), &labels).expect("drawn");
        let document = resvg::usvg::roxmltree::Document::parse(&svg).expect("XML");
        assert!(!document.descendants().any(|node| node.has_tag_name("text")));
        let root = document.root_element();
        assert_eq!((root.attribute("width"), root.attribute("height")), (Some("180mm"), Some("120mm")));
        let said = |tag| root.children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text());
        assert_eq!(said("title"), Some(labels.title.as_str()));
        assert!(said("desc").is_some_and(|text| text.contains(&labels.caption)));
    }
}

#[test]
fn the_picture_has_300_dots_per_inch_and_says_so() {
    let svg = fund_fan_svg(&ordinary(12), &english()).expect("drawn");
    let file = svg_to_png(&svg).expect("a picture");
    let reader = png::Decoder::new(std::io::Cursor::new(&file)).read_info().expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height), (2126, 1417));
    let dots = info.pixel_dims.expect("a resolution");
    assert_eq!((dots.xppu, dots.yppu, dots.unit), (11811, 11811, png::Unit::Meter));
}

#[test]
fn a_character_without_glyph_stops_the_chart_and_is_named() {
    let labels = FanLabels { years: "年🐼".into(), ..chinese() };
    let error = fund_fan_svg(&ordinary(60), &labels).expect_err("no panda").to_string();
    assert!(error.contains('🐼') && error.contains("年"), "{error}");
}

#[test]
fn texts_that_leave_no_room_are_refused() {
    let labels = FanLabels { caption: "摘要".repeat(3_000), ..chinese() };
    assert!(matches!(fund_fan_svg(&ordinary(60), &labels), Err(PlotError::NoRoom { .. })));
}

#[test]
fn what_is_not_svg_is_an_error() {
    assert!(matches!(svg_to_png("no picture"), Err(PlotError::Xml(_))));
    assert!(matches!(svg_to_png("<p/>"), Err(PlotError::Svg(_))));
}

/// Writes pictures to look at: `LENDMIX_EXAMPLES=dir cargo test examples`.
#[test]
fn examples_of_every_kind_are_drawn() {
    let cases = [
        ("ordinary-60", ordinary(60)),
        ("ordinary-120", ordinary(120)),
        ("ordinary-12", ordinary(12)),
        ("one-month", ordinary(1)),
        ("thirty-years", ordinary(360)),
        ("never-depleted", fan(60, |t, z| 3e7 + 2e7 * t + 3e6 * t * z, 0.0)),
        ("gone-in-month-1", fan(60, |t, _| if t > 0.0 { 0.0 } else { 3e7 }, 1.0)),
        ("very-large", fan(120, |t, z| 8.6e13 * (1.0 + t) + 1e13 * t * z, 0.012)),
        ("flat", fan(60, |_, _| 5e6, 0.0)),
        ("below-zero", fan(36, |t, z| 2e5 * (1.0 - 1.4 * t) + 8e4 * t * z, 0.97)),
    ];
    let folder = std::env::var_os("LENDMIX_EXAMPLES").map(std::path::PathBuf::from);
    for (name, fan) in &cases {
        for (language, labels) in [("en", english()), ("zh", chinese())] {
            let svg = fund_fan_svg(fan, &labels).unwrap_or_else(|error| panic!("{name} {language}: {error}"));
            let Some(folder) = &folder else { continue };
            std::fs::write(folder.join(format!("{name}.{language}.svg")), &svg).expect("written");
            let picture = svg_to_png(&svg).expect("a picture");
            std::fs::write(folder.join(format!("{name}.{language}.png")), picture).expect("written");
        }
    }
}
