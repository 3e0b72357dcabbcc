import ControlProtocol
import FoundationEssentials
import Model
import Storage

extension ControlAPI {
    func pictures(_ parameters: IDParameters) throws -> [ControlProtocol.PictureSummary] {
        try store.pictures(of: try article(named: parameters.id)).enumerated().map { Self.summary($1, at: $0) }
    }

    func picture(_ parameters: PictureParameters) throws -> PictureContent {
        let pictures = try store.pictures(of: try article(named: parameters.id))
        let number = parameters.number ?? 1
        guard pictures.indices.contains(number - 1), let bytes = try store.picture(pictures[number - 1].hash) else {
            throw ControlError(
                .notFound, pictures.isEmpty ? "no picture of it is here" : "it has \(pictures.count) pictures here",
                remedy: pictures.isEmpty
                    ? "set fetch: images: true in the configuration; pictures are kept from then on"
                    : "see them with: wiredesk pictures \(parameters.id)")
        }
        return PictureContent(picture: Self.summary(pictures[number - 1], at: number - 1), data: Data(bytes))
    }

    private static func summary(
        _ picture: Storage.PictureSummary, at index: Int
    ) -> ControlProtocol.PictureSummary {
        ControlProtocol.PictureSummary(
            number: index + 1, address: picture.address, type: picture.type, bytes: picture.bytes)
    }
}
