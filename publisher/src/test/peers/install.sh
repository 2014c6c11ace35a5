#!/usr/bin/env bash
# Installs the servers that the stage `peers` talks to into FOLDER, once: install.sh FOLDER. Needs Node.js 20, npm and a C++ compiler.
set -euo pipefail
folder=$1
mkdir -p "$folder"
cd "$folder"
[[ -e installed-0.4.217 ]] && exit 0
echo '{"private": true}' > package.json
npm install --no-audit --no-fund --ignore-scripts @atproto/pds@0.4.217 @did-plc/server@0.0.1
# its prebuilt binary comes from elsewhere, so it is compiled here: two to four minutes, once
npm install-scripts approve better-sqlite3 2> /dev/null || true
nice npm rebuild better-sqlite3 --build-from-source
node -e "new (require('better-sqlite3'))(':memory:')"
touch installed-0.4.217
