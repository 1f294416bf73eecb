import RandomStreams
import SwarmArchitectures
import Testing

@Suite("Message graph")
struct MessageGraphTests {
  private func graph(_ topology: MessageGraph.Topology, _ count: Int, density: Double = 0, draw: Int = 0)
    -> MessageGraph
  {
    var stream = StreamFamily(rootSeed: 7, replication: 0).named("graphs").stream(for: StreamEntity(draw))
    return MessageGraph(topology, count: count, density: density, drawingFrom: &stream)
  }

  @Test("Each shape has its edges")
  func shapes() {
    #expect(graph(.chain, 4).sources == [[], [0], [1], [2]])
    #expect(graph(.star, 4).sources == [[], [0], [0], [0]])
    #expect(graph(.tree, 6).sources == [[], [0], [0], [1], [1], [2]])
    #expect(graph(.mesh, 4).sources == [[], [0], [0, 1], [0, 1, 2]])
    #expect(graph(.layered, 8).sources == [[], [], [], [], [0, 1, 2, 3], [0, 1, 2, 3], [4, 5], [4, 5]])
  }

  @Test("Who reads nobody that is still to speak, speaks at once")
  func levels() {
    #expect(graph(.chain, 3).levels == [[0], [1], [2]])
    #expect(graph(.star, 4).levels == [[0], [1, 2, 3]])
    #expect(graph(.tree, 7).levels == [[0], [1, 2], [3, 4, 5, 6]])
    #expect(graph(.layered, 8).levels == [[0, 1, 2, 3], [4, 5], [6, 7]])
    #expect(graph(.mesh, 3).levels == [[0], [1], [2]])
  }

  @Test(
    "Edges and ends are as many as is said beforehand", arguments: MessageGraph.Topology.allCases,
    [1, 2, 3, 4, 5, 8, 17, 64])
  func counts(topology: MessageGraph.Topology, count: Int) {
    for density in [0, 0.3, 1] {
      let graph = graph(topology, count, density: density)
      #expect(
        graph.sources.reduce(0) { $0 + $1.count }
          == MessageGraph.edgeCount(topology, count: count, density: density))
      #expect(graph.sinks.count == MessageGraph.sinkCount(topology, count: count))
      #expect(graph.sources.count == count)
    }
  }

  @Test("A random network of all pairs is a mesh; others differ from draw to draw, and all ways lead to the last one")
  func random() {
    #expect(graph(.random, 9, density: 1) == graph(.mesh, 9))
    let graphs = (0..<10).map { graph(.random, 9, density: 0.3, draw: $0) }
    #expect(Set(graphs).count == 10)
    #expect(graphs.allSatisfy { $0.sinks == [8] })
    #expect(graph(.random, 9, density: 0.3, draw: 3) == graphs[3])
  }
}
