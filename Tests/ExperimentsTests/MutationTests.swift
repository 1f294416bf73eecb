import Diagnostics
import TestSupport
import Testing

@Suite("A damaged experiment file")
struct MutationTests {
  /// Deterministic, so that a failure names its mutation: its number is its seed.
  @Test(
    "either reads or is refused with findings; it never ends the program", arguments: 0..<20,
    [SampleFile.full, SampleColony.full, SampleSwarm.full])
  func mutations(batch: Int, text: String) {
    // A file with a sweep is read once for each of its points.
    let count = text == SampleSwarm.full ? 15 : 100
    for number in batch * count..<(batch + 1) * count {
      var random = SplitMix(seed: UInt64(number))
      var bytes = Array(text.utf8)
      for _ in 0...random.below(3) { bytes = Self.mutate(bytes, &random) }
      let findings = MalformedFile(name: "\(number)", bytes: bytes).findings
      #expect(findings.allSatisfy { !$0.problem.isEmpty && $0.location.length >= 1 }, "mutation \(number)")
      let text = String(decoding: bytes, as: UTF8.self)
      let rendered = DiagnosticRenderer(sources: ["\(number)": text]).render(findings)
      #expect(findings.isEmpty || rendered.contains(": error: "), "mutation \(number)")
    }
  }

  @Test(
    "is refused as often as not: the mutations are neither harmless nor hopeless",
    arguments: [SampleFile.full, SampleColony.full, SampleSwarm.full])
  func mutationsMatter(text: String) {
    let refused = (0..<50).count { number in
      var random = SplitMix(seed: UInt64(number))
      let bytes = Self.mutate(Array(text.utf8), &random)
      return !MalformedFile(name: "", bytes: bytes).findings.isEmpty
    }
    #expect(10...49 ~= refused, "\(refused) of 50")
  }

  private static func mutate(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var bytes = bytes
    let place = random.below(bytes.count)
    switch random.below(7) {
    case 0: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(12)))
    case 2: bytes.removeLast(bytes.count - place)
    case 3: bytes.insert(contentsOf: Array(tokens[random.below(tokens.count)].utf8), at: place)
    case 4: bytes = swapLines(bytes, &random)
    case 5: bytes = renameWord(bytes, &random)
    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + random.below(200))], at: place)
    }
    return bytes
  }

  private static let tokens = [
    ":", ": ", "- ", "model: double-bridge\n", "sweep: ", "from: 3", ", steps: 1000, ", "with.steps: [1, 2]",
    "kind: recorded, ", "preset: du-2023, ",
    "workload.tasks: [1, 2]", "[0]", ".with.", "1000000", "${env:A}", "lognormal(1, 2)", "5 %", " USD", "\n",
    "\t", "[", "]", "{", "}", "'", "\"", "#", "&a ", "*a", "!!int ", "|", ">", "%", "? ", "<<: ",
    "---\n", "...\n", "null", "~", "0", "-", "1e999", "\u{0}", "\u{FEFF}", "🐜", "\\", "\r", "\u{2028}",
  ]

  private static func swapLines(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.swapAt(random.below(lines.count), random.below(lines.count))
    return Array(lines.joined(separator: [0x0A]))
  }

  /// Doubles or drops a letter of a word.
  private static func renameWord(_ bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    let letters = bytes.indices.filter { UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[$0] }
    guard !letters.isEmpty else { return bytes }
    let place = letters[random.below(letters.count)]
    if random.below(2) == 0 { bytes.remove(at: place) } else { bytes.insert(bytes[place], at: place) }
    return bytes
  }
}
