public import CKernelShims

/// Asks the processor for the cache line of an address, which need not be a valid one; nothing waits for it.
///
/// For ``SimulationModel/prefetch(_:)``: a model whose agents do not fit into the cache fetches the line of the one whose
/// event comes soon.
@inlinable
@inline(__always)
public func prefetch(_ address: UnsafeRawPointer) {
  antbed_prefetch(address)
}
