//! Causes, triggers, indicators and modes in words.

use crate::explain::{Cause, Indicator, Trigger};
use crate::model::counterfactual::LuckKind;
use crate::model::policy::Mode;
use crate::text::Lang;

pub fn mode(mode: Mode, lang: Lang) -> &'static str {
    match mode {
        Mode::SelfDirected => lang.pick("self-directed", "自主贷款"),
        Mode::Pooled => lang.pick("pooled", "分贷统用统还"),
        Mode::FixedBenefit => lang.pick("fixed benefit", "固定受益"),
    }
}

pub fn kind(kind: LuckKind, lang: Lang) -> &'static str {
    match kind {
        LuckKind::Seasons => lang.pick("seasons (weather, the times)", "年景（天气与大环境）"),
        LuckKind::Prices => lang.pick("prices", "价格"),
        LuckKind::Organisations => lang.pick("organisations that failed", "经济组织倒闭"),
        LuckKind::Catastrophes => lang.pick("catastrophes", "灾害"),
        LuckKind::Illness => lang.pick("illness", "疾病"),
    }
}

/// An organisation by its name; the development company has none of its own.
pub fn organisation(name: &str, lang: Lang) -> &str {
    if name == "company" { lang.pick("the development company", "开发公司") } else { name }
}

pub fn cause(cause: Cause, lang: Lang) -> &'static str {
    match cause {
        Cause::Luck(luck) => kind(luck, lang),
        Cause::Timing => lang.pick("timing: the money came after the claims", "时间错配：资金到位晚于代偿"),
        Cause::Size => lang.pick("size: too small for an ordinary run", "规模不足：寻常年景也不够赔付"),
    }
}

pub fn trigger(trigger: Trigger, lang: Lang) -> &'static str {
    match trigger {
        Trigger::OrganisationFailure => lang.pick("its organisation failed", "所在经济组织倒闭"),
        Trigger::Unwilling => lang.pick("never meant to repay", "恶意拖欠"),
        Trigger::Illness => lang.pick("cash short, after illness", "因病资金不足"),
        Trigger::CashShort => lang.pick("cash short", "资金不足"),
        Trigger::OwnDefault => lang.pick("default on its own account", "自身违约"),
        Trigger::BeforeStart => lang.pick("overdue before the start", "期初已逾期"),
    }
}

pub fn indicator(indicator: Indicator, lang: Lang) -> &'static str {
    match indicator {
        Indicator::Overdue => lang.pick("overdue share (3% of what is owed)", "逾期率（达3%）"),
        Indicator::Townships => lang
            .pick("township recovery (a quarter below 98% for 3 months)", "乡镇回收率（四分之一乡镇连续3个月低于98%）"),
        Indicator::CapUse => lang.pick("cap use (loans above what leverage allows)", "杠杆占用（余额超过杠杆上限）"),
    }
}
