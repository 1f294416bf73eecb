import Foundation

/// The values of a profile as they are printed in the file, by `section.key`.
///
/// Reads only the form that the quickstart's profiles have: sections at the margin, keys indented by two spaces.
struct ProfileNumbers {
  private(set) var values: [String: String] = [:]

  init(file: URL) throws {
    var section = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let content = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
      let parts = content.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard let key = parts.first, !key.isEmpty else { continue }
      if !line.hasPrefix(" ") { section = key }
      let name = line.hasPrefix(" ") ? "\(section).\(key)" : key
      if parts.count == 2, !parts[1].isEmpty { values[name] = parts[1] }
    }
  }

  /// The numbers of a value in order: two of `lognormal(852 ms, 0.635)`, one of `74.8 %`.
  func numbers(_ name: String) -> [String] {
    let value = values[name] ?? ""
    return value.split { !"0123456789.-".contains($0) }.map(String.init)
  }
}
