/// How often an attempt at a call goes wrong, whatever the load: probabilities, at most 1 together.
public struct FailureRates: Sendable, Hashable {
  /// No answer comes within `timeout`.
  public var timeouts = 0.0
  /// The server has an error of its own, when the first token would have come.
  public var serverErrors = 0.0
  /// The completion ends before its first token.
  public var empty = 0.0
  /// The completion is there, and breaks the form that was asked for.
  public var malformed = 0.0
  /// Seconds after which an attempt that hangs is given up.
  public var timeout = 60.0

  public init() {}

  /// Rates inside the ranges published for production traffic, a choice: 1 % timeouts, 0.5 % server errors, 0.5 % empty
  /// and 1.5 % malformed completions.
  public static let typical: FailureRates = {
    var rates = FailureRates()
    (rates.timeouts, rates.serverErrors, rates.empty, rates.malformed) = (0.01, 0.005, 0.005, 0.015)
    return rates
  }()

  /// The probability that an attempt goes wrong.
  public var total: Double { timeouts + serverErrors + empty + malformed }

  /// What becomes of an attempt, by a number on (0, 1); `nil` for a completion.
  func fate(_ draw: Double) -> CompletionFailure? {
    var rest = draw
    for (probability, failure) in [
      (timeouts, CompletionFailure.timeout), (serverErrors, .serverError), (empty, .empty), (malformed, .malformed),
    ] {
      if rest < probability { return failure }
      rest -= probability
    }
    return nil
  }
}

/// A provider that is out of service now and then: exponential times in and out of service.
public struct OutageProfile: Sendable, Hashable {
  /// The share of time in service, above 0 and at most 1.
  public var availability: Double
  /// The mean length of an outage, in seconds, above 0.
  public var meanSeconds: Double

  public init(availability: Double = 0.9946, meanSeconds: Double = 600) {
    self.availability = availability
    self.meanSeconds = meanSeconds
  }

  /// The mean time between two outages, in seconds; infinite where there are none.
  public var meanSecondsBetween: Double { meanSeconds * availability / (1 - availability) }
}

/// How many requests and tokens a provider takes in a minute.
public struct RateLimit: Sendable, Hashable {
  /// What becomes of a request above the limit.
  public enum Excess: String, Sendable, CaseIterable {
    /// The provider refuses it, status 429; the retries decide what then.
    case refuse
    /// The client knows the limit and holds it back, first come first served.
    case wait
  }

  /// Requests a minute; infinite without limit.
  public var requests = Double.infinity
  /// Tokens a minute, of prompt and completion; infinite without limit.
  public var tokens = Double.infinity
  /// Seconds of the rate that may be used up at once, above 0.
  public var burst = 60.0
  public var excess = Excess.refuse

  public init() {}

  /// Whether requests or tokens have a limit at all.
  public var isLimited: Bool { requests < .infinity || tokens < .infinity }
}
