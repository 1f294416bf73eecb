import RunRecords
import Statistics

extension StandardMetric {
  /// What stated confidences are worth.
  static let calibration: [StandardMetric] = [
    StandardMetric(
      "ece", title: "Calibration error", unit: "share", better: .lower,
      summary: "Expected calibration error of stated confidences, in 15 bins of equal mass.", needs: .confidences
    ) { $0.calibration?.expectedError },
    StandardMetric(
      "brier", title: "Brier score", unit: "score", better: .lower,
      summary: "Mean squared difference between a stated confidence and whether the answer is right.",
      needs: .confidences
    ) { $0.calibration?.brier },
    StandardMetric(
      "brier_reliability", title: "Brier reliability", unit: "score", better: .lower,
      summary: "The part of the Brier score that better stated figures would save.", needs: .confidences
    ) { $0.calibration?.reliability },
    StandardMetric(
      "brier_resolution", title: "Brier resolution", unit: "score", better: .higher,
      summary: "The part of the uncertainty that stated confidences resolve.", needs: .confidences
    ) { $0.calibration?.resolution },
    StandardMetric(
      "brier_uncertainty", title: "Brier uncertainty", unit: "score", better: .neither,
      summary: "The Brier score of always stating the share of right answers.", needs: .confidences
    ) { $0.calibration?.uncertainty },
    StandardMetric(
      "auroc", title: "AUROC of confidence", unit: "share", better: .higher,
      summary: "Probability that a right answer was stated with more confidence than a wrong one.",
      needs: .confidences
    ) { AUROC($0.forecasts)?.value },
  ]
}
