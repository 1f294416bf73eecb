import Foundation
import TestSupport
import Testing

@Suite("antbed run")
struct RunTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.url)
  }

  private static let quickstart = Program.root.appending(path: "Experiments/quickstart/quickstart.yaml").path

  private func results(_ name: String, in results: String = "results") throws -> String {
    try folder.text("\(results)/quickstart/\(name)")
  }

  private func made(in results: String) throws -> Int {
    let manifest = try JSONSerialization.jsonObject(with: Data(try self.results("manifest.json", in: results).utf8))
    let runs = (manifest as? [String: Any])?["runs"] as? [String: Int]
    return try #require(runs?["made"])
  }

  @Test("One job and two jobs give the same bytes, in the summary, the figures' data and the report")
  func jobs() throws {
    for jobs in ["1", "2"] {
      let outcome = try program.run(
        "run", Self.quickstart, "--jobs", jobs, "--replications", "4", "--set", "workload.tasks=50", "--results",
        "with-\(jobs)")
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    for name in [
      "summary.csv", "figures/comparison.tsv", "figures/comparison.gp", "figures/tradeoff.tsv", "report.html",
    ] {
      #expect(try results(name, in: "with-1") == results(name, in: "with-2"), "\(name)")
    }
  }

  @Test(
    "A processor without fused multiply-add gives the same bytes, of a batch and of tasks that come at drawn times",
    arguments: ["workload.tasks=50", "workload={kind: stream, tasks: 50, arrivals: poisson(30 per min)}"])
  func withoutFMA(workload: String) throws {
    // The C library picks variants of its functions by the processor, and some differ in the last bit; this masks them.
    let masked = Program(
      folder: folder.url, environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F"])
    let arguments = ["run", Self.quickstart, "--replications", "4", "--set", workload, "--results"]
    #expect(try program.start(arguments + ["with"]).finish().status == 0)
    #expect(try masked.start(arguments + ["without"]).finish().status == 0)
    for name in ["summary.csv", "figures/comparison.tsv", "report.html"] {
      #expect(try results(name, in: "with") == results(name, in: "without"), "\(name)")
    }
  }

  @Test("A run that was killed goes on where it was, to the same bytes", .timeLimit(.minutes(1)))
  func killed() throws {
    let arguments = [
      "run", Self.quickstart, "--replications", "12", "--set", "workload.tasks=50", "--jobs", "1", "--quiet",
      "--results",
    ]
    #expect(try program.start(arguments + ["whole"]).finish().status == 0)

    let (process, finish) = try program.start(arguments + ["killed"])
    // Killed as soon as a few runs are committed: a write-ahead log that has grown says so, whatever the machine's speed.
    let log = folder.file("killed/quickstart/results.sqlite-wal").path
    while process.isRunning {
      let size = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
      if size > 150_000 { break }
    }
    kill(process.processIdentifier, SIGKILL)
    _ = try finish()

    #expect(try program.start(arguments + ["killed"]).finish().status == 0)
    #expect(try results("summary.csv", in: "killed") == results("summary.csv", in: "whole"))
    #expect((1..<72).contains(try made(in: "killed")), "all or none were run again")
    #expect(try made(in: "whole") == 72)
  }

  @Test("An interrupt finishes the runs at hand, says how to go on, and exits with 130", .timeLimit(.minutes(1)))
  func interrupted() throws {
    let arguments = [
      "run", Self.quickstart, "--replications", "400", "--set", "workload.tasks=50", "--jobs", "1", "--results",
      "results",
    ]
    let (process, finish) = try program.start(arguments)
    let log = folder.file("results/quickstart/results.sqlite-wal").path
    while process.isRunning {
      let size = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
      if size > 150_000 { break }
    }
    kill(process.processIdentifier, SIGINT)
    let outcome = try finish()
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("run the same command again to go on"))
    let again = try program.run(
      "run", Self.quickstart, "--replications", "4", "--set", "workload.tasks=50", "--results", "results")
    #expect(again.status == 0)
    #expect(try made(in: "results") < 24)
  }

  @Test("More replications add to what there is, and one architecture more runs only its own")
  func growth() throws {
    #expect(try program.run("run", Self.quickstart, "--replications", "3", "--quiet").status == 0)
    #expect(try program.run("run", Self.quickstart, "--replications", "5", "--quiet").status == 0)
    #expect(try made(in: "results") == 12)
    let changed = try program.run(
      "run", Self.quickstart, "--replications", "5", "--set", "architectures.debate.with.rounds=3", "--quiet")
    #expect(changed.status == 0)
    #expect(try made(in: "results") == 5)
  }

  @Test("A figure's script draws the figure again, from its own folder")
  func script() throws {
    #expect(try program.run("run", Self.quickstart, "--replications", "3", "--quiet").status == 0)
    let figures = folder.file("results/quickstart/figures")
    let drawn = try Data(contentsOf: figures.appending(path: "comparison.svg"))
    #expect(drawn.count > 10_000)
    let script = try folder.text("results/quickstart/figures/comparison.gp")
    #expect(script.contains("comparison.tsv") && !script.contains(folder.url.path))
  }

  @Test("Wrong files: exit status 2, the place, and what to do", arguments: WrongFile.all)
  func wrongFile(file: WrongFile) throws {
    try file.make(folder.url)
    for verb in ["validate", "run", "plan"] {
      let outcome = try program.run(verb, file.path)
      #expect(outcome.status == 2, "\(verb)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains(file.says), "\(verb): \(outcome.errors)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("results").path), "a wrong file leaves nothing behind")
  }
}

/// A path that is no experiment file, and what is said about it.
struct WrongFile: Sendable, CustomTestStringConvertible {
  let path: String
  let says: String
  let make: @Sendable (URL) throws -> Void

  var testDescription: String { path }

  static let all = [
    WrongFile(path: "missing.yaml", says: "missing.yaml: error: there is no such file [missing-file]") { _ in },
    WrongFile(path: "folder", says: "folder: error: this is a folder") {
      try FileManager.default.createDirectory(at: $0.appending(path: "folder"), withIntermediateDirectories: false)
    },
    WrongFile(path: "pipe", says: "pipe: error: this is no ordinary file") {
      #expect(mkfifo($0.appending(path: "pipe").path, 0o600) == 0)
    },
    WrongFile(path: "empty.yaml", says: "empty.yaml:1:1: error: the file is empty [empty-file]") {
      try Data().write(to: $0.appending(path: "empty.yaml"))
    },
    WrongFile(path: "binary.yaml", says: "[not-text]") {
      try Data((0..<2_000).map { UInt8(truncatingIfNeeded: $0 * 37) }).write(to: $0.appending(path: "binary.yaml"))
    },
    WrongFile(path: "huge.yaml", says: "[too-large]") {
      try Data(repeating: UInt8(ascii: "a"), count: 3 << 20).write(to: $0.appending(path: "huge.yaml"))
    },
    WrongFile(path: "deep.yaml", says: "deep.yaml:1:") {
      try Data(String(repeating: "[", count: 100_000).utf8).write(to: $0.appending(path: "deep.yaml"))
    },
    WrongFile(path: "slip.yaml", says: "did you mean 'replications'?") {
      let text =
        "name: slip\nworkload: {kind: batch, tasks: 1}\narchitectures: [{kind: single}]\nreplicatons: {min: 2}\n"
      try Data(text.utf8).write(to: $0.appending(path: "slip.yaml"))
    },
  ]
}
