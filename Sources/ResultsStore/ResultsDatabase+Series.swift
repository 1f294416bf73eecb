import Foundation
import GRDB
import RunRecords

/// Series and levels: what is stored of a run beside its metrics, and of a cell beside its name.
extension ResultsDatabase {
  static func store(_ series: [SeriesSpecification], in db: Database) throws {
    try db.execute(sql: "UPDATE series SET is_current = 0")
    let upsert = try db.makeStatement(
      sql: """
        INSERT INTO series VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (name) DO UPDATE SET
          title = excluded.title, unit = excluded.unit, along = excluded.along, summary = excluded.summary,
          position = excluded.position, is_current = 1
        """)
    for (position, series) in series.enumerated() {
      try upsert.execute(arguments: [
        series.name, series.title, series.unit, series.along, series.summary, position,
      ])
    }
  }

  static func storeCourses(of record: RunRecord, path: String, in db: Database) throws {
    guard !record.series.isEmpty else { return }
    let keep = try db.cachedStatement(sql: "INSERT INTO grid VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    let insert = try db.cachedStatement(sql: "INSERT INTO course VALUES (?, ?, ?, ?)")
    let kept = try db.cachedStatement(sql: "SELECT points FROM grid WHERE cell_digest = ? AND series = ?")
    for series in record.series {
      let points = json(series.points)
      try keep.execute(arguments: [record.key.cellDigest, series.name, points])
      // Other points would give the runs that there are a wrong time, or make the file unreadable.
      guard try String.fetchOne(kept, arguments: [record.key.cellDigest, series.name]) == points else {
        throw ResultsStoreError(
          .refused, path: path,
          problem: "the series '\(series.name)' has other points than in the cell's earlier runs",
          remedy: "all replications record at the same points; move the file away if the model was changed")
      }
      try insert.execute(arguments: [
        record.key.cellDigest, record.key.replication, series.name, json(series.values),
      ])
    }
  }

  static func storeLevels(of cell: Cell, in db: Database) throws {
    try db.execute(sql: "DELETE FROM level WHERE cell_digest = ?", arguments: [cell.digest])
    for (position, level) in cell.levels.enumerated() {
      let (kind, value): (String, any DatabaseValueConvertible) =
        switch level.value {
        case .integer(let value): ("integer", value)
        case .number(let value): ("number", value)
        case .choice(let value): ("choice", value)
        case .flag(let value): ("flag", String(value))
        case .architecture: ("choice", level.value.text)
        }
      try db.execute(
        sql: "INSERT INTO level VALUES (?, ?, ?, ?, ?)",
        arguments: [cell.digest, position, level.factor, kind, value])
    }
  }

  static func levels(ofCell digest: String, in db: Database) throws -> [FactorLevel] {
    try Row.fetchAll(
      db, sql: "SELECT factor, kind, value FROM level WHERE cell_digest = ? ORDER BY position", arguments: [digest]
    ).map { row in
      let value: ParameterValue =
        switch row["kind"] as String {
        case "integer": .integer(row["value"])
        case "number": .number(row["value"])
        case "flag": .flag(row["value"] as String == "true")
        default: .choice(row["value"])
        }
      return FactorLevel(factor: row["factor"], value: value)
    }
  }

  /// By replication.
  func courses(_ arguments: StatementArguments, in db: Database) throws -> [Int: [RecordedSeries]] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT course.replication, course.series, grid.points, course."values"
          FROM course JOIN series ON series.name = course.series
          JOIN grid ON grid.cell_digest = course.cell_digest AND grid.series = course.series
          WHERE course.cell_digest = ? AND course.replication >= ? AND course.replication < ? AND series.is_current
          ORDER BY course.replication, series.position
          """), arguments: arguments)
    var courses: [Int: [RecordedSeries]] = [:]
    while let row = try rows.next() {
      guard let points = Self.numbers(row[2]), let values = Self.numbers(row[3]), points.count == values.count else {
        throw ResultsStoreError.corrupt(path, "a series of replication \(row[0] as Int) is not a list of numbers")
      }
      courses[row[0], default: []].append(RecordedSeries(row[1], points: points, values: values))
    }
    return courses
  }

  /// The fewest digits that give the same numbers again; `null` for what is not a number.
  private static func json(_ numbers: [Double]) -> String {
    "[" + numbers.map { $0.isFinite ? $0.description : "null" }.joined(separator: ",") + "]"
  }

  private static func numbers(_ json: String) -> [Double]? {
    guard json.hasPrefix("["), json.hasSuffix("]") else { return nil }
    let parts = json.dropFirst().dropLast().split(separator: ",")
    let numbers = parts.map { $0 == "null" ? Double.nan : Double($0) }
    return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }
}
