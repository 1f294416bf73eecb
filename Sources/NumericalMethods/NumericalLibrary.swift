import CGSL

/// The library that the distribution functions come from.
public enum NumericalLibrary {
  /// The version of the GNU Scientific Library that this program was built with.
  public static let version = GSL_VERSION
}
