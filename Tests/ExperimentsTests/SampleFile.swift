import Diagnostics
import Experiments

/// Experiment files that are right, and the way to read them.
enum SampleFile {
  /// As small as a file can be that compares something.
  static let smallest = """
    format: 1
    name: first
    workload: {kind: batch, tasks: 200}
    architectures:
      - {name: boss, kind: hierarchical}
      - {name: peers, kind: collaborative}
    matching: none
    replications: {min: 20}

    """

  /// Every key that there is, with a value that is not its default.
  static let full = """
    # Every key.
    format: 1
    name: every-key
    title: "Which one: debate, or a vote?"

    workload:
      kind: stream
      arrivals: poisson(30 per min)
      tasks: 40

    swarm: {agents: 7, backend: fast}

    architectures:
      - {name: alone, kind: single}
      - {name: samples, kind: self-consistency, with: {samples: 3}}
      - name: vote
        kind: collaborative
        with: {voters: 3}
      - {name: best, kind: competitive, with: {contenders: 4}}
      - {name: talk, kind: debate, with: {debaters: 4, rounds: 3}, rules: {context: last-round}}
      - {name: boss, kind: hierarchical, with: {workers: 6, loops: 2, accept_at: 0.65}}
    baseline: vote
    matching: none

    backends:
      slow: {kind: profile}
      fast:
        kind: profile
        profile:
          format: 1
          correctness:
            accuracy: 61 %
            error_correlation: 0
            shared_difficulty: 0.4
            wrong_answers: 5
            wrong_answer_concentration: 2.5
          confidence: {center: 1.5, spread: 0.8, auroc: 0.7, consistency: 0.1}
          reading: {prior_strength: 3, own_weight: 0.5, correct_pull: 0.2}
          tokens: {prompt: "lognormal(500, 0.4)", completion: 120}
          latency: {first_token: "lognormal(700 ms, 0.3)", speed: "lognormal(6000 per min, 0.2)"}
        concurrency: 3
        price: {input: 0.25 USD per Mtoken, output: 0.002 USD per ktoken}

    replications:
      min: 12
      seed: 20260101
      common_random_numbers: false

    statistics: {confidence: 90 %, correction: bonferroni}

    """

  static func read(
    _ text: String, overrides: [String] = [], profiles: [String: String] = [:]
  ) throws(DiagnosticList) -> ReadExperiment {
    let reader = ExperimentFileReader(source: "test.yaml") { path in
      profiles[path].map { (path, Array($0.utf8)) }
    }
    return try reader.read(Array(text.utf8), overrides: overrides)
  }

  static func file(_ text: String, overrides: [String] = []) throws(DiagnosticList) -> ExperimentFile {
    try read(text, overrides: overrides).file
  }

  /// What the reader finds wrong, as the command line shows it; empty where it finds nothing.
  static func complaint(_ text: String, overrides: [String] = []) -> String {
    do throws(DiagnosticList) {
      _ = try read(text, overrides: overrides)
      return ""
    } catch {
      return DiagnosticRenderer(sources: ["test.yaml": text]).render(error.diagnostics)
    }
  }
}
