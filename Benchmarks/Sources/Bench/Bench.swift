import Foundation

/// Runs the benchmarks whose names start as asked, prints their table and writes it as JSON.
///
/// `Bench [FILE]`; the environment's `ONLY` holds names or what names start with, with commas
/// between them.
@main
struct Bench {
  /// In the order in which they run: first those that fill memory with tasks, which later ones would find in pieces.
  static var all: [Benchmark] {
    SwitchBenchmarks.all + HoldBenchmarks.all + QueueingBenchmarks.all + BankProcessBenchmarks.all
      + SeizeBenchmarks.all + StreamBenchmarks.all + CopyBenchmarks.all + ReplicationBenchmarks.all
      + ColonyBenchmarks.all + PacketNetworkBenchmarks.all + SwarmBenchmarks.all
  }

  static func main() {
    let path = CommandLine.arguments.dropFirst().first ?? ".build/bench.json"
    let prefixes = (ProcessInfo.processInfo.environment["ONLY"] ?? "").split(separator: ",")
    do {
      let rows = try measure(all.filter { isAsked($0.name, by: prefixes) })
      try write(rows, to: path)
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func isAsked(_ name: String, by prefixes: [Substring]) -> Bool {
    prefixes.isEmpty
      || prefixes.contains { prefix in
        name == prefix || name.hasPrefix(prefix) && !all.contains { $0.name == prefix }
      }
  }

  private static func measure(_ benchmarks: [Benchmark]) throws -> [Row] {
    show(Table.header)
    return try benchmarks.map { benchmark in
      let row = try benchmark.measure()
      show(Table.line(row))
      return row
    }
  }

  /// Prints a line at once, also into a pipe.
  private static func show(_ line: String) {
    print(line)
    fflush(nil)
  }

  private static func write(_ rows: [Row], to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(rows).write(to: URL(fileURLWithPath: path), options: .atomic)
    print("\(rows.count) rows in \(path)")
  }
}
