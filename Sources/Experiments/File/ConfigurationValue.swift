import Crypto

/// A configuration as data, for what is written and hashed: YAML for people, canonical JSON for digests.
indirect enum ConfigurationValue: Equatable {
  /// A word, a number or a quantity, which stands without quotes in YAML.
  case word(String)
  /// A text of the user's, in quotes.
  case text(String)
  case list([ConfigurationValue])
  case mapping([(key: String, value: ConfigurationValue)])

  static func number(_ value: Double) -> ConfigurationValue { .word(plain(value)) }
  static func integer(_ value: Int) -> ConfigurationValue { .word(String(value)) }
  /// A name of the user's: in quotes where some reader of YAML takes the bare word for something else, `no`, `null`.
  static func name(_ value: String) -> ConfigurationValue {
    let others = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
    let isPlain = value.first?.isLetter == true && !others.contains(value.lowercased())
    return isPlain ? .word(value) : .text(value)
  }

  static func flag(_ value: Bool) -> ConfigurationValue { .word(String(value)) }
  static func quantity(_ value: Double, _ unit: String) -> ConfigurationValue { .word("\(plain(value)) \(unit)") }

  static func == (lhs: ConfigurationValue, rhs: ConfigurationValue) -> Bool { lhs.canonicalJSON == rhs.canonicalJSON }

  /// JSON with sorted keys and no spaces: equal configurations have equal bytes.
  var canonicalJSON: String {
    switch self {
    case .word(let text), .text(let text): quoted(text)
    case .list(let items): "[" + items.map(\.canonicalJSON).joined(separator: ",") + "]"
    case .mapping(let pairs):
      "{"
        + pairs.sorted { $0.key < $1.key }.map { quoted($0.key) + ":" + $0.value.canonicalJSON }
        .joined(separator: ",") + "}"
    }
  }

  /// SHA-256 of the canonical JSON, in hexadecimal.
  var digest: String {
    SHA256.hash(data: Array(canonicalJSON.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// The value as a block of YAML, ending in a line break.
  func yaml(indent: Int = 0) -> String {
    let margin = String(repeating: "  ", count: indent)
    switch self {
    case .word(let text): return "\(margin)\(text)\n"
    case .text(let text): return "\(margin)\(quoted(text))\n"
    case .list(let items):
      return items.map { item in
        // The first line of an item stands behind its dash, the others below it.
        margin + "- " + item.yaml(indent: indent + 1).dropFirst(margin.count + 2)
      }.joined()
    case .mapping(let pairs):
      return pairs.map { key, value in
        let key = key.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]*/) == nil ? quoted(key) : key
        return switch value {
        // Nothing at all would mean that the key is left out.
        case .list(let items) where items.isEmpty: "\(margin)\(key): []\n"
        case .mapping(let pairs) where pairs.isEmpty: "\(margin)\(key): {}\n"
        case .word(let text): "\(margin)\(key): \(text)\n"
        case .text(let text): "\(margin)\(key): \(quoted(text))\n"
        case .list, .mapping: "\(margin)\(key):\n" + value.yaml(indent: indent + 1)
        }
      }.joined()
    }
  }
}

/// Control characters, and what YAML takes for a line break or a byte order mark.
private func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF: true
  default: false
  }
}

/// A string as JSON writes it, which YAML reads alike.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case let scalar where mustBeEscaped(scalar):
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
