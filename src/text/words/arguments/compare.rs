//! Help of `lendmix compare`.

words! {
    compare {
        en "Compare scenarios or mixes with a baseline, pair by pair on the same luck"
        zh "在同样的随机数上逐次配对，把各方案或模式比例与基准比较"
    }
    files {
        en "Scenario files (2 to 20 scenarios with their variants); the first is the baseline"
        zh "方案文件（连同变体共2至20个）；第一个为基准"
    }
    baseline {
        en "Scenario to compare the others with: one of the files, another file, or a variant's name"
        zh "作为基准的方案：所列文件之一、另一个文件，或某个变体的名称"
    }
    variant { en "A variant of each file beside it, with these values; may be repeated" zh "在每个文件之外另加一个变体，改用这些值；可重复" }
    metrics {
        en "Columns to show and judge instead of the headline ones (see `lendmix list columns`)"
        zh "改为显示并判断这些列（见lendmix list columns）"
    }
    mix {
        en "A variant of each file beside it, with this mix: self=0.5,pooled=0.3,fixed=0.2 or 50/30/20; may be repeated"
        zh "在每个文件之外另加一个变体，改用此模式比例：自主=0.5，统还=0.3，固定=0.2或50/30/20；可重复"
    }
    examples {
        en "Examples:\n  lendmix compare scenarios/daoxian-2016.toml scenarios/leverage-5x.toml scenarios/leverage-8x.toml\n  lendmix compare scenarios/daoxian-2016.toml --mix 60/30/10 --mix 20/60/20        # today's mix beside two others\n  lendmix compare scenarios/daoxian-2016.toml --variant policy.fund.leverage_max=5 --variant policy.fund.leverage_max=8\n  lendmix compare a.toml b.toml --baseline b.toml --set run.months=60              # --set holds in every scenario\n\nEach scenario meets the same households, weather, prices and failures in each replication. Differences are scenario less\nbaseline, with 95% intervals; verdicts hold together at 95% (Holm) over all the comparisons that are shown."
        zh "示例：\n  lendmix compare scenarios/daoxian-2016.toml scenarios/leverage-5x.toml scenarios/leverage-8x.toml\n  lendmix compare scenarios/daoxian-2016.toml --mix 60/30/10 --mix 20/60/20        # 现行比例与另两种比例\n  lendmix compare scenarios/daoxian-2016.toml --variant policy.fund.leverage_max=5 --variant policy.fund.leverage_max=8\n  lendmix compare a.toml b.toml --baseline b.toml --set run.months=60              # --set 对所有方案生效\n\n每次模拟中，各方案面对同样的农户、天气、价格和倒闭。差值为方案减基准，附95%区间；\n结论按所列全部比较一并校正（Holm），整体置信度95%。"
    }
}
