#!/usr/bin/env bash
# Packs a Java runtime, our classes and the parity tests for a machine that has an NVIDIA GPU and an
# installed PyTorch but no Java: bench/gpu/pack.sh [--without-parity] [OUT.tar.xz]
#
# There: unpack it, and ./run.sh (see run.sh). With --without-parity the fixtures are left out; then
# run.sh is told their folder by PARITY.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
parity=yes
if [ "${1:-}" = --without-parity ]; then
  parity=no
  shift
fi
out=$(realpath -m "${1:-$home/bench/target/wan4j-gpu.tar.xz}")
most=$((64 * 1024 * 1024))

cd "$home"
jdk=${JAVA_HOME:-}
for folder in "$jdk" /usr/lib/jvm/*; do
  if grep -qs '^JAVA_VERSION="25' "$folder/release"; then jdk=$folder; break; fi
done
[ -x "$jdk/bin/jlink" ] || { echo "pack.sh: no JDK 25 with jlink found; set JAVA_HOME" >&2; exit 69; }

./mvnw -q -B -ntp -pl engine-wan -am test-compile dependency:build-classpath -Dmdep.outputFile=target/gpu.classpath
./mvnw -q -B -ntp -N dependency:copy@junit-console

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/wan4j" "$work/wan4j/lib"
"$jdk/bin/jlink" --add-modules java.base,java.desktop,java.logging,java.management,java.sql,java.xml,jdk.unsupported \
  --strip-debug --no-header-files --no-man-pages --compress zip-0 --output "$work/wan4j/java"
for module in engine torch media storyboard engine-wan; do
  cp -r "$module/target/classes" "$work/wan4j/lib/$module"
done
cp -r torch/target/test-classes "$work/wan4j/lib/torch-tests"
cp -r engine-wan/target/test-classes "$work/wan4j/lib/engine-wan-tests"
rm -rf "$work/wan4j/lib/engine-wan-tests/parity" "$work/wan4j/java/legal"
if [ $parity = yes ]; then cp -r engine-wan/target/test-classes/parity "$work/wan4j/parity"; fi
# Jars that our classes and tests need; not PyTorch and its BLAS, which the machine has installed, nor the
# other natives, chosen below, nor what the console brings itself, nor what AssertJ needs only for soft
# assertions, nor the dictionaries that read prompts.
tr ':' '\n' <engine-wan/target/gpu.classpath | grep '\.jar$' |
  grep -v -e bytedeco/pytorch -e 'bytedeco/[fo].*-linux-x86_64' -e wan4j- -e /junit- -e /byte-buddy -e extjwnl-data -e hanlp |
  xargs -I{} cp {} "$work/wan4j/lib/"
cp target/console/*.jar "$work/wan4j/lib/"
# The natives that a film and its previews need, and no more; not compressed, so that xz can do its work.
mkdir "$work/natives"
for name in ffmpeg opencv; do
  unzip -q "$(tr ':' '\n' <engine-wan/target/gpu.classpath | grep "/$name-[^/]*-linux-x86_64\.jar$")" -d "$work/natives" \
    'org/bytedeco/*'
done
find "$work/natives" -type f ! -name '*.so*' -delete
find "$work/natives" -type f \( -name '*avfilter*' -o -name '*avdevice*' -o -name 'cv2*' \) -delete
# Previews are coded by OpenCV, motion between frames comes from its video module; that one brings the rest.
keep=()
for module in core imgproc imgcodecs video dnn calib3d features2d flann highgui videoio; do keep+=(! -name "*opencv_$module.*"); done
find "$work/natives" -type f -name '*opencv*' "${keep[@]}" -delete
cp bench/gpu/run.sh bench/gpu/reference.py "$work/wan4j/"
"$jdk/bin/jar" --create --no-compress --file "$work/wan4j/lib/natives.jar" -C "$work/natives" .
mkdir -p "$(dirname "$out")"
tar -C "$work" -cf - wan4j | xz -T0 -6 >"$out"
size=$(stat -c %s "$out")
echo "$out: $((size / 1024 / 1024)) MiB"
[ "$size" -le "$most" ] || { echo "pack.sh: larger than 64 MiB" >&2; exit 1; }
