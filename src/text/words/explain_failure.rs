//! Why a run cannot be explained.

words! {
    no_scenario(name, known) {
        en "the run has no scenario {name}. It has: {known}"
        zh "该次运行中没有方案“{name}”。现有：{known}"
    }
    which_scenario(known) {
        en "the run has several scenarios. Add --scenario with one of: {known}"
        zh "该次运行有多个方案。请加--scenario并指定其一：{known}"
    }
    no_replication(replication, first, last) {
        en "the run has no replication {replication}. Give --replication from {first} to {last}"
        zh "该次运行中没有第{replication}号模拟。--replication应在{first}到{last}之间"
    }
    no_household(id, nearest) {
        en "the scenario has no household {id}. Nearest: {nearest}"
        zh "方案中没有户编号“{id}”。相近的有：{nearest}"
    }
    never_dry(all) {
        en "the fund ran dry in none of {all} replications. --worst shows the one that needed the largest fund"
        zh "{all}次模拟中补偿金从未耗尽。可用--worst查看所需补偿金最大的一次"
    }
    nothing_lent(replication) {
        en "nothing is lent in replication {replication}"
        zh "第{replication}号模拟中没有放款"
    }
    mistakes(scenario, mistakes) {
        en "this version cannot read scenario {scenario} any more; explain the run with the version that made it\n{mistakes}"
        zh "本版本已无法读取方案“{scenario}”；请用生成该结果的版本解释\n{mistakes}"
    }
    not_kept(folder, scenario) {
        en "{folder} does not keep what scenario {scenario} was simulated from. Copy the run folder again, or run the scenario again"
        zh "{folder}中没有保存方案“{scenario}”的输入。请重新复制结果文件夹，或用本版本重新运行"
    }
    missing(path, scenario) {
        en "{path} is missing; scenario {scenario} was simulated from it. Copy the run folder again, or run the scenario again"
        zh "缺少{path}（方案“{scenario}”的输入）。请重新复制结果文件夹，或重新运行"
    }
    changed(path, scenario) {
        en "{path} has changed since scenario {scenario} was simulated from it. Copy the run folder again, or run the scenario again"
        zh "{path}（方案“{scenario}”的输入）在运行之后被改动。请重新复制结果文件夹，或重新运行"
    }
    same_name(scenario, table) {
        en "scenario {scenario} names two different tables {table}. Copy the run folder again, or run the scenario again"
        zh "方案“{scenario}”引用了两个同名而内容不同的表“{table}”，无法分辨。请改名后重新运行"
    }
    other_digest(scenario, found, expected) {
        en "this version reads scenario {scenario} differently: digest {found}, simulated {expected}. Copy the run folder again, or run the scenario again"
        zh "本版本对方案“{scenario}”的理解与运行时不同：摘要为{found}，运行时为{expected}。请用生成该结果的版本解释，或重新运行"
    }
    /// Who made the run, for [`made_by`].
    version(version) { en "version {version}" zh "{version}版" }
    other_libraries { en "a build with other libraries" zh "依赖库版本不同的程序" }
    made_by(program) {
        en "warning: the run was made by {program}; what is simulated again here may differ from what it recorded"
        zh "注意：该结果由{program}生成，此处重算的结果可能与当时记录的不同"
    }
}
