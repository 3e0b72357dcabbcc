# make run    build, start a daemon on the bundled demonstration feeds, show the folded stories
# make test   build and run every test that needs no network
# make help   the rest
SHELL = /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
UNITDIR ?= $(PREFIX)/lib/systemd
SYSUSERSDIR ?= $(PREFIX)/lib/sysusers.d
SYSCONFDIR ?= /etc
INSTALL ?= install
# The names of functions stay: reports of crashes show them.
STRIP ?= strip --strip-debug

# The compiler holds every import to the arrows of Package.swift.
BUILD = $(SWIFT) build --explicit-target-dependency-import-check error
# Programs that are kept have Swift's library in them, where the toolchain has it to link: a toolchain may lie in somebody's
# home, which the service doesn't see.
SWIFTLIB = $(shell $(SWIFT) -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
RELEASE = $(BUILD) -c release $(if $(wildcard $(SWIFTLIB)_static/.),--static-swift-stdlib)
# All tests at once would keep those waiting for minutes that look at a clock.
TEST = SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 $(SWIFT) test --skip-build
EVAL ?= ../shared/eval
SEEDS ?= 100000
SECONDS_EACH ?= 600
TIMES ?= 100
ROUNDS ?= 300
ARTICLES ?= 100000

.PHONY: help run test build release packages lint units install uninstall eval bench bench-sync simulate fuzz kill-test network-test systemd-test clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: packages ## build, start on the demonstration feeds, show the folded stories
	$(BUILD) --product wiredeskd
	$(BUILD) --product wiredesk
	@Config/demo/run .build/debug

test: ## unit, property, simulation and end-to-end tests
	@.ci/packages nginx openssl socat sqlite3 iproute2 nftables libfaketime
	$(BUILD) --build-tests
	$(TEST)

build: packages ## debug build of everything
	$(BUILD)

release: packages ## optimised build
	$(RELEASE) --product wiredeskd
	$(RELEASE) --product wiredesk

packages: ## install the missing system libraries, or print the line that does
	@.ci/packages

lint: ## the formatter's lint, strictly
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

units: ## the checks systemd has for its units
	@.ci/units .build/debug

install: release ## binaries, units, man pages, completions, sample configuration (DESTDIR, PREFIX)
	$(INSTALL) -D -m 0755 -t $(DESTDIR)$(BINDIR) .build/release/wiredeskd .build/release/wiredesk
	$(STRIP) $(DESTDIR)$(BINDIR)/wiredeskd $(DESTDIR)$(BINDIR)/wiredesk
	for scope in system user; do for unit in systemd/$$scope/*; do \
	  sed 's#@bindir@#$(BINDIR)#' $$unit | $(INSTALL) -D -m 0644 /dev/stdin $(DESTDIR)$(UNITDIR)/$$scope/$$(basename $$unit); \
	done; done
	$(INSTALL) -D -m 0644 systemd/sysusers.d/wiredesk.conf $(DESTDIR)$(SYSUSERSDIR)/wiredesk.conf
	for page in docs/man/*.[1-9]; do \
	  $(INSTALL) -D -m 0644 $$page $(DESTDIR)$(MANDIR)/man$${page##*.}/$$(basename $$page); \
	done
	.build/release/wiredesk --generate-completion-script bash | $(INSTALL) -D -m 0644 /dev/stdin $(DESTDIR)$(PREFIX)/share/bash-completion/completions/wiredesk
	.build/release/wiredesk --generate-completion-script zsh | $(INSTALL) -D -m 0644 /dev/stdin $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_wiredesk
	.build/release/wiredesk --generate-completion-script fish | $(INSTALL) -D -m 0644 /dev/stdin $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/wiredesk.fish
	test -e $(DESTDIR)$(SYSCONFDIR)/wiredesk/wiredesk.yaml || \
	  $(INSTALL) -D -m 0644 Config/wiredesk.yaml $(DESTDIR)$(SYSCONFDIR)/wiredesk/wiredesk.yaml
	if test -z "$(DESTDIR)" && command -v systemd-sysusers >/dev/null; then systemd-sysusers $(SYSUSERSDIR)/wiredesk.conf; fi

uninstall: ## remove what install put in place, except the configuration
	rm -f $(DESTDIR)$(BINDIR)/wiredeskd $(DESTDIR)$(BINDIR)/wiredesk
	rm -f $(DESTDIR)$(UNITDIR)/{system,user}/wiredeskd.{service,socket} $(DESTDIR)$(SYSUSERSDIR)/wiredesk.conf
	for page in docs/man/*.[1-9]; do rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$$(basename $$page); done
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/wiredesk
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_wiredesk
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/wiredesk.fish

systemd-test: ## the installed units in a really booted systemd (root, systemd-container)
	Tests/systemd/run

simulate: packages ## the changelog's fault simulation over SEEDS seeds (default 100000)
	$(BUILD) --build-tests
	SEEDS=$(SEEDS) $(TEST) --filter SimulationTests

fuzz: packages ## libFuzzer over the feed parser, then over the extractor, SECONDS each (default 600)
	Tests/Fuzz/fuzz.sh $(SECONDS_EACH)
	Tests/Fuzz/Pages/fuzz.sh $(SECONDS_EACH)

kill-test: packages ## kill -9 during a refresh, TIMES times (default 100), and nothing is lost
	$(BUILD) --product wiredeskd
	$(BUILD) --product wiredesk
	Tests/Crash/run .build/debug $(TIMES)

network-test: packages ## five nodes in network namespaces, bad weather and kill -9 for ROUNDS rounds (root; default 300)
	@.ci/packages iproute2 nftables libfaketime socat
	$(BUILD) --product wiredeskd
	$(BUILD) --product wiredesk
	Tests/network/run .build/debug $(ROUNDS)

eval: release ## the neutral scorers of EVAL (default ../shared/eval) over feeds, articles and stories
	@test -d $(EVAL) || { echo "eval: there is no $(EVAL): name the folder of the scorers with EVAL=" >&2; exit 69; }
	.ci/eval $(EVAL) .build/release

bench: release ## the refresh benchmark of EVAL beside newsboat and a Python loop
	@test -d $(EVAL) || { echo "bench: there is no $(EVAL): name the folder of the scorers with EVAL=" >&2; exit 69; }
	.ci/bench $(EVAL) .build/release

bench-sync: packages ## ARTICLES made-up articles to an empty node, beside git and Fossil (default 100000)
	$(RELEASE) --product wiredesk-bench
	.ci/bench-sync .build/release $(ARTICLES)

clean: ## remove the build
	rm -rf .build
