#!/bin/sh
# Builds the fuzz target of the article extractor, and runs it from the seeds beside this file.
#
#   Tests/Fuzz/Pages/fuzz.sh [SECONDS [DIRECTORY]]     (default: 600 seconds; .build/fuzz-pages)
#
# As Tests/Fuzz/fuzz.sh: coverage and the address sanitiser in every module, no dependency built, what fails is in
# DIRECTORY/crash-* and a failure is the exit status.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
seconds=${1:-600}
work=${2:-$root/.build/fuzz-pages}
mkdir -p "$work/corpus" "$work/modules/CPlatform"
cd "$work"

cat >modules/CPlatform/module.modulemap <<END
module CPlatform { umbrella "$root/Sources/CPlatform/include" export * }
END
flags="-O -swift-version 6 -sanitize=fuzzer,address -parse-as-library -package-name wiredesk
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility
    -enable-upcoming-feature InternalImportsByDefault -I modules -I modules/CPlatform"

for file in "$root"/Sources/CPlatform/*.c; do
    clang -O1 -fsanitize=address -I "$root/Sources/CPlatform/include" -c "$file" -o "c-$(basename "$file" .c).o"
done
# compile MODULE FILES…
compile() {
    module=$1
    shift
    # shellcheck disable=SC2086
    swiftc $flags -wmo -emit-module -emit-module-path "modules/$module.swiftmodule" -module-name "$module" \
        -emit-object -o "swift-$module.o" "$@"
}
model="$root/Sources/Model"
compile Model "$model/Timestamp.swift" "$model/FeedURL.swift" "$model/Agency.swift"
compile Markup "$root"/Sources/Markup/*.swift
# shellcheck disable=SC2046
compile ArticleExtraction $(find "$root/Sources/ArticleExtraction" -name '*.swift')
# shellcheck disable=SC2086
swiftc $flags -module-name Fuzz "$here"/*.swift swift-*.o c-*.o -o fuzz

# Leaks at exit are not what is looked for; an input may take 10 seconds, and 1 GB.
ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no exec nice ./fuzz corpus "$here/Seeds" \
    -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=1024 -dict="$here/../markup.dict" \
    -artifact_prefix="$work/" -print_final_stats=1
