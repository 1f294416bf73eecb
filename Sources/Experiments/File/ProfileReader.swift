import Agents
import Diagnostics

/// Reads a worker profile: the numbers of the stochastic model of one language model.
enum ProfileReader {
  static func read(_ reader: MappingReader) -> WorkerProfile {
    var profile = WorkerProfile()
    _ = reader.integer("format", default: ExperimentFile.format, in: ExperimentFile.format...ExperimentFile.format)
    if let section = reader.mapping("correctness") { correctness(section, &profile.correctness) }
    if let section = reader.mapping("confidence") {
      profile.confidence.center = section.number("center", default: profile.confidence.center, in: -10...10)
      profile.confidence.spread = section.number("spread", default: profile.confidence.spread, in: 0...10)
      profile.confidence.auroc = section.number("auroc", default: profile.confidence.auroc, in: 0.01...0.99)
      profile.confidence.consistency = section.number(
        "consistency", default: profile.confidence.consistency, in: 0...1)
      section.finish()
    }
    if let section = reader.mapping("reading") {
      profile.reading.priorStrength = section.number(
        "prior_strength", default: profile.reading.priorStrength, in: 0.01...1e6)
      profile.reading.ownWeight = section.number("own_weight", default: profile.reading.ownWeight, in: 0...1e6)
      profile.reading.correctPull = section.number("correct_pull", default: profile.reading.correctPull, in: -1...1e6)
      section.finish()
    }
    if let section = reader.mapping("tokens") {
      profile.promptTokens = section.lognormal("prompt", .none, default: profile.promptTokens)
      profile.completionTokens = section.lognormal("completion", .none, default: profile.completionTokens)
      section.finish()
    }
    if let section = reader.mapping("latency") {
      profile.firstToken = section.lognormal("first_token", .duration, default: profile.firstToken)
      profile.speed = section.lognormal("speed", .rate, default: profile.speed)
      section.finish()
    }
    reader.finish()
    return profile
  }

  private static func correctness(_ section: MappingReader, _ correctness: inout WorkerProfile.Correctness) {
    correctness.accuracy = section.share("accuracy", default: correctness.accuracy, in: 0.01...0.99)
    correctness.errorCorrelation = section.number(
      "error_correlation", default: correctness.errorCorrelation, in: 0...0.95)
    correctness.sharedDifficulty = section.number(
      "shared_difficulty", default: correctness.sharedDifficulty, in: 0...1)
    correctness.wrongAnswers = section.integer("wrong_answers", default: correctness.wrongAnswers, in: 1...25)
    correctness.wrongAnswerConcentration = section.number(
      "wrong_answer_concentration", default: correctness.wrongAnswerConcentration, in: 0.001...1e6)
    section.finish()
  }
}

extension MappingReader {
  /// A lognormal quantity, `lognormal(median, sigma)`, or a constant one, written as the number alone.
  func lognormal(_ key: String, _ dimension: Dimension, default fallback: Lognormal) -> Lognormal {
    guard let node = value(key) else { return fallback }
    let example = dimension == .none ? "lognormal(150, 0.5)" : "lognormal(\(dimension.example), 0.5)"
    guard let text = node.text else { return wrongType(node, "a random quantity", example: example) ?? fallback }
    if node.isUnclosedCall {
      findings.error(
        "wrong-type", at: node.location, "expected \(example), got \(node.described)",
        remedy: "within {...} a text with ',' needs quotes: \"\(example)\"")
      return fallback
    }
    guard let call = FunctionCall(text) else {
      guard Quantity(text) != nil else { return wrongType(node, "a random quantity", example: example) ?? fallback }
      return quantity(node, key: key, dimension, in: 1e-9...1e12).map { Lognormal(median: $0, sigma: 0) } ?? fallback
    }
    guard call.name == "lognormal", call.arguments.count == 2 else {
      return wrongType(node, "lognormal(median, sigma)", example: example) ?? fallback
    }
    let median = quantity(
      call.arguments[0], at: node, key: key, name: "the median of '\(key)'", dimension, in: 1e-9...1e12)
    let sigma = quantity(call.arguments[1], at: node, key: key, name: "the sigma of '\(key)'", .none, in: 0...10)
    guard let median, let sigma else { return fallback }
    return Lognormal(median: median, sigma: sigma)
  }
}
