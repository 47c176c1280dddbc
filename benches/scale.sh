#!/bin/sh
# How building grows with the project: `benches/scale.sh [-f html|html+pdf|all] [N…]`, by default `all` and 100, 1,000 and 10,000.
#
# For each number of articles of `examples/generate` (eight sections, a table, a chart, some fifty figures, three locales) it
# prints a line for the first build (cold), one over the site that it made (same), three after edits of a single message (edit: the
# first; edit2: the second, in which a tree for one more earlier site is made; edit6: the sixth, when as many are kept as ever will
# be), one after an edit of a title, which other pages show (title), and one after a remark in a file of stats (data): documents,
# seconds, documents a second, CPU milliseconds a document, and the most memory. Then how CPU a document and memory grow from each
# number to the next. NUMERATE and GENERATE name programs that are built already; JOBS says how many threads work; SCRATCH names a
# folder with room: about 60 MB for a hundred articles as HTML, three times as much with PDF, and twice that while the second site
# is made.
# Where thousands of files have just been removed, ext4 looks long for room for new ones: a tenth more CPU and at times a fifth. Not so a tmpfs.
set -eu

kinds="html html+pdf"
if [ "${1:-}" = -f ]; then
    [ "$2" = all ] || kinds=$2
    shift 2
fi
if [ -z "${NUMERATE:-}" ] || [ -z "${GENERATE:-}" ]; then
    cargo build --release --bin numerate --example generate >&2
    NUMERATE=target/release/numerate
    GENERATE=target/release/examples/generate
fi
folder=$(mktemp -d "${SCRATCH:-${TMPDIR:-/tmp}}/scale.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
project=$folder/project

measure() { # formats, articles, run
    env time -o "$folder/time" -f '%U %S %e %M' \
        "$NUMERATE" build --root "$project" ${JOBS:+--jobs "$JOBS"} >"$folder/out" 2>"$folder/err" ||
        { cat "$folder/out" "$folder/err" >&2; exit 1; }
    documents=$(find "$project/output" \( -name '*.html' -o -name '*.pdf' \) | wc -l)
    awk -v formats="$1" -v articles="$2" -v run="$3" -v documents="$documents" '{
        seconds = $3 > 0 ? $3 : 0.01
        printf "%8d  %-8s  %-6s %9d %9.2f %9.0f %9.3f %9.0f\n",
            articles, formats, run, documents, $3, documents / seconds, ($1 + $2) * 1000 / documents, $4 / 1024
    }' "$folder/time" | tee -a "$folder/table"
}

# Adds a word to the first message of the base locale whose id ends so.
edit() {
    message=$(find "$project/locales/en" -name '*.ftl' ! -name common.ftl | sort | sed -n 1p)
    awk -v id="$1 =" 'text && !done { $0 = $0 " Indeed."; done = 1 } { text = index($0, id) > 0; print }' "$message" >"$folder/message"
    cp "$folder/message" "$message"
}

echo "articles  formats   run    documents   seconds     doc/s ms CPU/doc        MB"
for formats in $kinds; do
    for articles in ${*:-100 1000 10000}; do
        rm -rf "$project"
        "$GENERATE" "$project" --articles "$articles"
        list=$(echo "$formats" | sed 's/+/", "/')
        sed -i "s/^formats = .*/formats = [\"$list\"]/" "$project/numerate.toml"
        measure "$formats" "$articles" cold
        measure "$formats" "$articles" same
        for time in 1 2 3 4 5 6; do
            edit -lead
            case $time in
            1) measure "$formats" "$articles" edit ;;
            2 | 6) measure "$formats" "$articles" "edit$time" ;;
            *) "$NUMERATE" build --root "$project" ${JOBS:+--jobs "$JOBS"} >"$folder/out" 2>"$folder/err" ;;
            esac
        done
        edit -title
        measure "$formats" "$articles" title
        echo "# Seen." >>"$(find "$project/data/stats" -name '*.yaml' | sort | sed -n 1p)"
        measure "$formats" "$articles" data
    done
done

echo
echo "growth    formats   run     articles    CPU/doc        MB"
awk '{
    key = $2 " " $3
    if (key in articles) {
        printf "%8s  %-8s  %-6s %9.1f %10.2f %9.2f\n", "×", $2, $3, $1 / articles[key], $7 / cpu[key], $8 / memory[key]
    }
    articles[key] = $1; cpu[key] = $7 > 0 ? $7 : 0.001; memory[key] = $8 > 0 ? $8 : 1
}' "$folder/table"
