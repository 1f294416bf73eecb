import Testing

@testable import RandomStreams

@Suite("Philox")
struct PhiloxTests {
  struct KnownAnswer: Sendable {
    let counter: [UInt32]
    let key: [UInt32]
    let block: [UInt32]
  }

  /// The lines `philox4x32 10` of `kat_vectors` in Random123 1.14, the generator's reference implementation.
  static let knownAnswers = [
    KnownAnswer(
      counter: [0, 0, 0, 0], key: [0, 0],
      block: [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8]),
    KnownAnswer(
      counter: [.max, .max, .max, .max], key: [.max, .max],
      block: [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD]),
    // The digits of π.
    KnownAnswer(
      counter: [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344], key: [0xA409_3822, 0x299F_31D0],
      block: [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1]),
  ]

  @Test("Blocks are those of the reference implementation", arguments: knownAnswers)
  func known(answer: KnownAnswer) {
    func pair(_ words: [UInt32]) -> UInt64 { Philox.join(words[0], words[1]) }
    let counter = (low: pair(answer.counter), high: pair(Array(answer.counter[2...])))
    let block = Philox.block(counter: counter, key: pair(answer.key))
    #expect(block == (pair(answer.block), pair(Array(answer.block[2...]))))
  }

  @Test("Words are split and joined with the lower half first")
  func words() {
    #expect(Philox.words(0x0123_4567_89AB_CDEF) == (0x89AB_CDEF, 0x0123_4567))
    #expect(Philox.join(0x89AB_CDEF, 0x0123_4567) == 0x0123_4567_89AB_CDEF)
  }
}
