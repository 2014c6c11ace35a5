#!/usr/bin/env bash
# Kills a publisher (kill -9) at 100 seeded points of 1,000 deliveries to a platform that fails in every way, and counts
# what the public saw. About ten minutes on two idle cores.
# usage: scripts/publisher-crash-test.sh [SEED] [KILLS] [DELIVERIES]
# Exit code 1 when a delivery is lost or published twice, or when one is left that nobody was asked about.
set -euo pipefail
cd "$(dirname "$0")/.."

exec mvn -B -ntp -q test -pl publisher -am -Dtest='PublisherCrashTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dimprimatur.seed="${1:-$RANDOM}" -Dimprimatur.kills="${2:-100}" -Dimprimatur.deliveries="${3:-1000}"
