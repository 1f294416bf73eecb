import RandomStreams
import SimulationKernel
import Testing

struct BankTests {
  @Test("The bank is the same in both styles", arguments: 0..<3)
  func stylesAgree(replication: Int) throws {
    let streams = StreamFamily(rootSeed: 1, replication: replication)
    let events = BankDay.byEvents(streams)
    let processes = try BankDay.byProcesses(streams)
    #expect(events.served == processes.served)
    #expect(events.meanWait == processes.meanWait)
    // A mean of ones and zeros here, a quotient there.
    #expect(abs(events.shareLost - processes.shareLost) < 1e-12)
  }

  @Test("The article tells the first day as it was")
  func firstDay() throws {
    let article = try Article("BankQueue")
    let day = BankDay.byEvents(StreamFamily(rootSeed: 1, replication: 0))
    #expect(article.text.contains("\(day.served) customers are served"))
    #expect(article.says(day.meanWait, digits: 1, " s on average"))
    #expect(article.says(100 * day.shareLost, digits: 1, " %"))
  }

  // The seed is fixed, and so is the outcome. With another seed each of the two intervals would miss its value once in
  // 20 times; an error of 10 % in either value would go unseen.
  @Test("The intervals of twenty days are those of the article, and hold the closed form")
  func intervals() throws {
    let article = try Article("BankQueue")
    let days = Replications()
    let exact = PatientBank()
    let wait = Replications.halfWidth(days.waits)
    let loss = Replications.halfWidth(days.losses)
    #expect(abs(days.waits.mean - exact.meanWait) < wait)
    #expect(abs(days.losses.mean - exact.shareLost) < loss)
    #expect(article.says(days.waits.mean, digits: 1, " ± "))
    #expect(article.says(wait, digits: 1, " s"))
    #expect(article.says(100 * days.losses.mean, digits: 1, " ± "))
    #expect(article.says(100 * loss, digits: 1, " %"))
    #expect(article.says(exact.meanWait, digits: 1, " s"))
    #expect(article.says(100 * exact.shareLost, digits: 1, " %"))
  }

  @Test("Days that run side by side are the days that run one after another")
  func sideBySide() throws {
    let days = try Replications.sideBySide()
    #expect(days == (0..<20).map { BankDay.byEvents(StreamFamily(rootSeed: 1, replication: $0)) })
  }
}
