private import CPlatform

/// glibc's iconv from one legacy encoding to UTF-8; a byte that is no character becomes U+FFFD, and the rest goes on.
struct IconvConverter: ~Copyable {
    private let handle: UnsafeMutableRawPointer

    /// `nil` if glibc does not know `encoding`.
    init?(_ encoding: String) {
        guard let handle = cplatform_iconv_open(encoding) else { return nil }
        self.handle = handle
    }

    deinit { cplatform_iconv_close(handle) }

    static func knows(_ encoding: String) -> Bool { IconvConverter(encoding) != nil }

    /// `input` in UTF-8, and how many bytes of it had to be replaced.
    ///
    /// - Parameter unitWidth: how far to step over a broken character: 1, or the width of a UTF-16 or UTF-32 unit.
    func convert(_ input: UnsafeBufferPointer<UInt8>, unitWidth: Int) -> (text: [UInt8], replaced: Int) {
        var result: [UInt8] = []
        result.reserveCapacity(input.count + input.count / 2)
        guard var next = input.baseAddress else { return (result, 0) }
        let end = next + input.count
        var replaced = 0
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16_384) { output in
            guard let start = output.baseAddress else { return }
            while next < end {
                let step = cplatform_iconv(handle, next, end - next, start, output.count)
                result.append(contentsOf: UnsafeBufferPointer(start: start, count: step.written))
                next += step.read
                switch step.end {
                case CPLATFORM_CONVERSION_DONE, CPLATFORM_CONVERSION_FULL:
                    if step.read == 0 && step.written == 0 { return }
                default:
                    result.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    replaced += 1
                    next += min(unitWidth, end - next)
                }
            }
        }
        return (result, replaced)
    }
}
