namespace CognitoPools.Sandbox;

/// <summary>A scripted failure of one operation. Counting starts when the fault is added
/// (<see cref="SandboxSettings.AddFault"/>).</summary>
public sealed record SandboxFault
{
    /// <summary>The name of the operation, such as 'SetIdentityPoolRoles' or 'CreateRole', in any case. '*' stands for every
    /// operation.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The first call that fails. The default, 1, is the next call.</summary>
    public int AtCall { get; init; } = 1;

    /// <summary>How many calls in a row fail. The default is 1; int.MaxValue stands for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The kind of failure.</summary>
    public SandboxFaultKind Kind { get; init; }

    /// <summary>The error code, such as 'ConcurrentModificationException' (pools) or 'ConcurrentModification' (IAM). For
    /// UnprocessedIdentities, it is the code of each identity; the service returns AccessDenied or InternalServerError. The
    /// default is the code of the kind.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The text of the error. The default is the text of the kind.</summary>
    public string? Message { get; init; }

    /// <summary>The HTTP status. The default is the status of the kind.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the operation takes effect before the failure, so that only the answer is lost.</summary>
    public bool AfterApply { get; init; }

    /// <summary>For Slow: how long the answer takes, at most 24 days. The default is 20 seconds, which is shorter than the
    /// module's timeout.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>For UnprocessedIdentities: how many identities of the batch, counted from its start, are returned as
    /// unprocessed. By default, all of them. They are not deleted unless AfterApply is set.</summary>
    public int UnprocessedCount { get; init; } = int.MaxValue;
}
