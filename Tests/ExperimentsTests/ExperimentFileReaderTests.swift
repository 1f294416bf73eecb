import Agents
import Diagnostics
import Experiments
import RunRecords
import Statistics
import SwarmArchitectures
import Testing

@Suite("ExperimentFileReader")
struct ExperimentFileReaderTests {
  @Test("The smallest file says what is compared; all else has its default")
  func smallest() throws {
    let read = try SampleFile.read(SampleFile.smallest)
    #expect(read.warnings.isEmpty)
    let file = read.file
    #expect(file.name == "first" && file.title == nil && file.baseline == "boss")
    #expect(file.swarm.workload.tasks == 200 && file.swarm.workload.arrival == .batch(inFlight: 4))
    #expect(file.swarm.architectures.map(\.name) == ["boss", "peers"])
    #expect(file.swarm.architectures.map { $0.kind.name } == ["hierarchical", "collaborative"])
    // As many as the architecture with the most needs: a manager and four workers, or five voters.
    #expect(file.swarm.agents == 5)
    #expect(
      file.swarm.backend.name == "mock" && file.swarm.backend.profile == ModelProfile()
        && file.swarm.backend.profile.serving.concurrency == 4)
    #expect(file.swarm.backend.profile.serving.price == TokenPrice(input: 0.15, output: 0.6))
    #expect(file.replications.count == 20 && file.replications.seed == 1 && file.replications.commonRandomNumbers)
    #expect(file.statistics.confidence == 0.95 && file.statistics.correction == .holm)
  }

  @Test("Every key is read, with its unit")
  func full() throws {
    let file = try SampleFile.file(SampleFile.full)
    #expect(file.name == "every-key" && file.title == "Which one: debate, or a vote?" && file.baseline == "vote")
    #expect(file.swarm.workload.tasks == 40 && file.swarm.workload.arrival == .stream(rate: 0.5))
    #expect(file.swarm.agents == 7)
    #expect(file.swarm.architectures.map(\.name) == ["alone", "samples", "vote", "best", "talk", "boss"])
    let talk: ParameterValues = file.swarm.architectures[4].values
    #expect(talk["debaters"] == 4 && talk["rounds"] == 3 && file.swarm.architectures[4].rules.context == .lastRound)
    let boss: ParameterValues = file.swarm.architectures[5].values
    #expect(boss["workers"] == 6 && boss["loops"] == 2 && boss["accept_at"] == 0.65)
    #expect(file.swarm.backend.name == "fast" && file.swarm.backend.profile.serving.concurrency == 3)
    #expect(file.swarm.backend.profile.serving.price == TokenPrice(input: 0.25, output: 2))
    #expect(file.replications.count == 12 && file.replications.seed == 20_260_101)
    #expect(!file.replications.commonRandomNumbers)
    #expect(file.statistics.confidence == 0.9 && file.statistics.correction == .bonferroni)
  }

  @Test("A profile in place is read, with its units")
  func inlineProfile() throws {
    let profile = try SampleFile.file(SampleFile.full).swarm.backend.profile
    var expected = WorkerProfile()
    var serving = ServingProfile()
    expected.correctness.accuracy = 0.61
    expected.correctness.errorCorrelation = 0
    expected.correctness.sharedDifficulty = 0.4
    expected.correctness.wrongAnswers = 5
    expected.correctness.wrongAnswerConcentration = 2.5
    (expected.confidence.center, expected.confidence.spread) = (1.5, 0.8)
    (expected.confidence.auroc, expected.confidence.consistency) = (0.7, 0.1)
    (expected.reading.priorStrength, expected.reading.ownWeight, expected.reading.correctPull) = (3, 0.5, 0.2)
    serving.promptTokens = .lognormal(median: 500, sigma: 0.4)
    serving.completionTokens = .lognormal(median: 120, sigma: 0)
    serving.firstToken = Lognormal(median: 0.7, sigma: 0.3)
    serving.speed = Lognormal(median: 100, sigma: 0.2)
    serving.concurrency = 3
    serving.price = TokenPrice(input: 0.25, output: 2)
    #expect(profile.worker == expected && profile.serving == serving)
  }

  @Test("A profile file says the same as its keys in place")
  func profileFile() throws {
    let start = SampleFile.smallest + "backends:\n  mock:\n    kind: profile\n    profile: "
    let keys = "correctness: {accuracy: 61 %}"
    let named = try SampleFile.read(start + "p/small.yaml\n", profiles: ["p/small.yaml": "format: 1\n\(keys)\n"]).file
    #expect(named.configurationHash == (try SampleFile.file(start + "{\(keys)}\n").configurationHash))
    #expect(named.configurationHash != (try SampleFile.file(start + "default\n").configurationHash))
  }

  @Test(
    "What YAML 1.1 takes for something else stays text where a text is wanted",
    arguments: ["no", "on", "y", "12:30:00", "0o17", "1_000", "2026-01-01", "1e3", ".inf", "true", "0x1F", "=", "<<"])
  func textStaysText(word: String) throws {
    #expect(try SampleFile.file("title: \(word)\n" + SampleFile.smallest).title == word)
  }

  @Test("A key that says nothing has its default", arguments: ["", "~", "null", "Null", "NULL"])
  func nothing(word: String) throws {
    let extra = "title: \(word)\nswarm: \(word)\nbackends: \(word)\nstatistics: {confidence: \(word)}\n"
    let file = try SampleFile.file(extra + SampleFile.smallest)
    #expect(file.configurationHash == (try SampleFile.file(SampleFile.smallest).configurationHash))
  }

  @Test("Quotes, a byte order mark, the lines of Windows and an alias change nothing")
  func spellings() throws {
    let plain = try SampleFile.file(SampleFile.smallest).configurationHash
    let texts = [
      "\u{FEFF}" + SampleFile.smallest, SampleFile.smallest.replacing("\n", with: "\r\n"),
      SampleFile.smallest.replacing("kind: batch", with: "\"kind\": 'batch'"),
      SampleFile.smallest.replacing("boss,", with: "&n boss,") + "baseline: *n\n",
      "# *not an alias*: a comment\n" + SampleFile.smallest, "---\n" + SampleFile.smallest + "...\n",
    ]
    for text in texts { #expect(try SampleFile.file(text).configurationHash == plain, "\(text)") }
  }

  @Test("Few replications are worth a warning, and no more", arguments: [(1, true), (9, true), (10, false)])
  func warning(count: Int, expected: Bool) throws {
    let text = SampleFile.smallest.replacing("min: 20", with: "min: \(count)")
    let warnings = try SampleFile.read(text).warnings
    #expect(warnings.map(\.code) == (expected ? ["few-replications"] : []))
    #expect(warnings.allSatisfy { $0.severity == .warning && $0.location.position?.line == 8 })
  }

  @Test("A reader that is used twice says of each file what is its own")
  func twice() throws {
    let reader = ExperimentFileReader(source: "a.yaml") { _ in nil }
    #expect(throws: DiagnosticList.self) { try reader.read(Array("name: [\n".utf8)) }
    #expect(try reader.read(Array(SampleFile.smallest.utf8)).warnings.isEmpty)
  }
}
