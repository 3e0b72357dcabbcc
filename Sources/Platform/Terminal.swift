import CPlatform
import Glibc

/// What is known of the terminal behind a descriptor.
package enum Terminal {
    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Its width in columns, or `nil` where it has none or does not say.
    package static func columns(_ descriptor: Int32) -> Int? {
        let columns = cplatform_terminal_columns(descriptor)
        return columns > 0 ? Int(columns) : nil
    }
}
