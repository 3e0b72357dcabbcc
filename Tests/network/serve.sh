#!/bin/bash
# Answers one HTTP request on standard input with a file of the directory $1.
read -r _ path _
while read -r line && [ "${line%$'\r'}" ]; do :; done
file=$1/${path##*/}
if [ -f "$file" ]; then
  printf 'HTTP/1.0 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n' "$(stat -c %s "$file")"
  cat "$file"
else
  printf 'HTTP/1.0 404 Not Found\r\nContent-Length: 0\r\n\r\n'
fi
