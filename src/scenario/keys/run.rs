//! Keys of `[run]`.

use super::keys;

keys! {
    /// `[run]`.
    settings;
    START = "start", Month, "\"2016-01\"", "First month of the run", "模拟的第一个月";
    MONTHS = "months", Whole(Range::between(1.0, 600.0).of(Unit::Months)), "72", "Number of months", "模拟月数";
    REPLICATIONS = "replications", Whole(Range::between(1.0, 10_000_000.0)), "1000", "Number of Monte Carlo replications", "蒙特卡洛模拟次数";
    SEED = "seed", Whole(Range::between(0.0, f64::INFINITY)), "2016", "Seed of all random numbers", "随机数种子";
    POPULATION = "population", Choice(&["fixed", "redrawn"]), "\"fixed\"", "Whether all replications share one population of households", "各次模拟是否使用同一批农户";
    TABLES = "tables", NamesOr(&["replications", "months", "townships", "groups"], "none"), "[\"replications\", \"months\"]", "Result tables to write, or \"none\"", "要写出的结果表，或\"none\"";
}
