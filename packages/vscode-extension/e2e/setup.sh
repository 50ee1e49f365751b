#!/usr/bin/env bash
# Installs a VS Code that runs in a browser, without compiling anything and without scripts of packages. Quick when done.
set -euo pipefail
cd "$(dirname "$0")"
[ -e node_modules/.ready ] && [ node_modules/.ready -nt package-lock.json ] && exit 0
# Not the browsers of these packages: Debian has one.
npm ci --ignore-scripts --no-audit --no-fund
VS=node_modules/code-server/lib/vscode
# Not `npm ci`: its list of versions lacks one.
(cd $VS && npm install --omit=dev --ignore-scripts --no-audit --no-fund)
# What its own script would have done, had it been run.
ln -sfn node_modules $VS/node_modules.asar
mkdir -p $VS/node_modules/@vscode/ripgrep/bin
ln -sfn "$PWD/node_modules/@vscode/ripgrep-linux-x64/bin/rg" $VS/node_modules/@vscode/ripgrep/bin/rg
touch node_modules/.ready
