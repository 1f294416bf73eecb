/// The version of what runs compute.
///
/// It is part of every cell's digest, and is raised by hand when a change makes the same experiment give other numbers;
/// so runs of two meanings are never mixed, and a change that keeps the meaning reruns nothing.
public enum ModelVersion {
  /// The version of this program; runs of others are kept but not read.
  public static let current = 3
}
