//! Invented places and organisations.

use crate::scenario::csv::OrganisationRow;
use crate::text::Lang;

/// Names of the townships, and of the villages that each of them has.
pub fn townships(lang: Lang) -> ([&'static str; 4], [&'static str; 8]) {
    (
        lang.pick(
            ["Stonebridge", "Cloudbrook", "Tea Ridge", "Willow Street"],
            ["石桥镇", "云溪镇", "茶岭乡", "柳塘街道"],
        ),
        lang.pick(
            [
                "Upper Slope",
                "Lower Slope",
                "Newfield",
                "Big Pond",
                "Bamboo Hill",
                "Maple Grove",
                "Riverside",
                "East Gate",
            ],
            ["上坪村", "下坪村", "新田村", "大塘村", "竹山村", "枫树村", "河边村", "东门村"],
        ),
    )
}

/// The organisations: four co-operatives, two companies, two family farms.
pub fn organisations(lang: Lang) -> Vec<OrganisationRow<'static>> {
    let (townships, _) = townships(lang);
    let names = lang.pick(
        [
            "Stonebridge Citrus Co-operative",
            "Cloudbrook Livestock Company",
            "Tea Ridge Oil-tea Co-operative",
            "Willow Farm Produce Company",
            "Cloudbrook Vegetable Co-operative",
            "Stonebridge Orchard Farm",
            "Willow Breeding Co-operative",
            "Tea Ridge Family Farm",
        ],
        [
            "石桥果业合作社",
            "云溪养殖公司",
            "茶岭油茶合作社",
            "柳塘农产品公司",
            "云溪蔬菜合作社",
            "石桥果园家庭农场",
            "柳塘养殖合作社",
            "茶岭家庭农场",
        ],
    );
    let facts: [(&str, usize, &str, f64, u16); 8] = [
        ("cooperative", 0, "navel_orange", 0.28, 4),
        ("company", 1, "livestock", 0.20, 6),
        ("cooperative", 2, "oil_tea", 0.14, 3),
        ("company", 3, "trade_tourism", 0.12, 8),
        ("cooperative", 1, "rice_vegetables", 0.10, 2),
        ("family_farm", 0, "navel_orange", 0.07, 3),
        ("cooperative", 3, "livestock", 0.05, 1),
        ("family_farm", 2, "oil_tea", 0.04, 5),
    ];
    let row = |(name, (kind, township, industry, weight, age_years)): (&'static str, _)| {
        let (kind, township, industry): (&'static str, usize, &'static str) = (kind, township, industry);
        OrganisationRow { name, kind, township: townships[township], industry, weight, age_years }
    };
    names.into_iter().zip(facts).map(row).collect()
}
