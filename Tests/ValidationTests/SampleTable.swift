import Foundation

/// One recorded answer: a row of `qwen-samples.csv`.
struct RecordedSample: Sendable {
  let item: String
  let type: String
  /// 0 for the greedy answer, from 1 for the answers drawn at T = 0.7.
  let index: Int
  /// The normalised answer, nil where none could be read from the text.
  let answer: String?
  let isCorrect: Bool
  /// Sum over the generated tokens, in nats.
  let logProbability: Double
  let generatedTokens: Double
  let promptTokensRead: Double
  let firstTokenMilliseconds: Double
  let totalMilliseconds: Double

  /// Geometric mean of the probabilities of the generated tokens, in 0...1.
  var confidence: Double { exp(logProbability / generatedTokens) }

  init(row: [String]) throws {
    guard row.count == 10, let index = Int(row[2]), ["0", "1"].contains(row[4]) else { throw Malformed(row: row) }
    let numbers = row[5...].compactMap(Double.init)
    guard numbers.count == 5 else { throw Malformed(row: row) }
    item = row[0]
    type = row[1]
    self.index = index
    answer = row[3].isEmpty ? nil : row[3]
    isCorrect = row[4] == "1"
    logProbability = numbers[0]
    generatedTokens = numbers[1]
    promptTokensRead = numbers[2]
    firstTokenMilliseconds = numbers[3]
    totalMilliseconds = numbers[4]
  }

  struct Malformed: Error {
    let row: [String]
  }
}

/// The rows of a CSV file after RFC 4180.
enum SampleTable {
  static let header = [
    "item", "type", "sample", "answer", "correct", "log_probability_nats", "generated_tokens", "prompt_tokens_read",
    "first_token_ms", "total_ms",
  ]

  /// Reads bytes, not characters: Swift takes CR LF for one character.
  static func rows(of file: URL) throws -> [[String]] {
    let quote = UInt8(ascii: "\"")
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var previousWasQuote = false
    for byte in try Data(contentsOf: file) {
      // A quote that follows the closing quote at once stands for itself.
      if byte == quote, previousWasQuote { field.append(quote) }
      previousWasQuote = byte == quote && isQuoted
      switch byte {
      case quote: isQuoted.toggle()
      case _ where isQuoted: field.append(byte)
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        row.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row = []
        }
      case UInt8(ascii: "\r"): break
      default: field.append(byte)
      }
    }
    return rows
  }

  /// The samples of each item, items and samples in the order of the file.
  static func items(from rows: [[String]]) throws -> [[RecordedSample]] {
    var items: [[RecordedSample]] = []
    for row in rows.dropFirst() {
      let sample = try RecordedSample(row: row)
      if items.last?.last?.item == sample.item {
        items[items.count - 1].append(sample)
      } else {
        items.append([sample])
      }
    }
    return items
  }
}
