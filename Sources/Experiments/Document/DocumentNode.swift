import Diagnostics

/// One node of an experiment file, with the place where it stands.
///
/// Scalars stay text: what a text means is decided by the key that asks for it, so that `no`, `on`, `1e3` and
/// `2026-01-01` are words where a word is wanted, whatever version of YAML a reader has in mind.
struct DocumentNode {
  enum Content {
    /// - `isPlain`: Written without quotes, and so open to be read as a number or as nothing.
    case scalar(String, isPlain: Bool)
    case sequence([DocumentNode])
    case mapping([(key: DocumentNode, value: DocumentNode)])
  }

  let location: SourceLocation
  var content: Content

  /// The text of a scalar, or `nil`.
  var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Whether the node says "nothing": an empty plain scalar, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// What the node is, for an error message: "a list", "the text 'x'".
  var described: String {
    if isNull { return "nothing" }
    switch content {
    case .scalar(let text, true): return "'\(shortened(text))'"
    case .scalar(let text, false): return "the text '\(shortened(text))'"
    case .sequence(let items): return items.isEmpty ? "an empty list" : "a list"
    case .mapping(let pairs): return pairs.isEmpty ? "an empty mapping" : "a mapping"
    }
  }

  subscript(key: String) -> DocumentNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }
}

/// Cuts a text that is too long to be quoted in a message.
func shortened(_ text: String) -> String {
  text.count <= 60 ? text : text.prefix(57) + "..."
}
