/// Rows in memory that only their owner has: no access counts references, nor looks whether they are shared.
///
/// A model in event style reads and writes a row many times an event; an array would check each time. So these are the
/// holder's to keep: nothing is appended while a row is being read or changed, and a copy of the table, which has the
/// same rows, is of no use any more when a row is appended. Debug builds check both.
struct RowTable<Row> {
  /// Frees the rows with the last copy of the table.
  private final class Memory {
    var rows: UnsafeMutablePointer<Row>
    var count = 0
    var capacity: Int
    #if DEBUG
      /// Rows that are being read or changed.
      var open = 0
    #endif

    init(capacity: Int) {
      rows = .allocate(capacity: capacity)
      self.capacity = capacity
    }

    deinit {
      rows.deinitialize(count: count)
      rows.deallocate()
    }

    func append(_ row: consuming Row) {
      #if DEBUG
        precondition(open == 0, "a row is appended while another one is in use")
      #endif
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
      #if DEBUG
        open(index)
        defer { memory.open -= 1 }
      #endif
      yield rows[index]
    }
    nonmutating _modify {
      #if DEBUG
        open(index)
        defer { memory.open -= 1 }
      #endif
      yield &rows[index]
    }
  }

  #if DEBUG
    private func open(_ index: Int) {
      precondition(0..<memory.count ~= index, "there is no row \(index) in a table of \(memory.count)")
      precondition(rows == memory.rows, "a table is used that was copied before a row was appended")
      memory.open += 1
    }
  #endif

  /// The rows in their order, copied.
  var all: [Row] { Array(UnsafeBufferPointer(start: rows, count: memory.count)) }
}
