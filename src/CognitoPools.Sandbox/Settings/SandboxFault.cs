namespace CognitoPools.Sandbox;

/// <summary>A scripted failure of one operation. Counting starts when the fault is added
/// (<see cref="SandboxSettings.AddFault"/>).</summary>
public sealed record SandboxFault
{
    /// <summary>The operation's name as the service has it, without regard to case: 'SetIdentityPoolRoles',
    /// 'CreateRole'. '*' stands for every operation.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The call that fails first: 1 (the default) is the next one.</summary>
    public int AtCall { get; init; } = 1;

    /// <summary>How many calls in a row fail: 1 by default, int.MaxValue for always.</summary>
    public int Times { get; init; } = 1;

    /// <summary>What goes wrong.</summary>
    public SandboxFaultKind Kind { get; init; }

    /// <summary>The error's code, such as 'ConcurrentModificationException' (pools) or 'ConcurrentModification' (IAM).
    /// For UnprocessedIdentities: AccessDenied or InternalServerError. Null: the kind's own.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The error's text, or null for the kind's own.</summary>
    public string? Message { get; init; }

    /// <summary>The HTTP status, or null for the kind's own.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the operation takes effect before the failure, so that only the answer is lost.</summary>
    public bool AfterApply { get; init; }

    /// <summary>For Slow: how long the answer takes, at most 24 days. Null: 20 seconds, which the module still waits.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>For UnprocessedIdentities: how many of the batch, counted from its start, come back unprocessed; all by
    /// default. Those are not deleted unless AfterApply is set.</summary>
    public int UnprocessedCount { get; init; } = int.MaxValue;
}
