using System.Collections;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Sessions;

namespace CognitoPools.Completion;

/// <summary>The command line so far, and the readings for it. They use only an account that the user connected to, and share
/// one deadline.</summary>
internal sealed class CompletionContext
{
    private const string PoolParameter = "IdentityPool";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    // Parameters that choose an account to which the user is not connected.
    private static readonly string[] OtherAccounts =
    [
        "ProfileName", "EndpointUrl", "Credential", "AccessKey", "SecretKey", "SessionToken",
    ];

    private readonly Lazy<Task> deadline;
    private readonly Lazy<CommandArguments?> upstream;
    private readonly Lazy<object?> named;

    public CompletionContext(TypedWord word, CommandAst? command, IDictionary bound)
    {
        Word = word;
        Arguments = new CommandArguments(command, bound);
        upstream = new(() => Upstream(command));
        named = new(() => FirstOf(
            Arguments.Has(PoolParameter) ? Arguments.Value(PoolParameter)
            : upstream.Value?.Value(PoolParameter) ?? PipedValue(command)));
        Account = FindAccount();
        Connection = FindConnection();
        deadline = new(() => Connection!.TimeProvider.Delay(Patience));
    }

    /// <summary>The typed part of the argument.</summary>
    public TypedWord Word { get; }

    /// <summary>The other arguments of the command.</summary>
    public CommandArguments Arguments { get; }

    /// <summary>The arguments of the previous command in the pipeline; null when there is none.</summary>
    public CommandArguments? UpstreamArguments => upstream.Value;

    /// <summary>The connected account, if the command uses it; null when the user is not connected, or when the command specifies
    /// another account by profile, endpoint or keys.</summary>
    public PoolAccount? Account { get; }

    /// <summary>The connection to read through: that of the account, or of a pool that is an object.</summary>
    public AccountConnection? Connection { get; }

    /// <summary>The clock. A sandbox has a separate clock, which can be set.</summary>
    public TimeProvider Clock =>
        Account is null ? TimeProvider.System
        : Account.IsSandbox ? ClockOfSandbox(Account)
        : Account.Connection.TimeProvider;

    /// <summary>The pool on the command line: an object, a name or an id; null when there is none.</summary>
    public object? NamedPool => named.Value;

    /// <summary>The Region of the command, or otherwise of the account. Null when it is unknown until the command runs.</summary>
    public string? Region
    {
        get
        {
            var arguments = Arguments.Has("Region") || upstream.Value?.Has("Region") != true ? Arguments : upstream.Value;
            var region = arguments.Has("Region") ? arguments.Text("Region") : Connection?.DefaultRegion;
            return AwsRegion.IsWellFormed(region) ? region : null;
        }
    }

    /// <summary>Starts a reading from the account, or finds a recent one.</summary>
    public Reading<T>? Begin<T>(string key, Func<AccountConnection, Action<T>, CancellationToken, Task<T>> read) =>
        Connection is { } connection
            ? CompletionCache.Of(connection).Get<T>(key, Clock, (found, token) => read(connection, found, token))
            : null;

    /// <summary>The result of a reading; the default value when the user is not connected or the deadline has
    /// passed.</summary>
    /// <exception cref="Exception">The reading failed.</exception>
    public T? Read<T>(string key, Func<AccountConnection, CancellationToken, Task<T>> read) =>
        ReadParts<T>(key, (connection, _, token) => read(connection, token));

    /// <summary>The result of a reading, or the parts that arrived before the deadline.</summary>
    /// <exception cref="Exception">The reading failed.</exception>
    public T? ReadParts<T>(string key, Func<AccountConnection, Action<T>, CancellationToken, Task<T>> read)
    {
        if (Begin(key, read) is not { } reading)
            return default;
        WaitFor(reading.Ended);
        return reading.Found();
    }

    /// <summary>Waits for a reading, at most until the deadline.</summary>
    public void WaitFor(Task reading)
    {
        if (!reading.IsCompleted)
            Task.WhenAny(reading, deadline.Value).GetAwaiter().GetResult();
    }

    // A separate method: compiling it loads the sandbox's assembly, which an AWS account does not need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TimeProvider ClockOfSandbox(PoolAccount account) => account.Sandbox!.Clock;

    private PoolAccount? FindAccount()
    {
        var arguments = NamesAccount(Arguments) || upstream.Value is not { } before || !NamesAccount(before) ? Arguments : before;
        if (arguments.Has("Connection"))
            return Unwrapped.Object(arguments.Value("Connection")) as PoolAccount;
        return NamesAccount(arguments) ? null : RunspaceState.Current.Connected;
    }

    private static bool NamesAccount(CommandArguments arguments) =>
        arguments.Has("Connection") || OtherAccounts.Any(arguments.Has);

    private AccountConnection? FindConnection()
    {
        if (NamesAccount(Arguments))
            return Account?.Connection;
        return NamedPool is { } pool and not string && PoolArgument.Find(pool)?.Connection is { } own ? own : Account?.Connection;
    }

    private static object? FirstOf(object? value) =>
        Unwrapped.Object(value) is IList { Count: > 0 } list ? Unwrapped.Object(list[0]) : Unwrapped.Object(value);

    private static CommandArguments? Upstream(CommandAst? command) =>
        Before(command).OfType<CommandAst>().LastOrDefault() is { } before ? new CommandArguments(before, null) : null;

    // A pipeline that begins with a value: $pool | ..., or 'shop' | ...
    private static object? PipedValue(CommandAst? command) =>
        Before(command).FirstOrDefault() is not CommandExpressionAst piped ? null
        : piped.Expression switch
        {
            StringConstantExpressionAst text => text.Value,
            VariableExpressionAst variable => SessionVariables.Value(variable.VariablePath.UserPath),
            _ => null,
        };

    private static IEnumerable<CommandBaseAst> Before(CommandAst? command) =>
        command?.Parent is PipelineAst pipeline
            ? pipeline.PipelineElements.TakeWhile(element => element != command)
            : [];
}
