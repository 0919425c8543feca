//! Options of `plot`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::path;
use crate::figures::FIGURES;
use crate::plots::{Tone, Width};
use crate::text::Lang;

/// Options of `plot`.
#[derive(Clone, Debug)]
pub struct PlotArguments {
    /// The run folder.
    pub run: PathBuf,
    /// Names of figures; all if empty.
    pub charts: Vec<String>,
    /// Width on paper.
    pub width: Width,
    /// Colour or grey.
    pub tone: Tone,
    /// Whether SVG is written.
    pub svg: bool,
    /// Whether PNG is written.
    pub png: bool,
    /// Folder to write into instead of the run's.
    pub output: Option<PathBuf>,
}

/// Reads the options.
pub fn read(matches: &ArgMatches) -> PlotArguments {
    let words = |id: &str| -> Vec<String> {
        matches.get_many::<String>(id).map(|words| words.cloned().collect()).unwrap_or_default()
    };
    let word = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let formats = words("format");
    let wanted = |format: &str| formats.is_empty() || formats.iter().any(|named| named == format);
    PlotArguments {
        run: path(matches, "run").unwrap_or_default(),
        charts: words("chart"),
        width: Width::ALL.into_iter().find(|width| word("width") == Some(width.key())).unwrap_or(Width::Double),
        tone: Tone::ALL.into_iter().find(|tone| word("colour") == Some(tone.key())).unwrap_or(Tone::Colour),
        svg: wanted("svg"),
        png: wanted("png"),
        output: path(matches, "output"),
    }
}

/// The command.
pub fn command(lang: Lang) -> Command {
    let say = |en: &'static str, zh: &'static str| lang.pick(en, zh);
    let ids = FIGURES.iter().map(|figure| figure.id);
    let choice = |name: &'static str, values: [&'static str; 2], help: &'static str| {
        Arg::new(name).long(name).value_name("NAME").value_parser(values).hide_possible_values(true).help(help)
    };
    Command::new("plot")
        .about(say(
            "Draw the charts of a finished run again, without simulating",
            "不重新模拟，重绘已完成运行的图",
        ))
        .after_help(say(
            "Examples:\n  lendmix plot outputs/daoxian-2016 --lang en\n  lendmix plot outputs/daoxian-2016 --chart fund-balance --chart losses --width single --colour grey --output figures",
            "示例：\n  lendmix plot outputs/daoxian-2016 --lang zh\n  lendmix plot outputs/daoxian-2016 --chart fund-balance --chart losses --width single --colour grey --output figures",
        ))
        .arg(Arg::new("run").value_name("RUN").required(true).value_parser(value_parser!(PathBuf))
            .help(say("The run folder", "结果文件夹")))
        .arg(Arg::new("chart").long("chart").value_name("NAME").action(ArgAction::Append)
            .value_parser(clap::builder::PossibleValuesParser::new(ids)).hide_possible_values(true)
            .help(say("A chart of `lendmix list charts`; may be repeated [default: all]", "`lendmix list charts` 所列的图，可重复〔默认全部〕")))
        .arg(choice("width", ["single", "double"], say("single (88 mm) or double (180 mm) column [default: double]", "single 单栏（88毫米）或 double 双栏（180毫米）〔默认 double〕")))
        .arg(choice("colour", ["colour", "grey"], say("colour or grey [default: colour]", "colour 彩色或 grey 灰度〔默认 colour〕")))
        .arg(Arg::new("format").long("format").value_name("LIST").value_delimiter(',').action(ArgAction::Append)
            .value_parser(["svg", "png"]).hide_possible_values(true)
            .help(say("svg, png or both [default: svg,png]", "svg、png 或两者〔默认 svg,png〕")))
        .arg(Arg::new("output").long("output").short('o').value_name("DIR").value_parser(value_parser!(PathBuf))
            .help(say("Write into this folder instead of the run's", "写入该文件夹，而不写入结果文件夹")))
}

/// `verify`.
pub fn verify_command(lang: Lang) -> Command {
    Command::new("verify")
        .about(lang.pick(
            "Find the run that a chart or another file came from, and whether it is unchanged",
            "查明一张图或其他文件出自哪次运行，是否被改动",
        ))
        .after_help(lang.pick(
            "Examples:\n  lendmix verify outputs/daoxian-2016/summary.csv\n  lendmix verify figure.png --run outputs/daoxian-2016\nExit code 0 if it is genuine, 1 if not or if it cannot be told.",
            "示例：\n  lendmix verify outputs/daoxian-2016/summary.csv\n  lendmix verify figure.png --run outputs/daoxian-2016\n属实时退出码为 0；不符或无法判断时为 1。",
        ))
        .arg(Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf))
            .help(lang.pick("The file", "要核对的文件")))
        .arg(Arg::new("run").long("run").value_name("RUN").value_parser(value_parser!(PathBuf))
            .help(lang.pick("The run folder [default: the one around the file]", "结果文件夹〔默认为文件所在的〕")))
}

/// `reproduce`.
pub fn reproduce_command(lang: Lang) -> Command {
    Command::new("reproduce")
        .about(lang.pick(
            "Simulate a finished run again from its folder and compare every file of results",
            "用结果文件夹中的输入重新模拟，并逐个核对结果文件",
        ))
        .after_help(lang.pick(
            "Example:\n  lendmix reproduce outputs/daoxian-2016\nThe new files stand beside the run while it works; they are kept only if something differs.",
            "示例：\n  lendmix reproduce outputs/daoxian-2016\n新文件暂存在结果文件夹旁，只在不一致时保留。",
        ))
        .arg(Arg::new("run").value_name("RUN").required(true).value_parser(value_parser!(PathBuf))
            .help(lang.pick("The run folder", "结果文件夹")))
        .arg(Arg::new("threads").long("threads").value_name("N").value_parser(value_parser!(u64).range(1..=1024))
            .help(lang.pick("Threads [default: all]", "线程数〔默认全部〕")))
        .arg(Arg::new("quiet").long("quiet").action(ArgAction::SetTrue)
            .help(lang.pick("Show no progress", "不显示进度")))
}
