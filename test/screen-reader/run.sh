#!/bin/sh
# Prints what Orca says of page.html in Chromium: by headings (h), by lines (down), and by Tab. It needs `npm run build`, and
#   apt-get install orca chromium xvfb openbox xdotool dbus-x11 at-spi2-core python3
# Nothing is spoken: without a running speech-dispatcher Orca writes its words to the log alone.
set -e
cd "$(dirname "$0")/../.."
if [ -z "$SCREEN_READER_BUS" ]; then
  SCREEN_READER_BUS=1 exec xvfb-run --auto-servernum --server-args='-screen 0 1280x1000x24' dbus-run-session -- "$0" "$@"
fi

HOME=$(mktemp -d)
XDG_RUNTIME_DIR=$HOME
GNOME_ACCESSIBILITY=1
export HOME XDG_RUNTIME_DIR GNOME_ACCESSIBILITY
trap "kill 0" EXIT
log=$HOME/orca.log
gsettings set org.gnome.desktop.interface toolkit-accessibility true
python3 -m http.server --bind 127.0.0.1 8977 >"$HOME/server.log" 2>&1 &
openbox >"$HOME/openbox.log" 2>&1 &
/usr/libexec/at-spi-bus-launcher --launch-immediately >"$HOME/at-spi.log" 2>&1 &
sleep 2
chromium --no-sandbox --no-first-run --user-data-dir="$HOME/profile" --force-renderer-accessibility --app=http://127.0.0.1:8977/test/screen-reader/page.html >"$HOME/chromium.log" 2>&1 &
sleep 10
orca --replace --debug-file="$log" --disable=braille >"$HOME/orca.out" 2>&1 &
sleep 10

# The key, and how many times; ctrl+Home goes back to the start of the page.
press() {
  xdotool key ctrl+Home
  sleep 1
  for _ in $(seq "$2"); do
    xdotool key "$1"
    sleep 0.8
  done
}
press h 8
press Down 70
press Tab 12
sed -n "s/^.*SPEECH OUTPUT: '\(.*\)' *{.*$/\1/p" "$log"
