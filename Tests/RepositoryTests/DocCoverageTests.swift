import Testing

@Suite("Doc comments")
struct DocCoverageTests {
  private static func found(_ text: String) -> [Int] {
    DocCoverage([text]).undocumented(in: text).map(\.line)
  }

  @Test(
    "A public declaration without a comment is found",
    arguments: [
      "public struct House {\n}", "public func build() {}", "public enum Colour: String {\n}",
      "public typealias Key = Int", "@frozen\npublic struct House {\n}",
      "extension House {\n  public var height: Int { 3 }\n}",
      "extension House {\n  public static let lowest = House(1)\n}",
      "extension House {\n  public internal(set) var height: Double\n}",
      "extension House {\n  public private(set) var floors = 0\n}", "extension House {\n  public let floors: [Int?]\n}",
      "extension House {\n  public init(_ a: Int) {\n    self.a = a\n    build()\n  }\n}",
      "extension House {\n  public subscript(floor: Int) -> Int { floor }\n}",
      "// A comment, but none of the documentation.\npublic func build() {}",
    ])
  func missing(text: String) {
    #expect(Self.found(text).count == 1)
  }

  @Test(
    "A comment, also above attributes, is enough",
    arguments: [
      "/// Where one lives.\npublic struct House {\n}",
      "/// Where.\n@frozen\n@available(macOS 15, *)\npublic struct House {\n}",
      "/// Where.\n@inlinable public func build() {}",
    ])
  func documented(text: String) {
    #expect(Self.found(text) == [])
  }

  @Test(
    "What could only repeat its name needs none",
    arguments: [
      "struct Door: Comparable {\n  public static func < (lhs: Door, rhs: Door) -> Bool { true }\n}",
      "struct Door: Error, CustomStringConvertible {\n  public var description: String { \"\" }\n}",
      "struct Door {\n}\nextension Door: CustomStringConvertible {\n  public var description: String { \"\" }\n}",
      "struct Door {\n  public let house: House\n  public let name: String\n}",
      "struct Door {\n  public init(a: Int, b: Int) {\n    self.a = a\n    self.b = b\n  }\n}",
      "struct Door {\n  public init(\n    a: Int\n  ) {\n    self.a = a\n  }\n}",
      "struct Door {\n  public init() {}\n}",
      "struct Door: Encodable {\n  public let height, width: Double\n}", "struct Door {\n  let height: Int\n}",
      "public import House", "let a = \"public func build()\"",
    ])
  func exempt(text: String) {
    #expect(Self.found(text) == [])
  }

  @Test("A witness of a protocol of our own inherits the comment, wherever the conformance is declared")
  func witnesses() {
    let text = """
      /// A thing that opens.
      public protocol Opening: Sendable {
        /// How wide, in metres.
        var width: Double { get }
        init(_ width: Double)
      }
      extension Opening {
        public var width: Double { 1 }
        public var depth: Double { 1 }
      }
      struct Gate: Opening {
        public var width: Double { 2 }
        public var height: Double { 3 }
        public init(_ width: Double) { precondition(width > 0) }
      }
      """
    #expect(Self.found(text) == [9, 13])
  }

  @Test("Every public declaration of Sources that needs a comment has one")
  func ownSources() {
    let coverage = DocCoverage(Repository.sources.map(\.text))
    let found = Repository.sources.flatMap { file in
      coverage.undocumented(in: file.text).map { "\(file.path):\($0.line): \($0.text)" }
    }
    #expect(found == [])
  }
}
