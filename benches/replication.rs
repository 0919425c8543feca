//! What a replication and its random numbers cost.

use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use lendmix::draws::{Entity, Luck, Purpose, Replication, Seed};
use lendmix::model::county::County;
use lendmix::model::state::State;
use lendmix::scenario::Scenario;

const LUCK: Luck = Luck { seed: Seed(2016), replication: Replication(1) };

fn draws(criterion: &mut Criterion) {
    let entities: Vec<Entity> = (0..4096).map(Entity::index).collect();
    let (mut first, mut second) = (vec![0.0; 4096], vec![0.0; 4096]);
    let mut group = criterion.benchmark_group("draws");
    group.throughput(Throughput::Elements(4096));
    group.bench_function("uniforms", |b| {
        b.iter(|| LUCK.uniforms(black_box(&entities), Purpose::Collection, 7, &mut first))
    });
    group.bench_function("normals", |b| b.iter(|| LUCK.normals(black_box(&entities), Purpose::Yield, 7, &mut first)));
    group.bench_function("normal and uniform pairs", |b| {
        b.iter(|| LUCK.normal_uniform_pairs(black_box(&entities), Purpose::Yield, 7, &mut first, &mut second));
    });
    group.finish();
}

fn replication(criterion: &mut Criterion) {
    let scenario = Scenario::load(Path::new("scenarios/daoxian-2016.toml")).expect("the base case is valid");
    let run = &scenario.run;
    let prepare = || {
        County::new(
            scenario.policy.clone(),
            scenario.world.clone(),
            run.start,
            run.months,
            Seed(run.seed),
            run.population,
        )
    };
    let county = prepare();
    let mut state = State::default();
    let mut number = 0;
    let mut group = criterion.benchmark_group("base case");
    group.bench_function("replication", |b| {
        b.iter(|| {
            number += 1;
            county.simulate(Replication(number), &mut state);
            black_box(state.run.lent)
        });
    });
    group.sample_size(10);
    group.bench_function("preparation", |b| b.iter_batched(|| (), |()| black_box(prepare()), BatchSize::PerIteration));
    group.finish();
}

/// A bare pool of 1,000 loans over twelve months.
fn pool(criterion: &mut Criterion) {
    let text = "laboratory = true\n[run]\nstart = \"2016-01\"\nmonths = 12\nreplications = 1\nseed = 1\n[[world.loans]]\n\
                count = 1000\nprincipal_yuan = 10000\ndue = \"2016-12\"\npd = 0.05\nloadings = { county = 0.15 }\n";
    let scenario = Scenario::from_text("pool", text, Path::new("")).expect("the pool is valid");
    let county = scenario.county();
    let (mut state, mut number) = (State::default(), 0);
    criterion.bench_function("pool of 1,000 loans", |b| {
        b.iter(|| {
            number += 1;
            county.simulate(Replication(number), &mut state);
            black_box(state.run.claims)
        });
    });
}

criterion_group!(benches, draws, replication, pool);
criterion_main!(benches);
