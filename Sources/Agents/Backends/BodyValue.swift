/// A value in a request's body, as JSON has them.
public indirect enum BodyValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Finite; JSON has no others.
  case number(Double)
  case text(String)
  case list([BodyValue])
  case object([String: BodyValue])
}
