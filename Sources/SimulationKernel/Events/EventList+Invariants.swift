extension EventList {
  /// Checks that the parts of the list hold what they should; for tests.
  ///
  /// - Complexity: O(n).
  public func checkInvariants() {
    for index in run.head..<run.end where index > run.head {
      precondition(run.records[index - 1].key < run.records[index].key, "event \(index) of the run is out of order")
    }
    let first = near.hasHole ? 1 : 0
    for node in first..<Swift.max(near.size, first) {
      precondition(near.nodes[node].time < nearBound, "event \(node) of the heap belongs to the ladder")
      let parent = (node - 1) >> 2
      guard node > 0, parent >= first else { continue }
      precondition(near.nodes[parent].key < near.nodes[node].key, "event \(node) of the heap is before its parent")
    }
    precondition(near.size > 0 || !near.hasHole, "an empty heap has a hole")
    precondition(nearBound != .max || ladder.depth == 0, "behind a heap, a ladder has levels")
    ladder.checkInvariants(from: nearBound)
    var (alive, gone) = (0, 0)
    forEachRecord { if isPending($0) { alive += $0.isCancellable ? 1 : 0 } else { gone += 1 } }
    precondition(gone == dead, "\(gone) cancelled events are in the list, and it counts \(dead)")
    precondition(alive == cancellable.count, "\(cancellable.count) events can be cancelled, but \(alive) are there")
  }
}

extension EventLadder {
  func checkInvariants(from earliest: UInt64) {
    var records = 0
    precondition(farBound == (depth > 0 ? rungs[0].bound : 0), "the far events do not begin where the levels end")
    for level in 0..<depth {
      let rung = rungs[level]
      precondition(level == 0 || rung.bound <= rungs[level - 1].bound, "a level reaches beyond the one around it")
      let inner = level + 1 < depth ? rungs[level + 1].bound : earliest == .max ? 0 : earliest
      for index in 0...rung.lastIndex {
        chunks.forEachChunk(of: rung.buckets[index]) { chunk in
          for record in chunk {
            precondition(record.time >= inner && record.time < rung.bound, "an event stands on the wrong level")
            precondition(rung.index(of: record.seconds) == index, "an event stands in the wrong bucket")
            records += 1
          }
        }
      }
    }
    chunks.forEachChunk(of: far.pointee) { chunk in
      for record in chunk {
        precondition(record.time >= farBound, "a far event is within the reach of the ladder")
        records += 1
      }
    }
    precondition(records == count, "the ladder holds \(records) events and counts \(count)")
  }
}
