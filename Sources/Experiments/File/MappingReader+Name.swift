import Diagnostics

extension MappingReader {
  /// A name that can be a folder's and a figure's.
  func slug(_ node: DocumentNode, _ key: String) -> String? {
    guard let text = node.text else { return wrongType(node, "a name", example: "first") }
    if text.count <= 64, text.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*/) != nil { return text }
    let isNear = text.count <= 64 && text.allSatisfy(\.isASCII)
    let near = isNear ? text.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-") : ""
    findings.error(
      "bad-name", at: node.location, "'\(shortened(text))' cannot be \(key)",
      remedy: "a name has at most 64 letters and digits, with '-' between them"
        + (near.isEmpty ? "" : "; for instance \(near)"))
    return nil
  }
}
