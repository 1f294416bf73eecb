/// What one benchmark found.
struct Row: Encodable {
  let name: String
  /// What one unit of work is.
  let work: String
  /// Per unit of work: the median over the rounds.
  let oursNanoseconds: Double
  /// What ours is compared with.
  let baseline: String
  let baselineNanoseconds: Double
  /// Per pending event or process.
  var bytes: Double?
  /// Per unit of work, after the warm-up.
  var allocations: Double?
  var retains: Double?

  /// Below 1, ours is faster.
  var ratio: Double { oursNanoseconds / baselineNanoseconds }

  enum CodingKeys: String, CodingKey {
    case name, work, baseline, bytes, allocations, retains
    case oursNanoseconds = "ours_ns"
    case baselineNanoseconds = "baseline_ns"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(work, forKey: .work)
    try container.encode(oursNanoseconds, forKey: .oursNanoseconds)
    try container.encode(baseline, forKey: .baseline)
    try container.encode(baselineNanoseconds, forKey: .baselineNanoseconds)
    // Encoded where they are nil, too: every row has the same keys.
    try container.encode(bytes, forKey: .bytes)
    try container.encode(allocations, forKey: .allocations)
    try container.encode(retains, forKey: .retains)
  }
}
