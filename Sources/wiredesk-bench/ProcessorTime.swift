import Glibc

/// What work takes of the processor: the machine may be busy with other things.
enum ProcessorTime {
    /// Of all threads of this process, so far.
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    static func spent(_ work: () throws -> Void) rethrows -> Duration {
        let start = now
        try work()
        return now - start
    }
}

/// What the process has of the machine's memory.
enum ProcessMemory {
    /// The most that was resident since `forgetPeak`, in bytes.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) * 1024
    }

    /// proc(5), clear_refs: 5 sets the peak to what is resident now.
    static func forgetPeak() {
        guard let file = fopen("/proc/self/clear_refs", "w") else { return }
        fputs("5", file)
        fclose(file)
    }
}
