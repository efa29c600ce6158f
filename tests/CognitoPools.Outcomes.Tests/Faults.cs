using CognitoPools.Sandbox;

namespace CognitoPools.Outcomes.Tests;

/// <summary>What can go wrong with a call.</summary>
internal static class Faults
{
    public static IReadOnlyDictionary<string, Func<string, SandboxFault>> All { get; } =
        new Dictionary<string, Func<string, SandboxFault>>(StringComparer.Ordinal)
        {
            ["refused"] = Refused,
            ["throttled"] = operation => Of(operation, SandboxFaultKind.Throttle),
            ["500 before"] = operation => Of(operation, SandboxFaultKind.InternalError),
            ["500 after"] = operation => Of(operation, SandboxFaultKind.InternalError, after: true),
            ["reset before"] = operation => Of(operation, SandboxFaultKind.ConnectionReset),
            ["reset after"] = operation => Of(operation, SandboxFaultKind.ConnectionReset, after: true),
            ["truncated"] = operation => Of(operation, SandboxFaultKind.TruncatedBody),
            ["empty before"] = operation => Of(operation, SandboxFaultKind.EmptyBody),
            ["empty after"] = operation => Of(operation, SandboxFaultKind.EmptyBody, after: true),
            ["{} before"] = operation => Of(operation, SandboxFaultKind.EmptyJson),
            ["{} after"] = operation => Of(operation, SandboxFaultKind.EmptyJson, after: true),
            ["HTML 200 before"] = operation => Of(operation, SandboxFaultKind.HtmlPage) with { StatusCode = 200 },
            ["HTML 200 after"] = operation => Of(operation, SandboxFaultKind.HtmlPage, after: true) with { StatusCode = 200 },
            ["HTML 503"] = operation => Of(operation, SandboxFaultKind.HtmlPage),
            ["sent twice"] = operation => Of(operation, SandboxFaultKind.Duplicate),
            ["slow"] = operation => Of(operation, SandboxFaultKind.Slow) with { Delay = TimeSpan.FromSeconds(20) },
            ["hanging before"] = operation => Of(operation, SandboxFaultKind.Hang),
            ["hanging after"] = operation => Of(operation, SandboxFaultKind.Hang, after: true),
        };

    private static SandboxFault Of(string operation, SandboxFaultKind kind, bool after = false) =>
        new() { Operation = operation, Kind = kind, AfterApply = after };

    private static SandboxFault Refused(string operation) => new()
    {
        Operation = operation,
        ErrorCode = operation.Contains("Role", StringComparison.Ordinal) && !operation.Contains("Pool", StringComparison.Ordinal)
            ? "AccessDenied"
            : "NotAuthorizedException",
        Message = "You may not do this.",
    };
}
