import Foundation

/// JSON whose bytes depend on the value alone: keys sorted, in `snake_case`, indented, with a line break at the end.
public enum StableJSON {
  /// - Throws: `EncodingError`, for a number that is not finite.
  public static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
