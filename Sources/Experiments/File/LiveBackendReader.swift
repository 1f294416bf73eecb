import Agents
import Diagnostics

/// Reads a backend of kind `openai`: an endpoint, and how it is called.
struct LiveBackendReader {
  let reader: MappingReader

  /// `nil`, with a finding, where it is not said what to call.
  func read() -> LiveSettings? {
    let url = reader.required("base_url", for: "http://127.0.0.1:8000/v1").flatMap(checkedURL)
    let model = reader.required("model", for: "local-7b").flatMap {
      $0.text ?? reader.wrongType($0, "the name of a model", example: "local-7b")
    }
    var settings = LiveSettings(baseURL: url ?? "http://127.0.0.1", model: model ?? "")
    settings.apiKeyVariable = reader.value("api_key").flatMap(variable)
    let style = reader.choice(
      "prompt", default: settings.promptStyle.rawValue, allowed: LiveSettings.PromptStyle.allCases.map(\.rawValue))
    settings.promptStyle = LiveSettings.PromptStyle(rawValue: style) ?? settings.promptStyle
    let confidence = reader.choice(
      "confidence", default: settings.confidence.rawValue,
      allowed: LiveSettings.Confidence.allCases.map(\.rawValue))
    settings.confidence = LiveSettings.Confidence(rawValue: confidence) ?? settings.confidence
    settings.temperature = reader.number("temperature", default: settings.temperature, in: 0...10)
    settings.topP = reader.number("top_p", default: settings.topP, in: 0.001...1)
    settings.maxTokens = reader.integer("max_tokens", default: settings.maxTokens, in: 1...1_000_000)
    settings.concurrency = reader.integer("concurrency", default: settings.concurrency, in: 1...100_000)
    settings.timeout = reader.quantity("timeout", .duration, default: settings.timeout, in: 0.001...86_400)
    settings.retries = reader.integer("retries", default: settings.retries, in: 0...100)
    settings.backoff = reader.quantity("backoff", .duration, default: settings.backoff, in: 0...3_600)
    if let price = ServingReader.price(reader) { settings.price = price }
    if let extra = reader.mapping("extra", example: "{cache_prompt: false}") { settings.extra = body(extra) }
    return url == nil || model == nil ? nil : settings
  }

  /// What is refused is not shown: it may hold a password.
  private func checkedURL(_ node: DocumentNode) -> String? {
    guard let text = node.text,
      text.wholeMatch(of: /https?:\/\/[A-Za-z0-9_.:\[\]-]+(\/[A-Za-z0-9_.~%\/-]*)?/) != nil
    else {
      reader.findings.error(
        "wrong-type", at: location(of: "base_url", node),
        "'base_url' is a URL with http or https, a host and a path, and nothing else",
        remedy: "for instance http://127.0.0.1:8000/v1; a key is named under 'api_key'")
      return nil
    }
    return text
  }

  /// A secret is named, never written.
  private func variable(_ node: DocumentNode) -> String? {
    guard let text = node.text, let match = text.wholeMatch(of: /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/) else {
      // What stands there may be a key: it must not be shown.
      reader.findings.error(
        "wrong-type", at: location(of: "api_key", node),
        "'api_key' names an environment variable; a key is never written in a file",
        remedy: "for instance '${env:LOCAL_KEY}'")
      return nil
    }
    return String(match.1)
  }

  /// The place of a key: a finding that quotes the line of its value may quote a secret.
  private func location(of key: String, _ value: DocumentNode) -> SourceLocation {
    reader.pairs.first { $0.key.text == key }?.key.location ?? value.location
  }

  private func body(_ section: MappingReader) -> [String: BodyValue] {
    var fields: [String: BodyValue] = [:]
    for (key, value) in section.pairs {
      guard let name = key.text else { continue }
      if LiveSettings.ownFields.contains(name) {
        section.findings.error(
          "contradiction", at: key.location, "'\(name)' of the request's body has a key of its own",
          remedy: "leave it out of 'extra'")
        continue
      }
      fields[name] = Self.value(value)
      refuseSecrets(name, at: key, value)
    }
    return fields
  }

  /// What stands in the body is written into results.
  private func refuseSecrets(_ name: String, at key: DocumentNode, _ value: DocumentNode) {
    if Secrets.isName(name) {
      reader.findings.error(
        "contradiction", at: key.location,
        "'\(shortened(name))' looks like a secret, and 'extra' is written into results",
        remedy: "name the key's environment variable under 'api_key'")
    }
    switch value.content {
    case .mapping(let pairs): for (key, value) in pairs { refuseSecrets(key.text ?? "", at: key, value) }
    case .sequence(let items): for item in items { refuseSecrets("", at: item, item) }
    case .scalar: break
    }
  }

  private static func value(_ node: DocumentNode) -> BodyValue {
    switch node.content {
    case .sequence(let items): return .list(items.map(value))
    case .mapping(let pairs):
      return .object(
        Dictionary(pairs.compactMap { pair in pair.key.text.map { ($0, value(pair.value)) } }) { $1 })
    case .scalar(let text, let isPlain):
      if node.isNull { return .null }
      guard isPlain else { return .text(text) }
      if let flag = ["true": true, "false": false][text] { return .bool(flag) }
      if let number = Int(text) { return .integer(number) }
      if let number = Double(text), number.isFinite, Quantity(text) != nil { return .number(number) }
      return .text(text)
    }
  }
}
