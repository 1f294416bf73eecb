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
  ///
  /// - Complexity: O(changes since the last time), at most 10⁵ of them: after so many the past is forgotten.
  mutating func isOut(at now: Double) -> Bool {
    if now - nextChange > 5e4 * (profile.meanSeconds + profile.meanSecondsBetween) {
      isOut = stream.uniform() >= profile.availability
      nextChange = now
      nextChange += length()
      return isOut
    }
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
