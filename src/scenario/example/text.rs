//! The example's scenario file.

use crate::text::Lang;

/// The scenario of the example county.
pub fn scenario(lang: Lang) -> String {
    let head = lang.pick(HEAD_EN, HEAD_ZH);
    format!("{head}{BODY}")
}

const HEAD_EN: &str = "\
# An example county: how a county's own data enter a scenario. Everything in it is invented; no person, place or firm is real.
# roster.csv: households; organisations.csv: organisations; ledger.csv: loans that run at the start. The tables may be
# English or Chinese, UTF-8 or GB18030. What this file does not say holds as in daoxian-2016.toml beside it.
# `lendmix example` writes this folder; `lendmix init --with-templates` writes empty tables with a description.
";

const HEAD_ZH: &str = "\
# 示例县：说明如何把本县数据放入方案。全部内容均为虚构，不涉及任何真实的人、地方或单位。
# roster.csv为农户名册，organisations.csv为经济组织名单，ledger.csv为期初存量贷款台账；表格可用中文或英文，
# 编码为UTF-8或GB18030。本文件未写的值取自同一文件夹中的daoxian-2016.toml。
# `lendmix example`写出本文件夹；`lendmix init --with-templates`写出空白模板及说明。
";

const BODY: &str = r#"
extends  = "daoxian-2016.toml"
title    = { en = "Example county 2018, from its own data (invented)", zh = "示例县2018：使用本县数据（虚构）" }
question = { en = "With the loans that run today: does the fund last through the wave that falls due by 2020?", zh = "以现有存量贷款看，到2020年的集中到期期间补偿金够用吗？" }
expected = { en = "Claims on the old loans come first; the fund survives most paths.", zh = "代偿先来自存量贷款；多数情形下补偿金够用。" }

[run]
start  = "2018-01"            # the ledger is as of the end of 2017 (invented)
months = 36                   # to the end of 2020: all loans of the ledger have fallen due by then

[policy.lending]
plan_yuan = { 2018 = 9_000_000, 2019 = 5_000_000, 2020 = 5_000_000 }   # invented

[policy.fund]
initial_yuan  = 2_500_000     # balance at the end of 2017 (invented)
contributions = [
  { month = "2018-01", source = "county", yuan = 900_000 },
  { month = "2019-01", source = "county", yuan = 500_000 },
  { month = "2020-01", source = "county", yuan = 500_000 },
]

[world]
assisted_persons = 2500       # invented
ledger = "ledger.csv"

[world.population]
roster = "roster.csv"

[world.organisations]
file = "organisations.csv"
"#;
