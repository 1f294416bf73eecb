import RunRecords
import Synchronization

/// Keeps runs in memory.
final class MemorySink: ResultSink {
  private let state = Mutex<[RunRecord]>([])

  /// In the order in which they were written.
  var records: [RunRecord] { state.withLock { $0 } }

  func completedRuns() -> Set<RunKey> {
    Set(records.filter { if case .done = $0.outcome { true } else { false } }.map(\.key))
  }

  func write(_ record: RunRecord) {
    state.withLock { $0.append(record) }
  }
}

/// What a run gave, without the time that it took here.
struct RunResult: Hashable {
  let key: RunKey
  let outcome: RunRecord.Outcome
  let events: Int
  let fingerprint: UInt64

  init(_ record: RunRecord) {
    key = record.key
    outcome = record.outcome
    events = record.events
    fingerprint = record.fingerprint
  }
}
