import RunRecords
import Testing

@testable import ResultsStore

@Suite struct WideColumnsTests {
  @Test(
    "A header is the name with the unit as words",
    arguments: [
      ("tokens", "tokens/task", "tokens_per_task"),
      ("makespan", "s", "makespan_s"), ("accuracy", "%", "accuracy_percent"), ("cost", "USD/task", "cost_usd_per_task"),
      ("latency", "µs", "latency_us"), ("rate", "1/s", "rate_1_per_s"), ("count", "", "count"),
      ("agents", "agents", "agents"), ("share_percent", "%", "share_percent"),
      ("load", " % of  time", "load_percent_of_time"),
      ("area", "m²", "area_m"),
    ])
  func header(name: String, unit: String, expected: String) {
    #expect(WideColumns.header(name: name, unit: unit) == expected)
  }

  @Test("Headers differ from each other and from the fixed columns, whatever the case of the letters")
  func distinct() {
    let metrics = [("events", "events"), ("time", "s"), ("time_s", ""), ("Time", "s"), ("State", "")].map {
      MetricSpecification($0.0, title: "", unit: $0.1, better: .lower, summary: "")
    }
    #expect(WideColumns.headers(for: metrics) == ["events_2", "time_s", "time_s_2", "Time_s_3", "State_2"])
  }
}
