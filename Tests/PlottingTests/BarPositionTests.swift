import Plotting
import Testing

@Suite("Bars of several variants")
struct BarPositionTests {
  /// Three variants: the first two have values in common at the second level, the third is far above.
  private func bars(levels: [Double]) -> [String] {
    func response(_ name: String, _ means: [Double]) -> Response {
      Response(
        name: name, levels: levels, estimates: means.map { Estimate(mean: $0, low: $0 - 1, high: $0 + 1) })
    }
    let figure = ResponseFigure(
      headline: "", footer: "", factor: ResponseFactor(title: "Ants", unit: ""),
      panels: [
        ResponsePanel(
          metric: SampleFigures.makespan,
          responses: [
            response("one", [1, 5, 9]), response("two", [4, 6, 20]), response("three", [50, 50, 50]),
          ])
      ], sampling: SampleFigures.sampling)
    let elements = figure.script(theme: .light).split(separator: "F index 1 ").dropFirst()
    return elements.filter { $0.contains("vectors") }.compactMap {
      $0.split(separator: "using ").last?.split(separator: ":(").first.map(String.init)
    }
  }

  @Test("Those that hide each other are moved aside by as much in opposite directions; the others stay")
  func linear() {
    let bars = bars(levels: [1, 2, 3])
    #expect(bars.count == 3 && bars[2] == "6")
    #expect(bars[0].hasPrefix("($6 + -0.0") && bars[1] == bars[0].replacing("-", with: ""))
  }

  @Test("On a logarithmic axis they are moved by factors")
  func logarithmic() throws {
    let bars = bars(levels: [1, 100, 10_000])
    #expect(bars[0].hasPrefix("($6 * 0.9") && bars[1].hasPrefix("($6 * 1.0") && bars[2] == "6")
  }
}
