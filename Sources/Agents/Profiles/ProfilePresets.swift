/// A profile by name, and what it stands on.
public struct ProfilePreset: Sendable {
  /// The `profile` in an experiment file, in `kebab-case`.
  public let name: String
  /// Where its numbers are from, and what they were fitted to.
  public let source: String
  public let profile: ModelProfile

  init(_ name: String, source: String, _ change: (inout WorkerProfile) -> Void = { _ in }) {
    self.name = name
    self.source = source
    var profile = ModelProfile()
    change(&profile.worker)
    self.profile = profile
  }
}

/// The profiles that every experiment file may name, sorted by name.
///
/// All are served alike: what differs is who answers what.
public enum ProfilePresets {
  /// Every preset; what theory asks for and what was fitted to published tables.
  public static let all = (theoretical + published).sorted { $0.name < $1.name }

  /// The preset of a name, or `nil`.
  public static func named(_ name: String) -> ProfilePreset? { all.first { $0.name == name } }
}
