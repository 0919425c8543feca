//! A mix of modes as a person types it.

use super::super::mistake::{Mistake, OptionMistake};
use super::super::nearest::nearest;
use super::{Diag, FileId, Node, Span, Table, Value};
use crate::model::policy::Mode;
use crate::scenario::words::plain;

/// Names that a mode answers to.
const NAMES: [(Mode, &[&str]); 3] = [
    (Mode::SelfDirected, &["self", "self_directed", "self-directed", "自主", "自主贷款", "自用"]),
    (Mode::Pooled, &["pooled", "统还", "统贷", "统用统还", "分贷统用统还"]),
    (Mode::FixedBenefit, &["fixed", "fixed_benefit", "fixed-benefit", "固定", "固定受益", "分贷统用统还固定受益"]),
];

/// How near to 1 or 100 shares must add up: what a person writes with eight decimals.
const TOLERANCE: f64 = 1e-8;

/// The shares as `policy.lending.mix` takes them.
pub fn read(typed: &str, file: FileId) -> Result<Node, Vec<Diag>> {
    let place = |part: &str| {
        let start = part.as_ptr() as usize - typed.as_ptr() as usize;
        Span { file, start, end: start + part.len() }
    };
    let shares = shares(typed).map_err(|(mistake, part)| vec![Diag::at(Mistake::Option(mistake), place(part))])?;
    let whole = place(typed);
    let entries = Mode::ALL.map(|mode| {
        let (share, part) = shares[mode as usize].unwrap_or((0.0, typed));
        let span = place(part);
        (mode.key().to_owned(), Node { value: Value::Real(share), span, key_span: span, replaced: None })
    });
    let table = Table { entries: entries.to_vec(), inline: true };
    Ok(Node { value: Value::Table(table), span: whole, key_span: whole, replaced: None })
}

/// `50-30-20`: per cent of each mode; `None` if the text is no mix.
pub fn label(typed: &str) -> Option<String> {
    let shares = shares(typed).ok()?;
    let percent = |share: Option<(f64, &str)>| plain(libm::round(share.map_or(0.0, |(share, _)| share) * 1e8) / 1e6);
    Some(shares.map(percent).join("-"))
}

type Refused<'a> = (OptionMistake, &'a str);

/// Share of each mode with the text that gives it, adding up to one.
fn shares(typed: &str) -> Result<[Option<(f64, &str)>; 3], Refused<'_>> {
    let named = typed.contains(['=', '＝', ':', '：']);
    let separators: &[char] = if named { &[',', '，', '、'] } else { &['/', '／', ',', '，', '、'] };
    let parts: Vec<&str> = typed.split(separators).map(str::trim).collect();
    if !named && parts.len() != Mode::ALL.len() {
        return Err((OptionMistake::NotThreeShares { found: parts.len() }, typed));
    }
    let mut shares = [None; 3];
    for (part, in_order) in parts.into_iter().zip(Mode::ALL.into_iter().cycle()) {
        let (mode, number) = if named { named_part(part)? } else { (in_order, part) };
        if shares[mode as usize].is_some() {
            return Err((OptionMistake::ModeTwice { mode: mode.key() }, part));
        }
        shares[mode as usize] = Some((number_of(number, part)?, part));
    }
    let sum: f64 = shares.iter().flatten().map(|(share, _)| share).sum();
    let scale = [1.0, 100.0].into_iter().find(|whole: &f64| (sum - whole).abs() <= TOLERANCE * whole);
    let scale = scale.ok_or((OptionMistake::MixSum { sum }, typed))?;
    // 30% is the number that 0.3 is: the quotient of two whole numbers is rounded once.
    let share = |number: f64| if scale == 1.0 { number } else { libm::round(number * 1e6) / 1e8 };
    Ok(shares.map(|given| given.map(|(number, part)| (share(number), part))))
}

fn named_part(part: &str) -> Result<(Mode, &str), Refused<'_>> {
    let Some((name, number)) = part.split_once(['=', '＝', ':', '：']) else {
        return Err((OptionMistake::NotAShare { part: part.to_owned() }, part));
    };
    let typed = name.trim();
    let name = typed.to_lowercase();
    let known = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()));
    let mode = known.map(|(mode, _)| *mode).ok_or_else(|| {
        let nearest = nearest(&name, NAMES.iter().flat_map(|(_, names)| names.iter().copied())).map(str::to_owned);
        (OptionMistake::UnknownMode { name: typed.to_owned(), nearest }, typed)
    })?;
    Ok((mode, number))
}

/// A number from 0 to 100, with or without a per cent sign.
fn number_of<'a>(number: &str, part: &'a str) -> Result<f64, Refused<'a>> {
    let digits = number.trim().trim_end_matches(['%', '％']).trim_end();
    let read = digits.parse::<f64>().ok().filter(|number| (0.0..=100.0).contains(number));
    read.ok_or_else(|| (OptionMistake::NotAShare { part: part.to_owned() }, part))
}
