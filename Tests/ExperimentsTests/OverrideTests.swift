import Agents
import Diagnostics
import Experiments
import RunRecords
import Testing

@Suite("A key given on the command line")
struct OverrideTests {
  @Test("takes the place of what the file says")
  func replaces() throws {
    let file = try SampleFile.file(
      SampleFile.full,
      overrides: [
        "replications.min=30", "title=A: no, \"quotes\"".replacing(":", with: " -"),
        "workload.arrivals=poisson(2 per s)",
        "backends.fast.profile.correctness.accuracy=70 %", "swarm={agents: 9, backend: slow}",
      ])
    #expect(file.replications.count == 30 && file.replications.seed == 20_260_101)
    #expect(file.title == "A - no, \"quotes\"" && file.swarm.workload.arrival == .stream(rate: 2))
    #expect(file.swarm.agents == 9 && file.swarm.backend.name == "slow")
  }

  @Test("names an item of a list by its place or its name, or by its kind where it has no name")
  func items() throws {
    let file = try SampleFile.file(
      SampleFile.full,
      overrides: [
        "architectures[2].with.voters=5", "architectures.talk.with.rounds=1", "architectures.boss.name=chief",
      ])
    #expect(file.swarm.architectures[2].values["voters"] == 5 && file.swarm.architectures[4].values["rounds"] == 1)
    #expect(file.swarm.architectures[5].name == "chief")
    let kinds = "name: a\nworkload: {kind: batch, tasks: 1}\narchitectures: [{kind: single}, {kind: debate}]\n"
    let debate = try SampleFile.file(kinds, overrides: ["architectures.debate.with.rounds=4"]).swarm.architectures[1]
    #expect(debate.values["rounds"] == 4)
  }

  @Test("makes the mappings that it leads through")
  func creates() throws {
    let file = try SampleFile.file(
      SampleFile.smallest + "swarm:\n",
      overrides: [
        "swarm.agents=6", "statistics.confidence=0.9", "backends.mock.profile.correctness.accuracy=0.6",
        "backends.mock.kind=profile", "architectures[0].with.workers=5",
      ])
    #expect(file.swarm.agents == 6 && file.statistics.confidence == 0.9)
    #expect(
      file.swarm.backend.profile.worker.correctness.accuracy == 0.6
        && file.swarm.architectures[0].values["workers"] == 5)
  }

  @Test("finds the backend that is there without being named")
  func fallbackBackend() throws {
    let path = "backends.mock.profile.correctness.accuracy"
    #expect(
      try SampleFile.file(SampleFile.smallest, overrides: [path + "=60%"]).swarm.backend.profile.worker.correctness
        .accuracy == 0.6)
    #expect(
      try SampleFile.file(SampleFile.smallest + "sweep: {factors: {\(path): [40 %, 60 %]}}\n").swarm.points.count == 2)
    #expect(SampleFile.complaint(SampleFile.smallest, overrides: ["backends.mine.concurrency=2"]).contains("kind"))
  }

  @Test("that is null leaves the key out, and a later one wins")
  func order() throws {
    #expect(try SampleFile.file(SampleFile.full, overrides: ["title=null"]).title == nil)
    let overrides = ["replications.min=11", "replications.min=12"]
    #expect(try SampleFile.file(SampleFile.full, overrides: overrides).replications.count == 12)
    #expect(try SampleFile.file(SampleFile.full, overrides: ["title=a=b"]).title == "a=b")
  }

  @Test(
    "that is wrong is refused in a message that names the flag",
    arguments: [
      ("replications.min=ten", "expected a whole number, got 'ten' [wrong-type]\n   for instance 10"),
      ("replications.min=0", "min is 0; it must be in 1...1000000 [out-of-range]"),
      ("replications.mim=5", "unknown key 'mim' in 'replications' [unknown-key]\n   did you mean 'min'? Keys"),
      ("replication.min=5", "unknown key 'replication' in an experiment file [unknown-key]\n   did you mean 'repl"),
      ("workload.arrivals=poisson(2 s)", "'arrivals' is a rate, got the unit 's' [wrong-unit]"),
      ("baseline=votes", "no architecture is named 'votes' [unknown-name]\n   there are: alone, samples, vote, best"),
      ("replications.min", "expected path=value [syntax]\n   for instance replications.min=10"),
      ("=5", "'' is no path [syntax]"),
      ("a..b=5", "'a..b' is no path [syntax]"),
      ("architectures[x]=5", "'architectures[x]' is no path [syntax]"),
      ("architectures[99].name=a", "there is no item [99] [unknown-path]\n   there are 6, numbered from 0"),
      (
        "architectures.tolk.name=a",
        "there is no 'tolk' [unknown-path]\n   allowed: alone, samples, vote, best, talk, boss. Did"
      ),
      ("name.first=a", "there is no 'first' [unknown-path]\n   the path leads through something that has no parts"),
      ("swarm[0]=1", "there is no item [0] [unknown-path]"),
      ("swarm=", "there is no value behind '=' [syntax]\n   write null to leave the key out"),
      ("swarm={agents: 5", "the value: this '{' is not closed"),
      ("swarm=[5]", "expected a mapping for 'swarm', got a list [wrong-type]\n   for instance {agents: 5}"),
      ("title=a: b", "expected a text, got a mapping [wrong-type]"),
      ("name=\u{1B}[2J", "the value: the control character U+001B is not allowed [not-text]"),
    ])
  func wrong(argument: String, says: String) {
    let complaint = SampleFile.complaint(SampleFile.full, overrides: [argument])
    let shown = argument.replacing("\u{1B}", with: "\\u{1B}")
    #expect(complaint.hasPrefix("--set \(shown): error: \(says)"), "\(complaint)")
  }

  @Test("is reported behind what is wrong in the file")
  func orderOfFindings() {
    let complaint = SampleFile.complaint(SampleFile.smallest + "tytle: x\n", overrides: ["replications.min=ten"])
    #expect(complaint.hasPrefix("test.yaml:9:1: error: unknown key 'tytle'"))
    #expect(complaint.contains("\n--set replications.min=ten: error: "))
  }
}
