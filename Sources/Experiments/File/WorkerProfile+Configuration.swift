import Agents

extension WorkerProfile {
  var configuration: [(key: String, value: ConfigurationValue)] {
    [
      (
        "correctness",
        .mapping([
          ("accuracy", .number(correctness.accuracy)),
          ("error_correlation", .number(correctness.errorCorrelation)),
          ("shared_difficulty", .number(correctness.sharedDifficulty)),
          ("wrong_answers", .integer(correctness.wrongAnswers)),
          ("wrong_answer_concentration", .number(correctness.wrongAnswerConcentration)),
        ])
      ),
      (
        "confidence",
        .mapping([
          ("center", .number(confidence.center)), ("spread", .number(confidence.spread)),
          ("auroc", .number(confidence.auroc)), ("consistency", .number(confidence.consistency)),
        ])
      ),
      (
        "reading",
        .mapping([
          ("prior_strength", .number(reading.priorStrength)), ("own_weight", .number(reading.ownWeight)),
          ("correct_pull", .number(reading.correctPull)),
        ])
      ),
    ]
  }
}
