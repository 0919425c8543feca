//! What went wrong with a run folder, in words.

use crate::output::{Doing, OutputError};
use crate::text::{Lang, system_words};

/// The facts of an [`OutputError`] in the user's language.
pub fn output_words(error: &OutputError, lang: Lang) -> String {
    match lang {
        Lang::En => in_english(error),
        Lang::Zh => in_chinese(error),
    }
}

/// The library's words, and what to do.
fn in_english(error: &OutputError) -> String {
    let advice = match error {
        OutputError::FolderNotEmpty { holds_run: true, .. } => {
            ": it holds a finished run. Give another --output, or --force to replace it"
        }
        OutputError::FolderNotEmpty { .. } => {
            " and holds no run. Give another --output: --force replaces a finished run only"
        }
        OutputError::ParentMissing { .. } => ". Create it first, or give another --output",
        OutputError::NoRun { .. } => {
            ". Give the folder that lendmix run wrote; a run that was stopped early or killed has no manifest"
        }
        OutputError::OtherVersion { .. } => ". Read it with that version, or run the scenario again",
        OutputError::NoTable { table, .. } => {
            return format!(
                "{error}. Run it again with --tables {table}, or with --tables replications,months,townships,groups"
            );
        }
        OutputError::NoColumn { .. } => ". An older version wrote the run: run the scenario again",
        OutputError::WrongSize { expected, found, .. } if found < expected => {
            ": it is cut off. Copy the folder again from where it was made, or run the scenario again"
        }
        OutputError::WrongSize { .. } | OutputError::WrongDigest { .. } => {
            ": it was changed or damaged after the run. Copy the folder again, or run the scenario again"
        }
        OutputError::Damaged { .. } => ". Copy the folder again, or run the scenario again",
        OutputError::UnknownMetric { .. } => ". `lendmix list columns` has those of replications.parquet",
        OutputError::IsMap { .. } => {
            ", not of a run. `lendmix plot` draws it again; for checks, stories and groups compare or run the chosen mix"
        }
        _ => "",
    };
    format!("{error}{advice}")
}

fn in_chinese(error: &OutputError) -> String {
    match error {
        OutputError::ParentMissing { path } => {
            format!("无法创建 {}：上级文件夹不存在。请先建好，或换一个 --output", path.display())
        }
        OutputError::NotAFolder { path } => format!("{} 不是文件夹。请换一个 --output", path.display()),
        OutputError::FolderNotEmpty { path, holds_run: true } => {
            format!("{} 中已有一次运行的结果。请换一个 --output，或加 --force 覆盖", path.display())
        }
        OutputError::FolderNotEmpty { path, .. } => {
            format!(
                "{} 不是空文件夹，也不是运行结果。请换一个 --output：--force 只覆盖已完成的运行结果",
                path.display()
            )
        }
        OutputError::Io { doing, path, source } => {
            format!("无法{} {}：{}", doing_in_chinese(*doing), path.display(), system_words(source, Lang::Zh))
        }
        OutputError::DiskFull { path, .. } => format!("磁盘空间不足，无法写入 {}", path.display()),
        other => of_reading(other).unwrap_or_else(|| format!("写出结果时出错：{other}")),
    }
}

/// Failures of reading a finished run.
fn of_reading(error: &OutputError) -> Option<String> {
    const AGAIN: &str = "请重新复制结果文件夹，或重新运行方案";
    Some(match error {
        OutputError::NoRun { path } => format!(
            "{} 中没有已完成的运行结果（缺 manifest.json）。请给出 lendmix run 写出的文件夹；中途停止的运行没有该文件",
            path.display()
        ),
        OutputError::OtherVersion { path, version } => format!(
            "{} 由 {version} 版写出，本程序为 {} 版。请用该版本读取，或重新运行方案",
            path.display(),
            crate::output::VERSION
        ),
        OutputError::NoTable { path, table } => format!(
            "{} 的运行未写出 {table} 表。请加 --tables {table} 或 --tables replications,months,townships,groups 重新运行",
            path.display()
        ),
        OutputError::NoColumn { path, id } => {
            format!("表 {} 没有 {id} 列：该结果由较早的版本写出。请重新运行方案", path.display())
        }
        OutputError::NotListed { path } => format!("{} 不在 manifest.json 的清单中", path.display()),
        OutputError::WrongSize { path, expected, found } => {
            let how = if found < expected { "文件不完整" } else { "文件在运行之后被改动" };
            format!("{} 为 {found} 字节，清单记载为 {expected} 字节：{how}。{AGAIN}", path.display())
        }
        OutputError::WrongDigest { path } => {
            format!("{} 的 SHA-256 与清单不符：文件在运行之后被改动或损坏。{AGAIN}", path.display())
        }
        OutputError::Damaged { path } => format!("表 {} 已损坏。{AGAIN}", path.display()),
        OutputError::UnknownMetric { id } => {
            format!("没有“{id}”这个指标。可用的指标即 lendmix list columns 所列 replications.parquet 的各列")
        }
        OutputError::IsMap { path } => format!(
            "{} 是模式比例图的结果，不是一次运行。lendmix plot 可重新绘图；要核对、追溯或分组查看，请对选定的比例用 lendmix run 或 compare",
            path.display()
        ),
        OutputError::Table { path, reason } => format!("无法读写表 {}：{reason}", path.display()),
        OutputError::Json { path, source } => format!("{} 不是程序写出的 JSON：{source}", path.display()),
        _ => return None,
    })
}

fn doing_in_chinese(doing: Doing) -> &'static str {
    match doing {
        Doing::CreateFolder => "创建文件夹",
        Doing::ReadFolder => "读取文件夹",
        Doing::CreateFile => "创建文件",
        Doing::Write => "写入",
        Doing::Read => "读取",
        Doing::Rename => "替换",
        Doing::Remove => "删除",
    }
}
