import Agents
import SimulationKernel
import Statistics

/// What a run leaves to be measured.
struct RunObservations {
  /// By task, then by attempt; at least one.
  let outcomes: [TaskOutcome]
  let services: [ServiceReadout]
  /// Attempts at each task, at least 1.
  let attempts: Int
  /// All stated confidences.
  let forecasts: [Forecast]
  /// `nil` where no confidence was stated.
  let calibration: CalibrationBins?
  /// Whether an agent's first answer is right, grouped by question; `nil` where that cannot be estimated.
  let correctness: IntraclassCorrelation?

  /// - Parameter outcomes: In any order, at least one.
  init(outcomes: [TaskOutcome], services: [ServiceReadout], attempts: Int = 1) {
    precondition(!outcomes.isEmpty, "a run has no task; it must have at least 1")
    // A sum of floating-point numbers depends on their order.
    self.outcomes = outcomes.sorted { ($0.task.index, $0.task.attempt) < ($1.task.index, $1.task.attempt) }
    self.services = services
    self.attempts = attempts
    // Six metrics need the same sorted forecasts, two the same groups.
    forecasts = self.outcomes.flatMap(\.digest.forecasts)
    calibration = CalibrationBins(forecasts)
    correctness = IntraclassCorrelation(self.outcomes.flatMap { $0.digest.answers?.firstAnswers ?? [] })
  }

  /// When the last answer came.
  var end: SimulationTime { outcomes.map(\.end).max() ?? .zero }

  /// The attempts at each task.
  var byTask: [ArraySlice<TaskOutcome>] {
    var slices: [ArraySlice<TaskOutcome>] = []
    var start = 0
    while start < outcomes.count {
      let end = outcomes[start...].firstIndex { $0.task.index != outcomes[start].task.index } ?? outcomes.count
      slices.append(outcomes[start..<end])
      start = end
    }
    return slices
  }

  /// The mean over attempts of something.
  func mean(_ value: (TaskOutcome) -> Double) -> Double {
    outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
  }

  /// The sum over attempts of something counted.
  func sum(_ value: (TaskOutcome) -> Int) -> Int { outcomes.reduce(0) { $0 + value($1) } }

  /// One part of the digest, summed up; `nil` where it was not written down.
  func sum<Part>(_ part: (EpisodeDigest) -> Part?, _ value: (Part) -> Int) -> Int? {
    fold(part, 0) { $0 + value($1) }
  }

  /// One part of the digest, summed up; `nil` where it was not written down.
  func sum<Part>(_ part: (EpisodeDigest) -> Part?, _ value: (Part) -> Double) -> Double? {
    fold(part, 0) { $0 + value($1) }
  }

  private func fold<Part, Sum>(_ part: (EpisodeDigest) -> Part?, _ zero: Sum, _ add: (Sum, Part) -> Sum) -> Sum? {
    var total: Sum?
    for outcome in outcomes {
      if let part = part(outcome.digest) { total = add(total ?? zero, part) }
    }
    return total
  }

  /// A quantile of the seconds to the answer.
  func timeToAnswer(_ share: Double) -> Double {
    SampleQuantiles(outcomes.lazy.map(\.timeToAnswer.seconds))(share)
  }
}

/// A share of a number; `nil` where there is nothing to have a share of.
func ratio(_ part: Double?, _ whole: Double?) -> Double? {
  guard let part, let whole, whole > 0 else { return nil }
  return part / whole
}

/// A share of a count; `nil` where there is nothing to have a share of.
func ratio(_ part: Int?, _ whole: Int?) -> Double? { ratio(part.map(Double.init), whole.map(Double.init)) }

/// A share of a count in per cent; `nil` where there is nothing to have a share of.
func percentage(_ part: Int?, _ whole: Int?) -> Double? { ratio(part, whole).map { $0 * 100 } }
