import RandomStreams

// snippet: ant-state
/// An ant: its luck, when it begins to care, and what it has done.
struct Ant {
  var stream: RandomStream
  let threshold: Float
  var trips: UInt32 = 0

  /// Whether it goes: s² / (s² + θ²), the response function of Bonabeau, Theraulaz and Deneubourg (1998).
  mutating func engages(at stimulus: Double) -> Bool {
    let (s, theta) = (stimulus * stimulus, Double(threshold) * Double(threshold))
    return stream.bernoulli(s / (s + theta))
  }
}
// end
