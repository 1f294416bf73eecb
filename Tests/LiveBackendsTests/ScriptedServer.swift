import NIOCore
import NIOPosix
import Synchronization
import Testing

/// An HTTP server on a free port of this machine that does what a script says, down to the bytes.
final class ScriptedServer: Sendable {
  /// What came in.
  struct Request: Sendable {
    /// From 0, in the order in which requests came.
    let number: Int
    let head: String
    let body: String
  }

  /// What goes out.
  struct Reply: Sendable {
    var bytes: [UInt8] = []
    var delay: TimeAmount = .zero
    var closes = false
    /// Whether the connection is left open without a word.
    var isSilent = false
    /// Whether it goes out only when replies are released.
    var isHeld = false

    static let closed = Reply(closes: true)
    static let silent = Reply(isSilent: true)

    static func status(_ status: String, _ headers: [String] = [], body: String = "{}") -> Reply {
      Reply(
        bytes: Array(
          (["HTTP/1.1 \(status)", "Content-Type: application/json", "Content-Length: \(body.utf8.count)"] + headers)
            .joined(separator: "\r\n").utf8) + Array("\r\n\r\n\(body)".utf8))
    }

    /// A completion with the usage that servers send along.
    static func answer(_ text: String, prompt: Int = 11, completion: Int = 7, cached: Int = 3) -> Reply {
      let escaped = text.replacing("\n", with: "\\n")
      return status(
        "200 OK",
        body: """
          {"choices":[{"index":0,"message":{"role":"assistant","content":"\(escaped)"}}],"usage":{"prompt_tokens":\(prompt),\
          "completion_tokens":\(completion),"prompt_tokens_details":{"cached_tokens":\(cached)}}}
          """)
    }

    var held: Reply {
      var reply = self
      reply.isHeld = true
      return reply
    }

    func after(milliseconds: Int64) -> Reply {
      var reply = self
      reply.delay = .milliseconds(milliseconds)
      return reply
    }
  }

  typealias Script = @Sendable (Request) -> Reply

  private struct State {
    var requests: [Request] = []
    var open = 0
    var mostOpen = 0
    var connections = 0
    /// Replies that wait to be released; `nil` when they are.
    var held: [@Sendable () -> Void]? = []
  }

  private let state = Mutex(State())
  private let script: Script
  private let port = Mutex(0)

  private init(_ script: @escaping Script) {
    self.script = script
  }

  var url: String { "http://127.0.0.1:\(port.withLock(\.self))/v1" }

  /// Runs `body` with the URL of a server that listens.
  static func run<Value>(
    _ script: @escaping Script, _ body: (ScriptedServer, String) async throws -> Value
  ) async throws -> Value {
    let server = ScriptedServer(script)
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Handler(server)) }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    server.port.withLock { $0 = channel.localAddress?.port ?? 0 }
    do {
      let value = try await body(server, server.url)
      try await channel.close()
      return value
    } catch {
      try await channel.close()
      throw error
    }
  }

  var requests: [Request] { state.withLock { $0.requests } }
  /// Requests that are neither answered nor given up.
  var openRequests: Int { state.withLock { $0.open } }
  var mostOpenRequests: Int { state.withLock { $0.mostOpen } }
  var connections: Int { state.withLock { $0.connections } }

  /// Waits until the server is in a state; ends the test where it never is.
  func reach(_ condition: (ScriptedServer) -> Bool, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let start = ContinuousClock.now
    // Looked at now and then: yielding all the time would take the processor from the server.
    while !condition(self), ContinuousClock.now - start < .seconds(300) { try await Task.sleep(for: .milliseconds(1)) }
    try #require(condition(self), sourceLocation: sourceLocation)
  }

  /// Lets all held replies go, and those that come later.
  func release() {
    let held = state.withLock { state in
      defer { state.held = nil }
      return state.held ?? []
    }
    for reply in held { reply() }
  }

  /// Keeps a reply that is to be held, or sends it.
  fileprivate func hold(_ reply: @escaping @Sendable () -> Void) {
    let isHeld = state.withLock { state in
      state.held?.append(reply)
      return state.held != nil
    }
    if !isHeld { reply() }
  }

  fileprivate func connected() { state.withLock { $0.connections += 1 } }

  fileprivate func received(head: String, body: String) -> Reply {
    let request = state.withLock { state in
      let request = Request(number: state.requests.count, head: head, body: body)
      state.requests.append(request)
      state.open += 1
      state.mostOpen = max(state.mostOpen, state.open)
      return request
    }
    return script(request)
  }

  fileprivate func done() { state.withLock { $0.open -= 1 } }

  /// Reads requests of one connection, whole, and writes the replies.
  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ScriptedServer
    private var input = ""
    private var isBusy = false

    init(_ server: ScriptedServer) {
      self.server = server
    }

    func channelActive(context: ChannelHandlerContext) { server.connected() }

    func channelInactive(context: ChannelHandlerContext) { finish() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      input += String(buffer: unwrapInboundIn(data))
      guard let end = input.firstRange(of: "\r\n\r\n") else { return }
      let head = String(input[..<end.lowerBound])
      let length = head.firstMatch(of: /(?i)content-length: ([0-9]+)/).flatMap { Int($0.1) } ?? 0
      let body = input[end.upperBound...]
      guard body.utf8.count >= length else { return }
      input = ""
      isBusy = true
      let reply = server.received(head: head, body: String(body))
      guard !reply.isSilent else { return }
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      let loop = context.eventLoop
      let send: @Sendable () -> Void = {
        loop.scheduleTask(in: reply.delay) { bound.value.0.send(reply, bound.value.1) }
      }
      if reply.isHeld { server.hold(send) } else { send() }
    }

    private func send(_ reply: Reply, _ context: ChannelHandlerContext) {
      guard context.channel.isActive else { return }
      finish()
      if !reply.bytes.isEmpty {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: reply.bytes)), promise: nil)
      }
      if reply.closes { context.close(promise: nil) }
    }

    private func finish() {
      if isBusy { server.done() }
      isBusy = false
    }
  }
}
