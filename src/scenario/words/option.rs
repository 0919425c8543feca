//! Options of the command line in words.

use super::{Message, both, plain};
use crate::scenario::mistake::OptionMistake;
use crate::text::Lang;

impl OptionMistake {
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            OptionMistake::NoEquals => {
                Message::new(both!(lang, "no value is given", "没有写取值"), both!(lang, "no `=`", "缺少`=`")).help(
                    both!(
                        lang,
                        "write the path of a key and its value: `policy.fund.leverage_max=8`",
                        "请写键的路径和取值：`policy.fund.leverage_max=8`"
                    ),
                )
            }
            OptionMistake::NotOneValue => Message::new(
                both!(lang, "more than one value at once", "一次只能设一个值"),
                both!(lang, "one value only", "只写一个值"),
            )
            .help(both!(lang, "give `--set` once for each value", "每个值各写一个`--set`")),
            OptionMistake::Extends => Message::new(
                both!(lang, "`extends` cannot be set on the command line", "`extends`不能在命令行设定"),
                both!(lang, "belongs in a file", "须写在文件中"),
            ),
            _ => self.mix_message(lang),
        }
    }

    fn mix_message(&self, lang: Lang) -> Message {
        match self {
            OptionMistake::UnknownMode { name, nearest } => Message::new(
                both!(lang, "there is no mode `{name}`", "没有“{name}”这种模式"),
                both!(lang, "no such mode", "无此模式"),
            )
            .maybe(nearest.as_ref().map(|nearest| both!(lang, "did you mean `{nearest}`?", "是否想写`{nearest}`？")))
            .help(forms(lang)),
            OptionMistake::ModeTwice { mode } => Message::new(
                both!(lang, "the mode `{mode}` is given twice", "模式`{mode}`写了两次"),
                both!(lang, "once more", "再次出现"),
            ),
            OptionMistake::NotThreeShares { found } => Message::new(
                both!(lang, "a mix without names needs 3 shares, found {found}", "不写模式名时须有3个比例，此处有{found}个"),
                both!(lang, "self-directed, pooled, fixed benefit", "依次为自主贷款、分贷统用统还、固定受益"),
            )
            .help(forms(lang)),
            OptionMistake::MixSum { sum } => {
                let sum = plain(*sum);
                Message::new(
                    both!(lang, "the shares of this mix add up to {sum}", "各模式比例之和为{sum}"),
                    both!(lang, "must be 1, or 100 per cent", "应为1，或百分之百"),
                )
                .help(both!(
                    lang,
                    "a mode that is not named gets nothing; to lend less than the plan, write `--set` with `policy.lending.mix={{ … }}`",
                    "未写的模式比例为零；若要少于计划放贷，请用`--set`写`policy.lending.mix={{ … }}`"
                ))
            }
            OptionMistake::MixHasDates { change } => Message::new(
                both!(
                    lang,
                    "this scenario changes its mix at a date (`{change}`): one mix for the whole run would not be what it says",
                    "该方案在某一日期改变模式比例（`{change}`），不能用单一比例代替"
                ),
                both!(lang, "would hold until then only", "只在此之前有效"),
            )
            .help(both!(
                lang,
                "remove the mix from that change in a file of your own, or set the mix at the start alone with `--set` and `policy.lending.mix={{ … }}`",
                "请在自己的文件中去掉该变动里的mix；若只想改期初比例，请用`--set`写`policy.lending.mix={{ … }}`"
            )),
            // Only a part that is no share is left.
            other => {
                let part = match other {
                    OptionMistake::NotAShare { part } => part.as_str(),
                    _ => "",
                };
                Message::new(
                    both!(lang, "`{part}` is no share of a mode", "`{part}`不是某一模式的比例"),
                    both!(lang, "a number from 0 to 1, or per cent", "应为0至1的数，或百分数"),
                )
                .help(forms(lang))
            }
        }
    }
}

fn forms(lang: Lang) -> String {
    both!(
        lang,
        "write for example `self=0.5,pooled=0.3,fixed=0.2`, or `50/30/20` in this order",
        "例如`自主=0.5,统还=0.3,固定=0.2`，或按此次序写`50/30/20`"
    )
}
