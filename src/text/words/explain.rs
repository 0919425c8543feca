//! Stories of replications and ledgers of households.

words! {
    mode_self_directed { en "self-directed" zh "自主贷款" }
    mode_pooled { en "pooled" zh "分贷统用统还" }
    mode_fixed_benefit { en "fixed benefit" zh "固定受益" }

    luck_seasons { en "seasons (weather, the times)" zh "年景（天气与大环境）" }
    luck_prices { en "prices" zh "价格" }
    luck_organisations { en "organisations that failed" zh "经济组织倒闭" }
    luck_catastrophes { en "catastrophes" zh "灾害" }
    luck_illness { en "illness" zh "疾病" }
    cause_own { en "the own luck of single households and loans" zh "各户、各笔贷款自身的偶然因素" }
    cause_timing { en "timing: the money came after the claims" zh "时间错配：资金到位晚于代偿" }
    cause_size { en "size: too small for an ordinary run" zh "规模不足：寻常年景也不够赔付" }

    the_company { en "the development company" zh "开发公司" }

    trigger_organisation { en "its organisation failed" zh "所在经济组织倒闭" }
    trigger_unwilling { en "never meant to repay" zh "恶意拖欠" }
    trigger_illness { en "cash short, after illness" zh "因病资金不足" }
    trigger_cash { en "cash short" zh "资金不足" }
    trigger_own { en "default on its own account" zh "自身违约" }
    trigger_before { en "overdue before the start" zh "期初已逾期" }

    warned_overdue(share) { en "overdue share ({share} of what is owed)" zh "逾期率（达{share}）" }
    warned_townships(recovered) {
        en "township recovery (a quarter below {recovered} for 3 months)"
        zh "乡镇回收率（四分之一乡镇连续3个月低于{recovered}）"
    }
    warned_cap { en "cap use (loans above what leverage allows)" zh "杠杆占用（余额超过杠杆上限）" }

    ran_dry(when, number, unpaid) {
        en "The fund ran dry in {when} (month {number}); in the whole run it could not pay {unpaid}."
        zh "补偿金于{when}（第{number}个月）耗尽；全期未能支付{unpaid}。"
    }
    did_not_run_dry(least, needed, note) {
        en "The fund did not run dry; its lowest balance was {least}, an opening balance of {needed} would have done {note}."
        zh "补偿金没有耗尽；最低余额{least}，期初只需{needed}即可付清全部代偿{note}。"
    }
    first_cause(cause) { en "First cause: {cause}." zh "首要原因：{cause}。" }
    close_second(cause, others) { en "{cause} (almost as much: {others})" zh "{cause}（{others}相差无几）" }

    claims_until(until, claims, ordinary) {
        en "The fund's share of claims up to {until}: {claims}; with every shared kind of luck ordinary {ordinary}."
        zh "截至{until}应由补偿金承担的代偿{claims}；若各共同因素均属寻常，为{ordinary}。"
    }
    dry_in(month) { en "dry {month}" zh "{month}耗尽" }
    lasts { en "lasts" zh "未耗尽" }
    head_luck { en "kind of luck" zh "随机因素" }
    head_part { en "part" zh "贡献" }
    head_spared { en "spared if it alone were ordinary" zh "仅该因素正常时少赔" }
    head_fund_then { en "the fund then" zh "届时补偿金" }
    all_ordinary { en "all ordinary" zh "全部正常" }
    /// Under the table of causes.
    parts_note {
        en "Parts (Shapley) add up to the difference; single figures need not, since causes act together. The own luck of single households and loans (yields, ability, will, each loan's draw) is in every row: it is never made ordinary."
        zh "贡献（Shapley值）之和等于两者之差；各因素相互影响，单独计算的数字相加不等于总差额。各户、各笔贷款自身的偶然因素（收成、能力、还款意愿、单笔违约）始终保留，不在“正常化”之列。"
    }
    /// What the needed fund of a story is, beside that of `solve fund`.
    needed_note {
        en "(beside what the file pays in, with lending as it happened; `solve fund` counts the first month's money in and holds planned lending)"
        zh "（方案的注资另计，放贷按实际发生；solve fund则含首月注资，并按计划放贷）"
    }

    enough { en "together enough for all claims of the run" zh "合计足以付清全期代偿" }
    not_enough { en "together not enough for all claims of the run" zh "合计也不足以付清全期代偿" }
    timing(before, until, after, enough) {
        en "Timing: {before} came into the fund up to {until}, {after} later: {enough}."
        zh "时间：截至{until}补偿金进账{before}，此后{after}，{enough}。"
    }
    wall(share, months) {
        en "Of all principal due in the run {share} fell due in the 12 months up to then; the cap held back lending in {months} months."
        zh "全期到期本金的{share}集中在此前12个月；杠杆上限限制放款{months}个月。"
    }
    warned_first(told) { en "Warned first: {told}." zh "最早预警：{told}。" }
    /// Between two warnings.
    next_warning { en ";\n  " zh "；\n  " }
    warned_in(month, warning) { en "{month} {warning}" zh "{month}{warning}" }
    nothing_warned { en "nothing" zh "无" }
    warned_ahead(warning, months) { en "{warning}, {months} months ahead" zh "{warning}，提前{months}个月" }
    warned_late(warning) { en "{warning}, too late" zh "{warning}，已晚" }

    head_claims { en "claims by mode" zh "代偿：模式" }
    head_trigger { en "what brought the loans down" zh "违约原因" }
    head_loans { en "loans" zh "笔数" }
    head_claimed { en "claimed, all shares" zh "申请代偿（含银行等分担）" }
    failure(name, month, open) { en "{name} {month} {open}" zh "{name}（{month}，{open}）" }
    failures(count, names) {
        en "{count} failures of organisations, the largest: {names}."
        zh "经济组织倒闭{count}家次，最大的：{names}。"
    }

    head_paid_in { en "paid in" zh "注入" }
    head_lent { en "lent" zh "放款" }
    head_due { en "due" zh "到期" }
    head_claims_on_fund { en "claims on fund" zh "应由补偿金代偿" }
    head_paid { en "paid" zh "已付" }
    head_recovered { en "recovered" zh "追回" }
    head_balance { en "balance" zh "余额" }
    head_overdue { en "overdue" zh "逾期" }
    months_unit { en "thousand yuan; stocks at the end" zh "万元；余额、逾期为期末数" }

    looked_at(dry, all, looked, quiet) {
        en "The fund ran dry in {dry} of {all} replications; looked at {looked} of them and {quiet} that did not"
        zh "{all}次模拟中{dry}次耗尽；剖析其中{looked}次，并对照未耗尽的{quiet}次"
    }
    few_depletions(looked) {
        en "only {looked} depletions: the shares say little; more replications narrow the intervals"
        zh "只有{looked}次耗尽：比例意义不大；增加模拟次数可收窄区间"
    }
    unwarned(share) { en "Nothing had warned in {share} of the depletions." zh "{share}的耗尽事先没有任何预警。" }
    autopsy_note {
        en "Warned first: before every other indicator. False alarm: it warned in a replication in which the fund did not run dry. Brackets are 95% intervals."
        zh "最先预警：早于其他指标。误报：在未耗尽的模拟中也发出预警。方括号内为95%置信区间。"
    }
    head_first_cause { en "first cause" zh "首要原因" }
    head_depletions { en "depletions" zh "次数" }
    head_share { en "share" zh "比例" }
    head_indicator { en "indicator" zh "指标" }
    head_warned { en "warned before" zh "事先预警" }
    head_warned_first { en "warned first" zh "最先预警" }
    head_months_ahead { en "months ahead\n(5%, median, 95%)" zh "提前月数\n（5%、中位、95%）" }
    head_false_alarms { en "false alarms" zh "误报" }

    household(name, persons, township, fits, borrowed) {
        en "Household {name}, {persons} persons, {township}; its own situation fits {fits}; {borrowed}."
        zh "{township}{name}号户，{persons}人；自身条件适合{fits}；{borrowed}。"
    }
    /// Between a title and what belongs to it.
    colon { en ": " zh "：" }
    borrowed(month) { en "borrowed in {month}" zh "于{month}贷款" }
    did_not_borrow(month) {
        en "did not borrow; shown as if served in {month}, the first month of lending"
        zh "未贷款；以下按在首个放款月{month}获贷推演"
    }
    year(number) { en "year {number}" zh "第{number}年" }
    row_borrowed { en "borrowed" zh "贷款" }
    row_payout { en "pay-outs received" zh "分红" }
    row_organisation { en "wages, rent, dividends" zh "工资租金红利" }
    row_project { en "own project, net cash" zh "自有项目净现金" }
    row_paid { en "paid on the loan" zh "还贷支出" }
    row_debt { en "debt left" zh "欠款" }
    row_capital { en "capital left" zh "剩余资产" }
    row_without { en "income without" zh "无项目时收入" }
    row_gain { en "gain" zh "增收" }
    row_with { en "income with" zh "有项目时收入" }
    ledger_note {
        en "yuan for the whole household; * is what happened; debt and capital at the year's end"
        zh "单位：元/户；*为实际发生；欠款、资产为年末数"
    }
    ledger_note_missing(note, modes) {
        en "{note}; not on offer then, or no organisation had room: {modes}"
        zh "{note}；当时未开办或无组织可承接：{modes}"
    }
    gains_alone(mode, gain) { en "Under {mode} it gains {gain} yuan a head and year." zh "{mode}下人均年增收{gain}元。" }
    modes_equal { en "The modes come to the same for it." zh "各模式对该户结果相同。" }
    best_and_worst(best, gain, worst, least) {
        en "With this luck {best} is best for it ({gain} yuan a head and year), {worst} worst ({least})."
        zh "在此随机情形下，{best}最好（人均年增收{gain}元），{worst}最差（{least}元）。"
    }
    part_payouts { en "pay-outs" zh "合同分红" }
    part_organisation { en "wages, rent and dividends" zh "工资、租金和红利" }
    part_own {
        en "its own project after loan, debt and capital left"
        zh "自有项目扣除贷款本息、欠款并计剩余资产后的结果"
    }
    difference(what, a, b) {
        en "Most of the difference is {what}: {a} against {b}."
        zh "差别主要来自{what}：{a}对{b}。"
    }
    difference_and(what, a, b, befell) {
        en "Most of the difference is {what}: {a} against {b}; {befell}."
        zh "差别主要来自{what}：{a}对{b}；{befell}。"
    }
    failed_under(mode, name, month) {
        en "under {mode} {name} failed in {month}, and nothing was paid out any more"
        zh "{mode}下{name}于{month}倒闭，此后不再分红"
    }
    defaulted_under(mode, month, trigger) {
        en "under {mode} it defaulted in {month} ({trigger})"
        zh "{mode}下于{month}违约（{trigger}）"
    }

    tables_in(folder, names) { en "Tables in {folder}: {names}" zh "表格保存在{folder}：{names}" }
    replication(number) { en "Replication {number}" zh "第{number}号模拟" }
    replication_because(number, why) { en "Replication {number} ({why})" zh "第{number}号模拟（{why}）" }
    /// Why a replication was taken, of `all`.
    picked_median(all) { en "the median of the fund needed of {all}" zh "{all}次中所需补偿金居中的一次" }
    picked_at_depletion(all) {
        en "dry in the median month of those that ran dry, out of {all}"
        zh "{all}次中耗尽月份居中的一次"
    }
    picked_unpaid(all) { en "the largest unpaid claims of {all}" zh "{all}次中未付代偿最多的一次" }
    picked_needed(all) {
        en "no claim was left unpaid; the largest fund needed of {all}"
        zh "代偿均已付清；{all}次中所需补偿金最大的一次"
    }
    picked_nothing(all) {
        en "none of {all} needed any fund beside what the file pays in: none is worse than another, the first is shown"
        zh "{all}次模拟除方案注资外均不需要补偿金：没有哪一次更差，此处为第一次"
    }
    /// After one of the above.
    picked_ties(why, ties) { en "{why}; {ties} are equal, the first is shown" zh "{why}；{ties}次并列，此处为第一次" }
}
