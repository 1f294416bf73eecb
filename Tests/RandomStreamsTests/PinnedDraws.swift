@testable import RandomStreams

/// The first draws of a stream.
struct PinnedDraws: Sendable {
  var rootSeed: UInt64 = 20_260_101
  var replication = 0
  var scope = ""
  let name: String
  var entity = StreamEntity(0)
  let draws: [UInt64]

  /// Made by `Reference/pinned-draws.py`, which shares no line with the code under test.
  static let all = [
    PinnedDraws(
      name: "task/difficulty",
      draws: [0xD036_AACC_07FB_4EE4, 0xE6FB_FC47_0413_7FF7, 0x1BC8_245A_F25A_4B9E]),
    PinnedDraws(
      name: "task/difficulty", entity: StreamEntity(7),
      draws: [0x414A_9D86_635F_86D0, 0x2EAB_8A4C_DBEC_1E46, 0x6EA1_863A_5DED_E8FF]),
    PinnedDraws(
      replication: 3, name: "call/answer", entity: StreamEntity(task: 2, agent: 1, call: 4),
      draws: [0x2995_E175_4845_2E48, 0xA4D1_E2F0_0E7C_B500, 0xB0C1_986C_4743_3F87]),
    PinnedDraws(
      rootSeed: .max, replication: 1 << 40, scope: "debate, 3 rounds", name: "Größe",
      draws: [0x7FE5_7AC1_7A01_0A40, 0x5B4B_DEDB_DC7E_C636, 0xE6C4_54CF_C78C_7F22]),
  ]
}

/// The first exponentials of mean 1 from a stream, and what sums up many of them.
struct PinnedExponentials: Sendable {
  let name: String
  let first: [Double]
  /// FNV-1a over the bytes of the first 9,000 in a little-endian order: some 200 of them come from beyond the core.
  let digest: UInt64
  /// The draw of the stream that follows them.
  let following: UInt64

  /// Made by `Reference/pinned-draws.py`, with its own tables of the layers and exact decimal arithmetic.
  static let all = [
    PinnedExponentials(
      name: "arrivals", first: [0x1.1369b10c63a60p-3, 0x1.7ce9062d3ee12p+0, 0x1.7bb12443092e9p-2],
      digest: 0x3244_D7EB_8823_54BB, following: 0xF1B0_7076_8669_C3F2),
    PinnedExponentials(
      name: "services", first: [0x1.373b03ec15496p-4, 0x1.52f9480023056p-1, 0x1.af7948a739833p-1],
      digest: 0xD6DC_CA67_2A57_9F9B, following: 0x3B53_B6FA_BE18_02FC),
    PinnedExponentials(
      name: "zero", first: [0x1.3ff4333208691p+0, 0x1.2a8d7fbd43229p-1, 0x1.40390cf37a7f5p-4],
      digest: 0x55D4_910D_B63C_14B2, following: 0xB8C8_7E3B_68CF_2A48),
  ]
}
