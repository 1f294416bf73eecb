/// All kinds of figures.
public enum Figures {
  /// Every kind, sorted by name; a test compares this list with the folder `Figures/`.
  public static let all: [any Figure.Type] = [
    ComparisonFigure.self,
    ConvergenceFigure.self,
    CourseFigure.self,
    DifferencesFigure.self,
    DistributionFigure.self,
    FieldFigure.self,
    ResponseFigure.self,
    ResponseMapFigure.self,
    TourFigure.self,
    TradeoffFigure.self,
    WinnerMapFigure.self,
  ]
}
