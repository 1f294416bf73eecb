extension TraceWriter {
  /// Writes an event of a model; ``EventTrace`` does so for every event of a run.
  ///
  /// - Complexity: That of describing the event; a call of the system every 64 KiB.
  @inlinable
  public func record<Event>(_ handled: HandledEvent<Event>) {
    guard takesRecords else { return }
    // Where the event's type is known, so is the answer, when this is compiled.
    let label = handled.event as? any TraceLabel
    record(
      label.map { $0.traceName } ?? String(describing: handled.event), on: label.map { $0.traceTrack },
      at: handled.time, serial: handled.serial, rank: handled.rank)
  }

  @usableFromInline
  func record(_ name: String, on track: String?, at time: SimulationTime, serial: UInt64, rank: EventRank) {
    lastTime = time
    let rank = rank == .normal ? nil : rank.rawValue
    switch format {
    case .text: writeLine(name, on: track, at: time, serial: serial, rank: rank)
    case .perfetto: writeInstant(name, on: track ?? "events", at: time, serial: serial, rank: rank)
    }
    flushIfFull()
  }

  private func writeLine(_ name: String, on track: String?, at time: SimulationTime, serial: UInt64, rank: Int16?) {
    text.append("#")
    text.append(serial)
    text.append(" ")
    text.append(time.seconds)
    text.append(" s")
    if let rank {
      text.append(", rank ")
      text.append(rank)
    }
    text.append(": ")
    if let track {
      text.append(track, quoted: false)
      text.append(": ")
    }
    text.append(name, quoted: false)
    text.append("\n")
  }

  private func writeInstant(_ name: String, on track: String, at time: SimulationTime, serial: UInt64, rank: Int16?) {
    let number = tracks[track] ?? makeTrack(track)
    tracks[track] = number
    beginRecord("i", on: number, at: time)
    text.append(",\"s\":\"t\",\"name\":\"")
    text.append(name, quoted: true)
    text.append("\",\"args\":{\"serial\":")
    text.append(serial)
    if let rank {
      text.append(",\"rank\":")
      text.append(rank)
    }
    text.append("}}")
  }

  // MARK: Parts of JSON

  /// Separates a record from the one before.
  func beginRecord() {
    text.append(isFirstRecord ? "\n" : ",\n")
    isFirstRecord = false
  }

  /// Begins a record with what all have; the caller closes the brace.
  func beginRecord(_ phase: StaticString, on track: Int, at time: SimulationTime) {
    beginRecord()
    text.append("{\"ph\":\"")
    text.append(phase)
    text.append("\",\"pid\":1,\"tid\":")
    text.append(track)
    text.append(",\"ts\":")
    // JSON has no infinity.
    text.append(min(time.seconds * 1e6, .greatestFiniteMagnitude))
  }

  /// Numbers a new track and says what it is called.
  func makeTrack(_ name: String) -> Int {
    trackCount += 1
    beginRecord()
    text.append("{\"ph\":\"M\",\"pid\":1,\"tid\":")
    text.append(trackCount)
    text.append(",\"name\":\"thread_name\",\"args\":{\"name\":\"")
    text.append(name, quoted: true)
    text.append("\"}}")
    return trackCount
  }
}
