import Dispatch

/// Runs tasks that block, in SQLite or on a socket, away from the few threads that all other tasks share.
final class BlockingExecutor: SerialExecutor, TaskExecutor {
    private let queue: DispatchQueue

    /// One job after the other, for an actor that owns something which only one may use.
    static func serial(_ name: String) -> BlockingExecutor { BlockingExecutor(DispatchQueue(label: name)) }

    /// Several jobs at one time, each on a thread that may block.
    static func concurrent(_ name: String) -> BlockingExecutor {
        BlockingExecutor(DispatchQueue(label: name, attributes: .concurrent))
    }

    private init(_ queue: DispatchQueue) { self.queue = queue }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            job.runSynchronously(isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.asUnownedTaskExecutor())
        }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
    func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(ordinary: self) }
}
