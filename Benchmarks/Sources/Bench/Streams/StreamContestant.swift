import RandomStreams

/// Our side of a series of draws; a unit is a draw.
struct StreamContestant<Source: DrawSource>: Contestant {
  private var stream: RandomStream
  private var sum = Source.zero
  private var count = 0

  init(_ streams: StreamFamily, name: String) {
    stream = streams.stream(name)
  }

  mutating func run(_ draws: Int) {
    var local = stream
    var total = sum
    for _ in 0..<draws { Source.add(&local, to: &total) }
    stream = local
    sum = total
    count += draws
  }

  var digest: UInt64 { Source.bits(sum) }

  var mean: Double { Source.number(sum) / Double(count) }
}
