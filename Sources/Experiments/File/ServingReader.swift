import Agents
import Diagnostics

/// Reads the part of a profile that says how a model is served.
enum ServingReader {
  static func read(_ reader: MappingReader, _ serving: inout ServingProfile) {
    if let section = reader.mapping("tokens") {
      if case .lognormal(let base) = serving.promptTokens { serving.promptTokens = .lognormal(section.lognormal("prompt", .none, default: base)) }
      if case .lognormal(let base) = serving.completionTokens { serving.completionTokens = .lognormal(section.lognormal("completion", .none, default: base)) }
      section.finish()
    }
    if let section = reader.mapping("latency") {
      serving.firstToken = section.lognormal("first_token", .duration, default: serving.firstToken)
      serving.speed = section.lognormal("speed", .rate, default: serving.speed)
      section.finish()
    }
  }

  /// The keys that stand beside `profile` in a backend: what is bought of the service.
  static func readTerms(_ reader: MappingReader, _ serving: inout ServingProfile) {
    serving.concurrency = reader.integer("concurrency", default: serving.concurrency, in: 1...1_000_000)
    serving.price = price(reader) ?? serving.price
  }

  /// What stands under `price`; `nil` where nothing does.
  static func price(_ reader: MappingReader) -> TokenPrice? {
    guard let price = reader.mapping("price", example: "{input: 0.15 USD per Mtoken, output: 0.6 USD per Mtoken}")
    else { return nil }
    defer { price.finish() }
    return TokenPrice(
      input: price.quantity("input", .pricePerMillionTokens, default: 0, in: 0...1e6),
      output: price.quantity("output", .pricePerMillionTokens, default: 0, in: 0...1e6))
  }
}
