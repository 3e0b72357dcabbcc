#!/bin/bash
# Runs as root in the booted container: the installed service as its administrator would meet it.
set -uo pipefail

fail() {
  echo "systemd-test: FAILED: $*"
  journalctl -u wiredeskd --no-pager -o cat | tail -n 40
  systemctl status wiredeskd --no-pager --full
  exit 1
}
step() { echo "- $*"; }
until_true() {  # SECONDS COMMAND...
  local left=$(($1 * 5)); shift
  until "$@" >/dev/null 2>&1; do left=$((left - 1)); [ "$left" -gt 0 ] || return 1; sleep 0.2; done
}
count() { wiredesk list --format '{id}' --limit 500 "$@" | wc -l; }
main_pid() { systemctl show -P MainPID wiredeskd; }

step "the unit reaches READY"
until_true 30 systemctl is-active --quiet wiredeskd || fail "not active"
[ "$(systemctl show -P Type wiredeskd)" = notify ] || fail "not Type=notify"
[ -n "$(systemctl show -P StatusText wiredeskd)" ] || fail "no STATUS"

step "the daemon runs hardened and unprivileged"
[ "$(stat -c %u "/proc/$(main_pid)")" != 0 ] || fail "runs as root"
grep -q '^NoNewPrivs:.*1' "/proc/$(main_pid)/status" || fail "may gain privileges"

step "the command answers over the activated socket"
wiredesk status || fail "status"
wiredesk refresh || fail "refresh"
stories=$(count --all)
[ "$stories" -ge 8 ] || fail "only $stories stories after a refresh"
id=$(wiredesk list --format '{id}' | head -n 1)
wiredesk read "$id" || fail "read"
unread=$(count)

step "a broken configuration keeps the old settings"
cp /etc/wiredesk/wiredesk.yaml /etc/wiredesk/kept.yaml
printf 'feeds:\n  - url: nonsense\n  bogus: [\n' >/etc/wiredesk/wiredesk.yaml
systemctl reload wiredeskd || fail "reload"
sleep 1
wiredesk feeds --json | grep -q kestrel || fail "settings lost by a broken reload"
mv /etc/wiredesk/kept.yaml /etc/wiredesk/wiredesk.yaml
systemctl reload wiredeskd || fail "second reload"

step "the watchdog restarts a wedged daemon and nothing is lost"
old=$(main_pid)
kill -STOP "$old"
until_true 60 sh -c "systemctl is-active --quiet wiredeskd && [ \$(systemctl show -P MainPID wiredeskd) != $old ]" || fail "not restarted"
[ "$(count --all)" = "$stories" ] || fail "stories lost: $(count --all) of $stories"
[ "$(count)" = "$unread" ] || fail "reading state lost"
journalctl -u wiredeskd --no-pager | grep -qi watchdog || fail "it was not the watchdog"

step "kill -9 and a restart lose nothing"
kill -9 "$(main_pid)"
until_true 60 wiredesk status || fail "no answer after kill -9"
[ "$(count --all)" = "$stories" ] || fail "stories lost after kill -9"

step "a stop is clean and quick, and the socket starts the service again"
started=$(date +%s)
systemctl stop wiredeskd || fail "stop"
[ $(($(date +%s) - started)) -le 10 ] || fail "stop took too long"
[ "$(systemctl show -P Result wiredeskd)" = success ] || fail "stop was not clean"
wiredesk status >/dev/null || fail "socket activation"

echo "systemd-test: passed"
