namespace CognitoPools;

/// <summary>A part of what a policy applies to: actions on resources, some of which can be excluded.</summary>
public sealed record PoolPermissionPart
{
    /// <summary>The actions, of which one must match; <c>*</c> and <c>?</c> are wildcards.</summary>
    public IReadOnlyList<string> Action { get; internal init => field = Collections.Readable(value); } = new ReadableList<string>(["*"]);

    /// <summary>The actions that are excluded.</summary>
    public IReadOnlyList<string> NotAction { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The resources, of which one must match.</summary>
    public IReadOnlyList<string> Resource { get; internal init => field = Collections.Readable(value); } = new ReadableList<string>(["*"]);

    /// <summary>The resources that are excluded.</summary>
    public IReadOnlyList<string> NotResource { get; internal init => field = Collections.Readable(value); } = ReadableList<string>.Empty;

    /// <summary>The conditions, all of which must be met; null if there are none.</summary>
    public string? Condition { get; internal init; }

    /// <summary>The policy and the statement that it comes from.</summary>
    public string Source { get; internal init; } = null!;

    /// <inheritdoc/>
    public override string ToString()
    {
        var actions = Shown(Action, NotAction);
        var resources = Shown(Resource, NotResource);
        var text = resources == "*" ? actions : actions == "*" ? $"everything on {resources}" : $"{actions} on {resources}";
        return Condition is null ? text : $"{text} if {Condition}";
    }

    internal static string Shown(IReadOnlyList<string> patterns, IReadOnlyList<string> others)
    {
        var text = string.Join(", ", patterns);
        if (others.Count == 0)
            return text;
        return text == "*" ? $"all but {string.Join(", ", others)}" : $"{text} but not {string.Join(", ", others)}";
    }
}
