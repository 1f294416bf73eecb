import Agents

extension WorkerProfile {
  /// Every key of a profile file that says how a worker answers, with its value.
  ///
  /// `family` and `skills` stand only where they are given: an empty name and an empty mapping could not be read.
  var configuration: [(key: String, value: ConfigurationValue)] {
    (family.isEmpty ? [] : [("family", .text(family))])
      + [("correctness", correctnessValue), ("subtasks", subtasksValue)]
      + (skills.isEmpty
        ? []
        : [("skills", .mapping(skills.sorted { $0.key < $1.key }.map { (key: $0.key, value: .number($0.value)) }))])
      + [
        ("confidence", confidenceValue), ("reading", readingValue), ("judging", judgingValue),
        (
          "verifying",
          .mapping([
            ("true_positive", .number(verifying.truePositive)), ("true_negative", .number(verifying.trueNegative)),
          ])
        ),
        ("moderating", .mapping([("error", .number(moderatingError))])),
      ]
  }

  private var correctnessValue: ConfigurationValue {
    .mapping([
      ("accuracy", .number(correctness.accuracy)),
      ("error_correlation", .number(correctness.errorCorrelation)),
      ("shared_difficulty", .number(correctness.sharedDifficulty)),
      ("shared_across_families", .number(correctness.sharedAcrossFamilies)),
      ("wrong_answers", .integer(correctness.wrongAnswers)),
      ("wrong_answer_concentration", .number(correctness.wrongAnswerConcentration)),
      ("sampling", .word(correctness.sampling.rawValue)), ("flip", .number(correctness.flip)),
    ])
  }

  private var subtasksValue: ConfigurationValue {
    .mapping([
      ("correlation", .number(subtasks.correlation)), ("load", .number(subtasks.load)),
      ("propagation", .number(subtasks.propagation)),
    ])
  }

  private var confidenceValue: ConfigurationValue {
    .mapping([
      ("center", .number(confidence.center)), ("spread", .number(confidence.spread)),
      ("auroc", .number(confidence.auroc)), ("consistency", .number(confidence.consistency)),
    ])
  }

  private var readingValue: ConfigurationValue {
    let merging = reading.mergeStrength.map { [(key: "merge_strength", value: ConfigurationValue.number($0))] } ?? []
    return .mapping(
      merging + [
        ("prior_strength", .number(reading.priorStrength)), ("own_weight", .number(reading.ownWeight)),
        ("correct_pull", .number(reading.correctPull)), ("rederivation", .number(reading.rederivation)),
        ("rederivation_gain", .number(reading.rederivationGain)), ("persuasion", .number(reading.persuasion)),
        ("stubbornness", .number(reading.stubbornness)), ("lock_in", .word(reading.lockIn.rawValue)),
        ("confidence_weight", .number(reading.confidenceWeight)), ("plan_gain", .number(reading.planGain)),
        ("merge_skill", .number(reading.mergeSkill)), ("reflection_flip", .number(reading.reflectionFlip)),
        ("reflection_gain", .number(reading.reflectionGain)),
      ])
  }

  private var judgingValue: ConfigurationValue {
    .mapping([
      ("accuracy", .number(judging.accuracy)), ("position_bias", .number(judging.positionBias)),
      ("self_preference", .number(judging.selfPreference)), ("correlation", .number(judging.correlation)),
    ])
  }
}
