import Testing

@testable import RandomStreams

@Suite("Stream family")
struct StreamFamilyTests {
  private func draws(_ stream: RandomStream, count: Int = 4) -> [UInt64] {
    var stream = stream
    return (0..<count).map { _ in stream.next() }
  }

  private func family(seed: UInt64 = 20_260_101, replication: Int = 3, scope: String = "") -> StreamFamily {
    StreamFamily(rootSeed: seed, replication: replication, scope: scope)
  }

  // Pinned: whoever changes them changes every result that was ever made.
  @Test("Draws are what they always were", arguments: PinnedDraws.all)
  func pinned(pin: PinnedDraws) {
    let stream = StreamFamily(rootSeed: pin.rootSeed, replication: pin.replication, scope: pin.scope)
      .named(pin.name).stream(for: pin.entity)
    #expect(draws(stream, count: 3) == pin.draws)
  }

  @Test("The same seed, replication, scope, name and entity give the same draws")
  func same() {
    #expect(draws(family().stream("difficulty")) == draws(family().stream("difficulty")))
    #expect(draws(family().named("a").stream(for: StreamEntity(0))) == draws(family().stream("a")))
  }

  @Test("Another seed, replication, scope, name or entity gives other draws")
  func different() {
    let streams = [
      family().stream("a"), family(seed: 20_260_102).stream("a"), family(replication: 4).stream("a"),
      family(scope: "cell").stream("a"), family().stream("b"), family().stream(""), family().stream("a "),
      family(scope: "a").stream(""), family().named("a").stream(for: StreamEntity(1)),
      family().named("a").stream(for: StreamEntity(task: 1, agent: 0, call: 0)),
      family().named("a").stream(for: StreamEntity(task: 0, agent: 1, call: 0)),
      family(seed: 20_260_101 << 32).stream("a"), family(replication: 3 << 32).stream("a"),
    ]
    // No draw of any stream is a draw of another one: 13 · 50 numbers of 64 bits meet once in 10¹⁴ cases.
    let all = streams.flatMap { draws($0, count: 50) }
    #expect(Set(all).count == all.count)
  }

  @Test("Scope and name do not run together")
  func scopeAndName() {
    #expect(draws(family(scope: "ab").stream("c")) != draws(family(scope: "a").stream("bc")))
    #expect(draws(family(scope: "ab").stream("")) != draws(family(scope: "").stream("ab")))
  }

  @Test("What others draw, and when, changes nobody's draws")
  func otherConsumers() {
    let alone = draws(family().stream("arrivals"))
    let family = family()
    var other = family.stream("service")
    _ = other.next()
    var mine = family.stream("arrivals")
    var interleaved: [UInt64] = []
    for _ in 0..<4 {
      interleaved.append(mine.next())
      _ = other.gamma(shape: 0.5)
      _ = family.named("new").stream(for: StreamEntity(9))
    }
    #expect(interleaved == alone)
  }

  @Test("A negative replication ends the program")
  func negativeReplication() async {
    await #expect(processExitsWith: .failure) { _ = StreamFamily(rootSeed: 1, replication: -1) }
  }
}
