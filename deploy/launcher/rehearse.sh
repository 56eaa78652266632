#!/bin/sh
# Remembers what a start of the program loads and links (an AOT cache of the JDK), which about halves the time of each
# later start; everything works without it too. Needs a minute or less, and no database.
# Usage: deploy/launcher/rehearse.sh FOLDER_OF_LIBRARIES    writes apricot.aot beside that folder
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
libraries=$(CDPATH= cd -- "$1" && pwd)
cache=$(dirname "$libraries")/apricot.aot
fresh=$cache.$$

. "$here/jdk.sh"

java=
trap 'rm -rf "$fresh" "$fresh.config" "$fresh.data"' EXIT
trap '[ -z "$java" ] || kill "$java"; exit 130' INT TERM
mkdir "$fresh.data"
"$JAVA_HOME/bin/java" "@$here/java.options" -XX:AOTCacheOutput="$fresh" \
  -cp "$libraries/*" org.apricotdesk.deploy.demo.Rehearsal "$fresh.data" &
java=$!
wait "$java"
mv -f "$fresh" "$cache"
