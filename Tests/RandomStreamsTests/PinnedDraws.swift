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
