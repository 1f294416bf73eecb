import Agents
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// One attempt at a call: a request sent, a response read whole.
struct ChatExchange: Sendable {
  let client: HTTPClient
  let url: String
  let key: APIKey?

  /// What an attempt came to.
  enum Outcome: Sendable {
    case reply(ChatReply)
    /// - Parameter retryAfter: Seconds that the endpoint wants to be left alone.
    case failed(CompletionFailure, retryAfter: Double?)
    /// A connection that had been kept open was closed before the response was there.
    case connectionClosed
  }

  /// Longer than any completion; what is longer is broken.
  private static let longestBody = 16 << 20

  /// - Parameter seconds: How long the attempt may take, above 0.
  /// - Throws: `CancellationError`, and `LiveError` for a request that will never be accepted.
  func send(_ body: String, promptBytes: Int, within seconds: Double) async throws -> Outcome {
    do {
      let (head, data) = try await withTimeLimit(seconds) { try await exchange(body) }
      return try outcome(head, data, promptBytes: promptBytes)
    } catch let error as LiveError {
      throw error
    } catch let failure as CompletionFailure {
      return .failed(failure, retryAfter: nil)
    } catch {
      // The client has errors of its own for a task that is cancelled.
      try Task.checkCancellation()
      return Self.outcome(of: error)
    }
  }

  private func exchange(_ body: String) async throws -> (HTTPClientResponse, Data) {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "Accept", value: "application/json")
    if let key { request.headers.add(name: "Authorization", value: key.authorization) }
    request.body = .bytes(ByteBuffer(string: body))
    let response = try await client.execute(request, deadline: .distantFuture)
    let buffer = try await response.body.collect(upTo: Self.longestBody)
    return (response, Data(buffer.readableBytesView))
  }

  private func outcome(_ head: HTTPClientResponse, _ data: Data, promptBytes: Int) throws -> Outcome {
    let retryAfter = head.headers.first(name: "Retry-After").flatMap(Double.init).flatMap { $0 >= 0 ? $0 : nil }
    switch head.status.code {
    case 200...299:
      guard let text = String(data: data, encoding: .utf8) else { throw CompletionFailure.malformed }
      // Should a server send the key back, it goes no further than here.
      let safe = key?.redacting(text) ?? text
      return .reply(try ChatReply(Data(safe.utf8), promptBytes: promptBytes))
    case 408, 504: return .failed(.timeout, retryAfter: retryAfter)
    case 429: return .failed(.rateLimit, retryAfter: retryAfter)
    case 500...599: return .failed(.serverError, retryAfter: retryAfter)
    default:
      if isContextOverflow(data) { return .failed(.contextOverflow, retryAfter: nil) }
      throw LiveError(code: .refused, problem: refusal(head.status, data))
    }
  }

  private func isContextOverflow(_ data: Data) -> Bool {
    let fault = ServerFault(data)
    return [fault.type, fault.code].contains { $0?.contains("context") == true }
  }

  /// Of the server's own words only the kind of error: its message may quote the prompt.
  private func refusal(_ status: HTTPResponseStatus, _ data: Data) -> String {
    let kind = ServerFault(data).type.map { ", \($0)" } ?? ""
    return "the endpoint \(url) refuses the request: status \(status.code)\(key?.redacting(kind) ?? kind)"
  }

  private static func outcome(of error: any Error) -> Outcome {
    switch error as? HTTPClientError {
    case .remoteConnectionClosed?: return .connectionClosed
    case .connectTimeout?, .tlsHandshakeTimeout?, .getConnectionFromPoolTimeout?:
      return .failed(.outage, retryAfter: nil)
    case .some: return .failed(.malformed, retryAfter: nil)
    case nil: break
    }
    if error is NIOTooManyBytesError || error is HTTPParserError { return .failed(.malformed, retryAfter: nil) }
    if let error = error as? IOError, [ECONNRESET, EPIPE].contains(error.errnoCode) { return .connectionClosed }
    // Nobody listens, no such host, no way there.
    return .failed(.outage, retryAfter: nil)
  }
}

/// The error in a response's body, as far as it has the usual form.
private struct ServerFault {
  let type: String?
  let code: String?

  init(_ data: Data) {
    // A body of another form says nothing more than its status.
    let fields = try? JSONDecoder().decode(Document.self, from: data).error
    type = fields?.type.map { String($0.prefix(60)) }
    code = fields?.code?.text
  }

  private struct Document: Decodable { let error: Fields }
  private struct Fields: Decodable {
    let type: String?
    let code: Code?
  }

  /// A word with some servers, a number with others.
  private struct Code: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      // What is no text is of no use here.
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }
}
