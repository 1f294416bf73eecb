import Foundation
import RunRecords
import SwarmArchitectures
import Testing

/// An architecture and the article about it.
struct ArchitectureArticle: Sendable, CustomTestStringConvertible {
  /// One row of the table of parameters, as it is written.
  struct Row {
    let name, unit, range, standard: String
  }

  // Links are followed first: a package elsewhere may take in this folder by a link.
  private static let catalogue = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../Sources/SwarmArchitectures/SwarmArchitectures.docc").standardizedFileURL

  let type: any SwarmArchitecture.Type
  var testDescription: String { type.name }

  static let all = Architectures.all.map { ArchitectureArticle(type: $0) }

  func text() throws -> String {
    try String(contentsOf: Self.catalogue.appending(path: "\(type).md"), encoding: .utf8)
  }

  func rows() throws -> [Row] {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let start = lines.firstIndex(of: ["key", "unit", "range", "default", "meaning"]) ?? lines.endIndex
    // Below the header stands the line of dashes.
    return lines[start...].dropFirst(2).prefix { $0.count == 5 }.map {
      Row(name: $0[0], unit: $0[1], range: $0[2], standard: $0[3])
    }
  }
}

@Suite("Articles of architectures")
struct ArchitectureArticleTests {
  @Test("The table of parameters in an article is what the architecture declares", arguments: ArchitectureArticle.all)
  func parameters(article: ArchitectureArticle) throws {
    let (rows, parameters, text) = (try article.rows(), article.type.parameters, try article.text())
    #expect(rows.map(\.name) == parameters.map { "`\($0.name)`" })
    for (row, parameter) in zip(rows, parameters) {
      #expect(row.unit == parameter.unit ?? "–", "\(row.name)")
      #expect(row.standard.replacing("`", with: "") == parameter.standard, "\(row.name)")
      if row.range.hasPrefix("see ") {
        #expect(parameter.choices.filter { !text.contains("| `\($0)` |") } == [], "\(row.name)")
      } else {
        #expect(row.range.parts == parameter.range.parts, "\(row.name)")
      }
    }
  }

  @Test("An article names every preset of its architecture", arguments: ArchitectureArticle.all)
  func presets(article: ArchitectureArticle) throws {
    let text = try article.text()
    #expect(article.type.presets.map(\.name).filter { !text.contains("`\($0)`") } == [])
  }

  @Test("An article has idea, parameters, costs, an example and limits", arguments: ArchitectureArticle.all)
  func sections(article: ArchitectureArticle) throws {
    let text = try article.text()
    #expect(text.hasPrefix("# ``SwarmArchitectures/\(article.type)``\n"))
    #expect(["Idea", "Parameters", "Cost", "Example", "Known limits"].filter { !text.contains("\n## \($0)") } == [])
    #expect(text.contains("kind: \(article.type.name)"))
  }
}

extension String {
  /// A range as its parts: choices, whose order is the writer's, with commas between them. A comma within a number has no
  /// space after it.
  fileprivate var parts: Set<String> {
    Set(replacing("`", with: "").split(separator: ", ").map(String.init))
  }
}

extension ParameterSpecification {
  fileprivate var choices: [String] {
    if case .choice(_, let allowed) = kind { allowed } else { [] }
  }

  /// The default, as articles write it.
  fileprivate var standard: String {
    switch kind {
    case .integer(let value, _): Self.text(value)
    case .number(let value, _): abs(value - 2 / 3) < 1e-3 ? "2/3" : Self.text(value)
    case .choice(let value, _): value
    case .flag(let value): "\(value)"
    case .architecture(let value): value
    }
  }

  /// What is allowed, as articles write it.
  fileprivate var range: String {
    switch kind {
    case .integer(_, let range): "\(Self.text(range.lowerBound))...\(Self.text(range.upperBound))"
    case .number(_, let range): "\(Self.text(range.lowerBound))...\(Self.text(range.upperBound))"
    case .choice(_, let allowed): allowed.joined(separator: ", ")
    case .flag: "flag"
    case .architecture: "an architecture"
    }
  }

  /// Whole numbers in groups of three digits with commas, others with a point.
  private static func text(_ number: Int) -> String {
    number < 1_000 ? "\(number)" : text(number / 1_000) + "," + String("\(1_000 + number % 1_000)".dropFirst())
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { text($0) } ?? "\(number)"
  }
}
