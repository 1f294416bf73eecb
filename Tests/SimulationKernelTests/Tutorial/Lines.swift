/// Lines that the processes of one simulation write, all on one thread.
final class Lines: @unchecked Sendable {
  private(set) var all: [String] = []

  func add(_ line: String) { all.append(line) }
}
