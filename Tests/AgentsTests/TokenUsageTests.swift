import Agents
import Testing

@Suite("Tokens and prices")
struct TokenUsageTests {
  @Test("Usages add part by part")
  func sums() {
    var usage = TokenUsage()
    usage += TokenUsage(prompt: TokenCount(10), completion: TokenCount(3))
    usage += TokenUsage(prompt: TokenCount(5))
    #expect(usage == TokenUsage(prompt: TokenCount(15), completion: TokenCount(3)))
    #expect(usage.total == TokenCount(18))
  }

  @Test("Counts add, subtract and order as numbers")
  func counts() {
    #expect(TokenCount(3) + TokenCount(4) - TokenCount(2) == TokenCount(5))
    #expect(TokenCount.zero < TokenCount(1))
    #expect([TokenCount(1), TokenCount(2)].reduce(.zero, +) == TokenCount(3))
  }

  @Test("A price is per million tokens, with a figure for each direction")
  func cost() {
    let usage = TokenUsage(prompt: TokenCount(2_000_000), completion: TokenCount(500_000))
    #expect(TokenPrice(input: 0.15, output: 0.6).cost(of: usage) == 0.6)
    #expect(TokenPrice(input: 0, output: 0).cost(of: usage) == 0)
    #expect(TokenPrice(input: 3, output: 15).cost(of: TokenUsage()) == 0)
  }

  @Test("A negative count and a negative or unbounded price end the program", arguments: 0..<4)
  func ranges(index: Int) async {
    await #expect(processExitsWith: .failure) { [index = index as Int] in
      switch index {
      case 0: _ = TokenCount(1) - TokenCount(2)
      case 1: _ = TokenPrice(input: -1, output: 2)
      case 2: _ = TokenPrice(input: 1, output: .infinity)
      default: _ = TokenPrice(input: .nan, output: 1)
      }
    }
  }
}
