public import ArgumentParser
public import PlanModel

extension Audience: ExpressibleByArgument {}
