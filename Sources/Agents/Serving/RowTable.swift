/// Rows in memory that only their owner has: no access counts references, nor looks whether they are shared.
///
/// A model in event style reads and writes a row many times an event; an array would check each time. Copies of a table
/// are the same table, so whoever holds it must not be copied.
struct RowTable<Row> {
  /// Frees the rows with the last copy of the table.
  private final class Memory {
    var rows: UnsafeMutablePointer<Row>
    var count = 0
    var capacity: Int

    init(capacity: Int) {
      rows = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit {
      rows.deinitialize(count: count)
      rows.deallocate()
    }

    func append(_ row: consuming Row) {
      if count == capacity {
        let larger = UnsafeMutablePointer<Row>.allocate(capacity: 2 * capacity)
        larger.moveInitialize(from: rows, count: count)
        rows.deallocate()
        rows = larger
        capacity *= 2
      }
      (rows + count).initialize(to: row)
      count += 1
    }
  }

  private let memory = Memory(capacity: 16)
  // Here as well, where a reader finds it without a look at the class.
  private var rows: UnsafeMutablePointer<Row>

  init(_ rows: [Row] = []) {
    self.rows = memory.rows
    for row in rows { append(row) }
  }

  var count: Int { memory.count }

  /// Adds a row at the end, where it stays: no row is ever taken out.
  ///
  /// - Complexity: O(1) amortised.
  mutating func append(_ row: consuming Row) {
    memory.append(row)
    rows = memory.rows
  }

  /// - Precondition: The row is there, which is not checked in an optimised build.
  subscript(index: Int) -> Row {
    _read {
      assert(0..<memory.count ~= index)
      yield rows[index]
    }
    nonmutating _modify {
      assert(0..<memory.count ~= index)
      yield &rows[index]
    }
  }

  /// The rows in their order, copied.
  var all: [Row] { Array(UnsafeBufferPointer(start: rows, count: memory.count)) }
}
