import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct CommandLineTests {
  private let folder: TemporaryFolder
  private let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(folder: folder.url)
  }

  @Test(
    "Every verb's help shows an example",
    arguments: ["run", "validate", "plan", "compare", "models", "solve", "init", "version"])
  func help(verb: String) throws {
    let outcome = try program.run(verb, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("EXAMPLE\n  antbed \(verb)") || outcome.output.contains("antbed \(verb) "))
  }

  @Test(
    "Misuse exits with 2 and says what is wrong",
    arguments: [
      ["swarm"], ["run"], ["run", "x.yaml", "--jobs", "0"], ["run", "x.yaml", "--jobs", "many"],
      ["compare"], ["run", "--nope"], ["compare", "nothing-here"], ["validate", "."], ["plan", "./"], ["run", "x"],
    ])
  func misuse(arguments: [String]) throws {
    let outcome = try program.start(arguments).finish()
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test("The first steps of a new user: init, validate, plan, run, compare")
  func firstSteps() throws {
    #expect(try program.run("init", "mine.yaml").status == 0)
    #expect(try program.run("init", "mine.yaml").status == 2, "an existing file is never overwritten")
    #expect(try program.run("validate", "mine.yaml").output.contains("no errors; 6 cells, 120 runs"))
    let few = ["--replications", "3"]
    #expect(try program.start(["plan", "mine.yaml"] + few).finish().output.contains("6 cells, 18 runs"))
    let run = try program.start(["run", "mine.yaml"] + few).finish()
    #expect(run.status == 0)
    #expect(run.errors.contains("--replications 3: warning: 3 replications"), "\(run.errors)")
    #expect(run.output.contains("Report: results/first/report.html"))
    let compared = try program.run("compare", "first")
    #expect(compared.status == 0)
    #expect(run.output.hasPrefix(compared.output.dropLast()), "run and compare print the same comparison")
    #expect(!compared.output.contains("\u{1B}"), "no colours where no terminal is")
    #expect(try program.run("compare", "results/first").output == compared.output, "the path of a folder is a name too")
    #expect(try program.run("compare", "other/first/").status == 2)
  }

  @Test("A profile that is printed is a file to start from")
  func profiles() throws {
    let printed = try program.run("profiles", "du-arithmetic")
    #expect(printed.status == 0 && printed.output.hasPrefix("# du-arithmetic: "))
    try Data(printed.output.utf8).write(to: folder.file("mine.yaml"))
    let text = "name: a\nworkload: {kind: batch, tasks: 1}\narchitectures: [{kind: single}]\nreplications: {min: 10}\n"
    try Data((text + "backends: {mock: {profile: mine.yaml}}\n").utf8).write(to: folder.file("a.yaml"))
    #expect(try program.run("validate", "a.yaml").output.contains("no errors"))
    let unknown = try program.run("profiles", "du-arithmetics")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean 'du-arithmetic'?"))
  }

  @Test("A key that is missing is said once, before anything is made")
  func missingKey() throws {
    let text = """
      name: live
      workload: {kind: batch, tasks: 5, questions: sums}
      architectures: [{kind: single}]
      swarm: {backend: local}
      backends: {local: {kind: openai, base_url: "http://127.0.0.1:1/v1", model: m, api_key: "${env:ANTBED_NO_SUCH_KEY}"}}
      replications: {min: 10}
      """
    try Data(text.utf8).write(to: folder.file("live.yaml"))
    let outcome = try program.run("run", "live.yaml")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "live.yaml: error: the environment variable ANTBED_NO_SUCH_KEY is not set; it holds the key [missing-key]\n")
    #expect(!FileManager.default.fileExists(atPath: folder.file("results").path))
  }

  @Test("A name that is nearly right is answered with the right one")
  func nearName() throws {
    #expect(try program.run("init", "mine.yaml").status == 0)
    #expect(try program.run("run", "mine.yaml", "--replications", "2", "--quiet").status == 0)
    #expect(try program.run("compare", "frist").errors.contains("did you mean 'first'?"))
  }

  @Test("An override's error names the flag")
  func overrides() throws {
    #expect(try program.run("init", "mine.yaml").status == 0)
    let outcome = try program.run("validate", "mine.yaml", "--set", "replications.min=ten")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("--set replications.min=ten: error: expected a whole number"), "\(outcome.errors)")
    let seed = try program.run("run", "mine.yaml", "--seed", "-4")
    #expect(seed.status == 2)
    #expect(seed.errors.contains("seed"), "\(seed.errors)")
  }

  @Test("--json prints one JSON object and nothing else")
  func json() throws {
    #expect(try program.run("init", "mine.yaml").status == 0)
    let outcome = try program.run("run", "mine.yaml", "--replications", "3", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(object?["experiment"] as? String == "first")
    #expect((object?["pairs"] as? [Any])?.count == 15 * 7)
    #expect((object?["estimates"] as? [Any])?.count == 6 * 7)
    #expect(try program.run("compare", "first", "--json").output == outcome.output)
  }

  @Test("A results file that is not ours is refused and left as it is")
  func foreignResults() throws {
    #expect(try program.run("init", "mine.yaml").status == 0)
    try FileManager.default.createDirectory(at: folder.file("results/first"), withIntermediateDirectories: true)
    try folder.write("something else", to: "results/first/results.sqlite")
    let outcome = try program.run("run", "mine.yaml")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("[foreign]"))
    #expect(try folder.text("results/first/results.sqlite") == "something else")
  }
}
