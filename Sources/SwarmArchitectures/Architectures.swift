/// All architectures, sorted by name: the one list from which files are read, help is printed and tests are run.
public enum Architectures {
  /// Every architecture; a test compares this list with the folder `Architectures/`.
  public static let all: [any SwarmArchitecture.Type] = [
    Auction.self,
    Blackboard.self,
    Collaborative.self,
    Competitive.self,
    Consensus.self,
    Coordination.self,
    Council.self,
    Debate.self,
    DyLAN.self,
    GroupChat.self,
    Hierarchical.self,
    JudgedDebate.self,
    MacNet.self,
    MixtureOfAgents.self,
    Pipeline.self,
    Reflection.self,
    SelfConsistency.self,
    Single.self,
  ]

  /// The architecture of a name, or `nil`.
  public static func named(_ name: String) -> (any SwarmArchitecture.Type)? {
    all.first { $0.name == name }
  }
}
