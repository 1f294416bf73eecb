/// A profile by name, and what it stands on.
public struct ProfilePreset: Sendable {
  /// The `profile` in an experiment file, in `kebab-case`.
  public let name: String
  /// Where its numbers are from, and what they were fitted to.
  public let source: String
  public let profile: ModelProfile
}

/// The profiles that every experiment file may name, sorted by name.
public enum ProfilePresets {
  public static let all: [ProfilePreset] = [
    ProfilePreset(
      name: "default",
      source: "A mid-sized instruction-tuned model on four-choice questions behind a hosted endpoint.",
      profile: ModelProfile())
  ]

  /// The preset of a name, or `nil`.
  public static func named(_ name: String) -> ProfilePreset? { all.first { $0.name == name } }
}
