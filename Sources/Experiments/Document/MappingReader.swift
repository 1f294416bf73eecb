import Diagnostics

/// Reads the keys of one mapping, each exactly once, and says at the end which keys nobody asked for.
///
/// Asking is declaring: the keys that were asked for are the allowed ones, so no list of them can go stale.
final class MappingReader {
  let node: DocumentNode
  /// What the mapping is, for messages: "'workload'", "an architecture".
  let title: String
  let findings: FindingCollector
  private var asked: [String] = []

  /// Fails, with a finding, when the node is no mapping.
  init?(_ node: DocumentNode, title: String, findings: FindingCollector) {
    guard case .mapping = node.content else {
      findings.error(
        "wrong-type", at: node.location, "expected a mapping for \(title), got \(node.described)",
        remedy: "write its keys as 'key: value', indented below, or as {key: value, ...}")
      return nil
    }
    self.node = node
    self.title = title
    self.findings = findings
  }

  /// The value of a key, or `nil` where the key is missing or says nothing.
  func value(_ key: String) -> DocumentNode? {
    asked.append(key)
    guard let value = node[key], !value.isNull else { return nil }
    return value
  }

  /// The value of a key that must be there.
  func required(_ key: String, for example: String) -> DocumentNode? {
    if let value = value(key) { return value }
    // An empty value stands at its own place; a missing key is the mapping's fault.
    let place = node[key]?.location ?? node.location
    findings.error(
      "missing-key", at: place, "\(title) needs the key '\(key)'", remedy: "for instance '\(key): \(example)'")
    return nil
  }

  /// The mapping under a key, or `nil`.
  func mapping(_ key: String) -> MappingReader? {
    value(key).flatMap { MappingReader($0, title: "'\(key)'", findings: findings) }
  }

  /// Notes every key that nobody asked for; to be called when all were.
  func finish() {
    guard case .mapping(let pairs) = node.content else { return }
    let allowed = asked.sorted()
    for (key, _) in pairs {
      guard let name = key.text else {
        findings.error("wrong-type", at: key.location, "expected a word as a key, got \(key.described)")
        continue
      }
      guard !allowed.contains(name) else { continue }
      let synonym = Self.synonyms[name].flatMap { allowed.contains($0) ? $0 : nil }
      let near = synonym ?? nearestMatch(to: name, among: allowed)
      let hint = near.map { "did you mean '\($0)'? " } ?? ""
      let list = allowed.isEmpty ? "no keys are allowed here" : "keys allowed here: " + allowed.joined(separator: ", ")
      findings.error(
        "unknown-key", at: key.location, "unknown key '\(shortened(name))' in \(title)", remedy: hint + list)
    }
  }

  /// Words that users of other tools bring along.
  private static let synonyms = [
    "seeds": "seed", "random_seed": "seed", "runs": "replications", "repeats": "replications", "trials": "replications",
    "repetitions": "replications", "epochs": "replications", "count": "min", "n": "tasks", "questions": "tasks",
    "type": "kind", "parameters": "with", "params": "with", "options": "with", "crn": "common_random_numbers",
    "alpha": "confidence", "max_connections": "concurrency", "max_samples": "in_flight", "model": "backend",
  ]
}
