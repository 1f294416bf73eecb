import ColonyModels
import RunRecords

extension ColonyExperiment {
  var configuration: [(key: String, value: ConfigurationValue)] {
    let varied = Set(sweep.factors.map(\.parameter.name))
    let all = variants.map { values(of: $0, at: []).sorted.filter { !varied.contains($0.name) } }
    // What all variants share stands once: hundreds of variants times all parameters would be more than may be read.
    let shared = Set(
      (all.first ?? []).indices.filter { index in all.allSatisfy { $0[index].value == all[0][index].value } })
    func with(_ values: [(name: String, value: ParameterValue)], _ isWanted: (Int) -> Bool)
      -> [(key: String, value: ConfigurationValue)]
    {
      let pairs = values.indices.filter(isWanted).map { (values[$0].name, values[$0].value.configuration) }
      return pairs.isEmpty ? [] : [("with", .mapping(pairs))]
    }
    var pairs: [(key: String, value: ConfigurationValue)] = [("model", .word(model.name))]
    pairs += with(all.first ?? []) { shared.contains($0) }
    let named = zip(variants, all).map { variant, values in
      ConfigurationValue.mapping([("name", .name(variant.name))] + with(values) { !shared.contains($0) })
    }
    pairs.append(("variants", .list(named)))
    if !sweep.factors.isEmpty {
      let factors = sweep.factors.map { factor in
        (key: "with." + factor.parameter.name, value: ConfigurationValue.list(factor.levels.map(\.configuration)))
      }
      pairs.append(("sweep", .mapping([("design", .word(sweep.design.rawValue)), ("factors", .mapping(factors))])))
    }
    if model.picture != nil { pairs.append(("outputs", .mapping([("frames", .integer(frames))]))) }
    return pairs
  }
}

extension ParameterValue {
  var configuration: ConfigurationValue {
    switch self {
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .choice(let value): .word(value)
    case .flag(let value): .flag(value)
    case .architecture(let value): value.configuration
    }
  }
}
