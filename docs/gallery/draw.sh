#!/usr/bin/env bash
# Draws the pictures of docs/gallery.md and docs/gallery.zh-CN.md from shipped scenarios, a few hundred replications
# each with the seed of the scenario: the same program gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
lendmix=${LENDMIX:-target/release/lendmix}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

scenarios=scenarios
"$lendmix" run $scenarios/daoxian-2016.toml --replications 500 --output "$folder/run" --quiet
"$lendmix" compare $scenarios/daoxian-2016.toml $scenarios/mix-all-self.toml $scenarios/mix-all-pooled.toml \
    $scenarios/mix-all-fixed.toml $scenarios/mix-balanced.toml --replications 300 --tables none --output "$folder/compare" --quiet
"$lendmix" solve leverage $scenarios/daoxian-2016.toml --survive 0.95 --replications 300 --tables none --output "$folder/solve" --quiet
"$lendmix" map $scenarios/daoxian-2016.toml --steps 8 --replications 200 --output "$folder/map" --quiet

# What of each run: of the run everything, of the others the figure that only they have.
for lang in en zh; do
    for of in run:* compare:comparison solve:lever-search map:mix-map; do
        run=${of%%:*} chart=${of#*:}
        wanted=()
        [ "$chart" = "*" ] || wanted=(--chart "$chart")
        "$lendmix" plot "$folder/$run" "${wanted[@]}" --lang $lang --width single --format png \
            --output "$folder/$run-$lang" >/dev/null
        for picture in "$folder/$run-$lang"/charts/*.png; do
            cp "$picture" "docs/gallery/$(basename "$picture" .png)-$lang.png"
        done
    done
done
