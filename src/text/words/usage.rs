//! Mistakes in the arguments. In English clap says them itself, in these words.

words! {
    error(sentence) { en "error: {sentence}\n" zh "错误：{sentence}\n" }
    unknown_argument(argument) { en "unexpected argument '{argument}' found" zh "没有“{argument}”这个参数" }
    unknown_command(command) { en "unrecognized subcommand '{command}'" zh "没有“{command}”这个命令" }
    lacks_value(argument) { en "a value is required for '{argument}' but none was supplied" zh "参数“{argument}”缺少值" }
    wrong_value(argument, value, wanted) {
        en "invalid value '{value}' for '{argument}'{wanted}"
        zh "参数“{argument}”不能取“{value}”{wanted}"
    }
    lacks_argument(argument) { en "required arguments were not provided: {argument}" zh "缺少必需的参数：{argument}" }
    lacks_command {
        en "a subcommand is required: run, compare, map, solve (fund, leverage, payout, mix), check, check-run, selftest, init, roster, example, explain, groups, plot, verify, reproduce, list, record, fit, schema"
        zh "缺少命令：run、compare、map、solve（fund、leverage、payout、mix）、check、check-run、selftest、init、roster、example、explain、groups、plot、verify、reproduce、list、record、fit、schema"
    }
    conflict(argument) { en "'{argument}' is repeated or in conflict with another" zh "参数“{argument}”重复或互相冲突" }
    too_many_values(argument, value) { en "unexpected value '{value}' for '{argument}'" zh "参数“{argument}”多出了值“{value}”" }
    allowed(values) { en "  possible values: {values}\n" zh "  可取：{values}\n" }
    suggestion(argument) { en "  did you mean {argument}?\n" zh "  是不是想写：{argument}\n" }
    more {
        en "\nFor more information, try lendmix --help or lendmix <COMMAND> --help.\n"
        zh "\n用法请查看lendmix --help或lendmix <命令> --help。\n"
    }
    whole_from(low) { en ": a whole number, {low} or more" zh "：应为不小于{low}的整数" }
    whole_between(low, high) { en ": a whole number from {low} to {high}" zh "：应为{low}至{high}的整数" }
    whole { en ": a whole number" zh "：应为整数" }
}
