#!/usr/bin/env bash
# Runs a fuzz target for some seconds with the stable toolchain: ./run.sh TARGET [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"
target=$1 seconds=${2:-300}
host=$(rustc -vV | sed -n 's/^host: //p')
# What cargo-fuzz passes, without a sanitizer: edges, comparisons and indirect calls tell libFuzzer what is new.
export RUSTC_BOOTSTRAP=1
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
 -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Cdebug-assertions -Ccodegen-units=16"
cargo build --release --target "$host" --bin "$target"
mkdir -p "corpus/$target" "artifacts/$target"
folders=("corpus/$target" "seeds/$target")
if [ -d "regressions/$target" ]; then folders+=("regressions/$target"); fi
if [ "$target" = scenario ]; then folders+=(../scenarios/laboratory); fi
# The words to try are the keys and words of the documentation.
grep -ohE '`[A-Za-z_]+`' ../docs/keys.md ../scenarios/laboratory/README.md | sort -u | tr '`' '"' >"corpus/$target.dict"
exec "target/$host/release/$target" "${folders[@]}" -dict="corpus/$target.dict" -artifact_prefix="artifacts/$target/" \
    -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1500 -print_final_stats=1
