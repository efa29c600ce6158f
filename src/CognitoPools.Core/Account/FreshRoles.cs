using System.Collections.Concurrent;

namespace CognitoPools.Account;

/// <summary>The roles that were created or changed through a connection a moment ago. Until IAM has spread them, the
/// services answer as if they were missing or wrong.</summary>
/// <param name="time">The clock.</param>
internal sealed class FreshRoles(TimeProvider time)
{
    /// <summary>How long IAM may take to spread a role.</summary>
    public static TimeSpan Age { get; } = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, long> touched = new(StringComparer.Ordinal);

    /// <summary>Notes that a role was created or changed.</summary>
    /// <param name="arn">Its ARN.</param>
    public void Note(string arn)
    {
        foreach (var old in touched.Where(role => !IsFresh(role.Key)).Select(role => role.Key).ToList())
            touched.TryRemove(old, out _);
        touched[arn] = time.GetTimestamp();
    }

    /// <summary>Whether IAM may not have spread a role yet.</summary>
    /// <param name="arn">Its ARN.</param>
    public bool IsFresh(string arn) => touched.TryGetValue(arn, out var at) && time.GetElapsedTime(at) <= Age;
}
