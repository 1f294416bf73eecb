import RandomStreams

/// Makes a stream for every entity in turn, and draws once from each; a unit is a stream.
struct NewStreamContestant: Contestant {
  private let streams: NamedStreams
  private var entity = 0
  private var sum: UInt64 = 0

  init(_ streams: StreamFamily, name: String) {
    self.streams = streams.named(name)
  }

  mutating func run(_ units: Int) {
    for _ in 0..<units {
      var stream = streams.stream(for: StreamEntity(entity))
      entity += 1
      sum &+= stream.next()
    }
  }

  var digest: UInt64 { sum }
}
