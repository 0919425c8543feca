//! The one list of figures: what each shows, how it is read, what it needs, which commands draw it.

use super::{FigureError, Material, Prepared};
use super::{comparison, deciles, fund, gains, losses, mixes, recovery, townships};
use crate::output::MapSummary;
use crate::text::Lang;

/// What a figure needs of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// `summary.json`, which every run has.
    Summary,
    /// The values of single replications: of the run while it ends, later `replications.parquet`.
    Replications,
}

/// Whether a figure shows one scenario or the whole run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One scenario.
    Scenario,
    /// All scenarios of a run.
    Run,
    /// All mixes of a map.
    Map,
}

/// A figure.
pub struct Figure {
    /// Name on the command line and of its files.
    pub id: &'static str,
    /// Title in English.
    pub title_en: &'static str,
    /// Title in Chinese.
    pub title_zh: &'static str,
    /// How to read it, in English.
    pub reading_en: &'static str,
    /// How to read it, in Chinese.
    pub reading_zh: &'static str,
    /// What it needs.
    pub need: Need,
    /// Whether it shows one scenario or the run.
    pub scope: Scope,
    /// Commands that draw it.
    pub commands: &'static [&'static str],
    /// From the numbers of the run to the chart.
    pub prepare: Prepare,
}

/// How a figure comes from numbers.
#[derive(Clone, Copy)]
pub enum Prepare {
    /// From a run and the number of a scenario.
    Run(fn(&mut Material<'_>, usize, Lang) -> Result<Prepared, FigureError>),
    /// From a map of mixes.
    Map(fn(&MapSummary, Lang) -> Result<Prepared, FigureError>),
}

/// Commands that simulate one scenario or several.
const RUN: &[&str] = &["run", "compare", "plot"];

/// Every figure, in the order of a report.
pub static FIGURES: [Figure; 11] = [
    Figure {
        id: "fund-balance",
        title_en: "Balance of the risk compensation fund",
        title_zh: "风险补偿金余额",
        reading_en: "The bands hold half and nine tenths of the simulated paths, the line is the median; below, the probability that the fund has run dry.",
        reading_zh: "深色带和浅色带分别含半数和九成模拟路径，实线为中位数；下图为补偿金截至当月已耗尽的概率。",
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(fund::balance),
    },
    Figure {
        id: "depletion-month",
        title_en: "When the risk compensation fund runs dry",
        title_zh: "风险补偿金何时耗尽",
        reading_en: "A fund runs dry in the first month in which a valid claim cannot be paid in full, not when its balance is zero.",
        reading_zh: "耗尽指有效代偿申请首次不能足额支付的月份，而非余额为零。",
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(fund::depletion),
    },
    Figure {
        id: "recovery-rate",
        title_en: "Recovery rate, year to date",
        title_zh: "年初至今贷款回收率",
        reading_en: "The bands hold half and nine tenths of the replications, the line is the median. Each January begins anew; compensation by the fund is no recovery.",
        reading_zh: "深色带和浅色带分别含半数和九成模拟，实线为中位数。每年1月重新起算；风险补偿金代偿不算收回。",
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(recovery::rate),
    },
    Figure {
        id: "gain-by-mode",
        title_en: "Income gain per head by lending mode",
        title_zh: "各贷款模式人均增收",
        reading_en: "How the county's mean spreads over replications: area, and below it nine tenths, half and the median. Left of zero the households lose on average.",
        reading_zh: "全县平均值在各次模拟中的分布：面积图下方依次为九成区间、半数区间和中位数。零点左侧为户均受损的模拟。",
        need: Need::Replications,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(gains::by_mode),
    },
    Figure {
        id: "gain-by-decile",
        title_en: "Who gains, who loses: by income without the programme",
        title_zh: "谁增收、谁减收：按无项目时的收入分组",
        reading_en: "Means over replications with 95% intervals. A household stays in its tenth, whatever the programme does to its income.",
        reading_zh: "各次模拟的平均值及其95%区间。农户所在组按无项目时的收入确定，不随项目变动。",
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(deciles::gains),
    },
    Figure {
        id: "losses",
        title_en: "Losses of fund and bank over the whole run",
        title_zh: "风险补偿金和银行在整个模拟期的损失",
        reading_en: "VaR 95%: the loss that 95% of replications do not exceed. ES 95%: the mean of the worst 5%. Lines are 95% intervals.",
        reading_zh: "VaR 95%：95%的模拟不超过的损失；ES 95%：最差5%模拟的平均损失。横线为95%区间。",
        need: Need::Replications,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(losses::tail),
    },
    Figure {
        id: "fund-size",
        title_en: "How large a fund pays every claim",
        title_zh: "多大的风险补偿金足以支付全部代偿",
        reading_en: "Share of replications that a given initial balance survives, with lending as it happened; band and lines are 95% intervals.",
        reading_zh: "在放贷情况不变时，给定期初余额足以支付全部代偿的模拟占比；色带和横线为95%区间。",
        need: Need::Replications,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(fund::size),
    },
    Figure {
        id: "maturity-wall",
        title_en: "The repayment wall: what is lent and what falls due",
        title_zh: "还款高峰：放贷与到期",
        reading_en: "Above, month by month; below, how much of each year's dues is still unpaid when the year ends.",
        reading_zh: "上图逐月列示放贷与到期金额；下图为各年到期贷款年末未收回的比例。",
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(recovery::wall),
    },
    Figure {
        id: "township-suspension",
        title_en: "Probability that a township's lending is suspended",
        title_zh: "各乡镇暂停放贷的概率",
        reading_en: "A year counts if lending stopped for a month or more in the township, in one of its villages or in the whole county.",
        reading_zh: "当年该乡镇、其所辖任一村或全县暂停放贷一个月及以上，即计入。",
        need: Need::Summary,
        scope: Scope::Scenario,
        commands: RUN,
        prepare: Prepare::Run(townships::suspensions),
    },
    Figure {
        id: "comparison",
        title_en: "What each scenario changes",
        title_zh: "各方案带来的变化",
        reading_en: "Differences from the baseline over the same replications, with 95% intervals. Disc: better; diamond: worse; square: different; ring: not to be told from no difference.",
        reading_zh: "与基准方案逐次配对的差值及其95%区间。圆点：更好；菱形：更差；方块：有差别；圆圈：与无差别分不清。",
        need: Need::Summary,
        scope: Scope::Run,
        commands: RUN,
        prepare: Prepare::Run(comparison::scenarios),
    },
    Figure {
        id: "mix-map",
        title_en: "Every mix of the three lending modes",
        title_zh: "三种贷款模式的各种组合",
        reading_en: "Each cell is a simulated mix; numbers along an edge rise towards the corner they belong to. Efficient: no other mix is as good in everything that counts and better in something. Thin lines: 95% intervals of the contours.",
        reading_zh: "每格为一种经模拟的组合；各边刻度向其所属的顶点递增。有效组合：没有其他组合在各项指标上都不差且至少一项更好。细线为等值线的95%区间。",
        need: Need::Summary,
        scope: Scope::Map,
        commands: &["map", "plot"],
        prepare: Prepare::Map(mixes::mixes),
    },
];

/// The figure of a name.
pub fn figure(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}
