import ColonyModels
import RandomStreams
import RunRecords

/// A cell of a colony: one model with the values of its parameters.
struct ModelWork: PlannedWork {
  let model: any ColonyModel.Type
  let values: ParameterValues

  var kind: String { model.name }

  var behaviour: [(key: String, value: ConfigurationValue)] {
    [
      ("model", .word(model.name)),
      ("with", .mapping(values.sorted.map { ($0.name, $0.value.configuration) })),
    ]
  }

  func play(_ run: RunContext) throws -> PlayedRun {
    let outcome = try model.init(values).run(run.streams, recording: Recording(series: true))
    return PlayedRun(
      values: outcome.values, series: outcome.series, events: outcome.events, fingerprint: outcome.fingerprint)
  }

  func prediction() throws -> Prediction? { try model.init(values).prediction() }

  func snapshots(_ streams: StreamFamily, count: Int) throws -> [Snapshot] {
    try model.init(values).run(streams, recording: Recording(series: false, snapshots: count)).snapshots
  }
}
