/// All that is known of one language model: how it works, and how it is served. A profile file holds one.
public struct ModelProfile: Sendable, Hashable {
  public var worker = WorkerProfile()
  public var serving = ServingProfile()

  public init() {}
}
