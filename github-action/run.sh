#!/usr/bin/env bash
# The one step of the action: lints once, with the annotations on stdout, and tells the job what came of it. Leaves with the
# exit status of `meshc lint`. Everything comes in through the environment; action.yml says what each input is.
set -uo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
meshc=${MESHC_INPUT_MESHC:-$here/../meshc}
sarif=${MESHC_INPUT_SARIF_FILE:-meshc.sarif}
annotations=${MESHC_INPUT_ANNOTATIONS:-true}
summary=${MESHC_INPUT_SUMMARY:-true}
workspace=${GITHUB_WORKSPACE:-$PWD}

# Words, never patterns: a `*` in an input is no list of files.
set -f
# shellcheck disable=SC2206 # the words are meant to be split
paths=(${MESHC_INPUT_PATHS:-})
# shellcheck disable=SC2206
args=(${MESHC_INPUT_ARGS:-})
set +f

cd "$workspace/${MESHC_INPUT_WORKING_DIRECTORY:-.}" || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

[ "$annotations" = true ] && format=github || format=text
# What the inputs leave open, the .meshc.yaml of the repository says.
[ -z "${MESHC_INPUT_FAIL_ON:-}" ] || args+=(--fail-on "$MESHC_INPUT_FAIL_ON")
"$meshc" lint --format "$format" \
  --output "sarif=$sarif" --output "json=$scratch/findings.json" --output "markdown=$scratch/summary.md" \
  ${args[@]+"${args[@]}"} -- ${paths[@]+"${paths[@]}"}
status=$?

if [ "$summary" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$scratch/summary.md" ]; then
  cat "$scratch/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi

# One number of the report's summary, which meshc writes one field a line.
count() { [ ! -f "$scratch/findings.json" ] || sed -n "s/^    \"$1\": \([0-9]*\),\$/\1/p" "$scratch/findings.json"; }

if [ -n "${GITHUB_OUTPUT:-}" ]; then
  case $sarif in
    /*) place=$sarif ;;
    *) place=${MESHC_INPUT_WORKING_DIRECTORY:-.}/$sarif ;;
  esac
  {
    echo "exit-code=$status"
    echo "errors=$(count errors)"
    echo "warnings=$(count warnings)"
    [ ! -f "$sarif" ] || echo "sarif-file=${place#./}"
  } >>"$GITHUB_OUTPUT"
fi
exit "$status"
