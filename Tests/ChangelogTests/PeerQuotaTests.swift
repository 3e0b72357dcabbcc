import Changelog
import Model
import Testing

@Suite("A peer's quota")
struct PeerQuotaTests {
    @Test("lets a burst through, then slows down to the rate, whatever the clock does")
    func pacing() {
        var quota = PeerQuota(at: noon)
        #expect(quota.spend(Int(PeerQuota.burst), at: noon) == .zero)
        let wait = quota.spend(Int(PeerQuota.bytesPerSecond), at: noon)
        #expect(wait >= .seconds(1) && wait < .seconds(2))
        #expect(quota.spend(0, at: noon - .seconds(900)) == wait)
        #expect(quota.spend(0, at: noon + .seconds(900_000_000)) == .zero)
    }
}
