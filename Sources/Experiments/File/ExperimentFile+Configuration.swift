import Agents
import RunRecords
import Statistics
import SwarmArchitectures

extension ExperimentFile {
  /// The whole experiment with every default and every profile in place: an experiment file of the same meaning.
  public var resolvedYAML: String { configuration.yaml() }

  /// SHA-256, in hexadecimal, of what the experiment means: comments, the order of keys and `60 s` or `1 min` do not
  /// count.
  public var configurationHash: String { configuration.digest }

  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [
      ("format", .integer(Self.format)), ("name", .name(name)),
    ]
    if let title { pairs.append(("title", .text(title))) }
    pairs += [
      ("workload", workload.configuration),
      ("swarm", .mapping([("agents", .integer(swarm.agents)), ("backend", .name(backend.name))])),
      ("architectures", .list(architectures.map(\.configuration))),
      ("baseline", .name(baseline)),
      ("backends", .mapping([(backend.name, backend.configuration)])),
      (
        "replications",
        .mapping([
          ("min", .integer(replications.count)), ("seed", .word(String(replications.seed))),
          ("common_random_numbers", .flag(replications.commonRandomNumbers)),
        ])
      ),
      (
        "statistics",
        .mapping([
          ("confidence", .number(statistics.confidence)), ("correction", .word(statistics.correction.rawValue)),
        ])
      ),
    ]
    return .mapping(pairs)
  }
}

extension ExperimentFile.Workload {
  var configuration: ConfigurationValue {
    switch arrival {
    case .batch(let inFlight):
      .mapping([("kind", .word("batch")), ("tasks", .integer(tasks)), ("in_flight", .integer(inFlight))])
    case .stream(let rate):
      .mapping([
        ("kind", .word("stream")), ("tasks", .integer(tasks)), ("arrivals", .word("poisson(\(plain(rate)) per s)")),
      ])
    }
  }
}

extension ExperimentFile.NamedArchitecture {
  var configuration: ConfigurationValue {
    var pairs: [(key: String, value: ConfigurationValue)] = [("name", .name(name)), ("kind", .word(kind.name))]
    let with = values.sorted.map { (key: $0.name, value: $0.value.configuration) }
    if !with.isEmpty { pairs.append(("with", .mapping(with))) }
    return .mapping(pairs)
  }
}

extension ParameterValue {
  fileprivate var configuration: ConfigurationValue {
    switch self {
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .choice(let value): .word(value)
    case .flag(let value): .flag(value)
    }
  }
}

extension ExperimentFile.NamedBackend {
  var configuration: ConfigurationValue {
    .mapping([
      ("kind", .word("profile")), ("profile", profile.configuration), ("concurrency", .integer(concurrency)),
      (
        "price",
        .mapping([
          ("input", .quantity(price.input, "USD per Mtoken")), ("output", .quantity(price.output, "USD per Mtoken")),
        ])
      ),
    ])
  }
}

extension WorkerProfile {
  fileprivate var configuration: ConfigurationValue {
    .mapping([
      (
        "correctness",
        .mapping([
          ("accuracy", .number(correctness.accuracy)),
          ("error_correlation", .number(correctness.errorCorrelation)),
          ("shared_difficulty", .number(correctness.sharedDifficulty)),
          ("wrong_answers", .integer(correctness.wrongAnswers)),
          ("wrong_answer_concentration", .number(correctness.wrongAnswerConcentration)),
        ])
      ),
      (
        "confidence",
        .mapping([
          ("center", .number(confidence.center)), ("spread", .number(confidence.spread)),
          ("auroc", .number(confidence.auroc)), ("consistency", .number(confidence.consistency)),
        ])
      ),
      (
        "reading",
        .mapping([
          ("prior_strength", .number(reading.priorStrength)), ("own_weight", .number(reading.ownWeight)),
          ("correct_pull", .number(reading.correctPull)),
        ])
      ),
      (
        "tokens",
        .mapping([
          ("prompt", promptTokens.configuration("")), ("completion", completionTokens.configuration("")),
        ])
      ),
      (
        "latency",
        .mapping([("first_token", firstToken.configuration(" s")), ("speed", speed.configuration(" per s"))])
      ),
    ])
  }
}

extension Lognormal {
  fileprivate func configuration(_ unit: String) -> ConfigurationValue {
    .word("lognormal(\(plain(median))\(unit), \(plain(sigma)))")
  }
}
