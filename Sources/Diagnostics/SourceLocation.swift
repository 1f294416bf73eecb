/// Where in the input something stands.
public struct SourceLocation: Sendable, Hashable {
  /// The file's path as the user wrote it, or the flag (`--set replications.min=ten`).
  public let source: String
  /// Line and column from 1, the column counted in Unicode scalars; `nil` for a flag or a whole file.
  public let position: Position?
  /// How many characters of the line are meant, at least 1.
  public let length: Int

  /// A place in a text.
  public struct Position: Sendable, Hashable {
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars.
    public let column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// - Parameter length: Characters that are meant; below 1 counts as 1.
  public init(source: String, position: Position? = nil, length: Int = 1) {
    self.source = source
    self.position = position
    self.length = max(1, length)
  }

  /// `source:line:column`, the form that editors and CI make clickable.
  public var label: String {
    guard let position else { return source }
    return "\(source):\(position.line):\(position.column)"
  }
}
