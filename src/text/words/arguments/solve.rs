//! Help of `lendmix solve`.

words! {
    solve {
        en "Inverse questions: the smallest fund, the largest leverage or pay-out, the best mix"
        zh "反向求解：最小补偿金、最大杠杆或分红、最佳结构"
    }
    horizon {
        en "Months that count; later claims do not matter [default: the file's]"
        zh "只考虑前多少个月，其后的代偿不计〔默认按方案文件〕"
    }
    file { en "Scenario file" zh "方案文件" }
    survive_default { en "Probability with which the fund must survive [default: 0.99]" zh "补偿金不耗尽的概率要求〔默认0.99〕" }
    fund { en "The smallest fund that survives with a given probability" zh "以给定概率不耗尽的最小补偿金" }
    fund_examples {
        en "Planned lending is held unless --reacting: then the leverage cap and limits by the fund react, and lending is a condition.\n\nExamples:\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99 --horizon 60\n  lendmix solve fund scenarios/daoxian-2016.toml --reacting --lent-min 0.90"
        zh "默认按计划放贷；加--reacting时，杠杆上限和按补偿金设的上限随余额起作用，并要求放贷达到计划的一定比例。\n\n示例：\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve fund scenarios/daoxian-2016.toml --survive 0.99 --horizon 60\n  lendmix solve fund scenarios/daoxian-2016.toml --reacting --lent-min 0.90"
    }
    reacting { en "Let lending react to the fund's balance" zh "允许放贷随补偿金余额变动" }
    lent_min {
        en "With --reacting: least share of the plan that is lent [default: 0.95]"
        zh "与--reacting合用：放贷至少达到计划的比例〔默认0.95〕"
    }
    fund_range {
        en "With --reacting: funds to look at, in yuan [default: a quarter to four times the file's]"
        zh "与--reacting合用：求解范围（元）〔默认为方案资金的四分之一至四倍〕"
    }
    leverage { en "The largest leverage at which the fund survives" zh "补偿金不耗尽的最大杠杆倍数" }
    leverage_examples {
        en "Examples:\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.95 --range 5..30"
        zh "示例：\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.99\n  lendmix solve leverage scenarios/daoxian-2016.toml --survive 0.95 --range 5..30"
    }
    multiples { en "Multiples to look at [default: 2..20]" zh "求解范围（倍）〔默认2..20〕" }
    payout { en "The largest guaranteed pay-out that organisations can afford" zh "组织付得起的最高约定分红" }
    payout_examples {
        en "Organisations must fail by their own cash (failure = \"structural\").\n\nExamples:\n  lendmix solve payout scenarios/payout-10.toml --failing 0.5\n  lendmix solve payout scenarios/payout-10.toml --survive 0.99"
        zh "组织须按自身现金流倒闭（failure = \"structural\"）。\n\n示例：\n  lendmix solve payout scenarios/payout-10.toml --failing 0.5\n  lendmix solve payout scenarios/payout-10.toml --survive 0.99"
    }
    mode { en "pooled or fixed_benefit [default: pooled]" zh "pooled（分贷统用统还）或fixed_benefit（固定受益）〔默认pooled〕" }
    failing {
        en "Most failures per organisation that are accepted, the development company included [default: 0.1, unless --survive is given]"
        zh "可接受的组织倒闭率（含开发公司）〔默认0.1；若给出--survive则不设〕"
    }
    survive { en "Probability with which the fund must survive" zh "补偿金不耗尽的概率要求" }
    payout_range {
        en "Pay-outs to look at, a share of the credit a year [default: 0..0.2]"
        zh "求解范围，每年分红占贷款额的比例〔默认0..0.2〕"
    }
    mix { en "The best mix of modes under conditions" zh "满足条件的最佳模式结构" }
    mix_examples {
        en "Measures: gain (yuan a head and year), recovery (share), lent (share of plan), households, depletion (probability),\nbudget and cost (yuan over the run), failing (failures per organisation).\nUnless lent or households is named, lent>=0.95 is a condition: everything else can be won by not lending.\n\nExamples:\n  lendmix solve mix scenarios/mix-balanced.toml --maximise gain --subject-to \"depletion<=0.01\"\n  lendmix solve mix scenarios/mix-balanced.toml --maximise gain --subject-to \"depletion<=1%,budget<=60m,lent>=0.9\""
        zh "指标：gain（人均年增收，元）、recovery（回收率）、lent（放贷占计划）、households（贷款户数）、depletion（耗尽概率）、\nbudget和cost（全期财政支出、公共成本，元）、failing（组织倒闭率）。也可写中文：增收、回收率、放贷、户数、耗尽、财政支出、公共成本、倒闭。\n未提到lent或households时，自动要求lent>=0.95：否则不放贷就能赢。\n\n示例：\n  lendmix solve mix scenarios/mix-balanced.toml --maximise gain --subject-to \"depletion<=0.01\"\n  lendmix solve mix scenarios/mix-balanced.toml --maximise 增收 --subject-to \"耗尽<=1%,财政支出<=6000万,放贷>=0.9\""
    }
    maximise { en "Measure to maximise [default: gain]" zh "求最大的指标〔默认gain〕" }
    minimise { en "Measure to minimise" zh "求最小的指标" }
    conditions {
        en "Conditions, such as depletion<=0.01,lent>=0.9; may be repeated"
        zh "条件，如depletion<=0.01,lent>=0.9；可重复"
    }
    finest { en "Finest step of the shares: 0.1, 0.05 or 0.025 [default: 0.05]" zh "比例的最小步长：0.1、0.05或0.025〔默认0.05〕" }
    one_mix {
        en "Mix of modes in place of the file's: self=0.5,pooled=0.3,fixed=0.2 or 50/30/20"
        zh "取代方案文件的模式比例：自主=0.5，统还=0.3，固定=0.2或50/30/20"
    }
}
