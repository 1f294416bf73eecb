import Diagnostics
import Experiments
import Foundation
import Testing

/// A file of the folder `Malformed`, or bytes made by a test, and what the reader says about it.
struct MalformedFile: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Malformed")

  /// All files of the folder, sorted by name; none where it cannot be read, which a test would notice.
  static let all: [MalformedFile] = {
    let paths = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      bytes(of: name).map { MalformedFile(name: name, bytes: $0) }
    }
  }()

  static func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appendingPathComponent(path))).map(Array.init)
  }

  /// What the reader finds; no findings where it accepts the file.
  var findings: [Diagnostic] {
    let reader = ExperimentFileReader(source: name) { path in Self.bytes(of: path).map { (path, $0) } }
    do throws(DiagnosticList) {
      _ = try reader.read(bytes)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// The findings as the command line shows them.
  var rendered: String {
    var sources = [name: String(decoding: bytes, as: UTF8.self)]
    let findings = findings
    for source in findings.map(\.location.source) where sources[source] == nil {
      sources[source] = Self.bytes(of: source).map { String(decoding: $0, as: UTF8.self) }
    }
    return DiagnosticRenderer(sources: sources).render(findings)
  }
}
