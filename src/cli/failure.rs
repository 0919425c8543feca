//! Why a command failed, in words, and the exit code that belongs to it.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::output::OutputError;
use crate::plots::PlotError;
use crate::scenario::Diagnostics;
use crate::text::Lang;
use crate::text::words::compare;

use super::explain::failure::ExplainFailure;
use super::output_words::output_words;
use super::print;
use super::solve::Refusal;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// Scenario files with mistakes.
    Scenario(Vec<Diagnostics>),
    /// Scenarios that cannot be simulated side by side: (what differs, in each file).
    Incompatible(Vec<Difference>),
    /// One key set twice by the same option.
    SetTwice {
        /// The option.
        option: &'static str,
        /// The key.
        key: String,
        /// Both settings as typed.
        typed: [String; 2],
    },
    /// `--variant` without a setting.
    EmptyVariant,
    /// The same name twice among the scenarios of a run.
    SameName(String),
    /// Too few or too many scenarios to compare.
    CompareCount {
        /// Scenarios found.
        found: usize,
        /// Most that are compared at once.
        most: usize,
        /// What `--set` was given.
        sets: Vec<String>,
    },
    /// A baseline that is neither a file nor the name of a scenario.
    NoBaseline {
        /// As it was given.
        name: String,
        /// The scenarios that there are.
        names: Vec<String>,
    },
    /// Axes of a map none of which says who is reached.
    NoOutreach {
        /// The axes.
        axes: Vec<String>,
    },
    /// Tables that a map does not keep.
    MapTables(String),
    /// `--tables` with something else than table names.
    Tables(String),
    /// Tables were asked for in a build without Parquet.
    NoParquet,
    /// A question that cannot be asked.
    Solve(Refusal),
    /// Stopped by the user before there is an answer.
    Interrupted,
    /// Checks that did not hold; they have been printed.
    Violated {
        /// How many.
        violated: usize,
        /// Of how many.
        of: usize,
    },
    /// A run that cannot be explained.
    Explain(ExplainFailure),
    /// The run folder.
    Output(OutputError),
    /// A chart.
    Plot(PlotError),
    /// A file exists already.
    Exists(PathBuf),
    /// A file could not be read.
    Read(PathBuf, io::Error),
    /// A file could not be written.
    Write(PathBuf, io::Error),
    /// Standard output could not be written.
    Stdout(io::Error),
    /// What went wrong has been told already.
    Told,
    /// Stopped by the user; what is kept.
    Stopped {
        /// The run folder.
        folder: PathBuf,
        /// Replications kept.
        done: u32,
        /// Replications asked for.
        asked: u32,
    },
}

/// A setting in which scenarios of one run differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The key.
    pub key: String,
    /// Name of the first scenario and its value.
    pub first: (String, String),
    /// Name of the other scenario and its value.
    pub other: (String, String),
}

impl From<ExplainFailure> for Failure {
    fn from(failure: ExplainFailure) -> Failure {
        Failure::Explain(failure)
    }
}

impl From<OutputError> for Failure {
    fn from(error: OutputError) -> Failure {
        Failure::Output(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Solve(refusal)
    }
}

impl Failure {
    /// Prints the failure to standard error; returns the exit code.
    pub fn report(&self, lang: Lang) -> ExitCode {
        match self {
            Failure::Scenario(all) => {
                let colour =
                    io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
                for diagnostics in all {
                    print::to_stderr(&format!("{}\n", diagnostics.render(lang, colour)));
                }
            }
            Failure::Told => {}
            failure => print::to_stderr(&format!("{}{}\n", lang.pick("error: ", "错误："), failure.words(lang))),
        }
        ExitCode::from(self.code())
    }

    fn code(&self) -> u8 {
        match self {
            Failure::Scenario(_)
            | Failure::Incompatible(_)
            | Failure::SameName(_)
            | Failure::SetTwice { .. }
            | Failure::EmptyVariant
            | Failure::Tables(_)
            | Failure::NoOutreach { .. }
            | Failure::MapTables(_)
            | Failure::CompareCount { .. }
            | Failure::NoBaseline { .. }
            | Failure::Output(OutputError::UnknownMetric { .. })
            | Failure::NoParquet
            | Failure::Solve(_)
            | Failure::Exists(_)
            | Failure::Output(OutputError::FolderNotEmpty { .. })
            | Failure::Output(OutputError::ParentMissing { .. })
            | Failure::Output(OutputError::NoRun { .. })
            | Failure::Output(OutputError::IsMap { .. })
            | Failure::Output(OutputError::NoTable { .. })
            | Failure::Output(OutputError::OtherVersion { .. })
            | Failure::Output(OutputError::NotAFolder { .. }) => 2,
            Failure::Explain(failure) => failure.code(),
            Failure::Output(_)
            | Failure::Plot(_)
            | Failure::Read(..)
            | Failure::Write(..)
            | Failure::Stdout(_)
            | Failure::Interrupted
            | Failure::Violated { .. }
            | Failure::Told
            | Failure::Stopped { .. } => 1,
        }
    }

    fn words(&self, lang: Lang) -> String {
        match self {
            Failure::Scenario(_) | Failure::Told => String::new(),
            Failure::Incompatible(differences) => incompatible(differences, lang),
            Failure::SetTwice { option, key, typed: [one, other] } => compare::set_twice(lang, option, key, one, other),
            Failure::EmptyVariant => compare::empty_variant(lang).to_owned(),
            Failure::SameName(name) if name.contains('@') => lang.pick(
                format!("two scenarios of this run are named {name}: give each mix and each variant once"),
                format!("本次运行有两个方案都叫“{name}”：同一比例或同一改动请只写一次"),
            ),
            Failure::SameName(name) => lang.pick(
                format!("two scenarios of this run are named {name}; the name is the file's without its extension: rename one file"),
                format!("本次运行有两个方案都叫“{name}”；方案名就是去掉扩展名的文件名：请改其中一个文件名"),
            ),
            Failure::CompareCount { found, most, sets } => compare_count(*found, *most, sets, lang),
            Failure::NoBaseline { name, names } => {
                let names = names.join(lang.pick(", ", "、"));
                lang.pick(
                    format!("--baseline {name}: no such file, and no scenario of this comparison has this name; there are {names}"),
                    format!("--baseline {name}：没有这个文件，比较中也没有叫这个名字的方案；现有：{names}"),
                )
            }
            Failure::NoOutreach { axes } => {
                let axes = axes.join(lang.pick(", ", "、"));
                lang.pick(
                    format!("--axis {axes}: no mix is called efficient unless who is reached counts, since every other number can be won by not lending. Add --axis households_borrowing or --axis lent_yuan"),
                    format!("--axis {axes}：不把覆盖面算在内，就不能称任何比例为有效，因为不放款也能赢得其他指标。请加上 --axis households_borrowing 或 --axis lent_yuan"),
                )
            }
            Failure::MapTables(typed) => lang.pick(
                format!("--tables {typed}: a map keeps rows of replications only; write replications or none, and compare chosen mixes with `lendmix compare`"),
                format!("--tables {typed}：比例图只保留每次模拟一行的表；请写 replications 或 none，选定的比例可用 lendmix compare 细看"),
            ),
            Failure::Tables(typed) => lang.pick(
                format!("--tables {typed}: write none, or some of replications,months,townships,groups"),
                format!("--tables {typed}：应写 none，或 replications、months、townships、groups 中的若干个，用逗号分开"),
            ),
            Failure::NoParquet => lang.pick(
                "this program was built without Parquet tables: run with --tables none".to_string(),
                "本程序编译时未包含 Parquet 表：请加上 --tables none".to_string(),
            ),
            Failure::Solve(refusal) => refusal.words(lang),
            Failure::Interrupted => lang.pick(
                "stopped before there was an answer; nothing is kept".to_string(),
                "求解未完成即已中止，未保留任何内容".to_string(),
            ),
            Failure::Violated { violated, of } => lang.pick(
                format!("{violated} of {of} checks do not hold"),
                format!("{of} 项检查中有 {violated} 项不符"),
            ),
            Failure::Explain(failure) => failure.words(lang),
            Failure::Output(error) => output_words(error, lang),
            Failure::Plot(error) => lang.pick(format!("the chart cannot be drawn: {error}"), format!("无法绘图：{error}")),
            Failure::Exists(path) => lang.pick(
                format!("{} exists already; nothing was written. Give another name", path.display()),
                format!("{} 已存在，未写入任何内容。请换一个名字", path.display()),
            ),
            Failure::Read(path, error) => {
                lang.pick(format!("cannot read {}: {error}", path.display()), format!("无法读取 {}：{error}", path.display()))
            }
            Failure::Write(path, error) => {
                lang.pick(format!("cannot write {}: {error}", path.display()), format!("无法写入 {}：{error}", path.display()))
            }
            Failure::Stdout(error) => {
                lang.pick(format!("cannot write to standard output: {error}"), format!("无法写到标准输出：{error}"))
            }
            Failure::Stopped { folder, done, asked } => stopped(folder, *done, *asked, lang),
        }
    }
}

fn compare_count(found: usize, most: usize, sets: &[String], lang: Lang) -> String {
    if found > most {
        return lang.pick(
            format!(
                "{found} scenarios: at most {most} are compared at once. Give fewer, or `lendmix map` for all mixes"
            ),
            format!("共有 {found} 个方案：一次最多比较 {most} 个。请减少方案；若要比较全部模式比例，请用 lendmix map"),
        );
    }
    let mut text =
        lang.pick("one scenario alone: nothing to compare it with", "只有一个方案，没有可比较的对象").to_owned();
    match sets {
        [] => text.push_str(lang.pick(
            ". Give a second file, --mix 50/30/20, or --variant policy.fund.leverage_max=8",
            "。请再给一个文件，或写 --mix 50/30/20，或写 --variant policy.fund.leverage_max=8",
        )),
        // With and without is what was probably meant.
        sets => text.push_str(&lang.pick(
            format!(
                ". --set holds in every scenario; to compare with and without, write --variant \"{}\"",
                sets.join("; ")
            ),
            format!("。--set 对所有方案生效；若要比较改与不改，请写 --variant \"{}\"", sets.join("; ")),
        )),
    }
    text
}

fn stopped(folder: &std::path::Path, done: u32, asked: u32, lang: Lang) -> String {
    if done == 0 {
        return lang.pick(
            "stopped before the first results; nothing is kept".into(),
            "在得到首批结果前已中止，未保留任何内容".into(),
        );
    }
    let folder = folder.display();
    lang.pick(
        format!("stopped: the first {done} of {asked} replications are complete and kept in {folder}"),
        format!("已中止：{asked} 次模拟中的前 {done} 次已完成，保存在 {folder}"),
    )
}

fn incompatible(differences: &[Difference], lang: Lang) -> String {
    let mut text = lang
        .pick("these scenarios cannot be run side by side on the same luck:", "这些方案不能用同样的随机数并行比较：")
        .to_string();
    for Difference { key, first, other } in differences {
        text.push_str(&lang.pick(
            format!("\n  {key} is {} in {} and {} in {}", first.1, first.0, other.1, other.0),
            format!("\n  {key}：{} 为 {}，{} 为 {}", first.0, first.1, other.0, other.1),
        ));
    }
    let by_option = |difference: &Difference| ["run.seed", "run.replications"].contains(&difference.key.as_str());
    text.push_str(if differences.iter().all(by_option) {
        lang.pick(
            "\nMake them equal in the files, or give --seed and --replications on the command line",
            "\n请在文件中改成一致，或在命令行用 --seed 和 --replications 指定",
        )
    } else {
        lang.pick(
            "\nA comparison needs the same months and the same households: make them equal in the files",
            "\n比较须在同一时段、同一批农户上进行：请在文件中改成一致",
        )
    });
    text
}
