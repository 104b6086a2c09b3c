#!/bin/bash
# ripgrep on the files that "peers FOLDER" wrote: ripgrep.sh FOLDER
# Eleven times the text less once, by ten, so that the start and the building of the automaton do not count.
set -euo pipefail
cd "$1"
export LC_ALL=C TIMEFORMAT='%U %S'
eleven=$(printf 'text.txt %.0s' $(seq 11))

cpu() { # seconds of CPU
    { time rg --threads 1 --no-ignore --no-mmap --fixed-strings --file "$1" --count-matches "${@:2}" >/dev/null; } 2>&1 | awk '{ print $1 + $2 }'
}

units=$(node -p 'require("fs").readFileSync("text.txt", "utf8").replaceAll("\n", "").length')
for count in 100 1000 10000; do
    for round in $(seq 9); do
        once=$(cpu "phrases-$count.txt" text.txt)
        # shellcheck disable=SC2086
        often=$(cpu "phrases-$count.txt" $eleven)
        awk -v a="$often" -v b="$once" -v u="$units" 'BEGIN { print u / ((a - b) / 10) / 1e6 }'
    done | sort -g | awk -v n="$count" -v hits="$(rg --no-ignore --fixed-strings --file "phrases-$count.txt" --count-matches text.txt)" \
        'NR == 5 { printf "ripgrep      %6d phrases  %7.1f Mchar/s  %d hits\n", n, $1, hits }'
done
