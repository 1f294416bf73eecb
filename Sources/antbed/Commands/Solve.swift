import ArgumentParser
import ColonyOptimization
import Diagnostics
import Foundation
import Plotting
import Reports

struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find a short tour of a TSPLIB file with a colony of ants.",
    discussion: """
      Seconds are processor time of the process, read between iterations: how far a search gets in them depends on the
      machine. The number of iterations does not; the command that is printed repeats the tour byte for byte. An interrupt
      (ctrl-C) ends the search as a limit does: the best tour so far is written.

      EXAMPLE
        antbed solve Experiments/tsp/instances/berlin52.tsp --algorithm mmas --seconds 2 --seed 1 --optimum 7542
      """)

  @Argument(help: "The problem, a TSPLIB file.", completion: .file(extensions: ["tsp"]))
  var file: String

  @Option(
    help: ArgumentHelp("Who lays how much trail: \(names(ColonyAlgorithm.self)).", valueName: "name"),
    transform: { try choice($0) })
  var algorithm = ColonyAlgorithm.maxMin

  @Option(
    name: .customLong("local-search"),
    help: ArgumentHelp("What improves a tour: \(names(LocalSearchKind.self)).", valueName: "name"),
    transform: { try choice($0) })
  var localSearch = LocalSearchKind.iterated

  @Option(help: ArgumentHelp("Stop after so much processor time; 10 without --iterations.", valueName: "s"))
  var seconds: Double?

  @Option(help: ArgumentHelp("Stop after so many iterations.", valueName: "n"))
  var iterations: Int?

  @Option(help: ArgumentHelp("Every random draw follows from it.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Ants an iteration.", valueName: "n"))
  var ants: Int?

  @Option(help: ArgumentHelp("Stop when a tour is as short; gaps are given from it.", valueName: "length"))
  var optimum: Int?

  @Option(help: ArgumentHelp("Where the tour goes; results/solve/NAME.tour by default.", valueName: "file"))
  var tour: String?

  @Option(
    help: ArgumentHelp(
      "Where the search's course is drawn, and the tour beside it; beside the tour's file by default.",
      valueName: "file.svg"))
  var plot: String?

  @Flag(name: .customLong("no-plot"), help: "Draw nothing.")
  var noPlot = false

  @Flag(help: "Print JSON.")
  var json = false

  private static func names<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type) -> String {
    type.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// - Throws: `ValidationError` with what is allowed and the nearest of it.
  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(_ word: String) throws -> Choice {
    if let choice = Choice(rawValue: word) { return choice }
    let near = nearestMatch(to: word, among: Choice.allCases.map(\.rawValue)).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("'\(word)' is unknown; allowed: \(names(Choice.self)).\(near)")
  }

  func validate() throws {
    if let seconds, !(seconds >= 0 && seconds <= 1e9) {
      throw ValidationError("--seconds is \(seconds); it must be in 0...1e9")
    }
    if let iterations, iterations < 0 {
      throw ValidationError("--iterations is \(iterations); it must be at least 0")
    }
    if let ants, !(1...100_000 ~= ants) { throw ValidationError("--ants is \(ants); it must be in 1...100000") }
    if let optimum, optimum < 0 { throw ValidationError("--optimum is \(optimum); it must be at least 0") }
    if let plot, !plot.hasSuffix(".svg") { throw ValidationError("--plot is '\(plot)'; it must end in .svg") }
  }

  func run() throws {
    let instance = try readInstance()
    var parameters = ColonyParameters(
      algorithm: algorithm, localSearch: localSearch, nodes: instance.count, seed: seed)
    if let ants { parameters.ants = ants }
    var course = SearchCourse()
    let interruption = Interruption("ending the search")
    let result = ColonySearch(instance, parameters).run { [flag = interruption.flag] progress in
      course.note(progress)
      if let optimum, progress.bestLength <= optimum { return false }
      if let iterations, progress.iterations >= iterations { return false }
      let limit = seconds ?? (iterations == nil ? 10 : .infinity)
      return course.elapsed < limit && !flag.isRaised
    }
    interruption.end()
    let tourFile = try write(result, instance)
    let drawings = try draw(result, instance, course, tourFile: tourFile)
    let report = SolveReport(self, instance, result, course, tourFile: tourFile, plotFile: drawings.first)
    print(json ? try StableJSON.text(report) : report.text, terminator: json ? "" : "\n")
  }

  /// Draws where it was asked to, and otherwise beside the tour; what was not asked for may be missing, with a warning.
  private func draw(
    _ result: ColonyResult, _ instance: TravellingSalesmanInstance, _ course: SearchCourse, tourFile: String
  ) throws -> [String] {
    if noPlot { return [] }
    if let plot { return try SolveDrawings(path: plot).write(result, instance, course, self) }
    let path = InputFile.folder(of: tourFile) + "\(stem).svg"
    do {
      return try SolveDrawings(path: path).write(result, instance, course, self)
    } catch let trouble as Trouble {
      Terminal.printError(trouble.text.replacing("error:", with: "warning:", maxReplacements: 1))
      return []
    }
  }

  /// The command that finds the same tour again on any machine.
  func repeating(_ result: ColonyResult) -> String {
    var words = ["antbed", "solve", file, "--algorithm", algorithm.rawValue]
    if localSearch != .iterated { words += ["--local-search", localSearch.rawValue] }
    if let ants { words += ["--ants", String(ants)] }
    words += ["--iterations", String(result.progress.bestIteration), "--seed", String(seed)]
    return words.map { $0.contains(where: { " '\"$\\".contains($0) }) ? "'\($0)'" : $0 }.joined(separator: " ")
  }

  private func readInstance() throws -> TravellingSalesmanInstance {
    guard let data = InputFile.read(file, limit: 1 << 30) else {
      throw Trouble("\(file): error: \(InputFile.reason(file, expected: "a TSPLIB file")) [unreadable]")
    }
    do {
      return try TSPLIBReader(source: file).read([UInt8](data))
    } catch {
      let sources = [file: String(decoding: data.prefix(4 << 20), as: UTF8.self)]
      throw Trouble(DiagnosticRenderer(sources: sources, color: Terminal.errorHasColor).render(error.diagnostics))
    }
  }

  /// The file's name without folder and ending, of letters that any file system takes.
  var stem: String {
    let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    return String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "_" })
  }

  private func write(_ result: ColonyResult, _ instance: TravellingSalesmanInstance) throws -> String {
    let path = tour ?? "results/solve/\(stem).tour"
    let text = TourFile.text(
      result.tour, name: "\(stem).tour", comment: "length \(result.progress.bestLength); \(repeating(result))")
    do {
      let url = URL(fileURLWithPath: path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw Trouble("\(path): error: the tour cannot be written [read-only]", exit: .someRunsFailed)
    }
    return path
  }
}
