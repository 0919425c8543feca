//! Why a run cannot be explained, in words.

use crate::output::{OtherProgram, RestoreError};
use crate::scenario::Diagnostics;
use crate::text::{Lang, whole};

/// Why a run cannot be explained.
#[derive(Debug)]
pub enum ExplainFailure {
    /// The run cannot be simulated again.
    Restore(RestoreError),
    /// A scenario that the run does not have.
    NoScenario {
        /// As typed.
        name: String,
        /// Those of the run.
        known: Vec<String>,
    },
    /// Several scenarios and none named.
    WhichScenario(Vec<String>),
    /// A replication that the run does not have.
    NoReplication {
        /// As typed.
        replication: u32,
        /// The first and the last of the run.
        range: (u32, u32),
    },
    /// A household that the scenario does not have.
    NoHousehold {
        /// As typed.
        id: String,
        /// Those that stand nearest.
        nearest: Vec<String>,
    },
    /// The fund never ran dry.
    NeverDry(u32),
    /// Nothing was lent, so that no household has a ledger.
    NothingLent(u32),
}

impl ExplainFailure {
    /// The exit code: 2 where another argument would do.
    pub fn code(&self) -> u8 {
        match self {
            ExplainFailure::Restore(_) => 1,
            _ => 2,
        }
    }

    /// In words.
    pub fn words(&self, lang: Lang) -> String {
        let list = |names: &[String]| names.join(lang.pick(", ", "、"));
        match self {
            ExplainFailure::Restore(error) => restore(error, lang),
            ExplainFailure::NoScenario { name, known } => lang.pick(
                format!("the run has no scenario {name}. It has: {}", list(known)),
                format!("该次运行中没有方案“{name}”。现有：{}", list(known)),
            ),
            ExplainFailure::WhichScenario(known) => lang.pick(
                format!("the run has several scenarios. Add --scenario with one of: {}", list(known)),
                format!("该次运行有多个方案。请加 --scenario 并指定其一：{}", list(known)),
            ),
            ExplainFailure::NoReplication { replication, range: (first, last) } => lang.pick(
                format!("the run has no replication {replication}. Give --replication from {first} to {last}"),
                format!("该次运行中没有第{replication}号模拟。--replication 应在{first}到{last}之间"),
            ),
            ExplainFailure::NoHousehold { id, nearest } => lang.pick(
                format!("the scenario has no household {id}. Nearest: {}", list(nearest)),
                format!("方案中没有户编号“{id}”。相近的有：{}", list(nearest)),
            ),
            ExplainFailure::NeverDry(replications) => {
                let all = whole(i64::from(*replications));
                lang.pick(
                    format!("the fund ran dry in none of {all} replications. --worst shows the one that needed the largest fund"),
                    format!("{all}次模拟中补偿金从未耗尽。可用 --worst 查看所需补偿金最大的一次"),
                )
            }
            ExplainFailure::NothingLent(replication) => lang.pick(
                format!("nothing is lent in replication {replication}"),
                format!("第{replication}号模拟中没有放款"),
            ),
        }
    }
}

fn restore(error: &RestoreError, lang: Lang) -> String {
    let told = |scenario: &str, diagnostics: &Diagnostics| {
        lang.pick(
            format!("this version cannot read scenario {scenario} any more; explain the run with the version that made it\n{}", diagnostics.render(lang, false)),
            format!("本版本已无法读取方案“{scenario}”；请用生成该结果的版本解释\n{}", diagnostics.render(lang, false)),
        )
    };
    match error {
        RestoreError::Mistakes { scenario, diagnostics } => told(scenario, diagnostics),
        _ if lang == Lang::En => format!("{error}. {}", "Copy the run folder again, or run the scenario again"),
        RestoreError::NotKept { folder, scenario } => {
            format!("{}中没有保存方案“{scenario}”的输入。请用本版本重新运行", folder.display())
        }
        RestoreError::Missing { path, scenario } => {
            format!("缺少{}（方案“{scenario}”的输入）。请重新复制结果文件夹，或重新运行", path.display())
        }
        RestoreError::Changed { path, scenario } => {
            format!("{}（方案“{scenario}”的输入）在运行之后被改动。请重新复制结果文件夹，或重新运行", path.display())
        }
        RestoreError::SameName { scenario, table } => {
            format!("方案“{scenario}”引用了两个同名而内容不同的表“{table}”，无法分辨。请改名后重新运行")
        }
        RestoreError::OtherDigest { scenario, .. } => {
            format!("本版本对方案“{scenario}”的理解与运行时不同。请用生成该结果的版本解释，或重新运行")
        }
    }
}

/// That another program made the run, and what that means.
pub fn other_program(other: OtherProgram, made_by: &str, lang: Lang) -> String {
    let what = match (other.version, other.lock_file) {
        (true, _) => lang.pick(format!("version {made_by}"), format!("{made_by}版")),
        _ => lang.pick("a build with other libraries".to_owned(), "依赖库版本不同的程序".to_owned()),
    };
    lang.pick(
        format!("warning: the run was made by {what}; what is simulated again here may differ from what it recorded\n"),
        format!("注意：该结果由{what}生成，此处重算的结果可能与当时记录的不同\n"),
    )
}
