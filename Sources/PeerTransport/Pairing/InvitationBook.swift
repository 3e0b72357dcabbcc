import Changelog
import Model

/// The invitations that a node has given out. Pure; forgotten at a restart, which closes them all.
struct InvitationBook {
    /// As many as anyone sets up at a time; the oldest gives way.
    static let capacity = 16
    /// A person does not mistype the proof, a program computes it: more than a few wrong ones are no accident.
    static let maximumWrongProofs = 3
    /// Attempts that name no invitation of this node, per minute. Beyond that they are not even looked up.
    static let strangersPerMinute = 30

    private struct Entry {
        let invitation: Invitation
        let id: [UInt8]
        var wrongProofs = 0
        /// Whom it made a peer. Only this device may use it again, in case that it missed the welcome.
        var usedBy: DeviceID?
    }

    private var entries: [Entry] = []
    private var strangers = 0
    private var minuteStart = Timestamp(milliseconds: 0)

    /// Whether there is an invitation that `device` could still use. While there is none, strangers do not get
    /// beyond TLS.
    func isOpen(to device: DeviceID, at now: Timestamp) -> Bool {
        entries.contains { entry in
            now < entry.invitation.expiry && entry.wrongProofs < Self.maximumWrongProofs
                && (entry.usedBy == nil || entry.usedBy == device)
        }
    }

    mutating func add(_ invitation: Invitation) {
        if entries.count == Self.capacity { entries.removeFirst() }
        entries.append(Entry(invitation: invitation, id: invitation.secret.invitationID))
    }

    mutating func withdraw(_ secret: InvitationSecret) { entries.removeAll { $0.invitation.secret == secret } }

    /// The secret that `device` has to prove for the invitation `id`.
    mutating func secret(for id: [UInt8], by device: DeviceID, at now: Timestamp) throws(PairingRefusal)
        -> InvitationSecret
    {
        guard let entry = entries.first(where: { $0.id == id }) else {
            throw allowsStranger(at: now) ? .unknownInvitation : .tooManyAttempts
        }
        if let user = entry.usedBy, user != device { throw .used }
        guard now < entry.invitation.expiry else { throw .expired }
        guard entry.wrongProofs < Self.maximumWrongProofs else { throw .tooManyAttempts }
        return entry.invitation.secret
    }

    mutating func noteWrongProof(of secret: InvitationSecret) {
        guard let index = entries.firstIndex(where: { $0.invitation.secret == secret }) else { return }
        entries[index].wrongProofs += 1
    }

    /// Uses the invitation up. Throws if someone else was faster, or it has expired since the secret was asked for.
    mutating func use(_ secret: InvitationSecret, by device: DeviceID, at now: Timestamp) throws(PairingRefusal) {
        guard let index = entries.firstIndex(where: { $0.invitation.secret == secret }) else {
            throw .unknownInvitation
        }
        _ = try self.secret(for: entries[index].id, by: device, at: now)
        entries[index].usedBy = device
    }

    private mutating func allowsStranger(at now: Timestamp) -> Bool {
        // A clock that was set back starts a new minute as well.
        if now < minuteStart || now - minuteStart >= .seconds(60) {
            minuteStart = now
            strangers = 0
        }
        strangers += 1
        return strangers <= Self.strangersPerMinute
    }
}
