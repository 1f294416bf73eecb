import Agents

/// JSON of which equal values have equal bytes: fields sorted, no spaces, numbers written shortest.
enum CanonicalJSON {
  /// - Precondition: No number is infinite or not a number.
  /// - Complexity: O(length log fields).
  static func text(_ value: BodyValue) -> String {
    var text = ""
    write(value, to: &text)
    return text
  }

  private static func write(_ value: BodyValue, to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value):
      precondition(value.isFinite, "\(value) has no form in JSON")
      text += "\(value)"
    case .text(let value): writeQuoted(value, to: &text)
    case .list(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        write(value, to: &text)
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (place, name) in fields.keys.sorted().enumerated() {
        if place > 0 { text += "," }
        writeQuoted(name, to: &text)
        text += ":"
        write(fields[name] ?? .null, to: &text)
      }
      text += "}"
    }
  }

  private static func writeQuoted(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
