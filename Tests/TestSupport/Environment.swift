internal import FoundationEssentials

/// The value of a variable of the environment, if it is set.
public func environment(_ name: String) -> String? {
  ProcessInfo.processInfo.environment[name]
}
