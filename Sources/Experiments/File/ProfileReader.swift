import Agents
import Diagnostics

/// Reads a profile: the numbers of the stochastic model of one language model and of its service.
enum ProfileReader {
  /// - Parameter base: What holds where the file says nothing.
  static func read(_ reader: MappingReader, base: ModelProfile = ModelProfile()) -> ModelProfile {
    var result = base
    var profile = result.worker
    _ = reader.integer("format", default: ExperimentFile.format, in: ExperimentFile.format...ExperimentFile.format)
    profile.family = reader.text("family", example: "llama") ?? profile.family
    if let section = reader.mapping("correctness") { correctness(section, &profile.correctness) }
    if let section = reader.mapping("subtasks") { subtasks(section, &profile.subtasks) }
    if let section = reader.mapping("skills", example: "{arithmetic: 0.5}") { skills(section, &profile.skills) }
    if let section = reader.mapping("confidence") { confidence(section, &profile.confidence) }
    if let section = reader.mapping("reading") { reading(section, &profile.reading) }
    if let section = reader.mapping("judging") { judging(section, &profile.judging) }
    if let section = reader.mapping("verifying") {
      profile.verifying.truePositive = section.share(
        "true_positive", default: profile.verifying.truePositive, in: 0.01...0.99)
      profile.verifying.trueNegative = section.share(
        "true_negative", default: profile.verifying.trueNegative, in: 0.01...0.99)
      section.finish()
    }
    if let section = reader.mapping("moderating") {
      profile.moderatingError = section.share("error", default: profile.moderatingError, in: 0...1)
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
    correctness.sharedAcrossFamilies = section.number(
      "shared_across_families", default: correctness.sharedAcrossFamilies, in: 0...1)
    correctness.wrongAnswers = section.integer("wrong_answers", default: correctness.wrongAnswers, in: 1...25)
    correctness.wrongAnswerConcentration = section.number(
      "wrong_answer_concentration", default: correctness.wrongAnswerConcentration, in: 0.001...1e6)
    correctness.sampling = section.choice("sampling", default: correctness.sampling)
    correctness.flip = section.share("flip", default: correctness.flip, in: 0...1)
    section.finish()
  }

  private static func subtasks(_ section: MappingReader, _ subtasks: inout WorkerProfile.Subtasks) {
    subtasks.correlation = section.number("correlation", default: subtasks.correlation, in: 0...1)
    subtasks.load = section.number("load", default: subtasks.load, in: 0...100)
    subtasks.propagation = section.share("propagation", default: subtasks.propagation, in: 0...1)
    section.finish()
  }

  private static func skills(_ section: MappingReader, _ skills: inout [String: Double]) {
    for (key, _) in section.pairs {
      guard let name = key.text else { continue }
      skills[name] = section.number(name, default: 0, in: -20...20)
    }
    section.finish()
  }

  private static func confidence(_ section: MappingReader, _ confidence: inout WorkerProfile.Confidence) {
    confidence.center = section.number("center", default: confidence.center, in: -10...10)
    confidence.spread = section.number("spread", default: confidence.spread, in: 0...10)
    confidence.auroc = section.number("auroc", default: confidence.auroc, in: 0.01...0.99)
    confidence.consistency = section.number("consistency", default: confidence.consistency, in: 0...1)
    section.finish()
  }

  private static func reading(_ section: MappingReader, _ reading: inout WorkerProfile.Reading) {
    reading.priorStrength = section.number("prior_strength", default: reading.priorStrength, in: 0.01...1e6)
    reading.ownWeight = section.number("own_weight", default: reading.ownWeight, in: 0...1e6)
    reading.correctPull = section.number("correct_pull", default: reading.correctPull, in: -1...1e6)
    reading.rederivation = section.share("rederivation", default: reading.rederivation, in: 0...1)
    reading.rederivationGain = section.number("rederivation_gain", default: reading.rederivationGain, in: -20...20)
    reading.persuasion = section.number("persuasion", default: reading.persuasion, in: 0...5)
    reading.stubbornness = section.number("stubbornness", default: reading.stubbornness, in: 0...5)
    reading.lockIn = section.choice("lock_in", default: reading.lockIn)
    reading.confidenceWeight = section.number("confidence_weight", default: reading.confidenceWeight, in: 0...1)
    reading.planGain = section.number("plan_gain", default: reading.planGain, in: -20...20)
    if section.value("merge_strength") != nil {
      reading.mergeStrength = section.number("merge_strength", default: reading.priorStrength, in: 0.01...1e6)
    }
    reading.mergeSkill = section.number("merge_skill", default: reading.mergeSkill, in: -20...20)
    reading.reflectionFlip = section.share("reflection_flip", default: reading.reflectionFlip, in: 0...1)
    reading.reflectionGain = section.number("reflection_gain", default: reading.reflectionGain, in: -20...20)
    section.finish()
  }

  private static func judging(_ section: MappingReader, _ judging: inout WorkerProfile.Judging) {
    judging.accuracy = section.share("accuracy", default: judging.accuracy, in: 0.01...0.99)
    judging.positionBias = section.number("position_bias", default: judging.positionBias, in: -20...20)
    judging.selfPreference = section.number("self_preference", default: judging.selfPreference, in: -20...20)
    judging.correlation = section.number("correlation", default: judging.correlation, in: 0...0.95)
    section.finish()
  }
}

extension MappingReader {
  /// One of the cases of an enumeration, by its word.
  fileprivate func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, default fallback: Choice
  ) -> Choice {
    Choice(rawValue: choice(key, default: fallback.rawValue, allowed: Choice.allCases.map(\.rawValue))) ?? fallback
  }
}
