using System.Collections;
using System.Management.Automation.Language;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Pools;
using CognitoPools.Sessions;

namespace CognitoPools.Completion;

/// <summary>The command line so far, and what may be read for it: only from an account that the user connected to, and
/// within a deadline for all readings together.</summary>
internal sealed class CompletionContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(800);

    private readonly CommandAst? command;
    private readonly IDictionary bound;
    private readonly Lazy<Task> deadline;

    public CompletionContext(TypedWord word, CommandAst? command, IDictionary bound)
    {
        (Word, this.command, this.bound) = (word, command, bound);
        Account = FindAccount();
        deadline = new(() => Account!.Connection.TimeProvider.Delay(Patience));
    }

    /// <summary>What was typed of the argument.</summary>
    public TypedWord Word { get; }

    /// <summary>The account to read from; null when nobody connected, or when the command names another one by its
    /// profile, credentials or endpoint.</summary>
    public PoolAccount? Account { get; }

    /// <summary>The Region to list in: the command's, else the account's.</summary>
    public string? Region => Unwrapped.Value(bound["Region"]) as string ?? Account?.Region;

    /// <summary>Begins to read from the account, or finds what was read a moment ago.</summary>
    public Task<T>? Begin<T>(string key, Func<AccountConnection, CancellationToken, Task<T>> read) =>
        Account is { } account ? CompletionCache.Of(account).Get(key, token => read(account.Connection, token)) : null;

    /// <summary>What is read from the account; the default value when nobody connected or when it does not come in
    /// time.</summary>
    /// <exception cref="Exception">The reading failed.</exception>
    public T? Read<T>(string key, Func<AccountConnection, CancellationToken, Task<T>> read)
    {
        if (Begin(key, read) is not { } reading)
            return default;
        WaitFor(reading);
        return reading.IsCompleted ? reading.GetAwaiter().GetResult() : default;
    }

    /// <summary>Waits for a reading, at most until the deadline.</summary>
    public void WaitFor(Task reading)
    {
        if (!reading.IsCompleted)
            Task.WhenAny(reading, deadline.Value).GetAwaiter().GetResult();
    }

    /// <summary>The pools of the Region, by name.</summary>
    public IReadOnlyList<PoolListing> Pools() => Region is { } region
        ? Read($"pools {region}", async (connection, token) =>
        {
            var pools = new List<PoolListing>();
            await foreach (var pool in new PoolDirectory(connection).ListAsync(region, token).ConfigureAwait(false))
                pools.Add(pool);
            return (IReadOnlyList<PoolListing>)[.. pools.OrderBy(pool => pool.Name, StringComparer.OrdinalIgnoreCase)];
        }) ?? []
        : [];

    /// <summary>Whether the command line names a pool.</summary>
    public bool NamesPool => (bound["IdentityPool"] ?? NamedUpstream()) is not null;

    /// <summary>The pool that the command line names, without its attribute mappings: by an argument, or by one of the
    /// command before it in the pipeline. Null when it names none.</summary>
    public IdentityPool? Pool()
    {
        var given = bound["IdentityPool"] ?? NamedUpstream();
        if (given is null)
            return null;
        if (Unwrapped.Value(given) is IdentityPool whole)
            return whole;
        if (Account is null)
            return null;
        var argument = PoolArgument.Read(given);
        if ((argument.IsId ? argument.Text : Only(Pools(), argument.Text)) is not { } id)
            return null;
        return Read(
            $"pool {id}",
            (connection, token) => new PoolReader(connection).ReadAsync(id, PoolParts.SettingsAndRoles, token));
    }

    private static string? Only(IReadOnlyList<PoolListing> pools, string name)
    {
        var found = pools.Where(pool => string.Equals(pool.Name, name, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0].IdentityPoolId : null;
    }

    private PoolAccount? FindAccount()
    {
        if (bound["Connection"] is { } given)
            return Unwrapped.Value(given) as PoolAccount;
        string[] others = ["ProfileName", "Credential", "EndpointUrl"];
        return Array.Exists(others, bound.Contains) ? null : RunspaceState.Current.Connected;
    }

    private string? NamedUpstream()
    {
        if (command?.Parent is not PipelineAst pipeline)
            return null;
        var before = pipeline.PipelineElements.TakeWhile(element => element != command).OfType<CommandAst>().LastOrDefault();
        if (before is null
            || !StaticParameterBinder.BindCommand(before, resolve: true).BoundParameters
                .TryGetValue("IdentityPool", out var named))
        {
            return null;
        }
        return named.ConstantValue as string;
    }
}
