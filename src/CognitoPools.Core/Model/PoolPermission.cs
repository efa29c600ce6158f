using CognitoPools.Account;

namespace CognitoPools;

/// <summary>A permission of an identity pool's users: actions on resources that a role's policies allow and that
/// neither its permissions boundary nor, for guests, the service removes.</summary>
public sealed record PoolPermission
{
    /// <summary>The pool's id.</summary>
    public string IdentityPoolId { get; internal init; } = null!;

    /// <summary>Whose permission it is.</summary>
    public PoolIdentityType IdentityType { get; internal init; }

    /// <summary>The authentication flow in which they have it.</summary>
    public SignInFlow Flow { get; internal init; }

    /// <summary>The ARN of the role that grants it.</summary>
    public string Role { get; internal init; } = null!;

    /// <summary>The action, or a pattern of actions; <c>*</c> and <c>?</c> are wildcards.</summary>
    public string Action { get; internal init; } = null!;

    /// <summary>The actions that <see cref="Action"/> does not include, from a NotAction.</summary>
    public IReadOnlyList<string> NotAction { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The ARN or the pattern of the resources. Policy variables are shown as they are in the policy. A
    /// <c>${</c> that IAM reads as plain text, as in a policy without Version 2012-10-17, is shown as
    /// <c>${$}{</c>.</summary>
    public string Resource { get; internal init; } = null!;

    /// <summary>The resources that <see cref="Resource"/> does not include, from a NotResource.</summary>
    public IReadOnlyList<string> NotResource { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The conditions that a request must meet; null if there are none.</summary>
    public string? Condition { get; internal init; }

    /// <summary>Further patterns, all of which a request must match, if policies narrow each other and one pattern
    /// cannot describe the result.</summary>
    public IReadOnlyList<PoolPermissionPart> Within { get; internal init => field = Collections.Readable(value); }
        = ReadableList<PoolPermissionPart>.Empty;

    /// <summary>The parts that explicit denies remove from it.</summary>
    public IReadOnlyList<PoolPermissionPart> Except { get; internal init => field = Collections.Readable(value); }
        = ReadableList<PoolPermissionPart>.Empty;

    /// <summary>The policy and the statement that allow it, and what narrows it.</summary>
    public string Source { get; internal init; } = null!;

    /// <summary>The limits of the two patterns as one text: NotAction, NotResource, Condition, Within and Except; null
    /// if there are none.</summary>
    public string? Limits => Joined(
        NotAction.Count > 0 ? $"not {string.Join(", ", NotAction)}" : null,
        NotResource.Count > 0 ? $"not on {string.Join(", ", NotResource)}" : null,
        OtherLimits);

    /// <summary>The limits other than NotAction and NotResource.</summary>
    internal string? OtherLimits => Joined(
    [
        Condition is null ? null : $"if {Condition}",
        .. Within.Select(part => $"within {part}"),
        .. Except.Select(part => $"except {part}"),
    ]);

    /// <summary>The connection that it was read through.</summary>
    internal AccountConnection? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = $"{PoolPermissionPart.Shown([Action], NotAction)} on {PoolPermissionPart.Shown([Resource], NotResource)}";
        return OtherLimits is { } limits ? $"{text}; {limits}" : text;
    }

    private static string? Joined(params string?[] limits)
    {
        var text = string.Join("; ", limits.Where(limit => limit is not null));
        return text.Length == 0 ? null : text;
    }
}
