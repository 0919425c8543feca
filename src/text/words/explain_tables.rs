//! Headings of the tables of `explain`, which carry both languages.

words! {
    replication { en "replication" zh "模拟次序" }
    depletion_month { en "depletion month" zh "耗尽月份" }
    first_cause { en "first cause" zh "首要原因" }
    warned_first { en "warned first" zh "最先预警" }
    months_ahead { en "months ahead" zh "提前月数" }
    overdue_share { en "overdue share" zh "逾期率预警月份" }
    township_recovery { en "township recovery" zh "乡镇回收率预警月份" }
    cap_use { en "cap use" zh "杠杆占用预警月份" }

    month { en "month" zh "月份" }
    calendar { en "calendar" zh "年月" }
    paid_in { en "paid in yuan" zh "注入（元）" }
    lent { en "lent yuan" zh "放款（元）" }
    due { en "due yuan" zh "到期（元）" }
    claims_on_fund { en "claims on fund yuan" zh "应由补偿金代偿（元）" }
    paid_by_fund { en "paid by fund yuan" zh "已付（元）" }
    unpaid { en "unpaid yuan" zh "未付（元）" }
    recovered { en "recovered yuan" zh "追回（元）" }
    balance { en "balance yuan" zh "余额（元）" }
    overdue { en "overdue yuan" zh "逾期（元）" }
    outstanding { en "outstanding yuan" zh "贷款余额（元）" }
    organisations_failed { en "organisations failed" zh "倒闭组织" }

    mode { en "mode" zh "模式" }
    trigger { en "trigger" zh "违约原因" }
    loans { en "loans" zh "笔数" }
    claimed { en "claimed yuan" zh "申请代偿（元，含银行等分担）" }

    kind { en "kind" zh "因素" }
    part { en "part yuan" zh "贡献（元）" }
    spared_alone { en "spared alone yuan" zh "仅该因素正常时少赔（元）" }
    depletion_without { en "depletion month without" zh "届时耗尽月份" }

    actual { en "actual" zh "实际发生" }
    year { en "year" zh "第几年" }
    until_month { en "until month" zh "截至月份" }
    borrowed { en "borrowed yuan" zh "贷款（元）" }
    payout { en "payout yuan" zh "分红（元）" }
    organisation_income { en "organisation income yuan" zh "工资租金红利（元）" }
    project { en "project yuan" zh "自有项目净现金（元）" }
    paid { en "paid yuan" zh "还贷支出（元）" }
    debt { en "debt yuan" zh "欠款（元）" }
    capital { en "capital yuan" zh "剩余资产（元）" }
    income_without { en "income without yuan" zh "无项目时收入（元）" }
    gain { en "gain yuan" zh "增收（元）" }
    income_with { en "income with yuan" zh "有项目时收入（元）" }
}
