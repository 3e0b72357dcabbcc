import CPlatform

/// What the process takes of the machine's memory.
package enum ProcessMemory {
    /// Lets all threads share so few heaps of glibc's from now on. By default each gets its own, up to eight a core, and
    /// what one thread has freed is of no use to the others.
    package static func limitHeaps(to count: Int32) { cplatform_limit_heaps(count) }

    /// Lets go of the program's and its libraries' pages. A start touches code all over them that is not used again, and
    /// for each page of it the kernel maps sixteen; what is used comes back by itself.
    package static func releaseCode() { cplatform_release_code() }
}
