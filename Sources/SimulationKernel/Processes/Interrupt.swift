/// What ends the wait of a process that was interrupted; see `SimulationProcess.interrupt`.
public struct Interrupt: Error, CustomStringConvertible {
  /// What the one who interrupted said.
  public let cause: any Sendable
  /// When the interrupt was sent; it is thrown at that time, or at the next wait.
  public let at: SimulationTime

  public var description: String { "interrupted at \(at.seconds) s: \(cause)" }
}
