import Testing

@testable import SimulationKernel

@Suite("Parking lot")
struct ParkingLotTests {
  @Test("A process that is cancelled between its ticket and its parking goes on at once, with the error")
  func cancelledBeforeParking() async {
    await #expect(throws: CancellationError.self) {
      try await withUnsafeThrowingContinuation { continuation in
        var lot = ParkingLot()
        let ticket = lot.reserve()
        lot.cancel(ticket)
        lot.cancel(ticket)
        lot.park(continuation, with: ticket, reason: "a bus")
        #expect(!lot.isParked(ticket))
        #expect(lot.waiting.isEmpty)
      }
    }
  }

  @Test("A stale ticket opens nothing, though its space is used again")
  func staleTickets() async throws {
    try await withUnsafeThrowingContinuation { (continuation: ParkingLot.Continuation) in
      var lot = ParkingLot()
      let stale = lot.reserve()
      lot.park(continuation, with: stale, reason: "a bus")
      let left = lot.leave(stale)
      let ticket = lot.reserve()
      #expect(ticket != stale)
      lot.park(continuation, with: ticket, reason: "a tram")
      lot.cancel(stale)
      #expect(lot.leave(stale) == nil)
      #expect(!lot.isParked(stale))
      #expect(lot.isParked(ticket))
      #expect(lot.waiting == ["1 waiting for a tram"])
      // Each of the two is the same continuation, which may be resumed once.
      #expect(lot.leave(ticket) != nil && left != nil)
      continuation.resume()
    }
  }
}
