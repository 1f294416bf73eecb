import Testing

struct VocabularyTests {
  @Test("The two clocks of SimPy's first page tick as there")
  func twoClocks() throws {
    #expect(try Vocabulary.twoClocks() == ["fast 0.0", "slow 0.0", "fast 0.5", "slow 1.0", "fast 1.0"])
  }

  @Test("Conditions: the first, and all")
  func conditions() throws {
    #expect(try Vocabulary.conditions() == ["too late at 5.0", "42 at 7.0"])
  }

  @Test("An interrupt carries its time and its cause")
  func interrupts() throws {
    #expect(try Vocabulary.interrupts() == ["interrupted at 180.0 s: we must go"])
  }

  @Test("A store gives the least item or the one that is wanted; a container waits for enough")
  func stores() throws {
    #expect(try Vocabulary.stores() == ["3", "8", "30.0 left at 60.0"])
  }

  @Test("A deadlock says who waits for what, as in the article")
  func deadlock() throws {
    let message = try #require(Vocabulary.deadlock().first)
    #expect(try Article("FromSimPy").words.contains(message))
    #expect(message.contains("Kant waits for a unit of 'right fork', which is held by Hume"))
  }

  @Test("The examples of the landing page do what their comments say")
  func firstSteps() throws {
    #expect(FirstSteps.ticks() == 60)
    #expect(try FirstSteps.desk() == 24)
    #expect(try FirstSteps.both() == 59)
  }
}
