public import Agents

extension ModelProfile {
  /// The profile as a file of its own, with every number in place: what `profile: PATH` reads back as the same profile.
  public var yaml: String {
    ConfigurationValue.mapping(
      [("format", .integer(ExperimentFile.format))] + worker.configuration + serving.configuration
    )
    .yaml()
  }
}
