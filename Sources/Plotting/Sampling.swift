/// How the estimates of a figure were made, as its second line says it.
public struct Sampling: Sendable, Hashable {
  /// The confidence level of every interval, in `0...1`.
  public let level: Double
  /// The number of replications of each architecture.
  public let replications: Int
  /// Whether the architectures met the same random numbers.
  public let isPaired: Bool
  /// The correction for several comparisons, such as "Holm"; `nil` where nothing was corrected.
  public let correction: String?

  /// - Precondition: `level` is in `0...1`, and there is at least one replication.
  public init(level: Double, replications: Int, isPaired: Bool, correction: String?) {
    precondition((0...1).contains(level), "level is \(level); it must be in 0...1")
    precondition(replications >= 1, "there are \(replications) replications; at least 1 is needed")
    self.level = level
    self.replications = replications
    self.isPaired = isPaired
    self.correction = correction
  }

  /// "95 %", with a narrow space that no line breaks at.
  public var levelText: String { NumberText.plain(level * 100, significant: 6) + "\u{202F}%" }

  /// "30 paired replications".
  var replicationsText: String {
    let count = NumberText.fixed(Double(replications), decimals: 0)
    let noun = replications == 1 ? "replication" : "replications"
    return isPaired ? "\(count) paired \(noun)" : "\(count) \(noun)"
  }

  /// " (Holm)", or nothing.
  var correctionText: String { correction.map { " (\($0))" } ?? "" }
}
