/// A limit of a rate: a bucket that fills steadily up to its capacity, and that takings empty.
struct TokenBucket {
  /// A second.
  let rate: Double
  let capacity: Double
  private var level: Double
  private var filledAt = 0.0

  /// Starts full.
  init(perMinute: Double, burstSeconds: Double) {
    rate = perMinute / 60
    capacity = max(1, rate * burstSeconds)
    level = capacity
  }

  /// Fills up to a time, not before the last one.
  mutating func fill(until now: Double) {
    level = min(capacity, level + rate * (now - filledAt))
    filledAt = now
  }

  /// Seconds until so much can be taken; 0 for now. What exceeds the capacity waits for a full bucket.
  func seconds(until amount: Double) -> Double {
    guard rate < .infinity else { return 0 }
    let missing = min(amount, capacity) - level
    // A wait that ends a rounding error too early must not begin anew.
    return missing <= 1e-9 * capacity ? 0 : missing / rate
  }

  mutating func take(_ amount: Double) {
    if rate < .infinity { level -= amount }
  }
}

/// Both limits of a provider.
struct RateLimiter {
  private var requests, tokens: TokenBucket

  init(_ limit: RateLimit) {
    requests = TokenBucket(perMinute: limit.requests, burstSeconds: limit.burst)
    tokens = TokenBucket(perMinute: limit.tokens, burstSeconds: limit.burst)
  }

  /// Seconds until a request may be made; 0 for now, and then it counts as made.
  mutating func take(tokens amount: Int, at now: Double) -> Double {
    requests.fill(until: now)
    tokens.fill(until: now)
    let wait = max(requests.seconds(until: 1), tokens.seconds(until: Double(amount)))
    if wait == 0 {
      requests.take(1)
      tokens.take(Double(amount))
    }
    return wait
  }
}
