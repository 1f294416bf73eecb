import Agents
import RandomStreams
import Testing

@Suite("Completion request")
struct CompletionRequestTests {
  @Test("The entity is that of task, agent and call, whatever the turn says")
  func entity() {
    let request = CompletionRequest(task: 3, agent: 2, call: 1, .merge, reading: [Message(from: 0, "A")])
    #expect(request.entity == StreamEntity(task: 3, agent: 2, call: 1))
    #expect(request.entity == CompletionRequest(task: 3, agent: 2, call: 1).entity)
  }

  @Test("An agent that is asked a thousand times, and again after every failure, runs out of no numbers")
  func manyCalls() {
    let entities = [0, 4_095, 4_096, 8_192, 10_100_000].map { CompletionRequest(task: 3, agent: 2, call: $0).entity }
    #expect(Set(entities).count == entities.count)
  }
}
