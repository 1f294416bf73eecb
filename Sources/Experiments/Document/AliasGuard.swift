import Diagnostics

/// Refuses, before the parser sees it, a text whose aliases would cost more than it is worth.
///
/// The parser shares what an alias stands for, so aliases of aliases cost nothing while it reads them. But it compares
/// the keys of a mapping, and a key that is a list of lists of aliases is compared in full, which takes a time that
/// grows exponentially; and it frees a chain of aliases by recursion, as deep as the chain is long.
enum AliasGuard {
  static let maximumAliases = 200
  /// So few aliases cannot multiply to much, whatever they stand for.
  static let harmlessAliases = 4

  /// Counts what looks like an alias, also within quotes and comments: those are rare, and the limits far off.
  static func check(_ text: SourceText) throws(DiagnosticList) {
    let bytes = Array(text.text.utf8)
    var aliases = 0
    var collectionKey: Int?
    for index in bytes.indices {
      if let end = endOfAlias(from: index, in: bytes) {
        aliases += 1
        if collectionKey == nil, isColon(after: end, in: bytes) { collectionKey = index }
        guard aliases <= maximumAliases else {
          throw DiagnosticList(
            "too-large", at: text.location(of: text.text.utf8.index(text.text.startIndex, offsetBy: index)),
            "the file has more than \(maximumAliases) aliases", remedy: "write out what they stand for")
        }
      } else if collectionKey == nil, isCollectionKey(index, in: bytes) {
        collectionKey = index
      }
    }
    if let collectionKey, aliases > harmlessAliases {
      throw DiagnosticList(
        "unsupported", at: text.location(of: text.text.utf8.index(text.text.startIndex, offsetBy: collectionKey)),
        "a list, a mapping or an alias cannot be a key", remedy: "a key is a word")
    }
  }

  /// The end of what looks like an alias and begins at an index, or `nil`.
  private static func endOfAlias(from index: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[index] == UInt8(ascii: "*") else { return nil }
    guard index == 0 || bytes[index - 1].isBlank || Array("[{,:?-".utf8).contains(bytes[index - 1]) else { return nil }
    let name = bytes[(index + 1)...].prefix { $0.isNameByte }
    return name.isEmpty ? nil : name.endIndex
  }

  /// Whether a key that is a list or a mapping may begin or end here: `? ` where a token can stand, `]:` or `}:`.
  private static func isCollectionKey(_ index: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "?"):
      (index + 1 == bytes.count || bytes[index + 1].isBlank)
        && (index == 0 || bytes[index - 1].isBlank || Array("[{,-".utf8).contains(bytes[index - 1]))
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      isColon(after: index + 1, in: bytes)
    default:
      false
    }
  }

  private static func isColon(after index: Int, in bytes: [UInt8]) -> Bool {
    bytes[index...].first { !$0.isBlank } == UInt8(ascii: ":")
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  /// Letters, digits, `_` and `-`: what the parser takes for an alias's name.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
