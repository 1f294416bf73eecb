import Synchronization

/// What the processes of a test note, in the order in which they do.
final class Journal: Sendable {
  private let entries = Mutex<[String]>([])

  var lines: [String] { entries.withLock { $0 } }

  func note(_ text: String) {
    entries.withLock { $0.append(text) }
  }
}

/// Notes when it goes out of memory.
final class Witness: Sendable {
  private let journal: Journal

  init(_ journal: Journal) {
    self.journal = journal
  }

  func testify() {}

  deinit { journal.note("gone") }
}
