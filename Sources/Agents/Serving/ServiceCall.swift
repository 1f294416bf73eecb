import RandomStreams
import SimulationKernel

/// One call at a service, over all its attempts: plain data in a flat table.
struct ServiceCall {
  enum State: UInt8 {
    /// Not in use, or done and not fetched yet.
    case done
    /// Held back by the client, because of a known limit.
    case heldBack
    case queued
    case served
    /// Waiting for the next attempt.
    case backingOff
  }

  /// What a wake-up or a place in a line names it by; another call in the same place has another turn.
  struct Ticket: Sendable, BitwiseCopyable {
    let index: UInt32
    let turn: UInt32
  }

  static let none: Int32 = -1

  var entity = StreamEntity(0)
  /// Counts the uses of this place in the table.
  var turn: UInt32 = 0
  var service: Int32 = 0
  var batch: Int32 = 0
  /// The next call of the batch, or the next free place.
  var next = ServiceCall.none
  /// Messages that the context window has no room for, the oldest ones.
  var dropped: Int32 = 0
  var state = State.done
  /// Whether the limit of the call cuts the completion off.
  var isCut = false
  var attempts: Int32 = 0
  /// What becomes of the attempt under way, and in the end of the call; `nil` for a completion.
  var failure: CompletionFailure?

  var prompt = 0
  var completion = 0
  var cached = 0
  var spent = TokenUsage()
  /// All attempts together.
  var tokenLimit = Int.max
  var moneyLimit = Double.infinity
  var deadline: EventHandle?

  var issued = 0.0
  /// When the attempt under way was made, and when it was taken up.
  var tried = 0.0
  var started = 0.0
  var ended = 0.0

  /// What an attempt takes.
  var usage: TokenUsage {
    TokenUsage(prompt: TokenCount(prompt), completion: TokenCount(completion), cached: TokenCount(cached))
  }

  /// Seconds since the start of the run, as the callers see them.
  var timing: CallTiming {
    CallTiming(
      issued: EpisodeTime(seconds: issued), started: EpisodeTime(seconds: started), ended: EpisodeTime(seconds: ended))
  }
}

/// Calls that one process made at once; it is woken when the last of them is done.
struct CallBatch {
  let pulse: Pulse
  var remaining = 0
  var firstCall = ServiceCall.none
  /// The next free batch.
  var next = ServiceCall.none
}

/// Calls first in, first out; those that have left are passed over by whoever takes them out.
struct CallLine {
  private var tickets: [ServiceCall.Ticket] = []
  private var head = 0

  /// Those included who have left.
  var count: Int { tickets.count - head }

  var first: ServiceCall.Ticket? { head < tickets.count ? tickets[head] : nil }

  mutating func append(_ ticket: ServiceCall.Ticket) { tickets.append(ticket) }

  mutating func removeFirst() {
    head += 1
    if head == tickets.count {
      tickets.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 64, head * 2 > tickets.count {
      tickets.removeFirst(head)
      head = 0
    }
  }
}
