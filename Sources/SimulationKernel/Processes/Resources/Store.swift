/// A place for items: processes put them in and take them out.
///
/// Items leave in the order in which they came, or in an order of their own. Who finds none waits, and so does who finds
/// no space; each side first come, first served within a priority.
public final class Store<Item: Sendable>: Awaited, @unchecked Sendable {
  public let name: String
  /// How many items it holds at most.
  public let capacity: Int
  private let executor: SimulationExecutor
  private let isBefore: ((Item, Item) -> Bool)?
  private var stored: [Item] = []
  private var head = 0
  private var takers = WaitQueue<((Item) -> Bool)?>()
  private var givers = WaitQueue<Item>()
  /// What was handed to processes that have not gone on yet, by their record; never iterated.
  private var handed: [UInt32: Item] = [:]

  /// - Parameters:
  ///   - capacity: How many items it holds at most, at least 1; any number where none is given.
  ///   - isBefore: Whether an item leaves before another, a strict weak order; `nil` for the order of arrival, which
  ///     also decides among equals.
  public init(
    _ name: String, capacity: Int = .max, in simulation: ProcessSimulation,
    orderedBy isBefore: (@Sendable (Item, Item) -> Bool)? = nil
  ) {
    precondition(capacity >= 1, "store '\(name)' has capacity \(capacity); it must be at least 1")
    self.name = name
    self.capacity = capacity
    self.isBefore = isBefore
    executor = simulation.executor
  }

  /// How many items are there.
  public var count: Int { stored.count - head }
  /// The items, in the order in which they would leave.
  ///
  /// - Complexity: O(n).
  public var items: [Item] { Array(stored[head...]) }
  /// How many wait for an item, and how many for space.
  public var queueLengths: (takers: Int, givers: Int) {
    (takers.liveCount(in: executor.table), givers.liveCount(in: executor.table))
  }

  /// Puts an item in, after waiting for space as long as need be.
  ///
  /// - Parameter priority: The smaller comes first.
  /// - Throws: `CancellationError` and other ends of a wait; then it was not put in.
  /// - Complexity: O(1); O(n) in a store with an order, or while takers wait with a filter.
  public nonisolated(nonsending) func put(_ item: Item, priority: Int = 0) async throws {
    // While someone waits for space there is none.
    if count < capacity, givers.isFirst(priority, in: executor.table) {
      insert(item)
      return serve()
    }
    _ = try await executor.queueUp(.storeSpace, for: self) {
      givers.append($0, priority: priority, item, in: executor.table)
    } left: {
      givers.leave()
    }
  }

  /// Takes the first item, after waiting for one as long as need be.
  ///
  /// - Parameter priority: The smaller comes first.
  /// - Throws: `CancellationError` and other ends of a wait; then no item was taken.
  public nonisolated(nonsending) func take(priority: Int = 0) async throws -> Item {
    try await take(priority, nil)
  }

  /// Takes the first item that satisfies a condition, after waiting for one as long as need be.
  ///
  /// Others behind are served meanwhile.
  ///
  /// - Parameters:
  ///   - priority: The smaller comes first.
  ///   - isWanted: Asked about each item, now and as they come.
  /// - Throws: `CancellationError` and other ends of a wait; then no item was taken.
  /// - Complexity: O(n) for n items.
  public nonisolated(nonsending) func take(
    priority: Int = 0, where isWanted: @escaping @Sendable (Item) -> Bool
  ) async throws -> Item {
    try await take(priority, isWanted)
  }

  private nonisolated(nonsending) func take(
    _ priority: Int, _ isWanted: (@Sendable (Item) -> Bool)?
  ) async throws -> Item {
    // Whoever waits with a filter has been offered all that is here; who waits without finds the store empty.
    if let index = firstIndex(where: isWanted) {
      let item = remove(at: index)
      serve()
      return item
    }
    var slot = ProcessTable.none
    _ = try await executor.queueUp(.store, for: self) {
      slot = $0.slot
      takers.append($0, priority: priority, isWanted, in: executor.table)
    } left: {
      takers.leave()
    }
    guard let item = handed.removeValue(forKey: slot) else {
      preconditionFailure("store '\(name)' woke a process without an item")
    }
    return item
  }

  private func firstIndex(where isWanted: ((Item) -> Bool)?) -> Int? {
    guard let isWanted else { return head < stored.count ? head : nil }
    return stored[head...].firstIndex(where: isWanted)
  }

  private func insert(_ item: Item) {
    guard let isBefore else { return stored.append(item) }
    var low = head
    var high = stored.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(item, stored[middle]) { high = middle } else { low = middle + 1 }
    }
    stored.insert(item, at: low)
  }

  private func remove(at index: Int) -> Item {
    let item = stored[index]
    if index > head || head < 64 || head * 2 < stored.count {
      // Moved up by those before, which are none for the first: the usual case costs nothing.
      if index > head { stored.replaceSubrange(head + 1...index, with: stored[head..<index]) }
      head += 1
    } else {
      stored.removeFirst(head + 1)
      head = 0
    }
    if head == stored.count {
      stored.removeAll(keepingCapacity: true)
      head = 0
    }
    return item
  }

  private func serve() {
    let table = executor.table
    while true {
      while count < capacity, let giver = givers.first(in: table) {
        givers.removeFirst()
        insert(giver.payload)
        table.pointee.wake(giver.ticket, value: giver.tag)
      }
      guard serveTaker() else { return }
    }
  }

  /// Hands an item to the first taker who wants one; false where nobody does.
  private func serveTaker() -> Bool {
    let table = executor.table
    guard count > 0, let first = takers.first(in: table) else { return false }
    if first.payload == nil {
      takers.removeFirst()
      hand(head, to: first.ticket)
      return true
    }
    for taker in takers.inOrder(in: table) {
      guard let index = firstIndex(where: taker.payload) else { continue }
      takers.remove(taker)
      hand(index, to: taker.ticket)
      return true
    }
    return false
  }

  private func hand(_ index: Int, to ticket: Ticket) {
    handed[ticket.slot] = remove(at: index)
    executor.table.pointee.wake(ticket)
  }
}
