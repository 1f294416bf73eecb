import Agents
import ColonyMechanisms

/// What agents have posted for all to read, and how strongly each answer is marked: every mark fades unless it is renewed.
struct Board {
  /// In the order in which they were first posted.
  private var answers: [String] = []
  /// `[answer]`: its posts, the oldest first, each with its number among all.
  private var posts: [[(number: Int, message: Message)]] = []
  private var postCount = 0
  /// One row; a column for each answer.
  private var marks: PheromoneTable
  private let rules: SwarmRules

  /// - Parameter capacity: The most answers that can be posted, at least 1.
  init(capacity: Int, under rules: SwarmRules) {
    marks = PheromoneTable(rows: 1, columns: capacity)
    self.rules = rules
  }

  /// Has all marks lose a share, in 0...1.
  mutating func evaporate(_ rate: Double) { marks.evaporate(rate) }

  /// Puts a message on the board and marks its answer; one without an answer leaves nothing.
  mutating func post(_ message: Message) {
    guard let content = message.answer.content else { return }
    let known = place(of: content)
    if known == nil {
      answers.append(content)
      posts.append([])
    }
    let answer = known ?? answers.count - 1
    posts[answer].append((postCount, message))
    postCount += 1
    marks.deposit(1, row: 0, column: answer)
  }

  /// Marks the answer of a message once more.
  mutating func approve(_ message: Message) {
    guard let content = message.answer.content, let answer = place(of: content) else { return }
    marks.deposit(1, row: 0, column: answer)
  }

  /// The posts whose answers are marked most strongly, as readers see them, the oldest first.
  ///
  /// Among equally strong answers the one that was posted last, among posts of one answer the latest ones.
  ///
  /// - Complexity: O(answers · log answers + count · log count).
  func strongest(_ count: Int) -> [Message] {
    let order = answers.indices.sorted { (strength($1), last($1)) < (strength($0), last($0)) }
    let shown = order.lazy.flatMap { posts[$0].reversed() }.prefix(count)
    return shown.sorted { $0.number < $1.number }.map { $0.message.seen(under: rules) }
  }

  /// The last posts of the answers that are marked most strongly, one each; and the share that one has of all marks.
  var leaders: (posts: [Message], share: Double) {
    let strengths = answers.indices.map(strength)
    guard let most = strengths.max() else { return ([], 0) }
    let sum = strengths.reduce(0, +)
    let leading = answers.indices.filter { strengths[$0] == most }
    return (leading.compactMap { posts[$0].last?.message }, sum > 0 ? most / sum : 0)
  }

  private func last(_ answer: Int) -> Int { posts[answer].last?.number ?? 0 }

  private func strength(_ answer: Int) -> Double { marks[0, answer] }

  private func place(of content: String) -> Int? { answers.firstIndex { rules.equality.areEqual($0, content) } }
}
