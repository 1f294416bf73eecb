/// Observes nothing: a run with it compiles to the same loop as one without any.
@frozen
public struct NoObserver<Model: SimulationModel>: SimulationObserver {
  @inlinable
  public init() {}
}

extension NoObserver: Sendable {}
