#!/usr/bin/env bash
# Counts the instructions of each job with callgrind and prints them in millions and as a ratio to Y:
# serde_json reading the same bytes into the document types as they stood on 30 November 2026.
#
#   benches/instructions.sh                    every job, at 4,000 actions with 16,000 milestones
#   benches/instructions.sh facts edit         only these jobs
#   benches/instructions.sh --actions 1000     another size; beside --list, which lists the jobs
#   benches/instructions.sh --functions 30 facts   with the 30 functions that cost most
#
# Counts differ by less than a tenth of a percent from run to run, whatever else the machine does.
# A job is a row of `JOBS` in benches/jobs/mod.rs. Needs cargo and valgrind, and installs neither.
# Builds in target/release, or below CARGO_TARGET_DIR if that is set.
set -euo pipefail
cd "$(dirname "$0")/.."

actions=4000
functions=0
list=
jobs=()
while [ $# -gt 0 ]; do
    case $1 in
    --actions) actions=${2:?the number of actions}; shift ;;
    --functions) functions=${2:?the number of functions}; shift ;;
    --list) list=yes ;;
    -*) echo "unknown option $1: see the head of $0" >&2; exit 2 ;;
    *) jobs+=("$1") ;;
    esac
    shift
done

command -v valgrind >/dev/null || {
    echo "this needs valgrind, which counts the instructions: install it with your package manager" >&2
    exit 2
}

built=$(cargo bench --quiet --bench instructions --no-run --message-format json |
    sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
[ -x "$built" ] || { echo "the benchmark was not built" >&2; exit 1; }
known=$("$built")
if [ -n "$list" ]; then
    cut -f 1,3 <<<"$known" | expand -t 18
    exit
fi
for job in ${jobs+"${jobs[@]}"}; do
    cut -f 1 <<<"$known" | grep -qxF -- "$job" || {
        echo "unknown job $job: --list lists them" >&2
        exit 2
    }
done

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# Prints the number of instructions of a job.
count() {
    if [ ! -s "$out/$1" ]; then
        valgrind --tool=callgrind --callgrind-out-file="$out/$1.callgrind" --collect-atstart=no \
            --toggle-collect='*instructions*measured*' "$built" "$1" "$actions" >"$out/$1.log" 2>&1 ||
            { cat "$out/$1.log" >&2; exit 1; }
        sed -n 's/^\(summary\|totals\): \([0-9]*\).*/\2/p' "$out/$1.callgrind" | tail -n 1 >"$out/$1"
    fi
    cat "$out/$1"
}

echo "$actions actions, $((actions * 4)) milestones; $(git log -1 --format='%h %cs' 2>/dev/null || true)"
printf '%10s %8s  %s\n' "million" "of Y" "job"
while IFS=$'\t' read -r name yardstick does; do
    case " ${jobs[*]-} " in
    "  " | *" $name "*) ;;
    *) continue ;;
    esac
    subject=$(count "$name")
    of=$(count "$yardstick")
    awk -v n="$subject" -v y="$of" -v name="$name" -v does="$does" \
        'BEGIN { printf "%10.1f %8.3f  %-16s %s\n", n / 1e6, n / y, name, does }'
    if [ "$functions" -gt 0 ]; then
        callgrind_annotate "$out/$name.callgrind" | grep -E '^ *[0-9,]+ \(' | sed -n "2,$((functions + 1))p" | cut -c 1-160
    fi
done <<<"$known"
