//! Templates of a county's data files, and what describes them.

words! {
    head_of_columns {
        en "| column | in Chinese | meaning | unit | takes | needed | also read as |\n|---|---|---|---|---|---|---|\n"
        zh "| 列 | 英文列名 | 含义 | 单位 | 可填 | 是否必需 | 也认作 |\n|---|---|---|---|---|---|---|\n"
    }
    needed { en "yes" zh "必需" }
    not_needed { en "no" zh "可省" }
    unit_yuan { en "yuan; 10,000 yuan if the heading ends in `（万元）`" zh "元；表头注明（万元）则为万元" }
    unit_share { en "share, or percent with its sign" zh "比例，或带%的百分数" }
    unit_month { en "month" zh "月" }
    takes_text { en "text" zh "文字" }
    takes_name { en "a name" zh "名称" }
    takes_month {
        en "2016-03, 2016-03-15, 2016/3/15, `2016年3月15日`, 20160315"
        zh "2016-03、2016-03-15、2016/3/15、2016年3月15日、20160315"
    }
    head_of_words {
        en "\n## Words\n\n| in English | in Chinese | also |\n|---|---|---|\n"
        zh "\n## 词语对照\n\n| 英文 | 中文 | 也可写 |\n|---|---|---|\n"
    }
    roster { en "Roster of households" zh "农户名册" }
    organisations { en "List of organisations" zh "扶贫经济组织名单" }
    ledger { en "Loan ledger" zh "存量贷款台账" }
    /// Start of the file that describes the tables.
    introduction {
        en "\
# Data files of a county

Each template has two rows that show how it is filled in; replace them. In the scenario file:

```toml
[world]
ledger = \"ledger.csv\"              # loans that run at the start

[world.population]
roster = \"roster.csv\"              # households, instead of synthesised ones

[world.organisations]
file = \"organisations.csv\"         # organisations, instead of a number of them
```

* Files are CSV in UTF-8 or in GB18030 (what Excel in Chinese writes), separated by commas, semicolons or tabs.
  \"Unicode text\" (UTF-16) and .xlsx are not read: save as \"CSV UTF-8\".
* Headings and words may be English or Chinese; columns may stand in any order. Columns of other names are refused, so
  that a misspelt heading is noticed; `note` is free.
* Amounts may have thousands separators and the sign `元`. `5万` is refused: head the column `本金（万元）` instead.
* Names of households and organisations join the files: use the same identifiers. Personal names are not needed.
* `lendmix check FILE` lists every broken row with its column, its value and what is allowed.
"
        zh "\
# 县级数据文件

每个模板有两行示例，请替换为本县数据。在方案文件中引用：

```toml
[world]
ledger = \"ledger.csv\"              # 期初存量贷款

[world.population]
roster = \"roster.csv\"              # 农户名册，代替合成农户

[world.organisations]
file = \"organisations.csv\"         # 经济组织名单，代替随机生成
```

* 文件为CSV，编码为UTF-8或GB18030（中文版Excel默认写出的格式），以逗号、分号或制表符分隔。
  不读取“Unicode文本”（UTF-16）和.xlsx：请另存为“CSV UTF-8”。
* 表头和取值可用中文或英文，列的先后不限。不认识的列会被拒绝，以免写错的表头被忽略；“备注”列可随意填写。
* 金额可带千位分隔符和“元”。“5万”会被拒绝：请改以元填写，或将表头写作“本金（万元）”。
* 各文件以户编号和组织名称相互对应，请保持一致。不需要个人姓名。
* `lendmix check 文件`会列出每一处错误的行、列、取值和允许的写法。
"
    }
}
