# What both fuzzers share; sourced with $root and $work set. Works in $work, which it makes.
#
# Every module is compiled with coverage and the address sanitiser, apart from the package's own build. Of Model only the
# files that a fuzzer needs take part, so that no dependency has to be built.
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

# fuzz DIRECTORY SECONDS: links DIRECTORY's target with what was compiled, and runs it from DIRECTORY's seeds. Leaks at
# exit are not what is looked for; an input may take 10 seconds, and 1 GB.
fuzz() {
    # shellcheck disable=SC2086
    swiftc $flags -module-name Fuzz "$1"/*.swift swift-*.o c-*.o -o fuzz
    ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no exec nice ./fuzz corpus "$1/Seeds" \
        -max_total_time="$2" -max_len=16384 -timeout=10 -rss_limit_mb=1024 -dict="$root/Tests/Fuzz/markup.dict" \
        -artifact_prefix="$work/" -print_final_stats=1
}
