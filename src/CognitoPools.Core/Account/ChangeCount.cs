namespace CognitoPools.Account;

/// <summary>Counts the changing calls of a connection, so that data from before a change is not used as
/// current.</summary>
internal sealed class ChangeCount
{
    private static readonly string[] Reads = ["Get", "List", "Describe", "Lookup"];

    private long count;

    /// <summary>Increases when a changing call begins and when it ends.</summary>
    public long Value => Interlocked.Read(ref count);

    /// <summary>Notes that a call begins or ends.</summary>
    /// <param name="operation">The operation, such as <c>SetIdentityPoolRoles</c>.</param>
    public void Note(string operation)
    {
        if (!Array.Exists(Reads, start => operation.StartsWith(start, StringComparison.Ordinal)))
            Interlocked.Increment(ref count);
    }
}
