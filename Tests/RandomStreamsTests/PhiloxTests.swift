import Testing

@testable import RandomStreams

@Suite("Philox")
struct PhiloxTests {
  struct KnownAnswer: Sendable {
    let counter: Philox.Block
    let key: SIMD2<UInt32>
    let block: Philox.Block
  }

  /// The lines `philox4x32 10` of `kat_vectors` in Random123 1.14, the generator's reference implementation.
  static let knownAnswers = [
    KnownAnswer(
      counter: Philox.Block(repeating: 0), key: SIMD2(repeating: 0),
      block: Philox.Block(0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8)),
    KnownAnswer(
      counter: Philox.Block(repeating: .max), key: SIMD2(repeating: .max),
      block: Philox.Block(0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD)),
    // The digits of π.
    KnownAnswer(
      counter: Philox.Block(0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344),
      key: SIMD2(0xA409_3822, 0x299F_31D0),
      block: Philox.Block(0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1)),
  ]

  @Test("Blocks are those of the reference implementation", arguments: knownAnswers)
  func known(answer: KnownAnswer) {
    #expect(Philox.block(counter: answer.counter, key: answer.key) == answer.block)
  }

  @Test("Words are split and joined with the lower half first")
  func words() {
    #expect(Philox.words(0x0123_4567_89AB_CDEF) == SIMD2(0x89AB_CDEF, 0x0123_4567))
    #expect(Philox.join(0x89AB_CDEF, 0x0123_4567) == 0x0123_4567_89AB_CDEF)
  }
}
