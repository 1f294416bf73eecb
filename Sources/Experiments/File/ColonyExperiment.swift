public import ColonyModels
public import RunRecords

/// Variants of one model of a colony, at one or more design points.
public struct ColonyExperiment: Sendable {
  public var model: any ColonyModel.Type
  /// What is compared, in the order of the file.
  public var variants: [Variant]
  /// What is varied for all of them; without factors there is one design point.
  public var sweep: Sweep
  /// Pictures in the film of a run; 0 for no film.
  public var frames: Int

  /// The model with some of its parameters given.
  public struct Variant: Sendable, Hashable {
    public var name: String
    /// What the file gives, for all variants or for this one; the others have their defaults.
    public var given: [String: ParameterValue]
  }

  /// Levels of parameters, and how they make design points.
  public struct Sweep: Sendable, Hashable {
    public var design = SweepDesign.grid
    public var factors: [Factor] = []
  }

  /// A parameter that is varied.
  public struct Factor: Sendable, Hashable {
    public var parameter: ParameterSpecification
    /// In the order of the file, at least one.
    public var levels: [ParameterValue]
  }

  /// The design points in order, the last factor running fastest; one without levels where nothing is varied.
  public var points: [[FactorLevel]] {
    sweep.design.points(sweep.factors.map { (name: $0.parameter.name, levels: $0.levels) })
  }

  /// What a variant is called at a design point: `quadratic, ants=100`; where no variants are named, `ants=100`.
  func name(of variant: Variant, at point: [FactorLevel]) -> String {
    let isNameless = variants.count == 1 && variant.name == model.name && !point.isEmpty
    let levels = point.map { "\($0.factor)=\($0.value.text)" }
    return ((isNameless ? [] : [variant.name]) + levels).joined(separator: ", ")
  }

  /// The values of all parameters for a variant at a design point.
  public func values(of variant: Variant, at point: [FactorLevel]) -> ParameterValues {
    var given = variant.given
    for level in point { given[level.factor] = level.value }
    return ParameterValues(given, for: model.parameters)
  }
}
