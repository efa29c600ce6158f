using System.Collections.Concurrent;

namespace CognitoPools.Account;

/// <summary>The roles that were recently created or changed through a connection. Until they are effective in IAM, the
/// services respond as if they did not exist or were wrong.</summary>
/// <param name="time">The clock.</param>
internal sealed class FreshRoles(TimeProvider time)
{
    /// <summary>How long a role can take to become effective in IAM.</summary>
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

    /// <summary>Whether a role may not be effective in IAM yet.</summary>
    /// <param name="arn">Its ARN.</param>
    public bool IsFresh(string arn) => touched.TryGetValue(arn, out var at) && time.GetElapsedTime(at) <= Age;
}
