/// A number with its unit as written: `250 ms`, `5 %`, `0.15 USD per Mtoken`; the unit is empty for a bare number.
struct Quantity: Equatable {
  let number: Double
  let unit: String

  /// Reads a text as YAML 1.2 reads a number, with what follows it as its unit; `nil` where it begins with no number.
  init?(_ text: some StringProtocol) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard
      let match = text.prefixMatch(of: /([-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?) ?([^\d\s].*)?/),
      match.range.upperBound == text.endIndex, let number = Double(match.1), number.isFinite
    else { return nil }
    self.number = number
    unit = match.2.map(String.init) ?? ""
  }
}

/// What a quantity measures, with its units and their sizes in the unit that the program counts in.
enum Dimension {
  case duration
  case rate
  case pricePerMillionTokens
  case none

  /// The allowed units, the first being the one that is counted in, where its factor is 1.
  var units: [(name: String, factor: Double)] {
    switch self {
    case .duration: [("s", 1), ("ms", 1e-3), ("us", 1e-6), ("min", 60), ("h", 3_600)]
    case .rate: [("per s", 1), ("per ms", 1e3), ("per min", 1 / 60.0), ("per h", 1 / 3_600.0)]
    case .pricePerMillionTokens: [("USD per Mtoken", 1), ("USD per ktoken", 1e3)]
    case .none: [("", 1)]
    }
  }

  var described: String {
    switch self {
    case .duration: "a duration"
    case .rate: "a rate"
    case .pricePerMillionTokens: "a price"
    case .none: "a number without a unit"
    }
  }

  var example: String {
    switch self {
    case .duration: "250 ms"
    case .rate: "2 per s"
    case .pricePerMillionTokens: "0.15 USD per Mtoken"
    case .none: "0.5"
    }
  }
}

/// A random quantity as written: `poisson(2 per s)`, `lognormal(40 ms, 0.5)`.
struct FunctionCall {
  let name: String
  let arguments: [String]

  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /\s*([A-Za-z][A-Za-z-]*)\s*\((.*)\)\s*/) else { return nil }
    name = String(match.1)
    arguments = match.2.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
