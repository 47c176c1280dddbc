#!/bin/sh
# How building grows with the project: `benches/scale.sh [-f html|html+pdf] [N…]`, by default 100, 1,000 and 10,000 articles.
#
# For each number of articles of `examples/generate` (eight sections, a table, a chart, some fifty figures, three locales) it
# prints a line for the first build, one over the site that it made, and one after an edit of a single message: documents, seconds,
# documents a second, CPU milliseconds a document, and the most memory. NUMERATE and GENERATE name programs that are built
# already; JOBS says how many threads work.
set -eu

formats=html
if [ "${1:-}" = -f ]; then
    formats=$2
    shift 2
fi
if [ -z "${NUMERATE:-}" ] || [ -z "${GENERATE:-}" ]; then
    cargo build --release --bin numerate --example generate >&2
    NUMERATE=target/release/numerate
    GENERATE=target/release/examples/generate
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

measure() { # name, articles
    command time -o "$folder/time" -f '%U %S %e %M' "$NUMERATE" build --root "$folder/project" ${JOBS:+--jobs "$JOBS"} >/dev/null 2>"$folder/err" ||
        { cat "$folder/err" >&2; exit 1; }
    documents=$(find "$folder/project/output" \( -name '*.html' -o -name '*.pdf' \) | wc -l)
    awk -v run="$1" -v articles="$2" -v formats="$formats" -v documents="$documents" '{
        printf "%8d  %-8s  %-6s %9d %9.2f %9.0f %9.2f %9.0f\n",
            articles, formats, run, documents, $3, documents / $3, ($1 + $2) * 1000 / documents, $4 / 1024
    }' "$folder/time"
}

echo "articles  formats   run    documents   seconds     doc/s ms CPU/doc        MB"
for articles in ${*:-100 1000 10000}; do
    rm -rf "$folder/project"
    "$GENERATE" "$folder/project" --articles "$articles"
    list=$(echo "$formats" | sed 's/+/", "/')
    sed -i "s/^formats = .*/formats = [\"$list\"]/" "$folder/project/numerate.toml"
    measure cold "$articles"
    measure same "$articles"
    message=$(find "$folder/project/locales/en" -name '*.ftl' ! -name common.ftl | sort | sed -n 1p)
    sed -i '0,/-title =/s//-title = News,/' "$message"
    measure edit "$articles"
done
