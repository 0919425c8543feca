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

# The long proofs: further seeds of the laboratory, coverage over 10,000 intervals of each kind, thousands of random
# scenarios, the whole fit and the page of the record. About seven minutes on two cores.
prove:
    LENDMIX_PROVE=1 cargo test --release --test all -- --include-ignored laboratory coverage properties record

# Takes the digests of the shipped scenarios as they are now (tests/golden/digests.txt says when that is right).
accept:
    LENDMIX_ACCEPT=1 cargo test --release --test all golden

# Runs a fuzz target: scenario, roster, organisations, ledger or values.
fuzz TARGET SECONDS="300":
    fuzz/run.sh {{TARGET}} {{SECONDS}}

# The base case.
run *ARGS:
    cargo run --release -- run scenarios/daoxian-2016.toml {{ARGS}}

# Benchmarks of the draws and of a replication.
bench:
    cargo bench

# The embedded font again, from Debian's packages fonts-noto-cjk and unicode-data and PyPI's fonttools.
font:
    python3 assets/fonts/make-subset.py

# The gallery of charts again: pictures and pages in both languages.
gallery:
    cargo build --release
    docs/gallery/draw.sh
    LENDMIX_WRITE_DOCS=1 cargo test --release --test all gallery
