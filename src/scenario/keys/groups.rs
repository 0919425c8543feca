//! Keys of `[[world.loans]]`.

use super::keys;

keys! {
    /// One entry of `[[world.loans]]`: equal loans of one household each. What is not written of their risk is the mode's.
    group;
    NAME = "name", Text, "\"A\"", "Name of the group; absent: its number", "组名；不写则用序号";
    COUNT = "count", Whole(Range::between(0.0, 10_000_000.0)), "100", "Number of equal loans that fall due in each month from `due` to `due_until`, of each organisation that `organisation` names; absent: 1", "自`due`至`due_until`每月到期的贷款笔数（指明组织时为每个组织的笔数）；不写表示1笔";
    COUNT_BY_MONTH = "count_by_month", Numbers(Range::between(0.0, 10_000_000.0)), "[10, 12, 8]", "Number of loans that fall due in the first, second, … month of the run, in place of `count` and `due`; absent: none", "第一、二……个月到期的贷款笔数，代替`count`和`due`；不写表示没有";
    PRINCIPAL = "principal_yuan", Number(Range::STEP), "10000", "Principal of each loan, in yuan", "每笔贷款本金（元）";
    TOWNSHIP = "township", Whole(Range::between(1.0, 10_000.0)), "1", "Number of its township, from 1; absent: 1", "所在乡镇序号（从1起）；不写表示1";
    INDUSTRY = "industry", Text, "\"orchard\"", "Its industry; absent: the first", "所属产业；不写表示第一个产业";
    ORGANISATION = "organisation", Text, "\"cooperative\"", "Organisation of `[world.organisations] list` that uses the loans; absent: none", "使用这些贷款的组织，须在`[world.organisations]`的`list`中；不写表示没有";
    MODE = "mode", Choice(&["self_directed", "pooled", "fixed_benefit"]), "\"self_directed\"", "Lending mode; absent: pooled with an `organisation`, self-directed without", "贷款模式；不写则有`organisation`为分贷统用统还，没有为自主贷款";
    GRANTED = "granted", Month, "\"2015-12\"", "Month of granting, before the run; absent: the month before it", "发放月份，须早于模拟期；不写表示模拟首月的上一个月";
    DUE = "due", Month, "\"2016-12\"", "Month of the last payment, in the run or after it", "最后一次还款的月份，不早于模拟首月";
    DUE_UNTIL = "due_until", Month, "\"2018-12\"", "Last month of a range that begins with `due`, in each of which `count` loans fall due; absent: `due` alone", "自`due`起每月都有`count`笔到期时，写最后一个月；不写表示只有`due`一个月";
    REPAYMENT = "repayment", Variants(crate::scenario::keys::policy::REPAYMENTS), "\"bullet\"", "How the principal is repaid; absent: \"bullet\"", "还本方式；不写表示\"bullet\"（到期一次还本）";
    PD = "pd", Number(Range::SHARE), "0.05", "Probability of default at each due date, joined by `loadings` if there are any; absent: the mode's", "每次到期时的违约概率，有`loadings`时通过因子相关；不写则按模式";
    PD_CALM = "pd_calm", Number(Range::SHARE), "0.02", "The same in calm times, with `pd_bad`; absent: as `pd`", "平稳期的到期违约概率，与`pd_bad`同写；不写则同`pd`";
    PD_BAD = "pd_bad", Number(Range::SHARE), "0.10", "The same in bad times, with `pd_calm`; absent: as `pd`", "恶化期的到期违约概率，与`pd_calm`同写；不写则同`pd`";
    DEFAULT = "default", Variants(crate::scenario::keys::world::OWN_DEFAULTS), "{ hazard = { pd_annual = 0.05 } }", "What makes a loan default, in place of `pd`; absent: `pd`, or the mode's", "违约机制，代替`pd`；不写则用`pd`或按模式";
    LOADINGS = "loadings", Table(&crate::scenario::keys::world::loadings::SECTION), "{ county = 0.10, township = 0.05, industry = 0.05 }", "Shares of variance of the default shock due to each factor; absent: the mode's, or none", "违约冲击方差中由各因子解释的份额；不写则按模式，或没有";
    LGD = "loss_given_default", Distribution(Range::SHARE), "0.6", "Loss given default; absent: the mode's, or 1", "违约损失率；不写则按模式，或为1";
    COLLECTION = "collection", Table(&crate::scenario::keys::world::collection::SECTION), "{ monthly = 0.05, horizon_months = 24, part = \"full\", cost_share = 0.05 }", "Collection after default; absent: the mode's, or none", "违约后的清收；不写则按模式，或没有清收";
    CONTAGION = "contagion", NumberOr(Range::SHARE, "household_cash"), "1.0", "Probability that a loan of a failed organisation is in default, or \"household_cash\"; absent: the mode's, or 1", "组织倒闭后其名下贷款违约的概率，或\"household_cash\"；不写则按模式，或为1";
}
