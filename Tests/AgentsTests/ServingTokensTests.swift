import Agents
import RandomStreams
import Testing

@Suite("Serving tokens")
struct ServingTokensTests {
  private let streams = StreamFamily(rootSeed: 1, replication: 0)

  @Test("A sampler takes one number of the stream, whatever its kind")
  func oneNumber() throws {
    let trace = try #require(TokenTrace.named("azure-conv-2023"))
    for sampler in [TokenSampler.lognormal(median: 3, sigma: 0.5), .empirical(trace.prompt)] {
      var stream = streams.stream("tokens")
      var other = stream
      _ = sampler.draw(from: &stream)
      _ = other.next()
      #expect(stream == other)
    }
  }

  @Test("A table of quantiles has its points, and logarithms are even between them")
  func quantiles() {
    let table = TokenQuantiles([.init(0, 10), .init(0.5, 1_000), .init(1, 1_000)])
    #expect([0.0, 0.5, 1].map(table.tokens(at:)) == [10, 1_000, 1_000])
    #expect(abs(table.tokens(at: 0.25) - 100) < 1e-9)
    // ∫ 10 · 100^(2u) over 0...½ is 990 / (2 ln 100).
    #expect(abs(table.mean - (990 / (2 * PortableMath.log(100)) + 500)) < 1e-9)
  }

  @Test(
    "The traces have the published quantiles and means",
    arguments: [
      ("azure-conv-2023", 1_155.0, [1_020.0, 2_735, 4_142], 211.0, [129.0, 424, 601]),
      ("azure-code-2023", 2_048, [1_469, 5_188, 7_436], 28.4, [13, 55, 251]),
    ])
  func traces(name: String, prompt: Double, prompts: [Double], completion: Double, completions: [Double]) throws {
    let trace = try #require(TokenTrace.named(name))
    for (table, mean, published) in [(trace.prompt, prompt, prompts), (trace.completion, completion, completions)] {
      #expect(zip([0.5, 0.9, 0.99], published).allSatisfy { abs(table.tokens(at: $0) - $1) < 1e-6 * $1 })
      #expect(abs(table.mean / mean - 1) < 0.001)
    }
  }

  @Test("Draws have the table's mean")
  func draws() throws {
    let table = try #require(TokenTrace.named("azure-conv-2023")).completion
    let named = streams.named("tokens")
    let count = 20_000
    var sum = 0
    for entity in 0..<count {
      var stream = named.stream(for: StreamEntity(entity))
      sum += TokenSampler.empirical(table).draw(from: &stream)
    }
    // The standard deviation is below 150: five standard errors are 5.3. False alarm 10⁻⁶; 4 % off is found.
    #expect(abs(Double(sum) / Double(count) - 211) < 5.3)
  }

  @Test("Lengths of prompts and completions are uncorrelated")
  func uncorrelated() throws {
    let serving = ServingModel(ServingProfile(), streams: streams)
    let usages = (0..<4_000).map { serving.usage(of: .asked(task: $0)) }
    let prompts = usages.map { PortableMath.log(Double($0.prompt.value)) }
    let completions = usages.map { PortableMath.log(Double($0.completion.value)) }
    let (x, y) = (prompts.reduce(0, +) / 4_000, completions.reduce(0, +) / 4_000)
    let covariance = zip(prompts, completions).reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) } / 4_000
    // Standard error 1 / √4000: five of them, false alarm 10⁻⁶; a correlation of 0.16 is found.
    #expect(abs(covariance / (0.99 * 0.86)) < 5 / 4_000.squareRoot())
  }

  @Test("A judgement is short, an answer to the whole of a task has a part for each subtask")
  func lengths() {
    var profile = ServingProfile()
    profile.completionTokens = .lognormal(median: 150, sigma: 0)
    profile.shortCompletionTokens = .lognormal(median: 8, sigma: 0)
    let serving = ServingModel(profile, streams: streams)
    let task = SwarmTask(index: 0, structure: TaskStructure(dependencies: [[], [], [0, 1]]))
    func length(_ instruction: Instruction, subtask: Int? = nil) -> Int {
      let turn = Turn(AgentID(0), instruction, subtask: subtask)
      return serving.usage(of: CompletionRequest(task: task, turn: turn, call: 0)).completion.value
    }
    let short: [Instruction] = [.rank, .judge, .score, .verify, .moderate, .bid]
    #expect(short.allSatisfy { length($0) == 8 })
    #expect(
      [Instruction.answer, .reflect, .merge, .oppose].allSatisfy { length($0) == 450 && length($0, subtask: 1) == 150 })
    #expect([Instruction.plan, .summarize].allSatisfy { length($0) == 150 })
  }

  @Test(
    "A table that is none ends the program",
    arguments: [[0, 1], [0, 1, 0.9, 2], [0, 0.5, 1, 2], [0, 2, 1, 1], [0, 1, 0.5, 2, 0.5, 3, 1, 4]])
  func ranges(numbers: [Double]) async {
    await #expect(processExitsWith: .failure) { [numbers = numbers as [Double]] in
      let points = stride(from: 0, to: numbers.count, by: 2).map {
        TokenQuantiles.Point(numbers[$0], numbers[$0 + 1])
      }
      _ = TokenQuantiles(points)
    }
  }
}
