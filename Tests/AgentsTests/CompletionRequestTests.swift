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
}
