//! Distributions as a file names them: plain numbers, not yet checked.

/// How wide a distribution is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// Coefficient of variation, sd / |mean| (key `cv`).
    Cv(f64),
    /// Standard deviation (key `sd`), in the unit of the mean.
    Sd(f64),
}

/// Parameters of the normal law, before or after truncation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NormalParameters {
    /// Mean and spread of the law **as truncated**.
    Moments {
        /// Mean of the truncated law.
        mean: f64,
        /// Spread of the truncated law.
        spread: Spread,
    },
    /// μ and σ of the normal law before truncation.
    Native {
        /// Mean before truncation.
        mu: f64,
        /// Standard deviation before truncation.
        sigma: f64,
    },
}

/// Parameters of the lognormal law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LognormalParameters {
    /// Mean and spread.
    Moments {
        /// Mean, above 0.
        mean: f64,
        /// Spread.
        spread: Spread,
    },
    /// Mean and standard deviation of the logarithm.
    Native {
        /// Mean of ln x.
        mu: f64,
        /// Standard deviation of ln x.
        sigma: f64,
    },
    /// Median, and standard deviation of the logarithm.
    MedianSigma {
        /// Median, above 0.
        median: f64,
        /// Standard deviation of ln x.
        sigma: f64,
    },
}

/// Parameters of a law on the positive numbers with a shape and a scale (gamma, Weibull).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShapeParameters {
    /// Mean and spread.
    Moments {
        /// Mean, above 0.
        mean: f64,
        /// Spread.
        spread: Spread,
    },
    /// Shape and scale.
    Native {
        /// Shape.
        shape: f64,
        /// Scale, in the unit of x.
        scale: f64,
    },
}

/// Parameters of the beta law between its bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BetaParameters {
    /// Mean and spread, in the unit of the bounds.
    Moments {
        /// Mean, between the bounds.
        mean: f64,
        /// Spread.
        spread: Spread,
    },
    /// The two shapes.
    Native {
        /// α, the shape at the lower bound.
        alpha: f64,
        /// β, the shape at the upper bound.
        beta: f64,
    },
}

/// How wide a Student-t law is, before truncation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StudentSpread {
    /// Standard deviation; needs more than 2 degrees of freedom.
    Sd(f64),
    /// Scale: what the standard variable is multiplied by.
    Scale(f64),
}

/// How an empirical law reads between its values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interpolation {
    /// Only the values themselves occur (inverse of the empirical distribution function). Mean and variance are
    /// exactly those of the data, and nothing is invented between them.
    #[default]
    Step,
    /// Straight lines between the values, each at the middle of its own share of probability (Hazen); the half shares
    /// at the ends stay at the smallest and largest value. With equal weights the mean is exactly that of the data;
    /// the variance is a little smaller.
    Linear,
}

/// One part of a mixture.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Weight, from 0; the weights need not sum to 1.
    pub weight: f64,
    /// Law of the part.
    pub marginal: MarginalSpec,
}

/// A distribution as a file names it. [`MarginalSpec::build`] checks it and makes it ready to use.
#[derive(Clone, Debug, PartialEq)]
pub enum MarginalSpec {
    /// Always the same value.
    Fixed {
        /// The value.
        value: f64,
    },
    /// Constant density between two bounds.
    Uniform {
        /// Smallest value.
        min: f64,
        /// Largest value.
        max: f64,
    },
    /// Density rising linearly to the mode, then falling.
    Triangular {
        /// Smallest value.
        min: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        max: f64,
    },
    /// Beta law with mean (min + λ·mode + max)/(λ + 2).
    Pert {
        /// Smallest value.
        min: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        max: f64,
        /// Weight λ of the mode; 4 if absent.
        lambda: Option<f64>,
    },
    /// Normal law, truncated where bounds are given.
    Normal {
        /// Its parameters.
        parameters: NormalParameters,
        /// Lower bound.
        min: Option<f64>,
        /// Upper bound.
        max: Option<f64>,
    },
    /// Lognormal law.
    Lognormal {
        /// Its parameters.
        parameters: LognormalParameters,
    },
    /// Gamma law.
    Gamma {
        /// Its parameters.
        parameters: ShapeParameters,
    },
    /// Weibull law.
    Weibull {
        /// Its parameters.
        parameters: ShapeParameters,
    },
    /// Beta law between two bounds.
    Beta {
        /// Its parameters.
        parameters: BetaParameters,
        /// Lower bound; 0 if absent.
        min: Option<f64>,
        /// Upper bound; 1 if absent.
        max: Option<f64>,
    },
    /// Student-t law, truncated where bounds are given.
    StudentT {
        /// Location: the mean before truncation.
        mean: f64,
        /// Spread before truncation.
        spread: StudentSpread,
        /// Degrees of freedom ν, above 1 (so that there is a mean).
        degrees_of_freedom: f64,
        /// Lower bound.
        min: Option<f64>,
        /// Upper bound.
        max: Option<f64>,
    },
    /// One of several laws, chosen by weight.
    Mixture {
        /// The laws and their weights.
        components: Vec<Component>,
    },
    /// The law of observed values.
    Empirical {
        /// The values, in any order.
        values: Vec<f64>,
        /// Their weights, from 0; equal if absent.
        weights: Option<Vec<f64>>,
        /// What lies between the values.
        interpolation: Interpolation,
    },
    /// Elicited quantiles: the quantile function is straight between 0, 5, 50, 95 and 100%.
    Quantiles {
        /// Smallest value.
        min: f64,
        /// Value not reached in 5% of cases.
        q05: f64,
        /// Median.
        q50: f64,
        /// Value exceeded in 5% of cases.
        q95: f64,
        /// Largest value.
        max: f64,
    },
    /// A list of values with their weights.
    Discrete {
        /// The values, in any order.
        values: Vec<f64>,
        /// Their weights, from 0; they need not sum to 1.
        weights: Vec<f64>,
    },
}
