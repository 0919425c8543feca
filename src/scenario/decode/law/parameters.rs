//! The parameters of one distribution.

use super::components;
use super::number_wanted;
use crate::distribution::{
    BetaParameters, DistributionInfo, Interpolation, LognormalParameters, MarginalSpec, NormalParameters,
    ParameterKind, ShapeParameters, Spread, StudentSpread,
};
use crate::scenario::csv;
use crate::scenario::decode::item::Item;
use crate::scenario::decode::tables::all;
use crate::scenario::keys::{Kind, Range};
use crate::scenario::mistake::{LawMistake, Mistake, ShapeMistake};
use crate::scenario::nearest::nearest;
use crate::scenario::node::Node;

/// Forms of a distribution that stand for one of the catalogue: mean and log standard deviation of a lognormal, and
/// observations in a table.
const MORE_FORMS: &[(&str, &[&str])] = &[("lognormal", &["mean", "sigma"]), ("empirical", &["file", "column"])];

/// The further forms of a distribution.
pub fn more_forms(law: &str) -> impl Iterator<Item = &'static [&'static str]> {
    MORE_FORMS.iter().filter(move |(name, _)| *name == law).map(|(_, keys)| *keys)
}

/// The table of parameters of one law.
pub(super) struct Parameters<'a> {
    /// Path of the key, without the name of the law.
    pub path: String,
    pub item: Item<'a>,
    pub info: &'static DistributionInfo,
    pub body: &'a Node,
}

impl<'a> Parameters<'a> {
    fn names(&self) -> Vec<&'a str> {
        self.body.table().map(|table| table.entries.iter().map(|(name, _)| name.as_str()).collect()).unwrap_or_default()
    }

    fn has(&self, key: &str) -> bool {
        self.names().contains(&key)
    }

    /// Every key that the law knows.
    fn known_keys(&self) -> Vec<&'static str> {
        let more = more_forms(self.info.name).flatten().copied();
        let mut keys: Vec<&'static str> = self.info.parameters.iter().map(|parameter| parameter.key).collect();
        keys.extend(more.filter(|key| !self.info.parameters.iter().any(|parameter| parameter.key == *key)));
        keys
    }

    /// Whether all keys are known; others are reported.
    pub fn all_known(&self) -> bool {
        let known = self.known_keys();
        let Some(table) = self.body.table() else { return false };
        let mut good = true;
        for (name, node) in table.entries.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            good = false;
            let mistake = ShapeMistake::UnknownKey {
                key: name.clone(),
                section: format!("{}.{}", self.path, self.info.name),
                nearest: nearest(name, known.iter().copied()).map(str::to_owned),
                elsewhere: None,
                allowed: known.iter().map(|key| (*key).to_owned()).collect(),
            };
            self.item.cx.report_at(Mistake::Shape(mistake), node.key_span);
        }
        good
    }

    /// The set of parameters that is given in full, with nothing of another set beside it.
    pub fn form(&self) -> Option<&'static [&'static str]> {
        let known = self.known_keys();
        let essential: Vec<&str> =
            self.names().into_iter().filter(|key| known.contains(key) && !self.info.optional.contains(key)).collect();
        let forms: Vec<&'static [&'static str]> =
            self.info.alternatives.iter().copied().chain(more_forms(self.info.name)).collect();
        let found =
            forms.iter().find(|form| form.len() == essential.len() && form.iter().all(|key| essential.contains(key)));
        if found.is_none() {
            let mistake = LawMistake::Parameters {
                path: self.path.clone(),
                law: self.info.name,
                found: self.names().into_iter().map(str::to_owned).collect(),
                forms: forms
                    .iter()
                    .map(|form| format!("{} = {{ {} }}", self.info.name, example(form, self.info.optional)))
                    .collect(),
            };
            self.item.report(Mistake::Law(mistake));
        }
        found.copied()
    }

    fn entry(&self, key: &str) -> Option<Item<'a>> {
        let node = self.body.table()?.get(key)?;
        Some(self.item.entry(node, key))
    }

    fn number(&self, key: &str) -> Option<f64> {
        self.entry(key)?.number_in(Range::ANY, number_wanted())
    }

    /// A number that may be left out.
    fn optional(&self, key: &str) -> Option<Option<f64>> {
        match self.has(key) {
            true => self.number(key).map(Some),
            false => Some(None),
        }
    }

    fn numbers(&self, key: &str) -> Option<Vec<f64>> {
        let list = self.entry(key)?.list(Kind::Numbers(Range::ANY))?;
        all(list.iter().map(|entry| entry.number_in(Range::ANY, number_wanted())))
    }

    /// The law of a set of parameters; every number is read before the law is put together.
    pub fn spec(&self, form: &[&str]) -> Option<MarginalSpec> {
        let kinds = self.info.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::Number);
        let broken = kinds
            .filter(|parameter| self.has(parameter.key))
            .filter(|parameter| self.number(parameter.key).is_none())
            .count();
        if broken > 0 {
            return None;
        }
        self.listed(form).unwrap_or_else(|| self.numeric(form))
    }

    /// Laws with lists; `None` for the others.
    fn listed(&self, form: &[&str]) -> Option<Option<MarginalSpec>> {
        Some(match self.info.name {
            "mixture" => self
                .entry("components")
                .and_then(|list| components(&list))
                .map(|components| MarginalSpec::Mixture { components }),
            "empirical" => self.empirical(form),
            "discrete" => {
                let (values, weights) = (self.numbers("values"), self.numbers("weights"));
                values.zip(weights).map(|(values, weights)| MarginalSpec::Discrete { values, weights })
            }
            _ => return None,
        })
    }

    fn empirical(&self, form: &[&str]) -> Option<MarginalSpec> {
        let interpolation = match self.entry("interpolation") {
            None => Some(Interpolation::default()),
            Some(entry) => entry.name_among(&["step", "linear"]).map(|name| match name {
                "linear" => Interpolation::Linear,
                _ => Interpolation::Step,
            }),
        };
        let weights = match self.has("weights") {
            true => self.numbers("weights").map(Some),
            false => Some(None),
        };
        let values = match form.contains(&"file") {
            true => csv::column(&self.entry("file")?, &self.entry("column")?),
            false => self.numbers("values"),
        };
        Some(MarginalSpec::Empirical { values: values?, weights: weights?, interpolation: interpolation? })
    }

    fn numeric(&self, form: &[&str]) -> Option<MarginalSpec> {
        let number = |key: &str| self.number(key);
        let (min, max) = (self.optional("min")?, self.optional("max")?);
        Some(match self.info.name {
            "fixed" => MarginalSpec::Fixed { value: number("value")? },
            "uniform" => MarginalSpec::Uniform { min: min?, max: max? },
            "triangular" => MarginalSpec::Triangular { min: min?, mode: number("mode")?, max: max? },
            "pert" => {
                MarginalSpec::Pert { min: min?, mode: number("mode")?, max: max?, lambda: self.optional("lambda")? }
            }
            "normal" => MarginalSpec::Normal { parameters: self.normal(form)?, min, max },
            "lognormal" => MarginalSpec::Lognormal { parameters: self.lognormal(form)? },
            "gamma" => MarginalSpec::Gamma { parameters: self.shape(form)? },
            "weibull" => MarginalSpec::Weibull { parameters: self.shape(form)? },
            "beta" => MarginalSpec::Beta { parameters: self.beta(form)?, min, max },
            "student_t" => self.student(form, min, max)?,
            "quantiles" => MarginalSpec::Quantiles {
                min: min?,
                q05: number("q05")?,
                q50: number("q50")?,
                q95: number("q95")?,
                max: max?,
            },
            _ => return None,
        })
    }

    fn normal(&self, form: &[&str]) -> Option<NormalParameters> {
        if form.contains(&"mu") {
            return Some(NormalParameters::Native { mu: self.number("mu")?, sigma: self.number("sigma")? });
        }
        Some(NormalParameters::Moments { mean: self.number("mean")?, spread: self.spread(form)? })
    }

    fn spread(&self, form: &[&str]) -> Option<Spread> {
        if form.contains(&"cv") { self.number("cv").map(Spread::Cv) } else { self.number("sd").map(Spread::Sd) }
    }

    fn lognormal(&self, form: &[&str]) -> Option<LognormalParameters> {
        let sigma = self.optional("sigma")?;
        Some(match (form.contains(&"mean"), sigma) {
            // E[X] = median·exp(σ²/2).
            (true, Some(sigma)) => LognormalParameters::MedianSigma {
                median: self.number("mean")? * libm::exp(-0.5 * sigma * sigma),
                sigma,
            },
            (true, None) => LognormalParameters::Moments { mean: self.number("mean")?, spread: self.spread(form)? },
            (false, sigma) if form.contains(&"mu") => {
                LognormalParameters::Native { mu: self.number("mu")?, sigma: sigma? }
            }
            (false, sigma) => LognormalParameters::MedianSigma { median: self.number("median")?, sigma: sigma? },
        })
    }

    fn shape(&self, form: &[&str]) -> Option<ShapeParameters> {
        Some(match form.contains(&"mean") {
            true => ShapeParameters::Moments { mean: self.number("mean")?, spread: self.spread(form)? },
            false => ShapeParameters::Native { shape: self.number("shape")?, scale: self.number("scale")? },
        })
    }

    fn beta(&self, form: &[&str]) -> Option<BetaParameters> {
        Some(match form.contains(&"mean") {
            true => BetaParameters::Moments { mean: self.number("mean")?, spread: self.spread(form)? },
            false => BetaParameters::Native { alpha: self.number("alpha")?, beta: self.number("beta")? },
        })
    }

    fn student(&self, form: &[&str], min: Option<f64>, max: Option<f64>) -> Option<MarginalSpec> {
        let spread = if form.contains(&"sd") {
            StudentSpread::Sd(self.number("sd")?)
        } else {
            StudentSpread::Scale(self.number("scale")?)
        };
        let degrees_of_freedom = self.number("degrees_of_freedom")?;
        Some(MarginalSpec::StudentT { mean: self.number("mean")?, spread, degrees_of_freedom, min, max })
    }
}

/// "mean = …, cv = … (and min, max)".
fn example(form: &[&str], optional: &[&str]) -> String {
    let mut parts: Vec<String> = form.iter().map(|key| format!("{key} = …")).collect();
    parts.extend(optional.iter().map(|key| format!("[{key} = …]")));
    parts.join(", ")
}
