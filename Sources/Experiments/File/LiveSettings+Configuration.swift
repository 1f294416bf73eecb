import Agents

extension LiveSettings {
  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [
      ("kind", .word("openai")), ("base_url", .text(baseURL)), ("model", .text(model)),
    ]
    if let apiKeyVariable { pairs.append(("api_key", .text("${env:\(apiKeyVariable)}"))) }
    pairs += [
      ("prompt", .word(promptStyle.rawValue)), ("confidence", .word(confidence.rawValue)),
      ("temperature", .number(temperature)), ("top_p", .number(topP)), ("max_tokens", .integer(maxTokens)),
      ("concurrency", .integer(concurrency)), ("timeout", .quantity(timeout, "s")), ("retries", .integer(retries)),
      ("backoff", .quantity(backoff, "s")),
      ("price", price.configuration),
    ]
    if !extra.isEmpty { pairs.append(("extra", Self.mapping(extra))) }
    return .mapping(pairs)
  }

  private static func mapping(_ fields: [String: BodyValue]) -> ConfigurationValue {
    .mapping(fields.sorted { $0.key < $1.key }.map { (key: $0.key, value: configuration(of: $0.value)) })
  }

  private static func configuration(of value: BodyValue) -> ConfigurationValue {
    switch value {
    case .null: .word("null")
    case .bool(let flag): .flag(flag)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .list(let items): .list(items.map(configuration))
    case .object(let fields): mapping(fields)
    }
  }
}
