import Competitors

/// A side that is written in C++.
final class Competitor: Contestant {
  private let contender: OpaquePointer

  init(_ contender: OpaquePointer) {
    self.contender = contender
  }

  deinit {
    contender_free(contender)
  }

  func run(_ units: Int) { contender_run(contender, Int64(units)) }

  var digest: UInt64 { contender_digest(contender) }

  var mean: Double { contender_mean(contender) }
}
