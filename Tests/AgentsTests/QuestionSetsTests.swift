import Agents
import RandomStreams
import Testing

@Suite("Question sets")
struct QuestionSetsTests {
  private static let streams = StreamFamily(rootSeed: 20_260_101, replication: 0)

  @Test("Names are found, sorted and unlike")
  func names() {
    let names = QuestionSets.all.map { $0.name }
    #expect(names == names.sorted() && Set(names).count == names.count)
    #expect(names.allSatisfy { QuestionSets.named($0)?.name == $0 })
    #expect(QuestionSets.named("riddles") == nil)
  }

  @Test(
    "Options are distinct, recognised, and the first one alone is right", arguments: QuestionSets.all.indices,
    [1, 3, 25])
  func options(place: Int, wrongAnswers: Int) {
    let questions = QuestionSets.all[place].init(streams: Self.streams, wrongAnswers: wrongAnswers)
    for index in 0..<50 {
      let task = SwarmTask(index: index)
      for subtask in 0..<2 {
        let contents = (0...wrongAnswers).map { questions.content(ofOption: $0, to: task, subtask: subtask) }
        #expect(Set(contents).count == contents.count)
        #expect(contents.map { questions.option(of: $0, to: task, subtask: subtask) } == Array(0...wrongAnswers))
        #expect(questions.option(of: "no answer", to: task, subtask: subtask) == nil)
      }
      #expect(questions.isRight(Answer(questions.solution(of: task)), to: task))
      #expect(!questions.isRight(Answer(questions.content(ofOption: 1, to: task, subtask: 0)), to: task))
    }
  }

  @Test("The number of wrong answers does not change the question", arguments: QuestionSets.all.indices)
  func sameQuestion(place: Int) {
    let few = QuestionSets.all[place].init(streams: Self.streams, wrongAnswers: 1)
    let many = QuestionSets.all[place].init(streams: Self.streams, wrongAnswers: 9)
    for index in 0..<20 {
      #expect(few.text(of: SwarmTask(index: index), subtask: 0) == many.text(of: SwarmTask(index: index), subtask: 0))
    }
  }

  @Test("The text of an arithmetic question evaluates to its solution")
  func arithmetic() throws {
    let questions = ArithmeticQuestions(streams: Self.streams, wrongAnswers: 3)
    for index in 0..<200 {
      let text = try #require(questions.text(of: SwarmTask(index: index), subtask: 0))
      let match = try #require(text.firstMatch(of: /(\d+)\+(\d+)\*(\d+)\+(\d+)-(\d+)\*(\d+)/))
      let numbers = try [match.1, match.2, match.3, match.4, match.5, match.6].map { try #require(Int($0)) }
      #expect(numbers.allSatisfy { 0..<30 ~= $0 })
      let value = numbers[0] + numbers[1] * numbers[2] + numbers[3] - numbers[4] * numbers[5]
      #expect(questions.solution(of: SwarmTask(index: index)) == "\(value)")
    }
  }

  @Test("The text of a sum evaluates to its solution, from two digits each")
  func sums() throws {
    let questions = SumQuestions(streams: Self.streams, wrongAnswers: 3)
    for index in 0..<200 {
      let text = try #require(questions.text(of: SwarmTask(index: index), subtask: 0))
      let numbers = text.split(separator: " + ").compactMap { Int($0) }
      #expect(numbers.count == 2 && numbers.allSatisfy { 10..<100 ~= $0 })
      #expect(questions.solution(of: SwarmTask(index: index)) == "\(numbers.reduce(0, +))")
    }
  }

  @Test("Numbers are compared as numbers", arguments: ["%.0", "+%", "00%"])
  func numeric(form: String) throws {
    let questions = SumQuestions(streams: Self.streams, wrongAnswers: 3)
    let solution = try #require(questions.solution(of: SwarmTask(index: 0)))
    #expect(questions.isRight(Answer(form.replacing("%", with: solution)), to: SwarmTask(index: 0)))
  }

  @Test("Only questions for backends that do not read have no text")
  func texts() {
    let silent = QuestionSets.all.filter {
      $0.init(streams: Self.streams, wrongAnswers: 3).text(of: SwarmTask(index: 0), subtask: 0) == nil
    }
    #expect(silent.map { $0.name } == ["letters"])
  }
}
