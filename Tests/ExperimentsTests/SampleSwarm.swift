import Experiments
import RunRecords
import SwarmArchitectures

/// Files with swarms that use what the smallest ones leave out.
enum SampleSwarm {
  /// Every key that says how a swarm works, with a value that is not its default.
  static let full = """
    name: all-of-a-swarm
    workload:
      kind: batch
      tasks: 6
      in_flight: 3
      attempts: 2
      questions: arithmetic
      types: {review: 0.4, "code: hard": 0.6}
      structure: {subtasks: 6, depth: 3, needs: 1}
    swarm:
      agents: 40
      backend: [small, large]
      judge: large
      budget: {calls: 30, tokens: 90000, money: 0.5 USD, deadline: 10 min}
      rules: {context: last-round, visibility: confidence, order: sequential, equality: similar, similarity: 0.7}
    matching: tokens
    architectures:
      - {kind: debate, preset: du-2023, with: {rounds: 3}, rules: {tie_break: random, failure: retry, retries: 2}}
      - name: teams
        kind: hierarchical
        with: {workers: 2, worker: {kind: collaborative, with: {voters: 3, voter: reflection}}}
        rules: {unparseable: retry, early_stop: 0.9, rounds_count: exchanges}
      - {kind: competitive, with: {select: judge}}
    metrics: [standard, pass_at_k, ece]
    sweep:
      design: zip
      factors:
        backends.small.profile.correctness.accuracy: [50 %, 70 %]
        swarm.budget.calls: {from: 10, to: 20, steps: 2}
        "architectures[1].with.worker.with.voters": [3, 4]
    backends:
      small:
        kind: profile
        profile:
          base: du-arithmetic
          family: little
          skills: {review: -0.5, "code: hard": 1}
          subtasks: {correlation: 0.3, load: 0.2, propagation: 90 %}
          judging: {accuracy: 80 %, position_bias: 0.2, self_preference: 0.1, correlation: 0.3}
          verifying: {true_positive: 85 %, true_negative: 60 %}
          moderating: {error: 4 %}
          tokens: {prompt: azure-code-2023, short_completion: 5}
          serving: {kind: batching, engine: {preset: llama-2-70b-8xh100, max_batch: 16}, context_window: 8192}
          failures: {timeouts: 1 %, timeout: 30 s}
          outages: {availability: 99 %, mean: 5 min}
          rate_limit: {requests_per_minute: 600, excess: wait}
          retries: {limit: 1, base: 100 ms, jitter: none}
      large: {kind: profile, profile: choi-llama3.1-8b, concurrency: 2}
      outside:
        kind: openai
        base_url: http://127.0.0.1:8000/v1
        model: "a: model"
        api_key: "${env:SOME_KEY}"
        prompt: bare
        confidence: none
        temperature: 0.2
        top_p: 0.9
        max_tokens: 99
        concurrency: 2
        timeout: 9 s
        retries: 1
        backoff: 20 ms
        price: {input: 1 USD per Mtoken, cached: 0.1 USD per Mtoken}
        extra: {cache_prompt: false, "stop: it": [], deep: {list: [1, 2.5, null, "no"], empty: {}}}
      again: {kind: recorded, of: outside}

    """

  /// A file with a batch of a few tasks, and these lines beside.
  static func text(_ lines: String, workload: String = "{kind: batch, tasks: 4}") -> String {
    "name: sample\nworkload: \(workload)\nreplications: {min: 10, seed: 7}\n" + lines + "\n"
  }

  static func file(
    _ lines: String, workload: String = "{kind: batch, tasks: 4}", overrides: [String] = []
  ) throws -> ExperimentFile {
    try SampleFile.file(text(lines, workload: workload), overrides: overrides)
  }

  /// The codes of what is wrong, and the rendered messages.
  static func complaint(_ lines: String, workload: String = "{kind: batch, tasks: 4}") -> String {
    SampleFile.complaint(text(lines, workload: workload))
  }
}
