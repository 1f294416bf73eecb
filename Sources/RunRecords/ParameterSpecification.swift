/// What one parameter of a workload, mechanism or architecture is called, may be, and is by default.
///
/// A parameter is declared once, here; the reader of experiment files, `--help`, the resolved configuration and the
/// documentation all take it from this one value.
public struct ParameterSpecification: Sendable, Hashable {
  /// The kind of value, with its default and its allowed values.
  public enum Kind: Sendable, Hashable {
    case integer(default: Int, range: ClosedRange<Int>)
    case number(default: Double, range: ClosedRange<Double>)
    case choice(default: String, allowed: [String])
    case flag(default: Bool)
    /// An architecture with parameters of its own, in place of one agent.
    case architecture(default: String)
  }

  /// The key in an experiment file, in `snake_case`.
  public let name: String
  public let kind: Kind
  /// The unit of a number, for people; `nil` where the number has none.
  public let unit: String?
  /// One sentence that says what the parameter does.
  public let summary: String

  public init(_ name: String, _ kind: Kind, unit: String? = nil, summary: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.summary = summary
  }

  /// The value that stands where a file gives none.
  public var defaultValue: ParameterValue {
    switch kind {
    case .integer(let value, _): .integer(value)
    case .number(let value, _): .number(value)
    case .choice(let value, _): .choice(value)
    case .flag(let value): .flag(value)
    case .architecture(let value): .architecture(NestedArchitecture(value))
    }
  }
}

/// One parameter's value, of the kind that its specification asks for.
public enum ParameterValue: Sendable, Hashable {
  case integer(Int)
  case number(Double)
  case choice(String)
  case flag(Bool)
  case architecture(NestedArchitecture)
}

/// An architecture within another, as data: its kind, and what is given of its parameters.
public struct NestedArchitecture: Sendable, Hashable {
  public let kind: String
  /// The others have their defaults.
  public let given: [String: ParameterValue]

  public init(_ kind: String, given: [String: ParameterValue] = [:]) {
    self.kind = kind
    self.given = given
  }
}

/// The checked values of one mechanism's parameters: every declared name has a value of the declared kind.
public struct ParameterValues: Sendable, Hashable {
  private let values: [String: ParameterValue]

  /// Takes the given values, and each specification's default where none is given.
  ///
  /// - Precondition: Every given name is declared in `specifications`, with a value of its kind; the reader of
  ///   experiment files has made sure of it.
  public init(_ given: [String: ParameterValue] = [:], for specifications: [ParameterSpecification]) {
    var values: [String: ParameterValue] = [:]
    for specification in specifications {
      values[specification.name] = given[specification.name] ?? specification.defaultValue
    }
    let undeclared = given.keys.filter { values[$0] == nil }.sorted()
    precondition(undeclared.isEmpty, "parameters \(undeclared) are not declared")
    self.values = values
  }

  /// - Precondition: The parameter is declared as an integer.
  public subscript(name: String) -> Int {
    guard case .integer(let value) = values[name] else { preconditionFailure("'\(name)' is not an integer") }
    return value
  }

  /// - Precondition: The parameter is declared as a number.
  public subscript(name: String) -> Double {
    guard case .number(let value) = values[name] else { preconditionFailure("'\(name)' is not a number") }
    return value
  }

  /// - Precondition: The parameter is declared as a choice.
  public subscript(name: String) -> String {
    guard case .choice(let value) = values[name] else { preconditionFailure("'\(name)' is not a choice") }
    return value
  }

  /// - Precondition: The parameter is declared as a flag.
  public subscript(name: String) -> Bool {
    guard case .flag(let value) = values[name] else { preconditionFailure("'\(name)' is not a flag") }
    return value
  }

  /// - Precondition: The parameter is declared as an architecture.
  public subscript(name: String) -> NestedArchitecture {
    guard case .architecture(let value) = values[name] else {
      preconditionFailure("'\(name)' is not an architecture")
    }
    return value
  }

  /// Name and value of every parameter, sorted by name.
  public var sorted: [(name: String, value: ParameterValue)] {
    values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }
}
