#!/usr/bin/env bash
# Kills the standalone program at ten random moments under load and counts what became of every acknowledged draft.
# usage: scripts/crash-test.sh [SEED] [ROUNDS] [DRAFTS]     (after: mvn -B verify, or package with -DskipTests)
# Exit code 1 when a draft is lost, published twice, held twice or stuck, or when a broker outlives its program.
set -euo pipefail
cd "$(dirname "$0")/.."

seed=${1:-$RANDOM$RANDOM}
rounds=${2:-10}
drafts=${3:-200}
target=standalone/target
jar=$target/imprimatur.jar
if [[ ! -f $jar || ! -d $target/test-classes ]]; then
  echo "build first: mvn -B -DskipTests package" >&2
  exit 2
fi
folder=$(mktemp -d "${TMPDIR:-/tmp}/imprimatur-crash.XXXXXX")
status=0
java -XX:TieredStopAtLevel=1 -Dlogback.configurationFile=logback-test.xml \
  -cp "$target/test-classes:$jar" org.imprimatur.standalone.crash.CrashMain \
  "$jar" "$folder/data" "$seed" "$rounds" "$drafts" || status=$?
if [[ $status -eq 0 ]]; then
  rm -rf "$folder"
else
  echo "kept for a look: $folder (seed $seed)" >&2
fi
exit "$status"
