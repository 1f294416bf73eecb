/// A number with its unit as written: `250 ms`, `5 %`, `0.15 USD per Mtoken`; the unit is empty for a bare number.
struct Quantity: Equatable {
  let number: Double
  let unit: String

  /// Reads a text as YAML 1.2 reads a number, with what follows it as its unit; `nil` where it begins with no number.
  ///
  /// What other notations call a number is none here: `1_000`, `0x1F`, `12:30`, `1,5`. A number beyond all bounds,
  /// `1e999`, is infinite, and so within no range.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 200 else { return nil }
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard
      let match = text.wholeMatch(of: /([-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?) ?([A-Za-z%µμ]\D*)?/),
      let number = Double(match.1)
    else { return nil }
    self.number = number
    unit = match.2.map(String.init) ?? ""
  }
}

extension Quantity {
  /// The number in the first of a dimension's units, or `nil` where the unit is none of them.
  func number(of dimension: Dimension) -> Double? {
    dimension.units.first { $0.name == unit }.map { number * $0.size.numerator / $0.size.denominator }
  }
}

/// What a quantity measures, with its units and their sizes in the unit that the program counts in.
enum Dimension {
  case duration
  case rate
  case pricePerMillionTokens
  case money
  case none

  /// The allowed units, the first being the one that is counted in.
  ///
  /// A unit's size is a fraction of whole numbers: 700 ms divided by 1000 is the number nearest to 0.7, 700 times 0.001
  /// is not, and both must mean the same experiment.
  var units: [(name: String, size: (numerator: Double, denominator: Double))] {
    switch self {
    case .duration: [("s", (1, 1)), ("ms", (1, 1_000)), ("us", (1, 1_000_000)), ("min", (60, 1)), ("h", (3_600, 1))]
    case .rate: [("per s", (1, 1)), ("per ms", (1_000, 1)), ("per min", (1, 60)), ("per h", (1, 3_600))]
    case .pricePerMillionTokens: [("USD per Mtoken", (1, 1)), ("USD per ktoken", (1_000, 1))]
    case .money: [("USD", (1, 1))]
    case .none: [("", (1, 1))]
    }
  }

  var described: String {
    switch self {
    case .duration: "a duration"
    case .rate: "a rate"
    case .pricePerMillionTokens: "a price"
    case .money: "an amount of money"
    case .none: "a plain number"
    }
  }

  var example: String {
    switch self {
    case .duration: "250 ms"
    case .rate: "2 per s"
    case .pricePerMillionTokens: "0.15 USD per Mtoken"
    case .money: "0.05 USD"
    case .none: "0.5"
    }
  }
}

/// A random quantity as written: `poisson(2 per s)`, `lognormal(40 ms, 0.5)`.
struct FunctionCall {
  let name: String
  let arguments: [String]

  init?(_ text: String) {
    guard text.utf8.count <= 200 else { return nil }
    guard let match = text.wholeMatch(of: /\s*([A-Za-z][A-Za-z-]*)\s*\((.*)\)\s*/) else { return nil }
    name = String(match.1)
    arguments = match.2.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
