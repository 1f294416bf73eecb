import Agents
import Diagnostics

/// Reads a profile: the numbers of the stochastic model of one language model and of its service.
enum ProfileReader {
  /// - Parameter base: What holds where the file says nothing.
  static func read(_ reader: MappingReader, base: ModelProfile = ModelProfile()) -> ModelProfile {
    var result = base
    var profile = result.worker
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
    ServingReader.read(reader, &result.serving)
    result.worker = profile
    reader.finish()
    return result
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
