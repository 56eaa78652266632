#!/bin/sh
# How long `serve` takes to be ready when its database is up already, and how much memory it keeps at rest.
# Usage: deploy/bench/start.sh [PORT]
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
sample=$home/config/src/main/resources/org/apricotdesk/config/sample
port=${1:-18080}
folder=$(mktemp -d)
service=

stop() {
  [ -z "$service" ] || kill "$service" 2>/dev/null && wait "$service" 2>/dev/null || true
  rm -rf "$folder"
}
trap stop EXIT

export APRICOT_DATA_DIR="$folder/data" APRICOT_HTTP_PORT="$port" APRICOT_HTTP_HOST=127.0.0.1
APRICOT_PRIVACY_KEY=$(head -c 32 /dev/urandom | base64)
export APRICOT_PRIVACY_KEY

millis() { echo $(($(date +%s%N) / 1000000)); }

serve() {
  began=$(millis)
  "$home/apricot" serve >"$folder/log" 2>&1 &
  service=$!
  until curl -fs "http://127.0.0.1:$port/health/ready" >/dev/null 2>&1; do
    kill -0 "$service" 2>/dev/null || { tail -n 20 "$folder/log" >&2; exit 1; }
    sleep 0.02
  done
  took=$(($(millis) - began))
}

"$home/apricot" import org "$sample/org.json" >/dev/null
"$home/apricot" import catalogue "$sample/catalogue.json" >/dev/null
"$home/apricot" import calendar "$sample/calendar-2026.json" >/dev/null
"$home/apricot" import knowledge "$sample/kb" >/dev/null

serve
until curl -s "http://127.0.0.1:$port/health/ready" | grep -q 'caught up'; do sleep 1; done # it writes the index once
kill -9 "$service" # its database server stays up, as an outside one would
wait "$service" 2>/dev/null || true

for round in 1 2 3; do
  serve
  echo "ready after $took ms"
  if [ "$round" != 3 ]; then
    kill -9 "$service"
    wait "$service" 2>/dev/null || true
  fi
done
sleep 20
echo "resident at rest: $(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$service/status") MB," \
  "with the embedding: $(curl -s "http://127.0.0.1:$port/health/ready")"
