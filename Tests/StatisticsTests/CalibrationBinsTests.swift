import Statistics
import TestSupport
import Testing

@Suite("Calibration of forecasts")
struct CalibrationBinsTests {
  /// 32 forecasts that are all different, of which 17 come true; with `levels`, rounded to so many steps.
  private func forecasts(levels: Double? = nil) -> [Forecast] {
    (1...32).map { place in
      let probability = Double(place * 37 % 101) / 100
      let isTrue = Double(place * place * 13 % 17) / 17 < probability
      return Forecast(levels.map { (probability * $0).rounded(.toNearestOrEven) / $0 } ?? probability, isTrue)
    }
  }

  // Reference values: numpy 2, each forecast put into its bin by its middle place, one by one.

  @Test("Forecasts that all differ fill all bins")
  func allDifferent() throws {
    let found = try #require(CalibrationBins(forecasts()))
    #expect(found.bins.count == 15)
    #expect(found.bins.allSatisfy { 2...3 ~= $0.count })
    #expect(isNear(found.expectedError, 0.1634375))
    #expect(isNear(found.brier, 0.14470937499999997))
    #expect(isNear(found.reliability, 0.0423703125))
    #expect(isNear(found.resolution, 0.146684375))
    #expect(isNear(found.uncertainty, 0.2490234375))
  }

  @Test("Equal forecasts stay together")
  func ties() throws {
    let found = try #require(CalibrationBins(forecasts(levels: 5)))
    #expect(found.bins.count == 6)
    #expect(isNear(found.expectedError, 0.0875))
    #expect(isNear(found.brier, 0.1625))
    #expect(isNear(found.reliability, 0.020572916666666663))
    #expect(isNear(found.resolution, 0.10709635416666667))
  }

  @Test("The Brier score is reliability less resolution plus uncertainty, for any bins", arguments: [1, 2, 7, 15, 100])
  func decomposition(bins: Int) throws {
    let found = try #require(CalibrationBins(forecasts(), count: bins))
    #expect(abs(found.reliability - found.resolution + found.uncertainty - found.brier) < 1e-15)
    #expect(found.bins.reduce(0) { $0 + $1.count } == found.count)
  }

  @Test("The order of the forecasts decides nothing", arguments: [nil, 5.0])
  func order(levels: Double?) {
    #expect(CalibrationBins(forecasts(levels: levels)) == CalibrationBins(forecasts(levels: levels).reversed()))
  }

  @Test("One who is always sure and half of the time right is off by a half")
  func overconfident() throws {
    let found = try #require(CalibrationBins((0..<10).map { Forecast(1, $0 < 5) }))
    #expect(found.expectedError == 0.5)
    #expect(found.brier == 0.5)
    #expect(found.reliability == 0.25)
    #expect(found.resolution == 0)
  }

  @Test("Without forecasts there is no calibration")
  func empty() {
    #expect(CalibrationBins([]) == nil)
  }

  @Test("A forecast above 1 stops the program")
  func impossible() async {
    await #expect(processExitsWith: .failure) { _ = Forecast(1.01, true) }
  }

  // The area under the curve, of the same forecasts; reference: all pairs, one by one.

  @Test("The area is the share of pairs in which the success has the higher forecast, ties counting half")
  func area() throws {
    #expect(isNear(try #require(AUROC(forecasts())).value, 0.8784313725490196))
    #expect(isNear(try #require(AUROC(forecasts(levels: 5))).value, 0.8372549019607843))
    #expect(AUROC([Forecast(0.5, true), Forecast(0.5, false)])?.value == 0.5)
    #expect(AUROC([Forecast(0.2, true), Forecast(0.7, false)])?.value == 0)
  }

  @Test("Without a success or without a failure there is no area", arguments: [true, false])
  func oneSided(isTrue: Bool) {
    #expect(AUROC([Forecast(0.4, isTrue), Forecast(0.6, isTrue)]) == nil)
  }
}
