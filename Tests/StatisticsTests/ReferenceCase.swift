import Foundation
import Testing

/// A case of `Resources/statistics-reference.json`.
struct ReferenceCase: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  let function: String
  let reference: String
  let note: String?
  let input: [String: ReferenceValue]
  let expected: [String: ReferenceValue]
  let tolerance: Tolerance

  struct Tolerance: Decodable, Sendable {
    let rel: Double
    let abs: Double
  }

  var testDescription: String { id }

  func number(_ key: String) throws -> Double {
    let numbers = try numbers(key)
    return try #require(numbers.count == 1 ? numbers[0] : nil, "\(id): \(key) is no single number")
  }

  func numbers(_ key: String) throws -> [Double] {
    try #require(input[key]?.numbers, "\(id): the input has no numbers \(key)")
  }

  func text(_ key: String) throws -> String {
    guard case .text(let text)? = input[key] else { throw MissingText(id: id, key: key) }
    return text
  }

  static func all() throws -> [ReferenceCase] {
    struct File: Decodable { let cases: [ReferenceCase] }
    let url = try #require(
      Bundle.module.url(forResource: "statistics-reference", withExtension: "json", subdirectory: "Resources"))
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).cases
  }
}

struct MissingText: Error {
  let id: String
  let key: String
}

/// A number, a list of numbers, or a name.
enum ReferenceValue: Decodable, Sendable {
  case number(Double)
  case list([Double])
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let list = try? container.decode([Double].self) {
      self = .list(list)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  var numbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .list(let list): list
    case .text: nil
    }
  }
}
