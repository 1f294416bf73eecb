import TestSupport

/// Ways in which the times of events follow each other that are hard for one event list or another.
enum AdversarialTimes: String, CaseIterable {
  /// Every event at the same moment: only the serials tell.
  case allEqual
  case zeroDelays, mostlyZeroDelays
  case uniform
  /// A few moments, each with many events.
  case fewValues
  /// Batches of 512 at one moment.
  case batches
  case ascending
  /// Always before all others, and before what has left.
  case descending
  /// Nine delays in ten are a millionth of the tenth.
  case bimodal
  /// Pareto delays of shape 1/2: without a mean, so that the time soon dwarfs most delays.
  case pareto
  /// A few units above the time at hand, counted from 0 on: no normal number is ever reached.
  case denormal
  /// The last doubles there are.
  case huge
  /// Zero to three units in the last place after the time at hand.
  case adjacent
  /// Any bit pattern of a time: all exponents alike.
  case everyScale

  /// - Parameters:
  ///   - now: The time of the last event that left.
  ///   - number: How many events were inserted before.
  func time(after now: Double, number: Int, from random: inout SplitMix) -> Double {
    switch self {
    case .allEqual: 1
    case .zeroDelays: now
    case .mostlyZeroDelays: random.below(5) > 0 ? now : now + random.uniform()
    case .uniform: now + random.uniform()
    case .fewValues: now.rounded(.down) + Double(random.below(4))
    case .batches: max(now, Double(number / 512))
    case .ascending: Double(number)
    case .descending: Double(10_000_000 - number)
    case .bimodal: now + random.uniform() * (random.below(10) > 0 ? 1e-6 : 1)
    case .pareto: now + pareto(random.uniform())
    case .denormal: now.isNormal ? now : Double(bitPattern: now.bitPattern + UInt64(random.below(4)))
    case .huge:
      Double(bitPattern: Double.greatestFiniteMagnitude.bitPattern - random.next() >> UInt64(12 + random.below(52)))
    case .adjacent:
      min(Double(bitPattern: max(now, 1).bitPattern + UInt64(random.below(4))), .greatestFiniteMagnitude)
    case .everyScale: Double(bitPattern: random.next() % Double.infinity.bitPattern)
    }
  }

  private func pareto(_ uniform: Double) -> Double { 1 / max(uniform * uniform, 0x1p-100) }
}

extension SplitMix {
  /// In 0..<1.
  fileprivate mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
}
