/// Keys and passwords that somebody wrote where only their names belong.
public enum Secrets {
  /// The text with asterisks in place of what looks like a secret: the value of `api_key`, the password of a URL.
  ///
  /// Every scalar that is taken out has one asterisk, so that columns stay. References to the environment, `${env:KEY}`,
  /// are no secrets.
  public static func masked(_ text: String) -> String {
    // Patterns are slow, and most texts are harmless.
    guard text.utf8.count <= longest else { return text }
    var result = text
    for pattern in patterns {
      for match in result.matches(of: pattern).reversed() {
        let secret = match.output[2].range
        guard let secret, result[secret].wholeMatch(of: /["']?\$\{env:[A-Za-z_][A-Za-z0-9_]*\}?["']?\s*/) == nil else {
          continue
        }
        result.replaceSubrange(secret, with: String(repeating: "*", count: result[secret].unicodeScalars.count))
      }
    }
    return result
  }

  /// Whether a key of that name holds a secret.
  public static func isName(_ name: String) -> Bool {
    let bare = name.lowercased().filter { $0 != "_" && $0 != "-" }
    return ["apikey", "authorization", "password", "secret", "accesstoken"].contains { bare.hasSuffix($0) }
  }

  /// Longer texts are quoted by nobody.
  private static let longest = 4_096

  private static var patterns: [Regex<AnyRegexOutput>] {
    [
      // A key with its value, within quotes or up to the next separator.
      Regex(
        /((?i:api[-_]?key|authorization|password|secret|access[-_]?token)["']?\s*[:=]\s*)("[^"]*"?|'[^']*'?|[^,}\]]+)/),
      // What stands before the host of a URL, and what comes behind its path.
      Regex(/(https?:\/\/)([^\/\s"'@]*@)/), Regex(/(https?:\/\/[^\s"'?,}]*\?)([^\s"',}]+)/),
    ]
  }
}
