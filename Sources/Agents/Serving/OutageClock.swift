import RandomStreams

/// Whether a provider is in service, drawn as far as anyone has asked: exponential times in and out of service.
struct OutageClock {
  private let profile: OutageProfile
  private var stream: RandomStream
  private var isOut = false
  private var nextChange: Double

  init(_ profile: OutageProfile, _ stream: RandomStream) {
    self.profile = profile
    self.stream = stream
    nextChange = 0
    nextChange = length()
  }

  /// - Precondition: Not before a time that was asked for.
  mutating func isOut(at now: Double) -> Bool {
    while nextChange <= now {
      isOut.toggle()
      nextChange += length()
    }
    return isOut
  }

  private mutating func length() -> Double {
    let mean = isOut ? profile.meanSeconds : profile.meanSecondsBetween
    return mean < .infinity ? stream.exponential(mean: mean) : .infinity
  }
}
