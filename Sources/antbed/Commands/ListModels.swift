import ArgumentParser
import ColonyModels
import Reports
import RunRecords

struct ListModels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: "List the models of colonies, or tell what one of them takes and measures.",
    discussion: """
      EXAMPLE
        antbed models
        antbed models double-bridge
      """)

  @Argument(help: "A model's name; all of them without one.")
  var name: String?

  func run() throws {
    guard let name else {
      let rows = Models.all.map { [$0.name, $0.summary] }
      for row in TextTable(header: ["model", "what it is"], rows: rows).leftAligned { print(row) }
      print("\nParameters and metrics of one: antbed models NAME. In an experiment file: model: NAME.")
      return
    }
    guard let model = Models.named(name) else {
      throw Trouble(unknown: "model", name, among: Models.all.map { $0.name })
    }
    describe(model)
  }

  private func describe(_ model: any ColonyModel.Type) {
    print("\(model.name): \(model.summary)\nAfter \(model.source)")
    let parameters = model.parameters.map { parameter in
      ["  " + parameter.name, parameter.defaultValue.text, parameter.allowedText, parameter.summary]
    }
    print("")
    for line in TextTable(header: ["with", "default", "allowed", "meaning"], rows: parameters).leftAligned {
      print(line)
    }
    let metrics = model.metrics.map { metric in
      ["  " + metric.name, metric.unit, metric.better == .neither ? "" : metric.better.rawValue, metric.summary]
    }
    print("")
    for line in TextTable(header: ["metric", "unit", "better", "meaning"], rows: metrics).leftAligned { print(line) }
    guard !model.series.isEmpty else { return }
    print("")
    let series = model.series.map { ["  " + $0.name, $0.unit, "along \($0.along)", $0.summary] }
    for line in TextTable(header: ["series", "unit", "", "meaning"], rows: series).leftAligned { print(line) }
  }
}
