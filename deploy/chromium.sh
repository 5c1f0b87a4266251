#!/usr/bin/env bash
# See to it that there is a browser for the browser tests and for exporting charts as images:
# one that is installed, else Debian's package, else Playwright's own.
set -u
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
ls "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium-*/chrome-linux*/chrome >/dev/null 2>&1 && exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium (Debian's package) for the browser tests."
    apt-get update -qq && apt-get install -y -qq chromium >/dev/null && exit 0
fi
echo "Installing Chromium (Playwright's) for the browser tests."
"$(dirname "$0")/../.venv/bin/playwright" install chromium && exit 0

echo "No Chromium could be installed: install one by hand (Debian: apt-get install chromium)," \
    "or the browser tests are skipped." >&2
[ "${CI:-}" != true ]
