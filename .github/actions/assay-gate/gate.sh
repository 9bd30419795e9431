#!/usr/bin/env bash
# Runs `assay gate` with the inputs of the action, each as one word, and keeps its exit code.
set -uo pipefail

arguments=(gate)
if [ -n "${INPUT_RUN:-}" ]; then arguments+=("$INPUT_RUN"); fi
add() { if [ -n "$2" ]; then arguments+=("$1" "$2"); fi; }
add --evaluation "${INPUT_EVALUATION:-}"
add --hub "${INPUT_HUB:-}"
add --hub-project "${INPUT_HUB_PROJECT:-}"
add --baseline "${INPUT_BASELINE:-}"
add --junit "${INPUT_JUNIT:-}"
add --sarif "${INPUT_SARIF:-}"
add --markdown "${INPUT_MARKDOWN:-}"
if [ -n "${INPUT_EVALUATION:-}" ]; then add --wait "${INPUT_WAIT:-}"; fi
while IFS= read -r gate; do
  if [ -n "${gate//[[:space:]]/}" ]; then arguments+=(--fail-if "$gate"); fi
done <<< "${INPUT_FAIL_IF:-}"

# The command may be several words, as in `npx --no-install assay`.
read -r -a command <<< "$INPUT_COMMAND"
"${command[@]}" "${arguments[@]}"
code=$?

case $code in
  0) outcome=passed ;;
  1) outcome=failed ;;
  *) outcome=error ;;
esac
echo "outcome=$outcome" >> "${GITHUB_OUTPUT:-/dev/null}"
if [ -s "${INPUT_MARKDOWN:-}" ]; then
  cat "$INPUT_MARKDOWN" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
  if [ "${INPUT_COMMENT:-}" = true ] && [ -n "${PULL_REQUEST:-}" ]; then
    # A comment that cannot be written is said; it does not decide.
    gh pr comment "$PULL_REQUEST" --edit-last --create-if-none --body-file "$INPUT_MARKDOWN" \
      || echo "::warning::The comment could not be written"
  fi
fi
exit $code
