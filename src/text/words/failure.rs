//! Why a command ended without what was asked for.

words! {
    error { en "error: " zh "错误：" }
    same_name_given(name) {
        en "two scenarios of this run are named {name}: give each mix and each variant once"
        zh "本次运行有两个方案都叫“{name}”：同一比例或同一改动请只写一次"
    }
    same_name_of_files(name) {
        en "two scenarios of this run are named {name}; the name is the file's without its extension: rename one file"
        zh "本次运行有两个方案都叫“{name}”；方案名就是去掉扩展名的文件名：请改其中一个文件名"
    }
    unknown_baseline(name, names) {
        en "--baseline {name}: no such file, and no scenario of this comparison has this name; there are {names}"
        zh "--baseline {name}：没有这个文件，比较中也没有叫这个名字的方案；现有：{names}"
    }
    no_outreach(axes) {
        en "--axis {axes}: no mix is called efficient unless who is reached counts, since every other number can be won by not lending. Add --axis households_borrowing or --axis lent_yuan"
        zh "--axis {axes}：不把覆盖面算在内，就不能称任何比例为有效，因为不放款也能赢得其他指标。请加上--axis households_borrowing或--axis lent_yuan"
    }
    map_tables(typed) {
        en "--tables {typed}: a map keeps rows of replications only; write replications or none, and compare chosen mixes with `lendmix compare`"
        zh "--tables {typed}：比例图只保留每次模拟一行的表；请写replications或none，选定的比例可用lendmix compare细看"
    }
    unknown_tables(typed) {
        en "--tables {typed}: write none, or some of replications,months,townships,groups"
        zh "--tables {typed}：应写none，或replications、months、townships、groups中的若干个，用逗号分开"
    }
    no_parquet {
        en "this program was built without Parquet tables: run with --tables none"
        zh "本程序编译时未包含Parquet表：请加上--tables none"
    }
    no_answer_yet { en "stopped before there was an answer; nothing is kept" zh "求解未完成即已中止，未保留任何内容" }
    violated(violated, of) { en "{violated} of {of} checks do not hold" zh "{of}项检查中有{violated}项不符" }
    chart_not_drawn(error) { en "the chart cannot be drawn: {error}" zh "无法绘图：{error}" }
    chart_too_tall(needed, most) {
        en "the chart would be {needed} mm tall, and a page holds {most} mm: compare fewer scenarios at once, or draw it with --width double"
        zh "图高{needed}毫米，一页只容{most}毫米：请减少一次比较的方案数，或用--width double绘制"
    }
    exists(path) { en "{path} exists already; nothing was written. Give another name" zh "{path}已存在，未写入任何内容。请换一个名字" }
    cannot_read(path, error) { en "cannot read {path}: {error}" zh "无法读取{path}：{error}" }
    cannot_write(path, error) { en "cannot write {path}: {error}" zh "无法写入{path}：{error}" }
    cannot_print(error) { en "cannot write to standard output: {error}" zh "无法写到标准输出：{error}" }
    too_many_scenarios(found, most) {
        en "{found} scenarios: at most {most} are compared at once. Give fewer, or `lendmix map` for all mixes"
        zh "共有{found}个方案：一次最多比较{most}个。请减少方案；若要比较全部模式比例，请用lendmix map"
    }
    one_scenario { en "one scenario alone: nothing to compare it with" zh "只有一个方案，没有可比较的对象" }
    add_a_scenario {
        en ". Give a second file, --mix 50/30/20, or --variant policy.fund.leverage_max=8"
        zh "。请再给一个文件，或写--mix 50/30/20，或写--variant policy.fund.leverage_max=8"
    }
    write_a_variant(sets) {
        en ". --set holds in every scenario; to compare with and without, write --variant \"{sets}\""
        zh "。--set对所有方案生效；若要比较改与不改，请写--variant \"{sets}\""
    }
    nothing_kept { en "stopped before the first results; nothing is kept" zh "在得到首批结果前已中止，未保留任何内容" }
    stopped_early(done, asked, folder) {
        en "stopped: the first {done} of {asked} replications are complete and kept in {folder}"
        zh "已中止：{asked}次模拟中的前{done}次已完成，保存在{folder}"
    }
    incompatible { en "these scenarios cannot be run side by side on the same luck:" zh "这些方案不能用同样的随机数并行比较：" }
    difference(key, first_value, first_place, other_value, other_place) {
        en "\n  {key} is {first_value} in {first_place} and {other_value} in {other_place}"
        zh "\n  {key}：{first_place}为{first_value}，{other_place}为{other_value}"
    }
    equal_by_options {
        en "\nMake them equal in the files, or give --seed and --replications on the command line"
        zh "\n请在文件中改成一致，或在命令行用--seed和--replications指定"
    }
    equal_in_files {
        en "\nA comparison needs the same months and the same households: make them equal in the files"
        zh "\n比较须在同一时段、同一批农户上进行：请在文件中改成一致"
    }
}
