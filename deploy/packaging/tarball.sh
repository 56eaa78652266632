#!/bin/sh
# Packs what a machine without the sources needs into deploy/target/apricot-desk-VERSION.tar.gz. Unpacked to /opt/apricot it is
# what the systemd unit starts; a JDK of version 25 or newer must be there. `deploy/launcher/rehearse.sh lib`, run once where
# it was unpacked, halves what a start costs.
set -eu

home=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
"$home/apricot" --help >/dev/null # builds what is missing
version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$home/pom.xml" | head -n 1)
name=apricot-desk-${version:?no version in pom.xml}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/$name/deploy/launcher"
for file in apricot LICENSE README.md README.zh-CN.md CHANGELOG.md; do
  cp "$home/$file" "$work/$name/"
done
cp "$home/deploy/launcher/jdk.sh" "$home/deploy/launcher/java.options" "$home/deploy/launcher/rehearse.sh" "$work/$name/deploy/launcher/"
cp -R "$home/deploy/docs" "$home/deploy/packaging" "$work/$name/deploy/"
cp -R "$home/deploy/target/libs" "$work/$name/lib"
tar -C "$work" -czf "$home/deploy/target/$name.tar.gz" "$name"
echo "$home/deploy/target/$name.tar.gz"
