import CCurl
import Glibc

/// A libcurl easy handle with the options that all fetches share, kept for the next fetch: making one and setting
/// it up costs more than a request over an open connection.
final class EasyHandle {
    let raw: UnsafeMutableRawPointer
    /// Whether it bears options of one fetch that the next would inherit.
    private var isPersonal = false
    private var requestHeaders: UnsafeMutablePointer<curl_slist>?

    init?() {
        guard let raw = curl_easy_init() else { return nil }
        self.raw = raw
    }

    deinit {
        curl_easy_cleanup(raw)
        curl_slist_free_all(requestHeaders)
    }

    /// Sets what all fetches share. The callbacks' client is set per fetch.
    func setUp(userAgent: String) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_ACCEPT_ENCODING, "")  // every one that libcurl was built with
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_NOPROXY, "")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_USERAGENT, userAgent)
        set(CURLOPT_COOKIEFILE, "")  // cookies in memory, for the hops of one fetch
        set(CURLOPT_BUFFERSIZE, 64 << 10)
        // libcurl keeps the certificates it has read for a day (CURLOPT_CA_CACHE_TIMEOUT), but not with a directory of them
        // set as well, as Debian does. Reading the file for each connection costs 20 ms.
        if Self.hasCertificateFile { curl_easy_set_string(raw, CURLOPT_CAPATH, nil) }
        set(CURLOPT_DNS_CACHE_TIMEOUT, 300)
        // Without it, giving up a fetch whose name is still being looked up waits for the look-up, on the only thread.
        set(CURLOPT_QUICK_EXIT, 1)
        curl_easy_set_data_function(raw, CURLOPT_HEADERFUNCTION, receiveHeader)
        curl_easy_set_data_function(raw, CURLOPT_WRITEFUNCTION, receiveBody)
        curl_easy_set_open_socket_function(raw, openAllowedSocket)
        curl_easy_set_before_request_function(raw, checkConnectedAddress)
    }

    /// Forgets the fetch: its headers, credentials and client, and unless more hops follow its cookies.
    func wipe(userAgent: String, keepingCookies: Bool) {
        curl_easy_set_list(raw, CURLOPT_HTTPHEADER, nil)
        curl_slist_free_all(requestHeaders)
        requestHeaders = nil
        if !keepingCookies { set(CURLOPT_COOKIELIST, "ALL") }
        if isPersonal {
            curl_easy_reset(raw)
            setUp(userAgent: userAgent)
            isPersonal = false
        }
        setClient(nil)
    }

    private static let hasCertificateFile: Bool = {
        guard let info = curl_version_info(CURLVERSION_TENTH), let file = info.pointee.cainfo else { return false }
        return access(file, R_OK) == 0
    }()

    func setClient(_ client: UnsafeMutableRawPointer?) {
        for option in [
            CURLOPT_PRIVATE, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA,
        ] {
            curl_easy_set_pointer(raw, option, client)
        }
    }

    func set(_ option: CURLoption, _ value: Int) { curl_easy_set_long(raw, option, value) }
    func set(_ option: CURLoption, _ value: String) { curl_easy_set_string(raw, option, value) }

    /// An option that only this fetch has.
    func setPersonal(_ option: CURLoption, _ value: Int) {
        isPersonal = true
        set(option, value)
    }

    func setPersonal(_ option: CURLoption, _ value: String) {
        isPersonal = true
        set(option, value)
    }

    func setHeaders(_ lines: [String]) {
        for line in lines { requestHeaders = curl_slist_append(requestHeaders, line) ?? requestHeaders }
        curl_easy_set_list(raw, CURLOPT_HTTPHEADER, requestHeaders)
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return curl_easy_get_offset(raw, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_easy_get_long(raw, info, &value) == CURLE_OK ? value : 0
    }

    func string(_ info: CURLINFO) -> String {
        var value: UnsafePointer<CChar>?
        guard curl_easy_get_string(raw, info, &value) == CURLE_OK, let value else { return "" }
        return String(cString: value)
    }
}
