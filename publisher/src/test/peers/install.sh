#!/usr/bin/env bash
# Installs the servers that the stage `peers` talks to into FOLDER, once each: install.sh FOLDER. See the README.
set -euo pipefail
mkdir -p "$1"
cd "$1"

# Bluesky's PDS, from npm: needs Node.js 20, npm and a C++ compiler.
bluesky() {
  [[ -e installed-0.4.217 ]] && return
  echo '{"private": true}' > package.json
  npm install --no-audit --no-fund --ignore-scripts @atproto/pds@0.4.217 @did-plc/server@0.0.1
  # its prebuilt binary comes from elsewhere, so it is compiled here: two to four minutes, once
  npm install-scripts approve better-sqlite3 2> /dev/null || true
  nice npm rebuild better-sqlite3 --build-from-source
  node -e "new (require('better-sqlite3'))(':memory:')"
  touch installed-0.4.217
}

# snac, from the Debian that this is (12 has it in its backports): nothing of the system is changed, root is not needed.
snac() {
  [[ -x snac/usr/bin/snac ]] && return
  local suite site options
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
  [[ -n $site ]] || { echo "no list of Debian's packages here (apt-get update makes one): no snac"; return; }
  [[ $suite == bookworm ]] && suite=bookworm-backports
  mkdir -p apt/lists/partial apt/cache/archives/partial
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $site $suite main" > apt/sources.list
  options=(-o Dir::Etc::sourcelist="$PWD/apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$PWD/apt/lists"
    -o Dir::Cache="$PWD/apt/cache" -o APT::Sandbox::User="$(id -un)")
  apt-get -qq "${options[@]}" update
  (cd apt && apt-get -qq "${options[@]}" download snac2)
  dpkg -x apt/snac2_*.deb snac
  snac/usr/bin/snac > /dev/null 2>&1 || [[ $? -lt 126 ]]
}

bluesky
if command -v apt-get > /dev/null && [[ -e /usr/share/keyrings/debian-archive-keyring.gpg ]]; then
  snac
else
  echo "this is not Debian: no snac"
fi
