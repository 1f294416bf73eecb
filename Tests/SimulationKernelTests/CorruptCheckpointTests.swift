import Foundation
import SimulationKernel
import TestSupport
import Testing

@Suite("Checkpoints that are damaged")
struct CorruptCheckpointTests {
  /// What can be wrong with a checkpoint though it is JSON.
  enum Damage: String, CaseIterable {
    case noTimes, oneTimeLess, oneOrderLess, oneEventLess, timesAreNumbers, oddText, capitalDigits
    case infiniteTime, timeIsNaN, negativeTime, timeInThePast, unsorted
    case sameOrderTwice, sameSerialTwice, cancellableAndNot
    case serialToCome, noSerialLeft, negativeSerial, tooManyHandled, negativeHandled
    case clockAfterEvents, clockIsNaN, clockIsNegative

    func apply(to state: inout [String: Any], _ pending: inout [String: Any]) {
      var times = words(pending["times"])
      var orders = words(pending["orders"])
      let events = pending["events"] as? [Any] ?? []
      let next = (pending["next_serial"] as? NSNumber)?.uint64Value ?? 0
      switch self {
      case .noTimes: pending["times"] = nil
      case .oneTimeLess: times.removeLast()
      case .oneOrderLess: orders.removeLast()
      case .oneEventLess: pending["events"] = Array(events.dropLast())
      case .timesAreNumbers, .oddText, .capitalDigits: break
      case .infiniteTime: times[times.count - 1] = Double.infinity.bitPattern
      case .timeIsNaN: times[times.count - 1] = Double.nan.bitPattern
      case .negativeTime: times[times.count - 1] = (-1.0).bitPattern
      case .timeInThePast: times[0] = 0
      case .unsorted: times.swapAt(3, 9)
      case .sameOrderTwice:
        (times[4], orders[4]) = (times[5], orders[5])
      case .sameSerialTwice: orders[4] = orders[9]
      case .cancellableAndNot: orders[4] = orders[9] ^ 1
      case .serialToCome: orders[4] = (orders[4] & ~0xFFFF_FFFF_FFFF) | next << 1
      case .noSerialLeft: pending["next_serial"] = UInt64(1) << 47 + 1
      case .negativeSerial: pending["next_serial"] = -1
      case .tooManyHandled: state["handled"] = Int(next) - events.count + 1
      case .negativeHandled: state["handled"] = -1
      case .clockAfterEvents: state["time"] = 1e6.bitPattern
      case .clockIsNaN: state["time"] = Double.nan.bitPattern
      case .clockIsNegative: state["time"] = (-1.0).bitPattern
      }
      if self != .noTimes { pending["times"] = text(times) }
      pending["orders"] = text(orders)
      switch self {
      case .timesAreNumbers: pending["times"] = times
      case .oddText: pending["times"] = text(times) + "0"
      case .capitalDigits: pending["times"] = text(times).uppercased()
      default: break
      }
    }

    private func words(_ value: Any?) -> [UInt64] {
      let digits = Array(value as? String ?? "")
      return stride(from: 0, to: digits.count, by: 16).compactMap { UInt64(String(digits[$0..<$0 + 16]), radix: 16) }
    }

    private func text(_ words: [UInt64]) -> String {
      words.map {
        String(repeating: "0", count: $0.leadingZeroBitCount / 4 - ($0 == 0 ? 1 : 0)) + String($0, radix: 16)
      }
      .joined()
    }
  }

  private func checkpoint() throws -> Data {
    var simulation = Simulation(Ward(40))
    simulation.run(maximumEvents: 400)
    return try simulation.bytes()
  }

  private func damaged(_ damage: Damage?) throws -> Data {
    var state = try #require(try JSONSerialization.jsonObject(with: try checkpoint()) as? [String: Any])
    var pending = try #require(state["pending"] as? [String: Any])
    damage?.apply(to: &state, &pending)
    state["pending"] = pending
    return try JSONSerialization.data(withJSONObject: state)
  }

  @Test("What no simulation can have written is refused", arguments: Damage.allCases)
  func refused(damage: Damage) throws {
    let bytes = try damaged(damage)
    #expect(throws: DecodingError.self) { try Simulation<Ward>(bytes: bytes) }
  }

  @Test("Without damage, the same way through a dictionary gives the same simulation")
  func undamaged() throws {
    #expect(try Simulation<Ward>(bytes: damaged(nil)).bytes() == checkpoint())
  }

  @Test("A file that ends too early is refused, wherever it ends")
  func truncated() throws {
    let bytes = try checkpoint()
    for length in stride(from: 0, to: bytes.count, by: 389) {
      #expect(throws: DecodingError.self) { try Simulation<Ward>(bytes: bytes.prefix(length)) }
    }
  }

  @Test("A flipped bit is refused or makes another simulation, and never ends the program")
  func flippedBits() throws {
    let bytes = try checkpoint()
    var random = SplitMix(seed: 31)
    var refused = 0
    for _ in 0..<200 {
      var flipped = bytes
      flipped[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      do {
        let simulation = try Simulation<Ward>(bytes: flipped)
        #expect(simulation.pendingCount >= 0)
      } catch is DecodingError {
        refused += 1
      }
    }
    #expect(refused > 50)
  }
}
