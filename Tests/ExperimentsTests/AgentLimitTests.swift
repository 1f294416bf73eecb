import Testing

@Suite("Experiment file: how many agents there are")
struct AgentLimitTests {
  private func text(_ architecture: String, _ rest: String = "", agents: String = "agents: 3") -> String {
    """
    format: 1
    name: agents
    workload: {kind: batch, tasks: 1}
    swarm: {\(agents)}
    matching: none
    architectures:
      - {name: one, \(architecture)}
      - {name: two, kind: single}
    replications: {min: 10}
    \(rest)

    """
  }

  @Test("No nesting makes a swarm larger than random streams can tell its agents apart")
  func nested() {
    let inner = "{kind: collaborative, with: {voters: 1000, voter: {kind: collaborative, with: {voters: 1000}}}}"
    let nested = (0..<4).reduce(inner) { inner, _ in "{kind: pipeline, with: {stages: 1000, stage: \(inner)}}" }
    for seat in [inner, nested] {
      let complaint = SampleFile.complaint(
        text("kind: pipeline, with: {stages: 2, stage: \(seat)}", agents: "rules: {tie_break: first}"))
      #expect(complaint.contains("agents [out-of-range]") && complaint.contains("at most 100000"), "\(complaint)")
    }
  }

  @Test("A sweep cannot take the agents away that an architecture needs")
  func swept() {
    let complaint = SampleFile.complaint(text("kind: debate", "sweep: {factors: {swarm.agents: [2, 3]}}"))
    #expect(complaint.contains("architecture 'one' needs 3 agents, and swarm.agents is 2"))
  }
}
