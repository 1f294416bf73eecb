/// A key, kept where no message and no record shows it.
struct APIKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let secret: String

  /// - Returns: `nil` for a text that is empty, or that no header can hold: a line's end was often copied along.
  init?(_ secret: String) {
    guard !secret.isEmpty, secret.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
    self.secret = secret
  }

  /// The value of the request's header: the only place where the key goes.
  var authorization: String { "Bearer \(secret)" }

  /// A text from the endpoint with the key taken out, should it send it back.
  func redacting(_ text: String) -> String { text.replacing(secret, with: "[key]") }

  var description: String { "[key]" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
