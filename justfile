# The commands of this project; CI runs the same ones (.ci/run).

# What a landing must pass.
check:
    bash .ci/run

# The tests.
test:
    cargo test --release

# The tests of the core alone, without the Parquet library.
test-core:
    cargo test --release --no-default-features

# The base case.
run *ARGS:
    cargo run --release -- run scenarios/daoxian-2016.toml {{ARGS}}

# Benchmarks of the draws and of a replication.
bench:
    cargo bench

# The embedded font again, from Debian's packages fonts-noto-cjk and unicode-data and PyPI's fonttools.
font:
    python3 assets/fonts/make-subset.py
