/// The number of a file among the files of one run.
public struct FileID: Hashable, Sendable {
  /// The position of the file in its `SourceFiles`.
  public var index: UInt32

  /// Creates the number of the file at a position in its `SourceFiles`.
  public init(_ index: Int) { self.index = UInt32(clamping: index) }
}

/// Where something was written: a file and a range in it.
public struct Place: Hashable, Sendable {
  /// The file.
  public var file: FileID
  /// The bytes in the file.
  public var range: TextRange

  /// Creates a place from a file and a range in it.
  public init(_ file: FileID, _ range: TextRange) {
    self.file = file
    self.range = range
  }
}

/// A value together with the place where a person wrote it.
public struct Sourced<Value> {
  /// What was written, understood.
  public var value: Value
  /// Where it was written.
  public var place: Place

  /// Creates a value with its place.
  public init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }

  /// The same place with another value.
  public func map<Other>(_ transform: (Value) -> Other) -> Sourced<Other> {
    Sourced<Other>(transform(value), at: place)
  }
}

extension Sourced: Sendable where Value: Sendable {}
extension Sourced: Equatable where Value: Equatable {}
extension Sourced: Hashable where Value: Hashable {}
