/// Two sides of a contest did not do the same work, so their times cannot be compared.
struct Disagreement: Error, CustomStringConvertible {
  let benchmark: String
  let ours: String
  let theirs: String

  var description: String { "\(benchmark): the two sides did not do the same: ours \(ours), baseline \(theirs)" }
}
