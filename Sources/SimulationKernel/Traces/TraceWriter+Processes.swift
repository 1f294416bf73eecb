extension TraceWriter {
  /// Writes a step of a process; `ProcessSimulation.trace(to:)` does so for every step of a run.
  ///
  /// - Complexity: O(1); a call of the system every 64 KiB.
  public func record(_ step: ProcessStep) {
    guard takesRecords else { return }
    lastTime = step.event.time
    switch format {
    case .text:
      text.append("#")
      text.append(step.eventCount)
      text.append(" ")
      text.append(step.event.description, quoted: false)
      text.append("\n")
    case .perfetto: writeSlice(step)
    }
    flushIfFull()
  }

  private func writeSlice(_ step: ProcessStep) {
    var lane = lanes[step.lane] ?? ProcessLane(track: makeTrack(step.event.process))
    end(&lane, at: step.event.time)
    switch step.event.kind {
    case .started: begin(&lane, "runs", step)
    case .waits(let reason): begin(&lane, "waits for " + reason, step)
    case .woken:
      // Nothing tells of the end of a child task, so what it does between two waits is left out.
      if step.lane.generation != nil { begin(&lane, "runs", step) }
    case .ended: break
    }
    lanes[step.lane] = step.event.kind == .ended ? nil : lane
  }

  private func begin(_ lane: inout ProcessLane, _ name: String, _ step: ProcessStep) {
    beginRecord("B", on: lane.track, at: step.event.time)
    text.append(",\"name\":\"")
    text.append(name, quoted: true)
    text.append("\",\"args\":{\"event\":")
    text.append(step.eventCount)
    text.append("}}")
    lane.isOpen = true
  }

  private func end(_ lane: inout ProcessLane, at time: SimulationTime) {
    guard lane.isOpen else { return }
    beginRecord("E", on: lane.track, at: time)
    text.append("}")
    lane.isOpen = false
  }

  /// Ends the slices of all that still wait when the trace ends.
  func endLanes() {
    // A dictionary has another order in every run of the program.
    for var lane in lanes.values.sorted(by: { $0.track < $1.track }) { end(&lane, at: lastTime) }
    lanes = [:]
  }
}
