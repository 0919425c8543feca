#!/usr/bin/env bash
# Draws the pictures of docs/gallery.md and docs/gallery.zh-CN.md from shipped scenarios, a few hundred replications
# each with the seed of the scenario: the same program gives the same bytes. Where there is a Chromium, also the decision
# card of the README, as it stands at the head of the report.
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

browser=${LENDMIX_BROWSER:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$browser" ]; then
    echo "skipped the decision card: no Chromium on the path; LENDMIX_BROWSER may name one" >&2
    exit
fi
"$lendmix" run $scenarios/daoxian-2016.toml --tables none --output "$folder/base" --quiet
# Language and pixels to the end of the card.
for of in en:1240 zh:1115; do
    lang=${of%%:*}
    "$lendmix" report "$folder/base" --lang "$lang" --output "$folder/report-$lang.html" >/dev/null
    "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1.5 \
        --window-size="1000,${of#*:}" --screenshot="docs/images/decision-card-$lang.png" "file://$folder/report-$lang.html" 2>/dev/null
done
