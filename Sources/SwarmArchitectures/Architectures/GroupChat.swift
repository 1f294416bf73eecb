public import Agents
public import RunRecords

/// Agents talk in one chat, one message at a time, until it is settled; their last words are put to the vote.
///
/// The group chat of AutoGen (Wu et al. 2023, arXiv:2308.08155): speakers take turns, are selected, or bid for the
/// floor. A moderator, or the agreement that the rules ask for, ends it.
public struct GroupChat: SwarmArchitecture {
  /// Who says who speaks next.
  private enum Speaker: String, CaseIterable {
    case bid, selector
    case roundRobin = "round-robin"
  }

  public static let name = "group-chat"
  public static let summary = "Agents speak one at a time in a chat; their last words are put to the vote."
  public static let width: String? = "messages"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "agents", .integer(default: 3, range: 1...1_000), unit: "agents", summary: "How many agents talk."),
    ParameterSpecification(
      "messages", .integer(default: 9, range: 1...1_000), unit: "messages", summary: "How long the chat is at most."),
    ParameterSpecification(
      "speaker", .choice(default: "round-robin", allowed: Speaker.allCases.map(\.rawValue)),
      summary: "Who speaks next: in turns, whom a selector names, or who bids most."),
    ParameterSpecification(
      "moderator", .flag(default: false), summary: "Whether an agent says, after every round, if all is settled."),
  ]
  public static let presets = [
    preset("autogen-round-robin", "RoundRobinGroupChat", .roundRobin),
    preset("autogen-selector", "SelectorGroupChat", .selector),
  ]

  private let agents, messages: Int
  private let speaker: Speaker
  private let isModerated: Bool

  public init(_ values: ParameterValues) {
    agents = values["agents"]
    messages = values["messages"]
    speaker = Speaker(rawValue: values["speaker"]) ?? .roundRobin
    isModerated = values["moderator"]
  }

  public var agentsNeeded: Int { agents + (isModerated || speaker == .selector ? 1 : 0) }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (count, spoken) = (Double(messages), Double(min(agents, messages)))
    // Before message k, from 0, a speaker hears k messages, or at most as many as there are agents.
    let heard =
      rules.context == .full
      ? count * (count - 1) / 2 : spoken * (spoken - 1) / 2 + (count - spoken) * Double(agents)
    return ArchitectureCost(calls: count, readings: heard) + choosingCost(heard: heard) + moderationCost
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var chat = Chat(in: episode, among: episode.agents.prefix(agents))
    while chat.messages.count < messages, !episode.isSpent {
      let next =
        switch speaker {
        case .roundRobin: chat.messages.count % agents
        case .selector: try await chat.selected(by: episode.agents[agents])
        case .bid: try await chat.highestBidder()
        }
      guard try await chat.speak(next), !chat.isSettled else { break }
      guard isModerated, chat.messages.count % agents == 0, chat.messages.count < messages else { continue }
      let verdict = try await episode.ask(
        episode.agents[agents], .moderate, reading: chat.latest, round: chat.messages.count / agents)
      if verdict.judgement == .approval(true) { break }
    }
    return try await episode.vote(chat.lastWords)
  }

  private func choosingCost(heard: Double) -> ArchitectureCost {
    let (agents, messages) = (Double(agents), Double(messages))
    switch speaker {
    case .roundRobin: return ArchitectureCost(calls: 0)
    case .bid: return ArchitectureCost(calls: agents * messages, readings: agents * heard, completions: 0)
    case .selector:
      // First all speak once; after that there is a choice where two others may speak.
      let choices = agents > 2 ? max(0, messages - agents) : 0
      return ArchitectureCost(calls: choices, readings: choices * (agents - 1), completions: 0)
    }
  }

  private var moderationCost: ArchitectureCost {
    let verdicts = isModerated ? Double((messages - 1) / agents) : 0
    return ArchitectureCost(calls: verdicts, readings: verdicts * Double(agents), completions: 0)
  }

  private static func preset(_ name: String, _ team: String, _ speaker: Speaker) -> ArchitecturePreset {
    ArchitecturePreset(
      name, source: "AutoGen 0.7.5 (2025), \(team): three agents, ten messages",
      parameters: ["agents": .integer(3), "messages": .integer(10), "speaker": .choice(speaker.rawValue)])
  }
}
