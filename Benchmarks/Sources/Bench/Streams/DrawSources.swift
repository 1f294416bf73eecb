import RandomStreams

enum NextBits: DrawSource {
  static var zero: UInt64 { 0 }

  static func add(_ stream: inout RandomStream, to sum: inout UInt64) { sum &+= stream.next() }

  static func bits(_ sum: UInt64) -> UInt64 { sum }

  static func number(_ sum: UInt64) -> Double { Double(sum) }
}

enum UniformNumber: NumberSource {
  static func draw(_ stream: inout RandomStream) -> Double { stream.uniform() }
}

enum ExponentialNumber: NumberSource {
  static func draw(_ stream: inout RandomStream) -> Double { stream.exponential(mean: 1) }
}

enum NormalNumber: NumberSource {
  static func draw(_ stream: inout RandomStream) -> Double { stream.normal() }
}
