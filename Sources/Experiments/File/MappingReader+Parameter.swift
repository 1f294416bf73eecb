import RunRecords

extension MappingReader {
  /// The value of a declared parameter, or `nil` where the file gives none.
  func parameter(_ specification: ParameterSpecification) -> ParameterValue? {
    let name = specification.name
    switch specification.kind {
    case .integer(let fallback, let range):
      return value(name).map { .integer(integer($0, key: name, in: range) ?? fallback) }
    case .number(let fallback, let range):
      return value(name) == nil ? nil : .number(number(name, default: fallback, in: range))
    case .choice(let fallback, let allowed):
      return value(name).map { .choice(choice($0, of: name, allowed: allowed) ?? fallback) }
    case .flag(let fallback):
      return value(name) == nil ? nil : .flag(flag(name, default: fallback))
    }
  }
}
