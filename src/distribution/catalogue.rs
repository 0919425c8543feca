//! The distributions that a file may name, with their keys: what lists and checks are made from.

/// Kind of value that a key takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// A number.
    Number,
    /// A list of numbers.
    Numbers,
    /// A list of components: each a weight and a distribution.
    Components,
    /// `"step"` or `"linear"`.
    Interpolation,
}

/// A key of a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Key in the file.
    pub key: &'static str,
    /// Kind of its value.
    pub kind: ParameterKind,
}

/// A distribution that a file may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistributionInfo {
    /// Name in the file.
    pub name: &'static str,
    /// Every key that it knows.
    pub parameters: &'static [Parameter],
    /// The sets of keys that define it, of which exactly one must be given in full.
    pub alternatives: &'static [&'static [&'static str]],
    /// Keys that may be left out, whatever the set.
    pub optional: &'static [&'static str],
    /// What it is, in English.
    pub en: &'static str,
    /// What it is, in Chinese.
    pub zh: &'static str,
}

/// The distribution of this name.
///
/// ```
/// # use lendmix::distribution::find_distribution;
/// let pert = find_distribution("pert").unwrap();
/// assert_eq!(pert.alternatives, [["min", "mode", "max"]]);
/// assert_eq!(pert.optional, ["lambda"]);
/// ```
pub fn find_distribution(name: &str) -> Option<&'static DistributionInfo> {
    DISTRIBUTIONS.iter().find(|distribution| distribution.name == name)
}

macro_rules! numbers {
    ($($key:literal),*) => { &[$(Parameter { key: $key, kind: ParameterKind::Number }),*] };
}
const VALUES: Parameter = Parameter { key: "values", kind: ParameterKind::Numbers };
const WEIGHTS: Parameter = Parameter { key: "weights", kind: ParameterKind::Numbers };

/// Every distribution that a file may name.
pub const DISTRIBUTIONS: &[DistributionInfo] = &[
    DistributionInfo {
        name: "fixed",
        parameters: numbers!["value"],
        alternatives: &[&["value"]],
        optional: &[],
        en: "always the same value",
        zh: "固定值",
    },
    DistributionInfo {
        name: "uniform",
        parameters: numbers!["min", "max"],
        alternatives: &[&["min", "max"]],
        optional: &[],
        en: "every value between two bounds equally likely",
        zh: "均匀分布：上下限之间各值可能性相同",
    },
    DistributionInfo {
        name: "triangular",
        parameters: numbers!["min", "mode", "max"],
        alternatives: &[&["min", "mode", "max"]],
        optional: &[],
        en: "triangular: smallest, most likely and largest value",
        zh: "三角分布：最小值、最可能值、最大值",
    },
    DistributionInfo {
        name: "pert",
        parameters: numbers!["min", "mode", "max", "lambda"],
        alternatives: &[&["min", "mode", "max"]],
        optional: &["lambda"],
        en: "PERT: smooth form of the triangular; lambda (4) weighs the most likely value",
        zh: "PERT分布：三角分布的平滑形式；lambda（默认4）为最可能值的权重",
    },
    DistributionInfo {
        name: "normal",
        parameters: numbers!["mean", "cv", "sd", "mu", "sigma", "min", "max"],
        alternatives: &[&["mean", "cv"], &["mean", "sd"], &["mu", "sigma"]],
        optional: &["min", "max"],
        en: "normal, truncated at min and max where given; mean, cv and sd are those of the truncated law",
        zh: "正态分布，可用min、max截断；mean、cv、sd指截断之后的均值、变异系数、标准差",
    },
    DistributionInfo {
        name: "lognormal",
        parameters: numbers!["mean", "cv", "sd", "mu", "sigma", "median"],
        alternatives: &[&["mean", "cv"], &["mean", "sd"], &["mu", "sigma"], &["median", "sigma"]],
        optional: &[],
        en: "lognormal: its logarithm is normal",
        zh: "对数正态分布：其对数服从正态分布",
    },
    DistributionInfo {
        name: "gamma",
        parameters: numbers!["mean", "cv", "sd", "shape", "scale"],
        alternatives: &[&["mean", "cv"], &["mean", "sd"], &["shape", "scale"]],
        optional: &[],
        en: "gamma",
        zh: "伽马分布",
    },
    DistributionInfo {
        name: "weibull",
        parameters: numbers!["mean", "cv", "sd", "shape", "scale"],
        alternatives: &[&["mean", "cv"], &["mean", "sd"], &["shape", "scale"]],
        optional: &[],
        en: "Weibull",
        zh: "韦布尔分布",
    },
    DistributionInfo {
        name: "beta",
        parameters: numbers!["mean", "cv", "sd", "alpha", "beta", "min", "max"],
        alternatives: &[&["mean", "cv"], &["mean", "sd"], &["alpha", "beta"]],
        optional: &["min", "max"],
        en: "beta between min (0) and max (1)",
        zh: "贝塔分布，区间为min（默认0）至max（默认1）",
    },
    DistributionInfo {
        name: "student_t",
        parameters: numbers!["mean", "sd", "scale", "degrees_of_freedom", "min", "max"],
        alternatives: &[&["mean", "sd", "degrees_of_freedom"], &["mean", "scale", "degrees_of_freedom"]],
        optional: &["min", "max"],
        en: "Student-t with heavy tails, truncated at min and max where given; mean, sd, scale before truncation",
        zh: "学生t分布（厚尾），可用min、max截断；mean、sd、scale指截断之前",
    },
    DistributionInfo {
        name: "mixture",
        parameters: &[Parameter { key: "components", kind: ParameterKind::Components }],
        alternatives: &[&["components"]],
        optional: &[],
        en: "one of several distributions, chosen by weight",
        zh: "混合分布：按权重取若干分布之一",
    },
    DistributionInfo {
        name: "empirical",
        parameters: &[VALUES, WEIGHTS, Parameter { key: "interpolation", kind: ParameterKind::Interpolation }],
        alternatives: &[&["values"]],
        optional: &["weights", "interpolation"],
        en: "observed values; with interpolation = \"linear\" also what lies between them",
        zh: "经验分布：取观测值；interpolation = \"linear\"时在相邻观测值之间线性插值",
    },
    DistributionInfo {
        name: "quantiles",
        parameters: numbers!["min", "q05", "q50", "q95", "max"],
        alternatives: &[&["min", "q05", "q50", "q95", "max"]],
        optional: &[],
        en: "elicited quantiles: 5%, 50% and 95% with smallest and largest value",
        zh: "专家估计的分位数：5%、50%、95%以及最小值、最大值",
    },
    DistributionInfo {
        name: "discrete",
        parameters: &[VALUES, WEIGHTS],
        alternatives: &[&["values", "weights"]],
        optional: &[],
        en: "a list of values with their weights",
        zh: "离散分布：若干取值及其权重",
    },
];
