extension ProcessSimulation {
  /// Writes every step of every process from now on, in place of any other observer; `observe(nil)` ends that.
  ///
  /// - Parameter writer: Of this simulation only; to be closed after the last run.
  public func trace(to writer: TraceWriter) {
    // A simulation that its own observer held would stay in memory, and what waits in it as well.
    observe { [unowned executor] event in writer.record(ProcessStep(event, in: executor)) }
  }

  /// Keeps the last steps of the processes from now on, in place of any other observer; `observe(nil)` ends that.
  ///
  /// - Parameter ring: Of this simulation only.
  public func trace(into ring: ProcessRing) {
    observe { [unowned executor] event in ring.append(ProcessStep(event, in: executor)) }
  }
}
