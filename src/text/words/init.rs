//! A new scenario file.

words! {
    written(shown) {
        en "{shown} is written: the Daoxian case, every value with source and grade.\nChange it, then:\n  lendmix check {shown}\n  lendmix run {shown}\n"
        zh "已写出{shown}：道县案例，每个值都注明来源和可信等级。\n修改后运行：\n  lendmix check {shown}\n  lendmix run {shown}\n"
    }
    templates_written(name) {
        en "Templates of roster, organisations and ledger stand beside it; {name} explains them.\n"
        zh "农户名册、经济组织名单和贷款台账的模板在同一文件夹，说明见{name}。\n"
    }
    example_written(folder, shown) {
        en "{folder} is written: an invented county with roster, organisations and loan ledger.\nLook at the tables, then:\n  lendmix check {shown}\n  lendmix run {shown}\n"
        zh "已写出{folder}：虚构的示例县，含农户名册、经济组织名单和贷款台账。\n查看表格后运行：\n  lendmix check {shown}\n  lendmix run {shown}\n"
    }
}
