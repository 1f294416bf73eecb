/// A benchmark by its name; nothing is prepared before it is asked for.
struct Benchmark {
  let name: String
  let measure: () throws -> Row

  init(_ name: String, _ measure: @escaping (String) throws -> Row) {
    self.name = name
    self.measure = { try measure(name) }
  }
}
