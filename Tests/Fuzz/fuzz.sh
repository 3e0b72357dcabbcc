#!/bin/sh
# Builds the fuzz target of the parsers, and runs it from the seeds that are kept beside this file.
#
#   Tests/Fuzz/fuzz.sh [SECONDS [DIRECTORY]]     (default: 600 seconds; .build/fuzz)
#
# What reaches new code is kept in DIRECTORY/corpus, what fails in DIRECTORY/crash-*; a failure is the exit status.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${2:-$root/.build/fuzz}
. "$here/common.sh"

model="$root/Sources/Model"
compile Model "$model/Timestamp.swift" "$model/FeedURL.swift" "$model/Enclosure.swift"
compile Markup "$root"/Sources/Markup/*.swift
compile FeedParsing "$root"/Sources/FeedParsing/*.swift
fuzz "$here" "${1:-600}"
