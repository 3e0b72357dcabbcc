import CPlatform

/// glibc's memory allocator, for the whole process.
package enum Allocator {
    /// Lets all threads share so few heaps from now on. By default each gets its own, up to eight a core, and what one
    /// thread has freed is of no use to the others.
    package static func limitHeaps(to count: Int32) { cplatform_limit_heaps(count) }
}
