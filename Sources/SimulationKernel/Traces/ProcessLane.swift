/// The row of one process in a trace of slices.
struct ProcessLane {
  let track: Int
  /// Whether a slice has begun and not ended; so begins and ends match even where a trace has only a part of a run.
  var isOpen = false
}
