//! What must hold in the books and files of a run.

words! {
    claims_shared {
        en "paid by the fund + by the insurer + borne by the bank = claims, in every month; fund and insurer never pay less than nothing, the bank never in total"
        zh "各月：补偿金代偿+保险赔付+银行承担=代偿申请额；补偿金和保险的支付不为负，银行累计承担不为负"
    }
    fund_ledger {
        en "fund balance = balance before + paid in + recovered − paid, and never negative; recovered ≤ collected on claimed loans"
        zh "各月：补偿金余额=上月余额+注入+追回−代偿，且不为负；追回归补偿金≤已代偿贷款的追回额"
    }
    fund_pays_while_it_can {
        en "a claim on the fund stays unpaid only when its balance is zero"
        zh "只有补偿金余额为零时，代偿才会未能足额支付"
    }
    depletion {
        en "the depletion month is the first with an unpaid claim; unpaid claims and the worst month are those of the months"
        zh "耗尽月份即首个未能足额代偿的月份；未能支付合计、单月最大缺口与各月一致"
    }
    whole_fen { en "every amount of money is a whole number of fen" zh "所有金额均为整分" }
    households_add_up {
        en "households that borrowed + those stopped at each gate = all households; households by mode add up"
        zh "贷款户+各环节未贷款户=全部农户；各模式贷款户之和等于贷款户"
    }
    persons_add_up {
        en "persons by mode add up to the persons in borrowing households, and no part of them is more"
        zh "各模式人口之和等于贷款户人口，任一部分不超过全体"
    }
    gain_parts {
        en "gain per capita = production effect + pay-out + wages, rent and dividends"
        zh "人均增收=生产性增收+约定分红+工资、租金和利润分红"
    }
    gain_by_mode {
        en "gain per capita = mean of the modes' gains, weighted by their households"
        zh "人均增收=各模式人均增收按户数加权平均"
    }
    principal {
        en "opening book + lent = recovered + paid by the budget + repaid early and not yet due + outstanding + compensated and still owed + written off"
        zh "期初余额+放贷=收回+财政支付+提前归还而未到期+贷款余额+已代偿未追回+核销"
    }
    due {
        en "overdue at the start + due + due again after extension + called and not yet due = recovered + renewed + paid by the budget + overdue + written off"
        zh "期初逾期+到期+展期后再次到期+已提前收回尚未到期=收回+续贷展期+财政支付+逾期+核销"
    }
    collected {
        en "collected after default ≤ what was in default; collected ≤ recovered or repaid early in every month"
        zh "违约后追回额≤违约额；各月追回额≤收回额与提前归还额之和"
    }
    claimed_stock {
        en "compensated at the start + claims of principal = compensated and still owed + collected on claimed loans + written off of them"
        zh "期初已代偿+代偿本金=已代偿未追回+已代偿贷款追回+已代偿贷款核销"
    }
    stocks {
        en "no stock is negative; non-performing with the bank ≤ non-performing ≤ overdue; compensated ≤ overdue; renewed ≤ performing"
        zh "各项余额不为负；银行账面不良≤不良≤逾期；已代偿≤逾期；续贷展期余额≤正常余额"
    }
    months_add_up {
        en "flows of the months add up to the run; counts of months are those of the months"
        zh "各月流量之和等于全程；各项月数与各月一致"
    }
    year_to_date {
        en "due in the year to date is the sum of its months; of it, recovered never falls, never rises by more than the month's, never exceeds it; the rate is their ratio"
        zh "年初至今到期额为年内各月之和；其中收回额不减、增幅不超过当月收回额、不超过到期额；回收率为两者之比"
    }
    townships_add_up {
        en "townships add up to the county in lending, due, recovered, defaults and reward"
        zh "各乡镇放贷、到期、收回、违约笔数和奖励之和等于全县"
    }
    recovery_rates {
        en "a recovery rate is principal recovered over principal due, and missing if nothing fell due"
        zh "回收率为收回本金与到期本金之比；无到期则为空"
    }
    cost_parts {
        en "budget cost, public cost, reward and conversions are the sums of their parts"
        zh "财政支出、公共成本、奖励和转换额等于各自分项之和"
    }
    modes_add_up {
        en "lending by mode adds up to all lending: the shares of the modes add to one"
        zh "各模式放贷额之和等于放贷总额，即模式占比之和为一"
    }
    groups_add_up {
        en "modes, townships, sizes and deciles each add up to the county in borrowing households, persons, gain and worse-off households; the last three also in all households"
        zh "按模式、乡镇、户规模、收入十等分组的借款户、人口、增收和减收户之和均等于全县；后三种分组的全部农户之和也等于全县"
    }
    group_shares {
        en "a group's share of the gain is its gain over the county's, and missing where that is not positive; the poorest four deciles have theirs"
        zh "各组占增收的比重等于本组增收与全县增收之比（全县不为正则为空）；最低四个十等分组之和与汇总一致"
    }
    rows { en "the tables hold every replication and month once, in order" zh "各表中每次模拟、每个月份均按次序出现一次" }
    digests { en "every file has the size and the SHA-256 of the manifest" zh "各文件的大小和SHA-256与清单一致" }
    alone {
        en "the first, the middle and the last replication, each simulated alone on 1, 2 and 7 threads, have the bits of the tables"
        zh "首次、居中和末次模拟各自单独重算（1、2、7个线程），与表中结果逐位一致"
    }
    summary_json {
        en "means, quantiles, probabilities, tails and differences of summary.json are those of the tables"
        zh "summary.json中的均值、分位数、概率、尾部损失和差异与各表重算结果一致"
    }
    summary_csv {
        en "summary.csv, fund_by_month.csv and comparison.csv are, byte by byte, what the tables come to"
        zh "summary.csv、fund_by_month.csv和comparison.csv与各表重算结果逐字节一致"
    }
}
