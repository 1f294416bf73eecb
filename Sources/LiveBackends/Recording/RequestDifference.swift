import Foundation

/// What differs between two bodies of requests, field by field.
///
/// Numbers and names are shown. Of texts only the place is, since prompts do not belong into messages.
enum RequestDifference {
  static func list(recorded: String, asked: String) -> [String] {
    guard let recorded = fields(recorded), let asked = fields(asked) else { return ["the recorded body is no JSON"] }
    return Set(recorded.keys).union(asked.keys).sorted().compactMap { path in
      switch (recorded[path], asked[path]) {
      case (let old?, let new?): old == new ? nil : difference(at: path, old, new)
      case (nil, _): "\(path): not in the record"
      case (_, nil): "\(path): only in the record"
      }
    }
  }

  private static func difference(at path: String, _ recorded: String, _ asked: String) -> String {
    guard path.hasPrefix("messages") else { return "\(path): recorded \(recorded), now \(asked)" }
    let common = zip(recorded, asked).prefix { $0 == $1 }.count
    return "\(path): differs from character \(common + 1) on"
  }

  /// Every value that is no list and no object, by its path: `messages[1].content`.
  private static func fields(_ text: String) -> [String: String]? {
    // The caller says that it is no JSON.
    guard let document = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return nil }
    var fields: [String: String] = [:]
    collect(document, at: "", into: &fields)
    return fields
  }

  private static func collect(_ value: Any, at path: String, into fields: inout [String: String]) {
    switch value {
    case let object as [String: Any]:
      for (name, value) in object { collect(value, at: path.isEmpty ? name : "\(path).\(name)", into: &fields) }
    case let list as [Any]:
      for (place, value) in list.enumerated() { collect(value, at: "\(path)[\(place)]", into: &fields) }
    default: fields[path] = "\(value)"
    }
  }
}
