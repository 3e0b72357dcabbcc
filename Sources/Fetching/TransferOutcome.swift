import CCurl
import Glibc
import Model

extension Transfer {
    enum Outcome {
        case redirected
        case done(FetchResult)
    }

    /// What the end of a hop means, while the handle still knows how it went.
    func outcome(of code: CURLcode) -> Outcome {
        guard code == CURLE_OK || verdict.isEnough else {
            return .done(.failed(failure(for: code), status == 0 ? nil : answer()))
        }
        if hasRedirectStatus && headers.location != nil { return .redirected }
        return .done(result())
    }

    private func result() -> FetchResult {
        let answer = answer()
        switch status {
        case 200..<300: return .fetched(FetchedBody(answer: answer, bytes: handOverBody()))
        case 304 where !request.validators.isEmpty: return .notModified(answer)
        case 410: return .failed(.gone, answer)
        case _ where hasRedirectStatus: return .failed(.redirectWithoutTarget(status: status), answer)
        default:
            let retryAt = CachePolicy.retryAfter(headers.retryAfter, receivedAt: answer.receivedAt)
            return .failed(.status(status, retryAt: retryAt), answer)
        }
    }

    private func answer() -> Answer {
        let now = ContinuousClock.now
        let started = startedAt ?? now
        let total = now - started
        let sinceFirstByte = microseconds(CURLINFO_TOTAL_TIME_T) - microseconds(CURLINFO_STARTTRANSFER_TIME_T)
        return Answer(
            status: status,
            headers: headers,
            finalURL: address.text,
            permanentTarget: redirects > 0 && isPermanent && (hasSuccessStatus || status == 304) ? address.text : nil,
            redirects: redirects,
            strayed: strayed,
            receivedAt: .now,
            timing: FetchTiming(
                queued: started - queuedAt,
                firstByte: max(.zero, total - max(.zero, sinceFirstByte)),
                total: total,
                reusedConnection: easy?.long(CURLINFO_NUM_CONNECTS) == 0),
            wireBytes: easy?.offset(CURLINFO_SIZE_DOWNLOAD_T) ?? 0,
            address: easy?.string(CURLINFO_PRIMARY_IP) ?? "")
    }

    private func microseconds(_ info: CURLINFO) -> Duration { .microseconds(easy?.offset(info) ?? 0) }
}

// MARK: - Failures

extension Transfer {
    private func failure(for code: CURLcode) -> FetchFailure {
        if case .failed(let failure) = verdict { return failure }
        if hasSlept { return .interruptedBySleep }
        let host = address.authority
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return LocalNetwork.hasRoute ? .unknownHost(address.host) : .noNetwork
        case CURLE_COULDNT_RESOLVE_PROXY: return LocalNetwork.hasRoute ? .proxyUnreachable : .noNetwork
        case CURLE_COULDNT_CONNECT: return refusal ?? (usesProxy ? .proxyUnreachable : connectFailure(host))
        case CURLE_ABORTED_BY_CALLBACK: return refusal ?? .cancelled
        case CURLE_OPERATION_TIMEDOUT: return timeOut()
        case CURLE_PEER_FAILED_VERIFICATION: return .tls(verificationProblem, host: host)
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return .tls(.pinMismatch, host: host)
        case CURLE_SSL_CACERT_BADFILE: return .tls(.unreadableCAFile, host: host)
        case CURLE_SSL_CONNECT_ERROR: return .tls(.handshake, host: host)
        // HTTP/0.9 has neither status line nor headers, and no way to tell an error from a feed.
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: return .notHTTP
        case CURLE_HTTP2, CURLE_HTTP2_STREAM: return .protocolError
        case CURLE_PARTIAL_FILE: return .truncated(received: body.count)
        case CURLE_BAD_CONTENT_ENCODING: return .badEncoding
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR: return .connectionLost
        case CURLE_RECV_ERROR: return body.isEmpty ? .connectionLost : .truncated(received: body.count)
        case CURLE_URL_MALFORMAT: return .badURL
        default: return .other(String(cString: curl_easy_strerror(code)))
        }
    }

    private func connectFailure(_ host: String) -> FetchFailure {
        switch Int32(easy?.long(CURLINFO_OS_ERRNO) ?? 0) {
        case ENETUNREACH, EHOSTUNREACH, ENETDOWN, EADDRNOTAVAIL:
            LocalNetwork.hasRoute ? .unreachable(host: host) : .noNetwork
        case ETIMEDOUT: .timedOut(.connecting, after: request.limits.connectTime)
        default: .refusedConnection(host: host)
        }
    }

    /// libcurl has one code for three limits; which it was shows in how far the hop had come, and when.
    private func timeOut() -> FetchFailure {
        let limits = request.limits
        let elapsed = ContinuousClock.now - (startedAt ?? .now)
        // libcurl counts whole milliseconds, on a clock of its own.
        let ranOut = elapsed > limits.totalTime - .milliseconds(100)
        let after = ranOut ? limits.totalTime : elapsed
        if easy?.offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .timedOut(.resolving, after: after) }
        if easy?.offset(CURLINFO_PRETRANSFER_TIME_T) == 0 { return .timedOut(.connecting, after: after) }
        if status == 0 { return .timedOut(.answering, after: after) }
        return ranOut ? .timedOut(.downloading, after: after) : .tooSlow(bytesPerSecond: limits.slowBytesPerSecond)
    }

    /// By the codes of OpenSSL's x509_vfy.h. 1 is where libcurl begins: it compares the name before it looks at the chain's
    /// result, so that 1 or 0 mean another name.
    private var verificationProblem: FetchFailure.TLSProblem {
        switch easy?.long(CURLINFO_SSL_VERIFYRESULT) ?? 0 {
        case 0, 1, 62, 64: .wrongHost
        case 9: .notYetValid
        case 10: .expired
        case 18, 19: .selfSigned
        case 2, 20, 21, 27: .unknownIssuer
        case 23: .revoked
        case let code: .untrusted(code: code)
        }
    }
}

extension Transfer.Verdict? {
    fileprivate var isEnough: Bool {
        if case .enough = self { true } else { false }
    }
}
