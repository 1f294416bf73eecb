public import Agents
public import RunRecords

/// What may stand where an architecture speaks of an agent: one agent, or an architecture with agents of its own.
public struct Seat: Sendable {
  /// `nil` for one agent.
  private let architecture: (any SwarmArchitecture)?

  /// - Precondition: The kind is in `Architectures.all`, with values of its parameters.
  public init(_ choice: NestedArchitecture) {
    guard choice.kind != Single.name else {
      architecture = nil
      return
    }
    guard let type = Architectures.named(choice.kind) else {
      preconditionFailure("there is no architecture '\(choice.kind)'")
    }
    architecture = type.init(ParameterValues(choice.given, for: type.parameters))
  }

  /// How many agents one seat takes; a number beyond all swarms, 2⁴⁰, stands for all that are greater.
  public var size: Int { min(1 << 40, architecture?.agentsNeeded ?? 1) }

  /// What one answer of a seat takes.
  ///
  /// - Parameter isJudgement: Whether one agent is asked for a mere judgement; a team always answers.
  public func cost(under rules: SwarmRules, isJudgement: Bool = false) -> ArchitectureCost {
    architecture?.cost(under: rules) ?? ArchitectureCost(calls: 1, completions: isJudgement ? 0 : 1)
  }

  /// The parameter of an architecture that says what takes the seat of an agent.
  public static func parameter(_ name: String) -> ParameterSpecification {
    ParameterSpecification(
      name, .architecture(default: Single.name), summary: "What each \(name) is: one agent, or an architecture.")
  }

  /// The agents of several seats: `[seat]`.
  ///
  /// - Precondition: There are as many agents as the seats take.
  public func teams(_ count: Int, of agents: some Collection<AgentID>) -> [[AgentID]] {
    let agents = Array(agents)
    precondition(agents.count >= count * size, "\(agents.count) agents for \(count) seats of \(size)")
    return (0..<count).map { Array(agents[$0 * size..<($0 + 1) * size]) }
  }

  /// Has so many seats answer the episode's task at once.
  ///
  /// - Precondition: There are as many agents as the seats take.
  public nonisolated(nonsending) func answer(by count: Int, in episode: Episode) async throws -> [Message] {
    guard architecture != nil else { return try await episode.ask(episode.agents.prefix(count)) }
    return try await answer(teams(count, of: episode.agents).map { Work($0) }, in: episode)
  }

  /// Has several seats answer at once, each its part of the readings.
  ///
  /// - Parameter works: Who sits there, the subtask it is about, and what is read first.
  /// - Returns: The messages in the order of the works; of a team its first agent is the author.
  public nonisolated(nonsending) func answer(_ works: [Work], in episode: Episode) async throws -> [Message] {
    guard let architecture else {
      return try await episode.take(
        all: works.map { Turn($0.team[0], $0.instruction, reading: $0.reading, subtask: $0.subtask, round: $0.round) })
    }
    return try await withThrowingTaskGroup(of: (Int, Message).self) { group in
      for (index, work) in works.enumerated() {
        let part = episode.delegated(to: work.team, subtask: work.subtask, briefing: work.reading)
        group.addTask {
          let answer = try await architecture.solve(part)
          // What a team has found is as long as what its members say about it.
          let length = part.meanAnswerLength
          return (index, Message(author: work.team[0], answer: answer, tokens: length, subtask: part.subtask))
        }
      }
      var messages = [Message?](repeating: nil, count: works.count)
      for try await (index, message) in group { messages[index] = message }
      return messages.compactMap(\.self)
    }
  }

  /// What one seat is to do.
  public struct Work: Sendable {
    public var team: [AgentID]
    public var reading: [Message]
    /// Which part of the task it is about; `nil` for the whole.
    public var subtask: Int?
    /// From 0.
    public var round: Int
    /// What one agent is told; a team always answers.
    public var instruction: Instruction

    public init(
      _ team: [AgentID], _ instruction: Instruction = .answer, reading: [Message] = [], subtask: Int? = nil,
      round: Int = 0
    ) {
      self.team = team
      self.instruction = instruction
      self.reading = reading
      self.subtask = subtask
      self.round = round
    }
  }
}
