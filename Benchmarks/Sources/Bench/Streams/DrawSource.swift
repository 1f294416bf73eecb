import RandomStreams

/// What is drawn from a stream. A type each, so that the loop is compiled for it.
protocol DrawSource {
  associatedtype Value

  static var zero: Value { get }

  static func add(_ stream: inout RandomStream, to sum: inout Value)

  static func bits(_ sum: Value) -> UInt64

  static func number(_ sum: Value) -> Double
}

/// A draw that is a number.
protocol NumberSource: DrawSource where Value == Double {
  static func draw(_ stream: inout RandomStream) -> Double
}

extension NumberSource {
  static var zero: Double { 0 }

  static func add(_ stream: inout RandomStream, to sum: inout Double) { sum += draw(&stream) }

  static func bits(_ sum: Double) -> UInt64 { sum.bitPattern }

  static func number(_ sum: Double) -> Double { sum }
}
