import Testing

@testable import Configuration

@Suite struct MistakeTests {
    @Test func everyMistakeIsNamedAtOnce() {
        let text = """
            feds: []
            refresh:
              interval: soon
            fetch:
              conections: 3
              max-body: 10
            feeds:
              - https://example.org/feed
              - http://EXAMPLE.org:80/feed#top
              - url: example.com/rss
                titel: News
                tags: {a: b}
              - title: Nowhere
              - ftp://example.org/
              - https://user:word@example.net/
            """
        #expect(
            mistakes(text) == [
                "1:1 unknown key “feds”; did you mean “feeds”?",
                "3:13 “interval” is “soon”; write a duration such as 30s, 15m, 2h, 1d or 1h30m",
                "5:3 unknown key “conections”; did you mean “connections”?",
                "6:13 “max-body” is “10”; write a size such as 512KiB or 16MiB",
                "9:5 “http://EXAMPLE.org:80/feed#top” is the feed of line 8 again; keep one of them",
                "10:10 “url” is “example.com/rss”: an address without a scheme; write https://example.com/rss",
                "11:5 unknown key “titel”; did you mean “title”?",
                "12:11 “tags” is a mapping of keys to values; write a tag: letters, digits, “-”, “_”, “/” and “.”, "
                    + "not beginning with “-”",
                "13:5 a feed without “url”; add “url: https://…”",
                "14:5 “ftp://example.org/”: ftp: is not fetched; write an http, https or file address",
                "15:5 “https://user:word@example.net/”: a name or password inside the address; "
                    + "take it out, and use auth: with the password in a file of its own",
            ])
    }

    @Test func everyDuplicateKeyIsNamedAlongWithTheRest() {
        let text = """
            log: {level: info}
            feeds:
              - url: https://a.example/
                title: One
                "title": Two
                title: Three
              - url: nonsense
            log: {level: loud}
            """
        #expect(
            mistakes(text) == [
                "5:5 “title” is given twice, on line 4 already; keep one of them",
                "6:5 “title” is given twice, on line 4 already; keep one of them",
                "7:10 “url” is “nonsense”: not an address; write one such as https://example.org/feed.xml",
                "8:1 “log” is given twice, on line 1 already; keep one of them",
            ])
    }

    @Test func aDuplicateAfterLettersOutsideASCIIIsFoundToo() {
        #expect(
            mistakes("peers: {name: köy 新聞, name: b}\nlog: {levle: info}\n") == [
                "1:23 “name” is given twice, on line 1 already; keep one of them",
                "2:7 unknown key “levle”; did you mean “level”?",
            ])
    }

    @Test func tabsAreNamedAndTheRestIsReadOn() {
        let text = "fetch:\n\tconnections: 4\n\tmax-redirect: 2\nlog: {level: loud}\n"
        #expect(
            mistakes(text) == [
                "2:1 a tab in the indentation; YAML indents with spaces: use two for each level",
                "3:1 a tab in the indentation; YAML indents with spaces: use two for each level",
                "3:2 unknown key “max-redirect”; did you mean “max-redirects”?",
                "4:14 “level” is “loud”; write one of trace, debug, info, notice, warning, error",
            ])
    }

    @Test func aTabThatDoesNoHarmIsAllowed() {
        #expect(mistakes("log:\n  level: info\t# another\n\t\n") == [])
    }

    @Test(arguments: [
        ("feeds:\n  - title: a: b\n", "2:13", "put the text in quotes"),
        ("log: {level: info\n", "2:1", "close"),
        ("log: \"info\n", "2:1", "close the quote or bracket"),
        ("fetch:\n  user-agent: @me\n", "2:15", "in quotes"),
        ("log:\n   level: info\n  format: text\n", "3:3", "indent this line"),
        ("a: 1\n---\nb: 2\n", "2:1", "remove the line “---”"),
        ("a: *b\n", "1:4", "text that begins with *"),
    ])
    func brokenYAMLIsExplained(text: String, place: String, remedy: String) {
        let found = mistakes(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(place + " not valid YAML: ") == true, "\(found)")
        #expect(found.first?.contains(remedy) == true, "\(found)")
    }

    @Test func wrongTypesAreNamed() {
        let text = """
            refresh: often
            log: [info]
            feeds: https://example.org/
            fetch:
              connections: "8"
              full-text: "yes"
              timeout:
              user-agent: [a]
              max-redirects: 99
              image-budget: 1B
            """
        #expect(
            mistakes(text)
                == [
                    "1:10 “refresh” is “often”; write its settings below it, each as “key: value”",
                    "2:6 “log” is a list; write its settings below it, each as “key: value”",
                    "3:8 “feeds” is “https://example.org/”; write a list: each feed on a line after “- ”",
                    "5:16 “connections” is “8”; write a whole number from 1 to 256",
                    "6:14 “full-text” is “yes”; write true or false",
                    "7:11 “timeout” has no value; write a duration such as 30s, 15m, 2h, 1d or 1h30m, or remove the line",
                    "8:15 “user-agent” is a list; write text",
                    "9:18 “max-redirects” is “99”; write a whole number from 0 to 20",
                    "10:17 “image-budget” is “1B”: outside what is possible; stay between 1KiB and 256MiB",
                ].map {
                    $0.replacing(
                        "“user-agent” is a list; write text", with: "“user-agent” is a list; write one line of text")
                })
    }

    @Test func intervalsMustAgree() {
        #expect(mistakes("refresh: {min-interval: 2h, max-interval: 1h}").first?.contains("is longer than") == true)
        #expect(mistakes("refresh: {interval: 2m}").first?.contains("is not between") == true)
        #expect(mistakes("refresh: {interval: 1s}").first?.contains("stay between 1m and 30d") == true)
    }

    @Test(arguments: [
        ("https://exa mple.org/", "“exa mple.org” is no host name"),
        ("https:///feed", "an address without a host"),
        ("https://example.org:0/", "“0” is no port"),
        ("https://example.org:http/", "“http” is no port"),
        ("https://example.org/a b", "white space in the address"),
        ("feed://example.org/", "a feed: address"),
        ("javascript:alert(1)", "not an address"),
        ("file://server/feed.xml", "a file on another host"),
        ("file:", "a file: address without a path"),
        ("https://[::1/", "is no host name"),
    ])
    func badAddressesAreExplained(url: String, problem: String) {
        let found = mistakes("feeds:\n  - \"\(url)\"\n")
        #expect(found.count == 1)
        #expect(found.first?.contains(problem) == true, "\(found)")
    }

    @Test func secretsStayOutOfTheFileAndAreReadableByTheOwnerAlone() {
        let text = """
            feeds:
              - url: https://a.example/
                auth: {user: me, password: hunter}
              - url: https://b.example/
                auth: {token-file: /loose}
              - url: https://c.example/
                auth: {token-file: /absent}
              - url: https://d.example/
                auth: {token-credential: d}
              - url: https://e.example/
                cookies-file: /folder
              - url: https://f.example/
                auth: {user: me, token-file: /fine}
              - url: https://g.example/
                headers: {Authorization: Bearer x, "a b": c}
            """
        let found = mistakes(text) { source in
            switch source {
            case .file("/loose"): .file(mode: 0o644)
            case .file("/absent"), .credential: .missing
            case .file("/folder"): .unreadable("it is a directory")
            case .file: .file(mode: 0o400)
            }
        }
        #expect(
            found == [
                "3:11 “auth” needs a user and a password, or a token; write user: with password-file: or "
                    + "password-credential:, or token-file: or token-credential: alone",
                "3:32 a secret in the configuration; put it into a file that only you may read, and write "
                    + "password-file: with its path",
                "5:24 others may read /loose (mode 644); run: chmod 600 /loose",
                "7:24 there is no file /absent; create it, readable by you alone",
                "9:30 systemd passed no credential “d”; add LoadCredential=d:/path to the unit",
                "11:19 /folder cannot be read: it is a directory; mend its owner and mode",
                "13:11 “auth” needs a user and a password, or a token; write user: with password-file: or "
                    + "password-credential:, or token-file: or token-credential: alone",
                "15:15 “Authorization” cannot be set here; use auth:, which keeps the secret out of this file",
                "15:40 “a b” is no header name; use letters, digits and hyphens",
            ])
    }

    @Test func theDescriptionIsWhatEditorsJumpTo() throws {
        let errors = #expect(throws: ConfigurationErrors.self) { try settings("lgo: 1\n") }
        #expect(
            errors?.description == "/etc/wiredesk/wiredesk.yaml:1:1: unknown key “lgo”; did you mean “log”?")
    }
}
