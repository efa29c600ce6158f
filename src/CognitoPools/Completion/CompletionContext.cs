using System.Collections;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Sessions;

namespace CognitoPools.Completion;

/// <summary>The command line so far, and what may be read for it: only from an account that the user connected to, and
/// within a deadline for all readings together.</summary>
internal sealed class CompletionContext
{
    private const string PoolParameter = "IdentityPool";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    // Parameters that choose an account which nobody connected to yet.
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

    /// <summary>What was typed of the argument.</summary>
    public TypedWord Word { get; }

    /// <summary>What the command gives to its other parameters.</summary>
    public CommandArguments Arguments { get; }

    /// <summary>What the command before this one in the pipeline gives to its parameters; null when there is none.</summary>
    public CommandArguments? UpstreamArguments => upstream.Value;

    /// <summary>The account that the user connected to and that the command works on; null when nobody connected, or when
    /// the command names another one by its profile, endpoint or keys.</summary>
    public PoolAccount? Account { get; }

    /// <summary>The connection to read through: the account's, or that of a pool which was given as an object.</summary>
    public AccountConnection? Connection { get; }

    /// <summary>Tells the date. A sandbox has a clock of its own, which can be set.</summary>
    public TimeProvider Clock =>
        Account is null ? TimeProvider.System
        : Account.IsSandbox ? ClockOfSandbox(Account)
        : Account.Connection.TimeProvider;

    /// <summary>The pool as the command line gives it: an object, a name or an id; null when it gives none.</summary>
    public object? NamedPool => named.Value;

    /// <summary>The Region to list in: the command's, else the account's. Null when only running the command tells it.</summary>
    public string? Region
    {
        get
        {
            var arguments = Arguments.Has("Region") || upstream.Value?.Has("Region") != true ? Arguments : upstream.Value;
            var region = arguments.Has("Region") ? arguments.Text("Region") : Connection?.DefaultRegion;
            return AwsRegion.IsWellFormed(region) ? region : null;
        }
    }

    /// <summary>Begins to read from the account, or finds what was read a moment ago.</summary>
    public Reading<T>? Begin<T>(string key, Func<AccountConnection, Action<T>, CancellationToken, Task<T>> read) =>
        Connection is { } connection
            ? CompletionCache.Of(connection).Get<T>(key, Clock, (found, token) => read(connection, found, token))
            : null;

    /// <summary>What is read from the account; the default value when nobody connected or when it does not come in
    /// time.</summary>
    /// <exception cref="Exception">The reading failed.</exception>
    public T? Read<T>(string key, Func<AccountConnection, CancellationToken, Task<T>> read) =>
        ReadParts<T>(key, (connection, _, token) => read(connection, token));

    /// <summary>What is read from the account; the parts that came in time when it takes longer.</summary>
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
