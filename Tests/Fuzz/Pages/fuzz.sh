#!/bin/sh
# Builds the fuzz target of the article extractor, and runs it from the seeds beside this file.
#
#   Tests/Fuzz/Pages/fuzz.sh [SECONDS [DIRECTORY]]     (default: 600 seconds; .build/fuzz-pages)
#
# What reaches new code is kept in DIRECTORY/corpus, what fails in DIRECTORY/crash-*; a failure is the exit status.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=${2:-$root/.build/fuzz-pages}
. "$root/Tests/Fuzz/common.sh"

model="$root/Sources/Model"
compile Model "$model/Timestamp.swift" "$model/FeedURL.swift" "$model/Agency.swift"
compile Markup "$root"/Sources/Markup/*.swift
# shellcheck disable=SC2046
compile ArticleExtraction $(find "$root/Sources/ArticleExtraction" -name '*.swift')
fuzz "$here" "${1:-600}"
