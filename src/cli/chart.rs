//! The pictures of a run: from its summary to files.

use crate::output::{RunFolder, ScenarioSummary};
use crate::plots::{self, DepletionPoint, FanLabels, FundFan, NumberStyle};
use crate::scenario::Scenario;
use crate::text::{Lang, whole};
use crate::units::Probability;

use super::failure::Failure;

/// Draws the fund-balance fan of every scenario as SVG and PNG; returns the names of the files.
pub fn draw_all(
    folder: &mut RunFolder,
    scenarios: &[Scenario],
    summary: &crate::output::RunSummary,
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for (scenario, summarised) in scenarios.iter().zip(&summary.scenarios) {
        let Some(fan) = fan(scenario, summarised) else { continue };
        let svg = plots::fund_fan_svg(&fan?, &labels(scenario, summarised, summary.replications, lang))?;
        let png = plots::svg_to_png(&svg)?;
        let stem =
            if scenarios.len() == 1 { "fund-balance".to_string() } else { format!("{}-fund-balance", scenario.name) };
        for (ending, bytes) in [("svg", svg.as_bytes()), ("png", png.as_slice())] {
            let name = format!("charts/{stem}.{ending}");
            folder.write(&name, bytes)?;
            names.push(name);
        }
    }
    Ok(names)
}

/// The fan of a summary; `None` if the summary has no fund balance.
fn fan(scenario: &Scenario, summary: &ScenarioSummary) -> Option<Result<FundFan, Failure>> {
    let series = summary.series("fund_balance_yuan")?;
    let months = summary.months as usize;
    let balance = (0..months)
        .map(|month| {
            let mut of_month = [0.0; 5];
            for (value, quantile) in of_month.iter_mut().zip(&series.quantiles) {
                *value = quantile.values[month]?;
            }
            Some(of_month)
        })
        .collect::<Option<Vec<[f64; 5]>>>()?;
    let depleted = summary.depletion.by_month.iter().map(|share| {
        let interval = share.interval?;
        Some(DepletionPoint {
            estimate: Probability::new(share.share?)?,
            low: Probability::new(interval.low)?,
            high: Probability::new(interval.high)?,
        })
    });
    let depleted = depleted.collect::<Option<Vec<DepletionPoint>>>()?;
    let opening = Some(scenario.policy.start.fund.initial.yuan());
    Some(FundFan::new(scenario.run.start, opening, balance, depleted).map_err(Failure::from))
}

fn labels(scenario: &Scenario, summary: &ScenarioSummary, replications: u32, lang: Lang) -> FanLabels {
    let digest = &summary.digest[..12];
    let (name, seed) = (drawable(&scenario.name), scenario.run.seed);
    let replications = whole(i64::from(replications));
    FanLabels {
        title: lang.pick("Balance of the risk compensation fund", "风险补偿金余额").to_string(),
        subtitle: lang.pick(
            "Median and the bands that hold half and nine tenths of the simulated paths; below, the probability that the fund has run dry",
            "中位数，以及一半路径和九成路径所在的区间；下图为补偿金截至当月已耗尽的概率",
        ).to_string(),
        balance_axis: lang.pick("balance at month's end, {unit}", "月末余额（{unit}）").to_string(),
        depletion_axis: lang.pick("run dry so far (band: 95% interval)", "截至当月已耗尽的概率（浅色带为95%区间）").to_string(),
        years: lang.pick("year", "年").to_string(),
        months: lang.pick("month", "月").to_string(),
        quantiles: lang.pick(["5%", "25%", "median", "75%", "95%"], ["5%", "25%", "中位数", "75%", "95%"]).map(str::to_string),
        caption: lang.pick(
            format!("Scenario {name}; {replications} replications; seed {seed}; digest {digest}"),
            format!("方案 {name}；模拟 {replications} 次；种子 {seed}；摘要 {digest}"),
        ),
        numbers: lang.pick(NumberStyle::English, NumberStyle::Chinese),
    }
}

/// A name with a box in place of each character that the chart font does not have.
fn drawable(name: &str) -> String {
    let known = |character: char| plots::check_text(&character.to_string()).is_ok();
    name.chars().map(|character| if known(character) { character } else { '□' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_the_font_cannot_write_is_drawn_with_boxes() {
        assert_eq!(drawable("道县😀2016"), "道县□2016");
        assert!(plots::check_text("□").is_ok());
    }
}
