import Foundation
import Testing

/// A trace of Chrome's format, as a reader that is not ours sees it.
struct TraceDocument: Decodable {
  struct Record: Decodable {
    struct Arguments: Decodable {
      let name: String?
      let serial: Int?
      let rank: Int?
    }

    let ph: String
    let tid: Int
    let ts: Double?
    let name: String?
    let args: Arguments?
  }

  let traceEvents: [Record]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(TraceDocument.self, from: Data(text.utf8))
  }

  /// The names of all tracks, in the order in which they appear.
  var tracks: [String] { traceEvents.filter { $0.name == "thread_name" }.compactMap(\.args?.name) }

  /// Expects that on each track each slice ends, at its begin or later, before the next one begins, and that time does
  /// not run back.
  func expectMatchedSlices(sourceLocation: SourceLocation = #_sourceLocation) {
    var open: [Int: Double] = [:]
    var last = 0.0
    for (index, record) in traceEvents.enumerated() where record.ph != "M" {
      guard let time = record.ts else {
        Issue.record("record \(index) has no time", sourceLocation: sourceLocation)
        continue
      }
      #expect(time >= last, "record \(index)", sourceLocation: sourceLocation)
      last = time
      if record.ph == "B" {
        #expect(open.updateValue(time, forKey: record.tid) == nil, "record \(index)", sourceLocation: sourceLocation)
      } else if record.ph == "E" {
        #expect(open.removeValue(forKey: record.tid) != nil, "record \(index)", sourceLocation: sourceLocation)
      }
    }
    #expect(open.isEmpty, sourceLocation: sourceLocation)
  }
}
